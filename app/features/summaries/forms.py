"""What may be posted to a summary, and how its pages are addressed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from fastapi import Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict

from app.domain.silence import Manner
from app.features.briefings import entries
from app.features.summaries.pages import Place
from app.features.summaries.releasing import Freeze
from app.web.deps import Now, Slug, language_of
from app.web.forms import Form, posted

Key = Annotated[str, Path(pattern=r"^[^\x00]+$")]
Asked = Annotated[str, Query(alias="language")]
After = Annotated[str, Query(pattern=r"^[^\x00]*$")]
Then = Annotated[str, Query(pattern=r"^[^\x00]*$")]
Revision = Annotated[str, Query(pattern=r"^[^\x00]+$")]


def _wanted(request: Request, asked: Asked = "") -> str:
    """Give the language asked for, else the reader's own."""
    return asked or language_of(request)


Wanted = Annotated[str, Depends(_wanted)]


def _place(slug: Slug, key: Key, language: Wanted) -> Place:
    return Place(slug, key, language)


@dataclass(frozen=True)
class Freezer:
    """How pages are frozen, and when."""

    freeze: Freeze
    at: datetime


def _freezer(request: Request, now: Now) -> Freezer:
    return Freezer(request.app.state.freeze, now)


@dataclass(frozen=True)
class Shown:
    """What the page of a sentence is asked to say: former words to use, what was just done."""

    use: str
    done: str


def _shown(use: str = "", done: str = "") -> Shown:
    return Shown(use, done)


ToShow = Annotated[Shown, Depends(_shown)]
PlacePath = Annotated[Place, Depends(_place)]
Freezing = Annotated[Freezer, Depends(_freezer)]


class Input(BaseModel):
    """A form that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid")


class EditInput(Input):
    """``basis`` and ``previous`` are the computed form and the edit the page showed."""

    text: str = ""
    basis: str
    previous: str = ""


class WordingInput(Input):
    """``then`` is the sentence to go on with."""

    wording: str = ""
    previous: str = ""
    then: str = ""


class MoveInput(Input):
    direction: Literal["up", "down"]
    question: int = 0  # the chapter that was open


class ReasonInput(Input):
    revision: str
    reason: str = ""


class RevisionInput(Input):
    revision: str


class DeadlineInput(Input):
    deadline_date: str = ""
    deadline_time: str = ""
    manner: Manner = Manner.CORRECTIONS
    short_notice: Literal["", "yes"] = ""
    asked: list[str] = []

    def to_domain(self) -> datetime:
        unless = "Choose the day until which delegations may correct."
        return entries.deadline(self.deadline_date, self.deadline_time, unless)


class NarrativeInput(Input):
    after: str
    text: str = ""
    source: str = ""
    address: str = ""


class TranslationInput(Input):
    """``seen`` is the number of the translation the page showed; ``then`` as for a wording."""

    seen: int = 0
    text: str = ""
    then: str = ""


class PreviousInput(Input):
    previous: str = ""


class SeenInput(Input):
    seen: int


class SignOffInput(Input):
    """Marks of the two texts compared; ``then`` is the sentence to go on with."""

    original: str
    rendering: str
    then: str = ""


class HashInput(Input):
    hash: str


class ProvenInput(HashInput):
    """``password`` is asked for again: a session left open issues nothing."""

    password: str = ""


EditForm = Annotated[Form[EditInput], Depends(posted(EditInput))]
WordingForm = Annotated[Form[WordingInput], Depends(posted(WordingInput))]
MoveForm = Annotated[Form[MoveInput], Depends(posted(MoveInput))]
ReasonForm = Annotated[Form[ReasonInput], Depends(posted(ReasonInput))]
RevisionForm = Annotated[Form[RevisionInput], Depends(posted(RevisionInput))]
DeadlineForm = Annotated[Form[DeadlineInput], Depends(posted(DeadlineInput))]
NarrativeForm = Annotated[Form[NarrativeInput], Depends(posted(NarrativeInput))]
TranslationForm = Annotated[Form[TranslationInput], Depends(posted(TranslationInput))]
PreviousForm = Annotated[Form[PreviousInput], Depends(posted(PreviousInput))]
SeenForm = Annotated[Form[SeenInput], Depends(posted(SeenInput))]
SignOffForm = Annotated[Form[SignOffInput], Depends(posted(SignOffInput))]
HashForm = Annotated[Form[HashInput], Depends(posted(HashInput))]
ProvenForm = Annotated[Form[ProvenInput], Depends(posted(ProvenInput))]
