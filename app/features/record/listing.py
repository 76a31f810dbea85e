"""The list of published briefings, narrowed by what its address asks for. Reads only."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from sqlalchemy import ColumnElement, Select, String, and_, cast, extract, func, select
from sqlalchemy.orm import Session

from app.db.base import Names
from app.db.models import Briefing, Mission, Release, Seat
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState, Origin
from app.domain.proceedings import in_language

PER_PAGE = 25
PUBLISHED = Briefing.state == BriefingState.PUBLISHED
IN_THE_CHAIR = and_(Seat.briefing_id == Briefing.id, Seat.code == Briefing.presiding)


@dataclass(frozen=True)
class ListShown:
    """What the address asks for, as it was typed; empty chooses nothing."""

    page: int = 1
    year: str = ""
    mission: str = ""
    presidency: str = ""
    attribution: str = ""

    @property
    def address(self) -> dict[str, str]:
        names = ("year", "mission", "presidency", "attribution")
        return {name: value for name in names if (value := getattr(self, name))}


@dataclass(frozen=True)
class ListChoices:
    """What can be chosen: codes, or pairs of code and name."""

    years: tuple[str, ...]
    missions: tuple[str, ...]
    presidencies: tuple[tuple[str, str], ...]
    attributions: tuple[str, ...] = tuple(Attribution)

    def unknown(self, shown: ListShown) -> tuple[str, ...]:
        """Give what was asked for and is in no published briefing."""
        chairs = tuple(code for code, _ in self.presidencies)
        asked = (
            (shown.year, self.years),
            (shown.mission, self.missions),
            (shown.presidency, chairs),
            (shown.attribution, self.attributions),
        )
        return tuple(value for value, known in asked if value and value not in known)


@dataclass(frozen=True)
class PublishedRelease:
    number: int
    issued_at: datetime


@dataclass(frozen=True)
class PublishedBriefing:
    """One line of the list of records."""

    slug: str
    title: Names
    meeting_date: date | None
    presidency: Names | None
    attribution: Attribution
    language: str  # of the version to open
    languages: tuple[str, ...]
    origin: Origin
    releases: tuple[PublishedRelease, ...]  # oldest first; the last is served at the address
    symbol: str | None

    @property
    def corrected_at(self) -> datetime | None:
        return self.releases[-1].issued_at if len(self.releases) > 1 else None


@dataclass(frozen=True)
class RecordIndexPage:
    """Published briefings, latest meeting first (record/index.html)."""

    shown: ListShown
    choices: ListChoices
    unknown: tuple[str, ...]
    briefings: tuple[PublishedBriefing, ...]
    count: int  # on all pages; 0 beyond the last

    @cached_property
    def pages(self) -> int:
        return -(-self.count // PER_PAGE)


def index_page(db: Session, language: str, shown: ListShown) -> RecordIndexPage:
    choices = _choices(db, language)
    unknown = choices.unknown(shown)
    rows = [] if unknown else db.execute(_briefings(shown)).all()
    releases = _releases(db, (briefing.id for briefing, *_ in rows))
    return RecordIndexPage(
        shown,
        choices,
        unknown,
        tuple(
            PublishedBriefing(
                row.slug,
                row.title,
                row.meeting_date,
                names,
                row.attribution,
                language if language in row.languages else row.languages[0],
                tuple(row.languages),
                row.origin,
                tuple(releases[row.id]),
                row.symbol,
            )
            for row, names, _ in rows
        ),
        rows[0][2] if rows else 0,
    )


def _briefings(shown: ListShown) -> Select[Briefing, Names | None, int]:
    return (
        select(Briefing, Seat.names, func.count().over())
        .outerjoin(Seat, IN_THE_CHAIR)
        .where(PUBLISHED, *_conditions(shown))
        .order_by(Briefing.meeting_date.desc().nulls_last(), Briefing.slug)
        .limit(PER_PAGE)
        .offset((shown.page - 1) * PER_PAGE)
    )


def _conditions(shown: ListShown) -> Iterable[ColumnElement[bool]]:
    """Give what every asked-for value demands; all of them are known to exist."""
    if shown.year:
        yield in_year(shown.year)
    if shown.mission:
        at = select(Mission.briefing_id).where(Mission.acronym == shown.mission)
        yield Briefing.id.in_(at)
    if shown.presidency:
        yield Briefing.presiding == shown.presidency
    if shown.attribution:
        yield Briefing.attribution == Attribution(shown.attribution)


def in_year(year: str) -> ColumnElement[bool]:
    return Briefing.meeting_date.between(date(int(year), 1, 1), date(int(year), 12, 31))


def _choices(db: Session, language: str) -> ListChoices:
    """Read what is published into choices, in one query whatever the number of briefings."""
    year = extract("year", Briefing.meeting_date)
    rows = db.execute(
        select(year, Mission.acronym, Briefing.presiding, func.max(cast(Seat.names, String)))
        .outerjoin(Mission, Mission.briefing_id == Briefing.id)
        .outerjoin(Seat, IN_THE_CHAIR)
        .where(PUBLISHED)
        .group_by(year, Mission.acronym, Briefing.presiding)
    ).all()
    chairs = {code: json.loads(names) for *_, code, names in rows if code and names}
    named = ((code, in_language(names, language)) for code, names in chairs.items())
    return ListChoices(
        years(row[0] for row in rows),
        tuple(sorted({row[1] for row in rows if row[1]})),
        tuple(sorted(named, key=lambda each: each[1])),
    )


def years(found: Iterable[int | None]) -> tuple[str, ...]:
    """Give each year once, the latest first."""
    return tuple(
        str(each) for each in sorted({each for each in found if each is not None}, reverse=True)
    )


def _releases(db: Session, of: Iterable[int]) -> dict[int, list[PublishedRelease]]:
    found: dict[int, list[PublishedRelease]] = defaultdict(list)
    rows = db.execute(
        select(Release.briefing_id, Release.number, Release.issued_at)
        .where(Release.published_at.is_not(None), Release.briefing_id.in_(tuple(of)))
        .order_by(Release.number)
    )
    for briefing_id, number, issued_at in rows:
        found[briefing_id].append(PublishedRelease(number, issued_at))
    return found
