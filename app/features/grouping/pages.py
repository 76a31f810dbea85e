"""What the templates of the workbench are given: one frozen object a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.cutting import CutsBy
from app.domain.permissions import Refusal
from app.features.summaries.pages import Head

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CellLine:
    """One cell of the list, and how far it is."""

    question: int
    mission: str
    decided: int
    points: int

    @property
    def is_done(self) -> bool:
        return self.decided == self.points


@dataclass(frozen=True)
class IndexPage:
    head: Head
    cells: tuple[CellLine, ...]
    grouping: Refusal  # why nobody may decide now

    @property
    def questions(self) -> list[int]:
        return sorted({cell.question for cell in self.cells})

    @property
    def rows(self) -> list[tuple[str, list[CellLine | None]]]:
        """Give each mission with its cells, question by question."""
        found = {(cell.mission, cell.question): cell for cell in self.cells}
        missions = dict.fromkeys(cell.mission for cell in self.cells)
        return [
            (mission, [found.get((mission, question)) for question in self.questions])
            for mission in missions
        ]

    @property
    def decided(self) -> int:
        return sum(cell.decided for cell in self.cells)

    @property
    def points(self) -> int:
        return sum(cell.points for cell in self.cells)


@dataclass(frozen=True, slots=True)
class PointView:
    """A point as it was written, with whose it is and what each assessed; once for all who did."""

    refs: str
    owners: tuple[tuple[Names, Names | None], ...]
    text: str
    language: str
    cuts_by: CutsBy = CutsBy.OWNER  # whoever vouches least for where it begins and ends
    worded: int = 0  # how many it stands for have words of their own, which grouping leaves behind


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """A group the point may belong to, or another point it may say the same as.

    ``choice`` is what the button posts; ``key`` the digit that presses it. ``shown`` are the member
    most like the point, whose language is ``same_as``, and one the reader can read; ``others`` the
    rest.
    """

    choice: str
    key: int
    name: str
    shown: tuple[PointView, ...]
    others: tuple[PointView, ...]
    blocked_by: str | None
    same_as: str

    @property
    def worded(self) -> int:
        return sum(each.worded for each in (*self.shown, *self.others))


@dataclass(frozen=True, slots=True)
class ProposalView:
    """Points the machine would bring together; nothing counts until somebody confirms it."""

    points: tuple[PointView, ...]

    @property
    def worded(self) -> int:
        return sum(each.worded for each in self.points)


@dataclass(frozen=True, slots=True)
class GroupView:
    id: str
    name: str
    points: tuple[PointView, ...]
    is_worded: bool = False  # words that a merger would leave behind


@dataclass(frozen=True)
class BenchPage:
    """One cell: the point to decide, what it may be the same as, what stands."""

    head: Head
    question: int
    question_text: Names
    mission: str
    seen: int  # the last decision in this cell, checked when the next one is taken
    decided: int
    points: int
    current: PointView | None
    suggestions: tuple[SuggestionView, ...]
    proposals: tuple[ProposalView, ...]
    groups: tuple[GroupView, ...]
    alone: tuple[GroupView, ...]
    is_ready: bool  # False while vectors are being made
    crosses_languages: bool
    uncut: int  # positions cut by the proposal alone
    may_undo: bool
    following: tuple[int, str] | None  # the next cell with something to decide
    grouping: Refusal
    parted: tuple[PointView, ...] = ()  # by the delegations whose points they are
    error: str | None = None
