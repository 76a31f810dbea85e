"""The page of one cell: its points side by side, ranked, proposed, decided. Reads only."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy.orm import Session

from app import data
from app.db.models import Briefing
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.grouping import Act, Grouping, PointRef, last_standing, replay
from app.domain.matching import lexical
from app.domain.matching.field import Field, Likeness, MatchPoint
from app.domain.matching.proposing import propose
from app.domain.matching.ranking import Suggestion, rank
from app.domain.order import shuffled_key
from app.domain.position import Cell
from app.domain.proceedings import Names, Position, Proceedings
from app.domain.sentence import Source
from app.features.grouping import pages, vectors
from app.features.summaries.desk import head_of
from app.features.summaries.queries import count_points, grouping_acts, proceedings_of

SHOWN = 6  # suggestions; there is a key for each
NO_CELL = "There is no such cell."


def ref_of(ref: PointRef) -> str:
    return f"{ref.revision}:{ref.index}"


def read_ref(text: str) -> PointRef:
    revision, _, index = text.rpartition(":")
    if not revision or not index.isdecimal():
        raise NotFound("There is no such point in this cell.")
    return PointRef(revision, int(index))


@dataclass(frozen=True)
class CellBench:
    """Everything about the points of one cell, in an order drawn by the recorded seed."""

    proceedings: Proceedings
    cell: Cell
    acts: tuple[Act, ...]
    likeness: Likeness | None

    @classmethod
    def read(cls, db: Session, briefing: Briefing, cell: Cell) -> "CellBench":
        found = proceedings_of(db, briefing, cell)
        if cell.question not in {question.number for question in found.questions}:
            raise NotFound(NO_CELL)
        sources = _sources(found)
        texts = [(each.text, each.position.statement.language) for each in sources]
        acts = tuple(grouping_acts(db, briefing, cell))
        return cls(found, cell, acts, vectors.compare(db, texts) if texts else None)

    @cached_property
    def sources(self) -> list[Source]:
        return _sources(self.proceedings)

    @cached_property
    def grouping(self) -> Grouping:
        return replay(self.acts)

    @cached_property
    def decided(self) -> dict[PointRef, str]:
        """Give the group of every point somebody decided on, alone or with others."""
        here = {source.ref for source in self.sources}
        return {ref: group.id for ref, group in self.grouping.by_point().items() if ref in here}

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

    def suggestions(self, current: int) -> list[Suggestion]:
        """Rank the groups of the cell, and the other points nobody decided on."""
        choices: dict[str, list[int]] = {}
        for place, source in enumerate(self.sources):
            group = self.decided.get(source.ref)
            choice = f"group:{group}" if group else f"with:{ref_of(source.ref)}"
            choices.setdefault(choice, []).append(place)
        ranked = rank(self.field, current, choices)
        return sorted(ranked, key=lambda each: each.blocked_by == "rejected before")

    def proposals(self) -> list[list[int]]:
        """Give the groups the machine would make of points nobody decided on."""
        waiting = {place for place, each in enumerate(self.sources) if each.ref not in self.decided}
        return [
            group for group in propose(self.field) if len(group) > 1 and waiting.issuperset(group)
        ]


def bench_page(db: Session, actor: Actor, briefing: Briefing, cell: Cell) -> pages.BenchPage:
    """Lay out one cell for the presidency: at most a dozen queries, whatever the size."""
    bench = CellBench.read(db, briefing, cell)
    views = [_view(bench, source) for source in bench.sources]
    current = bench.current()
    question = next(q for q in bench.proceedings.questions if q.number == cell.question)
    groups = _groups(bench, views)
    return pages.BenchPage(
        head=head_of(briefing, briefing.languages[0]),
        question=cell.question,
        question_text=question.text,
        mission=cell.mission,
        seen=max((act.number for act in bench.acts), default=0),
        decided=len(bench.decided),
        points=len(bench.sources),
        current=None if current is None else views[current],
        suggestions=() if current is None else tuple(_suggestions(bench, views, current)),
        proposals=tuple(
            pages.ProposalView(tuple(views[place] for place in group))
            for group in (bench.proposals() if bench.likeness else ())
        ),
        groups=tuple(group for group in groups if len(group.points) > 1),
        alone=tuple(group for group in groups if len(group.points) == 1),
        is_ready=bench.likeness is not None or not bench.sources,
        crosses_languages=bench.field.likeness.crosses_languages,
        may_undo=last_standing(bench.acts) is not None,
        following=_following(db, briefing, cell),
        grouping=permissions.draft_summary(actor, briefing.presidency_id, briefing.state),
    )


def index_page(db: Session, actor: Actor, briefing: Briefing) -> pages.IndexPage:
    return pages.IndexPage(
        head_of(briefing, briefing.languages[0]),
        tuple(_cells(db, briefing)),
        permissions.draft_summary(actor, briefing.presidency_id, briefing.state),
    )


def _cells(db: Session, briefing: Briefing) -> list[pages.CellLine]:
    """Give every cell with points, and how many of them are decided."""
    decided = replay(grouping_acts(db, briefing)).by_point()
    found: dict[Cell, list[bool]] = {}
    for cell, revision, points in count_points(db, briefing):
        refs = (PointRef(revision, index) for index in range(points))
        found.setdefault(cell, []).extend(ref in decided for ref in refs)
    return [
        pages.CellLine(cell.question, cell.mission, sum(points), len(points))
        for cell, points in found.items()
    ]


def _following(db: Session, briefing: Briefing, cell: Cell) -> tuple[int, str] | None:
    """Give the next cell with something to decide, from this one on and around."""
    here = (cell.question, cell.mission)
    cells = [
        (each.question, each.mission, each.decided < each.points) for each in _cells(db, briefing)
    ]
    at = next((place for place, each in enumerate(cells) if each[:2] == here), 0)
    around = [*cells[at + 1 :], *cells[:at]]
    return next((each[:2] for each in around if each[2]), None)


def _sources(found: Proceedings) -> list[Source]:
    positions = sorted(found.positions, key=lambda each: shuffled_key(found.seed, each.hash))
    return [
        Source(position, index) for position in positions for index in range(len(position.points))
    ]


def _view(bench: CellBench, source: Source) -> pages.PointView:
    position: Position = source.position
    return pages.PointView(
        ref=ref_of(source.ref),
        owner=_owner(bench, position),
        assessment=_label(bench, position),
        text=source.text,
        language=position.statement.language,
        kind=source.point.kind.value,
    )


def _owner(bench: CellBench, position: Position) -> Names:
    return next(seat.names for seat in bench.proceedings.seats if seat.code == position.member)


def _label(bench: CellBench, position: Position) -> Names | None:
    for question in bench.proceedings.questions:
        if question.number == position.cell.question:
            for value in question.scale:
                if value.code == position.statement.assessment:
                    return value.label
    return None


def _suggestions(
    bench: CellBench, views: Sequence[pages.PointView], current: int
) -> list[pages.SuggestionView]:
    names = {group.id: group.name for group in bench.grouping.groups}
    language_of = {view.ref: view.language for view in views}
    shown: list[pages.SuggestionView] = []
    for key, each in enumerate(bench.suggestions(current)[:SHOWN], 1):
        group = each.group.removeprefix("group:")
        members = [
            views[place]
            for place, source in enumerate(bench.sources)
            if bench.decided.get(source.ref) == group or each.group == f"with:{ref_of(source.ref)}"
        ]
        shown.append(
            pages.SuggestionView(
                each.group,
                key,
                names.get(group, ""),
                tuple(members),
                each.blocked_by,
                language_of[each.nearest],
            )
        )
    return shown


def _groups(bench: CellBench, views: Sequence[pages.PointView]) -> list[pages.GroupView]:
    return [
        pages.GroupView(
            group.id,
            group.name,
            tuple(views[place] for place in sorted(places)),
        )
        for group in bench.grouping.groups
        if (places := [bench.places[ref] for ref in group.points if ref in bench.places])
    ]
