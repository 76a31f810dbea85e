"""Who is asking: a signed-in person and the one desk they sit at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    ADMINISTRATOR = "administrator"  # the Secretariat's desk
    OFFICER = "officer"  # the presidency's desk
    PRESIDENT = "president"
    FOCAL_POINT = "focal_point"  # a delegation's desk
    DRAFTER = "drafter"
    SIGNATORY = "signatory"


PRESIDENCY_ROLES = frozenset({Role.OFFICER, Role.PRESIDENT})
DELEGATION_ROLES = frozenset({Role.FOCAL_POINT, Role.DRAFTER, Role.SIGNATORY})


@dataclass(frozen=True)
class Actor:
    """A person sits at exactly one desk; the presiding State's two desks never share people."""

    user_id: int
    name: str
    roles: frozenset[Role]
    delegation_id: int | None = None
    presidency_id: int | None = None
    desk: Mapping[str, str] = field(default_factory=dict, compare=False)  # its name by language

    def holds(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)

    @property
    def is_administrator(self) -> bool:
        return Role.ADMINISTRATOR in self.roles
