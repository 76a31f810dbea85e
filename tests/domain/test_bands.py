"""What a band gives away, by brute force; what may follow it; what may be pooled."""

from collections.abc import Iterator
from itertools import product

import pytest

from app.domain.bands import (
    Interval,
    bands_for,
    bands_said,
    counts_refused,
    diff_reveals,
    is_safe,
    may_be_pooled,
    may_follow,
    tightened,
    worst_guess,
)

BANDED = [15, *range(17, 40)]  # sixteen in two halves would leave too few


def intervals(of: int) -> Iterator[Interval]:
    return ((low, high) for low in range(of + 1) for high in range(low, of + 1))


def learns(interval: Interval, of: int, coalition: int) -> bool:
    """Tell whether so few may come to know for certain what another member said."""
    low, high = interval
    if coalition == of:
        return False
    for ours in range(coalition + 1):
        left = [k for k in range(of - coalition + 1) if low <= k + ours <= high]
        if left in ([0], [of - coalition]):
            return True
    return False


@pytest.mark.parametrize("of", range(1, 9))
def test_the_smallest_coalition_that_learns_is_as_the_theorem_says(of: int) -> None:
    for low, high in intervals(of):
        breaking = min(high, of - low)
        assert not any(learns((low, high), of, few) for few in range(breaking))
        assert breaking == of or learns((low, high), of, breaking)


@pytest.mark.parametrize(
    ("interval", "guesses"),
    [
        ((15, 15), (1, 1, 1, 1, 1)),
        ((14, 14), (0.93, 1, 1, 1, 1)),
        ((13, 13), (0.87, 0.93, 1, 1, 1)),
        ((3, 3), (0.80, 0.86, 0.92, 1, 1)),
        ((3, 5), (0.70, 0.74, 0.79, 0.85, 1)),
        ((4, 8), (0.56, 0.58, 0.61, 0.65, 0.74)),
        ((8, 12), (0.60, 0.63, 0.67, 0.71, 0.82)),
        ((8, 15), (0.60, 0.63, 0.67, 0.71, 0.82)),
    ],
)
def test_the_worst_guess_of_fifteen(interval: Interval, guesses: tuple[float, ...]) -> None:
    found = [round(worst_guess(*interval, 15, few), 2) for few in (0, 1, 2, 3, 5)]
    assert found == pytest.approx(guesses)


def test_a_few_of_more_members_say_more_about_each() -> None:
    assert [round(worst_guess(3, 5, 27, few), 2) for few in (0, 3)] == [0.82, 0.92]


def test_the_worst_guess_is_that_of_counting_every_profile() -> None:
    def counted(low: int, high: int, of: int, coalition: int) -> float:
        best = 0.0
        for ours in product((0, 1), repeat=coalition):
            others = [
                one
                for one in product((0, 1), repeat=of - coalition)
                if low <= sum(one) + sum(ours) <= high
            ]
            if others:
                share = sum(one[0] for one in others) / len(others)
                best = max(best, share, 1 - share)
        return best

    for low, high in intervals(6):
        for few in range(4):
            assert worst_guess(low, high, 6, few) == pytest.approx(counted(low, high, 6, few))


def test_what_is_public_helps_a_coalition() -> None:
    assert is_safe((3, 5), 15, 0)
    assert not is_safe((3, 5), 15, 3)
    assert is_safe((4, 8), 15, 3)


def test_intervals_of_one_whole_narrow_each_other() -> None:
    assert tightened([(8, 12), (2, 4), (1, 2)], 15) == [(9, 12), (2, 4), (1, 2)]


def test_fewer_than_fifteen_have_no_bands() -> None:
    assert [of for of in range(40) if bands_for(of)] == BANDED
    assert bands_for(15) == ((0, 5), (6, 9), (10, 15))


@pytest.mark.parametrize("of", [*BANDED, 193])
def test_bands_are_symmetrical_and_safe(of: int) -> None:
    low, middle, high = bands_for(of)
    assert [k for a, b in (low, middle, high) for k in range(a, b + 1)] == list(range(of + 1))
    assert [(of - b, of - a) for a, b in (high, middle, low)] == [low, middle, high]
    assert middle[0] < middle[1]
    assert all(is_safe(each, of, 0) for each in (low, middle, high))


def tallies(of: int, strata: int) -> Iterator[tuple[int, ...]]:
    if strata == 1:
        yield (of,)
        return
    for first in range(of + 1):
        yield from ((first, *rest) for rest in tallies(of - first, strata - 1))


@pytest.mark.parametrize("of", [15, 17, 18])
def test_two_members_never_learn_a_third_s_view_from_a_cell(of: int) -> None:
    """Of every tally that reads alike, refusal too: each view may be a third's, or not be."""
    strata = 4  # three are said, those who submitted nothing are not
    alike: dict[object, list[tuple[int, ...]]] = {}
    for tally in tallies(of, strata):
        alike.setdefault(bands_said(tally[:-1], of, 0), []).append(tally)
    for found in alike.values():
        for ours in product(range(strata), repeat=2):
            others = [
                [count - ours.count(view) for view, count in enumerate(tally)] for tally in found
            ]
            left = [tally for tally in others if min(tally) >= 0]
            for view in range(strata if left else 0):
                assert any(tally[view] > 0 for tally in left)
                assert any(tally[view] < of - 2 for tally in left)


def test_a_council_split_in_halves_is_not_said_of_a_single_mission() -> None:
    assert bands_said((8, 7, 0, 0, 0), 15, 0) is None
    assert bands_said((10, 5, 0, 0, 0), 15, 0) == (2, 0, 0, 0, 0)
    assert counts_refused(15, 5, 0) == {0, 1, 2, 3, 6, 7, 8, 9}


def test_one_public_position_is_too_much_for_fifteen() -> None:
    assert bands_said((5, 5, 5, 0, 0), 15, 1) is None


def test_a_pool_must_not_tell_which_value_was_rare() -> None:
    assert may_be_pooled((1, 2), 15, 0, strata=5)
    assert not may_be_pooled((1, 2, 0), 15, 0, strata=5)
    assert not may_be_pooled((1, 2), 15, 1, strata=5)


@pytest.mark.parametrize("movers", [1, 2, 3])
def test_a_difference_reveals_when_all_who_moved_went_one_way(movers: int) -> None:
    """Each of those known to have moved came, went or moved elsewhere."""
    for before, after in product(intervals(6), repeat=2):
        ways = [
            moves
            for moves in product((-1, 0, 1), repeat=movers)
            if after[0] - before[1] <= sum(moves) <= after[1] - before[0]
        ]
        revealed = bool(ways) and ways in ([(1,) * movers], [(-1,) * movers])
        assert diff_reveals(before, after, movers) is revealed


def test_a_band_changes_only_if_enough_moved_and_it_tells_nothing_of_them() -> None:
    assert may_follow((0, 2), (2, 0), 15, 3)
    assert not may_follow((0, 2), (2, 0), 15, 2)
    assert not may_follow((0, 2), (1, 2), 15, 4)  # one step up: whoever moved came here
    assert may_follow(None, (0, 2), 15, 3)
    assert not may_follow(None, (0, 2), 15, 1)
