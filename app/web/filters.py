"""How dates and names are written on pages, per language. The summary's dates are its own."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from gettext import NullTranslations
from typing import Any

from app.domain.proceedings import in_language
from app.domain.wall_time import in_new_york
from app.domain.wording import wording_in
from app.web.i18n import direction


def for_language(language: str, catalogue: NullTranslations) -> dict[str, Callable[..., Any]]:
    """Give the filters of one language: days, moments, clocks, lengths of time, names."""
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

    def second(value: datetime) -> str:
        return f"{in_new_york(value):%H:%M:%S}"

    def length(value: timedelta) -> str:
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes}:{seconds:02}"

    def name(value: Mapping[str, str]) -> str:
        return in_language(value, language)

    def apart(value: str) -> str:
        """Keep a name from turning its neighbours round, as ``<bdi>`` does, where no tag can."""
        return f"\u2068{value}\u2069" if direction(language) == "rtl" else value

    return {
        "day": day,
        "moment": moment,
        "clock": clock,
        "second": second,
        "length_of_time": length,
        "name": name,
        "apart": apart,
    }
