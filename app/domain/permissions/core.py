"""What every permission rests on."""

from app.domain.actor import PRESIDENCY_ROLES, Actor
from app.domain.errors import NotAllowed
from app.domain.lifecycle import BriefingState

Refusal = str | None

DRAFTED = frozenset({BriefingState.CLOSED, BriefingState.CIRCULATED})
RELEASED = frozenset({BriefingState.ISSUED, BriefingState.PUBLISHED})


def _(words: str) -> str:
    """Mark words for the catalogues: pages say them in their reader's language."""
    return words


PAST_DEADLINE = _("The deadline for positions has passed.")


def require(refusal: Refusal) -> None:
    if refusal:
        raise NotAllowed(refusal)


def presides(actor: Actor, presidency_id: int | None) -> bool:
    """Tell whether the actor sits at the desk of this briefing's presidency."""
    return (
        presidency_id is not None
        and actor.presidency_id == presidency_id
        and actor.holds(*PRESIDENCY_ROLES)
    )
