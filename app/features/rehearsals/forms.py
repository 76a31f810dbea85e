"""What may be posted in the rehearsal room."""

import secrets
from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel, ConfigDict

from app.web.forms import Form, posted


class BeginInput(BaseModel):
    """``seed`` brings back the answers of an earlier rehearsal; empty, one is drawn."""

    model_config = ConfigDict(extra="forbid")

    seed: str = ""


def _drawn() -> str:
    return secrets.token_hex(4)


BeginForm = Annotated[Form[BeginInput], Depends(posted(BeginInput))]
Drawn = Annotated[str, Depends(_drawn)]
