"""What may be posted about late positions."""

from datetime import datetime
from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel, ConfigDict

from app.features.briefings import entries
from app.web.forms import Form, posted


class StopInput(BaseModel):
    model_config = ConfigDict(extra="forbid")

    delegation: str = ""


class AdmissionInput(StopInput):
    deadline_date: str = ""
    deadline_time: str = ""

    def until(self) -> datetime:
        unless = "Choose the day until which late positions are accepted."
        return entries.deadline(self.deadline_date, self.deadline_time, unless)


AdmissionForm = Annotated[Form[AdmissionInput], Depends(posted(AdmissionInput))]
StopForm = Annotated[Form[StopInput], Depends(posted(StopInput))]
