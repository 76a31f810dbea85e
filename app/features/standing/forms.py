"""What may be posted about the Secretariat at a delegation's desk."""

from typing import Annotated

from fastapi import Depends, Path
from pydantic import BaseModel, ConfigDict

from app.features.standing.service import Terms
from app.web.forms import Form, posted

Reference = Annotated[str, Path(pattern=r"^[0-9a-f]{32}$")]


class LeaveInput(BaseModel):
    model_config = ConfigDict(extra="forbid")

    reason: str = ""
    may_sign: bool = False

    def to_domain(self) -> Terms:
        return Terms(self.reason, self.may_sign)


LeaveForm = Annotated[Form[LeaveInput], Depends(posted(LeaveInput))]
