"""Plain text from bytes whose encoding nobody named."""

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from app.domain.errors import Invalid

ENCODINGS = ("utf_8", "utf_16", "gb18030", "big5", "cp1256", "cp1251", "cp1252", "koi8_r")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNREADABLE = (
    "The file is not text that can be read. Please send the note as PDF, DOCX or plain text."
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b]")
SAMPLE = 256 * 1024


def decode(data: bytes) -> str:
    """Decode by the mark at the beginning, as UTF-8, by the zeros of UTF-16, or by likelihood."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data, encoding))
    wide = _wide_without_mark(data)
    if wide:
        return _checked(_strict(data, wide))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_likely(data))


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Invalid(_UNREADABLE) from None


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: line ends and blanks leave zeros in every other place."""
    sample = data[:4096]
    if len(data) % 2 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else None


def _likely(data: bytes) -> str:
    best = from_bytes(data[:SAMPLE], cp_isolation=list(ENCODINGS)).best()
    if best is None:
        raise Invalid(_UNREADABLE)
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        raise Invalid(_UNREADABLE) from None


def _checked(text: str) -> str:
    """Refuse what decodes but is no text: control letters, or letters of no script."""
    sample = text[:20_000]
    odd = len(_CONTROLS.findall(sample))
    odd += sum(unicodedata.category(letter) in {"Cn", "Cs"} for letter in sample)
    if odd > len(sample) / 100:
        raise Invalid(_UNREADABLE)
    return text
