"""What the matcher is given: points of one cell, and how alike an encoder finds them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.domain.matching import profile, words
from app.domain.matching.profile import Names, Profile

PER_DIFFERENCE = 0.12  # of likeness, taken off for each cue that only one of two texts has
KIN = 0.5  # raw likeness within a language below which only a person brings points together
TWIN = 0.6  # raw likeness within a language from which a difference is one of meaning


@dataclass(frozen=True, slots=True)
class MatchPoint:
    """A point to be matched; ``stratum`` is the assessment it stands under, if any is known."""

    id: str
    text: str
    language: str
    stratum: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike points are, row by row in their order, from -1 to 1.

    ``raw`` is topic; ``relative`` is what is left once the ground that the texts of the cell, and
    those of one language in it, have in common is taken away. ``crosses_languages`` is False where
    texts of two languages could not be compared.
    """

    raw: Sequence[Sequence[float]]
    relative: Sequence[Sequence[float]]
    crosses_languages: bool = True


@dataclass(frozen=True)
class Field:
    """The points of one cell side by side. Everything the matcher knows, it asks here."""

    points: Sequence[MatchPoint]
    likeness: Likeness
    rejected: Collection[tuple[str, str]] = ()  # pairs of ids a person parted, smaller first
    names: Names | None = None

    @cached_property
    def profiles(self) -> list[Profile]:
        return [profile.read(each.text, each.language, self.names) for each in self.points]

    @cached_property
    def tokens(self) -> list[words.Words]:
        return [words.tokens(each.text) for each in self.points]

    def score(self, one: int, other: int) -> float:
        """Weigh likeness against what only one of the two texts says."""
        taken = profile.differences(self.profiles[one], self.profiles[other])
        return self.likeness.relative[one][other] - PER_DIFFERENCE * taken

    def apart(self, one: int, other: int) -> str | None:
        """Say why two points may not be brought together without a person, if they may not."""
        first, second = self.points[one], self.points[other]
        ours, theirs = self.profiles[one], self.profiles[other]
        pair = (first.id, second.id) if first.id <= second.id else (second.id, first.id)
        if pair in self.rejected:
            return "rejected before"
        if None not in (first.stratum, second.stratum) and first.stratum != second.stratum:
            return "assessment differs"
        if (why := profile.never_together(ours, theirs)) or not self.are_near_misses(one, other):
            return why
        return profile.reason(ours, theirs) or "wording differs"

    def are_strangers(self, one: int, other: int) -> bool:
        """Tell whether two points of one language are too little alike to be joined unseen.

        Paraphrases in one language lie closer together than translations do: those that share a
        topic alone are often the same wish for somebody else.
        """
        is_one_language = self.points[one].language == self.points[other].language
        return is_one_language and self.likeness.raw[one][other] < KIN

    def are_near_misses(self, one: int, other: int) -> bool:
        """Tell whether one text has a cue that the other lacks, though both are nearly alike.

        Whoever wrote that alike in one language meant the difference.
        """
        if self.points[one].language != self.points[other].language:
            return False
        if words.is_exchanged(self.tokens[one], self.tokens[other]):
            return True
        is_twin = self.likeness.raw[one][other] >= TWIN
        return is_twin and profile.differences(self.profiles[one], self.profiles[other]) > 0
