"""Who presides when: one calendar month each, in the English alphabetical order of members' names.

Rule 18 of the Council's provisional rules of procedure. Members change with the year.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date

Order = Mapping[str, int]  # code -> its place in English alphabetical order
MONTHS = 12


def successor(presiding: int, members: Order) -> str:
    """Give who follows; ``presiding`` is a place in the alphabet, of a member or a former one."""
    return min(members, key=lambda code: (members[code] <= presiding, members[code]))


def next_month(day: date) -> date:
    """Give the first day of the month after."""
    return date(day.year + day.month // MONTHS, day.month % MONTHS + 1, 1)


def turns(
    first: str, month: date, places: Order, members: Callable[[int], Collection[str]], count: int
) -> list[tuple[date, str]]:
    """Give so many turns by the first day of their month, the first member's own among them.

    ``members`` are those of a year.
    """
    found = [(month.replace(day=1), first)]
    while len(found) < count:
        last, code = found[-1]
        day = next_month(last)
        order = {each: places[each] for each in members(day.year)}
        found.append((day, successor(places[code], order)))
    return found
