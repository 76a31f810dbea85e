"""Words that would run, typed wherever a person may type: nothing of them runs anywhere.

Content-Security-Policy is off, so that escaping alone is tried.
"""

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser

from app.db.base import Base
from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting
from app.domain.gates import run_gates
from app.domain.lifecycle import BriefingState
from app.features.record import downloads, freezing
from tests.browser import corrected, stage
from tests.browser.conftest import _known
from tests.browser.hostile_pages import (
    NOT_TYPED,
    Watch,
    after_typing,
    hostile_bundle,
    joined,
    poison,
    typeable,
    typed_columns,
    visiting,
)
from tests.browser.pages import ANSWERED, CORRECTED, DEMO, KINDS, OBJECTED, Kind
from tests.bundles import make_bundle, proceedings_of_bundle
from tests.conftest import NOON
from tests.hostile import payloads
from tests.site import world

URLS = ("javascript:__hit(1)", 'https://host/"onmouseover="__hit(1)')
# All at once, which the longest fields take; what shorter ones take; and addresses alone.
EACH_TYPED = (
    joined(typeable()),
    joined(typeable("tags"))[:900],
    joined(typeable("attributes", "templates"))[:900],
    *URLS,
)
SAMPLE = {"cell", "cell-cut", "cell-history", "review", "joint-asked", "speakers", "setup-title"}
BUILDERS: dict[str, Callable[[Path], dict[str, str]]] = {
    ANSWERED: stage.build_answered,
    CORRECTED: corrected.build_corrected,
    OBJECTED: stage.build_objected,
}


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watch]:
    context = browser.new_context(bypass_csp=True, locale="en-GB")
    context.set_default_timeout(30_000)
    yield Watch(context)
    context.close()


@pytest.fixture(scope="session")
def hostile_house(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], stage.House]:
    """Give a house by name whose briefing, people and papers all say hostile words."""

    @cache
    def build(name: str) -> stage.House:
        words = joined(typeable())
        database = tmp_path_factory.mktemp("hostile") / f"{name}.db"
        bundle = make_bundle
        with pytest.MonkeyPatch.context() as patch:
            if name not in BUILDERS:  # those say more things of the words of the bundle
                patch.setattr(
                    world, "make_bundle", lambda *a, **b: hostile_bundle(bundle(*a, **b), SHORT)
                )
            builder = BUILDERS.get(name) or partial(stage.build_world, state=BriefingState(name))
            tokens = builder(database)
        if name not in BUILDERS:
            tokens |= _known(database)
        poison(database, words, but="revision" if name not in BUILDERS else "")
        return stage.House("", database, tokens)

    return build


SHORT = joined(typeable("attributes", "templates"))[:1500]


@pytest.mark.parametrize(
    "raw",
    [
        "<script>__hit(1)</script>",
        "<img src=x onerror=__hit(1)>",
        "<svg onload=__hit(1)>",
        "<a href=javascript:__hit(1)>x</a>",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<iframe srcdoc='<script>parent.__hit(1)</script>'></iframe>",
        "<details open ontoggle=__hit(1)>x</details>",
        "<meta http-equiv=refresh content='9;url=/x'>",
        "<base href=//evil.example/>",
        "<p style='background:url(//evil.example/c)'>x</p>",
        "34571",
    ],
)
def test_what_runs_is_noticed(watch: Watch, raw: str) -> None:
    assert watch.hits(f"<!DOCTYPE html><body><p>{raw}</p></body>")
    assert watch.hits("<!DOCTYPE html><body><p>Harmless</p></body>") == []


def test_every_column_is_typed_or_not() -> None:
    """A name no table has is a mistake: then what it stood for might be left out unseen."""
    names = {column.name for table in Base.metadata.sorted_tables for column in table.columns}
    assert names >= NOT_TYPED
    assert sum(len(typed_columns(table)) for table in Base.metadata.sorted_tables) > 50


def test_a_published_record_runs_nothing(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every kind of page of a record whose every name and text is all payloads."""
    assert len(payloads()) >= 300
    monkeypatch.setattr(downloads, "on_paper", lambda *_: b"")  # a PDF of it is another matter
    bundle = make_bundle(2, 1, 1, attribution="attributed")
    facts = proceedings_of_bundle(hostile_bundle(bundle, joined(typeable())), languages=("en",))
    summary = compile_summary(facts, "en", Drafting())
    files = freezing.freeze({"en": summary}, {"en": run_gates(summary)}, NOON)
    shown = {
        file.path: file.content.decode() for file in files if file.media_type[:9] == "text/html"
    }
    kinds = {path.partition("/")[0] for path in shown}
    assert kinds == {"", "matrix", "questions", "missions", "members", "sentences"}
    for path, document in shown.items():
        assert "__hit(1)" in document
        assert watch.hits(document) == [], path


@pytest.mark.parametrize("name", ["open"])
def test_pages_of_a_desk_run_nothing(
    app: FastAPI, watch: Watch, hostile_house: Callable[[str], stage.House], name: str
) -> None:
    house = hostile_house(name)
    for kind in [each for each in KINDS if each.house == name and each.name in SAMPLE]:
        document = shown(app, house, kind)
        assert "__hit(1)" in document, kind.name
        assert watch.hits(document) == [], kind.name
    (cell,) = (each for each in KINDS if each.name == "cell")
    typed = list(led_to(app, house, cell, shown(app, house, cell), joined(typeable())[:20_000]))
    assert len(typed) >= 3
    for address, document in typed:
        assert watch.hits(document) == [], address


@pytest.mark.long
@pytest.mark.parametrize("name", sorted({each.house for each in KINDS} - {DEMO}))
def test_every_field_of_every_page_runs_nothing(
    app: FastAPI, watch: Watch, hostile_house: Callable[[str], stage.House], name: str
) -> None:
    """Every kind of page shown, every form of it sent with every payload, and what comes of it."""
    house = hostile_house(name)
    seen: set[str] = set()
    faults: list[str] = []
    for kind in [each for each in KINDS if each.house == name]:
        document = shown(app, house, kind)
        faults += [f"{kind.name}: {each}" for each in watch.hits(document)]
        for words in (
            joined(typeable()),
            joined(typeable())[:1000],
            joined(payloads("formulas")),
            *URLS,
        ):
            for address, answer in led_to(app, house, kind, document, words):
                if answer not in seen:
                    seen.add(answer)
                    faults += [f"{kind.name} {address}: {each}" for each in watch.hits(answer)]
    assert len(seen) > 1
    assert faults == []


def shown(app: FastAPI, house: stage.House, kind: Kind) -> str:
    token = house.tokens.get(kind.person, "")
    with visiting(app, house.database, token) as client:
        answer = client.get(kind.address("en").format(**house.tokens))
    assert answer.status_code == kind.status, (kind.name, answer.status_code)
    return answer.text


def led_to(
    app: FastAPI, house: stage.House, kind: Kind, document: str, words: str
) -> Iterator[tuple[str, str]]:
    return after_typing(app, house.database, house.tokens.get(kind.person, ""), document, words)
