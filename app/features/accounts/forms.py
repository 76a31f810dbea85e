"""What may be posted here. Nothing else is read, and no password is ever shown again."""

import re
from datetime import date
from typing import Annotated

from fastapi import Depends, Path
from pydantic import AfterValidator, BaseModel, ConfigDict, field_validator

from app.data import Language
from app.domain.actor import Role
from app.features.accounts.credentials import folded_email, good_password
from app.features.accounts.inviting import Guest
from app.features.accounts.secretariat import Term
from app.web.forms import Form, posted

MAX_LINE = 200
BRIEFERS = "secretariat:briefer"
# As what the Secretariat invites somebody to a desk.
FIRST = {
    "delegation": Role.FOCAL_POINT,
    "presidency": Role.PRESIDENT,
    "secretariat": Role.BRIEFER,
}


def line(typed: str) -> str:
    """Take one line of readable text."""
    text = " ".join(typed.split())
    if not 1 <= len(text) <= MAX_LINE or not text.isprintable():
        raise ValueError(f"Enter 1 to {MAX_LINE} readable characters.")
    return text


def own_path(path: str) -> str:
    """Give a path of this very site, or nothing: a browser must not be led away."""
    led_away = not path.startswith("/") or path.startswith("//") or "\\" in path
    return "" if led_away or not path.isprintable() else path


def _attempted(typed: str) -> str:
    """Take any text as an address to look up: what is none belongs to nobody."""
    try:
        return folded_email(typed)
    except ValueError:
        return ""


Line = Annotated[str, AfterValidator(line)]
Email = Annotated[str, AfterValidator(folded_email)]
Password = Annotated[str, AfterValidator(good_password)]
OwnPath = Annotated[str, AfterValidator(own_path)]


class Input(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True, validate_default=True)


class SignInInput(Input):
    email: Annotated[str, AfterValidator(_attempted)] = ""
    password: str = ""
    next: OwnPath = ""


class AcceptInput(Input):
    name: Line = ""
    password: Password = ""


class PasswordInput(Input):
    current: str = ""
    password: Password = ""


class InviteInput(Input):
    email: Email = ""
    name: Line = ""
    roles: list[Role] = []

    def to_guest(self, mail_language: str | None) -> Guest:
        return Guest(self.email, self.name, frozenset(self.roles), mail_language)


class RolesInput(Input):
    roles: list[Role] = []


class DelegationInput(Input):
    state: Line = ""


class PresidencyInput(Input):
    delegation: Line = ""
    begins_on: date
    ends_on: date

    @field_validator("begins_on", "ends_on", mode="before")
    @classmethod
    def day(cls, typed: str) -> date:
        try:
            return date.fromisoformat(typed)
        except ValueError:
            raise ValueError("Enter a day.") from None

    def to_term(self) -> Term:
        return Term(self.begins_on, self.ends_on)


class DeskInviteInput(Input):
    """``desk`` is ``delegation:CODE``, ``presidency:NUMBER`` or ``secretariat:briefer``."""

    email: Email = ""
    name: Line = ""
    desk: Line = ""

    @field_validator("desk")
    @classmethod
    def known_kind(cls, desk: str) -> str:
        kind, _, key = desk.partition(":")
        if kind == "delegation" or (kind == "presidency" and re.fullmatch("[0-9]{1,9}", key)):
            return desk
        if desk == BRIEFERS:
            return desk
        raise ValueError("Choose a desk of the list.")

    def to_guest(self, mail_language: str | None) -> Guest:
        kind = self.desk.partition(":")[0]
        return Guest(self.email, self.name, frozenset({FIRST[kind]}), mail_language)


class LanguageInput(Input):
    language: Language
    next: OwnPath = ""


Public = Annotated[str, Path(pattern="^[0-9a-f]{16,32}$")]  # a person, a session, an invitation
Token = Annotated[str, Path(pattern="^[A-Za-z0-9_-]{43}$")]
SignInForm = Annotated[Form[SignInInput], Depends(posted(SignInInput))]
AcceptForm = Annotated[Form[AcceptInput], Depends(posted(AcceptInput))]
PasswordForm = Annotated[Form[PasswordInput], Depends(posted(PasswordInput))]
InviteForm = Annotated[Form[InviteInput], Depends(posted(InviteInput))]
RolesForm = Annotated[Form[RolesInput], Depends(posted(RolesInput))]
DelegationForm = Annotated[Form[DelegationInput], Depends(posted(DelegationInput))]
PresidencyForm = Annotated[Form[PresidencyInput], Depends(posted(PresidencyInput))]
DeskInviteForm = Annotated[Form[DeskInviteInput], Depends(posted(DeskInviteInput))]
LanguageForm = Annotated[Form[LanguageInput], Depends(posted(LanguageInput))]
