"""A statement becomes drafts where no script runs; with one, by single keys."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter
from tests.browser.stage import House
from tests.site.world import SLUG

SPEECHES = f"/briefings/{SLUG}/positions/speeches"
SPOKEN = (
    "On the first question, UNX1 should be adjusted.\n"
    "On the second question, UNX2 should have benchmarks."
)


def paste(page: Page) -> None:
    page.goto(SPEECHES)
    page.get_by_label("Statement", exact=True).fill(SPOKEN)
    page.get_by_role("button", name="Cut it into points").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Point 1 of 2")
    page.wait_for_load_state()


def to_drafts(page: Page) -> None:
    page.get_by_role("link", name=re.compile("Put . placed point")).click()
    for box in page.locator("input[name=chosen]").all():
        box.check()
    page.get_by_role("button", name="Write the ticked drafts").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("written")


@pytest.mark.parametrize("own_house", ["open"], indirect=True)
def test_points_are_placed_and_drafted(own_house: House, enter: Enter) -> None:
    page = enter(own_house, "a_signatory", java_script_enabled=False).new_page()
    paste(page)

    page.get_by_role("button", name="Question 1 – UNX1").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Point 2 of 2")
    page.get_by_role("button", name="Leave it out").click()
    expect(page.locator("#standing")).to_contain_text("You left this point out.")
    to_drafts(page)

    page.get_by_role("link", name="Question 1 – UNX1").click()
    expect(page.get_by_label("Text", exact=True)).to_have_value(
        re.compile(r"On the first question, UNX1 should be adjusted\.$")
    )


@pytest.mark.parametrize("own_house", ["open"], indirect=True)
def test_single_keys_accept_and_leave_out(own_house: House, enter: Enter) -> None:
    page = enter(own_house, "a_signatory").new_page()
    paste(page)

    page.keyboard.press("1")
    expect(page.get_by_role("heading", level=1)).to_have_text("Point 2 of 2")
    page.wait_for_load_state()
    page.keyboard.press("0")

    expect(page.locator("#standing")).to_contain_text("You left this point out.")
    expect(page.locator(".page-head .progress")).to_contain_text("2 of 2")
