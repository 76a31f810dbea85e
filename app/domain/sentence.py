"""A sentence of the summary before it has words: what it counts, and what it rests on."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from app.domain.attribution import Attribution
from app.domain.bands import band_of
from app.domain.grouping import PointRef
from app.domain.position import GENERAL, Point, PointKind
from app.domain.proceedings import Position, Standing
from app.domain.tally import Outcome

BAND_NOTES = (".bands", ".apart")  # how keys of sentences about bands end


class Part(StrEnum):
    OVERVIEW = "I"
    REGISTER = "II"


class Kind(StrEnum):
    PROCEDURAL = "procedural"
    TALLY = "tally"
    ADDRESSED = "addressed"
    GROUP = "group"
    REQUEST = "request"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Source:
    """A point a sentence words, and the position it stands in."""

    position: Position
    index: int  # of the point in the position

    @property
    def point(self) -> Point:
        return self.position.points[self.index]

    @property
    def ref(self) -> PointRef:
        return PointRef(self.position.hash, self.index)

    @property
    def text(self) -> str:
        return self.position.statement.text[self.point.start : self.point.end]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Language-free: six languages are worded from the same objects.

    ``key`` names the sentence for as long as it means the same; numbers are given at the end.
    ``count`` and ``of`` are delegations; ``seats`` are the codes counted, in seating order.
    """

    key: str
    part: Part
    kind: Kind
    rule: Attribution
    question: int | None = None
    missions: tuple[str, ...] = ()
    by: Standing = Standing.MEMBER
    value: str | None = None
    seats: tuple[str, ...] = ()
    count: int | None = None
    of: int | None = None
    revisions: tuple[str, ...] = ()
    outcome: Outcome | None = None
    band: int | None = None  # what is said for the count, where no number may be
    spread: tuple[tuple[str, int], ...] = ()  # of a differing tally: value, count (0: unsaid)
    point_kind: PointKind | None = None  # of what its sources say
    sources: tuple[Source, ...] = ()  # the points that say it, in the order of their seats
    pointer: tuple[str, ...] | None = None  # keys of the sentences pointed to
    is_proposed: bool = False  # by the machine: nobody confirmed that these points say the same
    cites: str | None = None  # of narrative the presidency added: its source, empty if it has none

    @property
    def mission(self) -> str | None:
        """The one mission it concerns, GENERAL for none in particular, None for several."""
        return self.missions[0] if len(self.missions) == 1 else None

    @property
    def is_pooled(self) -> bool:
        """Tell whether it counts who said so of at least one of its missions, in bands."""
        return self.band is not None and self.part is Part.OVERVIEW

    @property
    def states_bands(self) -> bool:
        """Tell whether it says how bands are to be read, or that a cell is not given in them."""
        return self.kind is Kind.PROCEDURAL and self.key.endswith(BAND_NOTES)

    @property
    def keeps_its_band(self) -> bool:
        """Tell whether it is said as delegations saw it, though its count now lies elsewhere."""
        return self.band is not None and self.band != band_of(self.count or 0, self.of or 0)

    @property
    def is_lone(self) -> bool:
        return self.count == 1

    @property
    def is_joint(self) -> bool:
        """Tell whether it words one excerpt of one joint text, which all it counts signed."""
        marks = {(each.position.joint, each.text) for each in self.sources}
        return len(self.sources) > 1 and len(marks) == 1 and None not in next(iter(marks))

    @property
    def has_one_text(self) -> bool:
        """Tell whether the words of all it counts are the same words, which may stand for it."""
        return self.is_lone or self.is_joint

    @property
    def words_points(self) -> bool:
        return bool(self.sources)

    @property
    def is_narrative(self) -> bool:
        """Tell whether the presidency added it: it counts nobody and words no point."""
        return self.cites is not None

    @property
    def grounds(self) -> str:
        """Give a mark of the points it rests on; it changes when any is added or leaves."""
        refs = sorted((each.position.hash, each.index) for each in self.sources)
        return hashlib.sha256(repr(refs).encode()).hexdigest()[:32]


def quotable(sentence: Sentence, language: str) -> Source | None:
    """Choose whose words may be printed: in ``language`` before others, then by lot."""
    if sentence.rule is Attribution.NON_ATTRIBUTED or not sentence.sources:
        return None
    allowed = [
        source
        for source in sentence.sources
        if sentence.rule is Attribution.ATTRIBUTED or source.position.quotable
    ]
    return min(
        allowed,
        key=lambda each: (each.position.statement.language != language, each.position.hash),
        default=None,
    )


def kind_of_point(kind: PointKind) -> Kind:
    return Kind.REQUEST if kind is PointKind.REQUEST else Kind.GROUP


def stratum_key(cell: str, kind: Kind, value: str | None) -> str:
    return f"{cell}.{kind}.{value or 'text'}"


def cell_key(question: int, mission: str) -> str:
    return f"q{question}.{mission if mission != GENERAL else 'general'}"


def point_key(cell: str, ref: PointRef) -> str:
    """Name the sentence of a point that stands alone in the cell named ``cell``."""
    return f"{cell}.point.{ref.revision[:16]}.{ref.index + 1}"


def group_key(cell: str, group: str) -> str:
    return f"{cell}.group.{group}"
