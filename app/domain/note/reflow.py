"""Lines of a page put back into paragraphs.

A blank line proves nothing: some extractions put one after every line. Four signs are weighed:
blanks left at a line's end, blank lines where they are rare, lines too short to have been
wrapped, and what the next line begins with.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from app.domain.note.lettering import is_lower, is_wide, width
from app.domain.note.markers import is_only_mark, mark_of

_ENDS = frozenset(".!?。！？؟:：;；…؛")
_CLOSERS = "\"'”’»）)]】」』"
_HYPHENATED = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"\S+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LONGEST_WRAPPED_LINE = 180
FULL = 0.85
ENOUGH_TO_LEARN = 6
LONG_BEFORE_SCAR = 100
FULL_IN_LIST = 0.72  # hanging indents make the lines of a list shorter


@dataclass(frozen=True)
class Line:
    text: str
    indent: int
    trailing_blank: bool
    after_blank_line: bool
    after_page_break: bool

    @property
    def ends(self) -> bool:
        bare = self.text.rstrip(_CLOSERS)
        return (bare or self.text)[-1] in _ENDS


@dataclass(frozen=True)
class Layout:
    """How the whole text was laid out."""

    column: int
    unwrapped: bool
    trailing_blanks_end_paragraphs: bool
    blank_lines_end_paragraphs: bool
    fullness: float  # the share of the column from which a line counts as full


@dataclass(frozen=True)
class Shapes:
    """What can be told of a line by its words alone."""

    stands_alone: Callable[[str], bool]  # a heading, a line of its own
    opens: Callable[[str], bool]  # begins a paragraph
    lists_person: Callable[[str], bool]  # one line of a list of persons

    def cannot_join(self, before: str, after: str) -> bool:
        if self.lists_person(before) and self.lists_person(after):
            return True
        return self.stands_alone(before) or self.stands_alone(after) or self.opens(after)


def read_lines(text: str) -> list[Line]:
    """Split into lines, remembering what stood between them."""
    lines: list[Line] = []
    blank = broken = False
    for raw in text.replace("\f", "\n\f\n").split("\n"):
        if raw == "\f":
            broken = True
        elif not raw.strip():
            blank = True
        else:
            bare = raw.strip()
            indent = len(raw) - len(raw.lstrip())
            trailing = len(raw) > len(raw.rstrip())
            lines.append(Line(bare, indent, trailing, blank, broken))
            blank = broken = False
    return lines


def layout_of(lines: list[Line]) -> Layout:
    widths = sorted(width(line.text) for line in lines)
    column = widths[int(len(widths) * 0.92)] if widths else 0
    # One long address in a wrapped text must not pass for a text without wraps.
    long = sum(each for each in widths if each > LONGEST_WRAPPED_LINE)
    return Layout(
        column,
        unwrapped=long > 0.3 * max(1, sum(widths)),
        trailing_blanks_end_paragraphs=_trailing_blanks_tell(lines, column),
        blank_lines_end_paragraphs=_blank_lines_tell(lines, column),
        fullness=_fullness(lines, column),
    )


def paragraphs(lines: list[Line], shapes: Shapes) -> list[str]:
    """Join what was one paragraph."""
    layout = layout_of(lines)
    joiner = _Joiner(lines)
    done: list[str] = []
    parts: list[str] = []
    previous: Line | None = None
    for line in lines:
        in_list = bool(parts) and mark_of(parts[0]) is not None
        if previous and _goes_on(previous, line, layout, shapes, in_list=in_list):
            parts.append(line.text)
        else:
            if parts:
                done.append(joiner.join(parts))
            parts = [line.text]
        previous = line
    return [*done, joiner.join(parts)] if parts else done


def _goes_on(previous: Line, line: Line, layout: Layout, shapes: Shapes, *, in_list: bool) -> bool:
    if is_only_mark(previous.text):
        return mark_of(line.text) is None
    if _begins_item(previous, line) or shapes.cannot_join(previous.text, line.text):
        return False
    if _HYPHENATED.search(previous.text) and is_lower(line.text[0]):
        return True
    return _laid_out_as_one(previous, line, layout, in_list=in_list)


def _laid_out_as_one(previous: Line, line: Line, layout: Layout, *, in_list: bool) -> bool:
    if layout.unwrapped:
        return _is_scar(previous, line, LONG_BEFORE_SCAR)
    if layout.trailing_blanks_end_paragraphs:
        return not previous.trailing_blank
    full = _is_full(previous, line, layout, in_list=in_list)
    if line.after_blank_line and layout.blank_lines_end_paragraphs:
        return line.after_page_break and (full or _is_scar(previous, line, 0))
    return _wrapped(previous, line, layout, in_list=in_list) or _is_scar(
        previous, line, 0.6 * layout.column
    )


def _is_scar(previous: Line, line: Line, long_enough: float) -> bool:
    """Tell a sentence broken off by a page, or by a line that no longer shows why."""
    if previous.ends or not is_lower(line.text[0]):
        return False
    return line.after_page_break or width(previous.text) > long_enough


def _wrapped(previous: Line, line: Line, layout: Layout, *, in_list: bool) -> bool:
    if in_list and line.after_page_break and not previous.ends:
        return True
    if in_list and layout.blank_lines_end_paragraphs and not line.after_page_break:
        return True
    if not _is_full(previous, line, layout, in_list=in_list):
        return False
    return not (previous.ends and line.indent > previous.indent)


def _begins_item(previous: Line, line: Line) -> bool:
    mark = mark_of(line.text)
    if not mark:
        return False
    # A dash at the start of a wrapped line is often the sentence's own.
    own_dash = mark.printed in {"–", "—"} and not previous.ends and not line.after_blank_line
    return not own_dash


def _is_full(previous: Line, line: Line, layout: Layout, *, in_list: bool) -> bool:
    """Whether the next word would not have fitted on the line before."""
    share = min(layout.fullness, FULL_IN_LIST) if in_list else layout.fullness
    return _reach(previous, line) > share * layout.column


def _reach(previous: Line, line: Line) -> int:
    first = line.text[0] if is_wide(line.text[0]) else _FIRST_WORD.findall(line.text[:80])[0]
    return previous.indent + width(previous.text) + 1 + width(first)


def _trailing_blanks_tell(lines: list[Line], column: int) -> bool:
    with_blank = [line for line in lines if line.trailing_blank]
    without = [line for line in lines if not line.trailing_blank]
    if not 0.05 * len(lines) < len(with_blank) < 0.9 * len(lines) or len(without) < 3:
        return False
    inner = sum(width(line.text) > 0.6 * column for line in without)
    last = sum(line.ends or width(line.text) < 0.6 * column for line in with_blank)
    return inner > 0.8 * len(without) and last > 0.8 * len(with_blank)


def _fullness(lines: list[Line], column: int) -> float:
    """Learn from the lines that surely go on how near to the edge this text was broken."""
    reached = sorted(
        _reach(first, second) / max(1, column)
        for first, second in pairwise(lines)
        if not first.ends and is_lower(second.text[0]) and mark_of(first.text) is None
    )
    if len(reached) < ENOUGH_TO_LEARN:
        return FULL
    return min(1.0, max(FULL_IN_LIST, reached[len(reached) // 10] - 0.02))


def _blank_lines_tell(lines: list[Line], column: int) -> bool:
    after_blank = Counter(line.after_blank_line for line in lines[1:])
    if not after_blank[True]:
        return False
    cut = sum(
        second.after_blank_line and not first.ends and width(first.text) > FULL * column
        for first, second in pairwise(lines)
    )
    return cut <= 0.2 * after_blank[True]


class _Joiner:
    """Joins the lines of a paragraph as its script does."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._words: frozenset[str] | None = None

    def join(self, parts: list[str]) -> str:
        joined = [parts[0]]
        for part in parts[1:]:
            joined.append(self._between(joined[-1], part))
            joined.append(part)
        return re.sub(r"[ \t\u00a0\u202f\u3000]+", " ", "".join(self._unhyphenate(joined)))

    def _between(self, before: str, after: str) -> str:
        if is_wide(before[-1]) or is_wide(after[0]):
            return ""
        if _HYPHENATED.search(before) and after[0].isalpha():
            return ""
        return "" if before[-1] in "–—/" and before[-2:-1].strip() else " "

    def _unhyphenate(self, joined: list[str]) -> list[str]:
        """Drop a hyphen at a line's end only if the text has the word without it elsewhere."""
        for place in range(0, len(joined) - 2, 2):
            head = _HYPHENATED.search(joined[place])
            tail = _WORDS.match(joined[place + 2])
            if head and tail and (head[1] + tail.group()).casefold() in self._vocabulary:
                joined[place] = joined[place][:-1]
        return joined

    @property
    def _vocabulary(self) -> frozenset[str]:
        if self._words is None:
            self._words = frozenset(
                word.casefold() for line in self._lines for word in _WORDS.findall(line.text)
            )
        return self._words
