"""What may be posted to the page of a letter."""

from typing import Annotated, Literal

from fastapi import Depends, Path

from app.domain.letter import Addressee, Role
from app.features.briefings import entries
from app.features.letters.service import Writing
from app.features.summaries.forms import Input
from app.formats.summary_paper import PAPER
from app.web.forms import Form, posted

Kind = Annotated[str, Path(pattern=f"^({'|'.join(PAPER)})$")]


class LetterInput(Input):
    """``seen`` names the state of the letter the page showed."""

    seen: str = ""
    signatory: str = ""
    role: Role = Role.PERMANENT_REPRESENTATIVE
    gender: Literal["masculine", "feminine"] = "masculine"
    addressee: Addressee = Addressee.SECRETARY_GENERAL
    transmitted_on: str = ""
    opening: str = ""

    def to_domain(self) -> Writing:
        return Writing(
            signatory=self.signatory,
            role=self.role,
            is_feminine=self.gender == "feminine",
            addressee=self.addressee,
            transmitted_on=entries.day(self.transmitted_on, "transmitted_on"),
            opening=self.opening,
        )


class SymbolInput(Input):
    symbol: str = ""


LetterForm = Annotated[Form[LetterInput], Depends(posted(LetterInput))]
SymbolForm = Annotated[Form[SymbolInput], Depends(posted(SymbolInput))]
