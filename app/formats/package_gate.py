"""What an office file must be before its XML is read: sizes are counted, not believed."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from app.domain.errors import Invalid
from app.formats.office_xml import elements, free, name_of

MOST_ENTRIES = 2_000
LARGEST_MEMBER = 20 * 1024 * 1024
LARGEST_SUM = 60 * 1024 * 1024
HIGHEST_RATIO = 100
# A small member may well shrink a hundredfold; only a large one can hurt.
RATIO_COUNTS_FROM = 1024 * 1024
_TYPES = "[Content_Types].xml"
_MAIN_PARTS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
}
_MACRO_MAIN = re.compile(r"application/vnd\.ms-(?:word|excel)\.[a-z.]+macroEnabled", re.IGNORECASE)
_LINK_TARGET = re.compile(r"\s*(?:https?:|mailto:|#)", re.IGNORECASE)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"']*)", re.IGNORECASE)
_PLAIN_ENCODINGS = (b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii")
_BOMB = "The file unpacks to far more than it can honestly hold."
_DAMAGED = "The file is damaged and cannot be opened."
_LOCKED = "The file is encrypted. Please send it without a password."
_MACROS = "The file holds macros. Please save it without macros."


@dataclass(frozen=True)
class MainPart:
    """The part an office file is about. ``kind`` is docx or xlsx."""

    kind: str
    name: str


def find_main_part(data: bytes) -> MainPart | None:
    """Tell by the declared type of a part, never by the name of the file, what it is."""
    with _opened(data) as package:
        if len(package.infolist()) > MOST_ENTRIES:
            raise Invalid(_BOMB)
        if any(entry.flag_bits & 1 for entry in package.infolist()):
            raise Invalid(_LOCKED)
        if _TYPES not in package.namelist():
            return None
        content = _member(package, package.getinfo(_TYPES), RATIO_COUNTS_FROM)
    _check_declarations(content)
    found = None
    for part in elements(content):
        kind = part.get("ContentType", "")
        if _MACRO_MAIN.match(kind):
            raise Invalid(_MACROS)
        if kind in _MAIN_PARTS and name_of(part) == "Override":
            found = MainPart(_MAIN_PARTS[kind], part.get("PartName", "").lstrip("/"))
        free(part)
    return found


def check_package(data: bytes, *, dense_from: int = RATIO_COUNTS_FROM) -> None:
    """Refuse bombs, macros, outside content and declarations, reading every member once.

    ``dense_from`` is the size from which what shrinks very well is taken for a bomb.
    """
    with _opened(data) as package:
        entries = package.infolist()
        if len(entries) > MOST_ENTRIES:
            raise Invalid(_BOMB)
        _check_names(entries)
        total = 0
        for entry in entries:
            content = _member(package, entry, dense_from)
            total += len(content)
            if total > LARGEST_SUM:
                raise Invalid(_BOMB)
            _check_content(entry.filename.lower(), content)


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Invalid(_DAMAGED) from None


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) < len(names):
        raise Invalid(_DAMAGED)
    for entry in entries:
        parts = re.split(r"[/\\]", entry.orig_filename)
        link = (entry.external_attr >> 28) == 0xA
        if ".." in parts or parts[0] == "" or "\x00" in entry.orig_filename or link:
            raise Invalid(_DAMAGED)
        if parts[-1].lower().startswith("vbaproject"):
            raise Invalid(_MACROS)


def _member(package: zipfile.ZipFile, entry: zipfile.ZipInfo, dense_from: int) -> bytes:
    """Read at most one byte beyond the limit: the sizes in the headers can lie."""
    if entry.flag_bits & 1:
        raise Invalid(_LOCKED)
    try:
        with package.open(entry) as member:
            content = member.read(LARGEST_MEMBER + 1)
    except Exception as error:  # a damaged member can fail in any way its decoder knows
        raise Invalid(_DAMAGED) from error
    ratio = len(content) / max(1, entry.compress_size)
    too_dense = ratio > HIGHEST_RATIO and len(content) > dense_from
    if len(content) > LARGEST_MEMBER or too_dense:
        raise Invalid(_BOMB)
    return content


def _check_content(name: str, content: bytes) -> None:
    if name.endswith((".xml", ".rels")):
        _check_declarations(content)
    if name.endswith(".rels"):
        for element in elements(content):
            _check_relationship(
                element.get("TargetMode"), element.get("Type"), element.get("Target")
            )
            free(element)


def _check_declarations(content: bytes) -> None:
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:64]
    bare = content.replace(b"\x00", b"") if wide else content
    if _DECLARATION.search(bare):
        raise Invalid("The file declares entities of its own, which are not read.")
    encoding = _ENCODING.match(bare[:400].lstrip(b"\xef\xbb\xbf\xff\xfe"))
    if encoding and not encoding[1].lower().startswith(_PLAIN_ENCODINGS):
        raise Invalid(_DAMAGED)  # in another encoding a declaration could hide from the search


def _check_relationship(mode: str | None, kind: str | None, target: str | None) -> None:
    if (mode or "").strip().lower() != "external":
        return
    is_link = (kind or "").endswith("/relationships/hyperlink")
    if not (is_link and _LINK_TARGET.match(target or "")):
        raise Invalid("The file draws in content from elsewhere. Please send it whole.")
