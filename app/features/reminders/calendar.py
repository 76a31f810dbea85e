"""Deadlines and meetings for calendars, which other machines read: no title, no position."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from urllib.parse import urlsplit

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.data.catalogues import translations
from app.db.models import Briefing, Seat, User
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.lifecycle import BriefingState, Origin
from app.features.accounts.sessions import hashed
from app.features.briefings.queries import get_seat
from app.features.reminders.queries import find_corrections
from app.formats.calendar import Entry, calendar_of
from app.mail.words import briefing_name

Address = Callable[..., str]  # of a page by its name, whole


def briefing_calendar(
    db: Session, actor: Actor, slug: str, language: str, address: Address
) -> bytes:
    """Give the deadlines of one briefing to a delegation seated in it."""
    briefing, _ = get_seat(db, actor, slug)
    return calendar_of(deadlines_of(db, briefing, language, address))


def personal_calendar(db: Session, token: str, address: Address) -> bytes:
    """Give whoever holds the secret address the deadlines and meetings of one person's desk."""
    user = db.scalar(
        select(User).where(User.calendar_hash == hashed(token), User.disabled_at.is_(None))
    )
    if user is None:
        raise NotFound("There is no such calendar.")
    briefings = db.scalars(select(Briefing).where(_at_desk(user)).order_by(Briefing.id))
    return calendar_of(
        entry
        for briefing in briefings.all()
        for entry in deadlines_of(db, briefing, user.language, address)
    )


def _at_desk(user: User) -> ColumnElement[bool]:
    """Choose the briefings of a desk; what is rehearsed has no deadline anybody must keep."""
    if user.presidency_id is not None:
        mine: ColumnElement[bool] = Briefing.presidency_id == user.presidency_id
        return mine & (Briefing.origin != Origin.REHEARSAL)
    seated = select(Seat.briefing_id).where(Seat.delegation_id == user.delegation_id)
    return Briefing.id.in_(seated) & (Briefing.state != BriefingState.DRAFT)


def deadlines_of(
    db: Session, briefing: Briefing, language: str, address: Address
) -> Iterator[Entry]:
    _ = translations(language).gettext
    name = briefing_name(briefing.meeting_date, language)
    page = address("briefings.show", slug=briefing.slug)
    place = f"{briefing.slug}@{urlsplit(page).hostname}"
    cancelled = briefing.state is BriefingState.WITHDRAWN

    def entry(kind: str, title: str, when: datetime | date, made_at: datetime) -> Entry:
        return Entry(f"{kind}.{place}", when, title, page, made_at, cancelled)

    made_at = briefing.opened_at or briefing.created_at
    if briefing.deadline:
        title = _("Positions due: %(briefing)s") % {"briefing": name}
        yield entry("positions", title, briefing.deadline, made_at)
    corrections = find_corrections(db, briefing.id)
    if corrections:
        title = _("Corrections due: %(briefing)s")
        if corrections.under_silence:
            title = _("Silence ends: %(briefing)s")
        title %= {"briefing": name}
        yield entry("corrections", title, corrections.deadline, corrections.since)
    if briefing.meeting_date:
        yield entry("meeting", name, briefing.meeting_date, made_at)
