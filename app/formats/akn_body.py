"""What is printed, as the hierarchy of an Akoma Ntoso document.

Each sentence keeps its anchor: ``eId="s12"`` is ``#s12`` on the page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml.etree import _Element

from app.formats.akn_markup import Child, cited, node, paragraph, spoken
from app.formats.summary_blocks import Block, Heading, Listed, Said, Table, Text

# Of a sentence's JSON, what stands as attributes of its paragraph.
FACTS = (
    "part", "question", "missions", "by", "kind", "value", "count", "of", "members", "outcome",
    "stale", "confirmed",
)  # fmt: skip


@dataclass
class _Branch:
    heading: Heading
    blocks: list[Block] = field(default_factory=list)
    branches: list["_Branch"] = field(default_factory=list)


def body(
    blocks: Sequence[Block], sentences: Sequence[Mapping[str, Any]], language: str
) -> _Element:
    """Give the main body; ``sentences`` are those of the summary's JSON, which hides what it must.

    What is printed says the same words under the same numbers.
    """
    about = {str(each["id"]): each for each in sentences}
    branches = [
        _written(branch, f"{'part' if branch.branches else 'sec'}_{at}", about, language)
        for at, branch in enumerate(_grown(blocks), 1)
    ]
    return node("mainBody", *branches, **spoken(language))


def _grown(blocks: Sequence[Block]) -> list[_Branch]:
    """Put each block under the heading it follows."""
    trunk = _Branch(Heading("", 0))
    path = [trunk]
    for block in blocks:
        if isinstance(block, Heading):
            while path[-1].heading.level >= block.level:
                path.pop()
            path[-1].branches.append(_Branch(block))
            path.append(path[-1].branches[-1])
        else:
            path[-1].blocks.append(block)
    return trunk.branches


def _written(
    branch: _Branch, eid: str, about: Mapping[str, Mapping[str, Any]], language: str
) -> _Element:
    head = node("heading", branch.heading.text, eId=f"{eid}__heading")
    said = [block for block in branch.blocks if isinstance(block, Said)]
    before = [
        each
        for at, block in enumerate(branch.blocks, 1)
        for each in _block(block, f"{eid}__list_{at}", branch.heading.text)
    ]
    name = "part" if eid.startswith("part") and "__" not in eid else _LEVELS[branch.heading.level]
    if not (said or branch.branches):
        return node(name, head, node("content", *before, eId=f"{eid}__content"), eId=eid)
    intro = [node("intro", *before, eId=f"{eid}__intro")] if before else []
    below = (
        _written(each, f"{eid}__{_SHORT[each.heading.level]}_{at}", about, language)
        for at, each in enumerate(branch.branches, 1)
    )
    sentences = (_sentence(each, about[f"s{each.number}"], language) for each in said)
    return node(name, head, *intro, *sentences, *below, eId=eid)


_LEVELS = {1: "section", 2: "section", 3: "subsection"}
_SHORT = {2: "sec", 3: "subsec"}


def _sentence(said: Said, facts: Mapping[str, Any], language: str) -> _Element:
    eid = f"s{said.number}"
    told = {f"hs_{name}": _fact(facts[name]) for name in FACTS}
    words: list[Child] = []
    for text, spoken_in in said.runs:
        pieces = cited(text)
        is_own = spoken_in == language
        words += pieces if is_own else [node("span", *pieces, **spoken(spoken_in))]
    notes = (paragraph(note, **{"class": "note"}) for note in said.notes)
    content = node("content", node("p", *words), *notes, eId=f"{eid}__content")
    return node("paragraph", node("num", f"{said.number}."), content, eId=eid, **told)


def _fact(value: object) -> object:
    """Give a list as XML has them, parted by spaces; nothing for an empty one."""
    return (" ".join(map(str, value)) or None) if isinstance(value, list) else value


def _block(block: Block, eid: str, heading: str) -> Iterator[_Element]:
    match block:
        case Text(text):
            yield paragraph(text)
        case Table():
            yield _table(block, heading)
        case Listed(lines):
            items = (
                node("item", paragraph(line), eId=f"{eid}__item_{at}")
                for at, line in enumerate(lines, 1)
            )
            yield node("blockList", *items, eId=eid)


def _table(table: Table, heading: str) -> _Element:
    caption = [] if table.caption == heading else [node("caption", table.caption)]
    rows = [node("tr", *(_cell("th", each) for each in table.head))] if table.head else []
    rows += [node("tr", *(_cell("td", each) for each in row)) for row in table.rows]
    return node("table", *caption, *rows)


def _cell(name: str, text: str) -> _Element:
    return node(name, *(paragraph(line) for line in text.split("\n")))
