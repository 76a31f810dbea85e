import secrets
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.base import Base, Names

ONE_DESK = "delegation_id IS NULL OR presidency_id IS NULL"


def _unguessable() -> str:
    return secrets.token_hex(16)


class Delegation(Base):
    """A State's (or another participant's) desk, from briefing to briefing.

    An invented one is a rehearsal's: nobody is ever invited to it.
    """

    __tablename__ = "delegation"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    names: Mapped[Names]
    is_invented: Mapped[bool] = mapped_column(default=False, server_default=false())


class Presidency(Base):
    """A delegation's turn in the chair, with a desk of its own apart from the delegation's."""

    __tablename__ = "presidency"

    id: Mapped[int] = mapped_column(primary_key=True)
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"))
    begins_on: Mapped[date]
    ends_on: Mapped[date]

    delegation: Mapped[Delegation] = relationship(lazy="raise")


class User(Base):
    """A person at one desk: a delegation's, a presidency's, or, with neither, the Secretariat's."""

    __tablename__ = "user"
    __table_args__ = (CheckConstraint(ONE_DESK, name="one_desk"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=_unguessable)  # in addresses
    email: Mapped[str] = mapped_column(unique=True)  # folded to lower case
    name: Mapped[str]
    password_hash: Mapped[str]
    roles: Mapped[list[str]]
    delegation_id: Mapped[int | None] = mapped_column(ForeignKey("delegation.id"), index=True)
    presidency_id: Mapped[int | None] = mapped_column(ForeignKey("presidency.id"), index=True)
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    language: Mapped[str] = mapped_column(default="en")  # of mails
    declined: Mapped[list[str]] = mapped_column(default=list)  # occasions not to be written about
    calendar_hash: Mapped[str | None] = mapped_column(unique=True, index=True)  # of an address

    delegation: Mapped[Delegation | None] = relationship(lazy="raise")
    presidency: Mapped[Presidency | None] = relationship(lazy="raise")


class Invitation(Base):
    """A single-use link that lets one person set a password for one desk and set of roles."""

    __tablename__ = "invitation"
    __table_args__ = (CheckConstraint(ONE_DESK, name="one_desk"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, index=True)  # names it on the desk's page
    token_hash: Mapped[str] = mapped_column(unique=True)
    email: Mapped[str]
    name: Mapped[str]
    language: Mapped[str] = mapped_column(default="en")  # of the mail it is sent by
    roles: Mapped[list[str]]
    delegation_id: Mapped[int | None] = mapped_column(ForeignKey("delegation.id"), index=True)
    presidency_id: Mapped[int | None] = mapped_column(ForeignKey("presidency.id"), index=True)
    invited_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]


class SignInSession(Base):
    """One browser signed in; only a hash of its cookie is kept, and a row can be ended."""

    __tablename__ = "sign_in_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    device: Mapped[str]

    user: Mapped[User] = relationship(lazy="raise")


class SignInAttempt(Base):
    """A failed sign-in, kept a quarter of an hour; only a hash of whom or where from."""

    __tablename__ = "sign_in_attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]
