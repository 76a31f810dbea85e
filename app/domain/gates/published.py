"""The last look, at the very bytes: what will be read in one language is what will in all.

Works on the JSON of a release, in which every sentence of every page stands.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.attribution import Attribution
from app.domain.gates.disclosure import BANDED, bands_in
from app.domain.position import find_hidden

Documents = Mapping[str, Mapping[str, Any]]  # language -> the summary as JSON
UNSAID = ("count", "excerpt", "outcome")  # of a sentence in bands
UNNAMED = ("members", "revisions")


def published(documents: Documents) -> Iterator[str]:
    """Every language says the same bands of the same things, and no number beside them."""
    said: dict[str, set[tuple[object, ...]]] = {}
    for language, document in documents.items():
        is_blind = document["attribution"] == Attribution.NON_ATTRIBUTED
        for each in document["sentences"]:
            bands = _bands(each, language)
            place = (each["question"], tuple(each["missions"]), each["by"], each["value"])
            said.setdefault(each["id"], set()).add((*place, each["kind"], each["count"], bands))
            if bands and (any(each[name] for name in UNNAMED) or any(each[n] for n in UNSAID)):
                yield f"{language} {each['id']}: a number or a name stands beside a band"
            elif is_blind and each["kind"] in BANDED and len(bands) != 1:
                yield f"{language} {each['id']}: it is not said in one band"
            if hidden := find_hidden(each["text"]):
                yield f"{language} {each['id']}: {hidden}"
    for sentence, versions in said.items():
        if len(versions) > 1:
            yield f"{sentence}: it does not say the same in every language"


def _bands(sentence: Mapping[str, Any], language: str) -> tuple[int, ...]:
    if sentence["kind"] not in BANDED or sentence["count"] is not None:
        return ()
    return tuple(sorted(bands_in(sentence["text"], language)))
