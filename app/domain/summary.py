"""The summary: sentences of both parts, numbered, worded in one language, with their coverage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.cells import withheld
from app.domain.drafting import NO_DRAFTING, Drafting, Edit
from app.domain.grouping import PointRef
from app.domain.phrasing import Speaker
from app.domain.proceedings import Proceedings
from app.domain.sentence import Kind, Part, Sentence, Source, quotable
from app.domain.suggested_wording import SuggestedWording, suggest_wording
from app.domain.synthesis import synthesise


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A delegation's own words: ``text`` is ``[start:end]`` of the revision, in code points."""

    revision: str
    start: int
    end: int
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class WordedSentence:
    number: int  # of its paragraph
    sentence: Sentence
    text: str
    computed: str
    excerpt: Excerpt | None
    is_stale: bool
    is_confirmed: bool

    @property
    def id(self) -> str:
        return f"s{self.number}"

    @property
    def is_edited(self) -> bool:
        return self.text != self.computed


@dataclass(frozen=True)
class Coverage:
    revisions: int
    cited: int
    points: int
    points_cited: int
    not_reflected: tuple[tuple[str, str], ...]  # revision, reason


@dataclass(frozen=True)
class Summary:
    proceedings: Proceedings
    language: str
    sentences: tuple[WordedSentence, ...]
    coverage: Coverage

    def of_part(self, part: Part) -> tuple[WordedSentence, ...]:
        return tuple(each for each in self.sentences if each.sentence.part is part)


def compile_summary(
    proceedings: Proceedings,
    language: str,
    drafting: Drafting = NO_DRAFTING,
    sentences: Sequence[Sentence] | None = None,
) -> Summary:
    """Compile and word a summary; pass ``sentences`` to word the same ones in more languages."""
    if sentences is None:
        sentences = arrange(synthesise(proceedings, drafting), drafting.ranks)
    speaker = Speaker.of(proceedings, language)
    numbers = {sentence.key: number for number, sentence in enumerate(sentences, 1)}
    worded = tuple(
        _word(number, sentence, speaker, drafting, numbers)
        for number, sentence in enumerate(sentences, 1)
    )
    reasons = _not_reflected(proceedings, drafting, speaker.wording.headings["withheld"])
    return Summary(proceedings, language, worded, _coverage(proceedings, sentences, reasons))


def arrange(sentences: Iterable[Sentence], ranks: Mapping[str, int]) -> list[Sentence]:
    """Move ranked sentences within their own block; blocks and unranked ones stay in order."""
    ordered = list(sentences)
    blocks: dict[tuple[object, ...], int] = {}
    for sentence in ordered:
        blocks.setdefault(block(sentence), len(blocks))
    return sorted(
        ordered, key=lambda each: (blocks[block(each)], ranks.get(each.key, len(ordered)))
    )


def block(sentence: Sentence) -> tuple[object, ...]:
    """Name the stretch of the summary a sentence may be moved within."""
    place = sentence.missions if sentence.part is Part.REGISTER else ()
    return (sentence.part, sentence.question, place, sentence.pointer is not None)


def _word(
    number: int,
    sentence: Sentence,
    speaker: Speaker,
    drafting: Drafting,
    numbers: Mapping[str, int],
) -> WordedSentence:
    language = speaker.wording.language
    wording = drafting.wordings.get((language, register_key(sentence.key)))
    edit = drafting.edits.get((language, sentence.key))
    computed = speaker.phrase(sentence, _said(sentence, wording, speaker.wording.language))
    if sentence.pointer:
        places = [numbers[key] for key in sentence.pointer]
        computed = computed.replace("{a}", str(min(places))).replace("{b}", str(max(places)))
    printed = None if edit else _printed(sentence, speaker, is_worded=wording is not None)
    outdated = wording and not sentence.is_lone and wording.basis != sentence.grounds
    return WordedSentence(
        number=number,
        sentence=sentence,
        text=edit.text if edit else computed,
        computed=computed,
        excerpt=_excerpt(printed) if printed else None,
        is_stale=bool(outdated or (edit and edit.basis != computed)),
        is_confirmed=not sentence.is_proposed
        and (not sentence.words_points or bool(wording or edit or (printed and sentence.is_lone))),
    )


def _said(sentence: Sentence, wording: Edit | None, language: str) -> str | None:
    """Give the presidency's words, or in a preview those that would be suggested to it."""
    if wording is None and sentence.is_proposed and sentence.sources:
        suggested = suggest_wording(sentence, language)
        return suggested.text if suggested else None
    return wording.text if wording else None


def _printed(sentence: Sentence, speaker: Speaker, *, is_worded: bool) -> Source | None:
    """Give the point whose own words a sentence prints: evidence of a group, or a lone one's."""
    if not sentence.is_lone:
        return speaker.evidence(sentence)
    return None if is_worded else quotable(sentence, speaker.wording.language)


def register_key(key: str) -> str:
    """Name the part II sentence that a sentence of part I repeats."""
    return key.removeprefix("I.")


def _excerpt(source: Source) -> Excerpt:
    point, statement = source.point, source.position.statement
    return Excerpt(source.position.hash, point.start, point.end, source.text, statement.language)


def _not_reflected(
    proceedings: Proceedings, drafting: Drafting, withheld_reason: str
) -> tuple[tuple[str, str], ...]:
    """Join what the presidency left out, with its reasons, and what no words could hide."""
    known = {position.hash for position in proceedings.positions}
    left_out = [(each, why) for each, why in drafting.not_reflected.items() if each in known]
    return (*left_out, *((revision, withheld_reason) for revision in withheld(proceedings)))


def _coverage(
    proceedings: Proceedings,
    sentences: Sequence[Sentence],
    not_reflected: tuple[tuple[str, str], ...],
) -> Coverage:
    """Count what is cited: a revision with text only when each of its points has its sentence."""
    worded = {
        source.ref
        for each in sentences
        if each.kind in {Kind.GROUP, Kind.REQUEST}
        for source in each.sources
    }
    counted = {mark for each in sentences if not each.sources for mark in each.revisions}
    cited = 0
    for position in proceedings.positions:
        points = [PointRef(position.hash, index) for index in range(len(position.points))]
        cited += all(point in worded for point in points) and (
            bool(points) or position.hash in counted
        )
    return Coverage(
        revisions=len(proceedings.positions),
        cited=cited,
        points=sum(len(position.points) for position in proceedings.positions),
        points_cited=len(worded),
        not_reflected=not_reflected,
    )


def suggested_wordings(summary: Summary) -> dict[str, SuggestedWording]:
    """Suggest words, by key, for what is still without any."""
    return {
        each.sentence.key: suggested
        for each in summary.sentences
        if not each.is_confirmed and (suggested := suggest_wording(each.sentence, summary.language))
    }
