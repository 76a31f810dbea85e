"""What members set down for a mission's next mandate review: its conditions of existence.

The presidency's note asked for it (S/2017/287, outcome): that the review of mandates make sure
the conditions for a mission's existence still hold. The public sees what was published; desks that
may read an issued summary see it from then on.
"""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, false, select
from sqlalchemy.orm import Session

from app.db.models import Ask, Mission, Release, Seat
from app.domain import permissions
from app.domain.actor import DELEGATION_ROLES, Actor
from app.domain.errors import NotFound
from app.features.asks.pages import AskLine, ReviewLine, Said, Source, said_in
from app.features.asks.queries import asks, line_of
from app.features.asks.releases import list_issued
from app.formats.calendar import Entry, calendar_of

NO_MISSION = "There is no such mission."


@dataclass(frozen=True)
class ReviewsPage:
    """Every mission with something to be read of it, by its review (asks/reviews.html)."""

    lines: tuple[ReviewLine, ...]


@dataclass(frozen=True)
class Condition:
    line: AskLine
    sentence: Said


@dataclass(frozen=True)
class ConditionsPage:
    """What is set down for one mission, by briefing, the latest first (asks/conditions.html)."""

    mission: ReviewLine
    briefings: tuple[tuple[Source, tuple[Condition, ...]], ...]


def reviews_page(db: Session, actor: Actor | None) -> ReviewsPage:
    found = _missions(db, actor)
    lines = sorted(
        (line for line, _ in found.values()),
        key=lambda each: (each.review is None, each.review or date.max, each.acronym),
    )
    return ReviewsPage(tuple(lines))


def conditions_page(
    db: Session, actor: Actor | None, acronym: str, *, language: str
) -> ConditionsPage:
    line, _ = _get_mission(db, actor, acronym)
    rows = db.execute(asks(_readable(actor)).where(Ask.mission == acronym)).all()
    found = [_condition(row, language) for row in rows]
    return ConditionsPage(
        line,
        tuple(
            (source, tuple(lines))
            for source, lines in groupby(found, key=lambda each: each.line.source)
        ),
    )


def _condition(row: Any, language: str) -> Condition:  # noqa: ANN401 - of asks()
    return Condition(line_of(row, language), said_in(row[0].texts, language))


def review_calendar(
    db: Session, actor: Actor | None, acronym: str, *, title: str, page: str, host: str
) -> bytes:
    """Give the day of a mission's review for calendars; where it has none, there is none."""
    line, made_at = _get_mission(db, actor, acronym)
    if line.review is None:
        raise NotFound(NO_MISSION)
    entry = Entry(f"review.{acronym}@{host}", line.review, title, page, made_at)
    return calendar_of([entry])


def _get_mission(db: Session, actor: Actor | None, acronym: str) -> tuple[ReviewLine, datetime]:
    found = _missions(db, actor, Mission.acronym == acronym).get(acronym)
    if found is None:
        raise NotFound(NO_MISSION)
    return found


def _missions(
    db: Session, actor: Actor | None, *which: ColumnElement[bool]
) -> dict[str, tuple[ReviewLine, datetime]]:
    """Give missions as the latest briefing the reader may read has them, and when it was issued."""
    found: dict[str, tuple[ReviewLine, datetime]] = {}
    issued = {each.briefing.id: each for each in list_issued(db, readable=[_readable(actor)])}
    rows = db.scalars(select(Mission).where(Mission.briefing_id.in_(issued), *which)).all()
    order = {number: place for place, number in enumerate(issued)}
    for row in sorted(rows, key=lambda each: order[each.briefing_id]):
        line = ReviewLine(row.acronym, row.names, row.mandate_expires)
        found.setdefault(row.acronym, (line, issued[row.briefing_id].at))
    return found


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
