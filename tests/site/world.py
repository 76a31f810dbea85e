"""One briefing in each state of its life, people at every desk: the stage of the site tests."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import Base
from app.db.models import Briefing, Circulation, Presidency, Revision, StandingIn, User
from app.db.session import Sessions, open_engine, open_sessions
from app.domain.actor import Actor, Role
from app.domain.bundle import read_bundle
from app.domain.lifecycle import BriefingState
from app.domain.position import Cell, Statement
from app.domain.proof import SALT_BYTES, derived_salt
from app.domain.silence import Manner
from app.features.accounts.queries import actor_of
from app.features.briefings.upload import no_file
from app.features.joint import service as joint
from app.features.joint.service import REFERENCE_LENGTH, Act, Tabling, table_statement
from app.features.positions.cells import Place, Writing
from app.features.positions.load import Loading, load_bundle
from app.features.positions.service import save_draft
from app.features.record.pages import freeze
from app.features.standing.service import Terms, allow, begin_acting
from app.features.summaries import service
from app.features.summaries.closing import settle
from app.features.summaries.releasing import compile_briefing, content_hash
from tests.bundles import make_bundle
from tests.cast import PASSWORD_HASH, Cast

SLUG = "review"
SALT = b"\1" * SALT_BYTES
REFERENCE = derived_salt(SALT.hex(), "joint").hex()[:REFERENCE_LENGTH]  # of what A tabled
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
STATES = tuple(BriefingState)


@dataclass(frozen=True)
class World:
    """A database file with one briefing in one state, and who may knock."""

    path: Path
    tokens: dict[
        str, str | None
    ]  # person -> the cookie they are signed in with; a visitor has none
    revision: str  # hash of the first position signed
    acting: str  # reference of the leave that A gave the Secretariat while the briefing was open


def build(path: Path, state: BriefingState) -> World:
    """Build the world through the services, as far as that state."""
    engine = open_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    sessions = open_sessions(engine)
    with sessions() as db:
        cast = Cast.assemble(db, at=NOW)
        people: dict[str, Actor] = {name: getattr(cast, name) for name in cast.people}
        people["other_president"] = _other_president(db, cast)
        people["stand_in"] = _stand_in(db)
        tokens = {name: cast.token_of(db, actor) for name, actor in people.items()}
        _convene(db, cast)
        acting = _lend_a_desk(db, cast, people["stand_in"], tokens["stand_in"])
        _live(sessions, cast, state)
        revision = db.scalars(select(Revision.hash).order_by(Revision.id)).first() or ""
    engine.dispose()
    return World(path, {**tokens, "visitor": None}, revision, acting)


def _other_president(db: Session, cast: Cast) -> Actor:
    """Somebody who presides, over another month."""
    term = Presidency(delegation=cast.b, begins_on=date(2027, 1, 1), ends_on=date(2027, 1, 31))
    user = User(
        email="other@example.org",
        name="Other President",
        password_hash=PASSWORD_HASH,
        roles=[Role.PRESIDENT.value, Role.OFFICER.value],
        presidency=term,
        created_at=NOW,
    )
    db.add_all([term, user])
    db.commit()
    return actor_of(user, cast.b.names)


def _stand_in(db: Session) -> Actor:
    """Somebody else of the Secretariat, who acts where a delegation allowed it."""
    user = User(
        email="stand_in@example.org",
        name="Stand In",
        password_hash=PASSWORD_HASH,
        roles=[Role.ADMINISTRATOR.value],
        created_at=NOW,
    )
    db.add(user)
    db.commit()
    return actor_of(user)


def _lend_a_desk(db: Session, cast: Cast, stand_in: Actor, token: str) -> str:
    briefing = db.scalars(select(Briefing)).one()
    briefing.state, before = BriefingState.OPEN, briefing.state
    db.commit()
    allow(db, cast.a_signatory, SLUG, Terms("By note verbale.", may_sign=True), at=NOW)
    reference = db.scalars(select(StandingIn.reference)).one()
    begin_acting(db, stand_in, token, reference, at=NOW)
    db.scalars(select(Briefing)).one().state = before
    db.commit()
    return reference


def _convene(db: Session, cast: Cast) -> None:
    document = make_bundle(2, 2, 2, attribution="attributed", invited=1, slug=SLUG)
    codes = dict(zip(["M1", "M2", "M3"], "ABX", strict=True))
    document["briefing"]["presidency"] = "A"
    for each in document["members"]:
        each["code"] = codes[each["code"]]
    for each in document["positions"]:
        each["member"] = codes[each["member"]]
    deadline = datetime(2100, 1, 1, tzinfo=UTC)
    load_bundle(
        db, read_bundle(document), Loading("test", note=no_file(), deadline=deadline), at=NOW
    )
    briefing = db.scalars(select(Briefing)).one()
    briefing.presidency_id = cast.presidency.id
    db.commit()
    words = Statement(None, "We should hear the host country first.", "en")
    tabling = Tabling(1, ["ALL"], joint.Terms(words), ["B"])
    table_statement(db, Act(cast.a_signatory, NOW, SALT), SLUG, tabling)


def _live(sessions: Sessions, cast: Cast, state: BriefingState) -> None:
    order = list(BriefingState)
    if state in {BriefingState.DRAFT, BriefingState.WITHDRAWN, BriefingState.OPEN}:
        if state is BriefingState.OPEN:
            _draft(sessions, cast)
        _set(sessions, state)
        return
    _set(sessions, BriefingState.CLOSED)
    if order.index(state) >= order.index(BriefingState.CIRCULATED):
        with sessions() as db:
            soon = datetime.now(UTC) + timedelta(hours=1)  # noqa: TID251 - the database's clock decides
            terms = service.Terms(soon, short_notice=True)
            service.circulate_as(db, cast.officer, SLUG, Manner.SILENCE, terms, at=NOW)
    if order.index(state) >= order.index(BriefingState.ISSUED):
        _issue(sessions, cast)
    if state is BriefingState.PUBLISHED:
        with sessions() as db:
            service.publish_issued(db, SLUG, operator="test", at=NOW)


def _draft(sessions: Sessions, cast: Cast) -> None:
    """Leave a position in one cell that two of B wrote and nobody signed yet."""
    place = Place(SLUG, Cell(2, "UNX2"))
    text = "We welcome the report. The withdrawal should follow conditions on the ground."
    with sessions() as db:
        said = Statement("v1", text, "en")
        save_draft(db, cast.b_drafter, place, Writing(said, 0), at=NOW)
        better = Statement("v2", text.replace("should", "must"), "en")
        save_draft(db, cast.b_signatory, place, Writing(better, 1, ready=True), at=NOW)


def _set(sessions: Sessions, state: BriefingState) -> None:
    with sessions() as db:
        db.scalars(select(Briefing)).one().state = state
        db.commit()


def _issue(sessions: Sessions, cast: Cast) -> None:
    with sessions() as db:
        db.scalars(select(Circulation)).one().deadline = NOW
        db.commit()
        settle(db, SLUG)
        digest = content_hash(compile_briefing(db, db.scalars(select(Briefing)).one()))
        for person in (cast.officer, cast.president):
            service.issue(db, person, SLUG, digest, freeze=freeze, at=NOW)
