"""What a language says for "we": patterns are read without regard to capitals."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Formulas:
    dropped: str  # how a sentence opens that goes on as a whole one: "we believe that "
    turned: Mapping[str, str]  # how it opens with a verb -> the same verb without its person
    personal: str  # of folded text: what speaks of the speaker
    small: frozenset[str] = frozenset()  # words that lose their capital once they are not first


def verbs(before: str, forms: Mapping[str, str]) -> dict[str, str]:
    """Read each verb after the pattern ``before``."""
    return {f"{before}{verb}\\b": form for verb, form in forms.items()}
