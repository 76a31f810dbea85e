"""summarise: seven formats, six languages, whole files only."""

import csv
import os
from io import StringIO

import pytest

from tests.bundles import LANGUAGES
from tests.cli.conftest import SLUG
from tests.cli.process import Ended, Operator, is_refused
from tests.formats.paper import parts_of

KEYS = ["briefing", "language", "attribution", "computed_at", "sentences", "coverage", "gates"]


def is_done(run: Ended) -> bool:
    return (run.status, run.err) == (0, "compiling …\n")


def test_json_is_the_same_twice(loaded: Operator) -> None:
    runs = [loaded.run("summarise", SLUG, "--format", "json") for _ in range(2)]
    first, second = (run.json for run in runs)
    assert all(map(is_done, runs))
    assert list(first) == KEYS
    assert first.pop("computed_at") < second.pop("computed_at")
    assert list(map(str, first.items())) == list(map(str, second.items()))
    assert (first["briefing"], first["language"]) == (SLUG, "en")
    assert first["coverage"]["cited"] == first["coverage"]["revisions"] == 24


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_in_each_language(loaded: Operator, language: str) -> None:
    run = loaded.run("summarise", SLUG, "--lang", language)
    assert is_done(run)
    assert run.text.count("\n1. ") == 1


def test_csv_is_safe_in_a_spreadsheet(loaded: Operator) -> None:
    run = loaded.run("summarise", SLUG, "--format", "csv", "--lang", "fr")
    rows = list(csv.DictReader(StringIO(run.out.decode("utf-8-sig"), newline="")))
    assert is_done(run)
    assert [row["id"] for row in rows] == [f"s{number}" for number in range(1, len(rows) + 1)]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(tuple("=+-@"))]


@pytest.mark.parametrize("kind", ["pdf", "docx", "akn", "xlsx"])
def test_paper_is_a_draft_and_the_same_twice(loaded: Operator, kind: str) -> None:
    first, second = (
        loaded.run("summarise", SLUG, "--format", kind, "--lang", "ar") for _ in range(2)
    )
    assert is_done(first)
    assert first.out == second.out
    assert first.out.startswith({"pdf": b"%PDF-", "akn": b"<?xml"}.get(kind, b"PK"))
    assert "مسودة" in b"".join(parts_of(f"x.{kind}", first.out)).decode()


@pytest.mark.parametrize("slug", ["absent", "\udcff"], ids=["absent", "not text"])
def test_an_unknown_briefing(loaded: Operator, slug: str) -> None:
    assert is_refused(loaded.run("summarise", slug))


def test_an_unknown_language(loaded: Operator) -> None:
    run = loaded.run("summarise", SLUG, "--lang", "de")
    assert (run.status, run.out) == (2, b"")
    assert "Traceback" not in run.err


def test_a_file_is_written_whole(loaded: Operator) -> None:
    out = loaded.write("whole.json", b"before")
    run = loaded.run("summarise", SLUG, "--format", "json", "-o", out)
    assert is_done(run)
    assert (run.out, out.read_bytes()[:2]) == (b"", b"{\n")
    assert not list(loaded.folder.glob("*.partial"))


def test_a_link_stays_a_link(loaded: Operator) -> None:
    out, link = loaded.write("target.txt", b"before"), loaded.folder / "link.txt"
    link.symlink_to(out)
    assert is_done(loaded.run("summarise", SLUG, "-o", link))
    assert link.is_symlink()
    assert out.read_bytes().startswith(b"Review of invented operations")


def test_an_error_leaves_the_file_as_it_was(loaded: Operator) -> None:
    out = loaded.write("kept.txt", b"before")
    assert is_refused(loaded.run("summarise", "absent", "-o", out))
    assert out.read_bytes() == b"before"
    assert not list(loaded.folder.glob(".*partial"))


@pytest.mark.parametrize("out", [".", "absent/summary.txt", "/dev/null", "bundle.json/below"])
def test_where_nothing_can_be_written(loaded: Operator, out: str) -> None:
    run = loaded.run("summarise", SLUG, "-o", out)
    last = run.err.splitlines()[-1]
    assert (run.status, run.out) == (2, b"")
    assert last.startswith(f"error: {out if out != '.' else ''}")
    assert "Traceback" not in run.err
    assert not os.path.isfile("/dev/null")  # noqa: PTH113 - and it is still the device it was


def test_a_preview_counts_what_nobody_confirmed_and_says_so(loaded: Operator) -> None:
    plain = loaded.run("summarise", SLUG, "--format", "json").json
    run = loaded.run("summarise", SLUG, "--format", "json", "--preview-proposals")
    assert is_done(run)
    first, *rest = run.json["sentences"]
    assert first["text"].startswith("Preview: ")
    assert first["confirmed"] is False
    proposed = [each for each in rest if each["text"].startswith("[Proposed by machine")]
    assert all(each["confirmed"] is False for each in proposed)
    assert all(each["count"] > 1 for each in proposed)
    assert proposed
    assert run.json["gates"]["wording"]["passed"] is False
    again = loaded.run("summarise", SLUG, "--format", "json").json
    assert again["sentences"] == plain["sentences"]
