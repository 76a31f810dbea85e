"""Draw every macro of the pages with invented data, photograph it and test it with axe.

Run ``python -m tests.site.gallery FOLDER``; the pictures and the paper go to FOLDER.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, FileSystemLoader
from playwright.sync_api import Browser, Page, Route, sync_playwright

from app.web.forms import Form
from app.web.security import HEADERS
from app.web.templating import ROOT, environment
from tests.site.gallery_page import page_for

HERE = Path(__file__).parent
AXE = HERE / "axe.min.js"
# What passed is not told; pages have no frames and no style sheets of others to wait for.
RUN = """axe.run(document, {
  resultTypes: ['violations'], iframes: false, preload: false,
  rules: {'target-size': {enabled: true}},
})"""
ORIGIN = "https://gallery.test"
TOKENS = ROOT / "static/css/tokens.css"
PAIRS = (
    *(("ink", paper, 7) for paper in ("paper", "sheet", "shade")),
    *(("ink-soft", paper, 4.5) for paper in ("paper", "sheet", "shade", "accent-wash")),
    *(
        ("accent", paper, 4.5)
        for paper in ("paper", "sheet", "shade", "accent-wash", "warning-wash")
    ),
    ("accent-deep", "accent-wash", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-deep", 4.5),
    *(("danger", paper, 4.5) for paper in ("paper", "sheet", "danger-wash")),
    ("on-danger", "danger", 4.5),
    ("warning", "warning-wash", 4.5),
    *((f"on-v{place}", f"v{place}", 4.5) for place in range(7)),
    *((line, paper, 3) for line in ("edge", "focus-colour") for paper in ("paper", "sheet")),
    ("edge", "shade", 3),
)
SHOTS = [
    (lang, width, scheme)
    for lang, widths, schemes in (
        ("en", (360, 768, 1440), ("light", "dark")),
        ("ar", (360, 768, 1440), ("light", "dark")),
        ("zh", (360, 1440), ("light",)),
        ("ru", (360, 1440), ("light",)),
    )
    for width in widths
    for scheme in schemes
]


def draw(lang: str) -> str:
    env = environment(lang).overlay(
        loader=ChoiceLoader([FileSystemLoader(ROOT / "templates"), FileSystemLoader(HERE)])
    )
    return env.get_template("gallery.html").render(
        page=page_for(lang),
        form=Form[Any](),
        viewer={"name": "Reviewer", "desk": {"en": "Delegation A", "ar": "الوفد A"}},
        request=SimpleNamespace(method="GET", url=SimpleNamespace(path="/")),
        page_marking="rehearsal",
        url_for=lambda name, **_: "/" + name,
    )


def open_gallery(browser: Browser, lang: str, width: int, **media: Any) -> Page:  # noqa: ANN401
    """Open the gallery as a reader of ``lang`` sees it; anything blocked or broken is an error."""
    html = draw(lang)

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            route.fulfill(path=ROOT / path[1:])
        else:
            route.fulfill(body=html, headers=HEADERS | {"content-type": "text/html"})

    page = browser.new_page(viewport={"width": width, "height": 900}, **media)
    page.on("console", lambda said: complain(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complain(str(error)))
    page.route("**/*", answer)
    page.goto(f"{ORIGIN}/{lang}")
    return page


def complain(text: str) -> None:
    raise AssertionError(text)


def faults(page: Page) -> Iterator[str]:
    """Yield what axe finds, and whatever is wider than the page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    for fault in page.evaluate(RUN)["violations"]:
        for node in fault["nodes"]:
            yield f"{fault['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield "the page scrolls sideways"


def pale() -> Iterator[str]:
    """Yield each pair of colours too close to read, in light and in dark, by the WCAG 2 numbers."""
    tokens = dict(re.findall(r"--([\w-]+): light-dark\(([^)]+)\)", TOKENS.read_text()))
    for scheme in (0, 1):
        for ink, paper, least in PAIRS:
            pair = [luminance(tokens[name].split(", ")[scheme]) for name in (ink, paper)]
            contrast = (max(pair) + 0.05) / (min(pair) + 0.05)
            if contrast < least:
                yield f"{('light', 'dark')[scheme]} {ink} on {paper}: {contrast:.2f} < {least}"


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def main(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    found = list(pale())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for lang, width, scheme in SHOTS:
            page = open_gallery(browser, lang, width, color_scheme=scheme)
            page.screenshot(path=folder / f"{lang}-{width}-{scheme}.png", full_page=True)
            found += [f"{lang} {width} {scheme}: {fault}" for fault in faults(page)]
            page.close()
        for lang in ("en", "ar"):
            page = open_gallery(browser, lang, 1000)
            page.pdf(path=folder / f"{lang}.pdf", format="A4", prefer_css_page_size=False)
            page.close()
        page = open_gallery(browser, "en", 1000, forced_colors="active")
        page.screenshot(path=folder / "en-forced.png", full_page=True)
        browser.close()
    sys.stdout.write("\n".join([*found, f"{len(found)} faults\n"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
