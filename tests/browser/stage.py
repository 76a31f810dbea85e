"""The stage of the browser tests: real servers, each on a database of its own, and who is there."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import demonstration
from app.db.migrating import migrate
from app.db.models import Briefing, Delegation, Presidency, SignInSession, User
from app.db.session import open_engine, open_sessions
from app.domain.actor import DELEGATION_ROLES, PRESIDENCY_ROLES, Actor, Role
from app.domain.agreement import Stance, StanceTaken
from app.domain.amendments import Action, Decision, Proposal
from app.domain.bundle import read_bundle
from app.domain.lifecycle import BriefingState
from app.domain.mirror import Effect, Reply, Verdict
from app.domain.position import Cell
from app.domain.sentence import Kind
from app.domain.silence import Manner, Objection
from app.features.accounts.queries import actor_of
from app.features.accounts.sessions import hashed
from app.features.amendments.pages import ProposalPlace
from app.features.amendments.service import decide, propose, withdraw
from app.features.mirror.pages import Place
from app.features.mirror.queries import mirror_page
from app.features.mirror.service import answer, take_stance
from app.features.positions.load import Loading, load_bundle
from app.features.positions.speech_service import SpeechPlace, add_speech
from app.features.positions.speech_service import decide as place_point
from app.features.record.freezing import freeze
from app.features.silence.pages import Place as SilencePlace
from app.features.silence.service import break_silence
from app.features.summaries.drafting import edit_sentence
from app.features.summaries.pages import Place as SentencePlace
from app.features.summaries.releasing import compile_briefing
from app.features.summaries.service import Terms, circulate, circulate_as
from tests import forked
from tests.bundles import make_bundle
from tests.cast import NEVER, PASSWORD_HASH, Cast
from tests.cli.server import free_port
from tests.conftest import NOON
from tests.forked import Streams
from tests.site import world

STATEMENT = """Madam President, we thank you for convening this debate.
On the first question, the process behind UNX1 has stalled, and it should be supported by all.
On the second question, we ask the Secretary-General for benchmarks. UNX2 should be kept.
More broadly, mandates must be clear."""
SHORTLY = 60  # seconds a server may take to answer first, on a busy machine


@dataclass(frozen=True)
class House:
    """One running server: its address, its database, and the cookie of each person by name."""

    url: str
    database: Path
    tokens: dict[str, str]


@contextmanager
def serving(database: Path, tokens: dict[str, str]) -> Iterator[House]:
    """Serve a database while the block runs."""
    url = f"http://127.0.0.1:{free_port()}"
    settings = {
        "HORSESHOE_DATABASE_URL": f"sqlite:///{database}",
        "HORSESHOE_BASE_URL": url,
    }
    log = database.with_suffix(".log")
    verb = ["serve", "--port", url.rpartition(":")[2]]
    streams = Streams(Path(os.devnull), log, log)
    process = forked.start(verb, database.parent, os.environ | settings, streams)
    try:
        _await(url, process, log)
        yield House(url, database, tokens)
    finally:
        process.terminate()
        process.join(30)


def _await(url: str, process: ForkServerProcess, log: Path) -> None:
    until = time.monotonic() + SHORTLY
    while time.monotonic() < until and process.is_alive():
        connection = HTTPConnection(url.removeprefix("http://"), timeout=5)
        try:
            connection.request("GET", "/healthz")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.05)
        else:
            return
        finally:
            connection.close()
    raise RuntimeError(log.read_text())


def build_world(
    database: Path, state: BriefingState, languages: tuple[str, ...] = ()
) -> dict[str, str]:
    """Build the world of that state, as a migrated database; give who is signed in."""
    engine = open_engine(f"sqlite:///{database}")
    migrate(engine)
    engine.dispose()
    built = world.build(database, state, languages)
    if state is BriefingState.OPEN:
        _paste(database)
    tokens = {person: token for person, token in built.tokens.items() if token}
    return tokens | {"acting": built.acting, "ask": built.ask}


def build_matrix(database: Path) -> dict[str, str]:
    """Build an open briefing of sixteen missions and five questions nobody has answered yet."""
    engine = open_engine(f"sqlite:///{database}")
    migrate(engine)
    document = make_bundle(1, 16, 5, filled=0, slug=world.SLUG)
    document["members"][0]["code"] = document["briefing"]["presidency"] = "A"
    with open_sessions(engine)() as db:
        cast = Cast.assemble(db, at=NOON)
        load_bundle(db, read_bundle(document), Loading("test", deadline=NEVER), at=NOON)
        db.scalars(select(Briefing)).one().state = BriefingState.OPEN
        db.commit()
        tokens = {"a_signatory": cast.token_of(db, cast.a_signatory)}
    engine.dispose()
    return tokens


def _paste(database: Path) -> None:
    """Have B work on a statement: two points are placed, the rest waits."""
    engine = open_engine(f"sqlite:///{database}")
    with open_sessions(engine)() as db:
        user = db.scalars(select(User).where(User.email == "b_signatory@example.org")).one()
        actor = actor_of(user, {})
        number = add_speech(db, actor, world.SLUG, STATEMENT, "en", at=NOON)
        for point in range(2):
            place, cell = SpeechPlace(world.SLUG, number), Cell(point + 1, "UNX1")
            place_point(db, actor, place, point, cell, at=NOON)
    engine.dispose()


def build_answered(database: Path) -> dict[str, str]:
    """Build a circulated draft on which stances were asked and B has said something.

    Beside the people, ``ours`` is a sentence that counts B and on which it is asked.
    """
    tokens = build_world(database, BriefingState.CLOSED)
    engine = open_engine(f"sqlite:///{database}")
    now = datetime.now(UTC)  # noqa: TID251 - the server reads the same clock
    with open_sessions(engine)() as db:
        people = {user.email.partition("@")[0]: user for user in db.scalars(select(User))}
        officer, signatory = (actor_of(people[name], None) for name in ("officer", "b_signatory"))
        until = now + timedelta(hours=100)
        circulate(db, officer, world.SLUG, until, short_notice=False, at=now, asked=["every"])
        page = mirror_page(db, signatory, world.SLUG, language="en")
        ours = [line for line in page.lines if line.is_asked]
        told = next(line for line in page.lines if line.effect is Effect.TELLS)
        said = [
            (told, Verdict.REFLECTS, ""),
            (ours[0], Verdict.NOT_OURS, "We spoke of a date, not of benchmarks."),
            (ours[1], Verdict.PROPOSES, ours[1].text.replace("proposed", "suggested, once more,")),
        ]
        for line, verdict, text in said:
            place = Place(world.SLUG, line.id, "en")
            answer(db, signatory, place, verdict, text, digest=page.circulation.hash, at=now)
        place = Place(world.SLUG, ours[0].id, "en")
        taken = StanceTaken(Stance.RESERVATION, "The date is too soon.", "A later one.")
        take_stance(db, signatory, place, taken, digest=page.circulation.hash, at=now)
        _propose(db, signatory, officer, page.circulation.hash, at=now)
    engine.dispose()
    return tokens | {"ours": ours[0].id}


def _propose(db: Session, signatory: Actor, officer: Actor, digest: str, *, at: datetime) -> None:
    """Let B propose three amendments; the first is accepted as modified, one taken back."""
    first, second = (Place(world.SLUG, each, "en") for each in ("s1", "s2"))
    more = "The Secretary-General was invited to take part."
    made = [
        (first, Proposal(Action.INSERT, more)),
        (second, Proposal(Action.DELETE, reason="It is said again below.")),
        (second, Proposal(Action.INSERT, "It was heard with care.")),
    ]
    for where, proposal in made:
        propose(db, signatory, where, proposal, digest=digest, at=at)
    decision = Decision(Reply.MODIFIED, more.replace("was invited", "took the floor"), "Shorter.")
    decide(db, officer, ProposalPlace(world.SLUG, "B-1", "en"), decision, at=at)
    withdraw(db, signatory, world.SLUG, 3, at=at)


def build_objected(database: Path) -> dict[str, str]:
    """Build a second draft under silence, one sentence changed, to which B has objected.

    Beside the people, ``receipt`` is the number of the objection.
    """
    tokens = build_world(database, BriefingState.CIRCULATED)
    engine = open_engine(f"sqlite:///{database}")
    now = datetime.now(UTC)  # noqa: TID251 - the server reads the same clock
    with open_sessions(engine)() as db:
        people = {user.email.partition("@")[0]: user for user in db.scalars(select(User))}
        officer, signatory = (actor_of(people[name], None) for name in ("officer", "b_signatory"))
        briefing = db.scalars(select(Briefing).where(Briefing.slug == world.SLUG)).one()
        summary = compile_briefing(db, briefing, ("en",))["en"]
        first = next(each for each in summary.sentences if each.sentence.kind is Kind.TALLY)
        place = SentencePlace(world.SLUG, first.sentence.key, "en")
        basis, text = first.computed, first.computed.replace("For", "Regarding", 1)
        edit_sentence(db, officer, place, text, basis=basis, previous="", at=now)
        terms = Terms(now + timedelta(hours=100))
        row = circulate_as(db, officer, world.SLUG, Manner.SILENCE, terms, at=now)
        said = row.texts["en"]["sentences"][2]["text"]
        objection = Objection(3, "We spoke of a date, not of benchmarks.", f"{said} This is new.")
        place = SilencePlace(world.SLUG, "en")
        receipt = break_silence(db, signatory, place, objection, digest=row.hash, at=now)
    engine.dispose()
    return tokens | {"receipt": receipt}


def build_demonstration(database: Path) -> dict[str, str]:
    """Build the demonstration, with somebody at the desks of its rehearsals.

    Beside the people, ``invitation`` is the token of an invitation not yet accepted.
    """
    engine = open_engine(f"sqlite:///{database}")
    migrate(engine)
    sessions = open_sessions(engine)
    now = datetime.now(UTC)  # noqa: TID251 - the server reads the same clock
    links: list[str] = []
    demonstration.build(sessions, freeze=freeze, at=now, say=links.append)
    demonstration.print_sign_in_links(sessions, "", at=now, say=links.append)
    with sessions() as db:
        term = db.scalars(select(Presidency)).one()
        desk = db.scalars(select(Delegation).where(Delegation.code == "A")).one()
        tokens = {
            "demo_president": seat(db, "demo_president", PRESIDENCY_ROLES, presidency=term),
            "demo_delegation": seat(db, "demo_delegation", DELEGATION_ROLES, delegation=desk),
        }
    engine.dispose()
    invitation = next(link for link in links if "/invitations/" in link)
    return tokens | {"invitation": invitation.rpartition("/")[2]}


def seat(
    db: Session,
    name: str,
    roles: frozenset[Role],
    *,
    delegation: Delegation | None = None,
    presidency: Presidency | None = None,
) -> str:
    user = User(
        email=f"{name}@example.org",
        name=name.replace("_", " ").title(),
        password_hash=PASSWORD_HASH,
        roles=sorted(role.value for role in roles),
        delegation=delegation,
        presidency=presidency,
        created_at=NOON,
    )
    db.add(user)
    db.flush()
    token = f"token-of-{name}"
    db.add(
        SignInSession(
            token_hash=hashed(token),
            user_id=user.id,
            created_at=NEVER,
            seen_at=NEVER,
            expires_at=NEVER,
            device="Test",
        )
    )
    db.commit()
    return token
