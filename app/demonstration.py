"""The demonstration: one briefing from public sources, published, and two rehearsals to work in.

All of it goes through the services, so it cannot break a rule. No sentence is put into a State's
mouth: what is entered is what a source was read to say, in the editors' own words, with its
address; the members no source was read for stand outside every count. Every other delegation is
invented, and says so on every page.
"""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from app import data
from app.data.council import councils
from app.db.models import Presidency, User
from app.db.session import Sessions
from app.domain.actor import DELEGATION_ROLES, PRESIDENCY_ROLES, Actor, Role
from app.domain.attribution import Attribution
from app.domain.bundle import Bundle, BundlePosition, read_bundle
from app.domain.lifecycle import Origin
from app.domain.position import GENERAL, LANGUAGES, Cell, Statement
from app.domain.proceedings import Mission, Question, ScaleValue, Seat, Standing
from app.domain.proof import canonical, sha256
from app.features.accounts.inviting import Guest, invite_to_desk
from app.features.accounts.service import create_administrator
from app.features.briefings.groups import offered
from app.features.briefings.upload import read_file
from app.features.positions.load import Loading, load_bundle
from app.features.summaries.operating import publish_by_operator
from app.features.summaries.releasing import Freeze

Say = Callable[[str], None]

OPERATOR = "the editors"
SLUG = "peacekeeping-review-2017-04-06"
MEETING = date(2017, 4, 6)
NOTE = "concept-note-S-2017-287.zh.txt"
PRESIDING = "USA"
ADMINISTRATOR = "secretariat@demo.invalid"
TITLES = {
    "ar": "عرض توضيحي من مصادر علنية، من إعداد المحررين",
    "zh": "根据公开来源编制的演示，由编辑人员编写",
    "en": "Demonstration from public sources, prepared by the editors",
    "fr": "Démonstration établie à partir de sources publiques par les rédacteurs",
    "ru": "Демонстрация по открытым источникам, подготовленная редакторами",
    "es": "Demostración elaborada por los redactores a partir de fuentes públicas",
}


def build(sessions: Sessions, *, freeze: Freeze, at: datetime, say: Say) -> None:
    """Fill an empty database; ``say`` is told each step."""
    with sessions() as db:
        say("the briefing of 6 April 2017, from public sources")
        load_bundle(db, from_public_sources(), _loading_of_sources(), at=at)
        publish_by_operator(db, SLUG, operator=OPERATOR, freeze=freeze, at=at)
        say("a rehearsal with invented delegations, its positions all signed")
        rehearsal = read_bundle(data.rehearsal())
        term = (at.date(), at.date() + timedelta(days=30))
        load_bundle(db, rehearsal, Loading(OPERATOR, Origin.REHEARSAL, term=term), at=at)
        say("a rehearsal that takes positions")
        open_until = Loading(
            OPERATOR, Origin.REHEARSAL, term=term, deadline=at + timedelta(days=14)
        )
        still_open = replace(rehearsal, slug=f"{rehearsal.slug}-open", positions=())
        load_bundle(db, still_open, open_until, at=at)


def _loading_of_sources() -> Loading:
    note = read_file(NOTE, (data.HERE / NOTE).read_bytes())
    briefers = tuple(note.reading["briefers"])
    return Loading(OPERATOR, Origin.DEMONSTRATION, note=note, briefers=briefers)


def from_public_sources() -> Bundle:
    """Put together what was read about the meeting of 6 April 2017."""
    items = data.positions_2017()
    spoke = {item.member for item in items}
    council = councils()[MEETING.year]
    acronyms = [each.acronym for each in data.missions_2017().missions]
    return Bundle(
        slug=SLUG,
        title=TITLES,
        meeting_date=MEETING,
        presiding=PRESIDING,
        attribution=Attribution.ATTRIBUTED,
        languages=LANGUAGES,
        seats=tuple(_seat(code, entered=code in spoke) for code in council.members),
        missions=tuple(
            Mission(each.acronym, _plain(each.names), each.mandate_expires)
            for each in data.missions_2017().missions
        ),
        questions=tuple(_question(each) for each in data.questions_2017()),
        positions=tuple(_position(item) for item in items),
        groups=offered(MEETING, acronyms),
        digest=sha256(canonical([SLUG, *(item.text for item in items)])),
    )


def _plain(texts: Any) -> dict[str, str]:  # noqa: ANN401 - a mapping by Literal languages
    return dict(texts)


def _seat(code: str, *, entered: bool) -> Seat:
    names = {language: name.short for language, name in data.states_by_iso3()[code].names.items()}
    return Seat(code, _plain(names), Standing.MEMBER if entered else Standing.NOT_ENTERED)


def _question(question: data.NoteQuestion) -> Question:
    scale = data.scales().for_question(question.number)
    values = tuple(ScaleValue(value.code, _plain(value.label)) for value in scale.values)
    return Question(question.number, _plain(question.text), values, question.original)


def _position(item: data.SourcedPosition) -> BundlePosition:
    return BundlePosition(
        member=item.member,
        cell=Cell(item.question, item.mission or GENERAL),
        statement=Statement(item.assessment, item.text, item.language),
        submitted_at=datetime(MEETING.year, MEETING.month, MEETING.day, tzinfo=UTC),
        attribution=None,
        source=item.source,
        points=None,
    )


def print_sign_in_links(sessions: Sessions, base_url: str, *, at: datetime, say: Say) -> None:
    """Invite the people of the rehearsal anew, until they have accounts, and print their links."""
    with sessions() as db:
        administrator = db.scalar(select(User).where(User.email == ADMINISTRATOR))
        if administrator is None:
            password = secrets.token_urlsafe(12)
            create_administrator(
                db, email=ADMINISTRATOR, name="Secretariat", password=password, at=at
            )
            say(f"Secretariat: {base_url}/sign-in  {ADMINISTRATOR}  {password}")
            administrator = db.scalars(select(User).where(User.email == ADMINISTRATOR)).one()
        actor = Actor(administrator.id, administrator.name, frozenset({Role.ADMINISTRATOR}))
        known = set(db.scalars(select(User.email)))
        presidency = db.scalars(select(Presidency.id)).one()
        desks = [(f"presidency:{presidency}", _guest("president", PRESIDENCY_ROLES))]
        desks += [
            (f"delegation:{code}", _guest(f"delegation-{code.lower()}", DELEGATION_ROLES))
            for code in ("A", "B", "C")
        ]
        for desk, guest in desks:
            if guest.email not in known:
                token = invite_to_desk(db, actor, desk, guest, at=at)
                say(f"{guest.name}: {base_url}/invitations/{token}")
    say(f"Public record: {base_url}/en/record/{SLUG}/")


def _guest(name: str, roles: frozenset[Role]) -> Guest:
    return Guest(f"{name}@demo.invalid", name.replace("-", " ").title(), roles)
