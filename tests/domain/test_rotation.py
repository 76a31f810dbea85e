"""Who presides when: known years of the Council, and a year's end at which members change."""

from datetime import date

from app.data import councils, states_by_iso3
from app.domain.rotation import next_month, successor, turns

ORDER = {code: states_by_iso3()[code].sort["en"] for code in councils()[2017].members}
OF_2017 = ["SWE", "UKR", "GBR", "USA", "URY", "BOL", "CHN", "EGY", "ETH", "FRA", "ITA", "JPN"]


def test_the_presidencies_of_2017_follow_from_the_first() -> None:
    found = turns("SWE", date(2017, 1, 1), ORDER, 12)

    assert [code for _, code in found] == OF_2017
    assert [code for _, code in found] == list(councils()[2017].presidency.values())
    assert [day for day, _ in found] == [date(2017, month, 1) for month in range(1, 13)]


def test_after_fifteen_months_it_is_everybodys_turn_again() -> None:
    found = [code for _, code in turns("USA", date(2017, 4, 6), ORDER, 16)]

    assert sorted(found[:15]) == sorted(ORDER)
    assert found[15] == "USA"


def test_whoever_left_the_council_is_followed_by_the_next_letter() -> None:
    """Spain presided in December 2016 and left; Sweden followed in January 2017."""
    assert successor(states_by_iso3()["ESP"].sort["en"], ORDER) == "SWE"


def test_december_is_followed_by_january() -> None:
    assert next_month(date(2017, 12, 31)) == date(2018, 1, 1)
    assert next_month(date(2017, 1, 31)) == date(2017, 2, 1)
