"""The delegation's cell where no script runs: draft, refusal with the words kept, signature."""

import re

import pytest
from playwright.sync_api import expect

from app.domain.position import MAX_TEXT
from tests.browser.conftest import Enter
from tests.browser.stage import House
from tests.site.world import SLUG

CELL = f"/briefings/{SLUG}/positions/1/ALL"
WORDS = "Benchmarks come first."
TOO_LONG = f"{WORDS} ".ljust(MAX_TEXT + 1, "x")


@pytest.mark.parametrize("own_house", ["open"], indirect=True)
def test_a_cell_is_drafted_refused_and_signed(own_house: House, enter: Enter) -> None:
    page = enter(own_house, "b_signatory", java_script_enabled=False).new_page()
    page.goto(CELL)
    text = page.get_by_label("Text", exact=True)

    text.fill(WORDS)
    page.get_by_role("button", name="Save draft").click()
    expect(page).to_have_url(re.compile(f"{CELL}$"))
    expect(page.locator("#saved")).to_contain_text("Draft last saved by B Signatory")
    expect(text).to_have_value(WORDS)

    text.fill(TOO_LONG)
    with page.expect_response(f"**{CELL}/draft") as refused:
        page.get_by_role("button", name="Check and sign").click()
    assert refused.value.status == 422
    assert page.title().startswith("Error:")
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    expect(text).to_have_value(TOO_LONG)
    expect(text).to_have_attribute("aria-invalid", "true")

    page.goto(CELL)
    expect(text).to_have_value(WORDS)
    page.get_by_label("v2", exact=True).check()
    page.get_by_role("button", name="Check and sign").click()
    page.get_by_role("button", name="Sign this position").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Receipt")
    expect(page.get_by_text("This position is on the record.")).to_be_visible()
    expect(page.locator("blockquote.source")).to_contain_text(WORDS)
