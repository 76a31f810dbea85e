"""The states of a briefing, and the only ways between them."""

from datetime import date
from enum import StrEnum

from app.domain.errors import Conflict


class BriefingState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    CIRCULATED = "circulated"
    ISSUED = "issued"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


NEXT: dict[BriefingState, frozenset[BriefingState]] = {
    BriefingState.DRAFT: frozenset({BriefingState.OPEN, BriefingState.WITHDRAWN}),
    BriefingState.OPEN: frozenset({BriefingState.CLOSED, BriefingState.WITHDRAWN}),
    BriefingState.CLOSED: frozenset({BriefingState.CIRCULATED, BriefingState.WITHDRAWN}),
    BriefingState.CIRCULATED: frozenset({BriefingState.ISSUED, BriefingState.WITHDRAWN}),
    BriefingState.ISSUED: frozenset({BriefingState.PUBLISHED}),
    BriefingState.PUBLISHED: frozenset(),
    BriefingState.WITHDRAWN: frozenset(),
}


class Origin(StrEnum):
    """Where a briefing came from."""

    LIVE = "live"
    LOADED = "loaded"
    DEMONSTRATION = "demonstration"
    REHEARSAL = "rehearsal"

    @property
    def marking(self) -> str:
        """What every page says of a briefing that is no act of a presidency; else nothing."""
        return self.value if self in {Origin.DEMONSTRATION, Origin.REHEARSAL} else ""


def advance(current: BriefingState, wanted: BriefingState) -> BriefingState:
    """Return ``wanted`` if a briefing may go there from ``current``, else raise Conflict."""
    if wanted not in NEXT[current]:
        raise Conflict(f"A briefing that is {current} cannot become {wanted}.")
    return wanted


def check_meeting_over(meeting_date: date | None, today: date) -> None:
    """Raise Conflict unless the day of the meeting, in New York, has passed."""
    if meeting_date is None:
        raise Conflict("Enter the date of the meeting first: publication comes after it.")
    if today <= meeting_date:
        raise Conflict(f"The meeting is on {meeting_date.isoformat()}; publication comes after it.")
