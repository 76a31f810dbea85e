"""load: a whole briefing or nothing, with the path of the first fault."""

import json
import os
import sqlite3
from typing import Any

import pytest

from tests.bundles import make_bundle
from tests.cli.process import Operator, is_refused

SLUG = "small"


def bundle() -> dict[str, Any]:
    return make_bundle(2, 2, 2, slug=SLUG)


def kept(operator: Operator) -> list[int]:
    """Count what a load may leave."""
    tables = ("briefing", "seat", "question", "mission", "position", "revision", "event")
    counts = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)  # noqa: S608 - ours
    with sqlite3.connect(operator.folder / "horseshoe.db") as connection:
        return list(connection.execute(f"SELECT {counts}").fetchone())


def test_the_slug_alone_on_stdout_and_progress_on_stderr(operator: Operator) -> None:
    run = operator.run("load", operator.write("bundle.json", bundle()))
    assert (run.status, run.text) == (0, f"{SLUG}\n")
    assert run.err == "\r8 of 8 positions\n"
    assert kept(operator) == [1, 2, 2, 2, 8, 8, 1]


def test_on_postgresql_too(on_postgresql: Operator) -> None:
    path = on_postgresql.write("bundle.json", bundle())
    assert on_postgresql.run("load", path).text == f"{SLUG}\n"
    assert is_refused(on_postgresql.run("load", path), "already exists")


NOT_JSON = {
    "words": b"no bundle",
    "truncated": json.dumps(bundle()).encode()[:-100],
    "deep": b"[" * 200_000,
    "long number": b"[" + b"9" * 10_000 + b"]",
}


@pytest.mark.parametrize("name", NOT_JSON)
def test_what_is_not_json_is_refused(newcomer: Operator, name: str) -> None:
    path = newcomer.write("bundle.json", NOT_JSON[name])
    assert is_refused(newcomer.run("load", path), str(path), "not JSON")
    assert not (newcomer.folder / "horseshoe.db").exists()


def spoilt(where: str) -> tuple[object, str]:
    made = bundle()
    match where:
        case "bundle":
            return [], where
        case "members[1].code":
            made["members"][1]["code"] = 7
        case "positions[3].assessment":
            made["positions"][3]["assessment"] = "excellent"
        case "positions[7].text":
            made["positions"][7] |= {"text": "\ud800", "language": "en"}
        case "questions[0].number":
            made["questions"][0]["number"] = 10**30
        case "briefing.title.en":
            made["briefing"]["title"] = {"en": ["not a text"]}
    return made, where


@pytest.mark.parametrize(
    "where",
    [
        "bundle",
        "members[1].code",
        "positions[3].assessment",
        "positions[7].text",
        "questions[0].number",
        "briefing.title.en",
    ],
)
def test_a_fault_is_named_by_its_path(newcomer: Operator, where: str) -> None:
    document, path = spoilt(where)
    run = newcomer.run("load", newcomer.write("bundle.json", document))
    assert is_refused(run, f"error: {path}: ")
    assert not (newcomer.folder / "horseshoe.db").exists()


def test_a_slug_is_taken_once(operator: Operator) -> None:
    path = operator.write("bundle.json", bundle())
    assert operator.run("load", path).status == 0
    before = kept(operator)
    assert is_refused(operator.run("load", path), SLUG, "already exists")
    assert kept(operator) == before


def test_of_two_at_once_exactly_one_wins(operator: Operator) -> None:
    path = operator.write("bundle.json", bundle())
    runs = [child.end() for child in [operator.start("load", path), operator.start("load", path)]]
    assert sorted(run.status for run in runs) == [0, 2]
    loser = max(runs, key=lambda run: run.status)
    assert "Traceback" not in loser.err
    assert loser.err.splitlines()[-1].startswith("error: ")
    assert kept(operator) == [1, 2, 2, 2, 8, 8, 1]


def test_only_a_file_is_loaded(operator: Operator) -> None:
    pipe = operator.folder / "pipe"
    os.mkfifo(pipe)
    assert is_refused(operator.run("load", pipe), str(pipe), "not a file")


def test_a_database_that_cannot_be_opened_is_one_line(operator: Operator) -> None:
    path = operator.write("bundle.json", bundle())
    operator.write("horseshoe.db", b"this was never a database" * 100)
    assert is_refused(operator.run("load", path), "error: database: ")
