"""What may be posted to a corrigendum."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict

from app.features.corrigenda.service import FreezeCorrected
from app.web.deps import Now
from app.web.forms import Form, posted


@dataclass(frozen=True)
class Freezer:
    """How corrected pages are frozen, and when."""

    freeze: FreezeCorrected
    at: datetime


def _freezer(request: Request, now: Now) -> Freezer:
    return Freezer(request.app.state.freeze, now)


class OpenInput(BaseModel):
    """``said_in`` is the language of the reason."""

    model_config = ConfigDict(extra="forbid")
    reason: str = ""
    said_in: str = ""


Freezing = Annotated[Freezer, Depends(_freezer)]
OpenForm = Annotated[Form[OpenInput], Depends(posted(OpenInput))]
