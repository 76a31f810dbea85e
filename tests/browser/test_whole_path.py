"""From the real concept note to its public record, by people who click and type."""

import csv
import json
from io import StringIO
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Enter
from tests.browser.stage import House
from tests.browser.steps import (
    TITLE,
    Voice,
    circulate,
    close,
    confirm_wordings,
    issue,
    let_time_pass,
    prepare,
    publish,
    sign,
    upload,
)

VOICES = {
    "FRA": Voice("France", "fragile", "The political process in Mali needs a firm timetable."),
    "SWE": Voice("Sweden", "stalled", "Women must take part in every round of the talks."),
}


@pytest.mark.parametrize("own_house", ["council"], indirect=True)
def test_from_the_note_to_the_record(own_house: House, enter: Enter) -> None:
    president = enter(own_house, "president", accept_downloads=True).new_page()
    officer = enter(own_house, "officer").new_page()
    desks = {person: enter(own_house, person).new_page() for person in VOICES}
    visitor = enter(own_house, accept_downloads=True).new_page()

    slug = upload(president)
    prepare(president, slug)
    for person, page in desks.items():
        sign(page, slug, VOICES[person])
    close(president, slug)
    reads_both(president, slug)
    confirm_wordings(president, slug, lambda *_: "un calendrier et la participation de toutes")
    circulate(president, slug)
    let_time_pass(own_house)
    for page in desks.values():
        reads_both(page, slug)
    issue(officer, slug, "Issue as the first person")
    issue(president, slug, "Issue as the second person and freeze it")
    publish(president, slug)
    is_public(visitor, slug)


def reads_both(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}/summary")
    both_stand(page)


def both_stand(page: Page) -> None:
    for voice in VOICES.values():
        said = page.locator(".sentence, .said > li", has_text=voice.words.removesuffix("."))
        expect(said.filter(has_text=voice.name).first).to_be_visible()


def is_public(page: Page, slug: str) -> None:
    page.goto("/en/record/")
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    both_stand(page)
    expect(page.locator("script")).to_have_count(0)
    assert page.context.cookies() == []
    files = {}
    for kind in ("json", "csv"):
        link = page.locator(f".downloads a[href$='summary.{kind}']").get_attribute("href")
        answer = page.context.request.get(urljoin(page.url, link))
        assert answer.ok
        files[kind] = answer.body().decode("utf-8-sig")
    document = json.loads(files["json"])
    assert document["briefing"] == slug
    rows = list(csv.DictReader(StringIO(files["csv"], newline="")))
    texts = [each["text"] for each in document["sentences"]]
    assert texts == [row["text"] for row in rows]
    for voice in VOICES.values():
        words = voice.words.removesuffix(".")
        assert [each for each in texts if voice.name in each and words in each]
