"""Who sits in the Council year by year, and who presided before the first year that is known."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from app.data import HERE, states_by_iso3
from app.data.shapes import Council

ELECTED = 10  # members, beside the permanent five


def _terms() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / "councils.json").read_text(encoding="utf-8"))
    return found


@cache
def councils() -> Mapping[int, Council]:
    """Give the Council of every year whose ten elected members are known, without a gap."""
    data = _terms()
    elected: dict[int, list[str]] = {}
    for term in data["terms"]:
        for year in range(term["first"], term["last"] + 1):
            elected.setdefault(year, []).extend(term["members"])
    permanent = tuple(data["permanent"])
    return MappingProxyType(
        {
            year: Council(year, permanent, tuple(sorted(members, key=_english_place)))
            for year, members in sorted(elected.items())
            if len(members) == ELECTED
        }
    )


def _english_place(code: str) -> int:
    return states_by_iso3()[code].sort["en"]


@cache
def presided_before() -> tuple[date, str]:
    """Give the month before the first known year, and who presided then."""
    last = _terms()["presided_before"]
    return date.fromisoformat(last["month"]), last["member"]
