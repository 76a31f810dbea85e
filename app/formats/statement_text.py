"""A statement's text without the breaks of a page: lines that were wrapped are joined."""

from app.domain.note.reflow import Shapes, layout_of, paragraphs, read_lines

SHORT = 45  # signs; a line that does not end a sentence and is no longer is a heading
ENOUGH = 4  # lines from which a habit shows
_SHAPES = Shapes(
    stands_alone=lambda line: len(line) <= SHORT and not line.rstrip().endswith((",", "،", "，")),
    opens=lambda _: False,
    lists_person=lambda _: False,
)


def reflowed(text: str) -> str:
    """Join wrapped lines into paragraphs; a text that is not wrapped comes back as it is."""
    lines = read_lines(text)
    if len(lines) < ENOUGH or layout_of(lines).unwrapped:
        return text.replace("\f", "\n")
    return "\n".join(paragraphs(lines, _SHAPES))
