"""Tabling a joint statement, and answering one. Each public function is one transaction.

Whatever is signed here is a revision of the delegation that signs, by its own signatory.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import (
    Briefing,
    Event,
    JointAnswer,
    JointInvitation,
    JointStatement,
    JointText,
    Position,
)
from app.db.session import atomic
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import Attribution, is_looser
from app.domain.errors import Conflict, Invalid
from app.domain.joint import is_of
from app.domain.position import Cell, Statement, check_statement
from app.domain.proof import derived_salt
from app.features.briefings.queries import list_seats
from app.features.joint.queries import Counted, Tabled, get_tabled
from app.features.positions.cells import Held
from app.features.positions.queries import Desk, get_desk, list_held
from app.features.positions.signing import Signing, add_revision

CHANGED = "The joint text has changed since you opened the page. Read it again."
WITHDRAWN = "This joint statement was withdrawn."
REFERENCE_LENGTH = 20


@dataclass(frozen=True)
class Terms:
    """What everybody who aligns signs."""

    statement: Statement
    attribution: Attribution | None = None
    quotable: bool = False


@dataclass(frozen=True)
class Tabling:
    question: int
    missions: Sequence[str]
    terms: Terms
    named: Sequence[str]  # codes
    shows_named: bool = True


@dataclass(frozen=True)
class Act:
    """Who signs, when, and the chance that keeps hashes from being guessed."""

    actor: Actor
    at: datetime
    salt: bytes


def table_statement(db: Session, act: Act, slug: str, tabling: Tabling) -> str:
    """Sign a joint text first, and ask those named to align; give its reference."""
    with atomic(db):
        _hold(db, slug)
        desk = get_desk(db, act.actor, slug)
        permissions.require(permissions.sign_jointly(act.actor, desk.door))
        question = desk.question(tabling.question)
        _check_terms(desk, tabling.question, tabling.terms)
        joint = JointStatement(
            briefing_id=desk.briefing.id,
            reference=derived_salt(act.salt.hex(), "joint").hex()[:REFERENCE_LENGTH],
            seat_id=desk.seat.id,
            question_id=question.id,
            missions=_missions(desk, tabling.missions),
            latest=0,
            shows_named=tabling.shows_named,
        )
        db.add(joint)
        db.flush()
        if not _name(db, desk, joint, tabling.named):
            raise Invalid("Name at least one delegation.", where="named")
        text = _add_text(db, act, joint, tabling.terms)
        _sign(db, act, Tabled(desk, joint, text, question))
        _note(db, act, desk, joint, "joint.tabled")
        return joint.reference


def restate_statement(
    db: Session, act: Act, place: tuple[str, str], number: int, terms: Terms, named: Sequence[str]
) -> None:
    """Put another text in the place of the one that was read, or name more delegations.

    Another text asks everybody again; who had aligned stays with what it signed until it answers.
    """
    with atomic(db):
        tabled = _own(db, act, *place, number)
        _check_terms(tabled.desk, tabled.question.number, terms)
        fresh = _name(db, tabled.desk, tabled.joint, named)
        if terms == Terms(tabled.statement, tabled.text.attribution, tabled.text.quotable):
            if not fresh:
                raise Invalid("Nothing has changed since you tabled it.", where="text")
            _note(db, act, tabled.desk, tabled.joint, "joint.named")
            return
        text = _add_text(db, act, tabled.joint, terms)
        _sign(db, act, Tabled(tabled.desk, tabled.joint, text, tabled.question))
        _note(db, act, tabled.desk, tabled.joint, "joint.restated")


def withdraw_statement(db: Session, act: Act, place: tuple[str, str], number: int) -> None:
    """Withdraw what one's own delegation signed; what others signed stays theirs to withdraw."""
    with atomic(db):
        tabled = _own(db, act, *place, number)
        _add_text(db, act, tabled.joint, None)
        _unsign(db, act, tabled)
        _answer(db, act, tabled, aligns=False)
        _note(db, act, tabled.desk, tabled.joint, "joint.withdrawn")


def align(db: Session, act: Act, place: tuple[str, str], number: int) -> None:
    """Sign the joint text that was read, in each cell where one's own text does not stand."""
    with atomic(db):
        tabled = _read(db, act, *place, number)
        if tabled.text.is_withdrawal:
            raise Conflict(WITHDRAWN)
        _sign(db, act, tabled)
        _note(db, act, tabled.desk, tabled.joint, "joint.aligned")


def decline(db: Session, act: Act, place: tuple[str, str], number: int) -> None:
    """Stay out of a joint statement, and withdraw what was signed with any text of it."""
    with atomic(db):
        tabled = _read(db, act, *place, number)
        if tabled.is_ours:
            raise Conflict("Your delegation tabled this statement: withdraw it instead.")
        _unsign(db, act, tabled)
        _answer(db, act, tabled, aligns=False)
        _note(db, act, tabled.desk, tabled.joint, "joint.declined")


def _hold(db: Session, slug: str) -> None:
    """Hold the briefing still, so that nothing is signed once it has been closed."""
    db.execute(select(Briefing.id).where(Briefing.slug == slug).with_for_update(read=True))


