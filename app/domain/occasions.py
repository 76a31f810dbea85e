"""What a person is written to about, when a reminder is due, and when a mail has lost its sense."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.lifecycle import BriefingState


class Occasion(StrEnum):
    INVITED = "invited"
    OPENED = "opened"
    DUE_IN_72 = "due_in_72"
    DUE_IN_24 = "due_in_24"
    DUE_IN_2 = "due_in_2"
    REMINDED = "reminded"  # by the presidency, when it saw fit
    ADMITTED = "admitted"  # the presidency accepts late positions
    CLOSED = "closed"
    CIRCULATED = "circulated"
    CORRECTIONS_IN_72 = "corrections_in_72"
    CORRECTIONS_IN_24 = "corrections_in_24"
    CORRECTIONS_IN_2 = "corrections_in_2"
    EXTENDED = "extended"
    SILENCE_ENDED = "silence_ended"
    ISSUED = "issued"
    CORRIGENDUM = "corrigendum"


Before = Mapping[Occasion, timedelta]  # elapsed time before a deadline, nearest last

BEFORE_DEADLINE: Before = {
    Occasion.DUE_IN_72: timedelta(hours=72),
    Occasion.DUE_IN_24: timedelta(hours=24),
    Occasion.DUE_IN_2: timedelta(hours=2),
}
BEFORE_CORRECTIONS_END: Before = {
    Occasion.CORRECTIONS_IN_72: timedelta(hours=72),
    Occasion.CORRECTIONS_IN_24: timedelta(hours=24),
    Occasion.CORRECTIONS_IN_2: timedelta(hours=2),
}
OF_WHAT_IS_LEFT = frozenset({*BEFORE_DEADLINE, Occasion.REMINDED})
REMINDERS: Before = {**BEFORE_DEADLINE, **BEFORE_CORRECTIONS_END}

# Whoever may object within a time is always told that it has begun, and that it was made longer.
UNTIL = frozenset({Occasion.CIRCULATED, Occasion.EXTENDED})
ALWAYS = frozenset({Occasion.INVITED, Occasion.ADMITTED, Occasion.CORRIGENDUM, *UNTIL})
OPTIONAL = tuple(each for each in Occasion if each not in ALWAYS)

# An act is news for so long; afterwards its mail would only puzzle.
NEWS = timedelta(days=3)

# A desk is reminded by hand once in so long, whoever at the presidency presses the button.
REMIND_AGAIN = timedelta(hours=12)

_STILL_TRUE: Mapping[Occasion, frozenset[BriefingState]] = {
    Occasion.OPENED: frozenset({BriefingState.OPEN}),
    **dict.fromkeys(OF_WHAT_IS_LEFT, frozenset({BriefingState.OPEN})),
    Occasion.ADMITTED: frozenset(
        {BriefingState.OPEN, BriefingState.CLOSED, BriefingState.CIRCULATED}
    ),
    Occasion.CLOSED: frozenset({BriefingState.CLOSED, BriefingState.CIRCULATED}),
    **dict.fromkeys(UNTIL, frozenset({BriefingState.CIRCULATED})),
    Occasion.SILENCE_ENDED: frozenset({BriefingState.CIRCULATED, BriefingState.ISSUED}),
    **dict.fromkeys(BEFORE_CORRECTIONS_END, frozenset({BriefingState.CIRCULATED})),
    **dict.fromkeys(
        (Occasion.ISSUED, Occasion.CORRIGENDUM),
        frozenset({BriefingState.ISSUED, BriefingState.PUBLISHED}),
    ),
}


def reminder_due(
    before: Before, deadline: datetime, since: datetime, now: datetime
) -> tuple[Occasion, datetime] | None:
    """Give the one reminder that is due: the nearest passed, never one from before ``since``.

    Hours are elapsed hours: a night in which New York's clocks change makes none longer.
    """
    if now >= deadline:
        return None
    passed = [
        (occasion, deadline - hours)
        for occasion, hours in before.items()
        if since < deadline - hours <= now
    ]
    return passed[-1] if passed else None


def may_remind(last: datetime | None, now: datetime) -> bool:
    return last is None or now >= last + REMIND_AGAIN


def is_timely(occasion: Occasion, due: datetime, deadline: datetime | None, now: datetime) -> bool:
    """Tell whether a mail still says something its reader can use."""
    if occasion in REMINDERS:
        return deadline is not None and due == deadline - REMINDERS[occasion] and now < deadline
    if occasion in {Occasion.OPENED, Occasion.REMINDED, Occasion.ADMITTED, *UNTIL}:
        return deadline is None or now < deadline
    return now < due + NEWS


def is_true_of(occasion: Occasion, state: BriefingState) -> bool:
    """Tell whether a briefing is still where the mail says."""
    return state in _STILL_TRUE[occasion]
