"""read-note: the one real note in full, and files that are no note."""

import random
import zipfile
from io import BytesIO

import pytest

from tests.cli.process import LARGEST, LONGEST, Operator, is_refused
from tests.notes import REAL_NOTE, as_docx

KEYS = (
    "symbol language title letter meeting_date presidency_iso3 briefers sections questions "
    "references figures warnings"
)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
)
ENCRYPTED = (
    PDF + b"4 0 obj<</Filter/Standard/V 2/R 3/Length 128/P -4/O<" + b"41" * 32 + b">/U<"
    b"42" * 1 + b"42" * 31 + b">>>endobj\n"
    b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n0\n%%EOF"
)


def bomb() -> bytes:
    """Make a Word document of a third of a megabyte whose text is 100 MB of XML."""
    packed = BytesIO()
    plain = zipfile.ZipFile(BytesIO(as_docx(["x"])))
    with plain, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in plain.infolist():
            content = plain.read(entry)
            if entry.filename == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 17_500_000)
            out.writestr(entry.filename, content)
    return packed.getvalue()


def test_the_real_note_is_read_in_full(operator: Operator) -> None:
    run = operator.run("read-note", "--json", REAL_NOTE)
    note = run.json
    assert (run.status, run.err) == (0, "")
    assert " ".join(note) == KEYS
    assert note["language"] == "zh"
    assert note["letter"] == {
        "date": "2017-04-04",
        "author_iso3": "USA",
        "signatory": "尼基·黑利",
    }
    assert (note["meeting_date"], note["presidency_iso3"]) == ("2017-04-06", "USA")
    kinds = ["overview", "briefers", "questions", "background", "outcome"]
    assert [section["kind"] for section in note["sections"]] == kinds
    assert [list(section) for section in note["sections"]] == [["kind", "heading", "text"]] * 5


def test_the_questions_the_references_and_the_figures_of_the_real_note(operator: Operator) -> None:
    note = operator.run("read-note", "--json", REAL_NOTE).json
    questions, figures = note["questions"], note["figures"]
    shape = ["number", "text", "prompts", "missions", "countries"]
    assert [list(question) for question in questions] == [shape] * 5
    assert [question["number"] for question in questions] == [1, 2, 3, 4, 5]
    assert [len(question["prompts"]) for question in questions] == [2, 2, 3, 3, 2]
    assert questions[2]["countries"] == ["MLI", "COD", "CAF", "SOM"]
    assert note["references"] == ["S/PRST/2009/24", "S/2015/446"]
    assert [list(figure) for figure in figures] == [["text", "value", "as_of", "context"]] * 5
    assert [each["value"] for each in figures] == [16, 99034, 85408, 12786, 7_870_000_000]
    assert {each["as_of"] for each in figures} == {"2017-01-31"}


def test_it_is_shown_line_by_line_in_any_locale(operator: Operator) -> None:
    run = operator.run("read-note", REAL_NOTE, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (run.status, run.err) == (0, "")
    assert [line.split(":")[0] for line in run.text.splitlines()] == KEYS.split()
    assert "尼基·黑利" in run.text


NOT_NOTES = {
    "empty.txt": (b"", "empty"),
    "large.txt": (b"a" * (26 * 1024 * 1024), "25 MB"),
    "image.pdf": (b"\x89PNG\r\n\x1a\n" + bytes(100), "image"),
    "locked.pdf": (ENCRYPTED, "encrypted"),
    "cut.pdf": (PDF, "damaged"),
    "noise.txt": (random.Random(1).randbytes(100_000), "not text"),  # noqa: S311
    "bomb.docx": (bomb, "unpacks"),
}


@pytest.mark.parametrize("name", NOT_NOTES)
def test_what_is_no_note_is_refused_in_one_line(operator: Operator, name: str) -> None:
    content, word = NOT_NOTES[name]
    path = operator.write(name, content() if callable(content) else content)
    run = operator.run("read-note", "--json", path, measured=True)
    assert is_refused(run, str(path), word)
    assert run.kilobytes is not None
    assert run.kilobytes < LARGEST
    assert run.seconds < LONGEST


@pytest.mark.parametrize("path", ["absent.txt", ".", "/dev/zero"])
def test_only_a_file_is_read(operator: Operator, path: str) -> None:
    assert is_refused(operator.run("read-note", path), f"error: {path}: ")


def test_a_reader_may_stop_early(operator: Operator) -> None:
    run = operator.shell(f'$APP read-note --json "{REAL_NOTE}" | head -c 10')
    assert (run.status, len(run.out), run.err) == (0, 10, "")
