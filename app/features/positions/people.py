"""Who did something at a desk, as its own people are told."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import User


@dataclass(frozen=True)
class Person:
    """``stands_in``: somebody of the Secretariat, who may sit here only where the desk let them."""

    name: str
    stands_in: bool = False


def person_of(user: User) -> Person:
    return Person(user.name, stands_in=user.delegation_id is None)


def maybe_person(user: User | None) -> Person | None:
    """Give who it was; nobody, where it was loaded."""
    return person_of(user) if user else None


def get_person(db: Session, user_id: int) -> Person:
    return person_of(db.scalars(select(User).where(User.id == user_id)).one())
