"""Fifteen delegations and a draft under silence: rejected, broken, circulated anew, corrected."""

import json
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin

import pytest
from lxml.html import document_fromstring
from playwright.sync_api import Page, expect

from app.formats.pdf_text import pdf_text
from app.formats.word_text import word_text
from tests.browser import steps
from tests.browser.conftest import Enter
from tests.browser.council import others_sign
from tests.browser.stage import House
from tests.browser.steps import TITLE, Voice
from tests.cast import PASSWORD

SAME = "needs a firm timetable"
VOICES = {
    "FRA": Voice("France", "fragile", f"The political process in Mali {SAME}."),
    "SWE": Voice("Sweden", "stalled", f"The process in Mali {SAME} with dates."),
    "JPN": Voice("Japan", "fragile", f"In Mali the political process {SAME} now."),
    "UKR": Voice("Ukraine", "fragile", "Women must take part in every round of the talks."),
}
IN_FRENCH = {
    SAME: "le processus politique au Mali a besoin d’un calendrier ferme",
    "Women": "les femmes doivent prendre part à chaque cycle des pourparlers",
    "written anew": "l’objectif stratégique de la MINUAD doit être récrit",
    "buffer zone": "la zone tampon doit rester sûre pour les agriculteurs",
    "convoys": "Le Représentant spécial a parlé de la sécurité des convois.",
}
GROUPED = "the political process in Mali needs a firm timetable"
REASON = "Dates would tie the hands of the parties."
SILENCE = "Silence procedure"
OTHERWISE = "Regarding"


@pytest.mark.parametrize("own_house", ["council"], indirect=True)
def test_from_the_note_to_its_corrigendum(own_house: House, enter: Enter) -> None:
    president = enter(own_house, "president").new_page()
    officer = enter(own_house, "officer").new_page()
    desks = {code: enter(own_house, code).new_page() for code in (*VOICES, "GBR")}

    slug = steps.upload(president)
    steps.prepare(president, slug, "Counted")
    for code, voice in VOICES.items():
        steps.sign(desks[code], slug, voice)
    others_sign(own_house, slug)
    steps.close(president, slug)
    draft(president, slug)
    silence_broken(own_house, slug, president, desks)
    silence_kept(own_house, slug, president, desks["GBR"])
    both_issue(officer, president, slug, "summary/issue")
    steps.publish(president, slug)
    first = same_everywhere(enter(own_house).new_page(), slug)

    corrects(officer, slug)
    told(desks["GBR"], slug)
    steps.let_time_pass(own_house)
    both_issue(officer, president, slug, "corrigendum")
    visitor = enter(own_house).new_page()  # whose browser has kept nothing
    assert frozen(visitor, own_house.url, slug) == first, "issued, not yet public"
    steps.publish(president, slug)
    is_corrected(visitor, own_house.url, slug, first)


def draft(president: Page, slug: str) -> None:
    group(president, slug)
    write_letter(president, slug)
    narrate(president, slug)
    steps.confirm_wordings(president, slug, in_words)
    counted(president, slug, 3)
    steps.circulate(president, slug, SILENCE)


def silence_broken(house: House, slug: str, president: Page, desks: dict[str, Page]) -> None:
    """One rejects a sentence, one breaks silence; nobody else learns more than that in the end."""
    before = reads(desks["GBR"], slug)
    rejects(desks["JPN"], slug)
    counted(president, slug, 2)
    said = breaks_silence(desks["SWE"], slug)
    assert reads(desks["GBR"], slug) == before, "nobody else learns anything before the end"
    steps.let_time_pass(house)
    only_that_it_was_broken(desks["GBR"], slug)
    cannot_issue(president, house, slug)
    reword(president, slug, said, said.replace("For", OTHERWISE, 1))
    steps.confirm_wordings(president, slug, in_words)
    confirm_anew(president, slug)


def silence_kept(house: House, slug: str, president: Page, other: Page) -> None:
    steps.circulate(president, slug, SILENCE)
    reads_the_redline(other, slug)
    steps.let_time_pass(house)
    other.goto(f"/briefings/{slug}/silence")
    expect(other.get_by_text("No member objected")).to_be_visible()


def both_issue(officer: Page, president: Page, slug: str, where: str) -> None:
    steps.issue(officer, slug, "Issue as the first person", where)
    steps.issue(president, slug, "Issue as the second person and freeze it", where)


