"""What the pages of silence show. Reads only.

Nothing here gives a delegation anything of another's objections, not even that there are any.
"""

from dataclasses import replace

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Circulation, Objection, Seat, User
from app.domain import permissions, silence
from app.domain.actor import Actor
from app.domain.errors import Conflict, NotFound
from app.domain.permissions import Refusal
from app.domain.silence import Stage, check_objection, is_in_time
from app.features.briefings.queries import NO_BRIEFING, get_presided, get_seat
from app.features.mirror.draft import read_draft
from app.features.silence import pages
from app.features.silence.pages import Place
from app.features.summaries.desk import chosen_language, circulation_line, head_of
from app.features.summaries.pages import CirculationLine
from app.formats.differences import changes

NO_SILENCE = "There is no silence procedure on this draft."
ENDED = "Silence has ended; no objection is taken any more."
ANOTHER_DRAFT = "Another draft has been circulated since. Look at it, and write anew."


def get_reader(db: Session, actor: Actor, slug: str) -> tuple[Briefing, Seat]:
    """Give a delegation the briefing whose draft it was given; else there is none."""
    briefing, seat = get_seat(db, actor, slug)
    if permissions.read_circulated(actor, has_seat=True, state=briefing.state):
        raise NotFound(NO_BRIEFING)
    return briefing, seat


def get_line(db: Session, briefing: Briefing) -> CirculationLine:
    line = circulation_line(db, briefing)
    if line is None or line.silence is None:
        raise NotFound(NO_SILENCE)
    return line


def silence_page(db: Session, actor: Actor, place: Place) -> pages.SilencePage:
    briefing = get_presided(db, actor, place.slug)
    permissions.require(permissions.read_answers(actor, briefing.presidency_id, briefing.state))
    line = get_line(db, briefing)
    extending = permissions.extend_silence(actor, briefing.presidency_id, briefing.state)
    if line.silence is not Stage.RUNNING:
        extending = extending or silence.PAST
    return pages.SilencePage(
        head_of(briefing, chosen_language(briefing, place.language)),
        line,
        _views(db, Circulation.briefing_id == briefing.id),
        extending,
    )


def own_page(db: Session, actor: Actor, place: Place) -> pages.OwnPage:
    briefing, seat = get_reader(db, actor, place.slug)
    line = get_line(db, briefing)
    return pages.OwnPage(
        head_of(briefing, chosen_language(briefing, place.language)),
        line,
        _views(db, Objection.seat_id == seat.id),
        _breaking(actor, briefing, seat, line),
    )


def objection_page(db: Session, actor: Actor, place: Place) -> pages.ObjectionPage:
    briefing, seat = get_reader(db, actor, place.slug)
    line = get_line(db, briefing)
    return pages.ObjectionPage(
        head_of(briefing, chosen_language(briefing, place.language)),
        line,
        _breaking(actor, briefing, seat, line),
    )


def checked_page(
    db: Session, actor: Actor, place: Place, objection: silence.Objection, *, digest: str
) -> pages.ObjectionPage:
    """Give an objection back as it would be sent, beside the sentence it is about."""
    page = objection_page(db, actor, place)
    permissions.require(page.breaking)
    said, ready = check(db, actor, place, objection, digest=digest)
    pieces = changes(said, ready.proposal) if ready.proposal else ()
    return replace(page, checked=pages.Checked(ready.paragraph, said, pieces, ready.reason))


def check(
    db: Session, actor: Actor, place: Place, objection: silence.Objection, *, digest: str
) -> tuple[str, silence.Objection]:
    """Give the sentence objected to, and the objection, if it says all it must."""
    briefing, _ = get_reader(db, actor, place.slug)
    draft = read_draft(db, briefing, chosen_language(briefing, place.language))
    if draft.line.hash != digest:
        raise Conflict(ANOTHER_DRAFT)
    texts = {number: each.text for each in draft.sentences for number in each.numbers}
    said = texts.get(objection.paragraph)
    return said or "", check_objection(objection, said)


def _breaking(actor: Actor, briefing: Briefing, seat: Seat, line: CirculationLine) -> Refusal:
    refusal = permissions.break_silence(actor, seat.standing, briefing.state)
    return refusal or (None if line.silence is Stage.RUNNING else ENDED)


def receipt_page(db: Session, actor: Actor, place: Place, reference: str) -> pages.ReceiptPage:
    briefing, seat = get_reader(db, actor, place.slug)
    found = _views(db, Objection.seat_id == seat.id, Objection.reference == reference)
    if not found:
        raise NotFound("There is no such objection.")
    return pages.ReceiptPage(head_of(briefing, chosen_language(briefing, place.language)), found[0])


def _views(db: Session, *which: ColumnElement[bool]) -> tuple[pages.ObjectionView, ...]:
    """Show objections that arrived in time, those to the last draft first."""
    rows = db.execute(
        select(Objection, Seat.names, Circulation.number, Circulation.deadline, User.name)
        .join(Seat, Seat.id == Objection.seat_id)
        .join(Circulation, Circulation.id == Objection.circulation_id)
        .join(User, User.id == Objection.by)
        .where(*which)
        .order_by(Circulation.number.desc(), Objection.arrived_at, Objection.id)
    ).all()
    return tuple(
        _view(row, owner, draft, by)
        for row, owner, draft, deadline, by in rows
        if is_in_time(row.arrived_at, deadline)
    )


def _view(row: Objection, owner: pages.Names, draft: int, by: str) -> pages.ObjectionView:
    return pages.ObjectionView(
        reference=row.reference,
        owner=owner,
        draft=draft,
        paragraph=row.paragraph,
        said=row.said,
        pieces=changes(row.said, row.proposal) if row.proposal else (),
        reason=row.reason,
        language=row.language,
        by=by,
        arrived_at=row.arrived_at,
    )
