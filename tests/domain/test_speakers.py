"""The list of speakers, act by act, on clocks that the tests set."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.errors import Conflict, Invalid
from app.domain.proceedings import Seat, Standing
from app.domain.speakers import (
    Act,
    ActKind,
    Order,
    SpeakersList,
    Time,
    Turn,
    apply,
    check_limit,
    replay,
    time_of,
)
from app.domain.speaking_order import Table, arranged, with_late

THREE = datetime(2026, 11, 2, 15, tzinfo=UTC)
LIMIT = timedelta(minutes=5)


def at(seconds: int) -> datetime:
    return THREE + timedelta(seconds=seconds)


def play(*acts: tuple[ActKind, str, int] | Act, order: Order = Order.SIGNED_UP) -> SpeakersList:
    """Play acts given as (kind, speaker, seconds) on a list of A, B and C that is open."""
    begun = [
        Act(1, ActKind.PREPARE, THREE, order=order, seconds=300),
        Act(2, ActKind.OPEN, THREE, speakers=("A", "B", "C")),
    ]
    given = [
        act if isinstance(act, Act) else Act(number, act[0], at(act[2]), speaker=act[1])
        for number, act in enumerate(acts, 3)
    ]
    return replay([*begun, *given])


def turns(listing: SpeakersList) -> list[tuple[str, str]]:
    return [(each.code, each.turn.value) for each in listing.speakers]


def test_calling_the_next_ends_who_speaks() -> None:
    listing = play((ActKind.CALL, "A", 0), (ActKind.CALL, "B", 200))

    assert turns(listing) == [("A", "spoken"), ("B", "speaking"), ("C", "waiting")]
    first, second = listing.speakers[:2]
    assert first.spoken(at(900)) == timedelta(seconds=200)
    assert second.until(listing.limit) == at(500)
    assert second.spoken(at(230)) == timedelta(seconds=30)


def test_a_pause_costs_nobody_time() -> None:
    listing = play(
        (ActKind.CALL, "A", 0),
        (ActKind.PAUSE, "A", 100),
        (ActKind.RESUME, "A", 160),
        (ActKind.PAUSE, "A", 200),
    )
    speaker = listing.holder
    assert speaker is not None
    assert speaker.turn is Turn.PAUSED
    assert speaker.spoken(at(9999)) == timedelta(seconds=140)
    assert speaker.until(listing.limit) is None

    going_on = apply(listing, Act(9, ActKind.RESUME, at(300), speaker="A"))
    assert going_on.holder is not None
    assert going_on.holder.until(LIMIT) == at(300 + 160)


def test_ending_a_paused_statement_counts_no_pause() -> None:
    listing = play((ActKind.CALL, "A", 0), (ActKind.PAUSE, "A", 50), (ActKind.YIELD, "A", 500))

    assert listing.holder is None
    assert listing.speakers[0].turn is Turn.SPOKEN
    assert listing.speakers[0].spoken(at(900)) == timedelta(seconds=50)


def test_who_is_skipped_may_be_called_later_or_put_back() -> None:
    listing = play((ActKind.SKIP, "A", 0), (ActKind.CALL, "B", 1), (ActKind.CALL, "A", 2))
    assert turns(listing) == [("A", "speaking"), ("B", "spoken"), ("C", "waiting")]

    again = play((ActKind.SKIP, "A", 0), (ActKind.PUT_BACK, "A", 1))
    assert again.upcoming is not None
    assert again.upcoming.code == "A"


def test_called_by_mistake_and_put_back_what_was_spoken_is_kept() -> None:
    listing = play(
        (ActKind.CALL, "A", 0),
        (ActKind.YIELD, "A", 60),
        (ActKind.PUT_BACK, "A", 70),
        (ActKind.CALL, "A", 100),
    )

    assert listing.speakers[0].spoken(at(110)) == timedelta(seconds=70)
    assert listing.speakers[0].until(LIMIT) == at(100 + 240)


def test_moving_changes_places_with_the_next_who_waits() -> None:
    listing = play((ActKind.CALL, "B", 0), (ActKind.DOWN, "A", 1))
    assert [each.code for each in listing.speakers] == ["C", "B", "A"]

    assert [each.code for each in play((ActKind.UP, "C", 0)).speakers] == ["A", "C", "B"]
    for kind, code in ((ActKind.UP, "A"), (ActKind.DOWN, "C")):
        with pytest.raises(Conflict, match="waits"):
            play((kind, code, 0))


@pytest.mark.parametrize(
    "act",
    [
        (ActKind.PAUSE, "A", 1), (ActKind.RESUME, "A", 1), (ActKind.YIELD, "B", 1),
        (ActKind.PUT_BACK, "B", 1), (ActKind.CALL, "Z", 1), (ActKind.CALL, "", 1),
        (ActKind.SKIP, "Z", 1), (ActKind.UP, "", 1),
    ],
)  # fmt: skip
def test_what_is_not_possible_is_never_kept(act: tuple[ActKind, str, int]) -> None:
    with pytest.raises(Conflict, match="moved on"):
        play(act)


def test_nobody_is_called_twice_by_two_who_press_at_once() -> None:
    with pytest.raises(Conflict):
        play((ActKind.CALL, "A", 0), (ActKind.CALL, "A", 0))


def test_signing_up_is_kept_in_its_order_and_can_be_taken_back() -> None:
    prepared = Act(1, ActKind.PREPARE, THREE, order=Order.SIGNED_UP, seconds=60)
    asked = [
        Act(number, ActKind.SIGN_UP, THREE, speaker=code) for number, code in enumerate("BCA", 2)
    ]
    listing = replay([prepared, *asked, Act(5, ActKind.STAND_BACK, THREE, speaker="C")])

    assert listing.signed_up == ("B", "A")
    assert (listing.last, listing.led) == (5, 1)
    for kind, code in ((ActKind.SIGN_UP, "B"), (ActKind.STAND_BACK, "C")):
        with pytest.raises(Conflict):
            apply(listing, Act(6, kind, THREE, speaker=code))


def test_before_it_is_decided_or_where_it_is_drawn_nobody_signs_up() -> None:
    act = Act(2, ActKind.SIGN_UP, THREE, speaker="A")
    drawn = replay([Act(1, ActKind.PREPARE, THREE, order=Order.DRAWN, seconds=60)])

    with pytest.raises(Conflict, match="not yet decided"):
        apply(SpeakersList(), act)
    with pytest.raises(Conflict, match="drawn"):
        apply(drawn, act)


def test_the_list_is_opened_once_with_somebody_on_it_and_its_order_then_stands() -> None:
    prepared = replay([Act(1, ActKind.PREPARE, THREE, order=Order.SIGNED_UP, seconds=60)])
    with pytest.raises(Conflict, match="Decide first"):
        apply(SpeakersList(), Act(1, ActKind.OPEN, THREE, speakers=("A",)))
    with pytest.raises(Conflict, match="Nobody"):
        apply(prepared, Act(2, ActKind.OPEN, THREE))
    with pytest.raises(Conflict, match="open already"):
        play((ActKind.OPEN, "", 0))
    with pytest.raises(Conflict, match="stands"):
        play((ActKind.PREPARE, "", 0))


def test_a_shorter_limit_holds_at_once() -> None:
    shorter = Act(4, ActKind.LIMIT, at(10), seconds=120)
    listing = play((ActKind.CALL, "A", 0), shorter)

    assert listing.holder is not None
    assert listing.holder.until(listing.limit) == at(120)


@pytest.mark.parametrize(
    ("seconds", "time"),
    [(300, Time.WITHIN), (61, Time.WITHIN), (60, Time.ALMOST), (1, Time.ALMOST), (0, Time.OVER),
     (-60, Time.OVER)],
)  # fmt: skip
def test_the_last_minute_and_what_is_over_are_told_apart(seconds: int, time: Time) -> None:
    assert time_of(timedelta(seconds=seconds)) is time


def test_acts_may_come_in_any_order() -> None:
    acts = [
        Act(1, ActKind.PREPARE, THREE, order=Order.DRAWN, seconds=60),
        Act(2, ActKind.OPEN, THREE, speakers=("A", "B"), seed="s"),
        Act(3, ActKind.CALL, at(5), speaker="A"),
    ]

    assert replay(acts[::-1]) == replay(acts)


SEATS = (*(Seat(code, {"en": code}) for code in "PABC"), Seat("X", {"en": "X"}, Standing.INVITED))
TABLE = Table(SEATS, "P", 2)


def test_briefers_are_first_the_presidency_last_of_the_members_the_invited_after_all() -> None:
    for seed in map(str, range(10)):
        order = arranged(TABLE, Order.DRAWN, seed, ())
        assert order[:2] == ("briefer-1", "briefer-2")
        assert order[-2:] == ("P", "X")
        assert sorted(order[2:-2]) == ["A", "B", "C"]


def test_a_seed_draws_one_order_and_other_seeds_draw_every_other() -> None:
    drawn = [arranged(TABLE, Order.DRAWN, str(seed), ()) for seed in range(60)]

    assert drawn[7] == arranged(TABLE, Order.DRAWN, "7", ())
    assert len(set(drawn)) == 6


def test_as_they_sign_up_only_those_speak_who_asked() -> None:
    order = arranged(TABLE, Order.SIGNED_UP, "", ("X", "P", "C", "A"))

    assert order == ("briefer-1", "briefer-2", "C", "A", "P", "X")


def _late(code: str, *spoken: str, order: tuple[str, ...] = ("C", "P", "X")) -> tuple[str, ...]:
    acts = [Act(number, ActKind.CALL, THREE, speaker=each) for number, each in enumerate(spoken, 3)]
    begun = [
        Act(1, ActKind.PREPARE, THREE, order=Order.SIGNED_UP, seconds=60),
        Act(2, ActKind.OPEN, THREE, speakers=order),
    ]
    return with_late(TABLE, replay([*begun, *acts]), code)


def test_who_asks_late_comes_last_of_their_kind_but_never_before_who_has_spoken() -> None:
    assert _late("A") == ("C", "A", "P", "X")
    assert _late("A", "C", "P") == ("C", "P", "A", "X")
    assert _late("A", "C", "P", "X") == ("C", "P", "X", "A")
    assert _late("P", order=("C", "X")) == ("C", "P", "X")
    assert _late("X", order=("P",)) == ("P", "X")


def test_a_late_speaker_takes_the_place_given_and_may_leave_it() -> None:
    late = Act(4, ActKind.SIGN_UP, at(1), speaker="D", speakers=("A", "D", "B", "C"))
    listing = play((ActKind.CALL, "A", 0), late)
    assert [each.code for each in listing.speakers] == ["A", "D", "B", "C"]
    assert listing.speakers[0].turn is Turn.SPEAKING

    gone = apply(listing, Act(5, ActKind.STAND_BACK, at(2), speaker="D"))
    assert gone.find("D") is None
    with pytest.raises(Conflict):
        apply(gone, Act(6, ActKind.STAND_BACK, at(3), speaker="A"))


@pytest.mark.parametrize("minutes", ["", "0", "61", "5.5", "-1", "five", "٥", "0005"])
def test_a_limit_is_a_number_of_minutes_up_to_an_hour(minutes: str) -> None:
    with pytest.raises(Invalid, match="minutes"):
        check_limit(minutes)


def test_a_limit_is_kept_in_seconds() -> None:
    assert check_limit("5") == 300
