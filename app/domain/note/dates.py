"""Dates as the six languages print them: figures, words, month pairs, Chinese numerals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.note.cues import Cues, pattern
from app.domain.note.lettering import fold, level

_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_ISO = r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"


@dataclass(frozen=True)
class FoundDate:
    start: int
    end: int
    day: int
    month: int
    year: int | None

    def on(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def full(self) -> date | None:
        return self.on(self.year) if self.year else None

    def not_before(self, start: date) -> date | None:
        """Give the printed day its first year in which it is not before `start`."""
        this_year = self.on(start.year)
        if this_year and this_year >= start:
            return this_year
        return self.on(start.year + 1)


def find_dates(text: str, cues: Cues) -> list[FoundDate]:
    """Every date in the order printed; one that is no day of the calendar is left out."""
    levelled = level(text)
    found = [
        one
        for dated in (*cues.dates, _ISO)
        for match in pattern(dated).finditer(levelled)
        if (one := _date_of(match.start(), match.end(), match.groupdict(), cues))
    ]
    kept: list[FoundDate] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def first_date(text: str, cues: Cues) -> date | None:
    return next((one.full for one in find_dates(text, cues) if one.full), None)


def _date_of(start: int, end: int, parts: dict[str, str | None], cues: Cues) -> FoundDate | None:
    day = _number(parts["day"] or "", cues.day_words)
    month = _number(parts["month"] or "", cues.months)
    year = _year(parts.get("year"))
    found = FoundDate(start, end, day, month, year)
    return found if found.on(year or 2000) else None


def _number(printed: str, names: Mapping[str, int]) -> int:
    return int(printed) if printed.isdecimal() else names.get(fold(printed), 0)


def _year(printed: str | None) -> int | None:
    if not printed:
        return None
    digits = printed.translate(_CHINESE_DIGITS)
    return int(digits) if digits.isdecimal() and int(digits) > 0 else None
