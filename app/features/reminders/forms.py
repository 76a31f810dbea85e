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


MailsForm = Annotated[Form[MailsInput], Depends(posted(MailsInput))]
