"""The list of speakers of a meeting: its order, who has the floor, and how long each kept it.

Acts are only ever added, and what stands is what replaying them gives. An act that is not possible
where it comes raises Conflict, so that none such is ever kept.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.errors import Conflict, Invalid

ALMOST = timedelta(minutes=1)  # what is left when the speaker is told
LONGEST_LIMIT = 60  # minutes


class Order(StrEnum):
    """How the order of speakers comes about. Briefers are first, the invited after members."""

    DRAWN = "drawn"  # every seat, by a seed that is recorded when the list is opened
    SIGNED_UP = "signed_up"  # as they signified their wish to speak (rule 27)


class ActKind(StrEnum):
    PREPARE = "prepare"
    SIGN_UP = "sign_up"
    STAND_BACK = "stand_back"
    OPEN = "open"
    LIMIT = "limit"
    CALL = "call"
    PAUSE = "pause"
    RESUME = "resume"
    YIELD = "yield"
    SKIP = "skip"
    PUT_BACK = "put_back"
    UP = "up"
    DOWN = "down"


OF_DELEGATIONS = frozenset({ActKind.SIGN_UP, ActKind.STAND_BACK})


@dataclass(frozen=True, slots=True)
class Act:
    """One act. OPEN, and SIGN_UP once it is open, give ``speakers``: the whole order from then."""

    number: int
    kind: ActKind
    at: datetime
    speaker: str = ""
    order: Order | None = None
    seconds: int = 0
    speakers: tuple[str, ...] = ()
    seed: str = ""


class Turn(StrEnum):
    WAITING = "waiting"
    SPEAKING = "speaking"
    PAUSED = "paused"
    SPOKEN = "spoken"
    SKIPPED = "skipped"


HOLDS = frozenset({Turn.SPEAKING, Turn.PAUSED})  # the floor
TO_COME = frozenset({Turn.WAITING, Turn.SKIPPED})


class Time(StrEnum):
    """How a speaker stands with the limit."""

    WITHIN = "within"
    ALMOST = "almost"
    OVER = "over"


def time_of(left: timedelta) -> Time:
    if left <= timedelta():
        return Time.OVER
    return Time.ALMOST if left <= ALMOST else Time.WITHIN


@dataclass(frozen=True, slots=True)
class Span:
    begun: datetime
    ended: datetime | None = None  # None: it runs


@dataclass(frozen=True, slots=True)
class Speaker:
    code: str
    turn: Turn = Turn.WAITING
    spans: tuple[Span, ...] = ()

    def spoken(self, now: datetime) -> timedelta:
        """Give how long this speaker has had the floor, pauses apart."""
        spans = ((span.ended or now) - span.begun for span in self.spans)
        return sum(spans, timedelta())

    def until(self, limit: timedelta) -> datetime | None:
        """Give when the limit is reached; None while nothing runs."""
        if self.turn is not Turn.SPEAKING:
            return None
        begun = self.spans[-1].begun
        return begun + limit - self.spoken(begun)


@dataclass(frozen=True)
class SpeakersList:
    """What stands after some acts; ``last`` is the number of the last, ``led`` of the presidency's.

    Two officers who act on the same look at the list are told apart by ``led``.
    """

    last: int = 0
    led: int = 0
    order: Order | None = None
    limit: timedelta = timedelta(minutes=5)
    signed_up: tuple[str, ...] = ()
    opened_at: datetime | None = None
    seed: str = ""
    speakers: tuple[Speaker, ...] = ()

    @property
    def holder(self) -> Speaker | None:
        return next((each for each in self.speakers if each.turn in HOLDS), None)

    @property
    def upcoming(self) -> Speaker | None:
        return next((each for each in self.speakers if each.turn is Turn.WAITING), None)

    def find(self, code: str) -> Speaker | None:
        return next((each for each in self.speakers if each.code == code), None)


def replay(acts: Iterable[Act]) -> SpeakersList:
    listing = SpeakersList()
    for act in sorted(acts, key=lambda each: each.number):
        listing = apply(listing, act)
    return listing


def apply(listing: SpeakersList, act: Act) -> SpeakersList:
    """Give what stands after one more act, or raise Conflict where it is not possible."""
    after = _DO[act.kind](listing, act)
    led = listing.led if act.kind in OF_DELEGATIONS else act.number
    return replace(after, last=act.number, led=led)


def _prepare(listing: SpeakersList, act: Act) -> SpeakersList:
    if listing.opened_at is not None:
        raise Conflict("The list has been opened: how it was ordered stands.")
    return replace(listing, order=act.order, limit=timedelta(seconds=act.seconds))


def _limit(listing: SpeakersList, act: Act) -> SpeakersList:
    return replace(listing, limit=timedelta(seconds=act.seconds))


def _sign_up(listing: SpeakersList, act: Act) -> SpeakersList:
    if listing.order is None:
        raise Conflict("The presidency has not yet decided how speakers are listed.")
    if act.speaker in listing.signed_up or listing.find(act.speaker):
        raise Conflict("Your delegation is on the list of speakers.")
    if listing.opened_at is not None:
        known = {each.code: each for each in listing.speakers}
        return replace(
            listing,
            speakers=tuple(known.get(code, Speaker(code)) for code in act.speakers),
        )
    if listing.order is Order.DRAWN:
        raise Conflict("The order will be drawn among all delegations: there is no need to ask.")
    return replace(listing, signed_up=(*listing.signed_up, act.speaker))


def _stand_back(listing: SpeakersList, act: Act) -> SpeakersList:
    if listing.opened_at is None:
        if act.speaker not in listing.signed_up:
            raise Conflict("Your delegation is not on the list of speakers.")
        staying = tuple(code for code in listing.signed_up if code != act.speaker)
        return replace(listing, signed_up=staying)
    _need(listing, act, TO_COME)
    kept = tuple(each for each in listing.speakers if each.code != act.speaker)
    signed_up = tuple(code for code in listing.signed_up if code != act.speaker)
    return replace(listing, speakers=kept, signed_up=signed_up)


def _open(listing: SpeakersList, act: Act) -> SpeakersList:
    if listing.opened_at is not None:
        raise Conflict("The list of speakers is open already.")
    if listing.order is None:
        raise Conflict("Decide first how speakers are listed.")
    if not act.speakers:
        raise Conflict("Nobody is on the list of speakers yet.")
    speakers = tuple(Speaker(code) for code in act.speakers)
    return replace(listing, opened_at=act.at, seed=act.seed, speakers=speakers)


def _call(listing: SpeakersList, act: Act) -> SpeakersList:
    called = _need(listing, act, TO_COME)
    speaking = replace(called, turn=Turn.SPEAKING, spans=(*called.spans, Span(act.at)))
    holder = listing.holder
    if holder is not None:
        listing = _put(listing, _ended(holder, Turn.SPOKEN, act.at))
    return _put(listing, speaking)


def _pause(listing: SpeakersList, act: Act) -> SpeakersList:
    return _put(listing, _ended(_need(listing, act, {Turn.SPEAKING}), Turn.PAUSED, act.at))


def _resume(listing: SpeakersList, act: Act) -> SpeakersList:
    paused = _need(listing, act, {Turn.PAUSED})
    return _put(listing, replace(paused, turn=Turn.SPEAKING, spans=(*paused.spans, Span(act.at))))


def _yield(listing: SpeakersList, act: Act) -> SpeakersList:
    return _put(listing, _ended(_need(listing, act, HOLDS), Turn.SPOKEN, act.at))


def _skip(listing: SpeakersList, act: Act) -> SpeakersList:
    return _put(listing, replace(_need(listing, act, {Turn.WAITING}), turn=Turn.SKIPPED))


def _put_back(listing: SpeakersList, act: Act) -> SpeakersList:
    speaker = _need(listing, act, {Turn.SKIPPED, Turn.SPOKEN})
    return _put(listing, replace(speaker, turn=Turn.WAITING))


def _up(listing: SpeakersList, act: Act) -> SpeakersList:
    return _moved(listing, act, -1)


def _down(listing: SpeakersList, act: Act) -> SpeakersList:
    return _moved(listing, act, 1)


def _moved(listing: SpeakersList, act: Act, step: int) -> SpeakersList:
    """Let a waiting speaker change places with the next one who waits."""
    mover = _need(listing, act, {Turn.WAITING})
    speakers = list(listing.speakers)
    waiting = [at for at, each in enumerate(speakers) if each.turn is Turn.WAITING]
    place = waiting.index(speakers.index(mover)) + step
    if not 0 <= place < len(waiting):
        raise Conflict("Nobody waits on that side.")
    here, there = speakers.index(mover), waiting[place]
    speakers[here], speakers[there] = speakers[there], speakers[here]
    return replace(listing, speakers=tuple(speakers))


_DO: Mapping[ActKind, Callable[[SpeakersList, Act], SpeakersList]] = {
    ActKind.PREPARE: _prepare,
    ActKind.LIMIT: _limit,
    ActKind.SIGN_UP: _sign_up,
    ActKind.STAND_BACK: _stand_back,
    ActKind.OPEN: _open,
    ActKind.CALL: _call,
    ActKind.PAUSE: _pause,
    ActKind.RESUME: _resume,
    ActKind.YIELD: _yield,
    ActKind.SKIP: _skip,
    ActKind.PUT_BACK: _put_back,
    ActKind.UP: _up,
    ActKind.DOWN: _down,
}


def _need(listing: SpeakersList, act: Act, turns: Iterable[Turn]) -> Speaker:
    speaker = listing.find(act.speaker)
    if speaker is None or speaker.turn not in set(turns):
        raise Conflict("The list of speakers has moved on. Look at it again.")
    return speaker


def _ended(speaker: Speaker, turn: Turn, at: datetime) -> Speaker:
    *earlier, last = speaker.spans
    return replace(
        speaker, turn=turn, spans=(*earlier, last if last.ended else replace(last, ended=at))
    )


def _put(listing: SpeakersList, speaker: Speaker) -> SpeakersList:
    return replace(
        listing,
        speakers=tuple(speaker if each.code == speaker.code else each for each in listing.speakers),
    )


def check_limit(minutes: str) -> int:
    """Return a time limit in seconds, given in whole minutes, else raise Invalid."""
    if not (
        minutes.isascii()
        and minutes.isdigit()
        and len(minutes) < 4
        and 1 <= int(minutes) <= LONGEST_LIMIT
    ):
        raise Invalid(f"Give a number of minutes from 1 to {LONGEST_LIMIT}.", where="minutes")
    return int(minutes) * 60
