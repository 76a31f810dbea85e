"""What may be posted about a joint statement."""

from typing import Annotated, Literal

from fastapi import Depends, Path
from pydantic import BaseModel, ConfigDict, Field

from app.domain.attribution import Attribution
from app.domain.position import Statement
from app.features.joint.service import Tabling, Terms
from app.web.forms import Form, posted

HIGHEST = 2**31 - 1  # what both engines keep as a whole number

Number = Annotated[int, Field(ge=1, le=HIGHEST)]
Reference = Annotated[str, Path(pattern=r"^[0-9a-f]{20}$")]


class TermsInput(BaseModel):
    """The joint text and how it may be used; an empty assessment is none."""

    model_config = ConfigDict(extra="forbid")

    assessment: str = ""
    text: str = ""
    language: str
    attribution: Literal[""] | Attribution = ""
    quotable: bool = False
    named: list[str] = []

    @property
    def terms(self) -> Terms:
        statement = Statement(self.assessment or None, self.text, self.language)
        return Terms(statement, self.attribution or None, self.quotable)


class TableInput(TermsInput):
    question: Number
    missions: list[str] = []
    shows_named: bool = False

    def to_domain(self) -> Tabling:
        return Tabling(self.question, self.missions, self.terms, self.named, self.shows_named)


class RestateInput(TermsInput):
    """``number`` names the text that was read: a newer one is not replaced unread."""

    number: Number


class AnswerInput(BaseModel):
    """``number`` names the text that was read: nobody signs a newer one unread."""

    model_config = ConfigDict(extra="forbid")

    number: Number


TableForm = Annotated[Form[TableInput], Depends(posted(TableInput))]
RestateForm = Annotated[Form[RestateInput], Depends(posted(RestateInput))]
AnswerForm = Annotated[Form[AnswerInput], Depends(posted(AnswerInput))]
