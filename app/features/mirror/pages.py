"""What the templates of the mirror are given: one frozen object a page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.agreement import Stance
from app.domain.mirror import Effect, Reply, Verdict
from app.domain.permissions import Refusal
from app.features.summaries.pages import CirculationLine, Head
from app.formats.differences import Change

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence is answered; ``language`` is the draft's."""

    slug: str
    sentence: str
    language: str


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """Where the presidency replies to an answer."""

    slug: str
    number: int
    language: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A position of the delegation itself; ``words`` are cut around one point a sentence words."""

    question: int
    mission: str
    assessment: Names | None
    off_scale: str | None
    words: tuple[str, str, str]
    language: str


@dataclass(frozen=True, slots=True)
class ReplyView:
    """What the presidency replied; ``words`` are those it accepted in place of the proposed."""

    reply: Reply
    words: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A delegation's word on a sentence; ``said`` is the sentence it was given on."""

    verdict: Verdict
    effect: Effect
    said: str
    text: str
    language: str
    by: str
    at: datetime
    circulation: int
    pieces: tuple[Change, ...]  # of a proposed wording
    reply: ReplyView | None


@dataclass(frozen=True, slots=True)
class StanceView:
    stance: Stance
    text: str
    along: str
    language: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as circulated, what of the delegation it rests on, what was said of it."""

    id: str
    numbers: tuple[int, ...]
    text: str
    own: tuple[OwnWords, ...]
    effect: Effect
    answer: AnswerView | None
    is_asked: bool
    stance: StanceView | None

    @property
    def counts_us(self) -> bool:
        return bool(self.own)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A position whose words no sentence holds, and the reason the register gives."""

    own: OwnWords
    reason: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed on a draft that has been replaced meanwhile."""

    reason: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class MirrorPage:
    """The sentences that count a delegation (mirror/show.html)."""

    head: Head
    circulation: CirculationLine
    lines: tuple[Line, ...]
    asked: tuple[Line, ...]  # members are asked for a stance, and it does not count this one
    left_out: tuple[LeftOut, ...]
    missing: tuple[OwnWords, ...]  # points in no sentence, and in no register: there should be none
    since: tuple[OwnWords, ...]  # signed after this draft was made: the next takes it in
    outside: tuple[OwnWords, ...]  # what the delegation's own cuts left out of its points
    earlier: tuple[AnswerView, ...]  # on words or grounds that are no longer these
    answering: Refusal
    taking: Refusal
    typed: Typed | None = None

    @property
    def answered(self) -> int:
        return sum(line.answer is not None for line in self.lines)

    def with_typed(self, typed: Typed) -> "MirrorPage":
        return replace(self, typed=typed)


@dataclass(frozen=True, slots=True)
class SentencePage:
    """One sentence to answer (mirror/sentence.html)."""

    head: Head
    circulation: CirculationLine
    line: Line
    answering: Refusal
    taking: Refusal


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """What a delegation said, for the presidency; ``numbers`` while the draft still says it."""

    number: int
    owner: Names
    numbers: tuple[int, ...]
    answer: AnswerView

    @property
    def waits(self) -> bool:
        """Tell whether a reply is still owed; parting from a group took effect by itself."""
        parted = self.answer.verdict is Verdict.NOT_OURS and self.answer.effect is Effect.PARTS
        return self.answer.reply is None and not parted


@dataclass(frozen=True, slots=True)
class Voice:
    """The words of a stance; the name only where the rule allows it."""

    owner: Names | None
    stance: Stance
    text: str
    along: str
    language: str


@dataclass(frozen=True, slots=True)
class TallyView:
    """The stances on one sentence, as openly as its rule allows."""

    numbers: tuple[int, ...]
    text: str
    label: str | None
    clauses: tuple[tuple[str, int, tuple[Names, ...]], ...]  # stratum, number, names
    bands: tuple[tuple[str, str], ...]  # stratum, words
    voices: tuple[Voice, ...]
    strip: tuple[tuple[str, str, int], ...]  # stratum, mark, number; nobody's where bands stand
    of: int
    is_hidden: bool  # until the deadline, or for good where too few are there to hide among


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """What delegations said of the draft (mirror/corrections.html)."""

    head: Head
    circulation: CirculationLine
    lines: tuple[CorrectionLine, ...]
    tallies: tuple[TallyView, ...]


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """One answer to reply to (mirror/correction.html)."""

    head: Head
    circulation: CirculationLine
    line: CorrectionLine
    replying: Refusal
