"""The line breaks while somebody types: no word is lost, and none of anybody else's either."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.conftest import ARGUMENTS, CHROMIUM, Enter, sign_in
from tests.browser.stage import House
from tests.site.world import SLUG

DESK = f"/briefings/{SLUG}/positions"
CELL = f"{DESK}/1/ALL"
THERE = re.compile(r"^(Saved \d|Draft last saved by B Drafter)")  # the latter: when it was opened
SAVED, KEPT = re.compile(r"^Saved \d"), "Not saved yet. Kept on this device."
on_open = pytest.mark.parametrize("own_house", ["open"], indirect=True)


@contextmanager
def chromium(browser: Browser, house: House, profile: Path) -> Iterator[BrowserContext]:
    """Open a whole browser that keeps its profile when it is closed, as on one's own laptop."""
    context = browser.browser_type.launch_persistent_context(
        profile, executable_path=CHROMIUM, args=ARGUMENTS, base_url=house.url, locale="en-GB"
    )
    sign_in(context, house, "b_drafter")
    yield context
    context.close()


def text(page: Page) -> Locator:
    return page.get_by_label("Text", exact=True)


def line(page: Page) -> Locator:
    return page.locator("#saved")


def hold(page: Page, pattern: str) -> list[Route]:
    """Keep back every request for such an address; give the list that they wait in."""
    held: list[Route] = []

    def keep_back(route: Route) -> None:
        held.append(route)

    page.route(pattern, keep_back)
    return held


def type_before_the_scripts(page: Page, words: str) -> None:
    """Open the cell and type while htmx is still on its way; then let it arrive."""
    held = hold(page, "**/htmx.min.js*")
    page.goto(CELL, wait_until="commit")
    type_on(page, words)
    page.wait_for_timeout(100)
    held.pop().continue_()
    page.unroute("**/htmx.min.js*")


def type_on(page: Page, words: str) -> None:
    text(page).press("Control+End")
    text(page).press_sequentially(words)


@on_open
def test_a_broken_line_and_a_closed_browser_lose_no_word(
    browser: Browser, own_house: House, tmp_path: Path
) -> None:
    whole = "Said while connected. Said without a line. Said last."
    with chromium(browser, own_house, tmp_path) as context:
        page = context.new_page()
        page.goto(CELL)
        type_on(page, "Said while connected.")
        expect(line(page)).to_have_text(SAVED)
        context.set_offline(True)
        type_on(page, " Said without a line.")
        expect(line(page)).to_have_text(KEPT)
        expect(page.get_by_role("button", name="Retry")).to_be_visible()
        type_on(page, " Said last.")

    with chromium(browser, own_house, tmp_path) as context:
        page = context.new_page()
        page.goto(DESK)
        expect(page.get_by_text("Answers only on this device: 1")).to_be_visible()
        page.get_by_role("link", name="Question 1 – General").first.click()
        expect(text(page)).to_have_value(whole)
        expect(line(page)).to_have_text(THERE)  # a browser that closes may still get words through
        page.goto(DESK)
        expect(page.locator("#on-device")).to_be_hidden()
        page.goto(CELL)
        assert text(page).text_content() == whole  # as the server has it


@on_open
def test_the_line_comes_back_and_the_words_are_sent(own_house: House, enter: Enter) -> None:
    context = enter(own_house, "b_drafter")
    page = context.new_page()
    page.goto(CELL)
    context.set_offline(True)
    type_on(page, "Typed in a tunnel.")
    expect(line(page)).to_have_text(KEPT)

    context.set_offline(False)

    expect(line(page)).to_have_text(SAVED)
    page.reload()
    expect(text(page)).to_have_value("Typed in a tunnel.")


@on_open
def test_who_types_before_the_scripts_arrive_is_saved_as_well(
    own_house: House, enter: Enter
) -> None:
    page = enter(own_house, "b_drafter").new_page()

    type_before_the_scripts(page, "Said at once.")

    expect(line(page)).to_have_text(SAVED)
    page.reload()
    expect(text(page)).to_have_value("Said at once.")


@on_open
def test_words_kept_here_outlive_what_is_typed_before_the_scripts_arrive(
    own_house: House, enter: Enter
) -> None:
    context = enter(own_house, "b_drafter")
    page = context.new_page()
    page.goto(CELL)
    context.set_offline(True)
    type_on(page, "Said without a line.")
    expect(line(page)).to_have_text(KEPT)
    page.close()
    context.set_offline(False)
    page = context.new_page()

    type_before_the_scripts(page, "Hasty.")

    expect(line(page)).to_have_text(SAVED)
    page.reload()
    expect(text(page)).to_have_value("Said without a line.")


