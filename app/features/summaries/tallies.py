"""How members assessed each mission on each question, at one look. Reads only.

The counts are those the summary is worded from: the same cells, counted by the same rule, and said
in the same bands where nobody may be found out. Only texts are left where they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.db.models import Briefing, Position, Question, Revision, Seat
from app.domain import proceedings
from app.domain.actor import Actor
from app.domain.cells import CellCount, cells_of, count_cell_of, positions_by_cell
from app.domain.position import GENERAL, Cell, Statement
from app.domain.proceedings import Proceedings, Standing, in_language
from app.domain.sentence import Kind, stratum_key
from app.domain.tally import Outcome
from app.domain.wording import wording_in
from app.features.briefings.queries import (
    list_missions,
    list_questions,
    list_seats,
    mission_of,
    question_of,
    seat_of,
)
from app.features.summaries.decisions import bands_seen
from app.features.summaries.desk import chosen_language, get_draft, head_of
from app.features.summaries.pages import Head, Segment
from app.features.summaries.pages_contents import scale_mark
from app.features.summaries.queries import standing_revisions

COMMAS = " ,،，、"
COUNTED = (
    *(Seat.code, Question.number, Position.mission, Revision.assessment),
    *(Revision.hash, Revision.attribution, Revision.source),
)


@dataclass(frozen=True, slots=True)
class BandLine:
    """What was chosen by so many where nobody may be found out: words for a third, no number."""

    words: str
    marks: tuple[Segment, ...]  # their counts are nobody's business, and nothing


@dataclass(frozen=True, slots=True)
class CellTally:
    """One cell as its members answered it."""

    anchor: str | None  # where the register begins to speak of it
    question: int
    of: int
    outcome: Outcome | None  # None where nobody may be found out
    segments: tuple[Segment, ...]  # every seat once; empty where nobody may be found out
    bands: tuple[BandLine, ...]

    @property
    def given(self) -> int:
        """Count those who chose a value of the scale."""
        return sum(each.count for each in self.segments if each.kind.startswith("v"))


@dataclass(frozen=True, slots=True)
class QuestionKey:
    """A question, and what its marks mean."""

    number: int
    text: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class MissionRow:
    label: str
    note: str
    cells: tuple[CellTally | None, ...]  # by question; None where nobody spoke in general


@dataclass(frozen=True, slots=True)
class TalliesPage:
    """Missions by questions, for the presidency (summaries/tallies.html)."""

    head: Head
    keys: tuple[QuestionKey, ...]
    rows: tuple[MissionRow, ...]
    members: int
    has_invited: bool


def tallies_page(db: Session, actor: Actor, slug: str, *, language: str) -> TalliesPage:
    briefing = get_draft(db, actor, slug)
    language = chosen_language(briefing, language)
    facts = counted_proceedings(db, briefing)
    counts = member_counts(db, briefing, facts)
    keys = tuple(_key(question, language) for question in facts.questions)
    return TalliesPage(
        head=head_of(briefing, language),
        keys=keys,
        rows=tuple(_rows(facts, counts, keys, language)),
        members=len(facts.seated(Standing.MEMBER)),
        has_invited=bool(facts.seated(Standing.INVITED)),
    )


def counted_proceedings(db: Session, briefing: Briefing) -> Proceedings:
    """Gather what is counted, and no text: four queries at any size."""
    rows = db.execute(standing_revisions(briefing).with_only_columns(*COUNTED))
    return Proceedings(
        slug=briefing.slug,
        title=briefing.title,
        meeting_date=briefing.meeting_date,
        presidency=briefing.presiding,
        attribution=briefing.attribution,
        languages=tuple(briefing.languages),
        seats=tuple(map(seat_of, list_seats(db, briefing.id))),
        missions=tuple(map(mission_of, list_missions(db, briefing.id))),
        questions=tuple(map(question_of, list_questions(db, briefing.id))),
        positions=tuple(
            proceedings.Position(
                *(member, Cell(number, mission), Statement(assessment, "", ""), digest, b""),
                attribution=attribution,
                source=source,
            )
            for member, number, mission, assessment, digest, attribution, source in rows
        ),
    )


def member_counts(db: Session, briefing: Briefing, facts: Proceedings) -> dict[Cell, CellCount]:
    found, seen = positions_by_cell(facts), bands_seen(db, briefing.id)
    return {
        cell: count
        for cell in cells_of(facts)
        for count in count_cell_of(facts, cell, found.get(cell, {}), seen)
        if count.by is Standing.MEMBER
    }


def _key(question: proceedings.Question, language: str) -> QuestionKey:
    """Give the marks of a scale in its order, then those of no assessment."""
    scale = question.scale
    marks = [
        Segment(scale_mark(place, len(scale)), in_language(value.label, language), 0)
        for place, value in enumerate(scale)
    ]
    off_scale = ("addressed", "no_position", "awaiting_instructions", "nothing")
    nothings = [Segment(kind, "", 0) for kind in off_scale]
    return QuestionKey(question.number, in_language(question.text, language), (*marks, *nothings))


def _rows(
    facts: Proceedings,
    counts: dict[Cell, CellCount],
    keys: tuple[QuestionKey, ...],
    language: str,
) -> Iterator[MissionRow]:
    general = wording_in(language).headings["general"]
    headings = [(GENERAL, general, "")]
    headings += [
        (each.acronym, each.acronym, in_language(each.names, language)) for each in facts.missions
    ]
    for mission, label, note in headings:
        found = [counts.get(Cell(key.number, mission)) for key in keys]
        if any(found):
            cells = (
                _cell(count, key, language) if count else None
                for count, key in zip(found, keys, strict=True)
            )
            yield MissionRow(label, note, tuple(cells))


def _cell(count: CellCount, key: QuestionKey, language: str) -> CellTally:
    strata = list(_strata(count))
    return CellTally(
        anchor=_anchor(count),
        question=key.number,
        of=count.of,
        outcome=None if count.is_banded else count.tally.outcome,
        segments=()
        if count.is_banded
        else tuple(
            Segment(mark.kind, mark.label, number)
            for mark, number in zip(key.segments, strata, strict=True)
        ),
        bands=tuple(_bands(count, key, language)) if count.is_banded else (),
    )


def _strata(count: CellCount) -> Iterator[int]:
    """Count every seat once, in the order of the key."""
    chosen = dict(count.tally.values)
    for value in count.question.scale:
        yield len(chosen.get(value.code, ()))
    yield len(count.tally.addressed)
    for _, seats in count.tally.silent:
        yield len(seats)


def _bands(count: CellCount, key: QuestionKey, language: str) -> Iterator[BandLine]:
    """Put every stratum in its band, chosen or not; none where that would find somebody out."""
    bands = count.shown.bands
    if bands is None:
        return
    listed = [mark for mark in key.segments if mark.kind != "nothing"]
    said = list(zip(listed, bands, strict=True))
    words = wording_in(language).band[Standing.MEMBER.value]
    for band in sorted({*bands}, reverse=True):
        stands_alone = words[band].rstrip(COMMAS)  # a sentence would go on
        yield BandLine(stands_alone, tuple(mark for mark, at in said if at == band))


def _anchor(count: CellCount) -> str | None:
    """Name the first sentence the register says of a cell, if it says any."""
    if count.is_withheld:
        return None
    if count.is_refused:
        return f"{count.key}.apart"
    if count.is_banded:
        kind, value, _ = count.listed[0]
        return stratum_key(count.key, kind, value)
    said = [
        *((Kind.TALLY, value) for value, _ in count.tally.values),
        *((Kind.ADDRESSED, None) for _ in count.tally.addressed[:1]),
        *((Kind.NOTHING, value) for value, seats in count.tally.silent if seats),
    ]
    return stratum_key(count.key, *said[0]) if said else None
