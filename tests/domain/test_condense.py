"""Part I: short, and yet every lone assessment keeps its sentence."""

import random
from collections import Counter, defaultdict
from typing import Any

import pytest

from app.domain.compiling import compile_summary
from app.domain.sentence import Kind, Part
from app.domain.summary import Summary, WordedSentence
from tests.bundles import make_bundle, proceedings_of_bundle, small_bundle

BUDGET = 2_500
LONG = "We hold that the mission should remain until the conditions agreed with the host are met. "
LABELS = (
    "clear and on course",
    "clear, off course",
    "unclear, to be refocused",
    "replace by an alternative",
    "draw down",
    "achieved",
)


def compiled(bundle: dict[str, Any], language: str = "en") -> Summary:
    return compile_summary(proceedings_of_bundle(bundle), language)


def words_of(summary: Summary) -> int:
    return sum(len(each.text.split()) for each in summary.of_part(Part.OVERVIEW))


def overview(bundle: dict[str, Any]) -> list[WordedSentence]:
    summary = compiled(bundle)
    return [each for each in summary.of_part(Part.OVERVIEW) if each.sentence.question]


def with_long_texts(bundle: dict[str, Any]) -> dict[str, Any]:
    for each in bundle["positions"]:
        each["text"], each["language"] = LONG * 4, "en"
    return bundle


def with_six_long_labels(bundle: dict[str, Any], seed: int) -> dict[str, Any]:
    scale = [{"code": f"v{n}", "label": {"en": text}} for n, text in enumerate(LABELS, 1)]
    draw = random.Random(seed)  # noqa: S311 - repeatable
    for question in bundle["questions"]:
        question["scale"] = scale
    for each in bundle["positions"]:
        each["assessment"] = draw.choice([value["code"] for value in scale])
    return bundle


@pytest.mark.parametrize("rule", ["attributed", "counted", "non_attributed"])
@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long)])
def test_part_one_keeps_to_its_length(rule: str, seed: int) -> None:
    for filled in (1, 0.5):
        bundle = make_bundle(seed=seed, attribution=rule, invited=4, filled=filled)
        assert words_of(compiled(bundle)) <= BUDGET
        assert words_of(compiled(with_long_texts(bundle))) <= BUDGET


@pytest.mark.parametrize("rule", ["attributed", "counted"])
@pytest.mark.parametrize(
    "seed", [1, *(pytest.param(seed, marks=pytest.mark.long) for seed in (2, 3))]
)
def test_part_one_keeps_to_its_length_with_long_scales(rule: str, seed: int) -> None:
    bundle = with_six_long_labels(make_bundle(seed=seed, attribution=rule), seed)
    assert words_of(compiled(bundle)) <= BUDGET


@pytest.mark.parametrize("rule", ["attributed", "counted"])
@pytest.mark.parametrize("filled", [1, 0.3])
def test_a_lone_assessment_always_keeps_its_sentence(rule: str, filled: float) -> None:
    for change in (with_long_texts, lambda bundle: with_six_long_labels(bundle, 5)):
        bundle = change(make_bundle(attribution=rule, filled=filled))
        chosen = Counter(
            (each["question"], each["mission"], each["assessment"])
            for each in bundle["positions"]
            if (each["assessment"] or "").startswith("v")
        )
        lone = {cell for cell, count in chosen.items() if count == 1}
        said = {
            (each.sentence.question, mission, each.sentence.value)
            for each in overview(bundle)
            if each.sentence.count == 1 and each.sentence.kind is Kind.TALLY
            for mission in each.sentence.missions
        }
        assert lone <= said


def test_missions_with_the_same_outcome_share_a_sentence() -> None:
    given = [
        {"member": f"M{n}", "mission": mission, "assessment": "v2"}
        for n in range(1, 13)
        for mission in ("UNX1", "UNX2")
    ]
    said = overview(small_bundle(*given))
    assert [(each.sentence.missions, each.sentence.count) for each in said] == [
        (("UNX1", "UNX2"), 12)
    ]


def test_missions_with_other_numbers_never_share_a_sentence() -> None:
    given = [
        {"member": f"M{n}", "mission": mission, "assessment": "v2"}
        for mission, last in (("UNX1", 12), ("UNX2", 13))
        for n in range(1, last)
    ]
    said = overview(small_bundle(*given))
    assert {each.sentence.missions: each.sentence.count for each in said} == {
        ("UNX1",): 11,
        ("UNX2",): 12,
    }


@pytest.mark.parametrize("rule", ["attributed", "counted"])
def test_every_cell_has_exactly_one_outcome(rule: str) -> None:
    seen: dict[tuple[int | None, str], int] = defaultdict(int)
    for each in overview(make_bundle(attribution=rule)):
        if each.sentence.kind is Kind.TALLY and ".lone." not in each.sentence.key:
            for mission in each.sentence.missions:
                seen[each.sentence.question, mission] += 1
    assert len(seen) == 16 * 5
    assert set(seen.values()) == {1}


def test_points_give_way_and_are_counted_and_pointed_to() -> None:
    summary = compiled(with_long_texts(make_bundle(attribution="attributed")))
    kept = [each for each in summary.of_part(Part.OVERVIEW) if each.sentence.sources]
    pointers = [each for each in summary.sentences if each.sentence.pointer]
    points = [each for each in summary.of_part(Part.REGISTER) if each.sentence.sources]
    assert sum(each.sentence.count or 0 for each in pointers) == len(points) - len(kept)


def test_a_pointer_names_real_paragraphs() -> None:
    summary = compiled(make_bundle())
    by_key = {each.sentence.key: each for each in summary.sentences}
    for pointer in (each for each in summary.sentences if each.sentence.pointer):
        named = [by_key[key] for key in pointer.sentence.pointer or ()]
        numbers = [each.number for each in named]
        assert f"paragraphs {min(numbers)}–{max(numbers)}." in pointer.text
        assert all(each.sentence.part is Part.REGISTER for each in named)
        assert {each.sentence.question for each in named} == {pointer.sentence.question}
        assert len(named) == pointer.sentence.count


def test_points_stay_while_there_is_room() -> None:
    bundle = small_bundle({"member": "M1", "text": "A view."}, attribution="attributed")
    said = overview(bundle)
    assert [each.text for each in said if each.sentence.sources] == [
        "For UNX1, Delegation M1 submitted: “A view.”"
    ]
    assert not [each for each in said if each.sentence.pointer]


def test_the_same_sentences_stand_in_every_language() -> None:
    bundle = make_bundle(attribution="attributed")
    english, chinese = compiled(bundle), compiled(bundle, "zh")
    assert [e.sentence for e in english.sentences] == [e.sentence for e in chinese.sentences]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("rule", ["attributed", "counted", "non_attributed"])
def test_no_two_sentences_share_a_key(rule: str, seed: int) -> None:
    bundle = make_bundle(4, 6, 3, seed=seed, attribution=rule, filled=0.4, invited=1)
    summary = compile_summary(proceedings_of_bundle(bundle), "en")

    keys = Counter(each.sentence.key for each in summary.sentences)

    assert [key for key, times in keys.items() if times > 1] == []
