"""From the real concept note to its public record, by people who click and type."""

import csv
import json
import re
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import create_engine, text

from tests.browser.conftest import Enter
from tests.browser.stage import House
from tests.cast import PASSWORD
from tests.site.gallery import faults

NOTE = Path(__file__).parents[1] / "data/notes/concept-note-S-2017-287.zh.txt"
SAVED = re.compile(r"^Saved \d")
MEMBERS = {
    "france": ("France", "fragile", "The political process in Mali needs a firm timetable."),
    "sweden": ("Sweden", "stalled", "Women must take part in every round of the talks."),
}


@pytest.mark.parametrize("own_house", ["council"], indirect=True)
def test_from_the_note_to_the_record(own_house: House, enter: Enter) -> None:
    president = enter(own_house, "president", accept_downloads=True).new_page()
    officer = enter(own_house, "officer").new_page()
    desks = {person: enter(own_house, person).new_page() for person in MEMBERS}
    visitor = enter(own_house, accept_downloads=True).new_page()

    slug = upload(president)
    prepare(president, slug)
    for person, page in desks.items():
        sign(page, slug, person)
    close(president, slug)
    reads_the_draft(president, slug)
    circulate(president, slug, own_house)
    for page in desks.values():
        page.goto(f"/briefings/{slug}/summary")
        reads_both(page)
    issue(officer, slug, "Issue as the first person")
    issue(president, slug, "Issue as the second person and freeze it")
    publish(president, slug)
    is_public(visitor, slug)


def upload(page: Page) -> str:
    page.goto("/briefings")
    page.get_by_role("link", name="New briefing").click()
    page.get_by_label("Concept note").set_input_files(NOTE)
    page.get_by_role("button", name="Upload and read").click()
    expect(page).to_have_url(re.compile(r"/briefings/2017-04-06[a-z0-9-]*/note$"))
    reading = page.locator("#reading")
    for number in range(1, 6):
        expect(reading.get_by_role("group", name=f"Question {number}", exact=True)).to_be_visible()
    expect(reading.get_by_label("State presiding, as the note says")).to_have_value("USA")
    source = page.get_by_role("region", name="The note", exact=True)
    expect(source.locator("[lang=zh]").first).to_contain_text("维持和平行动")
    lefts = [each.evaluate("each => each.getBoundingClientRect().x") for each in (source, reading)]
    assert lefts[0] + 300 < lefts[1], "the source stands beside its reading"
    assert list(faults(page)) == []
    page.get_by_role("button", name="Save the reading").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Preparation")
    return page.url.split("/")[-2]


def prepare(page: Page, slug: str) -> None:
    """Seat the fifteen, list the sixteen, keep the scales, choose the rule, and open."""
    setup = f"/briefings/{slug}/setup"
    page.get_by_role("link", name="Title, address and languages").click()
    page.get_by_label("Title in English").fill("Review of peacekeeping operations")
    tick_languages(page, {"en", "fr"})
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="Members and invited States").click()
    page.get_by_role("button", name="Seat the fifteen members of 2017").click()
    expect(page.locator("ul.tasks > li")).to_have_count(15)
    page.goto(setup)
    page.get_by_role("link", name="Missions", exact=True).click()
    page.get_by_role("button", name="Add the sixteen operations of January 2017").click()
    expect(page.locator("ul.tasks > li")).to_have_count(16)
    page.goto(f"{setup}/scales")
    expect(page.get_by_label("Code").first).to_have_value("active")
    page.get_by_role("button", name="Save and go on to question 2").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("question 2")
    page.goto(f"{setup}/rule")
    page.get_by_role("radio", name=re.compile("^Attributed")).check()
    page.get_by_label("Date").fill("2099-04-03")
    page.get_by_label("Time in New York").fill("15:00")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="Check and open").click()
    expect(page.get_by_text("Still missing")).to_have_count(0)
    page.get_by_role("button", name="Open the briefing").click()
    expect(page.locator(".page-head .status")).to_contain_text("Open")


def tick_languages(page: Page, wanted: set[str]) -> None:
    for box in page.locator("input[name=languages]").all():
        box.set_checked(box.get_attribute("value") in wanted)


