"""The fewest voices in which everyone is heard, against every choice there is."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import cover as module
from app.domain.cover import EXACT, NODES, Cover, cover, fewest

SEATS = [f"M{n}" for n in range(1, 9)]
coverings = st.lists(st.frozensets(st.sampled_from(SEATS), max_size=5), min_size=1, max_size=8).map(
    lambda sets: {f"v{at}": found for at, found in enumerate(sets)}
)


def smallest(covers: dict[str, frozenset[str]]) -> int:
    everyone = frozenset().union(*covers.values())
    return next(
        size
        for size in range(len(covers) + 1)
        if any(
            frozenset().union(*(covers[voice] for voice in chosen)) == everyone
            for chosen in combinations(covers, size)
        )
    )


@settings(max_examples=300, deadline=None)
@given(coverings)
def test_nobody_is_left_out_and_no_smaller_choice_would_do(
    covers: dict[str, frozenset[str]],
) -> None:
    chosen = fewest(covers, sorted(covers))
    assert frozenset().union(*(covers[voice] for voice in chosen)) == frozenset().union(
        *covers.values()
    )
    assert len(chosen) == smallest(covers)


def test_where_greed_is_wrong_the_exact_choice_is_taken() -> None:
    covers = {
        "greedy": frozenset({"a", "b", "c", "d"}),
        "left": frozenset({"a", "b", "e"}),
        "right": frozenset({"c", "d", "f"}),
    }
    assert fewest(covers, ["greedy", "left", "right"]) == ["left", "right"]


def test_among_equals_the_earlier_is_chosen() -> None:
    covers = {"second": frozenset({"a"}), "first": frozenset({"a"})}
    assert fewest(covers, ["first", "second"]) == ["first"]


def test_a_large_table_is_covered_by_greed() -> None:
    covers = {n: frozenset({f"M{n}", f"M{n + 1}"}) for n in range(EXACT * 6)}
    chosen = fewest(covers, sorted(covers))
    assert frozenset().union(*(covers[n] for n in chosen)) == frozenset().union(*covers.values())


def of_three_sentences(members: int, findings: int) -> dict[str, frozenset[str]]:
    """Let each member have a condition on each of three sentences, and many be met together."""
    seats = [f"M{at:02}.{sentence}" for at in range(members) for sentence in "abc"]
    alone = {seat: frozenset({seat}) for seat in seats}
    draw = random.Random(1)  # noqa: S311 - repeatable
    return alone | {
        f"finding {at}": frozenset(draw.sample(seats, draw.randint(2, 10)))
        for at in range(findings)
    }


def chosen_of(covers: dict[str, frozenset[str]], size: int = 30) -> Cover[str]:
    return cover(covers, sorted(covers), size)


def test_thirty_members_and_three_sentences_are_solved_in_few_steps() -> None:
    found = chosen_of(of_three_sentences(members=30, findings=40))

    assert found.is_proven
    assert found.nodes < 200


def test_what_would_take_too_long_is_said_not_to_be_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    covers = of_three_sentences(members=30, findings=60)
    assert chosen_of(covers).is_proven
    monkeypatch.setattr(module, "NODES", 3)

    found = chosen_of(covers)

    assert not found.is_proven
    assert found.nodes <= 3 < NODES
    assert frozenset().union(*(covers[voice] for voice in found.voices)) == frozenset().union(
        *covers.values()
    )


def test_above_thirty_members_greed_is_not_called_proven() -> None:
    covers = of_three_sentences(members=31, findings=10)
    assert not chosen_of(covers, 31).is_proven
    assert not chosen_of(covers, 31).nodes


def test_nobody_to_cover_needs_no_voice() -> None:
    assert fewest({}, []) == []
    assert fewest({"silent": frozenset()}, ["silent"]) == []
