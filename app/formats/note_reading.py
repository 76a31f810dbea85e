"""A concept note's text read with the names of States at hand."""

from functools import cache

from app.data import reading_traps, state_names_for_reading
from app.domain.note import Reading, StateNames, read_note


@cache
def _names() -> StateNames:
    return StateNames(state_names_for_reading(), reading_traps().phrases)


def reading_of(text: str) -> Reading:
    """Read a note in any of the six languages; what is not found is empty, with a warning."""
    return read_note(text, _names())
