"""What a summary's data says of its sources: quotations, coverage, the gates it went through."""

from collections.abc import Iterator, Mapping
from typing import Any

WORDING = "wording"  # an operator may publish words still pending, and they say so


def word_faults(document: Mapping[str, Any]) -> Iterator[str]:
    held: dict[str, dict[int, str]] = {}
    for each in document["sentences"]:
        if each["excerpt"]:
            for fault in _excerpt_faults(each, held):
                yield f"{each['id']}: {fault}"
    yield from _coverage_faults(document["coverage"])
    yield from _gate_faults(document)


def pending(document: Mapping[str, Any]) -> int:
    """Count the sentences that say their words are still to be confirmed."""
    return sum(not each["confirmed"] for each in document["sentences"])


def _excerpt_faults(said: Mapping[str, Any], held: dict[str, dict[int, str]]) -> Iterator[str]:
    """See that a quotation stands in its sentence, and agrees with others of the same text.

    The whole text of a revision is not published: ``held`` puts it together letter by letter.
    """
    excerpt = said["excerpt"]
    text, start, end = excerpt["text"], excerpt["start"], excerpt["end"]
    if text not in said["text"]:
        yield "its quotation is not in its words"
    if start is None:
        if said["members"]:
            yield "its quotation does not say where it stands"
        return
    if end - start != len(text) or start < 0:
        yield f"its quotation of {len(text)} letters stands at {start} to {end}"
    if excerpt["revision"] not in said["revisions"]:
        yield "its quotation is of a revision it does not rest on"
    source = held.setdefault(excerpt["revision"], {})
    for at, letter in enumerate(text, start):
        if source.setdefault(at, letter) != letter:
            yield f"its quotation differs from another of the same text at {at}"
            return


def _coverage_faults(coverage: Mapping[str, Any]) -> Iterator[str]:
    revisions, cited = coverage["revisions"], coverage["cited"]
    register = coverage["not_reflected"]
    if not all(each["reason"].strip() for each in register):
        yield "a position is not reflected and no reason is given"
    if revisions is None:
        return
    if cited > revisions or coverage["points_cited"] > coverage["points"]:
        yield "more is cited than there is"
    if revisions - cited > len(register):
        missing = revisions - cited - len(register)
        yield f"{missing} positions are neither cited nor registered as not reflected"


def _gate_faults(document: Mapping[str, Any]) -> Iterator[str]:
    gates = document["gates"]
    if not gates:
        yield "went through no gate"
    for name, gate in gates.items():
        if not gate["passed"] and name != WORDING:
            yield f"gate “{name}” did not pass"
    wording = gates.get(WORDING)
    if wording and wording["passed"] is not (pending(document) == 0):
        yield "gate “wording” does not say what the sentences say"
