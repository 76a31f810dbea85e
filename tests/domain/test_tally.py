"""Every tally of fifteen: nobody is lost, nobody counted twice, silence upgrades nothing."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement, pairwise
from math import comb

from app.domain.position import AWAITING_INSTRUCTIONS, NO_POSITION, NOTHING_SUBMITTED, Statement
from app.domain.tally import Outcome, Tally, count_cell

SEATS = tuple(f"M{number}" for number in range(1, 16))
SCALE = tuple(f"v{number}" for number in range(1, 7))
ADDRESSED = "addressed"
STRATA = (*SCALE, ADDRESSED, NO_POSITION, AWAITING_INSTRUCTIONS, NOTHING_SUBMITTED)
RANK = {Outcome.NOBODY: 0, Outcome.DIFFERING: 0, Outcome.ALL_EXPRESSED: 1, Outcome.ALL_MEMBERS: 2}


def statement(choice: str) -> Statement | None:
    if choice == NOTHING_SUBMITTED:
        return None
    return Statement(None if choice == ADDRESSED else choice, "A view.", "en")


STATEMENTS = {choice: statement(choice) for choice in STRATA}


def tally_of(choices: Sequence[str]) -> Tally:
    given = {seat: STATEMENTS[choice] for seat, choice in zip(SEATS, choices, strict=True)}
    return count_cell(SEATS, SCALE, {seat: said for seat, said in given.items() if said})


def counts_of(tally: Tally) -> Counter[str]:
    strata = [*tally.values, (ADDRESSED, tally.addressed), *tally.silent]
    return Counter({name: len(seats) for name, seats in strata if seats})


def everybody_in(tally: Tally) -> list[str]:
    strata = [*tally.values, (ADDRESSED, tally.addressed), *tally.silent]
    return [seat for _, seats in strata for seat in seats]


def expected_outcome(counts: Counter[str]) -> Outcome:
    """Define the outcome anew, from the four sentences that describe it."""
    chosen = [value for value in SCALE if counts[value]]
    if chosen == []:
        return Outcome.NOBODY
    if len(chosen) >= 2:
        return Outcome.DIFFERING
    return Outcome.ALL_MEMBERS if counts[chosen[0]] == 15 else Outcome.ALL_EXPRESSED


def sampled(size: int) -> Iterator[tuple[str, ...]]:
    """Draw compositions of fifteen over all ten strata, each as likely as any other."""
    draw = random.Random(15)  # noqa: S311 - repeatable
    for _ in range(size):
        bars = sorted(draw.sample(range(15 + len(STRATA) - 1), len(STRATA) - 1))
        edges = [-1, *bars, 15 + len(STRATA) - 1]
        counts = [high - low - 1 for low, high in pairwise(edges)]
        yield tuple(name for name, n in zip(STRATA, counts, strict=True) for _ in range(n))


def assert_right(choices: Sequence[str]) -> None:
    tally, expected = tally_of(choices), Counter(choices)
    assert counts_of(tally) == expected
    assert sorted(everybody_in(tally)) == sorted(SEATS)
    assert tally.of == 15
    assert tally.assessed == sum(expected[value] for value in SCALE)
    assert tally.outcome is expected_outcome(expected)


def test_nobody_is_lost_or_counted_twice_in_any_tally_of_fifteen() -> None:
    every = combinations_with_replacement((*SCALE, NOTHING_SUBMITTED), 15)
    seen = 0
    for choices in every:
        assert_right(choices)
        seen += 1
    assert seen == comb(21, 6) == 54_264


def test_the_same_holds_when_all_ten_strata_mix() -> None:
    for choices in sampled(15_000):
        assert_right(choices)


def test_every_set_of_strata_is_told_apart() -> None:
    for size in range(1, len(STRATA) + 1):
        for strata in combinations(STRATA, size):
            assert_right([*strata, *[strata[0]] * (15 - size)])


def test_the_order_of_arrival_changes_nothing() -> None:
    draw = random.Random(2)  # noqa: S311 - repeatable
    for choices in sampled(1_000):
        given = [(seat, STATEMENTS[each]) for seat, each in zip(SEATS, choices, strict=True)]
        arrived = {seat: said for seat, said in draw.sample(given, 15) if said}
        assert count_cell(SEATS, SCALE, arrived) == tally_of(choices)


def test_seats_stand_in_seating_order_within_each_stratum() -> None:
    for choices in sampled(1_000):
        for _, seats in tally_of(random.Random(3).sample(choices, 15)).values:  # noqa: S311 - repeatable
            assert list(seats) == sorted(seats, key=SEATS.index)


def test_falling_silent_never_upgrades_an_outcome() -> None:
    """Silence may leave those who remain alike, but never makes them all members."""
    for choices in sampled(300):
        for at in range(15):
            for silence in (NO_POSITION, AWAITING_INSTRUCTIONS, NOTHING_SUBMITTED, ADDRESSED):
                after = tally_of([*choices[:at], silence, *choices[at + 1 :]])
                assert after.outcome is not Outcome.ALL_MEMBERS
                assert after.assessed <= tally_of(choices).assessed


def test_one_member_who_comes_to_differ_never_raises_the_outcome() -> None:
    for choices in sampled(300):
        before = tally_of(choices)
        for value in SCALE:
            others = {code for code, _ in before.values} - {value}
            if others and choices[0] != value and set(choices[1:]) & set(others):
                after = tally_of([value, *choices[1:]])
                assert RANK[after.outcome] <= RANK[before.outcome]
                assert after.outcome is Outcome.DIFFERING


def test_a_value_stands_in_the_order_of_its_scale() -> None:
    for choices in sampled(1_000):
        values = [code for code, _ in tally_of(choices).values]
        assert values == sorted(values, key=SCALE.index)
