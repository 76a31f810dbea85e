"""The record as a reader on a poor line meets it: no script, few bytes, nothing that moves."""

import logging
from collections.abc import Callable, Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.browser.conftest import PATIENCE
from tests.browser.pages import DEMO, KINDS, Kind, View
from tests.browser.stage import House
from tests.site.gallery import AXE, faults

log = logging.getLogger("tests.record")  # --log-cli-level=INFO shows it
BUDGET = 60 * 1024  # bytes of bodies, as they are
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
RECORDS = [each for each in KINDS if each.house == DEMO and each.is_record and each.status == 200]
SUMMARY = next(each for each in RECORDS if each.name == "record-summary")
WATCH = """
globalThis.moved = [];
new PerformanceObserver(list => list.getEntries().forEach(({value, sources}) => {
  if (value < 0.001) return;  // what tools round to nothing: a letter's breadth on a whole page
  const seen = ({node}) => node?.outerHTML ?? node?.parentElement?.outerHTML ?? 'gone';
  moved.push(`${value}: ${sources.map(each => seen(each).slice(0, 120)).join(' | ')}`);
})).observe({type: 'layout-shift', buffered: true});
"""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCH)
    yield context
    context.close()


def found(page: Page, house: House, kind: Kind, view: View) -> Iterator[str]:
    """Open a page afresh; yield whatever is wrong with it."""
    bodies: list[Response] = []

    def keep(response: Response) -> None:
        bodies.append(response)

    page.on("response", keep)
    page.set_viewport_size({"width": view.width, "height": 900})
    page.emulate_media(color_scheme=view.scheme)  # type: ignore[arg-type]  # light or dark
    page.goto(house.url + kind.address(view.lang))
    page.remove_listener("response", keep)
    weight = sum(len(each.body()) for each in bodies)
    if weight > BUDGET:
        yield f"weighs {weight}"
    if any("/js/" in each.url for each in bodies):
        yield "loads a script"
    yield from (f"moved by {each}" for each in page.evaluate("moved"))
    for _ in range(50):  # the first paint may come after loading
        if (painted := page.evaluate(PAINTED)) is not None:
            break
        page.wait_for_timeout(100)
    else:
        yield "painted nothing"
    log.info("%s %s: %d bytes, first paint %s ms", kind.name, view.label, weight, painted)
    if page.context.cookies():
        yield "set a cookie"
    page.evaluate(AXE.read_text())
    yield from faults(page)
    yield from (each.text for each in page.console_messages())


def look(context: BrowserContext, house: House, kind: Kind, view: View) -> list[str]:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    try:
        return [f"{kind.name} {view.label}: {fault}" for fault in found(page, house, kind, view)]
    finally:
        page.close()


def test_every_kind_of_page_in_one_language_each(
    server: Callable[[str], House], context: BrowserContext
) -> None:
    views = [
        View(lang, scheme, width)
        for (scheme, width), lang in zip(
            product(("dark", "light"), (360, 768, 1440)), LANGUAGES, strict=True
        )
    ]
    house = server(DEMO)
    wrong = [
        fault
        for at, kind in enumerate(RECORDS)
        for fault in look(context, house, kind, views[at % len(views)])
    ]
    assert wrong == []


@pytest.mark.long
@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.name)
def test_every_kind_of_page_in_every_language_light_and_dark(
    kind: Kind, server: Callable[[str], House], context: BrowserContext
) -> None:
    wrong = [
        fault
        for lang, scheme, width in product(LANGUAGES, ("light", "dark"), (360, 1440))
        for fault in look(context, server(DEMO), kind, View(lang, scheme, width))
    ]
    assert wrong == []


def test_larger_letters_and_every_way_work_without_a_script(
    server: Callable[[str], House], browser: Browser
) -> None:
    house = server(DEMO)
    context = browser.new_context(base_url=house.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(SUMMARY.address("en"))
    line = page.locator("main p").first
    before = line.bounding_box()
    page.get_by_label("Large type").check()
    after = line.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > before["height"]
    page.locator(".said a").first.click()
    assert page.url.endswith("/sentences/s1/")
    page.get_by_role("link", name="Next paragraph").click()
    assert page.url.endswith("/sentences/s2/")
    page.get_by_role("link", name="In the summary").click()
    assert page.url.endswith("/#s2")
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("place", ["#s8", "#s60"])
def test_an_anchor_leads_to_the_words(
    place: str, server: Callable[[str], House], context: BrowserContext
) -> None:
    """Where the words stand elsewhere, the link beside the anchor leads to them."""
    page = context.new_page()
    page.goto(server(DEMO).url + SUMMARY.address("en") + place)
    target = page.locator(place)
    if target.evaluate("each => each.tagName") == "P":
        target.locator("xpath=preceding-sibling::a").click()
        target = page.locator(place)
    assert target.inner_text().split()[0] == place[2:]
    page.close()
