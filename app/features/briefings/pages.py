"""What the pages of the list and of the preparation show. Reads only."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, false, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, ConceptNote, Seat
from app.db.session import database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.lifecycle import BriefingState, Origin
from app.domain.permissions import Refusal
from app.domain.proceedings import Names
from app.features.briefings.defaults import state_options
from app.features.briefings.entries import numbered
from app.features.briefings.figures import SumCheck, sum_checks
from app.features.briefings.preparing import get_note, mark_of
from app.features.briefings.queries import NO_BRIEFING, get_presided


class Step(StrEnum):
    """The one thing to do next."""

    PREPARE = "prepare"
    WATCH = "watch"
    CLOSE = "close"
    DRAFT = "draft"
    FOLLOW = "follow"
    PUBLISH = "publish"
    WRITE = "write"
    WAIT = "wait"
    CHECK = "check"
    READ = "read"
    NOTHING = "nothing"


PRESIDENCY_STEPS = {
    BriefingState.DRAFT: Step.PREPARE,
    BriefingState.OPEN: Step.WATCH,
    BriefingState.CLOSED: Step.DRAFT,
    BriefingState.CIRCULATED: Step.FOLLOW,
    BriefingState.ISSUED: Step.PUBLISH,
    BriefingState.PUBLISHED: Step.READ,
    BriefingState.WITHDRAWN: Step.NOTHING,
}
DELEGATION_STEPS = {
    BriefingState.OPEN: Step.WRITE,
    BriefingState.CLOSED: Step.WAIT,
    BriefingState.CIRCULATED: Step.CHECK,
    BriefingState.ISSUED: Step.CHECK,
    BriefingState.PUBLISHED: Step.READ,
    BriefingState.WITHDRAWN: Step.NOTHING,
}


def presidency_step(state: BriefingState, *, is_late: bool) -> Step:
    return Step.CLOSE if state is BriefingState.OPEN and is_late else PRESIDENCY_STEPS[state]


def delegation_step(state: BriefingState, *, is_late: bool) -> Step:
    return Step.WAIT if state is BriefingState.OPEN and is_late else DELEGATION_STEPS[state]


@dataclass(frozen=True)
class Row:
    slug: str
    title: Names
    state: BriefingState
    deadline: datetime | None
    is_late: bool
    step: Step


@dataclass(frozen=True)
class IndexPage:
    """The landing page of a desk (briefings/index.html)."""

    rows: tuple[Row, ...]
    convene_refusal: Refusal
    is_delegation: bool
    is_administrator: bool


def index_page(db: Session, actor: Actor) -> IndexPage:
    now = database_time(db)
    rows = db.scalars(_listed(actor).order_by(Briefing.created_at.desc(), Briefing.id.desc()))
    return IndexPage(
        tuple(_row(actor, row, now) for row in rows),
        permissions.convene(actor),
        actor.delegation_id is not None,
        actor.is_administrator,
    )


def _listed(actor: Actor) -> Select[Briefing]:
    """Each desk sees its own briefings; a delegation none that is in preparation."""
    if actor.presidency_id is not None:
        return select(Briefing).where(Briefing.presidency_id == actor.presidency_id)
    if actor.delegation_id is not None:
        return (
            select(Briefing)
            .join(Seat, Seat.briefing_id == Briefing.id)
            .where(Seat.delegation_id == actor.delegation_id, Briefing.state != BriefingState.DRAFT)
        )
    return select(Briefing) if actor.is_administrator else select(Briefing).where(false())


def _row(actor: Actor, briefing: Briefing, now: datetime) -> Row:
    is_late = briefing.deadline is not None and briefing.deadline < now
    if actor.presidency_id is not None:
        step = presidency_step(briefing.state, is_late=is_late)
    elif actor.delegation_id is not None:
        step = delegation_step(briefing.state, is_late=is_late)
    else:
        step = Step.NOTHING
    title = briefing.title or {"en": briefing.slug}
    return Row(briefing.slug, title, briefing.state, briefing.deadline, is_late, step)


@dataclass(frozen=True)
class NewPage:
    """The form that starts a briefing (briefings/new.html)."""

    refusal: Refusal


def new_page(actor: Actor) -> NewPage:
    """Show the form to a presidency; for others there is no such page."""
    permissions.require(permissions.convene(actor))
    return NewPage(None)


@dataclass(frozen=True)
class BriefingPage:
    """What every page of one briefing begins with; ``refusal`` says why nothing can be changed."""

    slug: str
    title: Names
    state: BriefingState
    origin: Origin
    refusal: Refusal

    @property
    def marking(self) -> str:
        return self.origin.marking


def head_of(actor: Actor, briefing: Briefing) -> dict[str, Any]:
    return {
        "slug": briefing.slug,
        "title": briefing.title or {"en": briefing.slug},
        "state": briefing.state,
        "origin": briefing.origin,
        "refusal": permissions.prepare(actor, briefing.presidency_id, briefing.state),
    }


@dataclass(frozen=True)
class NotePage(BriefingPage):
    """The note's text and what was read from it, side by side (briefings/note.html)."""

    version: str
    file_name: str
    text: str
    corrected: Mapping[str, Any]
    sums: tuple[SumCheck, ...]
    states: tuple[tuple[str, str], ...]
    presiding: str | None

    def warnings_at(self, *fields: str) -> list[str]:
        """Give the reading's warnings about these fields, without the field's name before them."""
        named = (each.partition(": ") for each in self.corrected["warnings"])
        return [said[:1].upper() + said[1:] for field, _, said in named if field in fields]

    @property
    def shown_text(self) -> str:
        """Give the note's text without the gaps and private marks that extraction leaves."""
        return re.sub(r"\n\s*\n", "\n", re.sub("[\ue000-\uf8ff]", "•", self.text)).strip()

    @property
    def general_warnings(self) -> list[str]:
        return [each for each in self.corrected["warnings"] if " " in each.partition(": ")[0]]

    def rows(self, kind: str, raw: Mapping[str, str]) -> list[tuple[int, Mapping[str, Any]]]:
        """Give the rows of a list by number: those stored, those typed, and a blank one."""
        stored = dict(enumerate(self.corrected[f"{kind}s"], 1))
        numbers = sorted({*stored, *numbered(raw, kind)})
        if not raw or not numbers:
            numbers.append(max(numbers, default=0) + 1)
        return [(number, stored.get(number, BLANK[kind])) for number in numbers]


