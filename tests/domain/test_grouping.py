"""Decisions on groups: replayed in any order, every one of them can be taken back."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.grouping import (
    Act,
    ActKind,
    Grouping,
    PointRef,
    are_rejected,
    last_standing,
    merged,
    partings,
    replay,
)
from app.domain.position import Cell

HERE = Cell(1, "UNX1")
A, B, C, D = (PointRef(name, 0) for name in "abcd")


def gather(number: int, *points: PointRef, group: str | None = None) -> Act:
    return Act(number, ActKind.GATHER, HERE, points=points, group=group)


def reject(number: int, point: PointRef, *others: PointRef) -> Act:
    return Act(number, ActKind.REJECT, HERE, points=(point,), others=others)


def undo(number: int, undone: int) -> Act:
    return Act(number, ActKind.UNDO, HERE, undone=undone)


def sets(grouping: Grouping) -> dict[str, set[PointRef]]:
    return {group.id: set(group.points) for group in grouping.groups}


def test_points_gathered_stand_together_in_a_group_named_after_the_act() -> None:
    assert sets(replay([gather(3, A, B)])) == {"g3": {A, B}}
    assert sets(replay([gather(1, A, B), gather(2, C, group="g1")])) == {"g1": {A, B, C}}


def test_a_point_stands_in_one_group_only() -> None:
    acts = [gather(1, A, B), gather(2, C, D), gather(3, B, group="g2")]
    assert sets(replay(acts)) == {"g1": {A}, "g2": {B, C, D}}


def test_a_group_emptied_by_a_merge_is_gone() -> None:
    acts = [gather(1, A, B), gather(2, C, D), gather(3, A, B, group="g2")]
    assert sets(replay(acts)) == {"g2": {A, B, C, D}}


def test_a_rejected_pair_is_remembered_whichever_comes_first() -> None:
    rejected = replay([reject(1, B, A, C)]).rejected
    assert are_rejected(rejected, A, B)
    assert are_rejected(rejected, B, A)
    assert are_rejected(rejected, C, B)
    assert not are_rejected(rejected, A, C)


def test_undoing_leaves_no_trace_in_what_stands() -> None:
    before = [gather(1, A, B), reject(2, C, A)]
    for act in (gather(3, C, group="g1"), reject(3, D, A), gather(3, A)):
        assert replay([*before, act, undo(4, 3)]) == replay(before)


def test_the_last_decision_that_stands_is_the_one_to_undo() -> None:
    acts = [gather(1, A, B), gather(2, C, D), undo(3, 2)]
    last = last_standing(acts)
    assert last is not None
    assert last.number == 1
    assert last_standing([*acts, undo(4, 1)]) is None


def test_a_name_stays_with_its_group() -> None:
    named = Act(2, ActKind.NAME, HERE, group="g1", name="Benchmarks")
    again = replace(named, number=3, name="Exit benchmarks")
    assert [each.name for each in replay([gather(1, A, B), named, again]).groups] == [again.name]


def test_merging_brings_all_that_already_stands_together() -> None:
    groups = replay([gather(1, A, B)]).by_point()
    assert merged(groups, [A, C]) == {A, B, C}


points = st.sampled_from([A, B, C, D])
acts = st.lists(
    st.one_of(
        st.builds(lambda found: ("gather", found), st.lists(points, min_size=1, unique=True)),
        st.builds(lambda one, other: ("reject", [one, other]), points, points),
    ),
    max_size=8,
)


@given(acts, st.randoms(use_true_random=False))
def test_what_stands_depends_on_the_numbers_alone(
    drawn: list[tuple[str, list[PointRef]]], random: object
) -> None:
    said = [
        gather(number, *found) if kind == "gather" else reject(number, *found)
        for number, (kind, found) in enumerate(drawn, 1)
    ]
    mixed = list(said)
    random.shuffle(mixed)  # type: ignore[attr-defined]  # Hypothesis gives a Random
    grouping = replay(said)
    assert replay(mixed) == grouping
    held = [point for group in grouping.groups for point in group.points]
    assert len(held) == len(set(held))
    gathered = {point for act in said if act.kind is ActKind.GATHER for point in act.points}
    assert set(held) == gathered


def own(act: Act) -> Act:
    return replace(act, by_owner=True)


def test_what_a_delegation_did_itself_is_taken_back_by_nobody_else() -> None:
    acts = [gather(1, A, B), own(reject(2, B, A)), own(gather(3, B)), undo(4, 2)]

    grouping = replay(acts)

    assert last_standing(acts) == acts[0]
    assert [act.number for act in partings(acts)] == [2]
    assert are_rejected(grouping.refused, A, B)
    assert not grouping.brings_back


def test_a_delegation_takes_back_its_own_parting_alone() -> None:
    acts = [gather(1, A, B), own(reject(2, B, A)), own(undo(3, 2)), own(undo(4, 1))]

    assert partings(acts) == []
    assert replay(acts).refused == frozenset()
    assert sets(replay(acts)) == {"g1": {A, B}}


def test_a_point_put_back_beside_one_it_was_parted_from_by_its_owner_is_seen() -> None:
    acts = [gather(1, A, B), own(reject(2, B, A)), own(gather(3, B))]

    assert replay([*acts, gather(4, B, group="g1")]).brings_back
    assert replay([*acts, gather(4, A, B, C)]).brings_back
    assert not replay([*acts, gather(4, A, C)]).brings_back
    assert not replay([reject(1, A, B), gather(2, A, B)]).brings_back
