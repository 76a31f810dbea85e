"""From the bytes of an uploaded file to what a briefing keeps of it. No database here."""

from dataclasses import dataclass
from typing import Any

from app.domain.errors import Invalid
from app.domain.note import Reading
from app.domain.proof import sha256
from app.formats.note_reading import reading_of
from app.formats.note_text import note_text


@dataclass(frozen=True)
class NoteFile:
    """A concept note as it came, its text, and what was read from it."""

    name: str
    content: bytes
    text: str
    reading: dict[str, Any]

    @property
    def sha256(self) -> str:
        return sha256(self.content)


def read_file(name: str, content: bytes) -> NoteFile:
    """Read a note; whatever is wrong with the file is Invalid, said of the field ``file``."""
    try:
        text = note_text(content, name).replace("\0", "")
    except Invalid as error:
        raise Invalid(error.reason, where="file") from error
    reading = reading_of(text).to_json()
    return NoteFile(plain_name(name), content, text, reading)


def no_file() -> NoteFile:
    """Start without a note: nothing was read, everything is to be entered."""
    return NoteFile("", b"", "", Reading(None, None, None).to_json())


def plain_name(name: str) -> str:
    """Keep the last part of a file's name, without characters that hide or break a line."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(char for char in last if char.isprintable())[-120:]
