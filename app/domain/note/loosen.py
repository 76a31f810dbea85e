"""Line breaks given back to a text that lost them: a whole note can arrive on one line."""

import re
from functools import lru_cache

from app.domain.note.cues import Cues
from app.domain.note.cues.languages import cues_for
from app.domain.note.lettering import level

_GLYPH_INSIDE = re.compile(r"(?<=\S)[ \t]+(?=[•●▪■‣⁃▫◆➢✓►➤]\s*\S)")
LONG_LINES = 600  # letters to a line, on average, of a text without its breaks
_ENOUGH = 1200


def loosen(text: str, cues: Cues) -> str:
    """Break before bullets always; before headings and formulas only where breaks are lost."""
    text = _GLYPH_INSIDE.sub("\n", text)
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or len(text) < _ENOUGH or len(text) / len(lines) < LONG_LINES:
        return _break_long_lines(text, cues)
    return _break(text, cues)


def _break_long_lines(text: str, cues: Cues) -> str:
    """A page that lost its breaks in a text that otherwise has them."""
    return "\n".join(
        _break(line, cues) if len(line) > 2 * _ENOUGH else line for line in text.split("\n")
    )


def _break(text: str, cues: Cues) -> str:
    cuts: set[int] = set()
    levelled = level(text)
    for formula in _formulas(cues.language):
        match = formula.search(levelled)
        if match:
            cuts.add(match.start())
    for heading in _headings(cues.language).finditer(levelled):
        cuts.update((heading.start("heading"), heading.end("heading")))
    ordered = [0, *sorted(cuts), len(text)]
    return "\n".join(
        text[start:end] for start, end in zip(ordered, ordered[1:], strict=False) if start < end
    )


@lru_cache(maxsize=8)
def _formulas(language: str) -> tuple[re.Pattern[str], ...]:
    """The turns of a letter that begin a paragraph; each is sought once."""
    cues = cues_for(language)
    names = "|".join(re.escape(level(name)) for name in cues.note_names)
    annex = rf"(?<=\s)(?:{cues.annex})"
    return tuple(
        re.compile(formula, re.IGNORECASE)
        for formula in (
            rf"(?<!\w)(?:{cues.letter})",
            rf"(?<=\s)(?:{cues.salutation})",
            cues.signed,
            annex.replace(r"|\W*$", "") if language != "zh" else r"(?<=\s)\S.{0,90}的附件",
            rf"(?<=\s)(?:{names})(?=\s)",
        )
    )


@lru_cache(maxsize=8)
def _headings(language: str) -> re.Pattern[str]:
    cues = cues_for(language)
    phrases = sorted(
        {level(phrase) for kind in cues.headings for phrase in cues.headings[kind]},
        key=len,
        reverse=True,
    )
    number = r"(?:(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)] ?|[一二三四五六七八九十]{1,2}、 ?)?"
    if language == "zh":
        body = "|".join(re.escape(phrase) for phrase in phrases)
        return re.compile(rf"(?:(?<=\s)|(?<=[。？]))(?P<heading>{number}(?:{body}))(?=\s|:)")
    if language == "ar":
        body = "|".join(re.escape(phrase) for phrase in phrases if " " in phrase)
        alone = "|".join(re.escape(phrase) for phrase in phrases)
        return re.compile(
            rf"(?:(?<=[.؟:!)] )(?P<_>)(?=(?:{number})(?:{alone})\s)|(?<=\s))"
            rf"(?P<heading>{number}(?:{body}|(?<=[.؟:!)] )(?:{alone})))(?=\s|:)(?! التالية)"
        )
    body = "|".join(rf"{re.escape(one[0].upper())}(?i:{re.escape(one[1:])})" for one in phrases)
    return re.compile(
        rf"(?:(?<=[.!?:;”»\")\]] )|(?<=\w )(?<![a-z]{{2}} the ))(?P<heading>{number}(?:{body}))"
        r"(?=:| [A-ZÀ-ÞА-Я«“\"¿•●\d(])"
    )
