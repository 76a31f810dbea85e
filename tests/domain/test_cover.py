"""The fewest voices in which everyone is heard, against every choice there is."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cover import EXACT, fewest

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


def test_nobody_to_cover_needs_no_voice() -> None:
    assert fewest({}, []) == []
    assert fewest({"silent": frozenset()}, ["silent"]) == []
