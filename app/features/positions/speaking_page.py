"""Positions put together as a statement to be spoken, with the time each part takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from app.domain.actor import Actor
from app.domain.position import Cell, Statement
from app.domain.proceedings import Names
from app.domain.speaking import PER_MINUTE, length_of
from app.features.positions.cells import Held, statement_of
from app.features.positions.queries import Desk, Heading, get_desk, heading_of, list_held


class Drawn(StrEnum):
    """Which words are spoken."""

    SIGNED = "signed"
    WRITTEN = "written"  # drafts too, where something newer or nothing is signed


@dataclass(frozen=True)
class Passage:
    """What is said of one mission."""

    cell: Cell
    text: str
    language: str
    is_draft: bool
    count: int
    time: timedelta


@dataclass(frozen=True)
class SpokenPart:
    """What is said to one question."""

    number: int
    question: Names
    passages: tuple[Passage, ...]
    time: timedelta


@dataclass(frozen=True)
class SpeakingPage:
    """The speaking draft (positions/speaking.html)."""

    heading: Heading
    drawn: Drawn
    parts: tuple[SpokenPart, ...]
    time: timedelta
    paces: tuple[tuple[str, int], ...]  # of the languages spoken
    drafts: int


def speaking_page(db: Session, actor: Actor, slug: str, drawn: Drawn) -> SpeakingPage:
    desk = get_desk(db, actor, slug)
    held = list_held(db, desk.seat.id)
    passages = [
        passage
        for cell in desk.cells
        if (passage := _passage(cell, held.get(cell, Held()), drawn)) is not None
    ]
    return SpeakingPage(
        heading=heading_of(desk),
        drawn=drawn,
        parts=_parts(desk, passages),
        time=_time(passages),
        paces=tuple(
            (language, PER_MINUTE[language])
            for language in dict.fromkeys(passage.language for passage in passages)
        ),
        drafts=sum(passage.is_draft for passage in passages),
    )


def _parts(desk: Desk, passages: list[Passage]) -> tuple[SpokenPart, ...]:
    found = []
    for question in desk.questions:
        mine = tuple(each for each in passages if each.cell.question == question.number)
        if mine:
            found.append(SpokenPart(question.number, question.text, mine, _time(mine)))
    return tuple(found)


def _passage(cell: Cell, held: Held, drawn: Drawn) -> Passage | None:
    is_draft = drawn is Drawn.WRITTEN and held.is_edited
    said: Statement | None = statement_of(held.draft if is_draft else held.standing)
    if said is None or not said.text.strip():
        return None
    length = length_of(said.text, said.language)
    return Passage(cell, said.text, said.language, is_draft, length.count, length.time)


def _time(passages: Iterable[Passage]) -> timedelta:
    return sum((passage.time for passage in passages), timedelta())
