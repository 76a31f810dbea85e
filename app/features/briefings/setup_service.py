"""Preparing a briefing, section by section. Each function is one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Event
from app.db.session import atomic, database_time
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.errors import Invalid
from app.domain.named_groups import TROOP_CONTRIBUTORS
from app.domain.proceedings import Mission, NamedGroup, ScaleValue, Seat
from app.features.briefings.defaults import is_state
from app.features.briefings.groups import OWN, contributors_names, offered
from app.features.briefings.preparing import (
    get_draft,
    get_note,
    questions_state,
    redeclare,
    relist_missions,
    require_unchanged,
    reseat,
    rule_state,
    title_state,
)
from app.features.briefings.queries import (
    get_question,
    list_groups,
    list_missions,
    list_questions,
    list_seats,
)


@dataclass(frozen=True)
class Titling:
    version: str
    slug: str
    title: Mapping[str, str]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Translating:
    version: str
    texts: Mapping[int, Mapping[str, str]]


@dataclass(frozen=True)
class Seating:
    add: Sequence[Seat] = ()
    remove: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Listing:
    add: Sequence[Mission] = ()
    remove: frozenset[str] = frozenset()


@dataclass(frozen=True)
class OwnList:
    """A list the presidency gives itself; without ``names`` it is that of troop contributors."""

    names: Mapping[str, str]
    members: tuple[str, ...]
    source: str
    as_of: date


@dataclass(frozen=True)
class Declaring:
    shipped: tuple[str, ...] = ()
    own: OwnList | None = None
    remove: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Scaling:
    version: str
    question: int
    scale: Sequence[ScaleValue]


@dataclass(frozen=True)
class Ruling:
    version: str
    attribution: Attribution
    deadline: datetime | None


def set_title(db: Session, actor: Actor, slug: str, titling: Titling, *, at: datetime) -> None:
    """Name the briefing, in its languages and in its address."""
    with atomic(db):
        briefing = get_draft(db, actor, slug)
        require_unchanged(titling.version, title_state(briefing))
        _refuse_taken(db, briefing, titling.slug)
        briefing.slug = titling.slug
        briefing.title = dict(titling.title)
        briefing.languages = list(titling.languages)
        note = get_note(db, briefing.id)
        original = note.corrected["language"]
        if original:
            note.corrected = {**note.corrected, "title": titling.title.get(original)}
        _note(db, actor, briefing, "title", at)


def set_translations(
    db: Session,
    actor: Actor,
    slug: str,
    translating: Translating,
    *,
    at: datetime,
) -> None:
    """Keep the questions in other languages beside the note's own words, which stay."""
    with atomic(db):
        briefing = get_draft(db, actor, slug)
        questions = list_questions(db, briefing.id)
        require_unchanged(translating.version, questions_state(questions))
        for question in questions:
            own = question.original or "en"
            given = translating.texts.get(question.number, {})
            translated = {lang: text for lang, text in given.items() if lang != own and text}
            question.text = {own: question.text[own], **translated}
        note = get_note(db, briefing.id)
        fresh = [{**item, "stale": False} for item in note.corrected["questions"]]
        note.corrected = {**note.corrected, "questions": fresh}
        _note(db, actor, briefing, "questions", at)


def change_seats(db: Session, actor: Actor, slug: str, seating: Seating, *, at: datetime) -> None:
    """Seat delegations, or let them go; who is seated again takes the new standing."""
    with atomic(db):
        briefing = get_draft(db, actor, slug)
        reseat(db, briefing, seating.add, seating.remove)
        _note(db, actor, briefing, "members", at)


def change_missions(
    db: Session, actor: Actor, slug: str, listing: Listing, *, at: datetime
) -> None:
    with atomic(db):
        briefing = get_draft(db, actor, slug)
        relist_missions(db, briefing, listing.add, listing.remove)
        _note(db, actor, briefing, "missions", at)


def change_groups(
    db: Session, actor: Actor, slug: str, declaring: Declaring, *, at: datetime
) -> None:
    """Declare groups of States, which stand from opening on, or take them back."""
    with atomic(db):
        briefing = get_draft(db, actor, slug)
        acronyms = [row.acronym for row in list_missions(db, briefing.id)]
        known = {each.code: each for each in offered(briefing.meeting_date, acronyms)}
        if not known.keys() >= set(declaring.shipped):
            raise Invalid("Choose groups from the list.", where="shipped")
        add = [known[code] for code in declaring.shipped]
        if declaring.own:
            add.append(_own_group(db, briefing, declaring.own))
        redeclare(db, briefing, add, declaring.remove)
        _note(db, actor, briefing, "groups", at)


def _own_group(db: Session, briefing: Briefing, own: OwnList) -> NamedGroup:
    seated = {seat.code for seat in list_seats(db, briefing.id)}
    unknown = [code for code in own.members if code not in seated and not is_state(code)]
    if unknown:
        raise Invalid(f"“{unknown[0]}” is no State and is not seated here.", where="members")
    if not own.names:
        names = contributors_names()
        return NamedGroup(TROOP_CONTRIBUTORS, names, own.members, own.source, own.as_of)
    taken = [row.code for row in list_groups(db, briefing.id) if row.code.startswith(OWN)]
    number = max((int(code.removeprefix(OWN)) for code in taken), default=0) + 1
    return NamedGroup(f"{OWN}{number}", own.names, own.members, own.source, own.as_of)


def set_scale(db: Session, actor: Actor, slug: str, scaling: Scaling, *, at: datetime) -> None:
    """Set the closed scale of one question."""
    with atomic(db):
        briefing = get_draft(db, actor, slug)
        question = get_question(db, briefing.id, scaling.question)
        require_unchanged(scaling.version, question.scale)
        question.scale = [{"code": each.code, "label": dict(each.label)} for each in scaling.scale]
        _note(db, actor, briefing, "scales", at)


def set_rule(db: Session, actor: Actor, slug: str, ruling: Ruling, *, at: datetime) -> None:
    """Choose how openly positions may be used, and until when they are taken."""
    with atomic(db):
        briefing = get_draft(db, actor, slug)
        require_unchanged(ruling.version, rule_state(briefing))
        if ruling.deadline is not None and ruling.deadline <= database_time(db):
            raise Invalid("This time has already passed.", where="deadline_date")
        briefing.attribution = ruling.attribution
        briefing.deadline = ruling.deadline
        _note(db, actor, briefing, "rule", at)


def _refuse_taken(db: Session, briefing: Briefing, slug: str) -> None:
    taken = select(Briefing.id).where(Briefing.slug == slug, Briefing.id != briefing.id)
    if db.scalar(taken):
        raise Invalid("Another briefing has this address. Choose another.", where="slug")


def _note(db: Session, actor: Actor, briefing: Briefing, section: str, at: datetime) -> None:
    db.add(Event.of(actor, "briefing.prepared", at=at, briefing_id=briefing.id, section=section))
