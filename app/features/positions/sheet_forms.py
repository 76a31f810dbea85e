"""What may be posted about a file of answers: the file, and the rows it was read to."""

from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel, ConfigDict, ValidationError

from app.domain.errors import Invalid
from app.domain.position import Cell, Statement
from app.features.positions.cells import Filled
from app.features.positions.forms import Version
from app.features.positions.sheet_preview import key_to
from app.features.positions.sheet_reading import Answer
from app.web.forms import Form, Upload, posted, uploaded

MOST_FIELDS = 10_000  # two a cell


class Carried(BaseModel):
    """A row on its way through the preview: the page keeps it, the server keeps nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: Version
    mission: str
    version: Version
    seen: str
    assessment: str | None
    text: str
    language: str
    place: str

    @property
    def cell(self) -> Cell:
        return Cell(self.question, self.mission)

    @property
    def statement(self) -> Statement:
        return Statement(self.assessment, self.text, self.language)


class ConfirmationInput(BaseModel):
    """``rows`` are all that could be saved, as JSON; ``chosen`` names the ticked ones."""

    model_config = ConfigDict(extra="forbid")

    rows: list[str] = []
    chosen: list[str] = []

    def carried(self) -> tuple[Carried, ...]:
        try:
            return tuple(Carried.model_validate_json(row) for row in self.rows)
        except ValidationError:
            raise Invalid("Please upload the file again.", where="file") from None

    def filled(self) -> tuple[Filled, ...]:
        chosen = set(self.chosen)
        ticked = {row.cell: row for row in self.carried() if key_to(row.cell) in chosen}
        return tuple(Filled(cell, row.version, row.statement) for cell, row in ticked.items())

    def answers(self) -> tuple[Answer, ...]:
        return tuple(Answer(r.place, r.cell, r.seen, r.statement, {}) for r in self.carried())


SheetUpload = Annotated[Upload | None, Depends(uploaded("file"))]
ConfirmationForm = Annotated[
    Form[ConfirmationInput], Depends(posted(ConfirmationInput, most_fields=MOST_FIELDS))
]
