"""What came back of a delegation's cells in a file, beside what it holds by now."""

from enum import StrEnum

from app.domain.position import Cell, Statement
from app.domain.proof import canonical, sha256

MARK = 16  # hexadecimal digits: enough to tell cells and texts of one delegation apart


class RowState(StrEnum):
    NEW = "new"  # the cell was empty
    CHANGED = "changed"
    SAME = "same"  # the file says what is held, or was not touched
    CONFLICT = "conflict"  # written in the file, and on the site since the file was made
    ERROR = "error"


def single_line_ends(text: str) -> str:
    """Give every line the one end that forms give it: no file keeps the others apart."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def key_of(briefing: str, member: str, cell: Cell) -> str:
    """Name a cell so that no other briefing's or delegation's row passes for it."""
    return _mark([briefing, member, cell.question, cell.mission])


def version_of(statement: Statement | None) -> str:
    """Give a version that is the content's: the same words are the same version, whoever saved."""
    if statement is None or statement.is_empty:
        return _mark([])
    text = single_line_ends(statement.text)
    return _mark([statement.assessment, statement.language, text])


def compare(returned: Statement, seen: str, held: Statement | None) -> RowState:
    """Tell what a row means whose writer had begun from the version ``seen``."""
    now = version_of(held)
    if version_of(returned) in {now, seen}:
        return RowState.SAME
    if now != seen:
        return RowState.CONFLICT
    return RowState.NEW if now == version_of(None) else RowState.CHANGED


def _mark(value: list[object]) -> str:
    return sha256(canonical(value))[:MARK]
