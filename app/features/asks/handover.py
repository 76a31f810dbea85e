"""What one presidency gives to the next: who presides when, open asks, tallies, what is to come.

Made of issued summaries and the register alone.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from app.db.models import Ask, Mission, Release
from app.domain.actor import Actor
from app.domain.asks import ASKED, LIVE
from app.domain.brief import Brief
from app.domain.position import PointKind
from app.domain.proceedings import Names, in_language
from app.features.asks.pages import AskLine, Condition, ReviewLine
from app.features.asks.queries import ORDER, STATUS, asks, check_reader, line_of, today_in_new_york
from app.features.asks.releases import (
    Issued,
    brief_from,
    compared,
    find_document,
    list_issued,
    name_of,
)
from app.features.asks.reviews import list_reviews, list_set_down
from app.features.asks.turns import Turn, list_turns
from app.features.briefings.queries import list_seats
from app.formats.brief_lines import Facts, PrintedBrief
from app.formats.brief_print import printed_brief

_KIND = case({kind.value: place for place, kind in enumerate(ASKED)}, value=Ask.kind)
PRINTED = 20  # open points on the page; the pack and the register have all


@dataclass(frozen=True)
class Tallies:
    """Where members stood last on some missions, and what had changed by then."""

    slug: str
    name: str
    marking: str
    printed: PrintedBrief


@dataclass(frozen=True)
class SummaryLine:
    slug: str
    title: Names
    meeting_date: date | None
    hash: str
    is_published: bool
    language: str  # of the record to open
    marking: str


@dataclass(frozen=True)
class HandoverPage:
    """The hand-over to the next presidency (asks/handover.html)."""

    language: str
    today: date
    turns: tuple[Turn, ...]
    open_asks: tuple[AskLine, ...]
    open_count: int
    tallies: tuple[Tallies, ...]
    reviews: tuple[ReviewLine, ...]  # mandates that end from today on, the next first
    set_down: tuple[Condition, ...]  # for those
    summaries: tuple[SummaryLine, ...]


def handover_page(
    db: Session, actor: Actor, *, language: str, most: int | None = PRINTED
) -> HandoverPage:
    check_reader(actor)
    today = today_in_new_york(db)
    issued = list_issued(db)
    public = {
        each.briefing.id: each
        for each in list_issued(db, readable=[Release.published_at.is_not(None)])
    }
    live = asks().where(STATUS.in_(list(LIVE))).order_by(None).order_by(_KIND, *ORDER)
    rows = db.execute(live.limit(most)).all()
    reviews = _ahead(db, today)
    return HandoverPage(
        language=language,
        today=today,
        turns=tuple(list_turns(db, actor, today)),
        open_asks=tuple(line_of(row, language) for row in rows),
        open_count=db.scalar(select(func.count()).select_from(live.order_by(None).subquery())) or 0,
        tallies=tuple(_tallies(db, issued, language)),
        reviews=tuple(reviews),
        set_down=tuple(_set_down(db, reviews, language)),
        summaries=tuple(
            _summary_line(public.get(each.briefing.id, each), language) for each in issued
        ),
    )


def _tallies(db: Session, issued: list[Issued], language: str) -> list[Tallies]:
    """Give every mission's last tallies, under the briefing they come from."""
    found: list[Tallies] = []
    told: set[str] = set()
    missions: dict[int, set[str]] = defaultdict(set)
    for number, acronym in db.execute(select(Mission.briefing_id, Mission.acronym)):
        missions[number].add(acronym)
    for each in issued:
        new = missions[each.briefing.id] - told
        spoken = each.language(language)
        document = find_document(db, each.release, spoken) if new else None
        if document is None:
            continue
        brief = brief_from(db, each.briefing, document, [])
        brief = compared(db, brief, each.briefing, each.at)
        told |= new
        found.append(_told(db, each, _only(brief, new), spoken))
    return found


def _only(brief: Brief, acronyms: set[str]) -> Brief:
    kept = tuple(one for one in brief.missions if one.acronym in acronyms)
    return replace(brief, missions=kept)


def _told(db: Session, each: Issued, brief: Brief, language: str) -> Tallies:
    briefing = each.briefing
    earlier = {row.briefing.slug: name_of(row.briefing, language) for row in list_issued(db)}
    facts = Facts(
        language=language,
        title=in_language(briefing.title, language),
        marking=briefing.origin.marking,
        issued_at=each.release.issued_at,
        meeting_date=briefing.meeting_date,
        presidency="",
        note_symbol="",
        symbol="",
        seats={
            seat.code: in_language(seat.names, language) for seat in list_seats(db, briefing.id)
        },
        earlier=earlier,
    )
    name = name_of(briefing, language)
    return Tallies(briefing.slug, name, briefing.origin.marking, printed_brief(brief, facts))


def _ahead(db: Session, today: date) -> list[ReviewLine]:
    """Give the mandates that end from today on, as the latest briefing has them."""
    dated = [each for each in list_reviews(db) if each.review and each.review >= today]
    return sorted(dated, key=lambda each: (each.review or today, each.acronym))


def _set_down(db: Session, reviews: list[ReviewLine], language: str) -> list[Condition]:
    acronyms = [each.acronym for each in reviews]
    conditions = Ask.mission.in_(acronyms), Ask.kind == PointKind.CONDITION
    return list_set_down(db, *conditions, language=language)


def _summary_line(each: Issued, language: str) -> SummaryLine:
    briefing = each.briefing
    return SummaryLine(
        briefing.slug,
        briefing.title,
        briefing.meeting_date,
        each.release.hash,
        each.is_published,
        each.language(language),
        briefing.origin.marking,
    )
