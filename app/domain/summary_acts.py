"""The history of a summary: every change is an act, and taking one back is one more."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.drafting import mark_of


class ActKind(StrEnum):
    """What was changed; ``before`` and ``after`` of an act are texts of that kind."""

    EDIT = "edit"  # a whole sentence; empty: the computed form
    WORD = "word"  # what a point or narrative says; empty: not confirmed
    MOVE = "move"  # the order of a stretch: its keys, one a line
    LEAVE_OUT = "leave_out"  # the reason why a revision is not reflected; empty: it is
    NARRATE = "narrate"  # narrative; empty: not in the summary
    SIGN_OFF = "sign_off"  # the original, and its rendering that says the same


@dataclass(frozen=True, slots=True)
class Act:
    """One change; ``number`` counts through the briefing, from 1."""

    number: int
    kind: ActKind
    language: str
    key: str
    before: str
    after: str
    by: str
    at: datetime
    takes_back: int | None = None


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who found that a rendering says what the original says, and of which texts."""

    by: str
    at: datetime
    original: str  # a mark of each text as it was then
    rendering: str

    def holds_for(self, original: str, rendering: str) -> bool:
        return (self.original, self.rendering) == (mark_of(original), mark_of(rendering))


SignOffs = dict[tuple[str, str], SignOff]  # by language and key


def numbers_taken_back(acts: Iterable[Act]) -> set[int]:
    """Give the numbers of the acts that do not stand; a taking back may be taken back, too."""
    found: set[int] = set()
    for act in sorted(acts, key=lambda each: -each.number):
        if act.takes_back is not None and act.number not in found:
            found.add(act.takes_back)
    return found


def standing(acts: Collection[Act]) -> list[Act]:
    """Give the acts that are neither taken back nor themselves a taking back, the newest first."""
    gone = numbers_taken_back(acts)
    found = (act for act in acts if act.takes_back is None and act.number not in gone)
    return sorted(found, key=lambda each: -each.number)


def reversals(acts: Collection[Act]) -> list[Act]:
    """Give the acts to be taken back, the newest first, so that none of ``acts`` stands."""
    gone, numbers = numbers_taken_back(acts), {act.number for act in acts}
    found = [act for act in acts if act.number not in gone and act.takes_back not in numbers]
    return sorted(found, key=lambda each: -each.number)


def sign_offs(acts: Collection[Act]) -> SignOffs:
    """Give the sign-off that stands last for each sentence in each language."""
    found: SignOffs = {}
    gone = numbers_taken_back(acts)
    for act in sorted(acts, key=lambda each: each.number):
        is_one = act.kind is ActKind.SIGN_OFF and act.takes_back is None
        if is_one and act.number not in gone:
            marks = mark_of(act.before), mark_of(act.after)
            found[act.language, act.key] = SignOff(act.by, act.at, *marks)
    return found
