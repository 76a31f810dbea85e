"""The groups a presidency may declare, as shipped, and whether those it declared still hold."""

from collections.abc import Sequence
from datetime import date

from app import data
from app.data.council import councils
from app.data.shapes import Texts
from app.domain.named_groups import ELECTED, HOST_STATES, TROOP_CONTRIBUTORS
from app.domain.proceedings import NamedGroup, Names

OWN = "list_"  # codes of the presidency's own lists begin so


def offered(day: date | None, acronyms: Sequence[str]) -> tuple[NamedGroup, ...]:
    """Give the groups there is a list for, with this day's Council and these missions."""
    shipped = [
        NamedGroup(each.code, _names(each.names), each.members, each.source, each.as_of)
        for each in data.named_groups().groups
    ]
    permanent, *regional = shipped
    found = [permanent, _elected(day), *regional, _host_states(acronyms)]
    return tuple(each for each in found if each)


def notes() -> dict[str, str]:
    """Say which States have a special arrangement, by the code of the group."""
    return {each.code: each.note for each in data.named_groups().groups if each.note}


def contributors_names() -> Names:
    return _names(data.named_groups().kinds[TROOP_CONTRIBUTORS].names)


def _elected(day: date | None) -> NamedGroup | None:
    council = councils().get(day.year) if day else None
    if council is None:
        return None
    return _of_kind(ELECTED, council.elected, date(council.year, 1, 1))


def _host_states(acronyms: Sequence[str]) -> NamedGroup | None:
    known = data.missions_2017()
    hosts = {code for each in known.missions if each.acronym in acronyms for code in each.hosts}
    return _of_kind(HOST_STATES, sorted(hosts), known.as_of) if hosts else None


def _of_kind(code: str, members: Sequence[str], as_of: date) -> NamedGroup:
    kind = data.named_groups().kinds[code]
    return NamedGroup(code, _names(kind.names), tuple(members), kind.source or "", as_of)


def _names(texts: Texts) -> Names:
    return dict[str, str](texts.items())


def outdated(
    declared: Sequence[NamedGroup], day: date | None, acronyms: Sequence[str]
) -> tuple[str, ...]:
    """Give the groups declared for another year or other missions than the briefing now has."""
    now = {each.code: each.members for each in offered(day, acronyms)}
    return tuple(
        each.code
        for each in declared
        if each.code in {ELECTED, HOST_STATES} and now.get(each.code) != each.members
    )
