"""A sentence in the languages of its summary: which is the original, and whether the others hold.

The original is what the presidency wrote first; a person confirms of each rendering that it says
the same. What is computed needs nobody: the tables of words say the same in every language.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.drafting import Drafting
from app.domain.summary import WordedSentence, register_key
from app.domain.summary_acts import SignOff, SignOffs


class State(StrEnum):
    COMPUTED = "computed"  # no words of a person in any language
    PENDING = "pending"  # words to be written or confirmed
    STALE = "stale"  # what they rest on has changed
    ORIGINAL = "original"
    UNSIGNED = "unsigned"  # nobody has said yet that it says the same
    CHANGED = "changed"  # somebody had, of other words
    SIGNED = "signed"


LEFT = frozenset({State.PENDING, State.STALE, State.UNSIGNED, State.CHANGED})
SIGNABLE = frozenset({State.UNSIGNED, State.CHANGED})


@dataclass(frozen=True, slots=True)
class Rendering:
    """One sentence in one language; ``words`` are what is signed off."""

    language: str
    text: str
    words: str
    state: State
    sign_off: SignOff | None = None


def sign_off_key(drafting: Drafting, key: str) -> str:
    """Name what is signed off: what part I repeats is signed off in part II, unless edited."""
    edited = any(each == key for _, each in drafting.edits)
    return key if edited else register_key(key)


def original_of(drafting: Drafting, key: str) -> str | None:
    """Give the language a person wrote a sentence in first; None where nobody did."""
    first = next((language for language, each in drafting.edits if each == key), None)
    return first or drafting.originals.get(register_key(key))


def words_in(drafting: Drafting, each: WordedSentence, language: str) -> str:
    """Give a person's words for a sentence; where there are none, the computed form."""
    key = each.sentence.key
    said = drafting.edits.get((language, key))
    said = said or drafting.wordings.get((language, register_key(key)))
    return said.text if said else each.computed


def rendering_of(
    drafting: Drafting, signed: SignOffs, each: WordedSentence, language: str, original: str
) -> Rendering:
    """Tell how a sentence stands in one language; ``original`` are the words it renders."""
    key, words = each.sentence.key, words_in(drafting, each, language)
    first = original_of(drafting, key)
    sign_off = signed.get((language, sign_off_key(drafting, key)))
    if each.is_stale:
        state = State.STALE
    elif not each.is_confirmed:
        state = State.PENDING
    elif first is None:
        state = State.COMPUTED
    elif first == language:
        state = State.ORIGINAL
    elif sign_off is None:
        state = State.UNSIGNED
    else:
        state = State.SIGNED if sign_off.holds_for(original, words) else State.CHANGED
    return Rendering(language, each.text, words, state, sign_off)
