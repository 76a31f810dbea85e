"""Where a delegation stands in a cell: what is drafted, what is signed, and how they differ."""

from dataclasses import dataclass
from enum import StrEnum

from app.db.models import Draft, Position, Revision
from app.domain.attribution import Attribution
from app.domain.cutting import CutsBy
from app.domain.position import Cell, PointKind, Statement


@dataclass(frozen=True)
class Place:
    """One cell of one briefing, as an address names it."""

    slug: str
    cell: Cell


@dataclass(frozen=True)
class Writing:
    """What stands in a cell's form: nothing else is kept, and nothing else is signed.

    ``version`` is that of the draft the writer began from; 0 where there was none. ``cuts`` spells
    the pieces the form showed, None where it showed none; ``kinds`` is what was chosen for each.
    """

    statement: Statement
    version: int
    attribution: Attribution | None = None
    quotable: bool = False
    ready: bool = False  # the writer hands it to the signatories
    cuts: str | None = None
    kinds: tuple[PointKind | None, ...] = ()


@dataclass(frozen=True)
class Chosen:
    """A draft picked for signature in the version its signatory read."""

    cell: Cell
    version: int


@dataclass(frozen=True)
class Filled:
    """What a file says in a cell, for the draft in the version it was laid beside."""

    cell: Cell
    version: int
    statement: Statement


class CellStatus(StrEnum):
    NOT_STARTED = "not_started"
    DRAFT = "draft"
    AWAITING = "awaiting"
    RETURNED = "returned"  # a signatory sent it back
    SIGNED = "signed"
    CHANGED = "changed"  # signed, and the draft says something else since
    WITHDRAWN = "withdrawn"


UNSIGNED = frozenset(
    {CellStatus.DRAFT, CellStatus.AWAITING, CellStatus.RETURNED, CellStatus.CHANGED}
)
Content = tuple[Statement, Attribution | None, bool]


def content_of(row: Draft | Revision) -> Content:
    """Give all that a signature covers, for comparing."""
    return Statement(row.assessment, row.text, row.language), row.attribution, row.quotable


def statement_of(row: Draft | Revision | None) -> Statement | None:
    if row is None or (isinstance(row, Revision) and row.is_withdrawal):
        return None
    return Statement(row.assessment, row.text, row.language)


@dataclass(frozen=True)
class Held:
    """What one delegation holds in one cell; empty where it has not begun.

    ``last`` is the revision that counts. ``before`` is the one it withdrew, if it is a withdrawal.
    """

    position: Position | None = None
    draft: Draft | None = None
    last: Revision | None = None
    before: Revision | None = None

    @property
    def written(self) -> Draft:
        """The draft, where there must be one."""
        if self.draft is None:
            raise RuntimeError("nothing has been drafted here")
        return self.draft

    @property
    def standing(self) -> Revision | None:
        """The signed statement now on the record."""
        return None if self.last is None or self.last.is_withdrawal else self.last

    @property
    def begun(self) -> Draft | Revision | None:
        """What a writer goes on from: the draft, else what is on the record."""
        return self.draft or self.standing

    @property
    def is_withdrawn(self) -> bool:
        return self.last is not None and self.last.is_withdrawal

    @property
    def differs(self) -> bool:
        """Tell whether signing the draft would change the record."""
        if self.draft is None:
            return False
        if self.standing is None:
            return not Statement(self.draft.assessment, self.draft.text, "").is_empty
        return self._goes_beyond(self.standing)

    @property
    def is_edited(self) -> bool:
        """Tell whether the draft says something not signed yet, a withdrawn text aside."""
        signed = self.before if self.is_withdrawn else self.last
        if self.draft is None or signed is None:
            return self.differs
        return self.differs and self._goes_beyond(signed)

    def _goes_beyond(self, signed: Revision) -> bool:
        return self.written.recut or content_of(self.written) != content_of(signed)

    @property
    def awaits_its_cuts(self) -> bool:
        """Tell whether what stands on the record was cut by nobody at the delegation."""
        return self.standing is not None and self.standing.cuts_by is not CutsBy.OWNER

    @property
    def is_unsigned(self) -> bool:
        """Tell whether there is a draft a signatory may be shown for signature."""
        return self.status in UNSIGNED

    @property
    def status(self) -> CellStatus:
        if self.draft is not None and self.draft.ready and self.differs:
            return CellStatus.AWAITING
        if self.is_edited and self.written.reason is not None:
            return CellStatus.RETURNED
        if self.is_edited:
            return CellStatus.CHANGED if self.standing else CellStatus.DRAFT
        if self.is_withdrawn:
            return CellStatus.WITHDRAWN
        return CellStatus.SIGNED if self.standing else CellStatus.NOT_STARTED
