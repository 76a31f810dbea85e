"""The pages of a corrigendum: the presidency's, and what delegations are told. Reads only."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Corrigendum, Release
from app.db.session import database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.corrigendum import Change
from app.domain.errors import Conflict, NotFound
from app.features.briefings.queries import get_presided, get_seat
from app.features.corrigenda import pages
from app.features.corrigenda.comparing import Comparison, compare, read_kept
from app.features.summaries.desk import chosen_language, find_correcting, head_of, release_line
from app.features.summaries.desk_acts import (
    account_refused,
    email_of,
    gates_by_language,
    list_acts,
    list_issuers,
)
from app.formats import differences

NONE_TOLD = "There is no corrigendum."


def get_correctable(db: Session, actor: Actor, slug: str) -> Briefing:
    """Give a briefing whose issued summary its presidency may correct."""
    briefing = get_presided(db, actor, slug)
    permissions.require(permissions.correct(actor, briefing.presidency_id, briefing.state))
    return briefing


def desk_page(db: Session, actor: Actor, slug: str, *, language: str) -> pages.DeskPage:
    briefing = get_correctable(db, actor, slug)
    release = release_line(db, briefing)
    if release is None:
        raise NotFound(NONE_TOLD)
    language = chosen_language(briefing, language)
    issued_at = _issue_moments(db, briefing)
    rows = list_issued(db, briefing)
    row = find_correcting(db, briefing)
    return pages.DeskPage(
        head_of(briefing, language),
        release,
        tuple(_line(each, issued_at) for each in rows),
        _open_view(db, actor, briefing, row, language) if row else None,
    )


def list_issued(db: Session, briefing: Briefing) -> list[Corrigendum]:
    """List the corrigenda that were issued, oldest first."""
    return list(
        db.scalars(
            select(Corrigendum)
            .where(Corrigendum.briefing_id == briefing.id, Corrigendum.release.is_not(None))
            .order_by(Corrigendum.number)
        )
    )


def _issue_moments(db: Session, briefing: Briefing) -> dict[int, datetime]:
    rows = select(Release.number, Release.issued_at).where(Release.briefing_id == briefing.id)
    return {row.number: row.issued_at for row in db.execute(rows)}


def _line(row: Corrigendum, issued_at: Mapping[int, datetime]) -> pages.CorrigendumLine:
    return pages.CorrigendumLine(
        row.number,
        row.reason,
        row.language,
        row.opened_at,
        row.told_at,
        row.told_until,
        issued_at.get(row.release) if row.release else None,
        row.abandoned_at,
    )


def _open_view(
    db: Session, actor: Actor, briefing: Briefing, row: Corrigendum, language: str
) -> pages.OpenView:
    line = _line(row, {})
    try:
        found = compare(db, briefing, row)
    except Conflict as fault:
        return pages.OpenView(line, fault=str(fault))
    told_at = row.told_at or row.opened_at
    over = row.told_until is not None and database_time(db) > row.told_until
    return pages.OpenView(
        line=line,
        changes=_changed_at_desk(found, language),
        changed=tuple((each, len(changed)) for each, changed in found.changes.items()),
        gates=gates_by_language(found.summaries),
        hash=found.digest,
        is_told=row.told_hash == found.digest,
        is_over=over,
        acts=list_acts(db, briefing, found.digest, since=told_at),
        again=account_refused(db, actor, briefing)
        or permissions.issue_again(actor, list_issuers(db, briefing, found.digest, since=told_at)),
        email=email_of(db, actor),
    )


def _changed_at_desk(found: Comparison, language: str) -> tuple[pages.ChangedLine, ...]:
    keys = {each.id: each.sentence.key for each in found.summaries[language].sentences}
    return _changed(found.changes[language], keys)


def _changed(changes: Iterable[Change], keys: Mapping[str, str]) -> tuple[pages.ChangedLine, ...]:
    return tuple(
        pages.ChangedLine(
            int(each.id.removeprefix("s")),
            keys.get(each.id, ""),
            differences.changes(each.before, each.after),
        )
        for each in changes
    )


def told_page(db: Session, actor: Actor, slug: str, *, language: str) -> pages.ToldPage:
    """Give a delegation the last corrigendum it was told of; before that there is none."""
    briefing, _ = get_seat(db, actor, slug)
    row = db.scalar(
        select(Corrigendum)
        .where(
            Corrigendum.briefing_id == briefing.id,
            Corrigendum.told_at.is_not(None),
        )
        .order_by(Corrigendum.id.desc())
        .limit(1)
    )
    if row is None:
        raise NotFound(NONE_TOLD)
    language = chosen_language(briefing, language)
    return pages.ToldPage(
        head_of(briefing, language),
        _line(row, _issue_moments(db, briefing)),
        _changed(read_kept(row.told, language), {}),
        is_over=row.told_until is not None and database_time(db) > row.told_until,
    )
