"""The Secretary-General's brief: a draft for its presidency, what was issued for a briefer."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.asks import Asked, asks_of
from app.domain.brief import Brief
from app.domain.errors import NotFound
from app.domain.lifecycle import Origin
from app.domain.proceedings import Names, in_language
from app.features.asks.releases import (
    Issued,
    brief_from,
    compared,
    find_document,
    is_issued,
    list_asked,
    list_issued,
    name_of,
    note_symbol,
)
from app.features.briefings.queries import NO_BRIEFING, list_seats
from app.features.summaries.desk import chosen_language, get_draft, head_of
from app.features.summaries.pages import Head
from app.features.summaries.releasing import compile_briefing
from app.formats.brief_docx import brief_docx
from app.formats.brief_lines import Facts, PrintedBrief
from app.formats.brief_pdf import fitted_brief
from app.formats.brief_print import printed_brief
from app.formats.summary_json import summary_document


@dataclass(frozen=True)
class BriefLine:
    slug: str
    title: Names
    meeting_date: date | None
    origin: Origin


@dataclass(frozen=True)
class BriefsPage:
    """Every brief a briefer may read, the latest first (asks/briefs.html)."""

    lines: tuple[BriefLine, ...]


@dataclass(frozen=True)
class BriefPage:
    """One brief, whole (asks/brief.html)."""

    head: Head
    printed: PrintedBrief
    is_draft: bool
    is_briefer: bool


def briefs_page(db: Session, actor: Actor) -> BriefsPage:
    if permissions.read_briefs(actor):
        raise NotFound("There is no such page.")
    return BriefsPage(
        tuple(
            BriefLine(row.slug, row.title, row.meeting_date, row.origin)
            for row in (each.briefing for each in list_issued(db))
        )
    )


def brief_page(db: Session, actor: Actor, slug: str, *, language: str, at: datetime) -> BriefPage:
    briefing = _get_readable(db, actor, slug)
    language = chosen_language(briefing, language)
    brief, facts, _ = _gather(db, briefing, language, at)
    return BriefPage(
        head_of(briefing, language),
        printed_brief(brief, facts),
        is_draft=facts.issued_at is None,
        is_briefer=actor.is_briefer,
    )


def brief_file(
    db: Session, actor: Actor, slug: str, kind: str, *, language: str, at: datetime
) -> bytes:
    """Give a brief of two pages as a PDF, or what that prints as a Word document."""
    briefing = _get_readable(db, actor, slug)
    brief, facts, moment = _gather(db, briefing, chosen_language(briefing, language), at)
    printed, pdf = fitted_brief(brief, facts, moment)
    return pdf if kind == "pdf" else brief_docx(printed)


def _get_readable(db: Session, actor: Actor, slug: str) -> Briefing:
    """Give a briefing to its own presidency, or what was issued of it to a briefer."""
    if permissions.read_briefs(actor):
        return get_draft(db, actor, slug)
    briefing = db.scalar(select(Briefing).where(Briefing.slug == slug, is_issued()))
    if briefing is None:
        raise NotFound(NO_BRIEFING)
    return briefing


def _gather(
    db: Session, briefing: Briefing, language: str, at: datetime
) -> tuple[Brief, Facts, datetime]:
    """Give a brief, what it says of its briefing, and its moment: of issue, or of closing."""
    issued = next(iter(list_issued(db, Briefing.id == briefing.id)), None)
    if issued is None:
        document, asked = _drafted(db, briefing, language, at)
        moment = briefing.closed_at or briefing.created_at
        before = at
    else:
        document, asked = _released(db, issued, language)
        moment, before = issued.release.issued_at, issued.at
    brief = compared(db, brief_from(db, briefing, document, asked), briefing, before)
    return brief, _facts(db, briefing, issued, language, brief), moment


def _released(db: Session, issued: Issued, language: str) -> tuple[dict[str, object], list[Asked]]:
    document = find_document(db, issued.release, language)
    if document is None:
        raise NotFound(NO_BRIEFING)
    return document, list_asked(db, issued.release)


def _drafted(
    db: Session, briefing: Briefing, language: str, at: datetime
) -> tuple[dict[str, object], list[Asked]]:
    """Compile the draft; its public form is all that could be issued of it."""
    languages = tuple(dict.fromkeys((briefing.languages[0], language)))
    summaries = compile_briefing(db, briefing, languages)
    document = summary_document(summaries[language], {}, computed_at=at, public=True)
    return document, list(asks_of(summaries))


def _facts(
    db: Session, briefing: Briefing, issued: Issued | None, language: str, brief: Brief
) -> Facts:
    seats = {seat.code: in_language(seat.names, language) for seat in list_seats(db, briefing.id)}
    earlier = db.scalars(select(Briefing).where(Briefing.slug.in_(brief.earlier)))
    return Facts(
        language=language,
        title=in_language(briefing.title, language),
        marking=briefing.origin.marking,
        issued_at=issued.release.issued_at if issued else None,
        meeting_date=briefing.meeting_date,
        presidency=seats.get(briefing.presiding or "", ""),
        note_symbol=note_symbol(db, briefing.id),
        symbol=briefing.symbol or "",
        seats=seats,
        earlier={row.slug: name_of(row, language) for row in earlier},
    )
