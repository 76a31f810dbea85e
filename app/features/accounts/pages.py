"""What each page of accounts shows: one frozen object a page."""

from dataclasses import dataclass
from datetime import date, datetime

from app.db.base import Names


@dataclass(frozen=True)
class SignInPage:
    """Where to go once signed in (accounts/sign_in.html)."""

    next: str


@dataclass(frozen=True)
class InvitationPage:
    """Whom a link invites, to which desk (accounts/invitation.html)."""

    token: str
    email: str
    name: str
    roles: list[str]
    desk: Names
    presidency: bool


@dataclass(frozen=True)
class SessionLine:
    public: str
    device: str
    seen_at: datetime
    is_this_one: bool


@dataclass(frozen=True)
class AccountPage:
    """One's own desk, roles and browsers (accounts/show.html)."""

    name: str
    email: str
    roles: list[str]
    desk: Names
    presidency: bool
    sessions: list[SessionLine]
    manages_people: bool
    administers: bool


@dataclass(frozen=True)
class PersonLine:
    public: str
    name: str
    email: str
    roles: list[str]
    is_disabled: bool
    is_oneself: bool


@dataclass(frozen=True)
class InvitationLine:
    public: str
    name: str
    email: str
    roles: list[str]
    expires_at: datetime


@dataclass(frozen=True)
class Staff:
    """The people of a desk, and those invited to it."""

    people: list[PersonLine]
    invitations: list[InvitationLine]


@dataclass(frozen=True)
class Link:
    """The address of a new invitation, shown once; None where it goes by mail."""

    address: str | None
    name: str


@dataclass(frozen=True)
class PeoplePage:
    """The people of the actor's own desk (accounts/people.html)."""

    desk: Names
    presidency: bool
    roles: list[str]  # what people can be here
    staff: Staff
    link: Link | None


@dataclass(frozen=True)
class DelegationLine:
    code: str
    names: Names
    staff: Staff


@dataclass(frozen=True)
class PresidencyLine:
    id: int
    names: Names
    begins_on: date
    ends_on: date
    staff: Staff


@dataclass(frozen=True)
class StateLine:
    code: str
    names: Names
    sort: dict[str, int]  # the place among all, by language


@dataclass(frozen=True)
class SecretariatPage:
    """Every desk and its people, never a position (accounts/secretariat.html)."""

    delegations: list[DelegationLine]
    presidencies: list[PresidencyLine]
    briefers: Staff
    states: list[StateLine]  # those without a desk yet
    link: Link | None
