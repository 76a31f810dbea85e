"""What the words of a summary count, for pages and papers alike: one computation feeds both."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.data import scales
from app.domain.attribution import Attribution
from app.domain.bands import bands_for
from app.domain.named_groups import public_counts
from app.domain.phrasing import Speaker
from app.domain.position import NOTHING_SUBMITTED
from app.domain.proceedings import Question, Standing, in_language
from app.domain.quantity import LARGEST_IN_CARDINALS, word_of
from app.domain.sentence import Kind, Part, Sentence
from app.domain.summary import Summary, WordedSentence
from app.domain.wording import wording_in


@dataclass(frozen=True)
class Chosen:
    """How many members chose one thing; ``value`` is None for a text without an assessment."""

    kind: Kind
    value: str | None
    label: str
    count: int


def by_cell(summary: Summary) -> dict[tuple[int, str], list[WordedSentence]]:
    """Give the sentences of every cell of the register, in reading order."""
    found: dict[tuple[int, str], list[WordedSentence]] = defaultdict(list)
    for each in summary.of_part(Part.REGISTER):
        found[each.sentence.question or 0, each.sentence.missions[0]].append(each)
    return dict(found)


def chosen_in(
    summary: Summary, question: Question, sentences: Iterable[Sentence]
) -> Iterator[Chosen]:
    """Give what the members chose in one cell; nothing where no number may be given."""
    sentences = list(sentences)
    if any(each.rule is Attribution.NON_ATTRIBUTED for each in sentences):
        return
    labels = {value.code: in_language(value.label, summary.language) for value in question.scale}
    silent = _silent_labels(summary)
    addressed = wording_in(summary.language).headings["addressed"]
    for each in sentences:
        if each.by is not Standing.MEMBER or not each.count:
            continue
        if each.kind is Kind.TALLY and each.value in labels:
            yield Chosen(each.kind, each.value, labels[each.value], each.count)
        elif each.kind is Kind.ADDRESSED:
            yield Chosen(each.kind, None, addressed, each.count)
        elif each.kind is Kind.NOTHING and each.value:
            yield Chosen(each.kind, each.value, silent[each.value], each.count)


def _silent_labels(summary: Summary) -> dict[str, str]:
    language = summary.language
    labels = {value.code: value.label[language] for value in scales().common}  # type: ignore[index]  # six languages
    if summary.proceedings.has_not_entered:
        labels[NOTHING_SUBMITTED] = wording_in(language).headings["not_found"]
    return labels


def memberships(summary: Summary, speaker: Speaker, sentence: Sentence) -> tuple[str, ...]:
    """Say of each declared group how many of it a sentence counts, where it names them."""
    return speaker.memberships(sentence, public_counts(sentence, summary.proceedings))


def sources(sentence: Sentence) -> tuple[str, ...]:
    """Give where the positions were read in public, where their owners are named."""
    named = sentence.sources if sentence.rule is Attribution.ATTRIBUTED else ()
    return tuple(each.position.source for each in named if each.position.source)


def spoken_counts(summary: Summary) -> list[tuple[str, str, int]]:
    """Give every phrase that stands for a number: its words, the number, of how many."""
    speaker = Speaker.of(summary.proceedings, summary.language)
    found: dict[tuple[str, int, str], tuple[str, str, int]] = {}
    for each in summary.sentences:
        sentence, of = each.sentence, each.sentence.of
        if sentence.kind is Kind.PROCEDURAL or not of or sentence.count is None:
            continue
        first, number = _number(sentence, of)
        key = (sentence.by.value, first, number)
        if key not in found:
            unnamed = replace(sentence, seats=())
            found[key] = (speaker.who(unnamed), number, of)
    return [found[key] for key in sorted(found)]


def _number(sentence: Sentence, of: int) -> tuple[int, str]:
    """Give the number a phrase stands for, or the bounds of those it may stand for."""
    count = sentence.count or 0
    if sentence.rule is Attribution.NON_ATTRIBUTED:
        low, high = bands_for(of)[sentence.band or 0]
        return low, f"{low}–{high}"
    word = word_of(count, of)
    if of <= LARGEST_IN_CARDINALS or word is None:
        return count, str(count)
    same = [other for other in range(of + 1) if word_of(other, of) == word]
    return same[0], f"{same[0]}–{same[-1]}"
