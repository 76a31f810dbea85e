"""What may be posted about the list of speakers, and how its addresses are read."""

import secrets
from typing import Annotated, Literal

from fastapi import Depends, Path
from pydantic import BaseModel, ConfigDict

from app.domain.errors import Invalid
from app.domain.speakers import ActKind, Order, check_limit
from app.features.briefings.upload import plain_name
from app.features.speakers.service import Decision, Terms
from app.features.speakers.statements import Given, SpeakerPlace
from app.formats.note_text import note_text
from app.web.deps import Slug
from app.web.forms import Form, Upload, posted, uploaded

HIGHEST = 2**31 - 1  # what both engines keep as a whole number
Number = Annotated[int, Path(ge=1, le=HIGHEST)]
Code = Annotated[str, Path(pattern=r"^([A-Z0-9]{1,8}|briefer-[1-9][0-9]{0,3})$")]


class Input(BaseModel):
    model_config = ConfigDict(extra="forbid")


class TermsInput(Input):
    """``seen`` is the last act of the presidency that the page showed."""

    seen: int = 0
    order: str = ""
    minutes: str = ""

    def to_domain(self, slug: str) -> tuple[Decision, Terms]:
        if self.order not in {each.value for each in Order}:
            raise Invalid("Choose how speakers are listed.", where="order")
        terms = Terms(Order(self.order), check_limit(self.minutes.strip()))
        return Decision(slug, self.seen, ActKind.PREPARE), terms


class ActInput(Input):
    """One press of a button at the meeting."""

    seen: int
    act: Literal["open", "call", "pause", "resume", "yield", "skip", "put_back", "up", "down"]
    speaker: str = ""

    def to_domain(self, slug: str) -> Decision:
        return Decision(slug, self.seen, ActKind(self.act), self.speaker)


class AskInput(Input):
    wants: Literal["yes", "no"]


class StatementInput(Input):
    text: str = ""
    language: str = ""

    def to_domain(self, file: Upload | None) -> Given:
        """Give the file, read, or else what was pasted; both at once would be two statements."""
        if file is None:
            return Given(self.language, self.text)
        if self.text.strip():
            raise Invalid("Give the text or a file, not both.", where="file")
        try:
            text = note_text(file.content, file.name).replace("\0", "")
        except Invalid as error:
            raise Invalid(error.reason, where="file") from error
        return Given(self.language, text, plain_name(file.name), file.content)


def _speaker(slug: Slug, speaker: Code) -> SpeakerPlace:
    return SpeakerPlace(slug, speaker)


def _seed() -> str:
    return secrets.token_hex(8)


TermsForm = Annotated[Form[TermsInput], Depends(posted(TermsInput))]
ActForm = Annotated[Form[ActInput], Depends(posted(ActInput))]
AskForm = Annotated[Form[AskInput], Depends(posted(AskInput))]
StatementForm = Annotated[Form[StatementInput], Depends(posted(StatementInput))]
StatementFile = Annotated[Upload | None, Depends(uploaded("file"))]
SpeakerPath = Annotated[SpeakerPlace, Depends(_speaker)]
Seed = Annotated[str, Depends(_seed)]
