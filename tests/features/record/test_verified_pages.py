"""Pages and data of a release agree; whatever one page says otherwise is found."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting
from app.features.record import downloads, freezing
from app.features.record.verifying.pages import page_faults
from app.features.record.verifying.releases import OpenRelease
from app.formats.record_manifest import ListedRelease, ReleasedFile
from tests.bundles import make_bundle, proceedings_of_bundle
from tests.features.record.test_frozen import MOMENT, RULES, Files, bundle_of, frozen

Change = Callable[[str], str]


def opened(files: Files) -> OpenRelease:
    listed = tuple(
        ReleasedFile(
            language, path, freezing.HTML if path == "" or path.endswith("/") else "", 0, ""
        )
        for language, path in files
    )
    return OpenRelease("filled", ListedRelease(1, "", "", "", listed), files, is_newest=True)


def made(bundle: dict[str, Any], *languages: str, room: int = freezing.ROOM) -> Files:
    """Freeze a record without its papers, with ``room`` bytes for a summary's own page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(downloads, "on_paper", lambda *_: b"")
        patch.setattr(freezing, "ROOM", room)
        proceedings = replace(proceedings_of_bundle(bundle), languages=languages)
        summaries = {each: compile_summary(proceedings, each, Drafting()) for each in languages}
        return {
            (each.language, each.path): each.content
            for each in freezing.freeze(summaries, {each: {} for each in languages}, MOMENT)
        }


@pytest.fixture(scope="module")
def narrow() -> Files:
    """Give a record whose words stand nowhere on its summary's own page."""
    return made(make_bundle(5, 2, 2, attribution="counted"), "en", room=1)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("is_short", [False, True])
def test_pages_as_they_were_made_agree(rule: str, *, is_short: bool) -> None:
    files = frozen(make_bundle(5, 1, 1, attribution=rule) if is_short else bundle_of(rule))
    assert list(page_faults(opened(files))) == []


@pytest.mark.parametrize("language", ["zh", "fr", "ru", "es"])
def test_numbers_are_read_in_every_language(language: str) -> None:
    files = made(make_bundle(3, 1, 1, attribution="counted"), language)
    assert list(page_faults(opened(files))) == []


def test_a_delegation_named_often_has_pages_by_question() -> None:
    files = made(make_bundle(3, 16, 2, attribution="attributed"), "en")
    assert ("en", "members/M1/2/") in files
    assert list(page_faults(opened(files))) == []
    parted = {at: content for at, content in files.items() if at[1] != "members/M1/2/"}
    assert any(
        each.startswith("en/members/M1/: does not show") for each in page_faults(opened(parted))
    )


def put(old: str, new: str) -> Change:
    return lambda page: page.replace(old, new, 1)


def cut(pattern: str, new: str = "") -> Change:
    return lambda page: re.sub(pattern, new, page, count=1, flags=re.DOTALL)


CELL, OWN = "questions/1/UNX1/", "sentences/s34/"
SWAPPED = r'(<li id="s.*?</li>\s*)(<li id="s.*?</li>)'
CHANGED: Mapping[str, tuple[str, Change, str]] = {
    "a place less": ("", put("<p id=s34>", ""), "en/: has 0 places for s34"),
    "a place twice": ("", put("<p id=s34>", "<p id=s34><p id=s34>"), "has 2 places for s34"),
    "a place of nothing": ("", put("<p id=s34>", "<p id=s34><p id=s9999>"), "places for s9999"),
    "words at a place": ("", put("<p id=s34>", "<p id=s34>No"), "#s34: is no sentence"),
    "a place behind another link": (
        "",
        put('<a href="questions/1/UNX1/">', '<a href="questions/1/UNX2/">'),
        "en/#s34: does not stand behind a link to its words",
    ),
    "part I in another order": ("", cut(SWAPPED, r"\2\1"), "show its sentences in order"),
    "the register in another order": (CELL, cut(SWAPPED, r"\2\1"), "belong there, in order"),
    "a sentence less in a cell": (CELL, cut("<li id.*?</li>"), "belong there, in order"),
    "a sentence without its id": (CELL, put('<li id="s34">', "<li>"), "is no sentence"),
    "a sentence that is no sentence": (CELL, put('<ol class="said">', "<ol>"), "belong there"),
    "a sentence of another cell": (
        CELL,
        put('<li id="s34">', '<li id="s43">'),
        "#s43: has other words than the data",
    ),
    "an overview elsewhere": ("questions/2/", cut("<li id.*?</li>"), "belong there, in order"),
    "a mission without its overview": ("missions/UNX1/", cut("<li id.*?</li>"), "belong there"),
    "another number": (CELL, put(">34</a>", ">3</a>"), "has another number"),
    "a link to another's check": (CELL, put("sentences/s34/", "sentences/s35/"), "own page"),
    "a count without a word": (CELL, cut(r" <b>\d+ of \d+</b></p>", "</p>"), "gives [] where"),
    "count for whole": (CELL, cut(r"<b>2 of 5</b>", "<b>5 of 2</b>"), "its own page says"),
    "more in bold": (CELL, put(" <b>2 of 5</b>", " <b>Not so.</b> <b>2 of 5</b>"), "other words"),
    "a word on its own page": (OWN, put("<p>For UNX1", "<p>For UNX2"), "s34: has other words"),
    "a word of what describes it": (OWN, put('content="For', 'content="Of'), "is described in"),
    "a mark more": (OWN, put("●", "●●"), "draws [3, 3] where the data counts 2 of 5"),
    "another count below": (OWN, put("<span>2 of", "<span>3 of"), "gives [3, 5] where"),
    "a token less": (OWN, cut(r"<li>[0-9a-f]{32}</li>"), "lists other revisions"),
    "another sentence with it": (OWN, cut("(<li id.*?</li>)", r"\1<li>So</li>"), "belong there"),
}


@pytest.mark.parametrize("what", CHANGED)
def test_a_page_that_says_otherwise_is_found(what: str, narrow: Files) -> None:
    path, change, fault = CHANGED[what]
    before = narrow["en", path].decode()
    assert change(before) != before
    faults = list(page_faults(opened({**narrow, ("en", path): change(before).encode()})))
    assert [each for each in faults if fault in each], faults


@pytest.mark.parametrize("path", ["", OWN, CELL, "questions/1/", "missions/UNX1/"])
def test_a_page_less_is_found(path: str, narrow: Files) -> None:
    fewer = {at: content for at, content in narrow.items() if at != ("en", path)}
    assert f"en/{path}: there is no such page" in list(page_faults(opened(fewer)))


def test_a_sentence_of_no_page_is_found(narrow: Files) -> None:
    """Data and pages that disagree from the other side: the data says one more."""
    files = dict(narrow)
    document = json.loads(files["en", "summary.json"])
    last = document["sentences"][-1]
    document["sentences"].append(last | {"id": "s9999"})
    files["en", "summary.json"] = json.dumps(document).encode()
    faults = list(page_faults(opened(files)))
    assert "en/sentences/s9999/: there is no such page" in faults
    assert "en/: has 0 places for s9999" in faults
