"""A real browser and real servers. Without Chromium every test here is skipped, and says so."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from sqlalchemy import create_engine, text

from app.domain.lifecycle import BriefingState
from tests.browser import corrected, council, stage
from tests.browser.pages import ANSWERED, CORRECTED, DEMO, OBJECTED
from tests.browser.stage import House

HERE = Path(__file__).parent
CHROMIUM = next(
    (
        path
        for path in ("/usr/bin/chromium", shutil.which("chromium"))
        if path and Path(path).exists()
    ),
    None,
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000  # milliseconds, for machines that do other things besides
Enter = Callable[..., BrowserContext]
Tokens = dict[str, str]  # of people, by their names


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = pytest.mark.skip(reason="no Chromium: neither /usr/bin/chromium nor one on PATH")
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(absent)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE / 2)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], House]]:
    """Give the server of a house by name, started when first asked for; nobody changes it."""
    houses: dict[str, House] = {}
    with ExitStack() as running:

        def get(name: str) -> House:
            if name not in houses:
                database = tmp_path_factory.mktemp("house") / f"{name}.db"
                if name == DEMO:
                    tokens = stage.build_demonstration(database)
                elif name == ANSWERED:
                    tokens = stage.build_answered(database)
                elif name == CORRECTED:
                    tokens = corrected.build_corrected(database)
                elif name == OBJECTED:
                    tokens = stage.build_objected(database)
                else:
                    tokens = stage.build_world(database, BriefingState(name))
                    tokens |= _known(database)
                houses[name] = running.enter_context(stage.serving(database, tokens))
            return houses[name]

        yield get


def _known(database: Path) -> dict[str, str]:
    """Give what addresses name: a revision that has words, and a sentence with words to confirm."""
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        revision = connection.scalar(
            text("SELECT hash FROM revision WHERE text != '' ORDER BY id LIMIT 1")
        )
    engine.dispose()
    return {"revision": str(revision), "sentence": quote("opening.briefing")}


@pytest.fixture(scope="session")
def first_built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, Tokens]]:
    """Give the database of a house by name, built when first asked for; nobody changes it."""
    folder = tmp_path_factory.mktemp("built")
    empty = {"council": council.build_council, "matrix": stage.build_matrix}

    def build(name: str) -> tuple[Path, Tokens]:
        database = folder / f"{name}.db"
        if name in empty:
            return database, empty[name](database)
        return database, stage.build_world(database, BriefingState(name))

    return cache(build)


@pytest.fixture
def own_house(
    request: pytest.FixtureRequest,
    first_built: Callable[[str], tuple[Path, Tokens]],
    tmp_path: Path,
) -> Iterator[House]:
    """Serve a house for one test alone: ``council``, ``matrix``, or the world of a state."""
    built, tokens = first_built(request.param)
    with stage.serving(Path(shutil.copy(built, tmp_path)), tokens) as house:
        yield house


@pytest.fixture
def enter(browser: Browser) -> Iterator[Enter]:
    """Open a browser context signed in as a person of a house; an empty name is a visitor."""
    with ExitStack() as opened:

        def open_context(house: House, person: str = "", **options: Any) -> BrowserContext:  # noqa: ANN401 - Playwright's
            context = browser.new_context(base_url=house.url, locale="en-GB", **options)
            opened.callback(context.close)
            context.set_default_timeout(PATIENCE)
            if person:
                sign_in(context, house, person)
            return context

        yield open_context


def sign_in(context: BrowserContext, house: House, person: str) -> None:
    context.add_cookies([{"name": "session", "value": house.tokens[person], "url": house.url}])
