"""What may be posted at the desk."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from fastapi import Depends, Path
from pydantic import BaseModel, ConfigDict, Field

from app.domain.attribution import Attribution
from app.domain.errors import Invalid
from app.domain.position import Cell, Statement
from app.domain.proof import SALT_BYTES
from app.features.positions.cells import Chosen, Place, Writing
from app.web.deps import Now, Slug
from app.web.forms import Form, posted

HIGHEST = 2**31 - 1  # what both engines keep as a whole number

Number = Annotated[int, Path(ge=1, le=HIGHEST)]
Version = Annotated[int, Field(ge=0, le=HIGHEST)]


def _place(slug: Slug, question: Number, mission: str) -> Place:
    return Place(slug, Cell(question, mission))


@dataclass(frozen=True)
class Seal:
    """When somebody signs, and the chance that keeps the hash from being guessed."""

    at: datetime
    salt: bytes


def _seal(now: Now) -> Seal:
    return Seal(now, secrets.token_bytes(SALT_BYTES))


PlacePath = Annotated[Place, Depends(_place)]
Sealed = Annotated[Seal, Depends(_seal)]


class WritingInput(BaseModel):
    """The cell's form. An empty assessment is none; an empty attribution is the briefing's."""

    model_config = ConfigDict(extra="forbid")

    version: Version
    assessment: str = ""
    text: str = ""
    language: str
    attribution: Literal[""] | Attribution = ""
    quotable: bool = False
    ready: bool = False

    def to_domain(self) -> Writing:
        statement = Statement(self.assessment or None, self.text, self.language)
        return Writing(
            statement, self.version, self.attribution or None, self.quotable, ready=self.ready
        )


class SigningInput(BaseModel):
    """Cells ticked for signature, each as question:mission:version."""

    model_config = ConfigDict(extra="forbid")

    cells: list[str] = []

    def to_domain(self) -> tuple[Chosen, ...]:
        return tuple(_chosen(value) for value in dict.fromkeys(self.cells))


class WithdrawalInput(BaseModel):
    """``number`` names the revision that is withdrawn: a newer one is not touched unread."""

    model_config = ConfigDict(extra="forbid")

    number: Annotated[int, Field(ge=1, le=HIGHEST)]


def _chosen(value: str) -> Chosen:
    question, _, rest = value.partition(":")
    mission, _, version = rest.rpartition(":")
    if not (_is_number(question) and _is_number(version)):
        raise Invalid("Choose cells from the list.", where="cells")
    return Chosen(Cell(int(question), mission), int(version))


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 10


WritingForm = Annotated[Form[WritingInput], Depends(posted(WritingInput))]
SigningForm = Annotated[Form[SigningInput], Depends(posted(SigningInput))]
WithdrawalForm = Annotated[Form[WithdrawalInput], Depends(posted(WithdrawalInput))]
