"""Groups in the summary: delegations counted once, the presidency's words, evidence beside them."""

from dataclasses import replace
from itertools import product

import pytest

from app.domain.compiling import compile_summary, synthesise
from app.domain.drafting import Drafting, Edit, mark_of
from app.domain.gates import run_gates
from app.domain.grouping import Group, Grouping, PointRef
from app.domain.position import LANGUAGES, Cell, PointKind
from app.domain.proceedings import Proceedings
from app.domain.sentence import Kind, Part, Sentence
from app.domain.summary import Summary, WordedSentence
from tests.bundles import proceedings_of_bundle, small_bundle

TEXTS = {
    "M1": ("Benchmarks should be set. Police should stay.", "en"),
    "M2": ("Des critères devraient être fixés.", "fr"),
    "M3": ("应当设定基准。", "zh"),
    "M4": ("We like neither.", "en"),
}


def proceedings(rule: str = "counted", *, members: int = 15, **more: object) -> Proceedings:
    given = [
        {"member": member, "text": text, "language": language, "assessment": "v1"}
        for member, (text, language) in TEXTS.items()
    ]
    bundle = small_bundle(*given, members=members, attribution=rule)
    return replace(proceedings_of_bundle(bundle), **more)


def together(found: Proceedings, *points: tuple[str, int], name: str = "g1") -> Grouping:
    hashes = {each.member: each.hash for each in found.positions}
    refs = frozenset(PointRef(hashes[member], index) for member, index in points)
    return Grouping((Group(name, found.positions[0].cell, refs),))


BENCHMARKS = (("M1", 0), ("M2", 0), ("M3", 0))


def drafted(rule: str = "counted", language: str = "en", **drafting: object) -> Summary:
    found = proceedings(rule)
    grouping = together(found, *BENCHMARKS)
    return compile_summary(found, language, Drafting(grouping=grouping, **drafting))


def the_group(summary: Summary, part: Part = Part.REGISTER) -> WordedSentence:
    return next(
        each
        for each in summary.of_part(part)
        if each.sentence.words_points and not each.sentence.is_lone
    )


def points(found: Proceedings, grouping: Grouping) -> list[Sentence]:
    said = synthesise(found, Drafting(grouping=grouping))
    return [each for each in said if each.words_points and each.part is Part.REGISTER]


def test_a_group_counts_delegations_each_once() -> None:
    found = proceedings()
    both = together(found, ("M1", 0), ("M1", 1), ("M2", 0))
    group = points(found, both)[0]
    assert (group.count, group.of, group.seats) == (2, 15, ("M1", "M2"))
    assert len(group.sources) == 3
    assert len(group.revisions) == 2


def test_every_point_stands_in_one_sentence_however_grouped() -> None:
    found = proceedings()
    everything = [
        PointRef(each.hash, index) for each in found.positions for index in range(len(each.points))
    ]
    for grouping in (Grouping(), together(found, *BENCHMARKS), together(found, ("M1", 0))):
        said = [source.ref for each in points(found, grouping) for source in each.sources]
        assert sorted(said) == sorted(everything)


def test_groups_come_before_lone_views_and_requests_last() -> None:
    found = proceedings()
    last = replace(
        found.positions[3], points=(replace(found.positions[3].points[0], kind=PointKind.REQUEST),)
    )
    found = replace(found, positions=(*found.positions[:3], last))
    counts = [(each.kind, each.count) for each in points(found, together(found, *BENCHMARKS))]
    assert counts == [(Kind.GROUP, 3), (Kind.GROUP, 1), (Kind.REQUEST, 1)]


def test_where_nobody_may_be_found_out_the_lot_alone_gives_the_order() -> None:
    found = proceedings("non_attributed", members=20)
    grouping = together(found, *BENCHMARKS)
    places = {
        [each.is_lone for each in points(replace(found, seed=str(seed)), grouping)].index(False)
        for seed in range(20)
    }
    assert places == {0, 1, 2}


def test_the_order_of_decisions_and_positions_changes_nothing() -> None:
    found = proceedings()
    grouping = together(found, *BENCHMARKS)
    backwards = replace(found, positions=found.positions[::-1])
    assert synthesise(found, Drafting(grouping=grouping)) == synthesise(
        backwards, Drafting(grouping=grouping)
    )


