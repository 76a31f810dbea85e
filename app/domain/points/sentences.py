"""A text into sentences and items of lists, each with its offsets in code points."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.points.cues.table import Cues

# A mark that closes a sentence, with the quotation marks and brackets that follow it. A pattern
# never starts within a run of its own signs: a text of nothing but dots is read in one pass.
_ENDING = re.compile(
    r"(?<![.!?؟…])[.!?؟…]+(?:[\"'”’»)\]]|[\s\u202f]»)*(?=\s|$)|[。！？]+[”’」』）]*"
    r"|(?<!…)……(?=[^\W\d_])(?!等)"
)
_QUOTATION = re.compile(
    r"“[^“”\n]*”|«[^«»\n]*»|„[^„“”\n]*[“”]|「[^「」\n]*」|『[^『』\n]*』|\"[^\"\n]*\""
    r"|《[^《》\n]*》"
    r"|\((?:[^()\n]|\([^()\n]*\))*\)"  # a bracket, with brackets in it, is read like a quotation
)
_UNSPOKEN = re.compile(r"[bcdfghjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщ]{2,5}", re.IGNORECASE)
_UNITS = frozenset(
    {"km", "mm", "cm", "kg", "км", "мм", "см", "кг", "hrs", "vs"}
)  # these may end one
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")  # the "U.S" of "U.S.", the "J" of "J. Doe"
_NUMBER = re.compile(r"\d{1,2}")

# What stands before an item: "(a) ", "1. ", "1º. ", "二、", "1 - ", "① ", "• ".
_MARK = (
    r"(?:\(\s?(?:\d{1,2}|[ivxIVX]{1,4}|[^\W\d_])\s?\)|（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）"
    r"|(?:\d{1,2}|[ivxIVX]{1,4}|[^\W\d_])[.°º]?\)(?=\s)|\d{1,2}[°ºª]?\.(?=\s)|\d{1,2}[°ºª](?=\s)"
    r"|[ivx]{1,4}\.(?=\s)|\d{1,2}\s?[-–—](?=\s)|\d{1,2}[、．]|[\u2460-\u2473]"
    r"|[一二三四五六七八九十]{1,3}、|[•▪◦●‣■□➢✓*·–—-](?=\s))"
)
LIST_MARK = re.compile(rf"(?:{_MARK})\s*")
_LAST_BUT_ONE = re.compile(r"(?<=[;؛；,،，])\s*(?:and|or|et|ou|y|e|o|и|или|以及|和|و|أو)$")
_INLINE = re.compile(
    r"(?<=[:;,،؛；：，\s])(?:\((?:\d|[a-z]|[а-я])\)|（[一二三四五六七八九十]）)\s?"
)
_ITEM_ENDS = ";؛；,،，"
_BREAK = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Span:
    """text[start:end], without spaces around it.

    ``is_item`` if a list mark stood before it; ``is_fragment`` if the items of its list are no
    sentences, whatever mark the last of them ends with.
    """

    start: int
    end: int
    is_item: bool = False
    is_fragment: bool = False


def sentences(text: str, cues: Cues) -> Iterator[Span]:
    """Give the sentences of every line and item, in order."""
    found = [
        span
        for block in _blocks(text)
        for start, end in _cut(text, block, cues)
        if (span := _trimmed(text, start, end, is_item=block.is_item))
    ]
    are_fragments = any(each.is_item and text[each.end - 1] in _ITEM_ENDS for each in found)
    for each in found:
        is_small = each.is_item and text[each.start].islower()
        yield replace(each, is_fragment=each.is_item and (are_fragments or is_small))


def _blocks(text: str) -> Iterator[Span]:
    """Part a text into lines and items, without the marks that stand before them."""
    start = 0
    for ending in (*_BREAK.finditer(text), None):
        end = ending.start() if ending else len(text)
        indent = len(text[start:end]) - len(text[start:end].lstrip())
        mark = LIST_MARK.match(text, start + indent, end)
        yield from _inline_items(text, mark.end() if mark else start, end, is_item=bool(mark))
        start = ending.end() if ending else end


def _inline_items(text: str, start: int, end: int, *, is_item: bool) -> Iterator[Span]:
    """Part "the following: (a) …; (b) …" in one line; a lone bracket is no list."""
    marks = list(_INLINE.finditer(text, start, end))
    if len(marks) < 2 and not (is_item and marks):
        yield Span(start, end, is_item)
        return
    yield Span(start, marks[0].start(), is_item)
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        yield Span(mark.end(), after.start() if after else end, is_item=True)


def _cut(text: str, block: Span, cues: Cues) -> Iterator[tuple[int, int]]:
    quotations = [found.span() for found in _QUOTATION.finditer(text, block.start, block.end)]
    start, quotation = block.start, 0
    for ending in _ENDING.finditer(text, block.start, block.end):
        while quotation < len(quotations) and quotations[quotation][1] < ending.start():
            quotation += 1
        if _ends_abbreviation(text, start, ending, cues):
            continue
        if _is_quoted(text, ending, quotations[quotation : quotation + 1]):
            continue
        yield start, ending.end()
        start = ending.end()
    yield start, block.end


def _ends_abbreviation(text: str, start: int, ending: re.Match[str], cues: Cues) -> bool:
    """Tell "res." and "A." from the end of a sentence."""
    if ending.group()[0] != "." or ending.group().startswith(".."):
        return False
    written = text[max(start, ending.start() - 24) : ending.start()]
    before = written.casefold()
    last = re.split(r"[\s(\[“‘«„\"]", before)[-1]
    word = re.split("[’']", last)[-1]  # "art" of "l’art."
    if word in cues.last_words or last in cues.last_words:
        return not _begins_anew(text, ending.end())
    if last in cues.abbreviations or (len(word) > 1 and word in cues.abbreviations):
        return True
    if _INITIALS.fullmatch(last) or _is_clipped(written[len(written) - len(word) :]):
        return True
    return bool(_NUMBER.fullmatch(last) and text[start : ending.start()].strip() == last)


def _is_clipped(word: str) -> bool:
    """Tell "Дж" and "Hd", which nobody could say: no vowel, and no acronym."""
    is_unspoken = bool(_UNSPOKEN.fullmatch(word)) and not word.isupper()
    return is_unspoken and word not in _UNITS


def _begins_anew(text: str, at: int) -> bool:
    """Tell whether a sentence seems to begin: the text ends, or goes on with a capital."""
    following = text[at : at + 4].strip().lstrip("«“\"'‘¿¡([")
    return not following or following[0].isupper()


def _is_quoted(text: str, ending: re.Match[str], quotation: list[tuple[int, int]]) -> bool:
    """Tell an ending within a quotation, and one whose sentence goes on after the quotation."""
    for opens, closes in quotation:
        if opens < ending.start() < closes:
            following = text[closes : closes + 8].lstrip()[:1]
            goes_on = following.islower() or following in set(",;:،؛，；：、")
            return ending.end() < closes or bool(following and goes_on)
    return False


def _trimmed(text: str, start: int, end: int, *, is_item: bool) -> Span | None:
    """Leave out the spaces around a piece, and a list mark that stands within its line."""
    first = end - len(text[start:end].lstrip())
    if mark := LIST_MARK.match(text, first, end):
        first, is_item = mark.end(), True
    words = text[first:end].strip()
    if is_item:
        words = _LAST_BUT_ONE.sub("", words)
    if not any(char.isalnum() for char in words):
        return None
    return Span(first, first + len(words), is_item)
