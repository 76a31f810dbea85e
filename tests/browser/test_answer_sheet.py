"""A delegation's answers filled in elsewhere: sent back, looked at and kept, without a script."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Enter
from tests.browser.pages import VIEWS, View
from tests.browser.stage import House
from tests.features.positions.answer_sheets import Row, edited, write
from tests.site.gallery import faults
from tests.site.world import SLUG

DESK = f"/briefings/{SLUG}/positions"
WORDS = "نؤيد المعايير أولا. 基准优先。 Benchmarks first."
SHUT = "The file is neither"


def fill(rows: list[Row]) -> None:
    """Leave one row of each kind but a conflict: changed, new, at fault, and the same."""
    write(rows[0], "text", "Withdrawal should be tied to clear benchmarks, as we said.")
    write(rows[2], "text", WORDS)
    write(rows[3], "assessment", "Perhaps")


def send(page: Page, change: Callable[[list[Row]], object]) -> None:
    """Download the workbook, fill it in and send it back."""
    page.goto(f"{DESK}/sheet")
    data = page.context.request.get(f"{DESK}/sheet/xlsx").body()
    file = FilePayload(name="a.xlsx", mimeType="", buffer=edited("xlsx", data, change))
    page.locator("#file").set_input_files(file)
    page.locator("main button[type=submit]").click()


@pytest.mark.parametrize("own_house", ["open"], indirect=True)
def test_a_file_is_sent_back_looked_at_and_kept(own_house: House, enter: Enter) -> None:
    page = enter(own_house, "b_drafter", java_script_enabled=False).new_page()
    page.goto(DESK)
    page.get_by_role("link", name="Excel and Word").click()
    send(page, fill)

    expect(page.get_by_role("heading", level=1)).to_contain_text("Check before saving")
    expect(page.locator("ins").first).to_be_visible()
    expect(page.get_by_text("“Perhaps” is not in the list")).to_be_visible()
    page.get_by_role("button", name="Save the ticked rows").click()

    expect(page).to_have_url(re.compile(f"{DESK}$"))
    page.goto(f"{DESK}/1/ALL")
    expect(page.get_by_label("Text", exact=True)).to_have_value(WORDS)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.label)
def test_the_preview_stands_up_to_axe(
    server: Callable[[str], House], enter: Enter, view: View
) -> None:
    house = server("open")
    context = enter(
        house, "b_drafter",
        viewport={"width": view.width, "height": 900}, color_scheme=view.scheme,
    )  # fmt: skip
    context.add_cookies([{"name": "language", "value": view.lang, "url": house.url}])
    page = context.new_page()
    send(page, fill)

    expect(page.locator("ins").first).to_be_visible()
    assert list(faults(page)) == []


def test_a_hostile_file_is_a_sentence_beside_its_field(
    server: Callable[[str], House], enter: Enter
) -> None:
    page = enter(server("open"), "b_drafter").new_page()
    page.goto(f"{DESK}/sheet")
    page.locator("#file").set_input_files(FilePayload(name="a", mimeType="", buffer=b"MZ"))
    page.get_by_role("button", name="Upload and compare").click()

    expect(page.get_by_role("alert")).to_contain_text(SHUT)
    expect(page.locator("#file-error")).to_contain_text(SHUT)
