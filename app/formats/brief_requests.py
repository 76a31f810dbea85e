"""The requests of a brief, by whom they are addressed to; a mission's widest shared come first."""

from collections.abc import Iterator

from app.domain.asks import Asked
from app.domain.owners import Owner
from app.domain.proceedings import in_language
from app.formats.brief_lines import Lines, RequestGroup, RequestLine
from app.formats.brief_rooms import clipped
from app.formats.owner_words import OWNER_WORDS

HIS, OTHERS = range(2)


class Requests(Lines):
    def groups(self) -> Iterator[RequestGroup]:
        """Give his own even where there is none; the others where there are any."""
        asked = [_group_of(each) for one in self.brief.missions for each in one.requests]
        words = self.words
        for group, title in enumerate((words.requests, words.to_others)):
            if group == HIS or group in asked:
                yield RequestGroup(
                    title, tuple(self._lines(group)), group == OTHERS, group not in asked
                )

    def _lines(self, group: int) -> Iterator[RequestLine]:
        owners = OWNER_WORDS[self.facts.language]
        for one in self.brief.missions:
            for asked in one.requests[: self.room.requests]:
                if _group_of(asked) == group:
                    yield RequestLine(
                        self.label(one),
                        self._asked(asked),
                        owners[asked.owner] if asked.owner and group == OTHERS else "",
                        self.paragraphs([asked.paragraph]),
                    )

    def _asked(self, asked: Asked) -> str:
        language = self.facts.language
        said = clipped(in_language(asked.words, language), self.room.letters, language)
        is_named = bool(asked.seats) and len(asked.seats) <= self.room.names
        if asked.paragraph in self.brief.invited:  # no member, so no part of the members
            names = f" – {self.names(asked.seats)}" if is_named else ""
            return f"{said} ({self.words.by_invited}{names})"
        if is_named:
            return said + self.wording.names.format(names=self.names(asked.seats))
        return said if asked.count is None else f"{said} ({asked.count}/{asked.of})"

    def further(self) -> Iterator[tuple[str, str]]:
        for one in self.brief.missions:
            if rest := [each.paragraph for each in one.requests[self.room.requests :]]:
                yield self.label(one), self.paragraphs(rest)


def _group_of(asked: Asked) -> int:
    return HIS if asked.owner is Owner.SECRETARY_GENERAL else OTHERS
