"""The text of an uploaded concept note: PDF, DOCX or plain text, told apart by their bytes.

PDF and DOCX are read in a child process with little memory and little time, so that a hostile
file can end nothing but its own reading.
"""

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

from app.domain.errors import Invalid
from app.formats.plain_text import decode
from app.formats.word_gate import check_package, is_word_package

LARGEST = 25 * 1024 * 1024
WALL_CLOCK_SECONDS = 30
LONGEST_TEXT = 4_000_000
_ROOT = Path(__file__).resolve().parents[2]
# -I shuts out the environment and the working directory; the child is told where app is.
_CHILD = "import sys; sys.path.insert(0, sys.argv[1]); from app.formats.extract import main; main()"
_WRONG_TYPES = (
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\xd0\xcf\x11\xe0", "a file of an old or protected office format"),
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
_WANTED = "Please send the note as PDF, DOCX or plain text."
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<svg", b"<script", b"<head", b"<body")


def note_text(data: bytes, file_name: str) -> str:
    """Return the text of a note, or raise `Invalid` with one line that says what is wrong.

    The name is never trusted: neither to tell the type nor in any path.
    """
    del file_name
    if not data.strip(b"\x00\t\n\r "):
        raise Invalid("The file is empty.")
    if len(data) > LARGEST:
        raise Invalid("The file is larger than 25 MB.")
    text = _read(data)
    if not text.strip():
        raise Invalid("The file holds no text.")
    if len(text) > LONGEST_TEXT:
        raise Invalid("The file holds more text than a concept note can have.")
    return text


def _read(data: bytes) -> str:
    if data.startswith(b"%PDF-"):
        _refuse_second_face(data)
        return _in_child("pdf", data)
    if data.startswith(b"PK"):
        if not is_word_package(data):
            raise Invalid(f"The file is an archive, not a Word document. {_WANTED}")
        check_package(data)
        return _in_child("docx", data)
    for start, what in _WRONG_TYPES:
        if data.startswith(start):
            raise Invalid(f"The file is {what}. {_WANTED}")
    opening = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if opening.startswith(_MARKUP):
        raise Invalid(f"The file is a web page or markup. {_WANTED}")
    if b"%PDF-" in data[:1024]:
        raise Invalid("The file is damaged: other content stands before the PDF begins.")
    return decode(data)


def _refuse_second_face(data: bytes) -> None:
    """Refuse a PDF that is an archive or a web page too: each reader would see another text."""
    tail = data[-66_000:]
    if b"PK\x05\x06" in tail and zipfile.is_zipfile(BytesIO(data)):
        raise Invalid("The file is a PDF and an archive at once. Please send a plain PDF.")
    if any(mark in data[:1024].lower() for mark in (b"<html", b"<script", b"<!doctype html")):
        raise Invalid("The file is a PDF and a web page at once. Please send a plain PDF.")


def _in_child(kind: str, data: bytes) -> str:
    command = [sys.executable, "-I", "-B", "-X", "utf8", "-c", _CHILD, str(_ROOT), kind]
    try:
        child = subprocess.run(  # noqa: S603 - no shell, no word of the upload in the command
            command,
            input=data,
            capture_output=True,
            timeout=WALL_CLOCK_SECONDS,
            check=False,
            env={"PATH": os.environ.get("PATH", ""), "MALLOC_ARENA_MAX": "1"},
            cwd="/",
        )
    except subprocess.TimeoutExpired:
        raise Invalid("Reading the file took too long.") from None
    if child.returncode == 0:
        return child.stdout.decode("utf-8", errors="replace")
    if child.returncode == 2:
        raise Invalid(_first_line(child.stderr))
    raise Invalid("The file could not be read: it is damaged or asks for too much.")


def _first_line(said: bytes) -> str:
    lines = said.decode("utf-8", errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else "The file could not be read."
