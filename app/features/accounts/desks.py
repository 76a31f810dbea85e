"""A desk: a delegation's, a presidency's or the Secretariat's. Who may manage its people."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, select

from app.db.models import Delegation, Invitation, User
from app.domain import permissions
from app.domain.actor import DELEGATION_ROLES, PRESIDENCY_ROLES, Actor, Role
from app.domain.errors import Invalid

# Whom an administrator may invite to the Secretariat's desk; administrators come otherwise.
SECRETARIAT_ROLES = frozenset({Role.BRIEFER})


@dataclass(frozen=True)
class Desk:
    delegation_id: int | None = None
    presidency_id: int | None = None

    @classmethod
    def of(cls, person: Actor | User | Invitation) -> "Desk":
        return cls(person.delegation_id, person.presidency_id)

    @property
    def roles(self) -> frozenset[Role]:
        """Tell what people can be at this desk."""
        if self.delegation_id is not None:
            return DELEGATION_ROLES
        return PRESIDENCY_ROLES if self.presidency_id is not None else SECRETARIAT_ROLES

    @property
    def manager(self) -> Role:
        """Tell which role answers for the people of this desk."""
        if self.delegation_id is not None:
            return Role.FOCAL_POINT
        return Role.PRESIDENT if self.presidency_id is not None else Role.ADMINISTRATOR

    def seats(self, table: type[User] | type[Invitation]) -> ColumnElement[bool]:
        """Choose the rows of this desk; no number at all is the Secretariat's."""
        return table.delegation_id.is_not_distinct_from(
            self.delegation_id
        ) & table.presidency_id.is_not_distinct_from(self.presidency_id)

    def check(self, roles: Iterable[Role]) -> list[str]:
        """Give the roles as they are stored, or refuse those of another desk."""
        chosen = set(roles)
        if not chosen or not chosen <= self.roles:
            raise Invalid("Choose at least one role of this desk.", where="roles")
        return sorted(role.value for role in chosen)


def real_delegations() -> Select[Delegation]:
    """Choose the desks that people can sit at; those of rehearsals are invented."""
    return select(Delegation).where(Delegation.is_invented.is_(False))


def manage_own(actor: Actor) -> permissions.Refusal:
    """Invite people to one's own desk and set their roles."""
    if actor.is_administrator:
        return "The Secretariat invites people from its own page."
    return permissions.manage_people(actor)


def administer(actor: Actor) -> permissions.Refusal:
    """Create delegations and presidencies, and invite the first person of each."""
    if not actor.is_administrator:
        return "Only the Secretariat does this."
    return None
