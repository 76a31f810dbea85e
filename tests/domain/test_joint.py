"""Joint statements in the summary: one text, every State once, linked by those who signed it."""

from dataclasses import replace
from itertools import product

import pytest

from app.domain.attribution import LOOSE_TO_STRICT, Attribution
from app.domain.compiling import Compiler, compile_summary
from app.domain.drafting import Drafting, Edit
from app.domain.gates import run_gates
from app.domain.grouping import Act, ActKind, Group, Grouping, PointRef, replay
from app.domain.joint import is_of, link_points, linked, mark_of
from app.domain.position import LANGUAGES, Cell, Point, Statement
from app.domain.proceedings import Position, Proceedings, Standing
from app.domain.sentence import Part
from app.domain.summary import Summary, WordedSentence
from tests.bundles import proceedings_of_bundle, small_bundle

TEXT = "Benchmarks should be set."
CELL = Cell(1, "UNX1")
MARKS = {
    "en": "[joint statement]",
    "fr": "[déclaration commune]",
    "es": "[declaración conjunta]",
    "ru": "[совместное заявление]",
    "zh": "［联合声明］",
    "ar": "[بيان مشترك]",
}


def proceedings(
    rule: str = "attributed", *, signed: tuple[str, ...] = ("M1", "M2", "M3"), quotable: bool = True
) -> Proceedings:
    """Let M1 to M3 say the same words and M4 others; those who ``signed`` did so jointly."""
    given = [
        {"member": f"M{at}", "text": TEXT if at < 4 else "We like neither.", "assessment": "v1"}
        for at in range(1, 5)
    ]
    found = proceedings_of_bundle(small_bundle(*given, attribution=rule))
    return replace(
        found,
        positions=tuple(
            replace(each, joint="ref-1" if each.member in signed else None, quotable=quotable)
            for each in found.positions
        ),
    )


