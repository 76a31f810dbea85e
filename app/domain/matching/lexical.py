"""How alike texts of one language are by their words alone: where no encoder is installed."""

from collections.abc import Sequence

from app.domain.matching.field import Likeness
from app.domain.matching.words import shared, tokens


def likeness(texts: Sequence[tuple[str, str]]) -> Likeness:
    """Compare (text, language) pairs by the words they share.

    Texts of two languages are not alike: nobody can tell.
    """
    found = [tokens(text) for text, _ in texts]
    rows = [
        [
            shared(found[one], found[other]) if texts[one][1] == texts[other][1] else 0.0
            for other in range(len(texts))
        ]
        for one in range(len(texts))
    ]
    return Likeness(rows, rows, crosses_languages=False)
