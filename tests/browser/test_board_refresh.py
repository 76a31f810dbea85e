"""The board of an open page follows what is signed, and takes nobody's place from under them."""

import sqlite3

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter
from tests.browser.pages import BRIEFING
from tests.browser.stage import House

PLACE = "() => [document.activeElement.className, scrollY]"


def withdraw_one(house: House) -> None:
    """Take one signed cell of B from the record, as if it had just been restated away."""
    with sqlite3.connect(house.database) as database:
        database.execute(
            "UPDATE position SET latest = 0 WHERE id = (SELECT max(position.id) FROM position "
            "JOIN seat ON seat.id = position.seat_id WHERE seat.code = 'B' AND latest > 0)"
        )
    database.close()


def statuses(page: Page) -> list[int]:
    """Note what every asking again was answered with."""
    found: list[int] = []
    page.on("response", lambda each: found.append(each.status) if "/board" in each.url else None)
    return found


@pytest.mark.parametrize("own_house", ["open"], indirect=True)
def test_the_board_changes_in_place(own_house: House, enter: Enter) -> None:
    page = enter(own_house, "officer", viewport={"width": 1440, "height": 400}).new_page()
    page.goto(BRIEFING)
    answered = statuses(page)
    board = page.locator("#board")
    board.locator(".frame").focus()
    first = board.locator("[role=status]").inner_text()

    with page.expect_response(lambda each: "/board" in each.url):
        pass
    assert answered == [304]
    place = page.evaluate(PLACE)  # wherever the focus made the page scroll to
    withdraw_one(own_house)

    expect(board.locator("[role=status]")).not_to_have_text(first, timeout=30_000)
    assert page.evaluate(PLACE) == place
    assert place[0] == "frame"
    assert place[1] > 0
    with page.expect_response(lambda each: "/board" in each.url):
        pass
    assert answered[-1] == 304
    assert 200 in answered
