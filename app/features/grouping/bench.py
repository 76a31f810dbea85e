"""The points of one cell side by side: ranked, proposed, decided. Reads only."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from sqlalchemy.orm import Session

from app import data
from app.db.models import Briefing
from app.domain.cells import count_key
from app.domain.errors import NotFound
from app.domain.grouping import Act, Grouping, PointRef, replay
from app.domain.joint import linked
from app.domain.matching import lexical
from app.domain.matching.field import Field, Likeness, MatchPoint
from app.domain.matching.proposing import propose
from app.domain.matching.ranking import Suggestion, rank
from app.domain.order import shuffled_key
from app.domain.position import Cell
from app.domain.proceedings import Proceedings
from app.domain.sentence import Source, group_key, point_key
from app.domain.summary import register_key
from app.features.grouping import vectors
from app.features.summaries.acts import confirmations
from app.features.summaries.decisions import grouping_acts
from app.features.summaries.queries import proceedings_of

NO_CELL = "There is no such cell."
LATER = {"assessment differs": 1, "rejected before": 2}


def ref_of(ref: PointRef) -> str:
    return f"{ref.revision}:{ref.index}"


def read_ref(text: str) -> PointRef:
    revision, _, index = text.rpartition(":")
    if not revision or not index.isdecimal():
        raise NotFound("There is no such point in this cell.")
    return PointRef(revision, int(index))


@dataclass(frozen=True)
class Choice:
    """What a point may be put with: ``name`` is what the button posts, ``places`` the points."""

    name: str
    places: tuple[int, ...]
    rank: Suggestion | None = None  # how the matcher ranks it


@dataclass(frozen=True)
class CellBench:
    """Everything about the points of one cell, in an order drawn by the recorded seed."""

    proceedings: Proceedings
    cell: Cell
    acts: tuple[Act, ...]
    likeness: Likeness | None
    worded: frozenset[str] = (
        frozenset()
    )  # keys of sentences with confirmed words or an edit, in any language

    @classmethod
    def read(cls, db: Session, briefing: Briefing, cell: Cell) -> "CellBench":
        found = proceedings_of(db, briefing, cell)
        if cell.question not in {question.number for question in found.questions}:
            raise NotFound(NO_CELL)
        sources = _sources(found)
        texts = [(each.text, each.position.statement.language) for each in sources]
        acts = tuple(grouping_acts(db, briefing, cell))
        likeness = vectors.compare(db, texts) if texts else None
        worded = frozenset(register_key(key) for _, key in confirmations(db, briefing.id))
        return cls(found, cell, acts, likeness, worded)

    @cached_property
    def sources(self) -> list[Source]:
        return _sources(self.proceedings)

    @cached_property
    def grouping(self) -> Grouping:
        return linked(replay(self.acts), self.cell, self.proceedings.positions)

    @cached_property
    def decided(self) -> dict[PointRef, str]:
        """Give the group of every point somebody decided on, alone or with others."""
        here = {source.ref for source in self.sources}
        return {ref: group.id for ref, group in self.grouping.by_point().items() if ref in here}

    @cached_property
    def worded_alone(self) -> frozenset[PointRef]:
        """Give the points whose own words go once they are put together with others."""
        together = {
            ref for each in self.grouping.groups if len(each.points) > 1 for ref in each.points
        }
        return frozenset(
            source.ref
            for source in self.sources
            if source.ref not in together
            and point_key(self._key(source), source.ref) in self.worded
        )

    def is_worded(self, group: str) -> bool:
        keys = {group_key(self._key(source), group) for source in self.sources}
        return not keys.isdisjoint(self.worded)

    def _key(self, source: Source) -> str:
        member = source.position.member
        seat = next(each for each in self.proceedings.seats if each.code == member)
        return count_key(self.cell, seat.standing)

    @cached_property
    def places(self) -> dict[PointRef, int]:
        return {source.ref: place for place, source in enumerate(self.sources)}

    @cached_property
    def field(self) -> Field:
        points = [
            MatchPoint(
                ref_of(source.ref),
                source.text,
                source.position.statement.language,
                source.position.statement.assessment,
            )
            for source in self.sources
        ]
        texts = [(point.text, point.language) for point in points]
        pairs = ((ref_of(one), ref_of(other)) for one, other in self.grouping.rejected)
        rejected = {(min(pair), max(pair)) for pair in pairs}
        likeness = self.likeness or lexical.likeness(texts)
        return Field(points, likeness, rejected, data.mission_names_for_matching())

    def current(self) -> int | None:
        """Give the place of the first point nobody decided on."""
        waiting = (
            place for place, source in enumerate(self.sources) if source.ref not in self.decided
        )
        return next(waiting, None)

    def suggestions(self, current: int) -> list[Choice]:
        """Rank the groups of the cell, and the points nobody decided on, like ones together.

        Those of another assessment, and then those parted before, come after the others.
        """
        choices = {choice.name: choice for choice in self._choices(current)}
        ranked = rank(self.field, current, {each.name: each.places for each in choices.values()})
        ordered = sorted(ranked, key=lambda each: LATER.get(each.blocked_by or "", 0))
        return [replace(choices[each.group], rank=each) for each in ordered]

    def _choices(self, current: int) -> Iterator[Choice]:
        groups: dict[str, list[int]] = {}
        for place, source in enumerate(self.sources):
            if group := self.decided.get(source.ref):
                groups.setdefault(group, []).append(place)
        for group, places in groups.items():
            yield Choice(f"group:{group}", tuple(places))
        for together in self._undecided(current):
            marks = " ".join(ref_of(self.sources[place].ref) for place in together)
            yield Choice(f"with:{marks}", tuple(together))

    def _undecided(self, current: int) -> Iterator[list[int]]:
        """Give the points nobody decided on: proposed ones together, the same words together."""
        alike: dict[object, list[int]] = {}
        proposal_of = {
            place: number for number, places in enumerate(self.proposed) for place in places
        }
        for place, source in enumerate(self.sources):
            if place == current or source.ref in self.decided:
                continue
            statement = source.position.statement
            same_words = (source.text, statement.language, statement.assessment)
            alike.setdefault(proposal_of.get(place, same_words), []).append(place)
        yield from alike.values()

    @cached_property
    def proposed(self) -> list[list[int]]:
        """Give the groups the machine would make of points nobody decided on."""
        waiting = {place for place, each in enumerate(self.sources) if each.ref not in self.decided}
        return [
            group for group in propose(self.field) if len(group) > 1 and waiting.issuperset(group)
        ]


def _sources(found: Proceedings) -> list[Source]:
    positions = sorted(found.positions, key=lambda each: shuffled_key(found.seed, each.hash))
    return [
        Source(position, index) for position in positions for index in range(len(position.points))
    ]
