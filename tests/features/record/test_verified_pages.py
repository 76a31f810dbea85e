"""Pages and data of a release agree; whatever one page says otherwise is found."""

import json
import re
from collections.abc import Callable, Mapping

import pytest

from app.features.record.freezing import HTML
from app.features.record.verifying.pages import page_faults
from app.features.record.verifying.releases import OpenRelease
from app.formats.record_manifest import ListedRelease, ReleasedFile
from tests.bundles import make_bundle
from tests.features.record.test_frozen import RULES, Files, bundle_of, frozen

Change = Callable[[str], str]


def opened(files: Files) -> OpenRelease:
    listed = tuple(
        ReleasedFile(language, path, HTML if path == "" or path.endswith("/") else "", 0, "")
        for language, path in files
    )
    return OpenRelease("filled", ListedRelease(1, "", "", "", listed), files, is_newest=True)


def found(path: str, change: Change, rule: str = "counted") -> list[str]:
    """Change one English page of a record too long to stand on its summary's own page."""
    files = frozen(bundle_of(rule), ("en",))
    before = files["en", path].decode()
    assert change(before) != before
    return list(page_faults(opened({**files, ("en", path): change(before).encode()})))


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("is_short", [False, True])
def test_pages_as_they_were_made_agree(rule: str, *, is_short: bool) -> None:
    files = frozen(make_bundle(5, 1, 1, attribution=rule) if is_short else bundle_of(rule))
    assert list(page_faults(opened(files))) == []


@pytest.mark.parametrize("language", ["zh", "fr", "ru", "es"])
def test_numbers_are_read_in_every_language(language: str) -> None:
    files = frozen(make_bundle(5, 1, 1, attribution="counted"), (language,))
    assert list(page_faults(opened(files))) == []


def test_a_delegation_named_often_has_pages_by_question() -> None:
    files = frozen(make_bundle(3, 16, 2, attribution="attributed"), ("en",))
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


CELL, OWN = "questions/1/UNX1/", "sentences/s110/"
SWAPPED = r'(<li id="s.*?</li>\s*)(<li id="s.*?</li>)'
CHANGED: Mapping[str, tuple[str, Change, str]] = {
    "a place less": ("", put("<p id=s110>", ""), "en/: has 0 places for s110"),
    "a place twice": ("", put("<p id=s110>", "<p id=s110><p id=s110>"), "has 2 places for s110"),
    "a place of nothing": ("", put("<p id=s110>", "<p id=s110><p id=s9999>"), "places for s9999"),
    "words at a place": ("", put("<p id=s110>", "<p id=s110>No"), "#s110: is no sentence"),
    "a place behind another link": (
        "",
        put('<a href="questions/1/UNX1/">', '<a href="questions/1/UNX2/">'),
        "en/#s110: does not stand behind a link to its words",
    ),
    "part I in another order": ("", cut(SWAPPED, r"\2\1"), "show its sentences in order"),
    "the register in another order": (CELL, cut(SWAPPED, r"\2\1"), "belong there, in order"),
    "a sentence less in a cell": (CELL, cut("<li id.*?</li>"), "belong there, in order"),
    "a sentence without its id": (CELL, put('<li id="s110">', "<li>"), "is no sentence"),
    "a sentence that is no sentence": (CELL, put('<ol class="said">', "<ol>"), "belong there"),
    "a sentence of another cell": (
        CELL,
        put('<li id="s110">', '<li id="s137">'),
        "#s137: has other words than the data",
    ),
    "an overview elsewhere": ("questions/2/", cut("<li id.*?</li>"), "belong there, in order"),
    "a mission without its overview": ("missions/UNX1/", cut("<li id.*?</li>"), "belong there"),
    "another number": (CELL, put(">110</a>", ">11</a>"), "has another number"),
    "a link to another's check": (CELL, put("sentences/s110/", "sentences/s111/"), "own page"),
    "a count without a word": (CELL, cut(r" <b>\d+ of \d+</b></p>", "</p>"), "gives [] where"),
    "count for whole": (CELL, cut(r"<b>3 of 15</b>", "<b>15 of 3</b>"), "its own page says"),
    "more in bold": (CELL, put(" <b>3 of 15</b>", " <b>Not so.</b> <b>3 of 15</b>"), "other words"),
    "a word on its own page": (OWN, put("<p>For UNX1", "<p>For UNX2"), "s110: has other words"),
    "a word of what describes it": (OWN, put('content="For', 'content="Of'), "is described in"),
    "a mark more": (OWN, put("●", "●●"), "draws [4, 12] where the data counts 3 of 15"),
    "another count below": (OWN, put("<span>3 of", "<span>2 of"), "gives [2, 15] where"),
    "a token less": (OWN, cut(r"<li>[0-9a-f]{32}</li>"), "lists other revisions"),
    "another sentence with it": (OWN, cut("(<li id.*?</li>)", r"\1<li>So</li>"), "belong there"),
}


@pytest.mark.parametrize("what", CHANGED)
def test_a_page_that_says_otherwise_is_found(what: str) -> None:
    path, change, fault = CHANGED[what]
    faults = found(path, change)
    assert [each for each in faults if fault in each], faults


@pytest.mark.parametrize("path", ["", OWN, CELL, "questions/1/", "missions/UNX1/"])
def test_a_page_less_is_found(path: str) -> None:
    files = frozen(bundle_of("counted"), ("en",))
    fewer = {at: content for at, content in files.items() if at != ("en", path)}
    assert f"en/{path}: there is no such page" in list(page_faults(opened(fewer)))


def test_a_sentence_of_no_page_is_found() -> None:
    """Data and pages that disagree from the other side: the data says one more."""
    files = dict(frozen(bundle_of("counted"), ("en",)))
    document = json.loads(files["en", "summary.json"])
    last = document["sentences"][-1]
    document["sentences"].append(last | {"id": "s9999"})
    files["en", "summary.json"] = json.dumps(document).encode()
    faults = list(page_faults(opened(files)))
    assert "en/sentences/s9999/: there is no such page" in faults
    assert "en/: has 0 places for s9999" in faults
