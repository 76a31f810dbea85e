"""What may be posted about silence, and how its pages are addressed."""

from datetime import datetime
from typing import Annotated

from fastapi import Depends, Path
from pydantic import BaseModel, ConfigDict

from app.domain.errors import Invalid
from app.domain.silence import NO_SENTENCE, Objection
from app.features.briefings import entries
from app.features.silence.pages import Place
from app.features.summaries.forms import Wanted
from app.web.deps import Slug
from app.web.forms import Form, posted

Reference = Annotated[str, Path(pattern=r"^[0-9a-f]{12}$")]
DIGITS = 6


def _place(slug: Slug, language: Wanted) -> Place:
    return Place(slug, language)


PlacePath = Annotated[Place, Depends(_place)]


class Input(BaseModel):
    """A form that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid")


class ObjectionInput(Input):
    """``hash`` is of the draft the page showed."""

    hash: str
    paragraph: str = ""
    reason: str = ""
    proposal: str = ""

    def to_domain(self) -> Objection:
        number = self.paragraph.strip()
        if not (number.isdecimal() and len(number) <= DIGITS):
            raise Invalid(NO_SENTENCE, where="paragraph")
        return Objection(int(number), self.reason, self.proposal)


class ExtensionInput(Input):
    deadline_date: str = ""
    deadline_time: str = ""

    def to_domain(self) -> datetime:
        unless = "Choose the day until which silence lasts."
        return entries.deadline(self.deadline_date, self.deadline_time, unless)


ObjectionForm = Annotated[Form[ObjectionInput], Depends(posted(ObjectionInput))]
ExtensionForm = Annotated[Form[ExtensionInput], Depends(posted(ExtensionInput))]
