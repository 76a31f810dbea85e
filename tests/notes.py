"""One note in the forms it arrives in: plain text, hard-wrapped, on one line, DOCX and PDF."""

import re
import textwrap
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import fontpkg_noto_sans
import pylopdf_fonts_zh_cn
import typst

from app import data
from app.domain.note import StateNames

NOTES = Path(__file__).parent / "data" / "notes"
REAL_NOTE = NOTES / "concept-note-S-2017-287.zh.txt"
FONTS = [
    Path(fontpkg_noto_sans.__file__).parent / "files",
    Path(pylopdf_fonts_zh_cn.__file__).parent,
]
# The Arabic of this face keeps letters whole; the compiler brings it along.
FACES = {"ar": '"DejaVu Sans Mono",', "en": '"Noto Sans", "Noto Sans SC"'}
_SPECIAL = re.compile(r"([\\#$*_`<>@=\-+/~\[\]\"'])")


@cache
def state_names() -> StateNames:
    return StateNames(data.state_names_for_reading(), data.reading_traps().phrases)


def note(name: str) -> str:
    return (NOTES / f"{name}.txt").read_text(encoding="utf-8")


def as_docx(paragraphs: Iterable[str]) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def as_pdf(paragraphs: Iterable[str], language: str) -> bytes:
    body = "\n\n".join(_SPECIAL.sub(r"\\\1", paragraph) for paragraph in paragraphs)
    direction = ", dir: rtl" if language == "ar" else ""
    source = (
        '#set page(paper: "a4", margin: 2.5cm)\n'
        f"#set text(font: ({FACES.get(language, FACES['en'])}), size: 10pt,"
        f' lang: "{language}"{direction})\n#set par(spacing: 1.2em)\n{body}\n'
    )
    return bytes(
        typst.compile(
            source.encode(),
            font_paths=[str(path) for path in FONTS],
            ignore_system_fonts=True,
        )
    )


def hard_wrapped(paragraphs: Iterable[str], columns: int = 78) -> str:
    """One blank line between paragraphs, lines broken at a column."""
    return "\n\n".join(textwrap.fill(one, columns, break_on_hyphens=False) for one in paragraphs)


def on_one_line(paragraphs: Iterable[str]) -> str:
    return " ".join(paragraphs)
