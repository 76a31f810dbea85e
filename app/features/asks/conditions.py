"""What members set down for a mission's next mandate review: its conditions of existence.

The presidency's note asked for it (S/2017/287, outcome): that the review of mandates make sure
the conditions for a mission's existence still hold. The public sees what was published; desks that
may read an issued summary see it from then on.
"""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import ColumnElement, false, select
from sqlalchemy.orm import Session

from app.db.models import Ask, Mission, Release, Seat
from app.domain import permissions
from app.domain.actor import DELEGATION_ROLES, Actor
from app.domain.errors import NotFound
from app.features.asks.pages import Condition, ReviewLine, Source
from app.features.asks.reviews import list_reviews, list_set_down, review_entry
from app.formats.calendar import calendar_of

NO_MISSION = "There is no such mission."


@dataclass(frozen=True)
class ReviewsPage:
    """Every mission with something to be read of it, by its review (asks/reviews.html)."""

    lines: tuple[ReviewLine, ...]


@dataclass(frozen=True)
class ConditionsPage:
    """What is set down for one mission, by briefing, the latest first (asks/conditions.html)."""

    mission: ReviewLine
    briefings: tuple[tuple[Source, tuple[Condition, ...]], ...]


def reviews_page(db: Session, actor: Actor | None) -> ReviewsPage:
    lines = sorted(
        list_reviews(db, readable=[_readable(actor)]),
        key=lambda each: (each.review is None, each.review or date.max, each.acronym),
    )
    return ReviewsPage(tuple(lines))


def conditions_page(
    db: Session, actor: Actor | None, acronym: str, *, language: str
) -> ConditionsPage:
    line, found = _get_mission(db, actor, acronym, language)
    return ConditionsPage(
        line,
        tuple(
            (source, tuple(lines))
            for source, lines in groupby(found, key=lambda each: each.line.source)
        ),
    )


def review_calendar(
    db: Session, actor: Actor | None, acronym: str, *, language: str, page: str
) -> bytes:
    """Give the day of a mission's review for calendars; where it has none, there is none."""
    line, found = _get_mission(db, actor, acronym, language)
    entry = review_entry(line, found, language=language, page=page)
    if entry is None:
        raise NotFound(NO_MISSION)
    return calendar_of([entry])


def _get_mission(
    db: Session, actor: Actor | None, acronym: str, language: str
) -> tuple[ReviewLine, list[Condition]]:
    readable = [_readable(actor)]
    lines = list_reviews(db, Mission.acronym == acronym, readable=readable)
    if not lines:
        raise NotFound(NO_MISSION)
    (line,) = lines
    return line, list_set_down(db, Ask.mission == acronym, language=language, readable=readable)


def _readable(actor: Actor | None) -> ColumnElement[bool]:
    """Choose the releases a reader may know of: what is public, and what their desk was given."""
    public = Release.published_at.is_not(None)
    if actor is None:
        return public
    if permissions.read_asks(actor) is None or actor.is_briefer:
        return Release.issued_at.is_not(None)
    seated = select(Seat.briefing_id).where(Seat.delegation_id == actor.delegation_id)
    mine = Release.briefing_id.in_(seated) if actor.holds(*DELEGATION_ROLES) else false()
    return public | mine
