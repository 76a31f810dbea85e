"""What an issued summary leaves to be done: its requests, proposals and conditions, as said.

They are taken from the very sentences of the summary, under its rule: an ask names whom its
sentence names, and has a number only where the sentence has one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.attribution import Attribution
from app.domain.owners import Owner, owner_of
from app.domain.phrasing import Speaker
from app.domain.position import PointKind
from app.domain.proceedings import Names
from app.domain.sentence import Part
from app.domain.summary import Summary, WordedSentence

ASKED = (PointKind.REQUEST, PointKind.PROPOSAL, PointKind.CONDITION)
_UNNAMED = {PointKind.REQUEST: Owner.SECRETARY_GENERAL}
_WORDS = "\ue000"  # stands for what is said while the rest of a sentence is worded


class AskStatus(StrEnum):
    OPEN = "open"
    IN_HAND = "in_hand"
    DONE = "done"
    OVERTAKEN = "overtaken"


LIVE = frozenset({AskStatus.OPEN, AskStatus.IN_HAND})


@dataclass(frozen=True)
class Asked:
    """One ask; ``texts`` are whole sentences, ``words`` what they ask without who asks it.

    A request is one to the Secretary-General unless its words name another: its delegation chose
    that kind, by that name.
    """

    key: str
    paragraph: int
    kind: PointKind
    question: int
    mission: str
    owner: Owner | None
    count: int | None
    of: int | None
    seats: tuple[str, ...]
    texts: Names
    words: Names


def asks_of(summaries: Mapping[str, Summary]) -> Iterator[Asked]:
    """Give the asks of a summary in the order of its paragraphs, the same in every language."""
    speakers = {
        language: Speaker.of(summary.proceedings, language)
        for language, summary in summaries.items()
    }
    registers = [summary.of_part(Part.REGISTER) for summary in summaries.values()]
    for versions in zip(*registers, strict=True):
        if versions[0].sentence.point_kind in ASKED:
            yield _asked(dict(zip(summaries, versions, strict=True)), speakers)


def _asked(versions: Mapping[str, WordedSentence], speakers: Mapping[str, Speaker]) -> Asked:
    first = next(iter(versions.values()))
    sentence = first.sentence
    words = {language: _words_of(each, speakers[language]) for language, each in versions.items()}
    kind = sentence.point_kind or PointKind.REQUEST
    return Asked(
        key=sentence.key,
        paragraph=first.number,
        kind=kind,
        question=sentence.question or 0,
        mission=sentence.missions[0],
        owner=owner_of(next(iter(words.values()))) or _UNNAMED.get(kind),
        count=None if sentence.rule is Attribution.NON_ATTRIBUTED else sentence.count,
        of=None if sentence.rule is Attribution.NON_ATTRIBUTED else sentence.of,
        seats=sentence.seats if sentence.rule is Attribution.ATTRIBUTED else (),
        texts={language: each.text for language, each in versions.items()},
        words=words,
    )


def _words_of(each: WordedSentence, speaker: Speaker) -> str:
    """Take away who says it of what; words the presidency edited stay whole."""
    before, _, after = speaker.phrase(each.sentence, _WORDS).partition(_WORDS)
    text = each.text
    if each.is_edited or not (text.startswith(before) and text.endswith(after)):
        return text
    return text[len(before) : len(text) - len(after)]
