"""The matrix by keyboard: one stop for Tab, arrows inside, Enter opens, Escape leaves."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter
from tests.browser.pages import DEMO, OPEN_REHEARSAL
from tests.browser.stage import House

MATRIX = f"{OPEN_REHEARSAL}/positions"
Server = Callable[[str], House]


def opened(server: Server, enter: Enter, lang: str = "en", **options: Any) -> Page:  # noqa: ANN401 - Playwright's
    house = server(DEMO)
    context = enter(house, "demo_delegation", **options)
    context.add_cookies([{"name": "language", "value": lang, "url": house.url}])
    page = context.new_page()
    page.goto(MATRIX)
    return page


def where(page: Page) -> str:
    """Give the end of the address that has the focus: question and mission, or a filter."""
    address: str = page.evaluate("document.activeElement.getAttribute('href') ?? ''")
    return address.removeprefix(MATRIX)


def press(page: Page, *keys: str) -> str:
    for key in keys:
        page.keyboard.press(key)
    return where(page)


@pytest.mark.parametrize(("lang", "ahead"), [("en", "ArrowRight"), ("ar", "ArrowLeft")])
def test_the_arrows_follow_the_page(server: Server, enter: Enter, lang: str, ahead: str) -> None:
    page = opened(server, enter, lang, viewport={"width": 1440, "height": 900})
    page.locator("#matrix tbody td a").first.focus()

    assert press(page, ahead, "ArrowDown") == "/2/UNREH-B"
    assert press(page, "Home") == "?mission=UNREH-B"
    assert press(page, "End") == "/5/UNREH-B"
    assert press(page, "Control+End") == "/5/ALL"
    assert press(page, "ArrowUp", "ArrowUp") == "/5/UNREH-C"
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server(DEMO).url}{MATRIX}/5/UNREH-C")


def test_the_matrix_is_one_stop_and_escape_leaves_it(server: Server, enter: Enter) -> None:
    page = opened(server, enter, viewport={"width": 1440, "height": 900})

    assert page.locator("#matrix [tabindex='0']").count() == 1
    page.locator("#matrix [tabindex='0']").focus()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.frame')")
    page.keyboard.press("Tab")
    assert where(page) == "/1/UNREH-A"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#matrix')") is None


def test_the_heads_stay_in_sight(server: Server, enter: Enter) -> None:
    page = opened(server, enter, viewport={"width": 1440, "height": 320})
    page.locator("#matrix tbody tr").last.scroll_into_view_if_needed()

    head = page.locator("#matrix thead th").first.bounding_box()

    assert head is not None
    assert head["y"] >= 0


def test_on_a_phone_the_same_cells_stand_in_a_list(server: Server, enter: Enter) -> None:
    page = opened(server, enter, viewport={"width": 360, "height": 780})

    assert not page.locator("#matrix").is_visible()
    row = page.locator(".narrow-only li").first
    assert page.locator(".narrow-only li").count() == 25
    box = row.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    row.click(position={"x": box["width"] - 6, "y": box["height"] - 6})
    expect(page).to_have_url(f"{server(DEMO).url}{MATRIX}/1/UNREH-A")
