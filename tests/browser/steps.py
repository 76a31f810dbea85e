"""The steps from a note to its record, as people take them in a browser."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect
from sqlalchemy import Table, select, update

from app.db.models import Circulation, Corrigendum, Objection
from app.db.session import atomic, open_engine, open_sessions
from tests.browser.stage import House
from tests.cast import PASSWORD
from tests.site.gallery import faults

NOTE = Path(__file__).parents[1] / "data/notes/concept-note-S-2017-287.zh.txt"
TITLE = "Review of peacekeeping operations"
SAVED = re.compile(r"^Saved \d")
LANGUAGES = ("en", "fr")
CELL = (1, "MINUSMA")
PASSING = timedelta(hours=60)  # more than any deadline a test gives
CLOCKED = (
    (Circulation, ("deadline",)),
    (Objection, ("arrived_at", "recorded_at")),
    (Corrigendum, ("told_until",)),
)


@dataclass(frozen=True)
class Voice:
    """What a delegation says in one cell: the label it chooses, and its words."""

    name: str
    value: str
    words: str


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


def prepare(page: Page, slug: str, rule: str = "Attributed") -> None:
    """Seat the fifteen, list the sixteen, keep the scales, choose the rule, and open."""
    setup = f"/briefings/{slug}/setup"
    page.get_by_role("link", name="Title, address and languages").click()
    page.get_by_label("Title in English").fill(TITLE)
    for box in page.locator("input[name=languages]").all():
        box.set_checked(box.get_attribute("value") in LANGUAGES)
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
    page.get_by_role("radio", name=re.compile(f"^{rule}")).check()
    page.get_by_label("Date").fill("2099-04-03")
    page.get_by_label("Time in New York").fill("15:00")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="Check and open").click()
    expect(page.get_by_text("Still missing")).to_have_count(0)
    page.get_by_role("button", name="Open the briefing").click()
    expect(page.locator(".page-head .status")).to_contain_text("Open")


def sign(page: Page, slug: str, voice: Voice) -> None:
    """Find the cell, type, see it saved, come back to it, sign, and see the receipt."""
    page.goto("/briefings")
    page.get_by_role("link", name=TITLE).click()
    page.goto(f"/briefings/{slug}/positions")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Positions of {voice.name}")
    page.locator(f'a[href$="/positions/{CELL[0]}/{CELL[1]}"]:visible').click()
    page.get_by_label(voice.value, exact=True).check()
    expect(page.locator("#saved")).to_have_text(SAVED)
    field = page.get_by_label("Text", exact=True)
    field.press_sequentially(voice.words)
    with page.expect_response("**/draft"):
        pass
    expect(page.locator("#saved")).to_have_text(SAVED)
    expect(page.locator("#points")).to_contain_text(voice.words)
    page.reload()
    expect(field).to_have_value(voice.words)
    expect(page.get_by_label(voice.value, exact=True)).to_be_checked()
    page.get_by_role("button", name="Check and sign").click()
    page.get_by_role("button", name="Sign this position").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Receipt")
    expect(page.locator("#hash")).to_have_text(re.compile(r"^[0-9a-f]{64}$"))
    expect(page.locator("blockquote.source")).to_contain_text(voice.words)


def close(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}")
    expect(page.get_by_role("row", name=re.compile("France"))).to_contain_text("1 / 16")
    page.get_by_text("Close before the deadline").click()
    page.get_by_role("button", name="Close the briefing").click()
    expect(page.locator(".page-head .status")).to_have_text("Closed")


def confirm_wordings(page: Page, slug: str, word: Callable[[str, str], str]) -> None:
    """Confirm words for each point, one after the other, as the desk asks for them.

    ``word`` gives them where none are suggested: for a language, and what the page shows.
    """
    for language in LANGUAGES:
        page.goto(f"/briefings/{slug}/summary?language={language}")
        if page.get_by_role("link", name="Word the next one").count():
            with page.expect_navigation():
                page.get_by_role("link", name="Word the next one").click()
            while confirm_one(page, language, word):
                pass


def confirm_one(page: Page, language: str, word: Callable[[str, str], str]) -> bool:
    """Confirm the words on this page; tell whether the desk went on to others."""
    wording = page.locator("textarea[name=wording]")
    if not wording.input_value():
        wording.fill(word(language, page.locator("main").inner_text()))
    on = page.get_by_role("button", name="Confirm and go on")
    goes_on = on.count() == 1
    with page.expect_navigation():
        (on if goes_on else page.get_by_role("button", name="Confirm", exact=True)).click()
    return goes_on


def circulate(page: Page, slug: str, manner: str = "Factual corrections") -> None:
    """Give delegations a day or two, which is less than capitals usually have."""
    page.goto(f"/briefings/{slug}/summary/circulate")
    soon = datetime.now(UTC) + timedelta(hours=32)  # noqa: TID251 - the server reads the same clock
    page.get_by_role("radio", name=re.compile(f"^{manner}")).check()
    page.get_by_label("Day").fill(soon.date().isoformat())
    page.get_by_label("Time", exact=True).fill("12:00")
    page.get_by_label("Less than 72 hours is meant").check()
    page.get_by_role("button", name="Circulate to all delegations").click()
    expect(page).to_have_url(re.compile(r"/summary$"))
    expect(page.locator(".page-head .status")).to_have_text("Circulated")


def let_time_pass(house: House) -> None:
    """Move what has a clock into the past, arrivals with their deadlines: only the database can."""
    engine = open_engine(f"sqlite:///{house.database}")
    with open_sessions(engine)() as db, atomic(db):  # the server writes meanwhile
        for model, names in CLOCKED:
            table = model.__table__
            assert isinstance(table, Table)
            for row in db.execute(select(table)).mappings().all():
                earlier = {name: row[name] - PASSING for name in names if row[name]}
                db.execute(update(table).where(table.c.id == row["id"]).values(earlier))
    engine.dispose()


def issue(page: Page, slug: str, act: str, where: str = "summary/issue") -> None:
    page.goto(f"/briefings/{slug}/{where}")
    page.get_by_label("Your password now").fill(PASSWORD)
    page.get_by_role("button", name=act).click()
    expect(page.get_by_role("button", name=act)).to_have_count(0)


def publish(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}/summary/publish")
    page.get_by_label("Your password now").fill(PASSWORD)
    page.get_by_role("button", name="Publish for everybody").click()
    expect(page).to_have_url(re.compile(r"/summary$"))
    expect(page.locator(".page-head .status")).to_have_text("Published")
