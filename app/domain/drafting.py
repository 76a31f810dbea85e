"""What the presidency decided about a summary; the computed form is kept beside all of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from app.domain.bands import Seen
from app.domain.grouping import NOTHING_DECIDED, Grouping
from app.domain.narrative import Narrative


@dataclass(frozen=True, slots=True)
class Edit:
    """The presidency's own words, and what they were made from.

    ``basis`` is the computed text of an edited sentence, the grounds of a worded group. ``beside``
    marks the original that words in another language render. Once either is another, the words
    are stale.
    """

    text: str
    basis: str
    beside: str = ""


@dataclass(frozen=True)
class Drafting:
    """All decisions on one summary.

    ``wordings`` are its words for what points say, in the order in which they were first
    confirmed, ``edits`` those for a whole sentence, both by language and key; ``grouping`` says
    which points say the same; ``ranks`` move sentences within their block; ``not_reflected`` gives
    reasons by revision; ``seen`` are the bands of the text that delegations read last;
    ``contested`` are the language, key and words of sentences that whoever they word does not
    recognise, and nobody answered; ``narratives`` are sentences the presidency added, in the
    order it did. A preview counts what nobody confirmed, and says so.
    """

    not_reflected: Mapping[str, str] = field(default_factory=dict)
    grouping: Grouping = NOTHING_DECIDED
    wordings: Mapping[tuple[str, str], Edit] = field(default_factory=dict)
    edits: Mapping[tuple[str, str], Edit] = field(default_factory=dict)
    ranks: Mapping[str, int] = field(default_factory=dict)
    seen: Mapping[str, Seen] = field(default_factory=dict)
    contested: frozenset[tuple[str, str, str]] = frozenset()
    narratives: tuple[Narrative, ...] = ()
    is_preview: bool = False

    @cached_property
    def originals(self) -> dict[str, str]:
        """Give by key the language it was worded in first: the others render that."""
        found: dict[str, str] = {}
        for language, key in self.wordings:
            found.setdefault(key, language)
        return found

    def beside(self, language: str, key: str) -> str:
        """Mark the original that words in ``language`` render; empty where they are it."""
        original = self.originals.get(key, language)
        return "" if original == language else mark_of(self.wordings[original, key].text)


def mark_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


NO_DRAFTING = Drafting()
