"""How long sentences are in words, whatever language they will be worded in."""

from dataclasses import dataclass, field, replace

from app.domain.attribution import Attribution
from app.domain.drafting import Drafting
from app.domain.phrasing import Speaker
from app.domain.position import LANGUAGES
from app.domain.sentence import Part, Sentence


@dataclass(frozen=True)
class Words:
    """How long sentences are, the same for every language they will be worded in."""

    speaker: Speaker
    drafting: Drafting
    _introductions: dict[tuple[object, ...], int] = field(default_factory=dict)

    def count(self, sentence: Sentence, text: str | None = None) -> int:
        return _length(self.speaker.phrase(sentence, text))

    def count_narrative(self, sentence: Sentence) -> int:
        """Count the words of narrative by the longest of its languages."""
        said = [self.drafting.wordings.get((each, sentence.key)) for each in LANGUAGES]
        return max(self.count(sentence, edit.text if edit else None) for edit in said)

    def count_point(self, sentence: Sentence) -> int:
        """Count the words of a point by the longest there are for it, in part I."""
        return max(self.count(replace(sentence, part=Part.OVERVIEW)), self.least(sentence))

    def least(self, sentence: Sentence) -> int:
        """Count what a point takes at least, without wording all of it."""
        worded = [
            edit.text
            for language in LANGUAGES
            if (edit := self.drafting.wordings.get((language, sentence.key)))
        ]
        said = worded or [source.text for source in sentence.sources]
        return self._introduction(sentence) + max(map(_length, said))

    def _introduction(self, sentence: Sentence) -> int:
        """Count the words before the text; they are the same for many."""
        named = sentence.seats if sentence.rule is Attribution.ATTRIBUTED else ()
        alike = (sentence.rule, sentence.point_kind, sentence.count, sentence.of, sentence.by)
        mark = (*alike, sentence.missions, sentence.kind, named)
        if mark not in self._introductions:
            self._introductions[mark] = self.count(replace(sentence, part=Part.OVERVIEW), "")
        return self._introductions[mark]


def _length(text: str) -> int:
    """Count the words a text takes; those of a script without spaces by their length."""
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return max(len(text.split()), foreign // 6)