def _read(db: Session, act: Act, slug: str, reference: str, number: int) -> Tabled:
    """Give the statement, if its text is still the one the signatory read."""
    _hold(db, slug)
    tabled = get_tabled(db, act.actor, slug, reference)
    permissions.require(permissions.sign_jointly(act.actor, tabled.desk.door))
    if tabled.joint.latest != number:
        raise Conflict(CHANGED)
    return tabled


def _own(db: Session, act: Act, slug: str, reference: str, number: int) -> Tabled:
    tabled = _read(db, act, slug, reference, number)
    if not tabled.is_ours:
        raise Conflict("Only the delegation that tabled it changes a joint statement.")
    if tabled.text.is_withdrawal:
        raise Conflict(WITHDRAWN)
    return tabled


def _check_terms(desk: Desk, number: int, terms: Terms) -> None:
    if not terms.statement.text.strip():
        raise Invalid("Write the joint text.", where="text")
    check_statement(terms.statement, {value["code"] for value in desk.question(number).scale})
    if terms.attribution and is_looser(terms.attribution, than=desk.briefing.attribution):
        raise Invalid("A position may only be stricter than its briefing.", where="attribution")


def _missions(desk: Desk, chosen: Sequence[str]) -> list[str]:
    for acronym in chosen:
        desk.mission(acronym)
    if not chosen:
        raise Invalid("Choose at least one mission, or “in general”.", where="missions")
    return list(dict.fromkeys(chosen))


def _name(db: Session, desk: Desk, joint: JointStatement, codes: Sequence[str]) -> int:
    """Name delegations seated here, beside those named before; give how many are new."""
    known = select(JointInvitation.seat_id).where(JointInvitation.joint_id == joint.id)
    before = {joint.seat_id, *db.scalars(known)}
    seats = {seat.code: seat.id for seat in list_seats(db, desk.briefing.id)}
    if not seats.keys() >= set(codes):
        raise Invalid("Choose delegations from the list.", where="named")
    fresh = {seats[code] for code in codes} - before
    db.add_all(JointInvitation(joint_id=joint.id, seat_id=seat) for seat in sorted(fresh))
    return len(fresh)


def _add_text(db: Session, act: Act, joint: JointStatement, terms: Terms | None) -> JointText:
    joint.latest += 1
    statement = terms.statement if terms else Statement(None, "", "")
    text = JointText(
        joint_id=joint.id,
        number=joint.latest,
        is_withdrawal=terms is None,
        assessment=statement.assessment,
        text=statement.text,
        language=statement.language,
        attribution=terms.attribution if terms else None,
        quotable=terms.quotable if terms else False,
        by=act.actor.user_id,
        at=act.at,
    )
    db.add(text)
    return text


def _sign(db: Session, act: Act, tabled: Tabled) -> None:
    """Align in every cell but those where a text of the delegation's own stands."""
    held = list_held(db, tabled.desk.seat.id)
    for cell in tabled.cells:
        mine = held.get(cell, Held())
        if tabled.counted(mine.standing) not in {Counted.OWN, Counted.JOINT}:
            _append(db, act, tabled, cell, mine, tabled.text)
    _answer(db, act, tabled, aligns=True)


def _unsign(db: Session, act: Act, tabled: Tabled) -> None:
    """Withdraw what stands that was signed with any text of the statement."""
    held = list_held(db, tabled.desk.seat.id)
    for cell in tabled.cells:
        mine = held.get(cell, Held())
        if mine.standing and is_of(mine.standing.joint, tabled.joint.reference):
            _append(db, act, tabled, cell, mine, None)


def _append(
    db: Session, act: Act, tabled: Tabled, cell: Cell, held: Held, text: JointText | None
) -> None:
    """Add a revision to the delegation's own chain: the joint text, or a withdrawal."""
    desk = tabled.desk
    position = held.position or _open_position(db, tabled, cell)
    signing = Signing(
        briefing=desk.briefing.slug,
        member=desk.seat.code,
        cell=cell,
        statement=tabled.statement if text else None,
        signed_at=act.at,
        salt=derived_salt(act.salt.hex(), cell.question, cell.mission),
        number=position.latest + 1,
        previous=held.last.hash if held.last else None,
        attribution=text.attribution if text else None,
        quotable=text.quotable if text else False,
        signed_by=act.actor.user_id,
        joint=tabled.mark if text else None,
    )
    add_revision(db, position, signing)


def _open_position(db: Session, tabled: Tabled, cell: Cell) -> Position:
    position = Position(
        seat_id=tabled.desk.seat.id,
        question_id=tabled.question.id,
        mission=cell.mission,
        latest=0,
    )
    db.add(position)
    db.flush()
    return position


def _answer(db: Session, act: Act, tabled: Tabled, *, aligns: bool) -> None:
    db.add(
        JointAnswer(
            joint_id=tabled.joint.id,
            seat_id=tabled.desk.seat.id,
            number=tabled.joint.latest,
            aligns=aligns,
            by=act.actor.user_id,
            at=act.at,
        )
    )


def _note(db: Session, act: Act, desk: Desk, joint: JointStatement, name: str) -> None:
    db.add(
        Event.of(
            act.actor,
            name,
            at=act.at,
            briefing_id=desk.briefing.id,
            delegation_id=desk.seat.delegation_id,
            reference=joint.reference,
            number=joint.latest,
        )
    )
