"""Who is asking: a signed-in person and the one desk they sit at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.proceedings import in_language


class Role(StrEnum):
    ADMINISTRATOR = "administrator"  # the Secretariat's desk
    BRIEFER = "briefer"  # there too, for the Secretary-General's office: reads issued briefs alone
    OFFICER = "officer"  # the presidency's desk
    PRESIDENT = "president"
    FOCAL_POINT = "focal_point"  # a delegation's desk
    DRAFTER = "drafter"
    SIGNATORY = "signatory"


PRESIDENCY_ROLES = frozenset({Role.OFFICER, Role.PRESIDENT})
DELEGATION_ROLES = frozenset({Role.FOCAL_POINT, Role.DRAFTER, Role.SIGNATORY})


@dataclass(frozen=True)
class StandsIn:
    """By whose leave, and in which briefing, somebody of the Secretariat acts at another desk."""

    acting_id: int  # the row that says it is being done in this browser
    reference: str
    slug: str
    delegation: Mapping[str, str]


@dataclass(frozen=True)
class Actor:
    """A person sits at exactly one desk; the presiding State's two desks never share people.

    Only the Secretariat may act at a second one, where that desk allowed it: ``stands_in``.
    """

    user_id: int
    name: str
    roles: frozenset[Role]
    delegation_id: int | None = None
    presidency_id: int | None = None
    desk: Mapping[str, str] = field(default_factory=dict, compare=False)  # its name by language
    stands_in: StandsIn | None = None

    def holds(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)

    @property
    def signature(self) -> str:
        """The name that the log keeps."""
        if self.stands_in is None:
            return self.name
        return f"{self.name}, Secretariat, for {in_language(self.stands_in.delegation, 'en')}"

    @property
    def is_administrator(self) -> bool:
        return Role.ADMINISTRATOR in self.roles

    @property
    def is_briefer(self) -> bool:
        return Role.BRIEFER in self.roles
