"""The same few people at the same few desks, in every test."""

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime

from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import Delegation, Presidency, SignInSession, User
from app.domain.actor import Actor, Role
from app.features.accounts.queries import actor_of
from app.features.accounts.sessions import hashed

PASSWORD = "a long known password"
# argon2id of PASSWORD at the least cost there is, so that a test does not wait for it.
PASSWORD_HASH = (
    "$argon2id$v=19$m=8,t=1,p=1$yrOukD9M0jm/epvGhkm+RA$qQshPdW51d1itNnf5qeJT8np+q7xj01WN3ohs+gO9W8"
)
NEVER = datetime(2100, 1, 1, tzinfo=UTC)  # a test's session outlives whatever clock it sets


@dataclass(frozen=True)
class Cast:
    """A presides, and has its own desk with other people; X is invited, no member."""

    db: Session
    a: Delegation
    b: Delegation
    c: Delegation
    x: Delegation
    presidency: Presidency
    people: dict[str, User]

    administrator: Actor
    officer: Actor
    president: Actor
    a_focal: Actor
    a_drafter: Actor
    a_signatory: Actor
    b_drafter: Actor
    b_signatory: Actor
    c_focal: Actor
    x_signatory: Actor

    @classmethod
    def assemble(cls, db: Session, *, at: datetime) -> "Cast":
        a, b, c, x = (_delegation(code) for code in "ABCX")
        db.add_all([a, b, c, x])
        db.flush()
        presidency = Presidency(
            delegation=a, begins_on=date(at.year, 1, 1), ends_on=date(at.year, 12, 31)
        )
        db.add(presidency)
        db.flush()
        people = {
            "administrator": _person("administrator", Role.ADMINISTRATOR, at),
            "officer": _person("officer", Role.OFFICER, at, presidency=presidency),
            "president": _person("president", Role.PRESIDENT, at, presidency=presidency),
            "a_focal": _person("a_focal", Role.FOCAL_POINT, at, delegation=a),
            "a_drafter": _person("a_drafter", Role.DRAFTER, at, delegation=a),
            "a_signatory": _person("a_signatory", Role.SIGNATORY, at, delegation=a),
            "b_drafter": _person("b_drafter", Role.DRAFTER, at, delegation=b),
            "b_signatory": _person("b_signatory", Role.SIGNATORY, at, delegation=b),
            "c_focal": _person("c_focal", Role.FOCAL_POINT, at, delegation=c),
            "x_signatory": _person("x_signatory", Role.SIGNATORY, at, delegation=x),
        }
        db.add_all(people.values())
        db.commit()
        actors = {name: _actor(user) for name, user in people.items()}
        return cls(db, a, b, c, x, presidency, people, **actors)

    def person(self, name: str) -> Actor | None:
        """Give somebody by name, as tables of permissions do; a visitor is nobody."""
        if name == "visitor":
            return None
        actor: Actor = getattr(self, name)
        return actor

    def token_of(self, db: Session, actor: Actor) -> str:
        """Give a person a session without the cost of a password; its cookie is the token."""
        token = secrets.token_urlsafe(32)
        db.add(
            SignInSession(
                token_hash=hashed(token),
                user_id=actor.user_id,
                created_at=NEVER,
                seen_at=NEVER,
                expires_at=NEVER,
                device="Test",
            )
        )
        db.commit()
        return token

    def sign_in(self, client: TestClient, actor: Actor | None) -> None:
        """Make every following request this person's. Ends what the test was reading, too."""
        client.cookies.clear()
        if actor:
            name = "__Host-session" if client.app.state.secure else "session"  # type: ignore[attr-defined]
            client.cookies.set(name, self.token_of(self.db, actor))


def _delegation(code: str) -> Delegation:
    names = {
        "ar": f"الوفد {code}",
        "zh": f"代表团{code}",
        "en": f"Delegation {code}",
        "fr": f"Délégation {code}",
        "ru": f"Делегация {code}",
        "es": f"Delegación {code}",
    }
    return Delegation(code=code, names=names)


def _person(
    name: str,
    role: Role,
    at: datetime,
    *,
    delegation: Delegation | None = None,
    presidency: Presidency | None = None,
) -> User:
    return User(
        email=f"{name}@example.org",
        name=name.replace("_", " ").title(),
        password_hash=PASSWORD_HASH,
        roles=[role.value],
        delegation=delegation,
        presidency=presidency,
        created_at=at,
    )


def _actor(user: User) -> Actor:
    seat = user.presidency.delegation if user.presidency else user.delegation
    return actor_of(user, seat.names if seat else None)
