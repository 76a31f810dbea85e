"""What may be posted of a pasted statement."""

from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel, ConfigDict

from app.domain.errors import Invalid
from app.domain.position import Cell
from app.features.positions.forms import HIGHEST, Number
from app.features.positions.speech_service import SpeechPlace
from app.formats.note_text import note_text
from app.formats.statement_text import reflowed
from app.web.deps import Slug
from app.web.forms import Form, Upload, posted, uploaded


class SpeechInput(BaseModel):
    """A statement pasted; ``language`` is empty where the text shall show it."""

    model_config = ConfigDict(extra="forbid")

    text: str = ""
    language: str = ""


class PointInput(BaseModel):
    """The button pressed: a proposed cell as question:mission, or the one chosen, or none."""

    model_config = ConfigDict(extra="forbid")

    choice: str
    question: str = ""
    mission: str = ""

    @property
    def takes_back(self) -> bool:
        return self.choice == "reconsider"

    def to_domain(self) -> Cell | None:
        """Give the cell to put the point in; None where it is left out."""
        if self.choice == "leave":
            return None
        number, _, mission = self.choice.partition(":")
        if self.choice == "other":
            number, mission = self.question, self.mission
        if not (number.isascii() and number.isdigit() and 0 < int(number[:10]) <= HIGHEST):
            raise Invalid("Choose the question this point answers.", where="question")
        return Cell(int(number), mission)


def said_in(text: str, upload: Upload | None) -> str:
    """Give what was pasted and, after it, what the file says; both are kept."""
    pieces = [text.strip()] if text.strip() else []
    if upload:
        try:
            pieces.append(note_text(upload.content, upload.name))
        except Invalid as error:
            raise Invalid(error.reason, where="file") from error
    return "\n".join(reflowed(piece) for piece in pieces)


def _speech(slug: Slug, number: Number) -> SpeechPlace:
    return SpeechPlace(slug, number)


SpeechPath = Annotated[SpeechPlace, Depends(_speech)]
SpeechForm = Annotated[Form[SpeechInput], Depends(posted(SpeechInput))]
PointForm = Annotated[Form[PointInput], Depends(posted(PointInput))]
StatementFile = Annotated[Upload | None, Depends(uploaded("file"))]
