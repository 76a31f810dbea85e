"""How dates and names are written on pages, per language. The summary's dates are its own."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from gettext import NullTranslations
from typing import Any

from app.domain.proceedings import in_language
from app.domain.wall_time import in_new_york
from app.domain.wording import wording_in


def for_language(language: str, catalogue: NullTranslations) -> dict[str, Callable[..., Any]]:
    """Give the filters ``day``, ``moment``, ``clock`` and ``name`` for one language."""
    wording = wording_in(language)

    def day(value: date) -> str:
        return wording.date(value)

    def moment(value: datetime) -> str:
        local = in_new_york(value)
        return catalogue.gettext("%(date)s, %(time)s New York time") % {
            "date": wording.date(local.date()),
            "time": f"{local:%H:%M}",
        }

    def clock(value: datetime) -> str:
        return f"{in_new_york(value):%H:%M}"

    def name(value: Mapping[str, str]) -> str:
        return in_language(value, language)

    return {"day": day, "moment": moment, "clock": clock, "name": name}
