"""A record proves itself: as it was published nothing is found, and anything changed is."""

import json
import random
import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from app.domain.errors import Invalid
from app.domain.proof import sha256
from app.features.record.verifying.checks import Check, verify
from app.features.record.verifying.counts import count_faults
from app.features.record.verifying.words import word_faults
from app.formats.record_manifest import (
    ListedRelease,
    RecordManifest,
    ReleasedFile,
    SiteFile,
    SiteManifest,
    encoded_record,
    encoded_site,
    read_record,
    read_site,
    release_hash,
)
from tests.features.record.exported import tree
from tests.features.record.test_frozen import RULES, bundle_of, frozen

Document = dict[str, Any]


def faults(place: Path, against: Path | None = None) -> list[str]:
    return [
        f"{check.name}: {fault}"
        for check in verify(str(place), against and str(against))
        for fault in check.faults
    ]


def document_of(rule: str) -> Document:
    document: Document = json.loads(frozen(bundle_of(rule), ("en",))["en", "summary.json"])
    return document


@pytest.fixture
def site(exported: Path, tmp_path: Path) -> Path:
    """Give a copy of the exported site, to be tampered with."""
    copytree(exported, tmp_path / "site")
    return tmp_path / "site"


def relisted(site: Path) -> None:
    """Write every hash anew, as whoever alters a whole site could."""
    for path in site.glob("*/record/*/manifest.json"):
        language_folder, slug = path.parents[2], path.parent.name
        before = read_record(path.read_bytes(), str(path))
        releases = [_relisted(each, language_folder.parent, slug) for each in before.releases]
        path.write_bytes(encoded_record(RecordManifest(slug, tuple(releases))))
    before_site = read_site((site / "site.json").read_bytes(), "site.json")
    files = tuple(
        SiteFile(each.path, each.media_type, len(content), sha256(content))
        for each in before_site.files
        if (content := (site / each.path).read_bytes()) is not None
    )
    (site / "site.json").write_bytes(encoded_site(SiteManifest(before_site.briefings, files)))


def _relisted(release: ListedRelease, site: Path, slug: str) -> ListedRelease:
    files = []
    for each in release.files:
        path = each.path + ("index.html" if each.path.endswith("/") or not each.path else "")
        where = site / each.language / "record" / slug / "releases" / str(release.number) / path
        content = where.read_bytes()
        files.append(
            ReleasedFile(each.language, each.path, each.media_type, len(content), sha256(content))
        )
    digest = release_hash((each.language, each.path, each.sha256) for each in files)
    return ListedRelease(
        release.number, digest, release.issued_at, release.published_at, tuple(files)
    )


def alter(site: Path, path: str, change: Callable[[bytes], bytes]) -> None:
    """Change a file of the newest release at both its addresses, and every hash with it."""
    language, record, slug, *rest = path.split("/")
    for target in (site / path, site.joinpath(language, record, slug, "releases", "1", *rest)):
        before = target.read_bytes()
        assert change(before) != before
        target.write_bytes(change(before))
    relisted(site)


def test_what_was_published_holds(both: Path) -> None:
    checks: list[Check] = list(verify(str(both)))

    assert [each for each in checks if each.faults] == []
    said = {each.name: each.figures for each in checks}
    assert re.fullmatch(r"\d+ files, \d+ bytes", said["site"])
    assert re.fullmatch(
        r"64 files in 2 languages, [0-9a-f]{64}", said["hashes of first, release 1"]
    )
    assert re.fullmatch(r"\d+ pages, \d+ links within, 0 to elsewhere", said["links"])
    assert re.search(r"[1-9]\d* quotations", said["sources of first, release 1"])
    assert len(checks) == 10


def test_any_byte_flipped_is_found(site: Path) -> None:
    """One byte in every file, the site's own lists among them."""
    draw = random.Random(7)  # noqa: S311 - repeatable
    files = tree(site)
    chosen = ["site.json", "en/record/first/manifest.json", *draw.sample(sorted(files), 5)]
    for path in chosen:
        assert is_found(site, path, files[path], draw.randrange(len(files[path])), draw), path


@pytest.mark.long
def test_any_byte_flipped_anywhere_is_found(site: Path) -> None:
    draw = random.Random(8)  # noqa: S311 - repeatable
    for path, content in sorted(tree(site).items()):
        places = {0, len(content) - 1, *(draw.randrange(len(content)) for _ in range(4))}
        for place in places:
            assert is_found(site, path, content, place, draw), (path, place)


def is_found(site: Path, path: str, content: bytes, place: int, draw: random.Random) -> bool:
    flipped = bytearray(content)
    flipped[place] ^= 1 << draw.randrange(8)
    (site / path).write_bytes(flipped)
    try:
        return bool(faults(site))
    except Invalid:
        return True
    finally:
        (site / path).write_bytes(content)


def test_a_file_more_or_less_is_found(site: Path) -> None:
    (site / "en/record/first/more.html").write_text("<p>more</p>")
    assert "site: en/record/first/more.html: is there and not listed" in faults(site)
    (site / "en/record/first/more.html").unlink()
    (site / "en/record/first/summary.pdf").unlink()
    assert any("summary.pdf: is listed and not there" in each for each in faults(site))


