"""Lists of States under one name: complete, sourced, nobody in two regions."""

from collections import Counter

import pytest

from app.data import LANGUAGES, named_groups, states
from app.data.council import councils
from app.domain.named_groups import ELECTED, HOST_STATES, PERMANENT, REGIONAL, TROOP_CONTRIBUTORS

GROUPS = {each.code: each for each in named_groups().groups}
MEMBERS = {state.iso3 for state in states() if state.status == "member"}
SIZES = {
    "african": 54,
    "asia_pacific": 54,
    "eastern_european": 23,
    "latin_american_and_caribbean": 33,
    "western_european_and_others": 28,
}

ELECTED_SEATS = {
    "african": 3,
    "asia_pacific": 2,
    "eastern_european": 1,
    "latin_american_and_caribbean": 2,
    "western_european_and_others": 2,
}


def test_regional_groups_hold_every_member_state_but_one_and_none_twice() -> None:
    held = Counter(code for name in REGIONAL for code in GROUPS[name].members)

    assert {code for code in MEMBERS if code not in held} == {"USA"}
    assert set(held) <= MEMBERS
    assert set(held.values()) == {1}
    assert {name: len(GROUPS[name].members) for name in REGIONAL} == SIZES


def test_the_groups_are_those_of_the_known_councils() -> None:
    for council in councils().values():
        assert set(council.permanent) == set(GROUPS[PERMANENT].members)
        seated = {name: set(GROUPS[name].members) & set(council.elected) for name in REGIONAL}
        assert {name: len(members) for name, members in seated.items()} == ELECTED_SEATS


@pytest.mark.parametrize("code", [PERMANENT, *sorted(REGIONAL)])
def test_every_list_has_its_source_its_date_and_six_names(code: str) -> None:
    group = GROUPS[code]

    assert "https://" in group.source or "Charter" in group.source
    assert group.as_of.year > 1945
    assert all(group.names[language].strip() for language in LANGUAGES)


@pytest.mark.parametrize("state", ["Türkiye", "Israel", "United States", "Kiribati"])
def test_special_arrangements_are_said(state: str) -> None:
    assert any(state in (group.note or "") for group in GROUPS.values())


def test_what_depends_on_the_briefing_has_its_name_alone() -> None:
    kinds = named_groups().kinds

    assert set(kinds) == {ELECTED, HOST_STATES, TROOP_CONTRIBUTORS}
    assert all(set(kind.names) == set(LANGUAGES) for kind in kinds.values())
