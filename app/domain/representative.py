"""The fewest excerpts in which every delegation of a stratum is heard, in its own words."""

from collections.abc import Sequence

from app.domain.cover import fewest
from app.domain.sentence import Sentence, Source, quotable


def representatives(
    stratum: Sentence, said: Sequence[Sentence], language: str
) -> list[tuple[Source, frozenset[str]]]:
    """Choose excerpts for a tally sentence, each with the delegations it speaks for.

    ``said`` are the sentences that word points of the same cell; points of one group say the same,
    so that one of them speaks for all. Words in ``language`` come before others.
    """
    seats = frozenset(stratum.seats)
    covers: dict[Source, frozenset[str]] = {}
    for sentence in said:
        heard = seats.intersection(sentence.seats)
        voices = [source for source in sentence.sources if source.position.member in heard]
        if voices:
            covers[_clearest(sentence, voices, language)] = heard
    order = sorted(covers, key=lambda each: (-len(covers[each]), each.ref))
    return [(source, covers[source]) for source in fewest(covers, order)]


def _clearest(sentence: Sentence, voices: Sequence[Source], language: str) -> Source:
    printed = quotable(sentence, language)
    if printed is not None and printed in voices:
        return printed
    return min(voices, key=lambda each: (each.position.statement.language != language, each.ref))
