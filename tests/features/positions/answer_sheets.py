"""Files of answers filled in by other programs, and what six languages may hold."""

import re
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy.orm import Session

from app.db.models import Draft, Position, Question
from app.domain.position import LANGUAGES, Cell, Statement
from app.web.i18n import LANGUAGE_NAMES
from tests.features.positions.desk import DESK

SHEET = f"{DESK}/sheet"
KINDS = ("xlsx", "docx")
SAID = {
    "ar": "نؤيد تمديد ولاية البعثة \u2067(القرار \u20682164 (2014)\u2069)\u2069 حتى ٣٠ يونيه.",
    "zh": "我们支持延长任务期限，但须有明确基准：“政治先行”。",
    "en": "We support the mandate – with benchmarks; see S/2017/287.",
    "fr": "Nous appuyons le mandat : « la primauté du politique » l’exige.",
    "ru": "Мы поддерживаем мандат; объём сил следует пересмотреть.",
    "es": "¿Apoyamos el mandato? Sí: con parámetros, según el año.",
}
ODD = (
    "",
    "\nA second line.\n\nA fourth, after an empty one.",
    "  two spaces before and after  ",
    "\ttab\tand tab",
    "🕊️ 👩🏽‍⚖️ é e\u0301",
    "one\u2028two\u2029three\u00a0four\u00adfive",
    "_x0041_ and x005F_ and &amp; <b>bold</b> \"quoted\" 'so'",
    "ends with a line end\n",
)
BEGINNINGS = ("", "=1+1 ", "'", "007 ", "+1 ", "-1 ", "@SUM(A1) ", "https://undocs.org ")
ASSESSMENTS = ("active", "stalled", "no_position", "awaiting_instructions", None)

_SPELLING = re.compile("_(?=x[0-9A-F]{4}_)")  # Excel spells it so; this other program does not


def statement(at: int) -> Statement:
    """Give the statement of one of many cells: every language meets every oddity."""
    language = LANGUAGES[at % len(LANGUAGES)]
    beginning, odd = BEGINNINGS[at % len(BEGINNINGS)], ODD[at // len(LANGUAGES) % len(ODD)]
    text = f"{beginning}{SAID[language]}{odd}"
    return Statement(ASSESSMENTS[at % len(ASSESSMENTS)], text, language)


def drafts(db: Session) -> dict[Cell, Statement]:
    """Give every draft there is, whoever's."""
    db.rollback()
    rows = (
        db.query(Draft, Question.number, Position.mission)
        .join(Draft.position)
        .join(Question, Question.id == Position.question_id)
    )
    return {
        Cell(number, mission): Statement(draft.assessment, draft.text, draft.language)
        for draft, number, mission in rows
    }


def download(client: TestClient, kind: str, language: str = "en") -> bytes:
    client.cookies.set("language", language)
    answer = client.get(f"{SHEET}/{kind}")
    assert answer.status_code == 200, answer.text
    return answer.content


def upload(client: TestClient, data: bytes, name: str = "answers") -> Response:
    return client.post(SHEET, files={"file": (name, data)})


Row = dict[str, Any]  # field -> the cell of a workbook, or of a table in a document


def edited(kind: str, data: bytes, change: Callable[[list[Row]], object]) -> bytes:
    """Let ``change`` write into the rows of a file, by programs that are not ours."""
    return {"xlsx": _edited_xlsx, "docx": _edited_docx}[kind](data, change)


def _edited_xlsx(data: bytes, change: Callable[[list[Row]], object]) -> bytes:
    book = openpyxl.load_workbook(BytesIO(data))
    page = book.worksheets[0]
    names = {str(cell.value).partition("/")[0]: cell.column for cell in page[1]}
    names["key"] = names.pop("horseshoe.positions")
    rows = [
        {name: page.cell(row, column) for name, column in names.items()}
        for row in range(2, page.max_row + 1)
        if page.cell(row, names["version"]).value
    ]
    change(rows)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _edited_docx(data: bytes, change: Callable[[list[Row]], object]) -> bytes:
    document = docx.Document(BytesIO(data))
    names = ("assessment", "language", "text")
    rows = [
        dict(zip(names, (row.cells[1] for row in table.rows), strict=True))
        for table in document.tables
    ]
    change(rows)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def write(row: Row, name: str, text: str) -> None:
    """Type a text into a cell: a workbook's, or a document's, where each line is a paragraph."""
    cell = row[name]
    if not hasattr(cell, "paragraphs"):
        cell.value = _SPELLING.sub("_x005F_", text)
        cell.data_type = "s"
        return
    for paragraph in cell.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 - python-docx removes nothing
    first, *more = text.split("\n")
    for choice in cell.paragraphs[0]._p.findall(qn("w:sdt")):  # noqa: SLF001 - nor knows of lists
        cell.paragraphs[0]._p.remove(choice)  # noqa: SLF001 - as above
    cell.paragraphs[0].text = first
    for line in more:
        cell.add_paragraph(line)


def fill(rows: list[Row], labels: Mapping[str | None, str]) -> None:
    for at, row in enumerate(rows):
        said = statement(at)
        write(row, "assessment", labels[said.assessment])
        write(row, "language", LANGUAGE_NAMES[said.language])
        write(row, "text", said.text)


def keys(data: bytes) -> list[str]:
    found: list[str] = []
    _edited_xlsx(data, lambda rows: found.extend(row["key"].value for row in rows))
    return found


def doubled(kind: str, data: bytes) -> bytes:
    """Write the first cell a second time: over the last row's key, or below the last table."""
    if kind == "xlsx":
        return _edited_xlsx(data, lambda rows: write(rows[-1], "key", rows[0]["key"].value))
    document = docx.Document(BytesIO(data))
    first = document.tables[0]._tbl  # noqa: SLF001 - python-docx copies nothing
    document.element.body.sectPr.addprevious(deepcopy(first))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def unpacked(data: bytes) -> bytes:
    """Give all that stands in a file, one member after the other."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return b"".join(package.read(name) for name in package.namelist())
