"""The fewest conditions whose acceptance would leave no reservation, in the members' own words.

A member that has a reservation says what it could go along with; one that supports with conditions
names them. That two conditions are met by one acceptance is decided by a person; only the same
words about the same sentence are one condition by themselves. Opposition asks for nothing that
could be accepted, and silence for nothing at all: neither is ever reached. What members will do
is not foretold here: what stands is what they said they could go along with.
"""

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.agreement import Stance, StanceTaken
from app.domain.cover import cover
from app.domain.errors import Conflict, Invalid
from app.domain.order import shuffled_key

ASKING = (Stance.RESERVATION, Stance.CONDITIONS)
LEAST_MET = 2  # conditions that one acceptance may be said to meet
MARK = 32  # hex digits that name a condition


@dataclass(frozen=True, slots=True)
class Asking:
    """What one member asks for on one sentence, in its own words."""

    sentence: str  # its key
    member: str
    stance: Stance
    words: str

    @property
    def condition(self) -> str:
        """Name the condition: the same words about the same sentence bear one name."""
        told = f"{self.sentence}\0{normal(self.words)}"
        return hashlib.sha256(told.encode()).hexdigest()[:MARK]

    @property
    def voice(self) -> str:
        return f"{self.member}\0{self.sentence}"


@dataclass(frozen=True, slots=True)
class Same:
    """A person's finding that one acceptance would meet all of these conditions.

    A condition may stand in several: either acceptance meets it.
    """

    number: int
    conditions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Act:
    """A finding, or the taking back of one; only ever added."""

    number: int
    conditions: frozenset[str] = frozenset()
    undone: int | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One thing to accept: the conditions it meets, and who asked for them."""

    conditions: tuple[str, ...]
    askings: tuple[Asking, ...]
    finding: int | None = None  # the number of the finding; None: one condition by itself


@dataclass(frozen=True, slots=True)
class Unlocking:
    """What would leave no reservation; with ``further``, no condition either."""

    needed: tuple[Acceptance, ...]
    further: tuple[Acceptance, ...]
    opposed: tuple[str, ...]  # members that no acceptance reaches, in seating order
    is_smallest: bool  # proven: no fewer acceptances would do


def normal(words: str) -> str:
    """Give words without what does not change them: case, width, spaces, marks at either end."""
    plain = " ".join(unicodedata.normalize("NFKC", words).casefold().split())
    return plain.strip(" .,;:!?…。،؛؟«»“”\"'‘’()[]–—-")


def asking_of(sentence: str, member: str, taken: StanceTaken) -> Asking | None:
    """Give what a stance asks for: a reservation what it could go along with."""
    if taken.stance not in ASKING:
        return None
    words = taken.along if taken.stance is Stance.RESERVATION else taken.text
    return Asking(sentence, member, taken.stance, words)


def standing(acts: Iterable[Act]) -> list[Same]:
    """Give the findings nobody took back, in the order they were made."""
    ordered = sorted(acts, key=lambda act: act.number)
    undone = {act.undone for act in ordered if act.undone is not None}
    return [
        Same(act.number, act.conditions)
        for act in ordered
        if act.undone is None and act.number not in undone
    ]


def check_finding(
    conditions: Collection[str], known: Collection[str], before: Iterable[Same]
) -> frozenset[str]:
    """Return the conditions found to be met at once if that may stand, else raise."""
    found = frozenset(conditions)
    if not found <= frozenset(known):
        raise Conflict("A delegation has said something else since. Look at the conditions again.")
    if len(found) < LEAST_MET:
        raise Invalid("Tick at least two conditions.", where="condition")
    if any(found == each.conditions for each in before):
        raise Invalid("This has been marked already.", where="condition")
    return found


def unlock(
    askings: Sequence[Asking], findings: Iterable[Same], opposed: Sequence[str], seed: str
) -> Unlocking:
    """Find the fewest acceptances that leave no reservation, then those that meet the rest.

    Exact up to thirty members, however many sentences they speak of; greedy above. What is equal
    otherwise is ordered by the seed, by words and never by whose they are.
    """
    askings = sorted(askings, key=lambda each: shuffled_key(seed, each.condition))
    offers = _offers(askings, findings)
    order = sorted(offers, key=lambda names: shuffled_key(seed, " ".join(sorted(names))))
    reserved = [each for each in askings if each.stance is Stance.RESERVATION]
    members = len({each.member for each in askings})
    needed = cover(_covers(offers, reserved), order, members)
    met = frozenset[str]().union(*needed.voices)
    rest = [each for each in askings if each.condition not in met]
    further = cover(_covers(offers, rest), order, members)
    return Unlocking(
        tuple(offers[names] for names in needed.voices),
        tuple(offers[names] for names in further.voices),
        tuple(opposed),
        is_smallest=needed.is_proven and further.is_proven,
    )


def _offers(
    askings: Sequence[Asking], findings: Iterable[Same]
) -> Mapping[frozenset[str], Acceptance]:
    """Give every acceptance there is to choose: each condition alone, and each finding."""
    by_condition: dict[str, list[Asking]] = defaultdict(list)
    for each in askings:
        by_condition[each.condition].append(each)
    numbers: dict[frozenset[str], int | None] = {frozenset({name}): None for name in by_condition}
    for found in findings:
        present = frozenset(found.conditions & by_condition.keys())
        if len(present) >= LEAST_MET:
            numbers.setdefault(present, found.number)
    return {
        names: Acceptance(
            tuple(name for name in by_condition if name in names),
            tuple(each for each in askings if each.condition in names),
            number,
        )
        for names, number in numbers.items()
    }


def _covers(
    offers: Mapping[frozenset[str], Acceptance], askings: Sequence[Asking]
) -> dict[frozenset[str], frozenset[str]]:
    wanted = {each.voice for each in askings}
    return {
        names: frozenset({each.voice for each in offer.askings} & wanted)
        for names, offer in offers.items()
    }
