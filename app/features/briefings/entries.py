"""What was typed, checked one field at a time; a refusal names the field it belongs to."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from app.domain.errors import Invalid
from app.domain.position import LANGUAGES, check_text
from app.domain.wall_time import from_new_york

LONGEST_LINE = 500
YEARS = range(1945, 2200)
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,4})?")


def line(text: str, where: str, *, longest: int = LONGEST_LINE) -> str:
    """Give one line of text, trimmed; refuse what hides or does not end."""
    plain = " ".join(text.split())
    if len(plain) > longest:
        raise Invalid(f"Shorten this to {longest} characters.", where=where)
    return _visible(plain, where)


def passage(text: str, where: str) -> str:
    return _visible(text.replace("\r\n", "\n").strip(), where)


def lines(text: str, where: str) -> list[str]:
    """Give the non-empty lines of a field that takes one thing a line."""
    return [line(each, where) for each in text.splitlines() if each.strip()]


def words(text: str, where: str) -> list[str]:
    return line(text.replace(",", " ").replace(";", " "), where).split()


def day(text: str, where: str) -> date | None:
    if not text.strip():
        return None
    try:
        found = date.fromisoformat(text.strip())
    except ValueError:
        found = date.min
    if found.year not in YEARS:
        raise Invalid("Write the date as year-month-day, such as 2017-04-06.", where=where)
    return found


def clock(text: str, where: str) -> time | None:
    if not text.strip():
        return None
    try:
        found = time.fromisoformat(text.strip())
    except ValueError:
        found = time(tzinfo=None, second=1)
    if found.tzinfo or found.second or found.microsecond:
        raise Invalid("Write the time as hours and minutes, such as 15:00.", where=where)
    return found


def deadline(day_text: str, clock_text: str, unless: str) -> datetime:
    """Give the moment two fields name on the clocks of New York; ``unless`` asks for the day."""
    chosen, hour = day(day_text, "deadline_date"), clock(clock_text, "deadline_time")
    if chosen is None:
        raise Invalid(unless, where="deadline_date")
    if hour is None:
        raise Invalid("Choose the time, in New York.", where="deadline_time")
    return from_new_york(chosen, hour)


def number(text: str, where: str) -> int | float:
    plain = re.sub(r"[\s,\u00a0\u202f]", "", text)
    if not _NUMBER.fullmatch(plain):
        raise Invalid("Write a number in digits, such as 99034 or 7.87.", where=where)
    return float(plain) if "." in plain else int(plain)


def code(text: str, where: str, shape: str, said: str) -> str:
    plain = text.strip()
    if not re.fullmatch(shape, plain):
        raise Invalid(f"Write {said}.", where=where)
    return plain


def language(text: str, where: str) -> str | None:
    if text and text not in LANGUAGES:
        raise Invalid("Choose one of the six languages.", where=where)
    return text or None


def numbered(raw: Mapping[str, str], prefix: str) -> dict[int, dict[str, str]]:
    """Gather the fields ``prefix_3_text`` of a form under their numbers, in order."""
    found: dict[int, dict[str, str]] = {}
    for name, value in raw.items():
        match = re.fullmatch(rf"{prefix}_(\d{{1,3}})_([a-z_]{{1,20}})", name)
        if match:
            found.setdefault(int(match[1]), {})[match[2]] = value
    return dict(sorted(found.items()))


def _visible(text: str, where: str) -> str:
    try:
        check_text(text, "en")
    except Invalid as error:
        raise Invalid(error.reason, where=where) from error
    return text
