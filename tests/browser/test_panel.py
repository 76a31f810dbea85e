"""A sentence opened beside the summary begins at its head, on every screen."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import Enter
from tests.browser.pages import DEMO, REHEARSAL
from tests.browser.stage import House


def test_what_is_opened_is_read_from_its_head(enter: Enter, server: Callable[[str], House]) -> None:
    page = enter(server(DEMO), "demo_president", reduced_motion="reduce").new_page()
    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 300})  # lower than the panel
        page.goto(f"{REHEARSAL}/summary?language=en&question=1")
        for link in page.locator("a[hx-target='#panel']").all()[::12]:
            link.click()
            number = link.locator(".visually-hidden").inner_text().capitalize()
            head = page.locator("#panel").get_by_role("heading", level=2)
            expect(head).to_have_text(number)
            expect(page.locator("#panel")).to_be_focused()
            assert 0 <= head.evaluate("head => head.getBoundingClientRect().top") < 150
