"""Pictures of every kind of page, for eyes: tests/screenshots/, which git does not keep."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import PATIENCE, sign_in
from tests.browser.pages import KINDS, Kind, View
from tests.browser.stage import House

FOLDER = Path(__file__).parents[1] / "screenshots"
LOOKS = [
    View(lang, scheme, width)
    for lang, scheme in (("en", "light"), ("en", "dark"), ("ar", "light"))
    for width in (360, 768, 1440)
]
PRINTED = ("record-summary", "receipt", "summary-desk", "check")


@pytest.fixture(scope="module")
def folder() -> Path:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    return FOLDER


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_screens(
    kind: Kind, server: Callable[[str], House], browser: Browser, folder: Path
) -> None:
    house = server(kind.house)
    for look in LOOKS:
        context = browser.new_context(
            viewport={"width": look.width, "height": 900},
            color_scheme=look.scheme,  # type: ignore[arg-type]  # light or dark
        )
        context.set_default_timeout(PATIENCE)
        context.add_cookies([{"name": "language", "value": look.lang, "url": house.url}])
        if kind.person:
            sign_in(context, house, kind.person)
        page = context.new_page()
        answer = page.goto(house.url + kind.address(look.lang).format(**house.tokens))
        assert answer is not None
        assert answer.status == kind.status
        page.screenshot(path=folder / f"{kind.name}-{look.label}.png", full_page=True)
        if kind.name in PRINTED and look.width == 1440 and look.scheme == "light":
            page.pdf(path=folder / f"{kind.name}-{look.lang}.pdf", prefer_css_page_size=False)
        context.close()
