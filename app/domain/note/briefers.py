"""Who will brief: named persons only, and never the chair."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.note.cues import Cues, pattern, words
from app.domain.note.lettering import is_wide, level
from app.domain.note.markers import mark_of, without_mark
from app.domain.note.outline import Part
from app.domain.note.sentences import sentences

_SEGMENTS = re.compile(r"[,،，;；()（）\[\]:：]|\s[—–-]\s|—")
_PARTICLES = frozenset(
    words(
        "de; del; la; las; los; da; dos; das; di; van; von; der; den; el; al; bin; ibn; ben; "
        "y; e; du"
    )
)
_INNER_DOT = re.compile(r"[\u4e00-\u9fff]{1,12}[·•・][\u4e00-\u9fff·・]{1,20}")
# What stands between an office and the country or body it belongs to.
_PREPOSITIONS = frozenset(
    words("of; for; to; the; in; on; des; aux; à; au; sur; pour; para; por; по; в; на; при; с; для")
)
_HEARS = re.compile("听取|邀请|通报人为|通报人是|由")
LONGEST_PREPOSITION = 6
_EDGES = " \t,.;:،؛，；。：—–-"


@dataclass(frozen=True)
class Briefers:
    named: tuple[str, ...] = ()
    unconfirmed: bool = False
    unnamed: bool = False


def honorific(cues: Cues) -> re.Pattern[str]:
    """Capitals count here: "General Ana Diaz" is a person, "General Assembly" is not."""
    return re.compile(cues.honorifics)


def read_briefers(parts: list[Part], letter: list[str], cues: Cues) -> Briefers:
    """Read the section of the briefers; without one, the sentences that announce briefings."""
    section = [one for part in parts if part.kind == "briefers" for one in part.paragraphs]
    if section:
        return _sort(_in_section(section, cues), cues)
    briefs = pattern(cues.briefs)
    announced = [
        sentence
        for paragraphs in [*(part.paragraphs for part in parts), letter]
        for paragraph in paragraphs
        for sentence in sentences(paragraph)
        if briefs.search(level(sentence)) and honorific(cues).search(level(sentence))
    ]
    return _sort([person for one in announced for person in _persons(one, cues)], cues)


def _in_section(paragraphs: list[str], cues: Cues) -> list[str]:
    found: list[str] = []
    for paragraph in paragraphs:
        bare = without_mark(paragraph)
        if bare.endswith((":", "：")):
            continue  # "The following will brief the Council:"
        if mark_of(paragraph) or len(bare) < 120:
            found += _persons(bare, cues)
        else:
            found += [one for each in sentences(bare) for one in _persons(each, cues)]
    return found


def _persons(text: str, cues: Cues) -> list[str]:
    """Cut a sentence that names several persons before each of them."""
    levelled = level(text)
    if pattern(cues.presides).search(levelled):
        return []
    cuts = [
        match
        for match in pattern(cues.person_list).finditer(levelled)
        if _name_near(text[match.end() : match.end() + 160], cues)
        and _name_near(text[: match.start()], cues)
    ]
    edges = [0, *(match.end() for match in cuts)]
    stops = [*(match.start() for match in cuts), len(text)]
    return [text[a:b].strip(_EDGES) for a, b in zip(edges, stops, strict=True)]


def _name_near(text: str, cues: Cues) -> bool:
    return bool(honorific(cues).search(level(text))) or any(_segment_names(text, cues))


def _sort(candidates: Iterable[str], cues: Cues) -> Briefers:
    named: list[str] = []
    unconfirmed = unnamed = False
    for candidate in candidates:
        pending = bool(pattern(cues.unconfirmed).search(level(candidate)))
        unconfirmed = unconfirmed or pending
        if is_named(candidate, cues):
            named.append(_from_name(candidate, cues))
        else:
            unnamed = unnamed or (bool(candidate) and not pending)
    return Briefers(tuple(dict.fromkeys(named)), unconfirmed, unnamed)


def is_named(text: str, cues: Cues) -> bool:
    return bool(honorific(cues).search(level(text))) or any(_segment_names(text, cues))


def _segment_names(text: str, cues: Cues) -> Iterable[bool]:
    bare = pattern(cues.unconfirmed).sub("", level(text))
    return (_is_name(segment.strip(), cues) for segment in _SEGMENTS.split(bare))


def _is_name(segment: str, cues: Cues) -> bool:
    """Tell a name, alone or beside its office; Chinese prints a dot inside foreign names."""
    if cues.language == "zh" or (segment and is_wide(segment[0])):
        return bool(_INNER_DOT.search(segment)) or _chinese_remainder(segment, cues)
    office = re.compile(cues.offices)
    words = [word for word in segment.split() if word.casefold() not in _PARTICLES]
    naming = [
        (word[0].isupper() or cues.language == "ar") and not office.match(word) for word in words
    ]
    if cues.language == "ar":
        return 2 <= len(words) <= 5 and all(naming)
    before = next((at for at, named in enumerate(naming) if not named), len(words))
    after = next((at for at, named in enumerate(reversed(naming)) if not named), len(words))
    led = words[-after - 1].casefold() if after < len(words) else ""
    return 2 <= before <= 5 or (2 <= after <= 5 and led not in _PREPOSITIONS)


def _chinese_remainder(segment: str, cues: Cues) -> bool:
    offices = list(re.finditer(cues.offices, segment))
    remainder = segment[offices[-1].end() :] if offices else ""
    return 2 <= len(remainder) <= 4


def _from_name(text: str, cues: Cues) -> str:
    """Leave out the words that announce: "The Council will hear a briefing by Ms. …"."""
    title = honorific(cues).search(level(text))
    briefs = pattern(cues.briefs).search(level(text))
    if cues.language == "zh":
        return _after_verb(text, title, cues)
    announced = briefs is not None and title is not None and briefs.start() < title.start()
    if title and (announced or title.start() < LONGEST_PREPOSITION):
        return text[title.start() :].strip(_EDGES)
    return text.strip(_EDGES)


def _after_verb(text: str, title: re.Match[str] | None, cues: Cues) -> str:
    """Chinese puts the honorific behind the name, and "的通报" behind that."""
    if not title:
        return text.strip(_EDGES)
    tail = re.match(rf"的?(?:{cues.briefs})+", text[title.end() :])
    end = title.end() if tail else len(text)
    verbs = [one.end() for one in _HEARS.finditer(text) if one.end() < title.start()]
    return text[max(verbs, default=0) : end].strip(_EDGES)
