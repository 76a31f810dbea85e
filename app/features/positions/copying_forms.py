"""What may be posted where several drafts are written together."""

from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel, ConfigDict

from app.domain.carrying import Part
from app.features.positions.targets import Pick
from app.web.forms import Form, posted


class PicksInput(BaseModel):
    """Cells ticked, each as question:mission:what was seen there."""

    model_config = ConfigDict(extra="forbid")

    chosen: list[str] = []

    def to_domain(self) -> tuple[Pick, ...]:
        return tuple(Pick.read(key) for key in dict.fromkeys(self.chosen))


class CopyInput(PicksInput):
    """``seen`` names the answer that was read."""

    part: Part
    seen: str


CopyForm = Annotated[Form[CopyInput], Depends(posted(CopyInput))]
PicksForm = Annotated[Form[PicksInput], Depends(posted(PicksInput))]
