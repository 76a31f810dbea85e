"""Stances on one drafted sentence: counted, never weighed; the label is a table, not a score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.bands import band_of, bands_for, may_be_said
from app.domain.errors import Invalid
from app.domain.position import find_hidden


class Stance(StrEnum):
    """What a delegation holds of a drafted sentence, from support down; then no position."""

    SUPPORT = "support"
    CONDITIONS = "conditions"
    NO_OBJECTION = "no_objection"
    RESERVATION = "reservation"
    OPPOSE = "oppose"
    NO_POSITION = "no_position"  # off the scale, and said; silence is not even that


SILENT = "silent"
LONGEST = 4_000
STRATA = (*(stance.value for stance in Stance), SILENT)
NEED_TEXT = frozenset({Stance.CONDITIONS, Stance.RESERVATION, Stance.OPPOSE})


class Agreement(StrEnum):
    """The label of a tally. The word consensus is not among them: that is an act of the Council."""

    ALL_SUPPORT = "all members support"
    NO_OBJECTION = "no objection, all expressed"
    NO_OBJECTION_EXPRESSED = "no objection among those who expressed themselves"
    CONDITIONS = "support subject to conditions"
    NO_POSITIONS = "no positions"
    RESERVATIONS = "reservations expressed"
    ONE_OPPOSES = "one member opposes"
    DIVIDED = "divided"
    OPPOSED = "opposed"


@dataclass(frozen=True, slots=True)
class StanceTally:
    """How many members took which stance; together with the silent they are all of them."""

    support: int = 0
    conditions: int = 0
    no_objection: int = 0
    reservation: int = 0
    oppose: int = 0
    no_position: int = 0
    silent: int = 0

    @property
    def strata(self) -> tuple[tuple[str, int], ...]:
        return tuple((name, getattr(self, name)) for name in STRATA)

    @property
    def clauses(self) -> tuple[tuple[str, int], ...]:
        """Give every non-empty stratum its exact number: nobody is lost, however few."""
        return tuple((name, count) for name, count in self.strata if count)

    @property
    def of(self) -> int:
        return sum(count for _, count in self.strata)

    @property
    def expressed(self) -> int:
        return self.of - self.no_position - self.silent


def count_stances(members: Iterable[str], stances: Mapping[str, Stance]) -> StanceTally:
    """Count by seat code; a member without a stance is silent, whoever else took one."""
    counts = dict.fromkeys(STRATA, 0)
    for member in members:
        counts[stances[member].value if member in stances else SILENT] += 1
    return StanceTally(**counts)


def agreement(tally: StanceTally) -> Agreement:
    """Read the label off the table: the first row that fits."""
    favourable = tally.support + tally.conditions + tally.no_objection
    rows = (
        (not tally.expressed, Agreement.NO_POSITIONS),
        (tally.support == tally.of, Agreement.ALL_SUPPORT),
        (tally.oppose and not favourable, Agreement.OPPOSED),
        (tally.oppose == 1, Agreement.ONE_OPPOSES),
        (tally.oppose, Agreement.DIVIDED),
        (tally.reservation, Agreement.RESERVATIONS),
        (tally.conditions, Agreement.CONDITIONS),
        (tally.expressed == tally.of, Agreement.NO_OBJECTION),
    )
    return next((label for fits, label in rows if fits), Agreement.NO_OBJECTION_EXPRESSED)


def may_be_banded(tally: StanceTally) -> bool:
    """Tell whether bands of this tally let a few who know their own stance learn no other's."""
    if not bands_for(tally.of):
        return False
    return may_be_said(tuple(band_of(count, tally.of) for _, count in tally.strata), tally.of, 0)


@dataclass(frozen=True, slots=True)
class StanceTaken:
    """A stance with its words; ``along`` says what a reservation could go along with."""

    stance: Stance
    text: str = ""
    along: str = ""


def check_stance(taken: StanceTaken) -> StanceTaken:
    """Return the stance if it says what it must, else raise Invalid naming the field."""
    if taken.stance in NEED_TEXT and not taken.text:
        raise Invalid("Say what your conditions, reservation or opposition rest on.", where="text")
    if taken.stance is Stance.RESERVATION and not taken.along:
        raise Invalid("Say what you could go along with.", where="along")
    for where, words in (("text", taken.text), ("along", taken.along)):
        if len(words) > LONGEST:
            raise Invalid(f"Shorten this to {LONGEST} characters.", where=where)
        if hidden := find_hidden(words):
            raise Invalid(hidden, where=where)
    return taken
