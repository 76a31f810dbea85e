"""Which lines are headings, and of which kind of section."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.domain.note.cues import Cues, pattern
from app.domain.note.cues.languages import cues_for
from app.domain.note.lettering import fold, is_lower, level, width
from app.domain.note.markers import HEADING_SORTS, mark_of
from app.domain.note.sentences import has_question_mark

_RUN_IN = re.compile(r"[^:：]{2,60}?(?=\s?[:：]\s*\S)")
_EDGES = " :：.،—–-*_#\t"
LONGEST_HEADING = 70
MOST_WORDS = 7
LONGEST_BEFORE_COLON = 32  # longer, and it is a sentence that leads into a list


@dataclass(frozen=True)
class Heading:
    kind: str
    text: str
    rest: str = ""  # what a run-in heading is followed by on its line


def heading_of(paragraph: str, cues: Cues) -> Heading | None:
    """Read the paragraph as a heading: a known phrase, alone or before a colon, or its words."""
    if len(paragraph) > 100_000:
        return None
    mark = mark_of(paragraph)
    if mark and mark.sort not in HEADING_SORTS:
        return None
    bare = paragraph[mark.length :].strip() if mark else paragraph.strip()
    return _whole(bare, cues) or _run_in(bare, cues) or _by_keyword(bare, cues)


def is_known_heading(line: str, cues: Cues) -> bool:
    """Tell a heading by its whole phrase alone: safe before paragraphs are known."""
    mark = mark_of(line)
    if len(line) > LONGEST_HEADING or (mark and mark.sort not in HEADING_SORTS):
        return False
    return _whole(line[mark.length :] if mark else line, cues) is not None


def opens_paragraph(line: str, cues: Cues) -> bool:
    """Tell a line that no wrap can have put there: a run-in heading, or "Chair: …"."""
    chair = pattern(cues.presides).match(level(line[:80]))
    label = chair is not None and chair.group().endswith(":")
    return label or _run_in(line[:200], cues) is not None


def looks_like_heading(paragraph: str, following: str | None) -> bool:
    """Tell a short line above a long one, with nothing of a sentence or of a list."""
    bare = paragraph.strip()
    if mark_of(bare) or width(bare) > 60 or not following or mark_of(following):
        return False
    unlike_title = bare[-1] in ".!?。！？؟:：;；,，،)" or is_lower(bare[0]) or bare[0].isdigit()
    return not unlike_title and width(following) > max(120, 2 * width(bare))


def is_numbered_title(paragraph: str, sorts: frozenset[str]) -> bool:
    """Tell a short title numbered like the known headings of this note."""
    mark = mark_of(paragraph)
    if not mark or mark.sort not in sorts:
        return False
    bare = paragraph[mark.length :].strip()
    ends = bare[-1:] in tuple(".!?。！？؟:：;；")
    return bool(bare) and not ends and width(bare) <= LONGEST_HEADING


def _whole(bare: str, cues: Cues) -> Heading | None:
    if not bare or width(bare) > LONGEST_HEADING or is_lower(bare[0]):
        return None
    kind = known_headings(cues.language).get(fold(bare.strip(_EDGES)))
    return Heading(kind, bare.strip(_EDGES)) if kind else None


def _run_in(bare: str, cues: Cues) -> Heading | None:
    match = _RUN_IN.match(bare)
    if not match:
        return None
    kind = known_headings(cues.language).get(fold(match.group().strip(_EDGES)))
    if pattern(cues.presides).match(level(bare)):
        return None  # "Chair: …" belongs to the list it stands in
    rest = bare[match.end() :].lstrip(" :：").strip()
    return Heading(kind, match.group().strip(_EDGES), rest) if kind else None


def _by_keyword(bare: str, cues: Cues) -> Heading | None:
    title = bare.strip()
    if title.endswith((":", "：")) and width(title) <= LONGEST_BEFORE_COLON:
        title = title.rstrip(":： ")
    if not title or width(title) > LONGEST_HEADING or len(title.split()) > MOST_WORDS:
        return None
    if title[-1] in ".!。！;；,，،:：" or is_lower(title[0]) or has_question_mark(title):
        return None
    limit = 7 if bare.endswith((":", "：")) else 10
    if cues.language == "zh" and len(title) > limit:
        return None
    folded = f" {fold(title)} "
    for kind, keywords in cues.keywords.items():
        for keyword in keywords:
            sought = fold(keyword) if cues.language == "zh" else f" {fold(keyword)} "
            if sought in folded:
                return Heading(kind, title)
    return None


@lru_cache(maxsize=8)
def known_headings(language: str) -> Mapping[str, str]:
    """Folded phrase → kind of section."""
    return {
        fold(phrase): kind
        for kind, phrases in cues_for(language).headings.items()
        for phrase in phrases
    }
