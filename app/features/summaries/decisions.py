"""What the presidency decided about its summary, and delegations left to decide. Reads only."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import exists, func, literal, select, union_all
from sqlalchemy.orm import Session, aliased

from app.db.models import (
    Briefing,
    Circulation,
    GroupingAct,
    NotReflected,
    Reflection,
    ReplyGiven,
    SentenceEdit,
    SentenceRank,
    Wording,
)
from app.db.models import Narrative as NarrativeRow
from app.domain import grouping
from app.domain.bands import Seen
from app.domain.drafting import Drafting, Edit
from app.domain.grouping import replay
from app.domain.mirror import Effect, Verdict
from app.domain.narrative import PREFIX, Narrative
from app.domain.position import Cell
from app.domain.summary import register_key


def drafting_of(db: Session, briefing: Briefing) -> Drafting:
    """Give what the presidency decided about the summary so far."""
    decided = _decided(db, briefing.id)
    return Drafting(
        not_reflected={row.key: row.text for row in decided["left_out"]},
        grouping=replay(grouping_acts(db, briefing)),
        wordings={
            (row.language, row.key): Edit(row.text, row.basis, row.beside)
            for row in decided["wording"]
        },
        edits={(row.language, row.key): Edit(row.text, row.basis) for row in decided["edit"]},
        ranks={row.key: row.place for row in decided["rank"]},
        seen=bands_seen(db, briefing.id),
        contested=_contested(db, briefing.id),
        narratives=narratives_of(db, briefing.id),
    )


class _Decided(NamedTuple):
    """A row of one of the small tables of decisions; what a table has not is empty."""

    table: str
    place: int
    key: str
    language: str = ""
    text: str = ""
    basis: str = ""
    beside: str = ""


def _decided(db: Session, briefing_id: int) -> Mapping[str, Sequence[_Decided]]:
    """Read four tables at once: they are small, and each trip to the database is not."""
    none = literal("")
    edit, words, rank, gone = SentenceEdit, Wording, SentenceRank, NotReflected
    rows = union_all(
        *(
            select(literal(name), *columns).where(table.briefing_id == briefing_id)
            for name, table, columns in (
                ("edit", edit, (edit.id, edit.key, edit.language, edit.text, edit.basis, none)),
                (
                    "wording",
                    words,
                    (words.id, words.key, words.language, words.text, words.basis, words.beside),
                ),
                ("rank", rank, (rank.rank, rank.key, none, none, none, none)),
                ("left_out", gone, (literal(0), gone.revision, none, gone.reason, none, none)),
            )
        )
    )
    found: dict[str, list[_Decided]] = defaultdict(list)
    for row in sorted(_Decided(*row) for row in db.execute(rows)):
        found[row.table].append(row)
    return found


def narratives_of(db: Session, briefing_id: int) -> tuple[Narrative, ...]:
    rows = db.scalars(
        select(NarrativeRow)
        .where(NarrativeRow.briefing_id == briefing_id, NarrativeRow.stands)
        .order_by(NarrativeRow.number)
    )
    return tuple(
        Narrative(
            f"{PREFIX}{row.number}", row.question, row.mission, row.after, row.source, row.address
        )
        for row in rows
    )


def _contested(db: Session, briefing_id: int) -> frozenset[tuple[str, str, str]]:
    """Give the words that their own delegation does not recognise and nobody has answered."""
    last = (
        select(func.max(Reflection.id))
        .where(Reflection.briefing_id == briefing_id)
        .group_by(Reflection.seat_id, Reflection.key)
    )
    # Once answered, the same words are not held up again: nobody has a veto.
    same = aliased(Reflection)
    answered = exists().where(
        ReplyGiven.reflection_id == same.id,
        *(
            getattr(same, name) == getattr(Reflection, name)
            for name in ("briefing_id", "seat_id", "language", "key", "said")
        ),
    )
    rows = db.execute(
        select(Reflection.language, Reflection.key, Reflection.said).where(
            Reflection.id.in_(last),
            Reflection.verdict == Verdict.NOT_OURS,
            Reflection.effect == Effect.CONTESTS,
            ~answered,
        )
    )
    return frozenset((language, register_key(key), said) for language, key, said in rows)


def bands_seen(db: Session, briefing_id: int) -> dict[str, Seen]:
    """Give the bands of the draft delegations read last; what is issued is that draft."""
    bands = db.scalar(
        select(Circulation.bands)
        .where(Circulation.briefing_id == briefing_id)
        .order_by(Circulation.number.desc())
        .limit(1)
    )
    return {
        key: Seen(None if said is None else tuple(said), basis)
        for key, (said, basis) in (bands or {}).items()
    }


def grouping_acts(
    db: Session, briefing: Briefing, cell: Cell | None = None
) -> Iterator[grouping.Act]:
    """Give every decision on groups, of one cell or of all, in no order that matters."""
    acts = select(GroupingAct).where(GroupingAct.briefing_id == briefing.id)
    if cell is not None:
        acts = acts.where(
            GroupingAct.question == cell.question, GroupingAct.mission == cell.mission
        )
    return (row.to_domain() for row in db.scalars(acts))
