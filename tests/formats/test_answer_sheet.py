"""Answers out and back without a desk: what is written, what is read, and what is refused."""

import time
from collections.abc import Callable
from io import BytesIO

import docx
import openpyxl
import pytest

from app.data.catalogues import translations
from app.domain.answer_sheet import key_of, version_of
from app.domain.errors import Invalid
from app.domain.position import Cell, Statement
from app.features.positions.sheet_words import vocabulary
from app.formats.answer_sheet import Returned, Sheet, SheetCell
from app.formats.positions_docx import positions_docx
from app.formats.positions_xlsx import positions_xlsx
from app.formats.returned_sheet import returned_sheet
from app.web.i18n import LANGUAGE_NAMES
from tests.formats.packages import encrypted, lying, members_of, with_member, with_text, zipped

WRITERS = {"xlsx": positions_xlsx, "docx": positions_docx}
MAIN = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
TAB, STRINGS, TYPES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "[Content_Types].xml"
DOCUMENT = MAIN["docx"]
kinds = pytest.mark.parametrize("kind", WRITERS)


def sheet(*texts: str, lang: str = "en") -> Sheet:
    words = vocabulary(lang, translations(lang).gettext, LANGUAGE_NAMES)
    cells = []
    for at, text in enumerate(texts, 1):
        said = Statement("active", text, "ar" if at % 2 else "zh")
        key, version = key_of("review", "A", Cell(at)), version_of(said)
        choices = {"active": "Active", "stalled": "Stalled"}
        cells.append(SheetCell(key, version, at, "General", choices, said, "Draft"))
    questions = {at: f"What of {at}?" for at in range(1, len(texts) + 1)}
    return Sheet(lang, "A: Review", "", words.sheet, LANGUAGE_NAMES, questions, tuple(cells))


def file(kind: str, *texts: str) -> bytes:
    return WRITERS[kind](sheet(*(texts or ("One.", "Two."))))


def read(data: bytes) -> Returned:
    return returned_sheet(data, "answers")


@kinds
def test_the_longest_texts_of_every_cell_come_back(kind: str) -> None:
    words = ("维持和平 ", "السلام ", "mandate ", "мандат ", "🕊 ", *["mandato "] * 20, "\n")
    texts = ["".join(words[(at + n) % 26] for n in range(4_000))[:20_000] for at in range(80)]

    assert [row.text for row in read(file(kind, *texts)).rows] == texts


@kinds
def test_the_same_answer_everywhere_is_no_bomb(kind: str) -> None:
    texts = ["We support the mandate. " * 800] * 80

    assert {row.text for row in read(file(kind, *texts)).rows} == set(texts)


@kinds
def test_lines_may_end_as_they_like(kind: str) -> None:
    (row,) = read(file(kind, "one\r\ntwo\rthree\nfour")).rows

    assert row.text == "one\ntwo\nthree\nfour"


@kinds
def test_nothing_is_computed_and_nobody_is_named(kind: str) -> None:
    members = members_of(file(kind, "=1+1", "@SUM(A1)"))
    parts = b"".join(content for name, content in members.items() if name.endswith(".xml"))
    about = members["docProps/core.xml"]

    assert b"<f>" not in parts
    assert b"<dc:creator></dc:creator>" in about or b"<dc:creator/>" in about
    assert b"python" not in about


