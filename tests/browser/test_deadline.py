"""The deadline on the delegation's desk: New York first, the reader's own clocks, the wait."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter
from tests.browser.pages import BRIEFING
from tests.browser.stage import House

DEADLINE = datetime(2100, 1, 1, tzinfo=UTC)  # of the world's briefing
MATRIX = f"{BRIEFING}/positions"


def look(enter: Enter, house: House, *, minutes_before: float, **options: str) -> Page:
    """Open the desk when so much is left on the reader's clock."""
    page = enter(house, "b_drafter", **options).new_page()
    page.clock.install(time=DEADLINE - timedelta(minutes=minutes_before))
    page.goto(MATRIX)
    return page


def test_the_readers_own_time_stands_second(enter: Enter, server: Callable[[str], House]) -> None:
    page = look(enter, server("open"), minutes_before=100, timezone_id="Africa/Cairo")

    expect(page.locator(".moment").first).to_contain_text("31 December 2099, 19:00 New York time")
    expect(page.locator(".moment__own")).to_have_text(
        re.compile(r"\(Friday(,| at)? 02:00, your time\)")
    )


def test_in_new_york_there_is_no_second_time(enter: Enter, server: Callable[[str], House]) -> None:
    page = look(enter, server("open"), minutes_before=100, timezone_id="America/New_York")

    expect(page.locator(".moment__own")).to_be_hidden()


def test_the_wait_is_counted_each_minute_and_read_out_twice(
    enter: Enter, server: Callable[[str], House]
) -> None:
    page = look(enter, server("open"), minutes_before=62.5)
    shown, aloud = page.locator(".moment__left"), page.locator(".moment [role=status]")
    expect(shown).to_have_text("0 d 1 h 2 min left")

    page.clock.run_for(60_000)
    expect(shown).to_have_text("0 d 1 h 1 min left")
    expect(aloud).to_have_text("")
    page.clock.run_for(60_000)
    expect(aloud).to_have_text("0 d 1 h 0 min left")
    page.clock.run_for(54 * 60_000)
    expect(aloud).to_have_text("0 d 1 h 0 min left")
    page.clock.run_for(60_000)
    expect(aloud).to_have_text("0 d 0 h 5 min left")
    page.clock.run_for(6 * 60_000)
    expect(shown).to_have_text("passed")
