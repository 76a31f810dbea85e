"""A PDF from a template and data: tagged, with fonts from packages, the same bytes every time."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from typst import Fonts

NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)  # no moment is meant
FOLDER = Path(__file__).parent
# Of the Arabic fonts at hand, one whose letters are whole: most set the dots as glyphs of their
# own, and what is copied or read aloud from such a file is no longer Arabic.
FONTS = {
    "fontpkg_noto_sans": "files",
    "fontpkg_amiri": "files",
    "pylopdf_fonts_zh_cn": "",
}
_UNKNOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")  # as the typesetter writes what cannot be seen
Standard = Literal["a-2a", "a-3a", "ua-1"]


def typeset(
    template: str,
    data: Mapping[str, object],
    standards: Sequence[Standard],
    at: datetime | None,
) -> bytes:
    """Set ``data`` with a template of this folder; no text of it ever becomes markup.

    ``at`` stands in the file's metadata, which must have a moment: without one it is NO_DATE.
    A letter that none of the fonts has is named, “[U+1F54A]”: what somebody wrote in another script
    must not stop a document, and is not lost.
    """
    from typst import TypstError  # noqa: PLC0415 - 40 MB, only where something is printed

    text = json.dumps(data, ensure_ascii=False)
    try:
        return _compiled(template, text, standards, at)
    except TypstError as error:
        if not _UNKNOWN.search(str(error)):
            raise
    return _compiled(template, _without_unknown(text), standards, at)


def _without_unknown(text: str) -> str:
    """Replace the letters that no font has, found out by setting each once."""
    from typst import TypstError  # noqa: PLC0415 - as above

    asked = dict.fromkeys(letter for letter in text if not letter.isascii())
    missing: dict[int, str] = {}
    while True:
        left = " ".join(letter for letter in asked if ord(letter) not in missing)
        try:
            _compiled("glyphs.typ", left, ["ua-1"], None)
        except TypstError as error:
            found = _ESCAPED.sub(lambda each: chr(int(each[1], 16)), str(error))
            named = asked.keys() & {*found} - {*map(chr, missing)}
            if not (_UNKNOWN.search(found) and named):
                raise
            missing |= {ord(letter): f"[U+{ord(letter):04X}]" for letter in named}
        else:
            return text.translate(missing)


def _compiled(
    template: str, text: str, standards: Sequence[Standard], at: datetime | None
) -> bytes:
    import typst  # noqa: PLC0415 - as above

    pdf = typst.compile(
        FOLDER / template,
        root=FOLDER,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": text},
        pdf_standards=list(standards),
        timestamp=(at or NO_DATE).replace(microsecond=0),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one document")
    return pdf


@cache
def _fonts() -> "Fonts":
    """Take the fonts from their packages, so that every machine prints the same."""
    from typst import Fonts  # noqa: PLC0415 - as above

    folders = [Path(str(resources.files(package) / folder)) for package, folder in FONTS.items()]
    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
