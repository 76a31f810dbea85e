"""What a Word package must be before its XML is read: sizes are counted, not believed."""

import re
import zipfile
from io import BytesIO

from app.domain.errors import Invalid

MOST_ENTRIES = 2_000
LARGEST_MEMBER = 20 * 1024 * 1024
LARGEST_SUM = 60 * 1024 * 1024
HIGHEST_RATIO = 100
# A small member may well shrink a hundredfold; only a large one can hurt.
RATIO_COUNTS_FROM = 1024 * 1024
_MAIN_PART = re.compile(
    rb"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml"
)
_MACRO_MAIN = re.compile(rb"application/vnd\.ms-word\.[a-z]+\.macroEnabled", re.IGNORECASE)
_RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_EXTERNAL = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']", re.IGNORECASE)
_HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/relationships/hyperlink[\"']")
_LINK_TARGET = re.compile(rb"Target\s*=\s*[\"'](?:https?:|mailto:|#)", re.IGNORECASE)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BOMB = "The file unpacks to far more than a concept note can be."
_DAMAGED = "The Word document is damaged and cannot be opened."


def is_word_package(data: bytes) -> bool:
    """Tell by the declared type of the main part, never by the name of the file."""
    types = _content_types(data)
    if _MACRO_MAIN.search(types):
        raise Invalid("The Word document holds macros. Please save it as DOCX without macros.")
    return bool(_MAIN_PART.search(types))


def check_package(data: bytes) -> None:
    """Refuse bombs, macros, outside content and declarations, reading every member once."""
    with _opened(data) as package:
        entries = package.infolist()
        if len(entries) > MOST_ENTRIES:
            raise Invalid(_BOMB)
        _check_names(entries)
        total = 0
        for entry in entries:
            content = _member(package, entry)
            total += len(content)
            if total > LARGEST_SUM:
                raise Invalid(_BOMB)
            _check_content(entry.filename.lower(), content)


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Invalid(_DAMAGED) from None


def _content_types(data: bytes) -> bytes:
    with _opened(data) as package:
        if len(package.infolist()) > MOST_ENTRIES:
            raise Invalid(_BOMB)
        if any(entry.flag_bits & 1 for entry in package.infolist()):
            raise Invalid("The file is encrypted. Please send it without a password.")
        try:
            return _member(package, package.getinfo("[Content_Types].xml"))
        except KeyError:
            return b""


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise Invalid(_DAMAGED)
    for entry in entries:
        parts = re.split(r"[/\\]", entry.orig_filename)
        link = (entry.external_attr >> 28) == 0xA
        if ".." in parts or parts[0] == "" or "\x00" in entry.orig_filename or link:
            raise Invalid(_DAMAGED)
        if parts[-1].lower().startswith("vbaproject"):
            raise Invalid("The Word document holds macros. Please save it without macros.")


def _member(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read at most one byte beyond the limit: the sizes in the headers can lie."""
    if entry.flag_bits & 1:
        raise Invalid("The file is encrypted. Please send it without a password.")
    try:
        with package.open(entry) as member:
            content = member.read(LARGEST_MEMBER + 1)
    except Exception as error:  # a damaged member can fail in any way its decoder knows
        raise Invalid(_DAMAGED) from error
    ratio = len(content) / max(1, entry.compress_size)
    too_dense = ratio > HIGHEST_RATIO and len(content) > RATIO_COUNTS_FROM
    if len(content) > LARGEST_MEMBER or too_dense:
        raise Invalid(_BOMB)
    return content


def _check_content(name: str, content: bytes) -> None:
    if name.endswith((".xml", ".rels")):
        _check_declarations(content)
    if name.endswith(".rels"):
        for relationship in _RELATIONSHIP.findall(content):
            _check_relationship(relationship)


def _check_declarations(content: bytes) -> None:
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:64]
    bare = content.replace(b"\x00", b"") if wide else content
    if _DECLARATION.search(bare):
        raise Invalid("The Word document declares entities of its own, which are not read.")


def _check_relationship(relationship: bytes) -> None:
    if not _EXTERNAL.search(relationship):
        return
    if not (_HYPERLINK.search(relationship) and _LINK_TARGET.search(relationship)):
        raise Invalid("The Word document draws in content from elsewhere. Please send it whole.")