BLANK: Mapping[str, Mapping[str, Any]] = {
    "question": {"text": "", "prompts": [], "missions": [], "countries": []},
    "figure": {"text": "", "value": "", "as_of": None, "context": ""},
}


def note_page(db: Session, actor: Actor, slug: str, language: str) -> NotePage:
    briefing = get_presided(db, actor, slug)
    note = get_note(db, briefing.id)
    return NotePage(
        **head_of(actor, briefing),
        version=mark_of(note.corrected),
        file_name=note.file_name,
        text=note.text,
        corrected=note.corrected,
        sums=sum_checks(note.corrected["figures"]),
        states=tuple(state_options(language)),
        presiding=briefing.presiding,
    )


@dataclass(frozen=True)
class StoredFile:
    sha256: str
    kind: str
    content: bytes


def note_file(db: Session, actor: Actor, slug: str) -> StoredFile:
    """Give the uploaded file to its own presidency."""
    briefing = get_presided(db, actor, slug)
    found = db.execute(
        select(ConceptNote.sha256, ConceptNote.file_name, ConceptNote.content).where(
            ConceptNote.briefing_id == briefing.id, ConceptNote.file_name != ""
        )
    ).one_or_none()
    if found is None:
        raise NotFound(NO_BRIEFING)
    sha256, name, content = found
    return StoredFile(sha256, name.rpartition(".")[2].lower()[:8], content)