def sign(page: Page, slug: str, person: str) -> None:
    """Find the cell, type, see it saved, come back to it, sign, and see the receipt."""
    name, value, words = MEMBERS[person]
    page.goto("/briefings")
    page.get_by_role("link", name="Review of peacekeeping operations").click()
    page.goto(f"/briefings/{slug}/positions")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Positions of {name}")
    page.locator('a[href$="/positions/1/MINUSMA"]:visible').click()
    page.get_by_label(value, exact=True).check()
    expect(page.locator("#saved")).to_have_text(SAVED)
    field = page.get_by_label("Text", exact=True)
    field.press_sequentially(words)
    with page.expect_response("**/draft"):
        pass
    expect(page.locator("#saved")).to_have_text(SAVED)
    expect(page.locator("#points")).to_contain_text(words)
    page.reload()
    expect(field).to_have_value(words)
    expect(page.get_by_label(value, exact=True)).to_be_checked()
    page.get_by_role("button", name="Check and sign").click()
    page.get_by_role("button", name="Sign this position").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Receipt")
    expect(page.locator("#hash")).to_have_text(re.compile(r"^[0-9a-f]{64}$"))
    expect(page.locator("blockquote.source")).to_contain_text(words)


def close(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}")
    expect(page.get_by_role("row", name=re.compile("France"))).to_contain_text("1 / 16")
    page.get_by_text("Close before the deadline").click()
    page.get_by_role("button", name="Close the briefing").click()
    expect(page.locator(".page-head .status")).to_have_text("Closed")


def reads_the_draft(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}/summary")
    reads_both(page)


def reads_both(page: Page) -> None:
    for name, _, words in MEMBERS.values():
        said = page.locator("li.sentence", has_text=words.removesuffix("."))
        expect(said.filter(has_text=name).first).to_be_visible()


def circulate(page: Page, slug: str, house: House) -> None:
    """Give delegations an hour; then let the hour pass, which only the database can."""
    confirm_wordings(page)
    page.goto(f"/briefings/{slug}/summary/circulate")
    soon = datetime.now(UTC) + timedelta(hours=30)  # noqa: TID251 - the server reads the same clock
    page.get_by_label("Day").fill(soon.date().isoformat())
    page.get_by_label("Time", exact=True).fill("12:00")
    page.get_by_label("Less than 72 hours is meant").check()
    page.get_by_role("button", name="Circulate to all delegations").click()
    expect(page.locator(".page-head .status")).to_have_text("Circulated")
    engine = create_engine(f"sqlite:///{house.database}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE circulation SET deadline = '2020-01-01 00:00:00.000000'"))
    engine.dispose()


def confirm_wordings(page: Page) -> None:
    """Confirm the words suggested for each point, in each language, as the desk asks for them."""
    summary = page.url
    for language in ("en", "fr"):
        page.goto(f"{summary}?language={language}")
        while page.get_by_role("link", name="Word the next one").count():
            page.get_by_role("link", name="Word the next one").click()
            wording = page.get_by_label("Wording")
            if not wording.input_value():
                wording.fill("un calendrier et la participation de toutes")
            page.locator("form[action*=wording] button[type=submit]").first.click()
            page.goto(f"{summary}?language={language}")


def issue(page: Page, slug: str, act: str) -> None:
    page.goto(f"/briefings/{slug}/summary/issue")
    page.get_by_label("Your password now").fill(PASSWORD)
    page.get_by_role("button", name=act).click()
    expect(page.get_by_role("button", name=act)).to_have_count(0)


def publish(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}/summary/publish")
    page.get_by_label("Your password now").fill(PASSWORD)
    page.get_by_role("button", name="Publish for everybody").click()
    expect(page.locator(".page-head .status")).to_have_text("Published")


def is_public(page: Page, slug: str) -> None:
    page.goto("/en/record/")
    page.get_by_role("link", name="Review of peacekeeping operations").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Review of peacekeeping operations")
    reads_both(page)
    expect(page.locator("script")).to_have_count(0)
    assert page.context.cookies() == []
    files = {}
    for kind in ("json", "csv"):
        link = page.locator(f".downloads a[href$='.{kind}']").get_attribute("href")
        answer = page.context.request.get(urljoin(page.url, link))
        assert answer.ok
        files[kind] = answer.body().decode("utf-8-sig")
    document = json.loads(files["json"])
    assert document["briefing"] == slug
    rows = list(csv.DictReader(StringIO(files["csv"], newline="")))
    texts = [each["text"] for each in document["sentences"]]
    assert texts == [row["text"] for row in rows]
    for name, _, words in MEMBERS.values():
        assert [each for each in texts if name in each and words.removesuffix(".") in each]
