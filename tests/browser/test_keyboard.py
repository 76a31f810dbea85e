"""Every page by Tab alone: what can be used is reached, named and seen, and nothing holds one."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Enter
from tests.browser.pages import KINDS, Kind
from tests.browser.stage import House
from tests.site.gallery import AXE

DATE_PARTS = 20  # stops inside fields, at most, on one page
# One stop for each set of radio buttons and each grid; what is hidden from everybody is none.
EXPECTED = """() => {
  const usable = [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
    .filter(each => !each.matches(':disabled') && !each.closest('[inert], [aria-hidden=true]'))
    .filter(each => each.checkVisibility({visibilityProperty: true}))
    .filter(each => each.id !== 'main' && !each.matches('form[tabindex="-1"]'));
  const set = each => [...each.form.querySelectorAll('[type=radio]')]
    .filter(other => other.name === each.name);
  const skipped = each => each.type === 'radio'
    ? each !== (set(each).find(other => other.checked) ?? set(each)[0])
    : each.tabIndex < 0 && each.closest('[role=grid]');
  window.stops = usable.filter(each => !skipped(each));
  window.stood = new Set();
  return stops.length;
}"""
STAND = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  if (at === window.last) return {faults: []};  // the parts of a date are stops of their own
  if (stood.has(at)) return null;  // round once
  stood.add(window.last = at);
  const faults = [], shown = at.closest('.choice') ?? at;
  const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('no ring');
  if (box.width < 2 || box.height < 2) faults.push('nothing to see');
  if (box.bottom < 1 || box.top > innerHeight - 1) faults.push('out of sight');
  const parts = [...at.getClientRects()].filter(each => each.width > 1);
  const over = parts.map(each => document.elementFromPoint(
    Math.min(Math.max(each.x + each.width / 2, 1), innerWidth - 1),
    Math.min(Math.max(each.y + each.height / 2, 1), innerHeight - 1)));
  if (over.length && !over.some(each => each && (shown.contains(each) || each.contains(at))))
    faults.push('covered by ' + over[0]?.outerHTML.slice(0, 60));
  axe.setup();
  if (!axe.commons.text.accessibleText(at).trim()) faults.push('no name');
  axe.teardown();
  return {faults: faults.map(each => each + ': ' + at.outerHTML.slice(0, 120))};
}"""
MISSED = "() => stops.filter(each => !stood.has(each)).map(each => each.outerHTML.slice(0, 120))"


@pytest.mark.long
@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_tab_reaches_everything(
    kind: Kind, width: int, server: Callable[[str], House], enter: Enter
) -> None:
    house = server(kind.house)
    screen = {"width": width, "height": 900}
    context = enter(house, kind.person, viewport=screen, reduced_motion="reduce")
    context.add_init_script(path=AXE)
    page = context.new_page()
    page.goto(house.url + kind.address("en").format(**house.tokens))
    assert list(_walk(page)) == []


def _walk(page: Page) -> Iterator[str]:
    expected = page.evaluate(EXPECTED)
    for _ in range(expected + DATE_PARTS):
        page.keyboard.press("Tab")
        stand = page.evaluate(STAND)
        if not stand:  # out of the page
            break
        yield from stand["faults"]
    else:
        yield "Tab goes on and on"
    yield from (f"not reached: {each}" for each in page.evaluate(MISSED))
