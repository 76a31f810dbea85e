"""A full answer set by keyboard alone; a handful on a phone, in English and in Arabic."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter
from tests.browser.stage import House
from tests.site.world import SLUG

DESK = f"/briefings/{SLUG}/positions"
FAR = 90  # keys after which this test says that it lost its way


def tab_to(page: Page, selector: str, backwards: bool = False) -> None:
    """Press Tab until what is sought has the focus."""
    for _ in range(FAR):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
    raise AssertionError(f"Tab does not reach {selector}")


def answer(page: Page, words: str) -> None:
    """Choose the second value, write, and wait until both are kept."""
    tab_to(page, "input[name=assessment]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, "textarea[name=text]")
    page.keyboard.insert_text(words)
    page.keyboard.press("Tab")
    expect(page.locator("#points")).to_contain_text(words)  # as the server read it


def open_next(page: Page) -> None:
    tab_to(page, "nav.actions a:last-child")
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.long
@pytest.mark.parametrize("own_house", ["matrix"], indirect=True)
def test_eighty_cells_are_answered_and_signed_by_keyboard_alone(
    own_house: House, enter: Enter
) -> None:
    page = enter(own_house, "a_signatory", viewport={"width": 1440, "height": 900}).new_page()
    page.goto(DESK)
    tab_to(page, "#matrix tbody a")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for place in range(85):
        if not page.url.endswith("/ALL"):  # general positions are left open
            answer(page, f"Benchmarks come first in phase {place}.")
        if place < 84:
            open_next(page)

    page.goto(f"{DESK}/sign")
    for _ in range(80):
        tab_to(page, "input[name=cells]:not(:checked)")
        page.keyboard.press("Space")
    tab_to(page, "form button.button--primary")
    page.keyboard.press("Enter")
    expect(page.locator(".page-head .progress")).to_contain_text("80 of 80")


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("own_house", ["matrix"], indirect=True)
def test_a_handful_is_answered_on_a_phone(own_house: House, enter: Enter, lang: str) -> None:
    phone = {"viewport": {"width": 360, "height": 780}, "has_touch": True, "is_mobile": True}
    context = enter(own_house, "a_signatory", **phone)
    context.add_cookies([{"name": "language", "value": lang, "url": own_house.url}])
    page = context.new_page()
    for number in range(3):
        page.goto(DESK)
        page.locator(".narrow-only li").nth(number).tap()
        page.locator("input[name=assessment]").first.check()
        page.locator("textarea[name=text]").fill("Benchmarks should come first.")
        page.locator("textarea[name=text]").blur()
        expect(page.locator("#points")).to_contain_text("Benchmarks should come first.")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.goto(f"{DESK}?status=draft")

    assert page.locator(".narrow-only li").count() == 3
    assert page.locator("html").get_attribute("dir") == ("rtl" if lang == "ar" else "ltr")
