"""Every kind of page, looked at in two ways: nothing for axe, console or policy to object to."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tests.browser.conftest import PATIENCE, sign_in
from tests.browser.pages import KINDS, VIEWS, Kind, View
from tests.browser.stage import House
from tests.site.gallery import faults

LISTEN = (
    "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.blockedURI))"
)
STANDS = """() => ({
  h1: document.querySelectorAll('h1').length,
  titled: document.title.replace(/^[\\s·]*Horseshoe$/, '').trim() !== '',
  lang: document.documentElement.lang,
  dir: document.documentElement.dir,
  empty: [...document.querySelectorAll('h1, h2, h3, h4, a, button')]
    .filter(each => each.checkVisibility() && !each.innerText.trim())
    .filter(each => !each.querySelector('img, svg'))
    .map(each => 'empty: ' + each.outerHTML.slice(0, 120)),
  twice: [...document.querySelectorAll('[id]')].map(each => each.id)
    .filter((id, at, all) => all.indexOf(id) !== at).map(id => 'twice: #' + id),
})"""


@pytest.fixture(scope="module")
def contexts(browser: Browser) -> Iterator[dict[View, BrowserContext]]:
    with ExitStack() as opened:
        made = {}
        for view in VIEWS:
            made[view] = browser.new_context(
                viewport={"width": view.width, "height": 900},
                color_scheme=view.scheme,  # type: ignore[arg-type]  # light or dark
            )
            opened.callback(made[view].close)
            made[view].set_default_timeout(PATIENCE)
            made[view].add_init_script(LISTEN)
        yield made


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_page(
    kind: Kind, server: Callable[[str], House], contexts: dict[View, BrowserContext]
) -> None:
    house = server(kind.house)
    found = [
        f"{view.label}: {fault}"
        for view in VIEWS
        for fault in _found(kind, house, contexts[view], view)
    ]
    assert found == []


def _found(kind: Kind, house: House, context: BrowserContext, view: View) -> list[str]:
    context.clear_cookies()
    context.add_cookies([{"name": "language", "value": view.lang, "url": house.url}])
    if kind.person:
        sign_in(context, house, kind.person)
    said: list[ConsoleMessage] = []
    complaints: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message))  # noqa: PLW0108 - Playwright wants a function
    page.on("pageerror", lambda error: complaints.append(str(error)))
    answer = page.goto(house.url + kind.address(view.lang).format(**house.tokens))
    status = answer.status if answer else 0
    complaints += [f"status {status}"] if status != kind.status else []
    complaints += [*_standing(page, view), *faults(page)]
    complaints += [each.text for each in said if not _is_expected(each, kind, page)]
    page.close()
    return complaints


def _standing(page: Page, view: View) -> Iterator[str]:
    stands = page.evaluate(STANDS)
    expected = {"h1": 1, "titled": True, "lang": view.lang, "dir": view.direction}
    yield from (f"{name}: {stands[name]}" for name in expected if stands[name] != expected[name])
    yield from [*stands["empty"], *stands["twice"]]


def _is_expected(said: ConsoleMessage, kind: Kind, page: Page) -> bool:
    """Chromium tells the console of the very answer that was asked for."""
    return kind.status != 200 and said.location["url"] == page.url and str(kind.status) in said.text
