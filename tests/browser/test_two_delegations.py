"""Two delegations at work at once: nothing either reaches holds a byte of the other's words."""

import re
from collections import deque
from html import unescape
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import APIResponse, BrowserContext, Page, expect

from tests.browser.conftest import Enter
from tests.browser.stage import House
from tests.features.positions.answer_sheets import unpacked
from tests.site.world import SLUG

BRIEFING = f"/briefings/{SLUG}"
DESK = f"{BRIEFING}/positions"
MOST = 1_500  # addresses one person may reach before this test says that it lost its way
LINK = re.compile(r"""\b(?:href|action|formaction|hx-get|hx-post)=["']([^"']*)["']""")
PEOPLE = {"a_signatory": "Quokkafell", "b_signatory": "Zanderholm"}


def reach(context: BrowserContext, house: House) -> dict[str, str]:
    """Ask for whatever the person is led to, with what it says; forms' addresses are asked, too."""
    found: dict[str, str] = {}
    ahead = deque([f"{house.url}/briefings", f"{house.url}/en/record/", f"{house.url}{BRIEFING}"])
    while ahead:
        address = ahead.popleft()
        if address in found or "/static/" in address:
            continue
        assert len(found) < MOST
        answer = context.request.get(address)
        found[address] = str(answer.headers) + _said(answer)
        if answer.headers.get("content-type", "").startswith("text/html"):
            links = (
                urldefrag(urljoin(answer.url, unescape(link)))[0]
                for link in LINK.findall(found[address])
            )
            ahead.extend(link for link in links if link.startswith(house.url))
    return found


def _said(answer: APIResponse) -> str:
    """Give the words of an answer, those inside an office file too."""
    body = answer.body()
    return (unpacked(body) if body.startswith(b"PK") else body).decode(errors="replace")


def holding(found: dict[str, str], word: str) -> list[str]:
    return [address for address, said in found.items() if word.casefold() in said.casefold()]


def write(page: Page, word: str) -> None:
    """Leave a draft in one cell, and sign another."""
    page.goto(f"{DESK}/1/ALL")
    page.get_by_label("Text", exact=True).fill(f"Draft of {word} on benchmarks.")
    expect(page.locator("#saved")).to_have_text(re.compile(r"^Saved \d"))
    page.goto(f"{DESK}/2/UNX1")
    page.get_by_label("Text", exact=True).fill(f"Signed by {word}, with benchmarks.")
    page.get_by_role("button", name="Check and sign").click()
    page.get_by_role("button", name="Sign this position").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Receipt")


@pytest.mark.parametrize("own_house", ["open"], indirect=True)
def test_nothing_of_one_reaches_the_other(own_house: House, enter: Enter) -> None:
    desks = {person: enter(own_house, person) for person in PEOPLE}
    presidency = enter(own_house, "president")
    for person, word in PEOPLE.items():
        write(desks[person].new_page(), word)

    for person, word in PEOPLE.items():
        found = reach(desks[person], own_house)
        assert len(holding(found, f"Draft of {word}")) > 0, "a delegation sees its own draft"
        assert len(holding(found, f"Signed by {word}")) > 1, "and what it signed"
        others = [other for other in PEOPLE.values() if other != word]
        assert [address for other in others for address in holding(found, other)] == []
    seen = reach(presidency, own_house)
    assert len(seen) > 10
    assert [address for word in PEOPLE.values() for address in holding(seen, word)] == []

    close(presidency.new_page())

    seen = reach(presidency, own_house)
    for person, word in PEOPLE.items():
        assert holding(seen, f"Signed by {word}") != [], "the presidency reads what was signed"
        assert holding(seen, f"Draft of {word}") == [], "but never a draft"
        found = reach(desks[person], own_house)
        others = [other for other in PEOPLE.values() if other != word]
        assert [address for other in others for address in holding(found, other)] == []


def close(page: Page) -> None:
    page.goto(BRIEFING)
    page.get_by_text("Close before the deadline").click()
    page.get_by_role("button", name="Close the briefing").click()
    expect(page.locator(".page-head .status")).to_have_text("Closed")
