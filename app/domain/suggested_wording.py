"""Words suggested for what the points of a sentence say, until the presidency has its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.impersonal import impersonal
from app.domain.matching import profile
from app.domain.sentence import Sentence, Source

ENOUGH = 30  # sources compared with one another; a group of more is no clearer for it


@dataclass(frozen=True, slots=True)
class SuggestedWording:
    """``text`` from the point ``source``; unless ``is_impersonal`` it still speaks as "we"."""

    text: str
    source: Source
    is_impersonal: bool


def suggest_wording(sentence: Sentence, language: str) -> SuggestedWording | None:
    """Suggest the words of the clearest point written in ``language``, if there is any.

    Clearest: sayable without its speaker, least apart from the others of its group in what it
    negates, requires or conditions, then shortest.
    """
    sources = [each for each in sentence.sources if each.position.statement.language == language]
    if not sources:
        return None
    said = {source.ref: impersonal(source.text, language) for source in sources}
    apart = _apart(sources, language)
    clearest = min(
        sources,
        key=lambda each: (
            said[each.ref] is None,
            apart.get(each.ref, 0),
            len(said[each.ref] or each.text),
            each.ref,
        ),
    )
    words = said[clearest.ref]
    return SuggestedWording(words or clearest.text, clearest, words is not None)


def _apart(sources: Sequence[Source], language: str) -> dict[object, int]:
    """Count in how many cues each point differs from the others."""
    if len(sources) < 3:
        return {}
    profiles = {each.ref: profile.read(each.text, language) for each in sources[:ENOUGH]}
    return {
        ref: sum(profile.differences(mine, other) for other in profiles.values())
        for ref, mine in profiles.items()
    }
