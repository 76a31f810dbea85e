"""What the presidency may add in its own words: no number, no quantifier, nobody's stance."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from app.domain.gates.forbidden import find_forbidden, whom
from app.domain.gates.naming import names_anybody
from app.domain.gates.numbers import OTHER_NUMERALS
from app.domain.proceedings import Seat
from app.domain.wording import wording_in

# "All members" is a count, too. (What hides one behind "most" or "several" is in forbidden.py.)
_EVERY: Mapping[str, str] = {
    "en": r"(?:all|every|each|both|no)(?: of)?(?: the)?(?: other)?",
    "fr": r"(?:tou(?:s|tes) les|chacun(?:e)? des|chaque|aucune?|l['’]ensemble des)(?: autres)?",
    "es": r"(?:tod[oa]s l[oa]s|cada|ningun[ao]?|ningún|el conjunto de l[oa]s)(?: demás)?",
    "ru": r"(?:все|всех|всем|всеми|кажд\w+|ни одн\w+|ни один)(?: других)?",
    "zh": r"(?:全体|所有|每个|各)(?:的)?(?:安理会|理事会)?",
    "ar": r"(?:جميع|كل|كافة|أي من)",
}
# In Chinese a numeral is one where it counts something: 一致 and 统一 say no number.
_CHINESE = r"[零一二两三四五六七八九十百千万]+(?=个|名|位|国|次|项|份|年|月|日|号|成)"


def narrative(text: str, language: str, seats: Iterable[Seat]) -> str | None:
    """Say why a text of the presidency's own may not stand beside what is counted."""
    if found := _numbers(language).search(text.casefold()):
        return f"Leave out the number “{found.group()}”: every number here is counted."
    said = find_forbidden(text, language, of_states=True, is_blind=True)
    if every := _everybody(language).search(text.casefold()):
        said = said or every.group().strip()
    if said:
        return f"Leave out “{said}”: how many say a thing is for the counted sentences."
    if names_anybody(text, seats):
        return "Name no delegation: what each of them holds is for the counted sentences."
    return None


@cache
def _numbers(language: str) -> re.Pattern[str]:
    if language == "zh":
        return re.compile(rf"\d+|{_CHINESE}")
    table = wording_in(language)
    words = {*table.cardinals[2:], *table.cardinals_of[2:], *OTHER_NUMERALS.get(language, ())}
    longest = sorted((each.casefold() for each in words), key=len, reverse=True)
    return re.compile(rf"\d+|(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


@cache
def _everybody(language: str) -> re.Pattern[str]:
    space = "" if language == "zh" else r"\s*"
    edge = "" if language in {"zh", "ar"} else r"(?<!\w)"
    return re.compile(f"{edge}{_EVERY[language]}{space}{whom(language)}")