def test_a_link_out_of_the_folder_is_not_followed(site: Path, tmp_path: Path) -> None:
    page = site / "en/record/first/summary.pdf"
    page.rename(tmp_path / "elsewhere.pdf")
    page.symlink_to(tmp_path / "elsewhere.pdf")
    assert any("summary.pdf: is listed and not there" in each for each in faults(site))


def said(document: Document, **wanted: object) -> Document:
    found: Document = next(
        each
        for each in document["sentences"]
        if all(each[name] == value for name, value in wanted.items())
    )
    return found


def tally(document: Document) -> Document:
    return said(document, part="II", kind="tally", by="members")


def quoted(document: Document) -> Document:
    found: Document = next(each for each in document["sentences"] if each["excerpt"])
    return found


def drop(document: Document, sentence: Document) -> None:
    document["sentences"].remove(sentence)
    for number, each in enumerate(document["sentences"], 1):
        each["id"] = f"s{number}"


def put(
    name: str, value: object, of: Callable[[Document], Document] = tally
) -> Callable[..., None]:
    return lambda document: of(document).__setitem__(name, value)


CHANGES: Mapping[str, tuple[str, Callable[[Document], object]]] = {
    "one more": ("attributed", lambda d: tally(d).update(count=tally(d)["count"] + 1)),
    "one more, counted": ("counted", lambda d: tally(d).update(count=tally(d)["count"] + 1)),
    "more than all": ("counted", put("count", 99)),
    "another whole": ("counted", lambda d: tally(d).update(of=tally(d)["of"] + 1)),
    "a member less": ("attributed", lambda d: tally(d)["members"].pop()),
    "a member twice": ("attributed", lambda d: tally(d)["members"].append(tally(d)["members"][0])),
    "a member elsewhere": ("attributed", lambda d: tally(d)["members"].__setitem__(0, "M9")),
    "a revision less": ("attributed", lambda d: tally(d)["revisions"].pop()),
    "a token less": ("counted", lambda d: tally(d)["revisions"].pop()),
    "a token more": ("counted", lambda d: tally(d)["revisions"].append("0" * 32)),
    "a token that is none": ("counted", lambda d: tally(d)["revisions"].__setitem__(0, "x" * 32)),
    "a token again": (
        "counted",
        lambda d: tally(d)["revisions"].__setitem__(
            0, said(d, part="I", kind="group")["revisions"][0]
        ),
    ),
    "a hash for a token": ("counted", lambda d: tally(d)["revisions"].__setitem__(0, "a" * 64)),
    "a token where none may be": ("non_attributed", put("revisions", ["0" * 32])),
    "a tally less": ("counted", lambda d: drop(d, tally(d))),
    "silence less": ("counted", lambda d: drop(d, said(d, part="II", kind="nothing"))),
    "a tally twice": (
        "counted",
        lambda d: d["sentences"].append(
            tally(d) | {"id": f"s{len(d['sentences']) + 1}", "revisions": []}
        ),
    ),
    "another outcome": ("counted", put("outcome", "all members the same")),
    "an overview of its own": (
        "counted",
        lambda d: said(d, part="I", kind="tally", by="members").update(
            count=1, revisions=["b" * 32]
        ),
    ),
    "an id of its own": ("counted", put("id", "s9999")),
    "stale": ("counted", put("stale", True)),
    "no words": ("counted", put("text", " ")),
    "another quotation": ("attributed", lambda d: quoted(d)["excerpt"].update(text="Never said")),
    "a quotation elsewhere": (
        "attributed",
        lambda d: quoted(d)["excerpt"].update(start=quoted(d)["excerpt"]["start"] + 1),
    ),
    "a quotation of nowhere": (
        "attributed",
        lambda d: quoted(d)["excerpt"].update(start=None, end=None, revision=None),
    ),
    "a quotation of another": (
        "attributed",
        lambda d: quoted(d)["excerpt"].update(revision="e" * 64),
    ),
    "less cited": ("counted", lambda d: d["coverage"].update(cited=d["coverage"]["cited"] - 1)),
    "more cited": ("counted", lambda d: d["coverage"].update(cited=d["coverage"]["cited"] + 1)),
    "more points": ("counted", lambda d: d["coverage"].update(points_cited=10**6)),
    "no reason": (
        "non_attributed",
        lambda d: d["coverage"]["not_reflected"].append({"revision": None, "reason": ""}),
    ),
    "a gate shut": ("counted", lambda d: d["gates"]["coverage"].update(passed=False)),
    "a gate unsaid": ("counted", lambda d: d["gates"]["wording"].update(passed=True)),
    "no gates": ("counted", lambda d: d["gates"].clear()),
}


@pytest.mark.parametrize("rule", RULES)
def test_data_as_it_was_compiled_can_be_true(rule: str) -> None:
    document = document_of(rule)
    assert [*count_faults(document), *word_faults(document)] == []


