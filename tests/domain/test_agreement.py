"""Stances on a drafted sentence: every tally of fifteen members is looked at, all 54,264."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from app.domain.agreement import (
    STRATA,
    Agreement,
    Stance,
    StanceTaken,
    StanceTally,
    agreement,
    check_stance,
    count_stances,
    may_be_banded,
)
from app.domain.errors import Invalid

MEMBERS = 15
HEIGHT = {label: -place for place, label in enumerate(Agreement)}  # from support down
AGREEING = frozenset(
    {
        Agreement.ALL_SUPPORT,
        Agreement.NO_OBJECTION,
        Agreement.NO_OBJECTION_EXPRESSED,
        Agreement.CONDITIONS,
    }
)
FAVOURABLE = ("support", "conditions", "no_objection")


@cache
def tallies() -> tuple[StanceTally, ...]:
    """Put six bars between fifteen stars in every way there is."""
    places = MEMBERS + len(STRATA) - 1
    return tuple(StanceTally(*_gaps(bars, places)) for bars in combinations(range(places), 6))


def _gaps(bars: tuple[int, ...], places: int) -> Iterator[int]:
    for before, after in zip((-1, *bars), (*bars, places), strict=True):
        yield after - before - 1


def moved(tally: StanceTally, source: str, target: str) -> StanceTally:
    counts = {source: getattr(tally, source) - 1, target: getattr(tally, target) + 1}
    return replace(tally, **counts)


def test_there_are_54264_tallies_of_fifteen_members() -> None:
    assert len(set(tallies())) == 54_264
    assert {tally.of for tally in tallies()} == {MEMBERS}


def test_every_stratum_has_its_own_clause_with_its_exact_number_and_they_add_up() -> None:
    for tally in tallies():
        clauses = dict(tally.clauses)
        assert sum(clauses.values()) == MEMBERS
        assert all(clauses.get(name, 0) == getattr(tally, name) for name in STRATA)


def test_all_is_said_only_if_all_did() -> None:
    for tally in tallies():
        label = agreement(tally)
        assert (label is Agreement.ALL_SUPPORT) == (tally.support == MEMBERS)
        if label in {Agreement.ALL_SUPPORT, Agreement.NO_OBJECTION}:
            assert tally.expressed == MEMBERS


def test_a_reservation_or_an_opposition_excludes_every_label_of_agreement() -> None:
    for tally in tallies():
        if tally.reservation or tally.oppose:
            assert agreement(tally) not in AGREEING


def test_silence_never_upgrades() -> None:
    for tally in tallies():
        label = agreement(tally)
        for source in ("support", "no_objection"):
            if getattr(tally, source):
                for silence in ("silent", "no_position"):
                    assert HEIGHT[agreement(moved(tally, source, silence))] <= HEIGHT[label]


def test_one_member_moving_to_reservation_or_opposition_never_raises_the_label() -> None:
    for tally in tallies():
        label = agreement(tally)
        for source in (*FAVOURABLE, "no_position", "silent", "reservation"):
            if getattr(tally, source):
                for target in ("reservation", "oppose"):
                    assert HEIGHT[agreement(moved(tally, source, target))] <= HEIGHT[label]


@pytest.mark.parametrize(
    ("tally", "label"),
    [
        (StanceTally(silent=15), Agreement.NO_POSITIONS),
        (StanceTally(no_position=15), Agreement.NO_POSITIONS),
        (StanceTally(support=15), Agreement.ALL_SUPPORT),
        (StanceTally(support=14, no_objection=1), Agreement.NO_OBJECTION),
        (StanceTally(support=14, silent=1), Agreement.NO_OBJECTION_EXPRESSED),
        (StanceTally(support=14, conditions=1), Agreement.CONDITIONS),
        (StanceTally(support=14, reservation=1), Agreement.RESERVATIONS),
        (StanceTally(oppose=1, silent=14), Agreement.OPPOSED),
        (StanceTally(support=14, oppose=1), Agreement.ONE_OPPOSES),
        (StanceTally(support=13, oppose=2), Agreement.DIVIDED),
    ],
)
def test_every_row_of_the_table_is_reached(tally: StanceTally, label: Agreement) -> None:
    assert agreement(tally) is label


def test_a_member_without_a_stance_is_silent_and_nobody_else_is_counted() -> None:
    stances = {"A": Stance.SUPPORT, "X": Stance.OPPOSE}

    assert count_stances(["A", "B"], stances) == StanceTally(support=1, silent=1)


def test_bands_are_said_only_where_there_are_enough_to_hide_among() -> None:
    assert not may_be_banded(StanceTally(support=12))
    assert may_be_banded(StanceTally(support=12, oppose=3))
    assert not may_be_banded(StanceTally(support=8, oppose=7))


@pytest.mark.parametrize(
    ("taken", "where"),
    [
        (StanceTaken(Stance.CONDITIONS), "text"),
        (StanceTaken(Stance.OPPOSE), "text"),
        (StanceTaken(Stance.RESERVATION, "We cannot."), "along"),
        (StanceTaken(Stance.RESERVATION, along="If dated."), "text"),
        (StanceTaken(Stance.SUPPORT, along="A\u202eB"), "along"),
    ],
)
def test_a_stance_says_what_it_must(taken: StanceTaken, where: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_stance(taken)
    assert refusal.value.where == where


@pytest.mark.parametrize(
    "taken",
    [
        StanceTaken(Stance.SUPPORT),
        StanceTaken(Stance.NO_OBJECTION),
        StanceTaken(Stance.NO_POSITION),
        StanceTaken(Stance.CONDITIONS, "If funded."),
        StanceTaken(Stance.RESERVATION, "We cannot.", "If dated."),
    ],
)
def test_the_other_stances_may_stand_alone(taken: StanceTaken) -> None:
    assert check_stance(taken) is taken