def group(page: Page, slug: str) -> None:
    """Bring the three points together that say the same; let every other stand alone."""
    page.goto(f"/briefings/{slug}/groups")
    page.get_by_role("link", name="Go on with the next cell").click()
    current = page.get_by_role("region", name="This point")
    while current.count():
        alike = current.locator("ol.same > li", has_text=SAME)
        if SAME in current.locator(".point").first.inner_text() and alike.count():
            alike.first.get_by_role("button").click()
        else:
            current.get_by_role("button", name="A point of its own").click()
        if not current.count() and page.get_by_role("link", name="Next cell").count():
            page.get_by_role("link", name="Next cell").click()
    expect(page.get_by_text("Every point of this cell is decided.")).to_be_visible()


def write_letter(page: Page, slug: str) -> None:
    soon = datetime.now(UTC) + timedelta(days=14)  # noqa: TID251 - the database's clock decides
    page.goto(f"/briefings/{slug}/letter")
    page.get_by_label("Who signs it").fill("Ada Example")
    page.get_by_label("Date of transmission").fill(soon.date().isoformat())
    page.get_by_role("button", name="Save the letter").click()
    expect(page.locator("article.card")).to_contain_text("Ada Example")


def narrate(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}/summary")
    page.get_by_role("link", name="Add narrative").click()
    page.get_by_label("Sentence").fill("The Special Representative spoke of the safety of convoys.")
    page.get_by_label("What it sums up").fill("Statement by the Special Representative")
    page.get_by_role("button", name="Add the sentence").click()
    expect(page.locator("p.lead")).to_contain_text("safety of convoys")


def in_words(language: str, shown: str) -> str:
    return next(words for said, words in IN_FRENCH.items() if said in shown)


def counted(page: Page, slug: str, members: int) -> None:
    page.goto(f"/briefings/{slug}/summary?language=en")
    said = page.locator("li.sentence", has_text=GROUPED)
    expect(said.locator(".sentence__basis").first).to_have_text(f"{members} of 15")


def reads(page: Page, slug: str) -> list[str]:
    """Give all the pages of a draft tell a delegation, save the time that is left."""
    told = []
    for each in ("", "/summary", "/mirror", "/silence", "/proposals"):
        page.goto(f"/briefings/{slug}{each}")
        told.append(re.sub(r"\d+ d \d+ h \d+ min left", "", page.locator("main").inner_text()))
    return told


def rejects(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}/mirror")
    said = page.locator("li.sentence", has_text=GROUPED)
    said.get_by_role("link", name="Answer otherwise").click()
    page.get_by_role("radio", name="Not our view").check()
    page.get_by_label("Reason, if it is not our view").fill("We spoke of the present alone.")
    page.get_by_role("button", name="Answer for our delegation").click()
    expect(said).to_contain_text("Not our view")


def breaks_silence(page: Page, slug: str) -> str:
    """Object to the assessment that three gave; give the sentence."""
    page.goto(f"/briefings/{slug}/summary")
    line = page.locator("li.sentence", has_text="gave the assessment “stalled”").last
    number = line.locator(".sentence__number").inner_text()
    page.goto(f"/briefings/{slug}/silence")
    page.get_by_role("link", name="Break silence").first.click()
    page.get_by_label("Paragraph").fill(number)
    page.get_by_label("Reason").fill(REASON)
    page.get_by_role("button", name="Check before sending").click()
    said = page.locator("section.card--key p[lang=en]").first.inner_text()
    page.get_by_label("The sentence as we would have it").fill(said.replace("three", "all three"))
    page.get_by_role("button", name="Check again").click()
    page.get_by_role("button", name="Break silence for our delegation").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Receipt of an objection")
    expect(page.get_by_text("Your objection arrived in time")).to_be_visible()
    expect(page.locator("main")).to_contain_text(REASON)
    return said


def only_that_it_was_broken(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}/silence")
    expect(page.get_by_text("Silence was broken", exact=True)).to_be_visible()
    for shown in reads(page, slug)[1:]:
        assert not {"Sweden", "Japan"} & set(re.findall(r"\w+", shown))
        assert REASON not in shown


