"""Points by the line: what goes in is checked, what comes out is in the same order."""

import json
from pathlib import Path

import pytest

from app.cli import run
from tests.domain.test_matching import SETS, with_encoder

ROW = {"id": "p1", "lang": "en", "text": "We ask for benchmarks.", "question": 1, "mission": "ALL"}


def lines(path: Path, *rows: object) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def printed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@with_encoder
def test_suggestions_rank_every_group_of_the_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [json.loads(line) for line in (SETS / "other_debates.jsonl").read_text().splitlines()]
    given = [{**row, "group": row["cluster"]} for row in rows]
    run(["suggest", lines(tmp_path / "points.jsonl", *given)])
    found = printed(capsys)
    assert [each["id"] for each in found] == [row["id"] for row in rows]
    for row, each in zip(rows, found, strict=True):
        here = {
            r["cluster"]
            for r in rows
            if (r["question"], r["mission"]) == (row["question"], row["mission"])
        }
        assert {s["group"] for s in each["suggestions"]} == here
        assert set(each["suggestions"][0]) == {"group", "score", "blocked_by"}


@with_encoder
def test_proposals_stay_within_their_cell_and_keep_the_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {**ROW, "id": 1},
        {**ROW, "id": 2, "mission": "UNMISS"},
        {**ROW, "id": 3, "text": "An unrelated word about helicopters."},
        {**ROW, "id": 4},
    ]
    run(["propose-groups", lines(tmp_path / "points.jsonl", *rows)])
    assert printed(capsys) == [
        {"id": 1, "group": 1},
        {"id": 2, "group": 2},
        {"id": 3, "group": 3},
        {"id": 4, "group": 1},
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({**ROW, "lang": "de"}, ":1: lang: “de” is not one of"),
        ({**ROW, "text": ""}, ":1: text: give a text"),
        ({**ROW, "question": None}, ":1: question: give the question"),
        ({**ROW, "id": True}, ":1: id: give a name"),
        ({**ROW, "mission": 3}, ":1: mission: give a text"),
        ([1], ":1: a line is one JSON object"),
    ],
)
@pytest.mark.parametrize("verb", ["propose-groups", "suggest"])
def test_a_wrong_line_is_named_and_nothing_is_printed(
    verb: str, row: object, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run([verb, lines(tmp_path / "points.jsonl", row)])
    out, error = capsys.readouterr()
    assert out == ""
    assert said in error


def test_an_id_stands_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["propose-groups", lines(tmp_path / "points.jsonl", ROW, ROW)])
    assert "the id “p1” stands twice" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b'{"id": 1}\nnot json\n'])
def test_what_is_no_file_of_lines_is_refused(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "points.jsonl"
    path.write_bytes(content)
    with pytest.raises(SystemExit):
        run(["split", str(path)])
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith(f"error: {path}")
