"""Where members stand, mission by mission, and what changed: the tables of a brief."""

from collections.abc import Iterator

from app.domain.brief import Brief, BriefCell, BriefMission, Changed, Choice
from app.domain.proceedings import Question, in_language
from app.formats.brief_lines import Facts, Lines, Row, Table
from app.formats.brief_rooms import Room, clipped

COLUMNS = 5  # questions side by side
BANDS = ("≤ ⅓", "⅓–⅔", "≥ ⅔")
TITLE_LETTERS = 80  # of a question above its column
APART = "\u00a0· "  # a line never begins with the dot


class Tables(Lines):
    def __init__(self, brief: Brief, facts: Facts, room: Room) -> None:
        super().__init__(brief, facts, room)
        self.labels = {
            (question.number, value.code): in_language(value.label, facts.language)
            for question in brief.questions
            for value in question.scale
        }

    def tables(self) -> Iterator[Table]:
        """Put at most so many questions side by side, with a row for what somebody assessed."""
        questions, folded = self.brief.questions, self.folded()
        for start in range(0, len(questions), COLUMNS):
            part = questions[start : start + COLUMNS]
            yield Table(
                tuple(each.number for each in part),
                tuple(self._column(each) for each in part),
                tuple(
                    Row(
                        self.label(one),
                        self._mandate(one),
                        tuple(self._cell(one.cells.get(each.number), each.number) for each in part),
                    )
                    for one in self.brief.missions
                    if self.label(one) not in folded
                ),
            )

    def _column(self, question: Question) -> str:
        """Head a column with what is asked, in the language of the brief or by its number."""
        title = question.text.get(self.facts.language)
        if title is None:
            return self.wording.headings["question"].format(n=question.number)
        return f"{question.number}. {clipped(title, TITLE_LETTERS, self.facts.language)}"

    def folded(self) -> tuple[str, ...]:
        return tuple(
            self.label(one)
            for one in self.brief.missions
            if all(is_unassessed(cell) for cell in one.cells.values())
        )

    def unassessed(self) -> str:
        names = self.wording.list_comma.join(self.folded())
        return self.words.unassessed.format(missions=names) if names else ""

    def _mandate(self, one: BriefMission) -> str:
        if one.mission is None or one.mission.mandate_expires is None:
            return ""
        return self.words.mandate.format(date=self.wording.date(one.mission.mandate_expires))

    def _cell(self, cell: BriefCell | None, question: int) -> str:
        if cell is None or is_unassessed(cell):
            return "–"
        if cell.is_refused:
            return f"{self.words.refused} ({self.paragraphs([cell.first])})"
        if cell.is_banded:
            return self._banded(cell, question)
        shown = sorted(cell.choices, key=lambda each: -(each.count or 0))[: self.room.values]
        said = [self._choice(each, question) for each in cell.choices if each in shown]
        if rest := [each.paragraph for each in cell.choices if each not in shown]:
            said.append(self.paragraphs(rest))
        if cell.assessed < cell.of:
            said.append(f"{cell.assessed}/{cell.of}")
        return APART.join(said)

    def _choice(self, choice: Choice, question: int) -> str:
        said = f"{self.labels[question, choice.value]}\u00a0{choice.count}"
        if choice.seats and len(choice.seats) <= self.room.names:
            return said + self.wording.names.format(names=self.names(choice.seats))
        if choice.seats and choice.is_lone:
            return f"{said} ({self.paragraphs([choice.paragraph])})"
        return said

    def _banded(self, cell: BriefCell, question: int) -> str:
        """List every value, chosen or not, under its band: a missing one would say something."""
        found: dict[int, list[str]] = {}
        for each in cell.choices:
            found.setdefault(each.band or 0, []).append(self.labels[question, each.value])
        return APART.join(
            f"{BANDS[band]} {self.wording.list_comma.join(found[band])}"
            for band in sorted(found, reverse=True)
        )

    def changed_note(self) -> str:
        if not self.brief.earlier:
            return self.words.no_earlier
        names = self.wording.list_comma.join(
            self.facts.earlier[slug] for slug in self.brief.earlier
        )
        note = self.words.since.format(briefings=names)
        moved = any(each.changes for one in self.brief.missions for each in one.changed)
        return note if moved else f"{note} {self.words.unchanged}"

    def changed(self) -> Iterator[tuple[str, str]]:
        for one in self.brief.missions:
            if lines := [line for each in one.changed if (line := self._changes(each))]:
                yield self.label(one), "; ".join(lines)

    def _changes(self, changed: Changed) -> str:
        then, now = changed.wholes
        said = [
            f"{self.labels.get((changed.question, each.value), each.value)} "
            f"{_of(each.before, then, now)} → {_of(each.after, now, then)}"
            for each in changed.changes
            if abs(each.after - each.before) >= self.room.change
        ]
        return f"{changed.question}. {self.wording.list_comma.join(said)}" if said else ""


def is_unassessed(cell: BriefCell) -> bool:
    """Tell whether nobody gave an assessment; of what is said in bands nobody can."""
    return not cell.is_banded and cell.assessed == 0


def _of(count: int, whole: int, other: int) -> str:
    return str(count) if whole == other else f"{count}/{whole}"
