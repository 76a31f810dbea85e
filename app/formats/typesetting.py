"""A PDF from a template and data: tagged, with fonts from packages, the same bytes every time."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.formats.font_letters import letters_in, shown_or_named

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
Standard = Literal["a-2a", "a-3a", "ua-1"]


def typeset(
    template: str,
    data: Mapping[str, object],
    standards: Sequence[Standard],
    at: datetime | None,
) -> bytes:
    """Set ``data`` with a template of this folder; no text of it ever becomes markup.

    ``at`` stands in the file's metadata, which must have a moment: without one it is NO_DATE.
    """
    import typst  # noqa: PLC0415 - a typesetter of 40 MB, only where something is printed

    pdf = typst.compile(
        FOLDER / template,
        root=FOLDER,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_drawable(data), ensure_ascii=False)},
        pdf_standards=list(standards),
        timestamp=(at or NO_DATE).replace(microsecond=0),
    )
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one document")
    return pdf


def _drawable(value: object) -> object:
    """Name letters that no font draws: one of them would leave the whole document unprinted."""
    if isinstance(value, str):
        return shown_or_named(value, _letters())
    if isinstance(value, Mapping):
        return {key: _drawable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_drawable(each) for each in value]
    return value


@cache
def _letters() -> frozenset[int]:
    return letters_in(_folders())


@cache
def _fonts() -> "Fonts":
    """Take the fonts from their packages, so that every machine prints the same."""
    from typst import Fonts  # noqa: PLC0415 - as above

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=_folders())


def _folders() -> list[Path]:
    return [Path(str(resources.files(package) / folder)) for package, folder in FONTS.items()]