def point_of(summary: Summary, member: str) -> WordedSentence:
    return next(
        each
        for each in summary.of_part(Part.REGISTER)
        if each.sentence.words_points and member in each.sentence.seats
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_excerpt_with_all_names_called_a_joint_statement(language: str) -> None:
    said = point_of(compile_summary(proceedings(), language), "M2")

    assert said.sentence.seats == ("M1", "M2", "M3")
    assert said.text.count(TEXT) == 1
    assert all(f"Delegation M{at}" in said.text for at in (1, 2, 3))
    assert said.text.endswith(MARKS[language])
    assert said.is_confirmed
    assert said.excerpt is not None


@pytest.mark.parametrize("rule", LOOSE_TO_STRICT)
def test_it_passes_every_gate_and_no_name_or_mark_stands_where_nobody_is_named(rule: str) -> None:
    summary = compile_summary(proceedings(rule), "en")
    said = point_of(summary, "M1")
    gates = {name for name, gate in run_gates(summary).items() if not gate.passed}

    assert ("Delegation M" in said.text) is (rule == Attribution.ATTRIBUTED)
    assert (MARKS["en"] in said.text) is (rule == Attribution.ATTRIBUTED)
    assert (TEXT in said.text) is (rule != Attribution.NON_ATTRIBUTED)
    assert gates == ({"wording"} if rule == Attribution.NON_ATTRIBUTED else set())


def test_words_that_may_not_be_quoted_wait_for_the_presidency_s() -> None:
    said = point_of(compile_summary(proceedings("counted", quotable=False), "en"), "M1")

    assert said.sentence.count == 3
    assert TEXT not in said.text
    assert not said.is_confirmed


def test_the_presidency_may_word_it_all_the_same() -> None:
    found = proceedings()
    key = point_of(compile_summary(found, "en"), "M1").sentence.key
    grounds = point_of(compile_summary(found, "en"), "M1").sentence.grounds
    drafting = Drafting(wordings={("en", key): Edit("benchmarks are needed", grounds)})

    said = point_of(compile_summary(found, "en", drafting), "M1")

    assert "benchmarks are needed" in said.text
    assert not said.is_stale


def test_the_same_words_signed_apart_are_counted_apart() -> None:
    summary = compile_summary(proceedings(signed=("M1", "M2")), "en")

    assert point_of(summary, "M1").sentence.count == 2
    assert point_of(summary, "M3").sentence.is_lone


def test_an_earlier_text_is_another_text() -> None:
    found = proceedings()
    moved = tuple(
        replace(each, joint="ref-2") if each.member == "M1" else each for each in found.positions
    )
    summary = compile_summary(replace(found, positions=moved), "en")

    assert point_of(summary, "M1").sentence.is_lone
    assert point_of(summary, "M2").sentence.count == 2


def test_invited_states_stand_apart_from_members_who_signed_the_same() -> None:
    found = proceedings()
    seats = tuple(
        replace(seat, standing=Standing.INVITED) if seat.code == "M3" else seat
        for seat in found.seats
    )
    summary = compile_summary(replace(found, seats=seats), "en")

    assert point_of(summary, "M1").sentence.seats == ("M1", "M2")
    assert point_of(summary, "M3").sentence.by is Standing.INVITED


def test_in_a_wider_group_the_joint_words_are_one_excerpt_with_the_names_of_their_authors() -> None:
    found = proceedings()
    refs = {each.member: PointRef(each.hash, 0) for each in found.positions}
    grouping = Grouping((Group("g1", CELL, frozenset({refs["M1"], refs["M4"]})),))

    said = point_of(compile_summary(found, "en", Drafting(grouping=grouping)), "M2")

    assert said.sentence.seats == ("M1", "M2", "M3", "M4")
    assert MARKS["en"] not in said.text
    assert not said.is_confirmed
    if said.excerpt and said.excerpt.text == TEXT:
        assert "words of Delegation M1, Delegation M2 and Delegation M3" in said.text


def test_a_new_alignment_recomputes_to_what_a_fresh_compilation_gives() -> None:
    found = proceedings(signed=("M1", "M2"))
    compiler = Compiler(found)
    third = replace(next(each for each in found.positions if each.member == "M3"), joint="ref-1")
    compiler.revise(third)

    assert compiler.sentences() == Compiler(compiler.proceedings).sentences()
    assert point_of(compiler.summary("en"), "M3").sentence.count == 3


POSITIONS = [
    Position(
        member=name,
        cell=CELL,
        statement=Statement(None, "One. Two.", "en"),
        hash=name,
        salt=b"",
        points=(Point(0, 4), Point(5, 9)),
        joint="ref-1" if name != "Z" else None,
    )
    for name in ("A", "B", "Z")
]
REFS = [PointRef(each.hash, index) for each in POSITIONS for index in (0, 1)]


def test_whatever_the_presidency_grouped_every_point_stands_once_and_joint_ones_together() -> None:
    for choice in product((None, "g1", "g2"), repeat=len(REFS)):
        groups = [
            Group(name, CELL, frozenset(ref for ref, held in zip(REFS, choice, strict=True)
                                        if held == name))
            for name in ("g1", "g2")
        ]  # fmt: skip

        found = link_points(CELL, POSITIONS, groups)

        placed = [ref for group in found for ref in group.points]
        assert len(placed) == len(set(placed))
        assert {ref for group in groups for ref in group.points} <= set(placed)
        for index in (0, 1):
            one, other = PointRef("A", index), PointRef("B", index)
            assert any({one, other} <= group.points for group in found)


def test_what_the_presidency_adds_to_joint_points_joins_them_under_their_name() -> None:
    (joint, *_) = link_points(CELL, POSITIONS)
    acts = [
        Act(1, ActKind.GATHER, CELL, points=(REFS[4],), group=joint.id),
        Act(2, ActKind.NAME, CELL, group=joint.id, name="Benchmarks"),
    ]

    found = linked(replay(acts), CELL, POSITIONS)

    assert [group.id for group in found.groups].count(joint.id) == 1
    (home,) = [group for group in found.groups if group.id == joint.id]
    assert (home.points, home.name) == (joint.points | {REFS[4]}, "Benchmarks")


def test_joint_points_can_be_named_before_anything_is_added() -> None:
    (joint, *_) = link_points(CELL, POSITIONS)
    named = replay([Act(1, ActKind.NAME, CELL, group=joint.id, name="Benchmarks")])

    assert "Benchmarks" in [group.name for group in linked(named, CELL, POSITIONS).groups]


def test_points_of_other_cells_and_rejected_pairs_stay_as_they_were() -> None:
    elsewhere = Group("g9", Cell(2, "UNX1"), frozenset(REFS[4:]))
    rejected = frozenset({(REFS[0], REFS[4])})

    found = linked(Grouping((elsewhere,), rejected), CELL, POSITIONS)

    assert elsewhere in found.groups
    assert found.rejected == rejected


def test_a_lone_signature_links_nothing() -> None:
    assert link_points(CELL, POSITIONS[1:]) == ()


@pytest.mark.parametrize(
    ("mark", "expected"),
    [(mark_of("ab", 1), True), (mark_of("ab", 12), True), (mark_of("abc", 1), False),
     (mark_of("a", 1), False), (None, False)],
)  # fmt: skip
def test_a_mark_names_its_statement(mark: str | None, expected: bool) -> None:
    assert is_of(mark, "ab") is expected


def test_who_parts_its_point_from_a_joint_text_stands_alone_with_it() -> None:
    found = proceedings()
    own, *others = (PointRef(each.hash, 0) for each in found.positions if each.joint)
    acts = [Act(1, ActKind.REJECT, CELL, points=(own,), others=tuple(others), by_owner=True)]

    (group,) = linked(replay(acts), CELL, found.positions).groups

    assert group.points == frozenset(others)
