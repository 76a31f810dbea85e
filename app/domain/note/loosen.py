"""Line breaks given back to a text that lost them: a whole note can arrive on one line."""

import re
from functools import lru_cache
from itertools import pairwise

from app.domain.note.cues import Cues
from app.domain.note.cues.languages import cues_for
from app.domain.note.lettering import level, width

_GLYPH_INSIDE = re.compile(r"(?<=\S)[ \t]+(?=[•●▪■‣⁃▫◆➢✓►➤]\s*\S)")
FEWEST_CUTS = 4
LONG_LINE = 900  # columns of a line that must have lost its breaks, if headings stand in it


def loosen(text: str, cues: Cues) -> str:
    """Break before bullets always; before headings and formulas only in very long lines."""
    lines = (_break(line, cues) if width(line) > LONG_LINE else line for line in text.split("\n"))
    return _GLYPH_INSIDE.sub("\n", "\n".join(lines))


def _break(text: str, cues: Cues) -> str:
    cuts: set[int] = set()
    levelled = level(text)
    reached = 0
    for formula in _formulas(cues.language):
        match = formula.search(levelled, reached)
        if match:
            reached = match.end()
            # The Chinese sign follows the name it belongs to.
            after = cues.language == "zh" and formula.pattern == cues.signed
            cuts.add(reached if after else match.start())
    if reached and match:  # the note's name ends where its title begins
        cuts.add(reached)
    for heading in _headings(cues.language).finditer(levelled):
        cuts.update((heading.start("heading"), heading.end("heading")))
    if len(cuts) < FEWEST_CUTS:
        return text  # a long paragraph that happens to hold one such phrase
    ordered = [0, *sorted(cuts), len(text)]
    return "\n".join(text[start:end] for start, end in pairwise(ordered) if start < end)


@lru_cache(maxsize=8)
def _formulas(language: str) -> tuple[re.Pattern[str], ...]:
    """Give the turns of a letter that begin a paragraph; each is sought once."""
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
            rf"(?<=\s)(?:{names})(?=\s)(?=\s*\S)",
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
