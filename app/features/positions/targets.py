"""Cells about to be drafted together, each with what stands there now and what would."""

from dataclasses import dataclass

from app.domain.attribution import Attribution, strictest
from app.domain.carrying import Effect, Part, carry, effect
from app.domain.errors import Invalid
from app.domain.position import Cell, Statement
from app.domain.proceedings import Names
from app.features.positions.cells import Held, Writing
from app.features.positions.queries import Assessment, Desk, assessment_of


@dataclass(frozen=True)
class Side:
    """What is said in a cell, for a page."""

    assessment: Assessment | None
    text: str
    language: str


@dataclass(frozen=True)
class Pick:
    """A cell ticked for drafting, in the state its reader saw."""

    cell: Cell
    seen: str

    @property
    def key(self) -> str:
        return f"{self.cell.question}:{self.cell.mission}:{self.seen}"

    @classmethod
    def read(cls, key: str) -> "Pick":
        question, _, rest = key.partition(":")
        mission, _, seen = rest.rpartition(":")
        if not (question.isascii() and question.isdigit() and len(question) < 10 and mission):
            raise Invalid("Choose cells from the list.", where="chosen")
        return cls(Cell(int(question), mission), seen)


@dataclass(frozen=True)
class Target:
    """One cell of the list; ``then`` is what it would say."""

    pick: Pick
    effect: Effect
    now: Side | None
    then: Side
    is_signed: bool
    origin: Names | None = None  # the briefing the words come from, if another

    @property
    def key(self) -> str:
        return self.pick.key

    @property
    def cell(self) -> Cell:
        return self.pick.cell

    @property
    def is_ticked(self) -> bool:
        """Tell whether it is taken unless its reader says otherwise: where nothing is lost."""
        return self.effect in {Effect.FILLS, Effect.ADDS} and not self.is_signed


def state_of(held: Held) -> str:
    """Name what stands in a cell, so that nothing newer is written over unread."""
    version = held.draft.version if held.draft else 0
    return f"{version}.{held.position.latest if held.position else 0}"


def writing_in(held: Held) -> Writing | None:
    """Give what a cell's form begins with."""
    row = held.draft or held.standing
    if row is None:
        return None
    said = Statement(row.assessment, row.text, row.language)
    version = held.draft.version if held.draft else 0
    return Writing(said, version, row.attribution, row.quotable)


def carried(source: Writing, held: Held, part: Part) -> Writing:
    """Give the writing that would stand in a cell; of two rules the stricter one stays."""
    now = writing_in(held)
    said = carry(source.statement, now.statement if now else None, part)
    return on_terms(said, source, now, held)


def on_terms(said: Statement, source: Writing, now: Writing | None, held: Held) -> Writing:
    has_words = said.text == source.statement.text and bool(said.text)
    quotable = source.quotable if has_words else bool(now and now.quotable)
    version = held.draft.version if held.draft else 0
    return Writing(said, version, _stricter(source, now), quotable)


def _stricter(source: Writing, now: Writing | None) -> Attribution | None:
    rules = [each.attribution for each in (source, now) if each and each.attribution]
    return strictest(rules) if rules else None


def target(
    desk: Desk, cell: Cell, held: Held, then: Writing, origin: Names | None = None
) -> Target:
    now = writing_in(held)
    said = now.statement if now else None
    return Target(
        pick=Pick(cell, state_of(held)),
        effect=effect(said, then.statement),
        now=side_of(desk, cell, said) if said and not said.is_empty else None,
        then=side_of(desk, cell, then.statement),
        is_signed=held.standing is not None,
        origin=origin,
    )


def side_of(desk: Desk, cell: Cell, said: Statement) -> Side:
    question = desk.question(cell.question)
    return Side(assessment_of(said.assessment, question), said.text, said.language)
