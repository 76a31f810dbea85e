"""A receipt: what was signed, and all that is needed to check its hash elsewhere."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.db.models import Position, Question, Revision, User
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.position import GENERAL, Cell, Point, PointKind
from app.domain.proceedings import Names, in_language
from app.domain.proof import Receipt
from app.features.positions.cell_page import SignedCard, place_of, signed_card
from app.features.positions.cells import Place, statement_of
from app.features.positions.people import maybe_person
from app.features.positions.queries import Desk, Heading, get_desk, heading_of
from app.formats.receipt_pdf import PrintedReceipt, receipt_pdf

REFERENCE_LENGTH = 12


@dataclass(frozen=True)
class ReceiptPage:
    """What its owner keeps (positions/receipt.html).

    ``hash`` is SHA-256 over ``tag``, a zero byte, ``salt`` as bytes, and ``body`` in UTF-8.
    """

    heading: Heading
    cell: Cell
    mission: Names | None
    signed: SignedCard
    hash: str
    salt: str
    tag: str
    body: str
    points: tuple[tuple[str, PointKind], ...]
    is_latest: bool

    @property
    def reference(self) -> str:
        return self.hash[:REFERENCE_LENGTH]

    @property
    def place(self) -> dict[str, object]:
        return place_of(self.heading.slug, self.cell)


def receipt_page(db: Session, actor: Actor, place: Place, number: int) -> ReceiptPage:
    desk = get_desk(db, actor, place.slug)
    question = desk.question(place.cell.question)
    found = db.execute(
        select(Revision, Position, User)
        .join(Position, Position.id == Revision.position_id)
        .join(Question, Question.id == Position.question_id)
        .outerjoin(User, User.id == Revision.signed_by)
        .where(
            Position.seat_id == desk.seat.id,
            Question.number == place.cell.question,
            Position.mission == place.cell.mission,
            Revision.number == number,
        )
        .options(selectinload(Revision.points))
    ).one_or_none()
    if found is None:
        raise NotFound("There is no such receipt.")
    revision, position, signer = found
    mission = desk.mission(place.cell.mission)
    receipt = receipt_of(desk, place.cell, revision)
    return ReceiptPage(
        heading=heading_of(desk),
        cell=place.cell,
        mission=mission.names if mission else None,
        signed=signed_card(revision, maybe_person(signer), question),
        hash=revision.hash,
        salt=revision.salt.hex(),
        tag=receipt.tag,
        body=receipt.body.decode(),
        points=tuple((revision.text[at.start : at.end], at.kind) for at in revision.points),
        is_latest=revision.number == position.latest,
    )


def receipt_of(desk: Desk, cell: Cell, revision: Revision) -> Receipt:
    """Give what was hashed; fail rather than show something that does not give the hash."""
    receipt = Receipt(
        salt=revision.salt,
        briefing=desk.briefing.slug,
        member=desk.seat.code,
        cell=cell,
        statement=statement_of(revision),
        signed_at=revision.signed_at,
        previous=revision.previous,
        points=tuple(Point(at.start, at.end, at.kind) for at in revision.points),
        attribution=revision.attribution,
        quotable=revision.quotable,
        joint=revision.joint,
    )
    if receipt.hash != revision.hash:
        raise RuntimeError(f"revision {revision.hash} no longer gives its hash")
    return receipt


@dataclass(frozen=True)
class Spelt:
    """What the pages' own words say of a receipt: who signed, when, and what was chosen."""

    signer: str | None
    moment: str
    assessment: str


def printed(page: ReceiptPage, language: str, spelt: Spelt) -> bytes:
    """Give the receipt as a PDF in one language."""
    signed = page.signed
    receipt = PrintedReceipt(
        language=language,
        reference=page.reference,
        desk=in_language(page.heading.desk, language),
        briefing=in_language(page.heading.title, language),
        question=page.cell.question,
        mission=None if page.cell.mission == GENERAL else page.cell.mission,
        number=signed.number,
        is_withdrawal=signed.is_withdrawal,
        signed_by=spelt.signer,
        signed_at=signed.signed_at,
        moment=spelt.moment,
        assessment=spelt.assessment,
        text=signed.text,
        text_language=signed.language or language,
        points=page.points,
        hash=page.hash,
        tag=page.tag,
        salt=page.salt,
        body=page.body,
    )
    return receipt_pdf(receipt)
