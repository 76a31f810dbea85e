"""The silence procedure: a draft to which members may object until a time.

Whoever says nothing did not object, and nothing more: silence is neither support nor agreement.
What comes of it is one of two, and names nobody. The arrival of an objection is stamped by the
database's clock, and the stamp alone decides.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.errors import Conflict, Invalid
from app.domain.position import find_hidden

SETTLE = timedelta(minutes=1)  # after the end: what arrived in time is in the house by then
LONGEST = 4_000

NEVER_AGAIN = "This silence procedure has been closed; it is never opened again."
PAST = "Silence has ended; it can be extended only before its end."
JUST_ENDED = "Silence has just ended; its outcome stands within two minutes. Try again then."
NO_SENTENCE = "Give the number of a paragraph of the draft."


ONCE_SILENT = (
    "Draft {number} was circulated under silence: members may object to whatever follows it, too."
)
SAME_WORDS = (
    "Draft {number} says the very same and has not passed silence. Change the words, or extend "
    "that silence while it runs."
)


class Manner(StrEnum):
    """How delegations are asked about a draft."""

    CORRECTIONS = "corrections"
    SILENCE = "silence"


class Outcome(StrEnum):
    """What a closed procedure came to."""

    BROKEN = "broken"
    NOT_OBJECTED = "not_objected"
    REPLACED = "replaced"  # another draft took its place before its end: nothing is said of it


class Stage(StrEnum):
    """Where a procedure stands, as everybody may know: objections change nothing of it."""

    RUNNING = "running"
    ENDED = "ended"  # and not closed yet
    BROKEN = "broken"
    NOT_OBJECTED = "not_objected"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Objection:
    """What a delegation objects to, why, and what it would have instead, if anything."""

    paragraph: int
    reason: str
    proposal: str = ""


def stage_of(outcome: Outcome | None, deadline: datetime, now: datetime) -> Stage:
    if outcome is not None:
        return Stage(outcome.value)
    return Stage.RUNNING if is_in_time(now, deadline) else Stage.ENDED


def is_in_time(arrived_at: datetime, deadline: datetime) -> bool:
    """Tell whether what arrives about a draft counts: at the very time it was given, it does."""
    return arrived_at <= deadline


def may_close(deadline: datetime, now: datetime) -> bool:
    return now > deadline + SETTLE


def outcome_of(arrivals: Iterable[datetime], deadline: datetime) -> Outcome:
    """Decide by the stamps alone: one objection in time is as good as many."""
    broken = any(is_in_time(each, deadline) for each in arrivals)
    return Outcome.BROKEN if broken else Outcome.NOT_OBJECTED


def check_extension(
    wanted: datetime, deadline: datetime, now: datetime, outcome: Outcome | None
) -> None:
    """Raise unless silence may last until ``wanted``.

    Objections are not asked about: that it may be extended would tell whether there are any.
    """
    if outcome is not None:
        raise Conflict(NEVER_AGAIN)
    if now >= deadline:
        raise Conflict(PAST)
    if wanted <= deadline:
        raise Invalid(
            "Silence can only be extended: choose a later time than it has.", where="deadline_date"
        )


def check_objection(objection: Objection, said: str | None) -> Objection:
    """Return it with its words trimmed, or say what it lacks; ``said`` is the sentence it names."""
    if said is None:
        raise Invalid(NO_SENTENCE, where="paragraph")
    reason, proposal = objection.reason.strip(), objection.proposal.strip()
    if not reason:
        raise Invalid("Give the reason; the presidency reads it.", where="reason")
    if proposal == said:
        raise Invalid(
            "This is the sentence as it stands. Change it, or leave the field empty.",
            where="proposal",
        )
    for where, words in (("reason", reason), ("proposal", proposal)):
        if len(words) > LONGEST:
            raise Invalid(f"Shorten this to {LONGEST} characters.", where=where)
        if hidden := find_hidden(words):
            raise Invalid(hidden, where=where)
    return Objection(objection.paragraph, reason, proposal)


@dataclass(frozen=True, slots=True)
class Silenced:
    """A draft circulated under silence, by number; ``words`` are its sentences, by language."""

    number: int
    outcome: Outcome | None
    words: Mapping[str, Sequence[str]]


def check_next(
    manner: Manner, words: Mapping[str, Sequence[str]], before: Iterable[Silenced]
) -> None:
    """Raise unless a draft may follow those that were under silence.

    What members may object to is not put past them another way, and not put to them again as it
    was. Objections are not asked about: that a draft may follow would tell whether there are any.
    """
    for draft in before:
        if manner is not Manner.SILENCE:
            raise Invalid(ONCE_SILENT.format(number=draft.number), where="manner")
        if draft.outcome is not Outcome.NOT_OBJECTED and draft.words == words:
            raise Conflict(SAME_WORDS.format(number=draft.number))


def blocks_issue(stage: Stage, silent_until: str) -> str | None:
    """Say why a draft under silence is not issued, unless nobody objected to it."""
    return {
        Stage.RUNNING: f"Silence runs until {silent_until}, New York time.",
        Stage.ENDED: JUST_ENDED,
        Stage.BROKEN: "Silence on this draft was broken. Circulate a new draft.",
        Stage.REPLACED: "Another draft has taken the place of this one.",
        Stage.NOT_OBJECTED: None,
    }[stage]
