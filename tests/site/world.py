"""One briefing in each state of its life, people at every desk: the stage of the site tests."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import Base
from app.db.models import Ask, Briefing, Circulation, Presidency, Revision, StandingIn, User
from app.db.session import Sessions, open_engine, open_sessions
from app.domain.actor import Actor, Role
from app.domain.bundle import read_bundle
from app.domain.letter import Addressee
from app.domain.letter import Role as Office
from app.domain.lifecycle import BriefingState
from app.domain.position import Cell, Statement
from app.domain.proof import SALT_BYTES, derived_salt
from app.domain.silence import Manner
from app.domain.speakers import ActKind, Order
from app.features.accounts.queries import actor_of
from app.features.briefings.upload import no_file
from app.features.joint import service as joint
from app.features.joint.service import REFERENCE_LENGTH, Act, Tabling, table_statement
from app.features.letters import service as letters
from app.features.positions.cells import Place, Writing
from app.features.positions.load import Loading, load_bundle
from app.features.positions.service import save_draft
from app.features.record.freezing import freeze
from app.features.rehearsals.cloning import begin_rehearsal
from app.features.speakers.service import Decision, lead, prepare_list
from app.features.speakers.service import Terms as SpeakingTerms
from app.features.standing.service import Terms, allow, begin_acting
from app.features.summaries import service
from app.features.summaries.closing import settle
from app.features.summaries.releasing import compile_briefing, content_hash
from tests.bundles import make_bundle
from tests.cast import PASSWORD_HASH, Cast

SLUG = "review"
SALT = b"\1" * SALT_BYTES
MADE = f"{SLUG}-rehearsal"  # of it, with invented delegations
REFERENCE = derived_salt(SALT.hex(), "joint").hex()[:REFERENCE_LENGTH]  # of what A tabled
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
STATES = tuple(BriefingState)
LETTER = letters.Writing(
    "The Signatory",
    Office.CHARGE_DAFFAIRES,
    is_feminine=True,
    addressee=Addressee.SECRETARY_GENERAL,
    transmitted_on=date(2026, 3, 10),
    opening="We thank the Secretariat.",
)


@dataclass(frozen=True)
class World:
    """A database file with one briefing in one state, and who may knock."""

    path: Path
    tokens: dict[
        str, str | None
    ]  # person -> the cookie they are signed in with; a visitor has none
    revision: str  # hash of the first position signed
    acting: str  # reference of the leave that A gave the Secretariat while the briefing was open
    ask: str  # reference of what the issued summary asks for; before, of nothing


def build(path: Path, state: BriefingState, languages: tuple[str, ...] = ()) -> World:
    """Build the world through the services, as far as that state; in other languages if given."""
    engine = open_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    sessions = open_sessions(engine)
    with sessions() as db:
        cast = Cast.assemble(db, at=NOW)
        cast.presidency.ends_on = date(2099, 12, 31)  # it presides whenever the test is run
        people: dict[str, Actor] = {name: getattr(cast, name) for name in cast.people}
        people["other_president"] = _other_president(db, cast)
        people["stand_in"] = _of_the_secretariat(db, "stand_in", Role.ADMINISTRATOR)
        people["briefer"] = _of_the_secretariat(db, "briefer", Role.BRIEFER)
        tokens = {name: cast.token_of(db, actor) for name, actor in people.items()}
        _convene(db, cast, languages)
        acting = _lend_a_desk(db, cast, people["stand_in"], tokens["stand_in"])
        _live(sessions, cast, state)
        if state not in {BriefingState.DRAFT, BriefingState.WITHDRAWN}:
            _hold_the_meeting(db, cast)
        begin_rehearsal(db, cast.officer, SLUG, "rehearsed", at=NOW)
        revision = db.scalars(select(Revision.hash).order_by(Revision.id)).first() or ""
        ask = db.scalars(select(Ask.reference).order_by(Ask.id)).first() or "0" * 32
    engine.dispose()
    return World(path, {**tokens, "visitor": None}, revision, acting, ask)


def _other_president(db: Session, cast: Cast) -> Actor:
    """Somebody who presides, over another month."""
    term = Presidency(delegation=cast.b, begins_on=date(2100, 1, 1), ends_on=date(2100, 1, 31))
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


def _of_the_secretariat(db: Session, name: str, role: Role) -> Actor:
    """Somebody else there: one acts where a delegation allowed it, one reads issued briefs."""
    user = User(
        email=f"{name}@example.org",
        name=name.replace("_", " ").title(),
        password_hash=PASSWORD_HASH,
        roles=[role.value],
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


def _convene(db: Session, cast: Cast, languages: tuple[str, ...]) -> None:
    document = make_bundle(2, 2, 2, attribution="attributed", invited=1, slug=SLUG)
    if languages:
        document["briefing"]["languages"] = list(languages)
    codes = dict(zip(["M1", "M2", "M3"], "ABX", strict=True))
    document["briefing"]["presidency"] = "A"
    document["missions"][0]["mandate_expires"] = "2099-06-30"
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
    with sessions() as db:
        letters.write_letter(db, cast.officer, SLUG, "en", LETTER, seen="", at=NOW)
    if order.index(state) >= order.index(BriefingState.CIRCULATED):
        with sessions() as db:
            soon = datetime.now(UTC) + timedelta(hours=25)  # noqa: TID251 - the database's clock decides
            terms = service.Terms(soon, short_notice=True)
            service.circulate_as(db, cast.officer, SLUG, Manner.SILENCE, terms, at=NOW)
    if order.index(state) >= order.index(BriefingState.ISSUED):
        _issue(sessions, cast)
    if state is BriefingState.PUBLISHED:
        with sessions() as db:
            service.publish_issued(db, SLUG, operator="test", at=NOW)


def _hold_the_meeting(db: Session, cast: Cast) -> None:
    """Let A speak, and B have the floor; nobody has attached a statement yet."""
    terms = SpeakingTerms(Order.DRAWN, 300)
    prepare_list(db, cast.president, Decision(SLUG, 0, ActKind.PREPARE), terms, at=NOW)
    acts = (ActKind.OPEN, ""), (ActKind.CALL, "A"), (ActKind.CALL, "B")
    for seen, (kind, speaker) in enumerate(acts, 1):
        lead(db, cast.officer, Decision(SLUG, seen, kind, speaker), "drawn", at=NOW)


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