def test_a_group_of_another_cell_groups_nothing_here() -> None:
    found = proceedings()
    (group,) = together(found, *BENCHMARKS).groups
    elsewhere = Grouping((replace(group, cell=Cell(1, "UNX2")),))
    assert all(each.is_lone for each in points(found, elsewhere))


def test_what_only_one_delegation_is_left_to_say_is_its_own_point_again() -> None:
    found = proceedings()
    grouping = together(found, ("M1", 0), ("M2", 0))
    without = replace(found, positions=(found.positions[0], *found.positions[2:]))
    assert all(each.is_lone for each in points(without, grouping))


@pytest.mark.parametrize(("rule", "language"), [*product(("attributed", "counted"), LANGUAGES)])
def test_words_of_a_group_are_the_presidencys_and_confirmed(rule: str, language: str) -> None:
    group = the_group(drafted(rule, language))
    assert not group.is_confirmed
    words = Edit("Set benchmarks.", group.sentence.grounds)
    worded = the_group(drafted(rule, language, wordings={(language, group.sentence.key): words}))
    assert worded.is_confirmed
    assert not worded.is_stale
    assert "Set benchmarks." in worded.text


def test_words_confirmed_for_other_points_are_stale_and_held_back() -> None:
    found = proceedings()
    first = the_group(drafted())
    words = {("en", first.sentence.key): Edit("Set benchmarks.", first.sentence.grounds)}
    fewer = together(found, ("M1", 0), ("M2", 0))
    summary = compile_summary(found, "en", Drafting(grouping=fewer, wordings=words))
    assert the_group(summary).is_stale
    assert not run_gates(summary)["stale"].passed


def test_words_in_another_language_are_stale_once_the_original_is_another() -> None:
    group = the_group(drafted()).sentence
    original = ("en", group.key), Edit("Set benchmarks.", group.grounds)
    rendering = Edit("Fixer des critères.", group.grounds, mark_of("Set benchmarks."))
    words = dict([original, (("fr", group.key), rendering)])
    assert not the_group(drafted(language="fr", wordings=words)).is_stale
    words["en", group.key] = Edit("Set clear benchmarks.", group.grounds)
    assert the_group(drafted(language="fr", wordings=words)).is_stale
    assert not the_group(drafted(wordings=words)).is_stale


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "Benchmarks should be set."),
        ("fr", "Des critères devraient être fixés."),
        ("zh", "应当设定基准。"),
    ],
)
def test_evidence_is_in_the_readers_language_where_somebody_wrote_in_it(
    language: str, quoted: str
) -> None:
    group = the_group(drafted("attributed", language))
    assert group.excerpt is not None
    assert group.excerpt.text == quoted
    assert quoted in group.text


def test_evidence_in_another_language_says_which() -> None:
    group = the_group(drafted("attributed", "ru"))
    assert group.excerpt is not None
    assert group.excerpt.language != "ru"
    assert "[" in group.text


def test_nobodys_words_are_printed_where_nobody_allowed_it() -> None:
    assert the_group(drafted("counted")).excerpt is None
    found = proceedings()
    allowed = replace(
        found,
        positions=(replace(found.positions[0], quotable=True), *found.positions[1:]),
    )
    grouping = together(allowed, *BENCHMARKS)
    group = the_group(compile_summary(allowed, "en", Drafting(grouping=grouping)))
    assert group.excerpt is not None
    assert "M1" not in group.text


@pytest.mark.parametrize("rule", ["attributed", "counted"])
def test_the_gates_pass_a_confirmed_group_and_hold_a_miscounted_one(rule: str) -> None:
    summary = drafted(rule)
    wordings = {
        ("en", each.sentence.key): Edit("A point.", each.sentence.grounds)
        for each in summary.of_part(Part.REGISTER)
        if each.sentence.words_points
    }
    summary = drafted(rule, wordings=wordings)
    assert {name for name, gate in run_gates(summary).items() if not gate.passed} == set()
    group = the_group(summary)
    wrong = group._replace(sentence=replace(group.sentence, count=4))
    at = summary.sentences.index(group)
    sentences = (*summary.sentences[:at], wrong, *summary.sentences[at + 1 :])
    assert not run_gates(replace(summary, sentences=sentences))["numbers"].passed


def test_a_group_is_repeated_in_part_one_without_its_evidence() -> None:
    repeated = the_group(drafted("attributed"), Part.OVERVIEW)
    assert repeated.excerpt is None
    assert repeated.sentence.count == 3
