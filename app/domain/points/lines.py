"""Lines a text was only broken into: told from lines that its author began."""

import re

_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
_FIRST_WORD = re.compile(r"\S+")
_BEGINS_NEXT = (":", "：", ";", "；", "؛")  # after these a line is begun, whatever its length
_CLOSED = (".", "!", "?", "…", "。", "！", "？", "؟")
_NARROW = {"zh": 18}  # signs; nobody breaks a line to be shorter
_NARROW_ELSEWHERE = 40
_FULL = 0.7  # of the longest line


def unwrapped(text: str, mark: re.Pattern[str], language: str) -> str:
    """Write spaces for the breaks that only kept a line short; every offset stays."""
    narrow = _NARROW.get(language, _NARROW_ELSEWHERE)
    lines = text.splitlines()
    widest = max((len(line) for line in lines), default=0)
    if widest < narrow:
        return text
    is_broken = any(line[:1].islower() for line in lines[1:])
    pieces, start = [], 0
    for found in _BREAK.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        word = _FIRST_WORD.match(text, found.end())
        if word and not mark.match(text, found.end()) and not line.endswith(_BEGINS_NEXT):
            is_full = len(line) + len(word.group()) >= max(narrow, _FULL * widest)
            if _goes_on(line, word.group(), is_full=is_full, is_broken=is_broken, narrow=narrow):
                pieces += [text[start : found.start()], " " * len(found.group())]
                start = found.end()
    return "".join((*pieces, text[start:]))


def _goes_on(line: str, word: str, *, is_full: bool, is_broken: bool, narrow: int) -> bool:
    """Tell whether a line's sentence goes on with the word that begins the next.

    A small letter says so. A capital says nothing; where there are none, an unclosed line does.
    """
    if word[0].islower():
        return len(line) >= narrow or is_full
    if word[0].isupper():
        return is_full and (is_broken or line.endswith(","))
    return len(line) >= narrow and not line.endswith(_CLOSED)
