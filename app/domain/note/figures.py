"""Numbers that count something: people, money, shares. Not years, dates, symbols or durations."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from app.domain.note.cues import Cues, alternation, pattern
from app.domain.note.cues.languages import cues_for
from app.domain.note.dates import FoundDate, find_dates
from app.domain.note.lettering import fold, level
from app.domain.note.markers import split_inline, without_mark
from app.domain.note.reading import Figure
from app.domain.note.references import mend_right_to_left
from app.domain.note.sentences import sentences

_LETTER = "A-Za-zÀ-ɏЀ-ӿ"
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    rf"(?<![{_LETTER}\d/.,٫٬_-])(?:\d{{1,3}}(?:[ ,.٬]\d{{3}})+(?!\d)|\d{{1,15}})(?:[.,٫]\d{{1,4}})?"
    rf"(?![\d_{_LETTER}]|/\d)"
)
_MASKED = re.compile(
    r"https?://\S+|[A-Z]{1,3}/[A-Za-z0-9./()-]+(?: \(\d{4}\))?"  # addresses, symbols
    r"|\d{1,4} ?\((?:19|20)\d\d\)|\(?(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d\)?"  # 2286 (2016), years
    r"|\d{1,2}[:.h]\d{2}(?= ?(?:[ap]\.?m|h\b|ч\b))|\d{1,2}:\d{2}|[A-Z]\d{1,3}\b"
)
# Extraction from right to left can leave the last three digits first: "034 99".
_GROUPS_BACKWARDS = re.compile(r"(?<![\d.,] )(?<![\d.,/])(?:\d{3} ){1,3}\d{1,2}(?![\d.,/]| \d)")
_DECIMAL_COMMA = frozenset({"fr", "es", "ru"})
_YEARS = range(1900, 2101)


@dataclass(frozen=True)
class Printed:
    start: int
    end: int
    value: int | float
    plain_year: bool


def read_figures(paragraphs: Iterable[str], cues: Cues) -> tuple[Figure, ...]:
    found: list[Figure] = []
    for paragraph in filter(_DIGIT.search, paragraphs):
        for piece in split_inline(paragraph):
            for sentence in sentences(without_mark(piece)):
                found += figures_in(sentence, cues)
    return tuple(found)


def figures_in(sentence: str, cues: Cues) -> list[Figure]:
    """Figures of one sentence; "as at" a date holds for the whole sentence."""
    if not _DIGIT.search(sentence):
        return []
    levelled = mend_right_to_left(level(sentence))
    if cues.language == "ar":
        levelled = _GROUPS_BACKWARDS.sub(_groups_forwards, levelled)
    dates = find_dates(levelled, cues)
    as_of = _as_of(levelled, dates, cues)
    masked = _masked(levelled, dates)
    printed = (_printed(masked, match, cues) for match in _NUMBER.finditer(masked))
    return [
        Figure(sentence[one.start : one.end].strip(), one.value, as_of, sentence)
        for one in printed
        if one and _counts(masked, one, cues)
    ]


def _as_of(levelled: str, dates: list[FoundDate], cues: Cues) -> date | None:
    ends = [match.end() for match in pattern(cues.as_of).finditer(levelled)]
    for one in dates:
        if one.full and any(0 <= one.start - end <= 2 for end in ends):
            return one.full
    return None


def _groups_forwards(match: re.Match[str]) -> str:
    return " ".join(reversed(match.group().split(" ")))


def _masked(levelled: str, dates: list[FoundDate]) -> str:
    letters = list(levelled)
    for one in dates:
        letters[one.start : one.end] = "\x1f" * (one.end - one.start)
    return _MASKED.sub(lambda match: "\x1f" * len(match.group()), "".join(letters))


def _printed(masked: str, number: re.Match[str], cues: Cues) -> Printed:
    scale = _scale(cues.language).match(masked, number.end())
    end = scale.end() if scale else number.end()
    times = cues.scales[fold(scale["scale"])] if scale else 1
    money = _money(cues.language).match(masked, end)
    before = _MONEY_BEFORE.search(masked[max(0, number.start() - 6) : number.start()])
    share = _SHARE.match(masked, end)
    last = money or share
    plain = number.group().isdecimal() and int(number.group()) in _YEARS
    return Printed(
        number.start() - (len(before.group()) if before else 0),
        last.end() if last else end,
        _value(number.group(), times, cues),
        plain_year=plain and not (scale or last or before),
    )


def _value(printed: str, times: int, cues: Cues) -> int | float:
    value = Decimal(_plain(printed, cues.language, scaled=times > 1)) * times
    return int(value) if value == value.to_integral_value() else float(value)


def _plain(printed: str, language: str, *, scaled: bool) -> str:
    """Write the number with a decimal point and no groups, as its language means it."""
    bare = printed.replace(" ", "").replace("٬", "").replace("٫", ".")
    if len(re.findall(r"[.,]", bare)) > 1:
        last = re.search(r"[.,](\d{1,4})$", bare)
        one_sign = len(set(re.findall(r"[.,]", bare))) == 1
        if one_sign or not last:
            return re.sub(r"[.,]", "", bare)
        return re.sub(r"[.,]", "", bare[: last.start()]) + "." + last[1]
    sign = re.search(r"[.,]", bare)
    if not sign:
        return bare
    groups = len(bare) - sign.start() == 4 and bare[0] != "0" and sign.start() <= 3
    comma_is_decimal = language in _DECIMAL_COMMA
    if groups and (sign.group() == ",") != comma_is_decimal:
        grouped = sign.group() == "," or comma_is_decimal
    else:
        grouped = groups and comma_is_decimal and not scaled and " " not in printed
    return bare.replace(sign.group(), "" if grouped else ".")


def _counts(masked: str, one: Printed, cues: Cues) -> bool:
    before = masked[max(0, one.start - 60) : one.start]
    return not (
        one.plain_year
        or _not_after(cues.language).search(before)
        or _not_before(cues.language).match(masked, one.end)
    )


_MONEY_BEFORE = re.compile(r"(?:US\$|USD|EUR|[$€£]) ?$")
_SHARE = re.compile(r" ?(?:%|per ?cent|pour cent|por ciento|процент\w*|في المائة|بالمائة|في المئة)")


@lru_cache(maxsize=8)
def _scale(language: str) -> re.Pattern[str]:
    boundary = {"zh": "", "ru": r"(?!\w)\.?"}.get(language, r"(?!\w)")
    scales = alternation(tuple(cues_for(language).scales))
    return re.compile(rf"[ -]?(?P<scale>{scales}){boundary}", re.IGNORECASE)


@lru_cache(maxsize=8)
def _money(language: str) -> re.Pattern[str]:
    return re.compile(rf" ?(?:de |d')?(?:{cues_for(language).currencies})", re.IGNORECASE)


@lru_cache(maxsize=8)
def _not_after(language: str) -> re.Pattern[str]:
    boundary = "" if language == "zh" else r"(?<!\w)"
    listed = r"(?:[\d\x1f]{1,16}(?:, ?| and | et | y | и | و ?|、|和) ?)*"
    return re.compile(
        rf"{boundary}(?:{cues_for(language).not_a_figure_after})[ \"«“(]{{0,2}}{listed}$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _not_before(language: str) -> re.Pattern[str]:
    return re.compile(cues_for(language).not_a_figure_before, re.IGNORECASE)
