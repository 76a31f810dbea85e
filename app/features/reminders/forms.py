"""What may be posted here."""

from typing import Annotated

from fastapi import Depends

from app.data import Language
from app.domain.occasions import Occasion
from app.features.accounts.forms import Input
from app.web.forms import Form, posted


class MailsInput(Input):
    language: Language
    occasions: tuple[Occasion, ...] = ()


class RemindInput(Input):
    """``code`` names one delegation; empty: all that have something left."""

    code: str = ""
    status: str = ""  # of the rows the board showed, to go back to them
    group: str = ""


RemindForm = Annotated[Form[RemindInput], Depends(posted(RemindInput))]
MailsForm = Annotated[Form[MailsInput], Depends(posted(MailsInput))]
