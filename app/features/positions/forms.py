"""What may be posted at the desk."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Annotated, Literal

from fastapi import Depends, Path
from pydantic import BaseModel, ConfigDict, Field

from app.domain import cutting
from app.domain.attribution import Attribution
from app.domain.cutting import Pieces
from app.domain.errors import Invalid
from app.domain.position import MAX_TEXT, Cell, PointKind, Statement
from app.domain.proof import SALT_BYTES
from app.features.positions.cells import Chosen, Place, Writing
from app.web.deps import Now, Slug
from app.web.forms import Form, posted

HIGHEST = 2**31 - 1  # what both engines keep as a whole number

Number = Annotated[int, Path(ge=1, le=HIGHEST)]
Cutting = Callable[[Pieces, str], Pieces]
Cuts = Annotated[str, Field(max_length=40 * MAX_TEXT)]
Version = Annotated[int, Field(ge=0, le=HIGHEST)]


async def _place(slug: Slug, question: Number, mission: str) -> Place:
    return Place(slug, Cell(question, mission))


@dataclass(frozen=True)
class Seal:
    """When somebody signs, and the chance that keeps the hash from being guessed."""

    at: datetime
    salt: bytes


async def _seal(now: Now) -> Seal:
    return Seal(now, secrets.token_bytes(SALT_BYTES))


def _join(pieces: Pieces, _text: str, places: list[int]) -> Pieces:
    return cutting.join(pieces, (*places, -1)[0])


def _part(pieces: Pieces, text: str, places: list[int]) -> Pieces:
    index, place = (*places, 0, 0)[:2]
    return cutting.part(pieces, text, index, place)


def _confirm(pieces: Pieces, _text: str, places: list[int]) -> Pieces:  # noqa: ARG001 - as the others
    return cutting.confirm(pieces)


def _as_it_is(pieces: Pieces, _text: str, places: list[int]) -> Pieces:  # noqa: ARG001 - as the others
    return pieces


CUTTINGS: dict[str, Callable[..., Pieces]] = {
    "confirm": _confirm,
    "join": _join,
    "part": _part,
    "open": _as_it_is,  # only shown otherwise
    "close": _as_it_is,
}

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
    cuts: Cuts | None = None
    kinds: list[Literal[""] | PointKind] = []
    act: str = ""

    def to_domain(self) -> Writing:
        return Writing(
            Statement(self.assessment or None, self.text, self.language),
            self.version,
            self.attribution or None,
            self.quotable,
            ready=self.ready,
            cuts=self.cuts,
            kinds=tuple(kind or None for kind in self.kinds),
        )

    def cutting(self) -> Cutting:
        """Do what the button says: confirm, join:2, part:2:57; or open:2, which cuts nothing."""
        what, *places = self.act.split(":")
        if what not in CUTTINGS or not all(map(_is_number, places)):
            raise Invalid("This button does not belong to this page.", where="form")
        return partial(CUTTINGS[what], places=[int(each) for each in places])

    @property
    def opened(self) -> int | None:
        """Give the piece the writer wants to cut in two."""
        what, _, index = self.act.partition(":")
        return int(index) if what == "open" and _is_number(index) else None


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


class ReturnInput(BaseModel):
    """A draft sent back, in the version that was read, and why."""

    model_config = ConfigDict(extra="forbid")

    version: Version
    reason: str = ""


class RestoringInput(BaseModel):
    """What the last save replaced, or a version kept by its number."""

    model_config = ConfigDict(extra="forbid")

    version: Version
    number: Version | None = None


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
ReturnForm = Annotated[Form[ReturnInput], Depends(posted(ReturnInput))]
RestoringForm = Annotated[Form[RestoringInput], Depends(posted(RestoringInput))]
