"""What is quoted is what was written."""

from collections.abc import Iterator

from app.domain.quotations import quoted
from app.domain.summary import Summary


def verbatim(summary: Summary) -> Iterator[str]:
    """Every excerpt is exactly what its revision says there."""
    texts = {each.hash: each.statement.text for each in summary.proceedings.positions}
    for each in summary.sentences:
        excerpt = each.excerpt
        if excerpt and texts.get(excerpt.revision, "")[excerpt.start : excerpt.end] != excerpt.text:
            yield f"{each.id}: the excerpt is not in its revision"
        elif excerpt and excerpt.text not in each.text:
            yield f"{each.id}: the sentence does not show its excerpt"
        elif each.is_edited and {*quoted(each.text)} - {*quoted(each.computed)}:
            yield f"{each.id}: the edited text quotes what the computed one does not"