@on_open
def test_a_choice_made_while_the_desk_loads_is_not_kept_as_unsaved(
    own_house: House, enter: Enter
) -> None:
    page = enter(own_house, "b_drafter").new_page()
    scripts, saves = hold(page, "**/desk.js*"), hold(page, "**/draft")
    page.goto(CELL, wait_until="commit")
    page.get_by_label("Awaiting instructions").check()
    page.wait_for_timeout(500)

    scripts.pop().continue_()
    page.unroute("**/desk.js*")
    page.wait_for_timeout(500)
    saves.pop().continue_()
    page.unroute("**/draft")

    expect(line(page)).to_have_text(SAVED)
    type_on(page, "Said after that.")
    expect(page.locator("#points")).to_contain_text("Said after that.")
    page.reload()
    page.wait_for_timeout(2000)  # time in which what is kept on the device would be sent
    expect(text(page)).to_have_value("Said after that.")


@on_open
def test_what_is_saved_is_what_stands_there_when_it_is_sent(own_house: House, enter: Enter) -> None:
    page = enter(own_house, "b_drafter").new_page()
    saves = hold(page, "**/draft")
    page.goto(CELL)
    page.get_by_label("Awaiting instructions").check()
    page.get_by_label("No position").check()  # waits for the save before
    text(page).press_sequentially("Typed meanwhile.")

    with page.expect_request("**/draft") as sent:
        saves.pop().continue_()

    assert "Typed+meanwhile." in str(sent.value.post_data)


@on_open
def test_what_was_typed_offline_never_overwrites(own_house: House, enter: Enter) -> None:
    mine, theirs = enter(own_house, "b_drafter"), enter(own_house, "b_signatory")
    page, other = mine.new_page(), theirs.new_page()
    page.goto(CELL)
    mine.set_offline(True)
    type_on(page, "Mine, typed offline.")
    expect(line(page)).to_have_text(KEPT)
    page.close()
    other.goto(CELL)
    type_on(other, "Theirs, acknowledged.")
    expect(line(other)).to_have_text(SAVED)

    mine.set_offline(False)
    page = mine.new_page()
    page.goto(CELL)

    conflict = page.get_by_role("region", name="Two versions")
    expect(conflict.get_by_label("Your text")).to_have_value("Mine, typed offline.")
    expect(conflict.locator("blockquote")).to_contain_text("Theirs, acknowledged.")
    expect(conflict.locator("del").last).to_contain_text("acknowledged")
    conflict.get_by_text("Make one text of both").click()
    conflict.get_by_label("All that either text says").fill("Theirs, and mine.")
    conflict.get_by_role("button", name="Save this text").click()
    expect(text(page)).to_have_value("Theirs, and mine.")
    page.goto(DESK)
    expect(page.locator("#on-device")).to_be_hidden()


@on_open
def test_two_drafters_in_one_cell_lose_nothing_and_are_told(own_house: House, enter: Enter) -> None:
    one = enter(own_house, "b_drafter").new_page()
    other = enter(own_house, "b_signatory").new_page()
    for page in (one, other):
        page.goto(CELL)
    type_on(one, "One was first.")
    expect(line(one)).to_have_text(SAVED)
    type_on(other, "Other was second.")

    told = other.get_by_role("region", name="Two versions")
    expect(told.get_by_role("alert")).to_contain_text("while you were writing")
    told.get_by_role("button", name="Keep mine").click()
    expect(text(other)).to_have_value("Other was second.")
    type_on(one, " And goes on.")
    expect(one.get_by_role("region", name="Two versions")).to_be_visible()
    one.get_by_role("link", name="Take theirs").click()

    one.goto(f"{CELL}/history")
    for said in ("One was first.", "Other", "second"):
        expect(one.locator("main")).to_contain_text(said)


@on_open
def test_signing_out_asks_before_words_are_lost(own_house: House, enter: Enter) -> None:
    context = enter(own_house, "b_drafter")
    page = context.new_page()
    page.goto(CELL)
    context.set_offline(True)
    type_on(page, "Nowhere else.")
    expect(line(page)).to_have_text(KEPT)
    context.set_offline(False)
    page.evaluate(
        "Object.entries(localStorage).forEach(([key, kept]) => localStorage[key + 9] = kept)"
    )
    page.goto(DESK)
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))

    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    assert "only on this device" in asked[0]
    assert page.evaluate("localStorage.length") == 0
