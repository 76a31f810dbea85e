"""The floor at the meeting: the time ticks, and others see who is called without asking."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Enter
from tests.browser.pages import BRIEFING
from tests.browser.stage import House

SPEAKERS = f"{BRIEFING}/speakers"
TIME = re.compile(r"^(\d+):(\d\d) (left|over the limit)$")


@pytest.mark.parametrize("own_house", ["open"], indirect=True)
def test_the_time_ticks_turns_red_and_a_call_is_seen_by_others(
    enter: Enter, own_house: House
) -> None:
    delegation = enter(own_house, "a_drafter").new_page()
    delegation.goto(SPEAKERS)
    expect(delegation.locator(".turn--over .turn__left")).to_have_text(TIME)
    presidency = enter(own_house, "officer").new_page()
    presidency.clock.install()
    presidency.goto(SPEAKERS)

    presidency.get_by_role("button", name=re.compile("Give the floor to")).click()

    left, turn = presidency.locator(".turn__left"), presidency.locator(".turn")
    expect(turn).to_have_class("turn turn--within")
    expect(left).to_have_text(re.compile(r"^[45]:\d\d left$"))
    expect(delegation.locator(".turn--within .turn__left")).to_have_text(TIME)
    presidency.clock.run_for(4 * 60_000)
    expect(turn).to_have_class("turn turn--almost")
    expect(presidency.locator("[data-aloud]")).to_have_text("One minute left")
    presidency.clock.run_for(61_000)
    expect(turn).to_have_class("turn turn--over")
    expect(left).to_have_text(re.compile(r"^0:0\d over the limit$"))
    expect(presidency.locator("[data-aloud]")).to_have_text("Over the limit")
