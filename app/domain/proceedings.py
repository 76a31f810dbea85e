"""What a summary is compiled from: a briefing as it stands when it closes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.attribution import Attribution
from app.domain.cutting import CutsBy
from app.domain.letter import Letter
from app.domain.lifecycle import Origin
from app.domain.position import Cell, Point, Statement
from app.domain.state_words import NO_STATES, StateWords

Names = Mapping[str, str]  # language -> text


class Standing(StrEnum):
    """What a seat counts as."""

    MEMBER = "member"
    INVITED = "invited"  # rule 37: sentences of its own, never among the members
    NOT_ENTERED = "not_entered"  # spoke, but no source was read: outside every count


@dataclass(frozen=True, slots=True)
class Seat:
    code: str
    names: Names
    standing: Standing = Standing.MEMBER


@dataclass(frozen=True, slots=True)
class ScaleValue:
    code: str
    label: Names


@dataclass(frozen=True, slots=True)
class Question:
    number: int
    text: Names
    scale: tuple[ScaleValue, ...]
    original: str | None = None  # the language of the note; others are unofficial translations


@dataclass(frozen=True, slots=True)
class Mission:
    acronym: str
    names: Names
    mandate_expires: date | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """The last revision of one delegation in one cell, as far as the summary needs it."""

    member: str
    cell: Cell
    statement: Statement
    hash: str
    salt: bytes
    points: tuple[Point, ...] = ()
    attribution: Attribution | None = None  # stricter than the briefing's, or None
    quotable: bool = False  # the owner allows its words to be quoted without its name
    source: str | None = None
    late: bool = False
    joint: str | None = None  # the text of a joint statement it was signed with
    cuts_by: CutsBy = CutsBy.PROPOSAL


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """States declared to be one group before the briefing opened: a list with its source."""

    code: str
    names: Names
    members: tuple[str, ...]  # codes; who of them is not seated is outside every count
    source: str
    as_of: date


@dataclass(frozen=True)
class Proceedings:
    slug: str
    title: Names
    meeting_date: date | None
    presidency: str | None
    attribution: Attribution
    languages: tuple[str, ...]
    seats: tuple[Seat, ...]
    missions: tuple[Mission, ...]
    questions: tuple[Question, ...]
    positions: tuple[Position, ...]
    origin: Origin = Origin.LIVE
    briefers: tuple[str, ...] = ()
    seed: str = ""
    references: tuple[str, ...] = field(default=())
    groups: tuple[NamedGroup, ...] = ()  # in the order they were declared in
    states: StateWords = NO_STATES  # names and adjectives of every State, seated or not
    letter: Letter | None = None  # that the presidency transmits its summary with
    symbol: str | None = None  # given to letter and summary by the Secretariat; never made up here

    def seated(self, standing: Standing) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if seat.standing is standing)

    def name_of(self, code: str, language: str) -> str:
        return next(in_language(seat.names, language) for seat in self.seats if seat.code == code)

    @property
    def has_not_entered(self) -> bool:
        return any(seat.standing is Standing.NOT_ENTERED for seat in self.seats)


def in_language(names: Names, language: str) -> str:
    """Give a text in ``language``, else in the first language at hand, English before others."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")
