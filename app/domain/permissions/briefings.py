"""Who convenes, prepares, watches and closes a briefing, and who rehearses one."""

from app.domain.actor import PRESIDENCY_ROLES, Actor, Role
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState, Origin
from app.domain.permissions.core import DRAFTED, PAST_DEADLINE, Refusal, presides


def convene(actor: Actor) -> Refusal:
    """Create a briefing and prepare it."""
    if not actor.holds(*PRESIDENCY_ROLES):
        return "Only the presidency convenes a briefing."
    return None


def prepare(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    """Correct the reading, choose members, missions, scales, rule and deadline; open."""
    if not presides(actor, presidency_id):
        return "Only the presidency of this briefing prepares it."
    if state is not BriefingState.DRAFT:
        return "This briefing has been opened; its questions, seats and rule stand."
    return None


def close(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    if not presides(actor, presidency_id):
        return "Only the presidency of this briefing closes it."
    if state is not BriefingState.OPEN:
        return "Only an open briefing can be closed."
    return None


def withdraw_briefing(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    if not presides(actor, presidency_id) or not actor.holds(Role.PRESIDENT):
        return "Only the president withdraws a briefing."
    if state not in {BriefingState.DRAFT, BriefingState.OPEN, *DRAFTED}:
        return "What has been issued stands."
    return None


def watch_completeness(
    actor: Actor, presidency_id: int | None, rule: Attribution, state: BriefingState
) -> Refusal:
    """See how many cells each delegation has signed; never what, and never a draft."""
    if not presides(actor, presidency_id):
        return "Only the presidency of this briefing sees who has signed."
    if rule is Attribution.NON_ATTRIBUTED and not watch_every_position(state):
        return "This briefing is non-attributed: who has signed is not shown before it is closed."
    return None


def watch_every_position(state: BriefingState) -> bool:
    """Tell whether those are watched, too, of which nobody is to find out whose they are.

    Whoever watches a number grow learns who signed what, and when.
    """
    return state not in {BriefingState.DRAFT, BriefingState.OPEN, BriefingState.WITHDRAWN}


def remind(
    actor: Actor, presidency_id: int | None, state: BriefingState, *, past_deadline: bool
) -> Refusal:
    """Have delegations told that something is left to do."""
    if not presides(actor, presidency_id):
        return "Only the presidency of this briefing reminds its delegations."
    if state is not BriefingState.OPEN:
        return "This briefing is not taking positions."
    return PAST_DEADLINE if past_deadline else None


def manage_people(actor: Actor) -> Refusal:
    if not actor.holds(Role.FOCAL_POINT, Role.PRESIDENT, Role.ADMINISTRATOR):
        return "Only a focal point, the president or an administrator invites people."
    return None


def rehearse(actor: Actor, presidency_id: int | None, origin: Origin) -> Refusal:
    """Go through a briefing with invented delegations; nothing signed in it is read for that."""
    if not presides(actor, presidency_id):
        return "Only the presidency of this briefing rehearses it."
    if origin is Origin.REHEARSAL:
        return "This is a rehearsal. Begin another from the briefing it was made from."
    return None


def lead_rehearsal(
    actor: Actor, presidency_id: int | None, state: BriefingState, during: BriefingState
) -> Refusal:
    """Let the invented delegations act, each act in its own state of the rehearsal."""
    if not presides(actor, presidency_id):
        return "Only the presidency of this briefing rehearses it."
    if state is not during:
        return f"The rehearsal is {state}; this is done while it is {during}."
    return None
