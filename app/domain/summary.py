"""The summary: sentences of both parts, numbered, worded in one language, with their coverage."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.attribution import Attribution
from app.domain.bands import Seen, bands_for
from app.domain.drafting import Drafting, Edit
from app.domain.phrasing import Speaker
from app.domain.proceedings import Proceedings, Standing
from app.domain.sentence import Part, Sentence, Source, quotable
from app.domain.suggested_wording import SuggestedWording, suggest_wording
from app.domain.wording import wording_in


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A delegation's own words: ``text`` is ``[start:end]`` of the revision, in code points."""

    revision: str
    start: int
    end: int
    text: str
    language: str


class WordedSentence(NamedTuple):
    """A sentence in words. A plain tuple: a summary may hold tens of thousands."""

    number: int  # of its paragraph
    sentence: Sentence
    text: str
    computed: str
    excerpt: Excerpt | None
    is_stale: bool
    is_confirmed: bool
    is_contested: bool = False  # by the delegation whose point it words

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
    seen: Mapping[str, Seen] = field(default_factory=dict)  # what delegations read last, in bands

    def of_part(self, part: Part) -> tuple[WordedSentence, ...]:
        return tuple(each for each in self.sentences if each.sentence.part is part)


def public_register(summary: Summary) -> list[tuple[str | None, str]]:
    """Give the register of what is not reflected as anybody may read it: revision, reason.

    Where only numbers are given no revision is named. Where not even these may be, a reason
    stands once however many it was given for: how long a list is would be a number, too. And
    where too few are seated to speak of, it says so whether or not one of them spoke.
    """
    sentences = [each.sentence for each in summary.sentences]
    if all(each.rule is Attribution.ATTRIBUTED for each in sentences):
        return list(summary.coverage.not_reflected)
    reasons = [reason for _, reason in summary.coverage.not_reflected]
    if any(each.rule is Attribution.NON_ATTRIBUTED for each in sentences):
        return [(None, reason) for reason in sorted({*reasons, *_too_few(summary)})]
    return [(None, reason) for reason in reasons]


def _too_few(summary: Summary) -> Iterator[str]:
    facts = summary.proceedings
    wholes = [len(facts.seated(by)) for by in (Standing.MEMBER, Standing.INVITED)]
    is_blind = facts.attribution is Attribution.NON_ATTRIBUTED
    if is_blind and any(of and not bands_for(of) for of in wholes):
        yield wording_in(summary.language).headings["withheld"]


def block(sentence: Sentence) -> tuple[object, ...]:
    """Name the stretch of the summary a sentence may be moved within."""
    place = sentence.missions if sentence.part is Part.REGISTER else ()
    return (sentence.part, sentence.question, place, sentence.pointer is not None)


def word(
    number: int,
    sentence: Sentence,
    speaker: Speaker,
    drafting: Drafting,
    places: tuple[int, int] = (0, 0),
) -> WordedSentence:
    """Word one sentence; ``places`` are the first and last paragraph it points to, if it does."""
    language = speaker.wording.language
    said_of = register_key(sentence.key)
    wording = drafting.wordings.get((language, said_of))
    edit = drafting.edits.get((language, sentence.key))
    computed = speaker.phrase(sentence, _said(sentence, wording, speaker.wording.language))
    if sentence.pointer:
        computed = computed.replace("{a}", str(places[0])).replace("{b}", str(places[1]))
    printed = None if edit else _printed(sentence, speaker, is_worded=wording is not None)
    outdated = wording and (
        (not sentence.is_lone and wording.basis != sentence.grounds)
        or wording.beside != drafting.beside(language, said_of)
    )
    text = edit.text if edit else computed
    is_contested = (language, said_of, text) in drafting.contested
    return WordedSentence(
        number=number,
        sentence=sentence,
        text=text,
        computed=computed,
        excerpt=_excerpt(printed) if printed else None,
        is_stale=bool(outdated or (edit and edit.basis != computed)),
        is_confirmed=not (sentence.is_proposed or is_contested)
        and (
            not (sentence.words_points or sentence.is_narrative)
            or bool(wording or edit or (printed and sentence.has_one_text))
        ),
        is_contested=is_contested,
    )


def _said(sentence: Sentence, wording: Edit | None, language: str) -> str | None:
    """Give the presidency's words, or in a preview those that would be suggested to it."""
    if wording is None and sentence.is_proposed and sentence.sources:
        suggested = suggest_wording(sentence, language)
        return suggested.text if suggested else None
    return wording.text if wording else None


def _printed(sentence: Sentence, speaker: Speaker, *, is_worded: bool) -> Source | None:
    """Give the point whose own words a sentence prints: evidence of a group, or a lone one's."""
    if not sentence.has_one_text:
        return speaker.evidence(sentence)
    return None if is_worded else quotable(sentence, speaker.wording.language)


def register_key(key: str) -> str:
    """Name the part II sentence that a sentence of part I repeats."""
    return key.removeprefix("I.")


def _excerpt(source: Source) -> Excerpt:
    point, statement = source.point, source.position.statement
    return Excerpt(source.position.hash, point.start, point.end, source.text, statement.language)


def suggested_wordings(summary: Summary) -> dict[str, SuggestedWording]:
    """Suggest words, by key, for what is still without any."""
    return {
        each.sentence.key: suggested
        for each in summary.sentences
        if not each.is_confirmed and (suggested := suggest_wording(each.sentence, summary.language))
    }
