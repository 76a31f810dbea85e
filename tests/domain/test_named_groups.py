"""Declared groups are counted by membership, exactly, and only where that tells nothing new."""

from datetime import date
from itertools import combinations, product

import pytest

from app.domain.attribution import LOOSE_TO_STRICT, Attribution
from app.domain.compiling import Compiler
from app.domain.named_groups import (
    REGIONAL,
    count_group,
    count_groups,
    public_counts,
    spans_all_regions,
)
from app.domain.position import LANGUAGES
from app.domain.proceedings import NamedGroup, Proceedings, Standing
from app.domain.sentence import Kind, Part, Sentence
from app.domain.summary import Summary
from tests.bundles import proceedings_of_bundle, small_bundle

SEATS = ("A", "B", "C", "D")
DAY = date(2017, 1, 1)


def group(code: str, *members: str) -> NamedGroup:
    return NamedGroup(code, {"en": code}, members, "A list", DAY)


def subsets(items: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [each for size in range(len(items) + 1) for each in combinations(items, size)]


def test_every_group_counted_set_and_table_of_four_is_an_intersection() -> None:
    for members, counted, seated in product(subsets(SEATS), repeat=3):
        found = count_group(group("g", *members), counted, seated)

        assert set(found.seats) == set(members) & set(counted) & set(seated)
        assert found.count == len(set(found.seats))
        assert found.of == len(set(members) & set(seated))


def proceedings(*groups: NamedGroup, rule: str = "attributed", absent: int = 0) -> Proceedings:
    positions = [
        {"member": code, "assessment": value, "text": text}
        for code, value, text in (
            ("M1", "v1", "Keep the mission."),
            ("M2", "v1", ""),
            ("M3", "v2", ""),
            ("M4", "no_position", ""),
        )
    ]
    bundle = small_bundle(*positions, members=6, attribution=rule)
    found = proceedings_of_bundle(bundle, groups=groups)
    for seat in found.seats[6 - absent :]:
        object.__setattr__(seat, "standing", Standing.NOT_ENTERED)
    return found


def tally(found: Proceedings, value: str, kind: Kind = Kind.TALLY) -> Sentence:
    sentences = Compiler(found).sentences()
    return next(
        each
        for each in sentences
        if each.kind is kind and each.value == value and each.part is Part.REGISTER
    )


def test_a_group_is_counted_out_of_those_of_it_who_are_seated() -> None:
    found = proceedings(group("g", "M1", "M3", "M5", "ELSEWHERE"))

    (count,) = count_groups(tally(found, "v1"), found)

    assert (count.seats, count.count, count.of) == (("M1",), 1, 3)


def test_nobody_of_a_group_is_a_count_too() -> None:
    found = proceedings(group("g", "M3", "M5"))

    (count,) = count_groups(tally(found, "v1"), found)

    assert (count.count, count.of) == (0, 2)


def test_who_was_not_entered_is_outside_every_count() -> None:
    found = proceedings(group("g", "M1", "M5", "M6"), absent=2)

    (count,) = count_groups(tally(found, "v1"), found)

    assert count.of == 1


def test_a_group_with_nobody_at_the_table_is_not_spoken_of() -> None:
    found = proceedings(group("g", "ELSEWHERE"))

    assert count_groups(tally(found, "v1"), found) == ()


def test_silence_is_not_counted_by_group() -> None:
    found = proceedings(group("g", "M4", "M5"))

    assert count_groups(tally(found, "no_position", Kind.NOTHING), found) == ()


def test_groups_stand_in_the_order_they_were_declared_in_whatever_their_numbers() -> None:
    declared = [group("b", "M3"), group("a", "M1", "M2"), group("c", "M1")]
    for order in (declared, declared[::-1]):
        found = proceedings(*order)

        counts = count_groups(tally(found, "v1"), found)

        assert [each.group for each in counts] == order


@pytest.mark.parametrize("rule", LOOSE_TO_STRICT)
def test_only_a_sentence_that_names_is_counted_by_group_in_public(rule: Attribution) -> None:
    found = proceedings(group("g", "M1", "M3"), rule=rule)
    counted = [each for each in Compiler(found).sentences() if public_counts(each, found)]

    assert bool(counted) is (rule is Attribution.ATTRIBUTED)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", LOOSE_TO_STRICT)
def test_no_sentence_of_a_summary_speaks_of_a_declared_group(
    rule: Attribution, language: str
) -> None:
    without, beside = (
        proceedings(*groups, rule=rule) for groups in ((), (group("g", "M1", "M3"),))
    )

    assert said(without, language) == said(beside, language)


def said(found: Proceedings, language: str) -> list[str]:
    summary: Summary = Compiler(found).summary(language)
    return [each.text for each in summary.sentences]


def test_all_five_regions_are_spanned_only_when_each_has_somebody_counted() -> None:
    for present in subsets(tuple(sorted(REGIONAL))):
        groups = [group(name, f"M{place}") for place, name in enumerate(sorted(REGIONAL))]
        counted = tuple(each.members[0] for each in groups if each.code in present)
        seated = tuple(each.members[0] for each in groups)
        counts = [count_group(each, counted, seated) for each in groups]

        assert spans_all_regions(counts) is (set(present) == REGIONAL)


def test_other_groups_do_not_stand_in_for_a_region() -> None:
    names = [*sorted(REGIONAL)[:4], "permanent"]

    assert not spans_all_regions([count_group(group(name, "A"), ("A",), ("A",)) for name in names])
