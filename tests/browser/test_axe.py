"""Every page of every house: axe, console and policy object to nothing.

A page is fetched as somebody sees it in the dark, in Arabic, on the narrowest of screens. Every
other one is then turned where it stands: light, wide, from left to right. ``test_every_look`` does
more.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser.conftest import PATIENCE, sign_in
from tests.browser.pages import KINDS, Kind, View
from tests.browser.stage import House
from tests.site.gallery import AXE, faults

FETCHED, TURNED = View("ar", "dark", 320), View("en", "light", 1440)
HOUSES = tuple(dict.fromkeys(kind.house for kind in KINDS))
LISTEN = (
    "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.blockedURI))"
)
TURN = "([lang, dir]) => { Object.assign(document.documentElement, {lang, dir}) }"
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
  commas: document.body.innerText.split('\\n')
    .filter(line => /[\\u0600-\\u06ff]\\p{Cf}*,|, ?\\p{Cf}*[\\u0600-\\u06ff]/u.test(line))
    .map(line => 'Latin comma: ' + line.slice(0, 120)),
  slanted: [...document.querySelectorAll(':lang(ar)')]
    .filter(each => getComputedStyle(each).fontStyle !== 'normal'
      || !['normal', '0px'].includes(getComputedStyle(each).letterSpacing))
    .map(each => 'slanted or spaced: ' + each.outerHTML.slice(0, 120)),
})"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    context.add_init_script(LISTEN)
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", HOUSES)
def test_pages(name: str, server: Callable[[str], House], page: Page) -> None:
    house = server(name)
    found = [
        f"{kind.name}: {fault}"
        for at, kind in enumerate(KINDS)
        if kind.house == name
        for fault in _found(kind, house, page, is_turned=at % 2 == 1)
    ]
    assert found == []


def _found(kind: Kind, house: House, page: Page, *, is_turned: bool) -> Iterator[str]:
    page.clear_console_messages()
    page.clear_page_errors()
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "language", "value": FETCHED.lang, "url": house.url}])
    if kind.person:
        sign_in(page.context, house, kind.person)
    _look(page, FETCHED)
    answer = page.goto(house.url + kind.address(FETCHED.lang).format(**house.tokens))
    if answer is None or answer.status != kind.status:
        yield f"status {answer and answer.status}"
    yield from _standing(page)
    if is_turned:
        page.evaluate(TURN, [TURNED.lang, TURNED.direction])
        _look(page, TURNED)
    view = TURNED if is_turned else FETCHED
    yield from (f"{view.label}: {fault}" for fault in faults(page))
    yield from (str(error) for error in page.page_errors())
    yield from (each.text for each in page.console_messages() if not _is_expected(each, kind, page))


def _look(page: Page, view: View) -> None:
    page.set_viewport_size({"width": view.width, "height": 900})
    page.emulate_media(color_scheme=view.scheme)  # type: ignore[arg-type]  # light or dark


def _standing(page: Page) -> Iterator[str]:
    stands = page.evaluate(STANDS)
    expected = {"h1": 1, "titled": True, "lang": FETCHED.lang, "dir": FETCHED.direction}
    yield from (f"{name}: {stands[name]}" for name in expected if stands[name] != expected[name])
    for name in ("empty", "twice", "commas", "slanted"):
        yield from stands[name]


def _is_expected(said: ConsoleMessage, kind: Kind, page: Page) -> bool:
    """Chromium tells the console of the very answer that was asked for."""
    return kind.status != 200 and said.location["url"] == page.url and str(kind.status) in said.text
