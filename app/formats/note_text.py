"""The text of an uploaded concept note: PDF, DOCX or plain text, told apart by their bytes.

PDF and DOCX are read in a confined child, so that a hostile file can end nothing but its own
reading.
"""

import zipfile
from io import BytesIO

from app.domain.errors import Invalid
from app.formats.confined import read_confined
from app.formats.plain_text import decode

LARGEST = 25 * 1024 * 1024
LONGEST_TEXT = 4_000_000
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
        return read_confined("pdf", data).decode("utf-8")
    if data.startswith(b"PK"):
        return read_confined("docx", data).decode("utf-8")
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
