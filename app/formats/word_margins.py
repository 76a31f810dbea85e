"""What stands at the head and foot of every page of a Word document."""

from lxml.etree import _Element

from app.formats.summary_words import SUMMARY_WORDS
from app.formats.word_writing import RIGHT_TO_LEFT, element, field, parsed, run


def put(margin: object, blocks: list[str]) -> None:
    holder: _Element = margin._element  # type: ignore[attr-defined]  # noqa: SLF001 - its only way in
    for empty in list(holder):
        holder.remove(empty)
    holder.extend(parsed(blocks))


def about(lang: str, style: str) -> str:
    direction = element("bidi") if lang == RIGHT_TO_LEFT else ""
    return element("pPr", element("pStyle", val=style), direction)


def numbered(lang: str, said: str = "") -> str:
    """Write a foot: what is said there, and which page of how many it is."""
    before, between, after = SUMMARY_WORDS[lang].page.format(n="\0", m="\0").split("\0")
    first, last = field("PAGE", lang), field("NUMPAGES", lang)
    numbers = run(before, lang) + first + run(between, lang) + last + run(after, lang)
    return element("p", about(lang, "Footer"), run(f"{said} · ", lang) if said else "", numbers)
