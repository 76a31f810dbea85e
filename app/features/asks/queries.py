"""The register of asks over all presidencies. Reads only."""

from datetime import date
from math import ceil
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, selectinload

from app.db.models import (
    Ask,
    AskNote,
    Briefing,
    CouncilAct,
    Delegation,
    Mission,
    Presidency,
    Release,
)
from app.db.session import database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.asks import AskStatus
from app.domain.errors import NotFound
from app.domain.wall_time import in_new_york
from app.features.asks.pages import (
    ActLine,
    AskLine,
    AskPage,
    AsksPage,
    NoteLine,
    Shown,
    Source,
    said_in,
)
from app.features.asks.releases import FIRST, is_issued, newest

NO_ASK = "There is no such request."
PAGE = 50

_LAST = (
    select(func.max(AskNote.id).label("id"))
    .group_by(AskNote.briefing_id, AskNote.key)
    .scalar_subquery()
)
ORDER = FIRST.issued_at.desc(), FIRST.id, Ask.paragraph
STATUS = func.coalesce(AskNote.status, AskStatus.OPEN)


def check_reader(actor: Actor) -> None:
    """Raise NotFound unless the actor keeps the register: for anybody else there is none."""
    if permissions.read_asks(actor):
        raise NotFound(NO_ASK)


def asks(*readable: ColumnElement[bool]) -> Select[Ask, Release, Briefing, AskStatus]:
    """Select ask, release, briefing and status of all that the newest readable releases ask for."""
    return (
        select(Ask, Release, Briefing, AskNote.status)
        .join(Release, Release.id == Ask.release_id)
        .join(Briefing, Briefing.id == Ask.briefing_id)
        .join(FIRST, (FIRST.briefing_id == Briefing.id) & (FIRST.number == 1))
        .outerjoin(
            AskNote,
            (AskNote.briefing_id == Ask.briefing_id)
            & (AskNote.key == Ask.key)
            & AskNote.id.in_(_LAST),
        )
        .where(is_issued(), newest(*readable))
        .order_by(*ORDER)
    )


def line_of(row: Any, language: str) -> AskLine:  # noqa: ANN401 - of asks()
    ask, release, briefing, status = row
    return AskLine(
        reference=ask.reference,
        kind=ask.kind,
        mission=ask.mission,
        question=ask.question,
        said=said_in(ask.words, language),
        owner=ask.owner,
        paragraph=ask.paragraph,
        status=status or AskStatus.OPEN,
        source=Source(
            slug=briefing.slug,
            title=briefing.title,
            meeting_date=briefing.meeting_date,
            issued_at=release.issued_at,
            is_published=release.published_at is not None,
            origin=briefing.origin,
            language=language if language in briefing.languages else briefing.languages[0],
        ),
    )


def asks_page(db: Session, actor: Actor, shown: Shown, *, language: str) -> AsksPage:
    check_reader(actor)
    wanted = asks().where(*_chosen(shown))
    count = db.scalar(select(func.count()).select_from(wanted.order_by(None).subquery())) or 0
    rows = db.execute(wanted.limit(PAGE).offset((shown.page - 1) * PAGE)).all()
    return AsksPage(
        lines=tuple(line_of(row, language) for row in rows),
        shown=shown,
        count=count,
        pages=max(1, ceil(count / PAGE)),
        missions=tuple(
            db.scalars(
                select(Mission.acronym)
                .join(Briefing, Briefing.id == Mission.briefing_id)
                .where(is_issued())
                .distinct()
                .order_by(Mission.acronym)
            )
        ),
        presidencies=tuple(
            (number, names, begins_on)
            for number, names, begins_on in db.execute(
                select(Presidency.id, Delegation.names, Presidency.begins_on)
                .join(Delegation, Delegation.id == Presidency.delegation_id)
                .where(Presidency.id.in_(select(Briefing.presidency_id).where(is_issued())))
                .order_by(Presidency.begins_on.desc(), Presidency.id)
            )
        ),
    )


def _chosen(shown: Shown) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if shown.kind is not None:
        found.append(Ask.kind == shown.kind)
    if shown.mission is not None:
        found.append(Ask.mission == shown.mission)
    if shown.status is not None:
        found.append(STATUS.in_([shown.status]))
    if shown.presidency is not None:
        found.append(Briefing.presidency_id == shown.presidency)
    return found


def get_ask(db: Session, actor: Actor, reference: str) -> Any:  # noqa: ANN401 - of asks()
    """Give one ask of an issued summary to whoever keeps the register."""
    check_reader(actor)
    row = db.execute(asks().where(Ask.reference == reference)).one_or_none()
    if row is None:
        raise NotFound(NO_ASK)
    return row


def ask_page(db: Session, actor: Actor, reference: str, *, language: str) -> AskPage:
    row = get_ask(db, actor, reference)
    ask = row[0]
    return AskPage(
        line=line_of(row, language),
        sentence=said_in(ask.texts, language),
        notes=tuple(
            NoteLine(each.status, each.note, each.source, each.author.name, each.at)
            for each in db.scalars(_about(AskNote, ask))
        ),
        acts=tuple(
            ActLine(each.symbol, each.day, each.line, each.source, each.author.name, each.at)
            for each in db.scalars(_about(CouncilAct, ask))
        ),
        refusal=permissions.follow_ask(actor, presides_now=presides_now(db, actor)),
    )


def _about(table: Any, ask: Ask) -> Select[Any]:  # noqa: ANN401 - one of two tables alike
    return (
        select(table)
        .where(table.briefing_id == ask.briefing_id, table.key == ask.key)
        .order_by(table.id.desc())
        .options(selectinload(table.author))
    )


def today_in_new_york(db: Session) -> date:
    return in_new_york(database_time(db)).date()


def presides_now(db: Session, actor: Actor) -> bool:
    """Tell whether the actor's presidency holds the chair today."""
    if actor.presidency_id is None:
        return False
    today = today_in_new_york(db)
    term = Presidency.begins_on <= today, Presidency.ends_on >= today
    return (
        db.scalar(select(Presidency.id).where(Presidency.id == actor.presidency_id, *term))
        is not None
    )
