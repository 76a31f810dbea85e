"""Who presides when: the presidencies there were, through the ends of years when members change."""

from collections.abc import Collection
from datetime import date

import pytest

from app.data import states_by_iso3
from app.data.council import councils, presided_before
from app.domain.rotation import next_month, successor, turns

PLACES = {code: state.sort["en"] for code, state in states_by_iso3().items()}
PRESIDED = {
    2016: "URY VEN AGO CHN EGY FRA JPN MYS NZL RUS SEN ESP",
    2017: "SWE UKR GBR USA URY BOL CHN EGY ETH FRA ITA JPN",
    2018: "KAZ KWT NLD PER POL RUS SWE GBR USA BOL CHN CIV",
    2019: "DOM GNQ FRA DEU IDN KWT PER POL RUS ZAF GBR USA",
    2020: "VNM BEL CHN DOM EST FRA DEU IDN NER RUS VCT ZAF",
    2021: "TUN GBR USA VNM CHN EST FRA IND IRL KEN MEX NER",
    2022: "NOR RUS ARE GBR USA ALB BRA CHN FRA GAB GHA IND",
    2023: "JPN MLT MOZ RUS CHE ARE GBR USA ALB BRA CHN ECU",
    2024: "FRA GUY JPN MLT MOZ KOR RUS SLE SVN CHE GBR USA",
    2025: "DZA CHN DNK FRA GRC GUY PAK PAN KOR RUS SLE SVN",
}


def members(year: int) -> Collection[str]:
    return councils()[year].members


def test_the_rule_gives_the_presidencies_there_were() -> None:
    month, before = presided_before()
    said = " ".join(PRESIDED.values()).split()

    found = turns(before, month, PLACES, members, len(said) + 1)

    assert [code for _, code in found[1:]] == said
    assert [day for day, _ in found[1:13]] == [date(2016, month, 1) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("presiding", "december", "follows"),
    [
        ("ESP", 2016, "SWE"),  # left the Council
        ("JPN", 2017, "KAZ"),
        ("USA", 2019, "VNM"),  # had just joined it
        ("SVN", 2025, "SOM"),
        ("LBR", 2026, "PRT"),
    ],
)
def test_a_year_ends_and_those_elected_are_among_the_next(
    presiding: str, december: int, follows: str
) -> None:
    found = turns(presiding, date(december, 12, 6), PLACES, members, 2)

    assert found[1] == (date(december + 1, 1, 1), follows)


def test_after_fifteen_months_it_is_everybodys_turn_again() -> None:
    found = [
        code for _, code in turns("USA", date(2017, 4, 6), PLACES, lambda _: members(2017), 16)
    ]

    assert sorted(found[:15]) == sorted(members(2017))
    assert found[15] == "USA"


def test_whoever_left_the_council_is_followed_by_the_next_letter() -> None:
    """Spain presided in December 2016 and left; Sweden followed in January 2017."""
    assert successor(PLACES["ESP"], {code: PLACES[code] for code in members(2017)}) == "SWE"


def test_december_is_followed_by_january() -> None:
    assert next_month(date(2017, 12, 31)) == date(2018, 1, 1)
    assert next_month(date(2017, 1, 31)) == date(2017, 2, 1)
