"""Questions named by their number and missions named by any of their names, in six languages."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from app.domain.note.state_names import StateNames
from app.domain.placing.cues import CUES

_ARABIC_MARKS = re.compile("[\u064b-\u0652\u0640]")


def question_named(text: str, language: str, numbers: Collection[int]) -> int | None:
    """Give the question a text names last by its number, if it is one of these."""
    plain = _ARABIC_MARKS.sub("", text)
    found = [
        (match.start(), number or int(match.group("digits")))
        for pattern, number in _patterns(language)
        for match in pattern.finditer(plain)
    ]
    known = [each for each in found if each[1] in numbers]
    return max(known)[1] if known else None


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Give a pattern for each number in words, and one (0) for digits."""
    cue = CUES[language]
    digits = cue.numbered.format(r"(?P<digits>\d{1,2})(?!\d)")
    worded = [
        ("|".join(form.format(f"(?:{words})") for form in cue.worded), number)
        for number, words in enumerate(cue.ordinals, start=1)
    ]
    return tuple(
        (re.compile(pattern, re.IGNORECASE), number) for pattern, number in [(digits, 0), *worded]
    )


@dataclass(frozen=True)
class Missions:
    """The missions of a briefing: what each is called in any language, and who hosts it."""

    names: Mapping[str, Sequence[str]]  # acronym -> names
    hosts: Mapping[str, Collection[str]]  # acronym -> iso3
    states: StateNames | None = None

    def named(self, text: str, language: str) -> list[str]:
        """Give the missions a text names; where it names none, those of the States it names."""
        folded = _folded(text)
        found = [code for code in self.names if self._is_named(code, text, folded)]
        if found or self.states is None:
            return found
        states = set(self.states.iso3s(text, language))
        return [code for code, hosts in self.hosts.items() if states.intersection(hosts)]

    def _is_named(self, code: str, text: str, folded: str) -> bool:
        if re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", text):
            return True
        return any(_folded(name) in folded for name in self.names[code] if name != code)


def _folded(text: str) -> str:
    return _ARABIC_MARKS.sub("", text).casefold().replace("’", "'")
