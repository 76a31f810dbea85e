"""The pages of the workbench: the cells, and one cell laid out. Reads only."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.db.models import Briefing
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.cutting import CutsBy
from app.domain.grouping import PointRef, last_standing, partings, replay
from app.domain.position import Cell
from app.domain.proceedings import Names, Position
from app.domain.sentence import Source
from app.features.grouping import pages
from app.features.grouping.bench import CellBench, Choice, ref_of
from app.features.summaries.decisions import grouping_acts
from app.features.summaries.desk import head_of
from app.features.summaries.queries import count_points

SHOWN = 6  # suggestions; there is a key for each


def bench_page(
    db: Session, actor: Actor, briefing: Briefing, cell: Cell, language: str
) -> pages.BenchPage:
    """Lay out one cell for the presidency: at most a dozen queries, whatever the size."""
    bench = CellBench.read(db, briefing, cell)
    current = bench.current()
    question = next(q for q in bench.proceedings.questions if q.number == cell.question)
    groups = _groups(bench)
    return pages.BenchPage(
        head=head_of(briefing, briefing.languages[0]),
        question=cell.question,
        question_text=question.text,
        mission=cell.mission,
        seen=max((act.number for act in bench.acts), default=0),
        decided=len(bench.decided),
        points=len(bench.sources),
        current=None if current is None else _each(bench, [current])[0],
        suggestions=() if current is None else _suggestions(bench, current, language),
        proposals=tuple(
            pages.ProposalView(_views(bench, places))
            for places in (bench.proposed if bench.likeness else ())
        ),
        groups=tuple(group for group in groups if len(group.points) > 1),
        alone=tuple(group for group in groups if len(group.points) == 1),
        is_ready=bench.likeness is not None or not bench.sources,
        crosses_languages=bench.field.likeness.crosses_languages,
        uncut=sum(
            bool(each.points) and each.cuts_by is CutsBy.PROPOSAL
            for each in bench.proceedings.positions
        ),
        may_undo=last_standing(bench.acts) is not None,
        following=_following(db, briefing, cell),
        parted=_parted(bench),
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
    counted = count_points(db, briefing)
    signed = Counter((cell, joint) for cell, _, _, joint in counted if joint)
    found: dict[Cell, list[bool]] = {}
    for cell, revision, points, joint in counted:
        refs = (PointRef(revision, index) for index in range(points))
        is_linked = joint is not None and signed[cell, joint] > 1  # by those who signed it
        found.setdefault(cell, []).extend(is_linked or ref in decided for ref in refs)
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


def _view(bench: CellBench, sources: Sequence[Source]) -> pages.PointView:
    """Show a point, or several of the same words, with whose they are."""
    first = sources[0]
    return pages.PointView(
        refs=" ".join(ref_of(source.ref) for source in sources),
        owners=tuple(
            (_owner(bench, source.position), _label(bench, source.position)) for source in sources
        ),
        text=first.text,
        language=first.position.statement.language,
        cuts_by=min((source.position.cuts_by for source in sources), key=list(CutsBy).index),
        worded=sum(source.ref in bench.worded_alone for source in sources),
    )


def _views(bench: CellBench, places: Sequence[int]) -> tuple[pages.PointView, ...]:
    """Show the same words once."""
    same: dict[tuple[str, str], list[Source]] = {}
    for place in places:
        source = bench.sources[place]
        same.setdefault((source.text, source.position.statement.language), []).append(source)
    return tuple(_view(bench, sources) for sources in same.values())


def _owner(bench: CellBench, position: Position) -> Names:
    return next(seat.names for seat in bench.proceedings.seats if seat.code == position.member)


def _label(bench: CellBench, position: Position) -> Names | None:
    for question in bench.proceedings.questions:
        if question.number == position.cell.question:
            for value in question.scale:
                if value.code == position.statement.assessment:
                    return value.label
    return None


def _suggestions(bench: CellBench, current: int, language: str) -> tuple[pages.SuggestionView, ...]:
    names = {f"group:{group.id}": group.name for group in bench.grouping.groups}
    best = bench.suggestions(current)[:SHOWN]
    return tuple(
        _suggestion(bench, choice, key, names.get(choice.name, ""), language)
        for key, choice in enumerate(best, 1)
    )


def _suggestion(
    bench: CellBench, choice: Choice, key: int, name: str, language: str
) -> pages.SuggestionView:
    members = _views(bench, choice.places)
    ranked = choice.rank
    nearest = next(
        (each for each in members if ranked and ranked.nearest in each.refs.split()), members[0]
    )
    readable = next((each for each in members if each.language == language), nearest)
    shown = (nearest,) if readable is nearest else (nearest, readable)
    return pages.SuggestionView(
        choice=choice.name,
        key=key,
        name=name,
        shown=shown,
        others=tuple(each for each in members if each is not nearest and each is not readable),
        blocked_by=ranked.blocked_by if ranked else None,
        same_as=nearest.language,
    )


def _groups(bench: CellBench) -> list[pages.GroupView]:
    return [
        pages.GroupView(
            group.id, group.name, _each(bench, sorted(places)), bench.is_worded(group.id)
        )
        for group in bench.grouping.groups
        if (places := [bench.places[ref] for ref in group.points if ref in bench.places])
    ]


def _parted(bench: CellBench) -> tuple[pages.PointView, ...]:
    """Show the points their own delegations parted from others."""
    points = dict.fromkeys(point for act in partings(bench.acts) for point in act.points)
    return _each(bench, [bench.places[point] for point in points if point in bench.places])


def _each(bench: CellBench, places: Sequence[int]) -> tuple[pages.PointView, ...]:
    return tuple(_view(bench, [bench.sources[place]]) for place in places)
