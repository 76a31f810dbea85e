"""What may be asked of the list and of the search, by address."""

import re
from typing import Annotated

from fastapi import Depends

from app.features.record.listing import ListShown
from app.features.record.searching import SearchShown

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_PAGES = 10_000


def _plain(typed: str) -> str:
    return _CONTROLS.sub(" ", typed).strip()


def _page(typed: str) -> int:
    """Read a page; what is no number of ours is the first."""
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 1
    return min(max(number, 1), _PAGES)


def _list_shown(
    year: str = "", mission: str = "", presidency: str = "", attribution: str = "", page: str = ""
) -> ListShown:
    return ListShown(_page(page), *map(_plain, (year, mission, presidency, attribution)))


def _search_shown(
    q: str = "",
    mission: str = "",
    question: str = "",
    year: str = "",
    language: str = "",
    kind: str = "",
    page: str = "",
) -> SearchShown:
    typed = map(_plain, (q, mission, question, year, language, kind))
    return SearchShown(_page(page), *typed)


ListQuery = Annotated[ListShown, Depends(_list_shown)]
SearchQuery = Annotated[SearchShown, Depends(_search_shown)]
