"""One object of a JSON document and the path to it: every fault can name its place."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from app.domain.attribution import Attribution
from app.domain.errors import Invalid
from app.domain.position import LANGUAGES, PointKind, find_hidden

Kind = TypeVar("Kind", str, int, bool, list[Any], dict[str, Any])


class Document:
    """One object of the document and the path to it."""

    def __init__(self, value: object, path: str) -> None:
        if not isinstance(value, dict):
            raise Invalid("must be an object.", where=path or "bundle")
        self.value: dict[str, Any] = value
        self.path = path

    def at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def need(self, name: str, kind: type[Kind], *, example: str = "") -> Kind:
        value = self.value.get(name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            hint = f", for example {example}" if example else ""
            word = {str: "a text", int: "a whole number", bool: "true or false", list: "a list"}
            raise Invalid(f"must be {word.get(kind, 'an object')}{hint}.", where=self.at(name))
        return value

    def may(self, name: str, kind: type[Kind]) -> Kind | None:
        return None if self.value.get(name) is None else self.need(name, kind)

    def matching(self, name: str, pattern: re.Pattern[str], *, example: str) -> str:
        text = self.need(name, str, example=example)
        if not pattern.fullmatch(text):
            raise Invalid(
                f"“{text[:40]}” does not fit, for example {example}.", where=self.at(name)
            )
        return text

    def one_of(self, name: str, options: type[Attribution] | type[PointKind]) -> str:
        text = self.need(name, str)
        if text not in [option.value for option in options]:
            known = ", ".join(option.value for option in options)
            raise Invalid(f"“{text[:40]}” is none of {known}.", where=self.at(name))
        return text

    def names(self, name: str) -> dict[str, str]:
        """Read {language: text}; a bare text counts as English."""
        value = self.value.get(name)
        names = {"en": value} if isinstance(value, str) else value
        if not isinstance(names, dict) or not names:
            raise Invalid("must give a text in at least one language.", where=self.at(name))
        for language, text in names.items():
            where = f"{self.at(name)}.{language}"
            if language not in LANGUAGES:
                raise Invalid(f"is not one of {', '.join(LANGUAGES)}.", where=where)
            if not isinstance(text, str) or not text.strip():
                raise Invalid("must be a text.", where=where)
            if hidden := find_hidden(text):
                raise Invalid(hidden, where=where)
        return dict(names)

    def words(self, name: str) -> str:
        """Read a text that must say something, and hide nothing."""
        text = self.need(name, str)
        if not text.strip():
            raise Invalid("must be a text.", where=self.at(name))
        if hidden := find_hidden(text):
            raise Invalid(hidden, where=self.at(name))
        return text

    def day(self, name: str) -> date | None:
        text = self.may(name, str)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise Invalid("must be a date such as 2017-04-06.", where=self.at(name)) from None

    def moment(self, name: str) -> datetime:
        text = self.need(name, str, example="2017-04-05T21:00:00Z")
        try:
            moment = datetime.fromisoformat(text)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            raise Invalid(
                "must be a moment such as 2017-04-05T21:00:00Z.", where=self.at(name)
            ) from None

    def each(self, name: str, *, least: int = 0) -> Iterator["Document"]:
        items = self.need(name, list)
        if len(items) < least:
            raise Invalid("must not be empty.", where=self.at(name))
        for index, item in enumerate(items):
            yield Document(item, f"{self.at(name)}[{index}]")
