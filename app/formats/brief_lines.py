"""What a brief prints, line by line, for the page, the PDF and the DOCX alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.asks import Asked
from app.domain.brief import Brief, BriefCell, BriefMission, Changed, Choice
from app.domain.owners import Owner
from app.domain.position import GENERAL
from app.domain.proceedings import in_language
from app.domain.wall_time import in_new_york
from app.domain.wording import wording_in
from app.formats.brief_rooms import MOST, ROOMS, WIDE, Room, clipped
from app.formats.brief_words import BRIEF_WORDS, BriefWords
from app.formats.owner_words import OWNER_WORDS

COLUMNS = 5  # questions side by side
BANDS = ("≤ ⅓", "⅓–⅔", "≥ ⅔")
TITLE_LETTERS = 80  # of a question above its column
APART = "\u00a0· "  # a line never begins with the dot


@dataclass(frozen=True)
class Facts:
    """What a brief says of the briefing it comes from."""

    language: str
    title: str
    marking: str  # demonstration, rehearsal or nothing
    issued_at: datetime | None  # None: a draft
    meeting_date: date | None
    presidency: str
    note_symbol: str
    symbol: str  # of the summary, once it is given
    seats: Mapping[str, str]  # code -> name
    earlier: Mapping[str, str]  # slug -> what to call that briefing


@dataclass(frozen=True)
class Row:
    label: str
    note: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class RequestLine:
    mission: str
    text: str
    owner: str
    source: str


@dataclass(frozen=True)
class PrintedBrief:
    language: str
    title: str
    about: tuple[str, ...]
    status: str
    tables: tuple[Table, ...]
    changed_note: str
    changed: tuple[tuple[str, str], ...]  # mission, what changed
    requests: tuple[RequestLine, ...]
    further: tuple[tuple[str, str], ...]  # mission, where the rest stands
    notes: tuple[str, ...]
    words: BriefWords
    size: float


def printed_brief(brief: Brief, facts: Facts, room: Room = ROOMS[0]) -> PrintedBrief:
    printer = _Printer(brief, facts, room)
    return PrintedBrief(
        language=facts.language,
        title=printer.words.title,
        about=tuple(printer.about()),
        status=printer.status(),
        tables=tuple(printer.tables()),
        changed_note=printer.changed_note(),
        changed=tuple(printer.changed()),
        requests=tuple(printer.requests()),
        further=tuple(printer.further()),
        notes=tuple(printer.notes()),
        words=printer.words,
        size=room.size,
    )


class _Printer:
    def __init__(self, brief: Brief, facts: Facts, room: Room) -> None:
        self.brief, self.facts, self.room = brief, facts, room
        self.words = BRIEF_WORDS[facts.language]
        self.wording = wording_in(facts.language)
        self.labels = {
            (question.number, value.code): in_language(value.label, facts.language)
            for question in brief.questions
            for value in question.scale
        }

    def about(self) -> Iterator[str]:
        facts, words = self.facts, self.words
        yield facts.title
        if facts.meeting_date:
            yield words.meeting.format(date=self.wording.date(facts.meeting_date))
        if facts.presidency:
            yield words.presidency.format(presidency=facts.presidency)
        if facts.note_symbol:
            yield words.note.format(symbol=facts.note_symbol)

    def status(self) -> str:
        at = self.facts.issued_at
        if at is None:
            return self.words.draft
        return self.words.issued.format(date=self.wording.date(in_new_york(at).date()))

    def tables(self) -> Iterator[Table]:
        """Put at most so many questions side by side; a mission nobody was asked of has no row."""
        questions, language = self.brief.questions, self.facts.language
        for start in range(0, len(questions), COLUMNS):
            part = questions[start : start + COLUMNS]
            titles = (in_language(each.text, language) for each in part)
            yield Table(
                tuple(
                    f"{each.number}. {clipped(title, TITLE_LETTERS, language)}"
                    for each, title in zip(part, titles, strict=True)
                ),
                tuple(
                    Row(
                        self._label(one),
                        self._mandate(one),
                        tuple(self._cell(one.cells.get(each.number), each.number) for each in part),
                    )
                    for one in self.brief.missions
                ),
            )

    def _label(self, one: BriefMission) -> str:
        return self.wording.headings["general"] if one.acronym == GENERAL else one.acronym

    def _mandate(self, one: BriefMission) -> str:
        if one.mission is None or one.mission.mandate_expires is None:
            return ""
        return self.words.mandate.format(date=self.wording.date(one.mission.mandate_expires))

    def _cell(self, cell: BriefCell | None, question: int) -> str:
        if cell is None:
            return "–"
        if cell.is_refused:
            return f"{self.words.refused} ({self._paragraphs([cell.first])})"
        if cell.is_banded:
            return self._banded(cell, question)
        shown = sorted(cell.choices, key=lambda each: -(each.count or 0))[: self.room.values]
        said = [self._choice(each, question) for each in cell.choices if each in shown]
        if rest := [each.paragraph for each in cell.choices if each not in shown]:
            said.append(self._paragraphs(rest))
        if cell.assessed < cell.of:
            said.append(f"{cell.assessed}/{cell.of}")
        return APART.join(said)

    def _choice(self, choice: Choice, question: int) -> str:
        said = f"{self.labels[question, choice.value]}\u00a0{choice.count}"
        if choice.seats and len(choice.seats) <= self.room.names:
            names = [self.facts.seats[code] for code in choice.seats]
            return said + self.wording.names.format(names=self.wording.list_comma.join(names))
        if choice.seats and choice.is_lone:
            return f"{said} ({self._paragraphs([choice.paragraph])})"
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

    def _paragraphs(self, numbers: Sequence[int]) -> str:
        """Name paragraphs, neighbours by the first and the last of them."""
        runs: list[list[int]] = []
        for number in sorted(numbers):
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        said = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
        template = self.words.paragraph if len(numbers) == 1 else self.words.paragraphs
        return template.format(n=self.wording.list_comma.join(said)).replace(" ", "\u00a0", 1)

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
                yield self._label(one), "; ".join(lines)

    def _changes(self, changed: Changed) -> str:
        then, now = changed.wholes
        said = [
            f"{self.labels.get((changed.question, each.value), each.value)} "
            f"{self._of(each.before, then, now)} → {self._of(each.after, now, then)}"
            for each in changed.changes
            if abs(each.after - each.before) >= self.room.change
        ]
        return f"{changed.question}. {self.wording.list_comma.join(said)}" if said else ""

    @staticmethod
    def _of(count: int, whole: int, other: int) -> str:
        return str(count) if whole == other else f"{count}/{whole}"

    def requests(self) -> Iterator[RequestLine]:
        for one in self.brief.missions:
            for asked in one.requests[: self.room.requests]:
                yield RequestLine(
                    self._label(one),
                    self._asked(asked),
                    OWNER_WORDS[self.facts.language][asked.owner or Owner.SECRETARY_GENERAL],
                    self._paragraphs([asked.paragraph]),
                )

    def _asked(self, asked: Asked) -> str:
        language = self.facts.language
        said = clipped(in_language(asked.words, language), self.room.letters, language)
        names = [self.facts.seats[code] for code in asked.seats]
        if names and len(names) <= self.room.names:
            return said + self.wording.names.format(names=self.wording.list_comma.join(names))
        return said if asked.count is None else f"{said} ({asked.count}/{asked.of})"

    def further(self) -> Iterator[tuple[str, str]]:
        for one in self.brief.missions:
            if rest := [each.paragraph for each in one.requests[self.room.requests :]]:
                yield self._label(one), self._paragraphs(rest)

    def notes(self) -> Iterator[str]:
        facts, words = self.facts, self.words
        yield self.wording.opening[facts.marking or "responsibility"]
        yield words.figures.format(of=self.brief.of)
        if any(cell.is_banded for one in self.brief.missions for cell in one.cells.values()):
            bands = zip(BANDS, self.wording.band["member"], strict=True)
            yield "; ".join(f"{mark} – {said.strip(' ,،，')}" for mark, said in bands) + "."
        if facts.symbol:
            yield words.symbol.format(symbol=facts.symbol)
        else:
            yield words.no_symbol
        if self.brief.invited:
            yield words.invited
        if cuts := list(self._cuts()):
            yield " ".join([words.shortened, *cuts])

    def _cuts(self) -> Iterator[str]:
        """State the rules this brief was shortened by, those that took anything away."""
        room, words, language = self.room, self.words, self.facts.language
        named = [one for one in self._choices() if one.seats]
        if any(len(each.seats) > room.names for each in named):
            yield words.few_names.format(n=room.names) if room.names else words.no_names
        if room.values < MOST:
            yield words.few_values.format(n=room.values)
        if room.change > 1 and self.brief.earlier:
            yield words.few_changes.format(n=room.change)
        if any(len(one.requests) > room.requests for one in self.brief.missions):
            yield words.few_requests.format(n=room.requests)
        texts = [
            in_language(each.words, language)
            for one in self.brief.missions
            for each in one.requests[: room.requests]
        ]
        if any(clipped(each, room.letters, language) != each for each in texts):
            letters = room.letters // WIDE if language == "zh" else room.letters
            yield words.few_letters.format(n=letters)

    def _choices(self) -> Iterator[Choice]:
        for one in self.brief.missions:
            for cell in one.cells.values():
                yield from cell.choices
