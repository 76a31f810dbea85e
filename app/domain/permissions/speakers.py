"""Who leads the list of speakers, and who may see it."""

from app.domain.actor import DELEGATION_ROLES, Actor, Role
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState
from app.domain.permissions.core import Refusal, presides


def decide_on_speakers(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    """Say how the list of speakers is ordered, before it is opened."""
    if not presides(actor, presidency_id) or not actor.holds(Role.PRESIDENT):
        return "Only the president decides how speakers are listed."
    return see_speakers(state)


def lead_speakers(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    """Open the list, give the floor, keep the time."""
    if not presides(actor, presidency_id):
        return "Only the presidency of this briefing gives the floor."
    return see_speakers(state)


def ask_for_the_floor(actor: Actor, state: BriefingState) -> Refusal:
    """Put one's delegation on the list, or take it off; attach what it delivered."""
    if not actor.holds(*DELEGATION_ROLES):
        return "Only a delegation of this briefing asks for the floor."
    return see_speakers(state)


def see_speakers(state: BriefingState) -> Refusal:
    if state in {BriefingState.DRAFT, BriefingState.WITHDRAWN}:
        return "A briefing has its list of speakers from its opening on, unless it is withdrawn."
    return None


def see_who_asked(rule: Attribution, *, is_open: bool) -> Refusal:
    """See who signed up, and in which order, before the list is opened."""
    if rule is Attribution.NON_ATTRIBUTED and not is_open:
        return "This briefing is non-attributed: who signed up is shown once the list is opened."
    return None