@pytest.mark.parametrize("change", CHANGES)
def test_data_that_cannot_be_true_is_found_out(change: str) -> None:
    """Whatever the hashes say: they may have been written anew."""
    rule, alters = CHANGES[change]
    document = deepcopy(document_of(rule))
    alters(document)
    assert document != document_of(rule)
    assert [*count_faults(document), *word_faults(document)]


REWRITTEN: Mapping[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "a word on the summary page": (
        "en/record/first/index.html",
        lambda page: page.replace(b"three members", b"some members"),
        "en/#s2: has other words than the data",
    ),
    "a number on a page": (
        "en/record/first/questions/1/UNX1/index.html",
        lambda page: page.replace(b"<b>2 of 3</b>", b"<b>2 of 4</b>"),
        "#s12: gives [2, 4] where the data counts 2 of 3",
    ),
    "a sentence less": (
        "en/record/first/index.html",
        lambda page: re.sub(rb'<li id="s2">.*?</li>', b"", page, flags=re.DOTALL),
        "has 0 places for s2",
    ),
    "a sentence more": (
        "en/record/first/missions/UNX1/index.html",
        lambda page: page.replace(b"</main>", b'<p id="s999">So</p></main>'),
        "#s999: is no sentence of the data",
    ),
    "a cell of the CSV": (
        "ar/record/first/summary.csv",
        lambda rows: rows.replace(b",3,3,", b",2,3,"),
        "other rows than the data",
    ),
    "half a PDF": ("en/record/first/summary.pdf", lambda pdf: pdf[:-200], "no whole PDF"),
    "half a DOCX": ("en/record/first/summary.docx", lambda docx: docx[:-200], "no whole DOCX"),
    "the data of one language": (
        "ar/record/first/summary.json",
        lambda data: data.replace(b'"count": 3', b'"count": 2', 1),
        "counts otherwise than",
    ),
    "no data": ("ar/record/first/summary.json", lambda data: data[1:], "missing or no summary"),
    "a link to nowhere": (
        "en/record/first/index.html",
        lambda page: page.replace(b"questions/1/", b"questions/7/"),
        "which is not there",
    ),
    "a link to no place": (
        "en/record/first/sentences/s12/index.html",
        lambda page: page.replace(b"#s12", b"#t12"),
        "no such place",
    ),
    "a link that runs": (
        "en/record/first/index.html",
        lambda page: page.replace(b"</main>", b'<a href="javascript:alert(1)">x</a></main>'),
        "not to be followed",
    ),
}


@pytest.mark.parametrize("what", REWRITTEN)
def test_files_that_disagree_are_found_out_whatever_their_hashes_say(what: str, site: Path) -> None:
    path, change, fault = REWRITTEN[what]
    alter(site, path, change)
    found = faults(site)
    assert [each for each in found if fault in each], found
    assert not [each for each in found if "as its hash says" in each]


def test_data_that_is_written_to_nothing_is_found(site: Path) -> None:
    (site / "api/v1/schemas/summary.json").unlink()
    assert (
        "links: /ar/record/first/releases/1/summary.json:"
        " refers to /api/v1/schemas/summary.json, which is not there"
    ) in faults(site)


def test_rewriting_the_hashes_alone_is_no_fault_of_the_test(site: Path) -> None:
    relisted(site)
    assert faults(site) == []


def test_data_of_another_shape_is_a_fault_and_no_crash(site: Path) -> None:
    for data in (b'{"sentences": [1]}', b'{"sentences": [{}]}', b"[]", b'{"sentences": {}}'):
        for place in ("", "releases/1/"):
            (site / f"en/record/first/{place}summary.json").write_bytes(data)
        relisted(site)
        assert faults(site)


def test_a_site_that_only_grew_is_unchanged(exported: Path, both: Path) -> None:
    assert faults(both, against=exported) == []
    assert faults(exported, against=both) == [
        "unchanged: second, release 1: was published and is gone"
    ]


def test_a_release_in_other_bytes_than_before_is_found(exported: Path, site: Path) -> None:
    alter(site, "en/record/first/summary.csv", lambda rows: rows + b" ")
    changed = [each for each in faults(site, against=exported) if "unchanged" in each]
    assert changed == [
        "unchanged: first, release 1: has another hash than before",
        "unchanged: first, release 1: en/summary.csv has other bytes than before",
    ]


@pytest.mark.parametrize("listed", [b"", b"{}", b"[]", b'{"format": "horseshoe-site-1"}', b"\xff"])
def test_what_is_no_record_cannot_be_checked(tmp_path: Path, listed: bytes) -> None:
    for place in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(Invalid):
            faults(place)
    (tmp_path / "site.json").write_bytes(listed)
    with pytest.raises(Invalid):
        faults(tmp_path)


@pytest.mark.parametrize(
    "place", ["ftp://host/", "file:///etc/", "http://", "gopher://x/y", "http://127.0.0.1:1/"]
)
def test_only_folders_and_web_addresses_are_read(place: str) -> None:
    with pytest.raises(Invalid):
        list(verify(place))
