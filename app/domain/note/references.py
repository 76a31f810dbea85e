"""Symbols of documents as printed, and the note's own."""

import re
from collections import Counter
from collections.abc import Iterable

from app.domain.note.lettering import level

_YEAR = r"(?:19|20)\d\d"
_TAIL = r"(?:/(?:Add|Corr|Rev|Amend)\.\d{1,3})*"
_RESUMED = r"(?: ?\((?:Resumption|reprise|reanudación|возобновление) ?\d?\))?"
_COUNCIL = (
    rf"S/(?:RES/\d{{1,4}} ?\({_YEAR}\)|PRST/{_YEAR}/\d{{1,3}}|PV\.\d{{1,5}}{_RESUMED}"
    rf"|Agenda/\d{{1,5}}|INF/\d{{1,3}}|(?:[A-Z]{{1,4}}[./])*(?:\d{{1,4}}/)?{_YEAR}/\d{{1,4}}"
    rf"|(?:AC|WG)[./]\d{{1,3}}/[A-Z0-9./()]{{1,24}}[A-Z0-9)]|\d{{4,5}})"
)
_ASSEMBLY = (
    r"A/(?:RES|DEC)/(?:S-|ES-)?\d{1,3}/\d{1,4}(?: ?[A-Z](?![\w]))?"
    r"|A/(?:[A-Z]{1,4}[./])*(?:\d{1,2}/)?(?:S-\d{1,2}/)?\d{1,3}/(?:L\.|PV\.|INF/|SR\.)?\d{1,5}"
)
_OTHERS = (
    r"(?:E|ST|TD|PBC|CEDAW|CCPR|HRI|DP|"
    r"UNEP)/(?:[A-Z]{1,6}[./])*[A-Z0-9.]{1,9}(?:/[A-Z0-9.]{1,9}){1,3}"
)
_ONE = rf"(?:{_COUNCIL}|{_ASSEMBLY}|{_OTHERS}){_TAIL}"
# Two symbols of one document, joined by a dash, are one string.
_SYMBOL = re.compile(rf"(?<![A-Z0-9/.])(?:{_ONE})(?: ?[–—-] ?(?:{_ONE}))*(?![\d/])")
_DOCUMENT = re.compile(rf"(?:A/\d{{1,3}}/\d{{1,5}} ?[–—-] ?)?S/{_YEAR}/\d{{1,4}}{_TAIL}")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)

_BROKEN_AT_SLASH = re.compile(r"(?<=[A-Z0-9]/)\n(?=[A-Z0-9])|\n(?=/[A-Z0-9])")
_BEFORE_SYMBOL = re.compile(r"/(?=(?:S|A|E|ST|PBC)/)")

# Extraction from right to left can print a symbol back to front: 287/2017/S, (2016) 2286/RES/S.
_BACKWARDS = re.compile(
    rf"(?<![\d/])(?:\d{{1,4}}/{_YEAR}(?:/PRST)?/S|\({_YEAR}\) ?\d{{1,4}}/RES/S"
    rf"|\d{{1,5}}/\d{{1,3}}(?:/RES)?/A)(?![A-Za-z/\d])"
)


def mend_right_to_left(text: str) -> str:
    """Put symbols that were printed back to front into their reading order."""
    return _BACKWARDS.sub(lambda match: _forwards(match.group()), text)


def symbols(text: str) -> list[str]:
    """Every symbol once, in the order printed; in running text first, in addresses after."""
    lines = "\n".join(line.strip() for line in level(text).splitlines() if line.strip())
    whole = " ".join(_BROKEN_AT_SLASH.sub("", lines).split())
    forward = mend_right_to_left(whole)
    running = _ADDRESS.sub(" ", forward)
    addresses = _ADDRESS.findall(forward)
    found: dict[str, str] = {}
    for part in (running, *(_BEFORE_SYMBOL.sub(" ", address) for address in addresses)):
        for match in _SYMBOL.finditer(part):
            found.setdefault(_bare(match.group()), match.group().strip())
    return list(found.values())


def references(text: str, own: str | None) -> tuple[str, ...]:
    """Give the symbols of other documents; `own` and each half of it are left out."""
    mine = {_bare(part) for part in _halves(own)}
    return tuple(symbol for symbol in symbols(text) if _bare(symbol) not in mine)


def own_symbol(masthead: Iterable[str], whole: str) -> str | None:
    """Find the symbol printed above the letter, or the one the heads of several pages repeat."""
    for line in masthead:
        match = _DOCUMENT.search(mend_right_to_left(level(line)))
        if match:
            return match.group()
    lines = Counter(level(line).strip() for line in whole.splitlines() if len(line) < 60)
    alone = [line for line, times in lines.items() if times > 1 and _DOCUMENT.fullmatch(line)]
    return alone[0] if alone else None


def without_document_symbol(line: str) -> str:
    """Take the symbol off a line that begins or ends with one."""
    bare = mend_right_to_left(line)
    for match in _DOCUMENT.finditer(bare):
        if match.start() == 0 or match.end() == len(bare):
            return (bare[: match.start()] + bare[match.end() :]).strip()
    return bare


def _bare(symbol: str) -> str:
    return re.sub(r"[ –—-]+", lambda gap: "-" if gap.group().strip() else "", symbol)


def _halves(symbol: str | None) -> list[str]:
    return [] if not symbol else [symbol, *re.split(r" ?[–—-] ?(?=[A-Z]/)", symbol)]


def _forwards(symbol: str) -> str:
    year = re.match(rf"\(({_YEAR})\) ?(\d+)/RES/S", symbol)
    if year:
        return f"S/RES/{year[2]} ({year[1]})"
    return "/".join(reversed(symbol.split("/")))