@kinds
def test_the_same_answers_are_the_same_bytes_whenever_asked(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file(kind)
    clock = time.localtime(time.time() + 100_000)
    monkeypatch.setattr(time, "localtime", lambda *_: clock)

    assert file(kind) == before


@kinds
def test_a_text_no_file_can_hold_is_left_out_and_said(kind: str) -> None:
    data = file(kind, "one \uffff", "two")

    assert [row.text for row in read(data).rows if row.key] == ["two"]


def test_a_text_too_long_for_a_workbook_is_left_out_and_not_cut() -> None:
    kept, left = read(file("xlsx", "🕊" * 16_383, "🕊" * 16_384)).rows

    assert kept.text == "🕊" * 16_383
    assert (left.key, list(left.faults)) == ("", ["row"])


def test_an_arabic_workbook_runs_from_right_to_left() -> None:
    book = openpyxl.load_workbook(BytesIO(positions_xlsx(sheet("One.", lang="ar"))))

    assert book.worksheets[0].sheet_view.rightToLeft
    assert [tab.sheet_state for tab in book.worksheets] == ["visible", "hidden"]


def test_an_arabic_document_runs_from_right_to_left() -> None:
    body = members_of(positions_docx(sheet("One.", lang="ar")))[DOCUMENT]

    assert b"<w:bidiVisual/>" in body
    assert b"<w:bidi/><w:docGrid" in body.replace(b"\n", b"")


@pytest.mark.parametrize("lang", ["ar", "zh", "en"])
def test_each_cell_has_the_lists_of_its_question(lang: str) -> None:
    book = openpyxl.load_workbook(BytesIO(positions_xlsx(sheet("One.", "Two.", lang=lang))))
    checks = book.worksheets[0].data_validations.dataValidation
    lists = book["Lists"]

    assert {str(check.sqref): check.formula1 for check in checks} == {
        "D10:D11": "Lists!$A$1:$A$6",
        "C10": "Lists!$B$1:$B$2",
        "C11": "Lists!$C$1:$C$2",
    }
    assert [cell.value for cell in lists["A"]] == list(LANGUAGE_NAMES.values())


def test_words_pasted_into_word_keep_marks_insertions_and_lines() -> None:
    document = docx.Document(BytesIO(file("docx", "One.")))
    cell = document.tables[0].rows[2].cells[1]
    cell.add_paragraph("a point", style="List Bullet")
    cell.add_table(1, 1).rows[0].cells[0].text = "in a table"
    out = BytesIO()
    document.save(out)

    (row,) = read(out.getvalue()).rows

    assert row.text.rstrip("\n") == "One.\n• a point\nin a table"


def xlsx(change: Callable[[str], str], name: str = TAB) -> Callable[[], bytes]:
    return lambda: with_text(file("xlsx"), name, change)


def word(change: Callable[[str], str], name: str = DOCUMENT) -> Callable[[], bytes]:
    return lambda: with_text(file("docx"), name, change)


def related(kind: str, relation: str) -> Callable[[], bytes]:
    name = {"xlsx": "xl/_rels/workbook.xml.rels", "docx": "word/_rels/document.xml.rels"}[kind]
    end = "</Relationships>"
    added = f'<Relationship Id="rId99" Type="x/{relation}/></Relationships>'
    return lambda: with_text(file(kind), name, lambda text: text.replace(end, added))


def declared(kind: str) -> Callable[[], bytes]:
    steps = "".join(f'<!ENTITY b{n + 1} "{f"&b{n};" * 10}">' for n in range(9))
    head = f'<!DOCTYPE x [<!ENTITY b0 "ha">{steps}]>'
    name = {"xlsx": STRINGS, "docx": DOCUMENT}[kind]
    mark = {"xlsx": "<sst", "docx": "<w:document"}[kind]
    return lambda: with_text(file(kind), name, lambda text: text.replace(mark, head + mark, 1))


def many_rows() -> bytes:
    rows = "".join(f'<row r="{n}"><c r="E{n}"/></row>' for n in range(100, 500_000))
    return with_text(
        file("xlsx"), TAB, lambda text: text.replace("</sheetData>", f"{rows}</sheetData>")
    )


def many(piece: str, times: int) -> Callable[[], bytes]:
    return word(lambda text: text.replace("<w:sectPr", f"{piece * times}<w:sectPr"))


def as_macros(kind: str, name: str) -> Callable[[], bytes]:
    plain = {"xlsx": "spreadsheetml.sheet.main", "docx": "wordprocessingml.document.main"}[kind]
    old = f"application/vnd.openxmlformats-officedocument.{plain}+xml"
    return lambda: with_text(file(kind), TYPES, lambda text: text.replace(old, name))


def hidden_main() -> bytes:
    """Say in a comment that it is a workbook, and in earnest that it is something else."""
    said = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    end = "</Types>"
    return with_text(
        file("xlsx"),
        TYPES,
        lambda text: text.replace(said, "text/plain").replace(end, f"<!-- {said} -->{end}"),
    )


def openpyxl_book() -> bytes:
    out = BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def word_document() -> bytes:
    out = BytesIO()
    docx.Document().save(out)
    return out.getvalue()


HOSTILE = {
    "no byte": (lambda: b"", "empty"),
    "26 MB": (lambda: b"PK" + bytes(26 * 1024 * 1024), "larger than 25 MB"),
    "protected by a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
    "PDF": (lambda: b"%PDF-1.7\n", "neither"),
    "CSV": (lambda: b"a,b\n1,2\n", "neither"),
    "web page": (lambda: b"<html><table></table></html>", "neither"),
    "archive": (lambda: zipped({"a.txt": b"x"}), "an archive"),
    "archive in an archive": (lambda: zipped({"a.xlsx": file("xlsx")}), "an archive"),
    "workbook truncated": (lambda: file("xlsx")[:3000], "damaged"),
    "document truncated": (lambda: file("docx")[:3000], "damaged"),
    "workbook encrypted": (lambda: encrypted(file("xlsx")), "encrypted"),
    "document encrypted": (lambda: encrypted(file("docx")), "encrypted"),
    "another workbook": (openpyxl_book, "not a workbook downloaded here"),
    "another document": (word_document, "not a document downloaded here"),
    "bomb of one member": (
        lambda: with_member(file("xlsx"), "xl/media/a.xml", bytes(25_000_000)), "unpacks"),
    "bomb by ratio": (
        lambda: with_member(file("docx"), "word/media/a.bin", bytes(15_000_000)), "unpacks"),
    "bomb by sum": (
        lambda: zipped(members_of(file("xlsx")) | {f"m/{n}": bytes(11_000_000) for n in range(6)}),
        "unpacks"),
    "bomb of many entries": (
        lambda: zipped(members_of(file("xlsx")) | {f"m/{n}.x": b"" for n in range(2100)}),
        "unpacks"),
    "sizes that lie": (
        lambda: lying(with_member(file("xlsx"), "xl/a.xml", bytes(25_000_000)), "xl/a.xml"),
        "unpacks|damaged"),
    "path upwards": (lambda: with_member(file("docx"), "../../evil.xml", b"<a/>"), "damaged"),
    "absolute path": (lambda: with_member(file("xlsx"), "/etc/evil.xml", b"<a/>"), "damaged"),
    "macros in a workbook by part": (
        lambda: with_member(file("xlsx"), "xl/vbaProject.bin", b"\xd0"), "macros"),
    "macros in a workbook by type": (
        as_macros("xlsx", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "macros"),
    "binary workbook": (
        as_macros("xlsx", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "macros"),
    "macros in a document by type": (
        as_macros("docx", "application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
    "main part in a comment": (hidden_main, "an archive"),
    "external workbook": (
        related("xlsx", 'externalLinkPath" Target="file:///c:/a.xlsx" TargetMode="External"'),
        "elsewhere"),
    "external template": (
        related("docx", 'attachedTemplate" Target="https://evil.example/a" TargetMode="External"'),
        "elsewhere"),
    "external spelled by references": (
        related("xlsx", 'image" Target="https://evil.example/a" TargetMode="&#69;xternal"'),
        "elsewhere"),
    "external behind a quoted bracket": (
        related("docx", 'image" Target="https://evil.example/a>b" TargetMode="External"'),
        "elsewhere"),
    "entities in a workbook": (declared("xlsx"), "entities"),
    "entities in a document": (declared("docx"), "entities"),
    "entities behind another encoding": (
        xlsx(lambda text: text.replace("UTF-8", "UTF-7").replace(
            "?>", "?>+ADwAIQ-DOCTYPE x [+ADwAIQ-ENTITY b +ACI-ha+ACIAPgBdAD4-"), STRINGS),
        "damaged"),
    "broken sheet": (xlsx(lambda text: text.replace("<sheetData>", "<sheetData")), "damaged"),
    "broken document": (word(lambda text: text.replace("<w:body>", "<w:body")), "damaged"),
    "half a million rows": (many_rows, "rows than"),
    "a million cells in a row": (
        xlsx(lambda text: text.replace(
            "<sheetData>", f"<sheetData><row>{'<c/>' * 1_000_000}</row>")),
        "damaged"),
    "a million paragraphs": (many("<w:p/>", 1_000_000), "paragraphs than"),
    "a million pieces": (many("<w:r/>", 1_000_000), "holds far more"),
    "nested too deeply": (many("<w:sdt>", 1_000), "damaged"),
    "merged cells": (
        xlsx(lambda text: text.replace(
            "</sheetData>", '</sheetData><mergeCells><mergeCell ref="C9:D9"/></mergeCells>')),
        "C9:D9 are merged"),
    "string that is not there": (
        xlsx(lambda text: text.replace("<v>0</v>", "<v>9999999</v>", 1)), "damaged"),
    "string of another number": (
        xlsx(lambda text: text.replace("<v>0</v>", "<v>1e999</v>", 1)), "damaged"),
    "template of a later time": (
        xlsx(lambda text: text.replace("horseshoe.positions/1", "horseshoe.positions/2"), STRINGS),
        "another version"),
    "template of no language": (
        xlsx(lambda text: text.replace("positions/1/en", "positions/1/xx"), STRINGS),
        "another version"),
    "template of a later time in a document": (
        word(lambda text: text.replace("horseshoe.positions/1", "horseshoe.positions/2")),
        "another version"),
    "a column renamed": (
        xlsx(lambda text: text.replace("<t>assessment<", "<t>evaluation<"), STRINGS),
        "first row was changed"),
    "two downloads in one document": (
        word(lambda text: text.replace("positions/1/en", "positions/1/fr", 3)), "two downloads"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_in_one_line_and_soon(case: str) -> None:
    build, said = HOSTILE[case]
    data = build()
    began = time.monotonic()

    with pytest.raises(Invalid, match=said) as refused:
        read(data)

    line = str(refused.value)
    assert "\n" not in line
    assert "Traceback" not in line
    assert line.endswith(".")
    assert time.monotonic() - began < 30


@pytest.mark.parametrize(("kind", "name"), [("xlsx", "a.docx"), ("docx", "A.XLSX")])
def test_a_name_that_says_another_type_is_refused(kind: str, name: str) -> None:
    with pytest.raises(Invalid, match="but its name ends in"):
        returned_sheet(file(kind), name)


@pytest.mark.parametrize("name", ["", "a" * 4096, "../../etc/passwd", "CON", "-rf", "a\x00b"])
def test_any_other_name_decides_nothing(name: str) -> None:
    assert returned_sheet(file("xlsx"), name).rows == read(file("xlsx")).rows


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("<f>1+1</f><v>2</v>", "formula"),
        ('<f>HYPERLINK("https://evil.example","x")</f><v>One.</v>', "formula"),
        ("<v>42</v>", "number"),
    ],
)
def test_a_cell_that_holds_no_text_is_named(cell: str, said: str) -> None:
    def change(text: str) -> str:
        before, _, after = text.partition('<c r="E10"')
        return f'{before}<c r="E10">{cell}</c>{after.partition("</c>")[2]}'

    first, second = read(with_text(file("xlsx"), TAB, change)).rows

    assert said in first.faults["text"]
    assert (first.place, second.faults) == ("10", {})


def test_excels_own_spelling_of_letters_is_read() -> None:
    spelled = xlsx(
        lambda text: text.replace("One.", "a_x000D__x000A_b_x0001__xD83D__xDD4A_"), STRINGS
    )

    assert read(spelled()).rows[0].text == "a\r\nb\x01🕊"


def test_phonetic_guides_are_no_part_of_a_text() -> None:
    rich = (
        '<r><t>平</t></r><r><t xml:space="preserve"> 和</t></r><rPh sb="0" eb="1"><t>へい</t></rPh>'
    )
    ruled = xlsx(lambda text: text.replace("<t>One.</t>", rich), STRINGS)

    assert read(ruled()).rows[0].text == "平 和"


def test_a_picture_among_the_words_is_named() -> None:
    drawn = word(lambda text: text.replace("One.</w:t></w:r>", "One.</w:t><w:drawing/></w:r>"))

    first, second = read(drawn()).rows

    assert "picture" in first.faults["text"]
    assert second.faults == {}
