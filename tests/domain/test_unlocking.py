"""What would leave no reservation: the fewest acceptances, against every choice there is."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.agreement import Stance, StanceTaken
from app.domain.errors import Conflict, Invalid
from app.domain.unlocking import (
    Act,
    Asking,
    Same,
    asking_of,
    check_finding,
    normal,
    standing,
    unlock,
)

MEMBERS = [f"M{number}" for number in range(1, 7)]
WORDS = ["a later date", "no date", "benchmarks first", "host consent", "fewer troops"]
R, C = Stance.RESERVATION, Stance.CONDITIONS


def asking(member: str, words: str, stance: Stance = R, sentence: str = "s") -> Asking:
    return Asking(sentence, member, stance, words)


def found(number: int, *askings: Asking) -> Same:
    return Same(number, frozenset(each.condition for each in askings))


tables = st.lists(
    st.builds(asking, st.sampled_from(MEMBERS), st.sampled_from(WORDS), st.sampled_from([R, C])),
    max_size=6,
    unique_by=lambda each: each.member,
)


@st.composite
def instances(draw: st.DrawFn) -> tuple[list[Asking], list[Same]]:
    askings = draw(tables)
    names = sorted({each.condition for each in askings})
    findings = []
    if len(names) > 1:
        groups = st.lists(st.sets(st.sampled_from(names), min_size=2), max_size=4)
        findings = [Same(at, frozenset(each)) for at, each in enumerate(draw(groups), 1)]
    return askings, findings


def smallest(askings: list[Asking], findings: list[Same], voices: set[str]) -> int:
    """Try every choice of acceptances, from none upwards, against the bare definition."""
    offers = {frozenset({each.condition}) for each in askings}
    offers |= {each.conditions for each in findings}
    for size in range(len(offers) + 1):
        for chosen in combinations(offers, size):
            met = frozenset[str]().union(*chosen)
            if all(each.condition in met for each in askings if each.voice in voices):
                return size
    raise AssertionError("each condition alone would do")


@settings(max_examples=300, deadline=None)
@given(instances())
def test_no_smaller_choice_leaves_no_reservation(case: tuple[list[Asking], list[Same]]) -> None:
    askings, findings = case
    reserved = {each.voice for each in askings if each.stance is R}

    result = unlock(askings, findings, (), "seed")

    met = {name for offer in result.needed for name in offer.conditions}
    assert all(each.condition in met for each in askings if each.voice in reserved)
    assert len(result.needed) == smallest(askings, findings, reserved)
    rest = {each.voice for each in askings if each.condition not in met}
    assert len(result.further) == smallest(askings, findings, rest)
    met |= {name for offer in result.further for name in offer.conditions}
    assert {each.condition for each in askings} <= met


@st.composite
def rooms(draw: st.DrawFn) -> tuple[list[Asking], list[Same]]:
    """Let fifteen members speak of three sentences: more voices than thirty, of fewer words."""
    askings = [
        asking(f"M{at}", draw(st.sampled_from(WORDS[:3])), sentence=sentence)
        for sentence in ("s1", "s2", "s3")
        for at in range(15)
    ]
    names = sorted({each.condition for each in askings})
    groups = st.lists(st.sets(st.sampled_from(names), min_size=2, max_size=4), max_size=5)
    unlike = [each for each in draw(groups) if len(each) > 1] if len(names) > 1 else []
    return askings, [Same(at, frozenset(each)) for at, each in enumerate(unlike, 1)]


@settings(max_examples=50, deadline=None)
@given(rooms())
def test_nor_where_members_speak_of_several_sentences(
    case: tuple[list[Asking], list[Same]],
) -> None:
    askings, findings = case

    result = unlock(askings, findings, (), "seed")

    assert len(result.needed) == smallest(askings, findings, {each.voice for each in askings})
    assert result.is_smallest


def test_fifteen_members_with_many_reservations_are_not_left_to_greed() -> None:
    spoken = [asking(f"M{at % 15}", f"words {at}", sentence=f"s{at // 15}") for at in range(44)]
    ends = [spoken[:22], spoken[22:]]  # two findings would do; each of these takes more of both
    parts = [(0, 12), (12, 18), (18, 21), (21, 22)]
    tempting = [[*ends[0][a:b], *ends[1][a:b]] for a, b in parts]
    findings = [found(at, *each) for at, each in enumerate([*tempting, *ends], 1)]

    result = unlock(spoken, findings, (), "seed")

    assert {offer.finding for offer in result.needed} == {5, 6}
    assert result.is_smallest


@settings(max_examples=100, deadline=None)
@given(instances(), st.randoms())
def test_the_order_of_arrival_changes_nothing(
    case: tuple[list[Asking], list[Same]], chance: object
) -> None:
    askings, findings = case
    shuffled = list(askings)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random

    def sets(given: list[Asking]) -> list[frozenset[str]]:
        return [frozenset(each.conditions) for each in unlock(given, findings, (), "seed").needed]

    assert sets(shuffled) == sets(askings)


def test_one_acceptance_that_meets_two_is_chosen_over_two() -> None:
    one, two, three = (asking(f"M{at}", words) for at, words in enumerate(WORDS[:3], 1))

    result = unlock([one, two, three], [found(1, one, two), found(2, two, three)], (), "seed")

    assert len(result.needed) == 2
    result = unlock([one, two, three], [found(1, one, two, three)], (), "seed")
    assert [offer.finding for offer in result.needed] == [1]


def test_either_of_two_acceptances_may_meet_a_condition_and_greed_is_not_enough() -> None:
    a, b, c, d, e, f = (asking(f"M{at}", f"words {at}") for at in range(6))
    findings = [found(1, a, b, c, d), found(2, a, b, e), found(3, c, d, f)]

    result = unlock([a, b, c, d, e, f], findings, (), "seed")

    assert {offer.finding for offer in result.needed} == {2, 3}


def test_ties_go_by_the_recorded_seed_and_by_nothing_else() -> None:
    one, two = asking("M1", "a"), asking("M2", "b")
    both = asking("M3", "c")
    findings = [found(1, one, both), found(2, two, both)]

    chosen = {
        tuple(offer.finding for offer in unlock([both], findings, (), str(seed)).needed)
        for seed in range(30)
    }

    assert chosen == {(None,)}  # nobody else asks: only its own words are there to accept
    sets = {
        frozenset(offer.conditions)
        for seed in range(30)
        for offer in unlock([one, two, both], findings, (), str(seed)).needed
    }
    assert len(sets) > 2


def test_members_who_use_the_same_words_are_moved_together() -> None:
    result = unlock([asking("M1", "A later date."), asking("M2", "a  later DATE")], [], (), "s")

    assert [len(offer.askings) for offer in result.needed] == [2]


def test_the_same_words_of_two_sentences_are_two_conditions_until_a_person_says_otherwise() -> None:
    one, two = asking("M1", "no date", sentence="s1"), asking("M1", "no date", sentence="s2")

    assert len(unlock([one, two], [], (), "s").needed) == 2
    assert len(unlock([one, two], [found(1, one, two)], (), "s").needed) == 1


def test_opposition_is_listed_and_never_reached() -> None:
    result = unlock([asking("M1", "a")], [], ("M2",), "s")

    assert result.opposed == ("M2",)
    assert all(each.member != "M2" for offer in result.needed for each in offer.askings)


@pytest.mark.parametrize("stance", [each for each in Stance if each not in {R, C}])
def test_whoever_asks_for_nothing_is_asked_nothing(stance: Stance) -> None:
    assert asking_of("s", "M1", StanceTaken(stance, "words", "words")) is None


def test_a_reservation_asks_for_what_it_could_go_along_with_and_a_condition_for_itself() -> None:
    reserved = asking_of("s", "M1", StanceTaken(R, "why", "a later date"))
    conditional = asking_of("s", "M1", StanceTaken(C, "host consent"))

    assert reserved is not None
    assert conditional is not None
    assert (reserved.words, conditional.words) == ("a later date", "host consent")


def test_meeting_conditions_leaves_nothing_that_was_already_met() -> None:
    reserved, conditional = asking("M1", "a"), asking("M2", "A", C)

    result = unlock([reserved, conditional], [], (), "s")

    assert len(result.needed) == 1
    assert result.further == ()


def test_a_large_table_is_covered_by_greed() -> None:
    askings = [asking(f"M{at}", f"words {at // 2}") for at in range(193)]

    result = unlock(askings, [], (), "s")

    assert len(result.needed) == 97
    assert not result.is_smallest


def test_what_was_taken_back_stands_no_more() -> None:
    acts = [Act(2, undone=1), Act(1, frozenset("ab")), Act(3, frozenset("bc"))]

    assert standing(acts) == [Same(3, frozenset("bc"))]


def test_a_finding_whose_words_are_gone_meets_nothing() -> None:
    one, gone = asking("M1", "a"), asking("M2", "b")

    result = unlock([one], [found(1, one, gone)], (), "s")

    assert [offer.finding for offer in result.needed] == [None]


@pytest.mark.parametrize(
    ("conditions", "problem"), [("a", Invalid), ("", Invalid), ("ab", Invalid), ("ax", Conflict)]
)
def test_a_finding_that_cannot_stand_is_refused(
    conditions: str, problem: type[Invalid] | type[Conflict]
) -> None:
    with pytest.raises(problem):
        check_finding(list(conditions), "abc", [Same(1, frozenset("ab"))])


def test_a_finding_of_two_known_conditions_stands() -> None:
    assert check_finding(["a", "c", "c"], "abc", [Same(1, frozenset("ab"))]) == frozenset("ac")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No date.", "no date"),
        (" «Ｎo  date» ", "no\ndate"),
        ("后来。", "后来"),
        ("لاحقًا؟", "لاحقًا"),
    ],
)
def test_what_does_not_change_words_makes_no_two_conditions(one: str, other: str) -> None:
    assert normal(one) == normal(other)
    assert normal("no date") != normal("a date")
