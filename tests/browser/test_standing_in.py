"""The Secretariat at a delegation's desk in a browser: said on every page, over at once."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Enter
from tests.browser.stage import House
from tests.site.gallery import faults
from tests.site.world import SLUG

CELL = f"/briefings/{SLUG}/positions/2/UNX1"
LEAVE = f"/briefings/{SLUG}/standing-in"
WORDS = "We would keep the benchmarks as they are."


@pytest.mark.parametrize("own_house", ["open"], indirect=True)
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_what_is_typed_after_it_was_taken_back_is_given_back(
    own_house: House, enter: Enter, script: bool
) -> None:
    page = enter(own_house, "stand_in", java_script_enabled=script).new_page()
    page.goto(f"/acting/{own_house.tokens['acting']}{CELL}")
    expect(page.get_by_text(re.compile("You act for .+, as the Secretariat"))).to_be_visible()
    ours = enter(own_house, "a_signatory").new_page()
    ours.goto(LEAVE)
    ours.get_by_role("button", name="Take this back").click()
    expect(ours.get_by_role("button", name="Let the Secretariat act for us")).to_be_visible()

    page.get_by_label("Text", exact=True).fill(WORDS)
    if not script:
        page.get_by_role("button", name="Save draft").click()

    expect(page.get_by_role("alert").first).to_contain_text("You no longer act")
    expect(page.get_by_label("What you typed, which was not saved")).to_have_value(WORDS)
    if script:
        assert list(faults(page)) == []
