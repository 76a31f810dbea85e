"""What may be posted to the workbench."""

from typing import Annotated, Literal

from fastapi import Depends, Path
from pydantic import BaseModel, ConfigDict

from app.domain.position import Cell
from app.web.forms import Form, posted

Question = Annotated[int, Path(ge=1, le=9_999)]
Mission = Annotated[str, Path(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$")]


class DecisionInput(BaseModel):
    """One press of a button.

    ``choice`` is a suggestion: ``group:`` or ``with:`` and what it names, or ``alone``. ``points``
    holds marks of points; ``sets`` holds the number of a proposed group, then marks of its points.
    """

    model_config = ConfigDict(extra="forbid")

    seen: int
    act: Literal["choose", "confirm", "part", "merge", "reject", "name", "undo", "cuts"] = "choose"
    choice: str = ""
    points: list[str] = []
    others: str = ""
    sets: list[str] = []
    group: str = ""
    into: str = ""
    name: str = ""


def _cell(question: Question, mission: Mission) -> Cell:
    return Cell(question, mission)


CellPath = Annotated[Cell, Depends(_cell)]
DecisionForm = Annotated[Form[DecisionInput], Depends(posted(DecisionInput))]
