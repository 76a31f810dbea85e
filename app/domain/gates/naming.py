"""Where no name may stand, none does; where names stand, they are those counted."""

import re
from collections.abc import Iterable, Iterator, Mapping

from app.domain.attribution import Attribution
from app.domain.proceedings import Seat
from app.domain.sentence import Part
from app.domain.summary import Summary, WordedSentence

SeatNames = Mapping[str, set[str]]  # in every language, without capitals


def attribution(summary: Summary) -> Iterator[str]:
    """Where no name may stand, the words name nobody they count; an edit never changes names."""
    names = _folded_names(summary.proceedings.seats)
    authors = {each.hash: each.member for each in summary.proceedings.positions}
    for each in summary.sentences:
        sentence, is_named = each.sentence, each.sentence.rule is Attribution.ATTRIBUTED
        counted = {*sentence.seats, *(authors[one] for one in sentence.revisions if one in authors)}
        unnamed = not is_named and (sentence.sources or each.is_edited)
        if unnamed and _named(each.text, {seat: names[seat] for seat in counted}):
            yield f"{each.id}: the text names its author"
        elif each.is_edited:
            yield from _edited_names(each, names)
    for revision, reason in summary.coverage.not_reflected:
        if names_author(summary, revision, reason):
            yield f"the reason given for revision {revision[:12]} names its author"


def _edited_names(each: WordedSentence, names: SeatNames) -> Iterator[str]:
    """Let an edit name those the computed form names, except in the words of a view."""
    sentence = each.sentence
    ours, computed = _named(each.text, names), _named(each.computed, names)
    is_view = sentence.words_points and sentence.rule is not Attribution.ATTRIBUTED
    if computed.intersection(sentence.seats) - ours:
        yield f"{each.id}: the edited text leaves out who it counts"
    elif ours - computed and not is_view:
        yield f"{each.id}: the edited text names others than the computed one"


def names_author(summary: Summary, revision: str, text: str) -> bool:
    """Tell whether a text names whose revision it is, where that may not be known."""
    citing = [each.sentence for each in summary.of_part(Part.REGISTER)]
    rules = {each.rule for each in citing if revision in each.revisions}
    if rules == {Attribution.ATTRIBUTED}:
        return False
    authors = {each.member for each in summary.proceedings.positions if each.hash == revision}
    names = _folded_names(summary.proceedings.seats)
    return bool(_named(text, {seat: names[seat] for seat in authors}))


def names_anybody(text: str, seats: Iterable[Seat]) -> bool:
    """Tell whether a text names any delegation of a briefing."""
    return bool(_named(text, _folded_names(seats)))


def _folded_names(seats: Iterable[Seat]) -> SeatNames:
    return {seat.code: {name.casefold() for name in seat.names.values()} for seat in seats}


def _named(text: str, names: SeatNames) -> set[str]:
    """Give the seats a text names, in any language."""
    folded = text.casefold()
    return {seat for seat, known in names.items() if any(_mentions(folded, one) for one in known)}


def _mentions(text: str, name: str) -> bool:
    """Find a name as a whole word; scripts without spaces have none, so there any place counts."""
    edge = r"(?<!\w){}(?!\w)" if name.isascii() else "{}"
    return name in text and re.search(edge.format(re.escape(name)), text) is not None
