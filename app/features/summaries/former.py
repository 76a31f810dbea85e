"""Words of points that were grouped otherwise since, and where such points stand. Reads only."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.db.models import Briefing
from app.domain.drafting import Drafting
from app.domain.former import former_keys, heirs
from app.domain.grouping import ever_gathered
from app.domain.sentence import Sentence
from app.domain.summary import Summary, WordedSentence, register_key
from app.features.summaries.decisions import grouping_acts
from app.features.summaries.pages_sentence import FormerWords


def words_before(
    db: Session, briefing: Briefing, summary: Summary, drafting: Drafting, sentence: Sentence
) -> tuple[FormerWords, ...]:
    """Give what was confirmed for points of a sentence under keys that name none any more."""
    if not sentence.words_points:
        return ()
    standing = {each.sentence.key for each in summary.sentences}
    gone = former_keys(sentence, ever_gathered(grouping_acts(db, briefing))) - standing
    return tuple(_said(drafting, summary.language, sorted(gone)))


def _said(drafting: Drafting, language: str, keys: list[str]) -> Iterator[FormerWords]:
    for key in keys:
        if words := drafting.wordings.get((language, key)):
            yield FormerWords("wording", key, words.text)
        for edited in (key, f"I.{key}"):
            if edit := drafting.edits.get((language, edited)):
                yield FormerWords("text", edited, edit.text)


def find_heirs(
    db: Session, briefing: Briefing, summary: Summary, key: str
) -> tuple[WordedSentence, ...]:
    """Give the sentences that word today what a sentence that is gone worded."""
    gathered = ever_gathered(grouping_acts(db, briefing))
    known = {each.sentence.key: each for each in summary.sentences}
    sentences = (each.sentence for each in summary.sentences)
    return tuple(known[heir] for heir in heirs(sentences, register_key(key), gathered))
