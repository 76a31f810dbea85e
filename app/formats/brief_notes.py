"""What a brief says of itself: what it comes from, how to read it, what it was shortened by."""

from collections.abc import Iterator

from app.domain.brief import Choice
from app.domain.proceedings import in_language
from app.domain.wall_time import in_new_york
from app.domain.wording.table import Plural, form
from app.formats.brief_cut_words import CUT_WORDS
from app.formats.brief_lines import Lines
from app.formats.brief_rooms import MOST, WIDE, clipped
from app.formats.brief_tables import BANDS, is_unassessed
from app.formats.summary_words import SUMMARY_WORDS


class Notes(Lines):
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

    def marking(self) -> str:
        words, origin = SUMMARY_WORDS[self.facts.language], self.facts.marking
        marks = [] if self.facts.issued_at else [words.draft]
        return " · ".join([*marks, *([words.markings[origin]] if origin else [])])

    def notes(self) -> Iterator[str]:
        facts, words = self.facts, self.words
        yield self.wording.opening[facts.marking or "responsibility"]
        yield words.figures.format(of=self.brief.of)
        if any(is_unassessed(cell) for one in self.brief.missions for cell in one.cells.values()):
            yield words.dash
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
            yield " ".join([CUT_WORDS[facts.language].shortened, *cuts])

    def _cuts(self) -> Iterator[str]:
        """State the rules this brief was shortened by, those that took anything away."""
        room, cut, language = self.room, CUT_WORDS[self.facts.language], self.facts.language
        named = [one for one in self._choices() if one.seats]
        if any(len(each.seats) > room.names for each in named):
            yield self._form(cut.few_names, room.names) if room.names else cut.no_names
        if room.values < MOST:
            yield self._form(cut.few_values, room.values)
        if room.change > 1 and self.brief.earlier:
            few = cut.few_changes.format(n=room.change)
            yield few if room.change < MOST else cut.no_changes
        if any(len(one.requests) > room.requests for one in self.brief.missions):
            yield self._form(cut.few_requests, room.requests) if room.requests else cut.no_requests
        texts = [
            in_language(each.words, language)
            for one in self.brief.missions
            for each in one.requests[: room.requests]
        ]
        if any(clipped(each, room.letters, language) != each for each in texts):
            letters = room.letters // WIDE if language == "zh" else room.letters
            yield cut.few_letters.format(n=letters)

    def _form(self, template: Plural, number: int) -> str:
        return form(self.wording, template, number).format(n=number)

    def _choices(self) -> Iterator[Choice]:
        for one in self.brief.missions:
            for cell in one.cells.values():
                yield from cell.choices
