"""What may be asked of the register by address, and posted to it."""

from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Path, Query
from pydantic import BaseModel, ConfigDict, field_validator

from app.domain.asks import AskStatus
from app.domain.position import PointKind
from app.features.asks.pages import Shown
from app.features.asks.service import Act, Standing
from app.web.forms import Form, posted

HIGHEST = 2**31 - 1  # what both engines keep as a whole number
Reference = Annotated[str, Path(pattern=r"^[0-9a-f]{32}$")]
Acronym = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
Kind = Literal["pdf", "docx"]


def _shown(
    kind: str = "",
    mission: Annotated[str, Query(max_length=40)] = "",
    status: str = "",
    presidency: str = "",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Shown:
    """Read a choice; what is no choice of ours chooses nothing."""
    number = int(presidency) if presidency.isascii() and presidency.isdigit() else 0
    return Shown(
        kind=PointKind(kind) if kind in set(PointKind) else None,
        mission=mission or None,
        status=AskStatus(status) if status in set(AskStatus) else None,
        presidency=number if 0 < number <= HIGHEST else None,
        page=page,
    )


ShownQuery = Annotated[Shown, Depends(_shown)]


class Input(BaseModel):
    model_config = ConfigDict(extra="forbid", validate_default=True)


class StatusInput(Input):
    status: AskStatus
    note: str = ""
    source: str = ""

    @field_validator("status", mode="before")
    @classmethod
    def known(cls, typed: str) -> str:
        if typed not in set(AskStatus):
            raise ValueError("Choose where the request stands.")
        return typed

    def to_domain(self) -> Standing:
        return Standing(self.status, self.note, self.source)


class ActInput(Input):
    symbol: str = ""
    day: date
    line: str = ""
    act_source: str = ""

    @field_validator("day", mode="before")
    @classmethod
    def real(cls, typed: str) -> date:
        try:
            return date.fromisoformat(typed)
        except ValueError:
            raise ValueError("Enter a day.") from None

    def to_domain(self) -> Act:
        return Act(self.symbol, self.day, self.line, self.act_source)


StatusForm = Annotated[Form[StatusInput], Depends(posted(StatusInput))]
ActForm = Annotated[Form[ActInput], Depends(posted(ActInput))]