def cannot_issue(page: Page, house: House, slug: str) -> None:
    page.goto(f"/briefings/{slug}/summary/issue")
    expect(page.get_by_text("Silence was broken", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Issue as the first person")).to_have_count(0)
    form: dict[str, str | float | bool] = {
        "hash": page.locator("dd code").first.inner_text(),
        "password": PASSWORD,
    }
    answer = page.request.post(page.url, form=form, headers={"Origin": house.url})
    assert answer.status == 409
    assert "Silence on this draft was broken. Circulate a new draft." in answer.text()
    page.goto(f"/briefings/{slug}/silence")
    expect(page.locator("article.card", has_text=REASON)).to_contain_text("Sweden")


def reword(page: Page, slug: str, said: str, words: str) -> None:
    """Write a sentence otherwise; with no words, go back to the computed form."""
    page.goto(f"/briefings/{slug}/summary?language=en")
    page.locator("li.sentence", has_text=said).last.get_by_role("link", name="Open").click()
    page.get_by_role("link", name="Work on it").click()
    page.get_by_label("Sentence", exact=True).fill(words)
    page.get_by_role("button", name="Save the sentence").click()
    expect(page.locator("p.lead")).to_contain_text(words or "gave the assessment")


def confirm_anew(page: Page, slug: str) -> None:
    """Follow what still shuts the gates, and confirm the words of a group that has lost a point."""
    page.goto(f"/briefings/{slug}/summary/circulate")
    shut = page.get_by_role("link", name=re.compile("^Paragraph "))
    assert shut.count() == 4, "in both parts, in both languages"
    while shut.count():
        shut.first.click()
        page.get_by_role("button", name="Confirm", exact=True).click()
        page.goto(f"/briefings/{slug}/summary/circulate")


def reads_the_redline(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}/summary")
    page.get_by_role("link", name="What changed since the draft before").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Draft 2 beside draft 1")
    expect(page.locator("ins", has_text=OTHERWISE).first).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Japan")


def frozen(page: Page, url: str, slug: str, path: str = "") -> bytes:
    answer = page.request.get(f"{url}/en/record/{slug}/{path}")
    assert answer.ok, path
    return answer.body()


def same_everywhere(page: Page, slug: str) -> bytes:
    """Find every sentence and its count in page, JSON, PDF and DOCX; give the page's bytes."""
    page.goto("/en/record/")
    page.get_by_role("link", name=TITLE).click()
    files = {}
    for each in page.locator(".downloads a").all():
        address = urljoin(page.url, each.get_attribute("href"))
        files[address.partition("summary.")[2]] = page.request.get(address).body()
    papers = [plain(pdf_text(files["pdf"])), plain(word_text(files["docx"]))]
    start = page.url
    for each in json.loads(files["json"])["sentences"]:
        shown = document_fromstring(page.request.get(f"{start}sentences/{each['id']}/").body())
        line = shown.get_element_by_id(each["id"])
        assert plain(each["text"]) in plain(line.text_content())
        if each["count"] is not None and each["of"]:
            assert line.findtext(".//b") == f"{each['count']} of 15"
        for paper in papers:
            assert plain(each["text"]) in paper
    return page.request.get(start).body()


def plain(shown: str) -> str:
    return re.sub(r"[\s\u00ad\u2066-\u2069-]+", "", shown)


def corrects(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}/corrigendum")
    page.get_by_label("What is corrected, and why").fill("The time is said more plainly.")
    page.get_by_role("button", name="Open a corrigendum").click()
    reword(page, slug, OTHERWISE, "")
    page.goto(f"/briefings/{slug}/corrigendum")
    page.get_by_role("button", name="Tell the delegations").click()
    expect(page.get_by_text("Delegations were told of exactly this.")).to_be_visible()


def told(page: Page, slug: str) -> None:
    page.goto(f"/briefings/{slug}/corrigendum")
    expect(page.locator("main")).to_contain_text("The time is said more plainly.")
    expect(page.locator("del", has_text=OTHERWISE).first).to_be_visible()


def is_corrected(page: Page, url: str, slug: str, first: bytes) -> None:
    page.goto(f"/en/record/{slug}/")
    expect(page.locator("dl.facts").first).to_contain_text("Corrigendum 1")
    page.get_by_role("link", name="What was corrected").first.click()
    expect(page.locator("del", has_text=OTHERWISE).first).to_be_visible()
    assert frozen(page, url, slug) != first
    assert frozen(page, url, slug, "releases/1/") == first
