"""What is quoted is what was written."""

import re
from collections.abc import Iterator

from app.domain.summary import Summary

QUOTATIONS = re.compile(
    r"“([^”\n]*)”|«([^»\n]*)»|„([^“”\n]*)[“”]|「([^」\n]*)」|『([^』\n]*)』|‘([^’\n]*)’|\"([^\"\n]*)\""
)


def verbatim(summary: Summary) -> Iterator[str]:
    """Every excerpt is exactly what its revision says there."""
    texts = {each.hash: each.statement.text for each in summary.proceedings.positions}
    for each in summary.sentences:
        excerpt = each.excerpt
        if excerpt and texts.get(excerpt.revision, "")[excerpt.start : excerpt.end] != excerpt.text:
            yield f"{each.id}: the excerpt is not in its revision"
        elif excerpt and excerpt.text not in each.text:
            yield f"{each.id}: the sentence does not show its excerpt"
        elif each.is_edited and any(said not in each.computed for said in quoted(each.text)):
            yield f"{each.id}: the edited text quotes what the computed one does not"


def quoted(text: str) -> list[str]:
    """Give what a text puts between quotation marks, in its order."""
    return ["".join(filter(None, found)).strip() for found in QUOTATIONS.findall(text)]
