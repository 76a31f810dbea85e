"""Every page in every look: light, dark, forced colours, both ways to 200 %, both directions."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import PATIENCE, sign_in
from tests.browser.pages import KINDS, Kind
from tests.browser.stage import House
from tests.site.gallery import AXE, faults


@dataclass(frozen=True)
class Look:
    name: str
    lang: str = "en"
    width: int = 1440
    text: int = 100  # the size of letters alone, in per cent
    options: dict[str, Any] = field(default_factory=dict, hash=False)


LOOKS = (
    Look("light"),
    Look("dark", options={"color_scheme": "dark"}),
    Look("forced colours", options={"forced_colors": "active"}),
    Look("forced dark colours", options={"forced_colors": "active", "color_scheme": "dark"}),
    Look("more contrast", options={"contrast": "more"}),
    Look("zoomed to 200 %", width=720, options={"device_scale_factor": 2}),
    Look("letters of 200 %", text=200),
    Look("letters of 200 % on a phone", width=360, text=200),
    Look("Arabic", "ar"),
    Look("Chinese on a phone", "zh", 360),
    Look("Russian on the narrowest screen", "ru", 320),
)


@pytest.fixture(scope="module")
def contexts(browser: Browser) -> Iterator[dict[Look, BrowserContext]]:
    with ExitStack() as opened:
        made = {}
        for look in LOOKS:
            viewport = {"width": look.width, "height": 900}
            made[look] = browser.new_context(viewport=viewport, **look.options)  # type: ignore[arg-type]  # Playwright's own names
            opened.callback(made[look].close)
            made[look].set_default_timeout(PATIENCE)
            made[look].add_init_script(path=AXE)
        yield made


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_page(
    kind: Kind, server: Callable[[str], House], contexts: dict[Look, BrowserContext]
) -> None:
    house = server(kind.house)
    found = [
        f"{look.name}: {fault}"
        for look in LOOKS
        for fault in _found(kind, house, contexts[look], look)
    ]
    assert found == []


def _found(kind: Kind, house: House, context: BrowserContext, look: Look) -> list[str]:
    context.clear_cookies()
    context.add_cookies([{"name": "language", "value": look.lang, "url": house.url}])
    if kind.person:
        sign_in(context, house, kind.person)
    page = context.pages[0] if context.pages else context.new_page()
    page.goto(house.url + kind.address(look.lang).format(**house.tokens))
    if look.text != 100:
        page.evaluate("size => { document.documentElement.style.fontSize = size }", f"{look.text}%")
    return list(faults(page))
