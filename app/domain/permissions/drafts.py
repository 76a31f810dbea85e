"""Who drafts a summary, who reads the draft, and who may say what of it."""

from app.domain.actor import DELEGATION_ROLES, Actor, Role
from app.domain.lifecycle import BriefingState
from app.domain.permissions.core import DRAFTED, RELEASED, Refusal, presides
from app.domain.proceedings import Standing


def draft_summary(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    if not presides(actor, presidency_id):
        return "Only the presidency drafts the summary."
    if state not in DRAFTED:
        return "The summary is drafted after closing and until it is issued."
    return None


def correct(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    """Open a corrigendum of what was issued, tell of it, issue it, abandon it."""
    if not presides(actor, presidency_id):
        return "Only the presidency corrects what it issued."
    if state not in RELEASED:
        return "Only an issued summary has a corrigendum; before that its draft is changed."
    return None


def reword(
    actor: Actor, presidency_id: int | None, state: BriefingState, *, correcting: bool
) -> Refusal:
    """Change the words of a sentence: while it is drafted, or in a corrigendum that is open."""
    if correcting:
        return correct(actor, presidency_id, state)
    return draft_summary(actor, presidency_id, state)


def read_draft_summary(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    """See the summary take shape, and the positions each of its sentences rests on."""
    if not presides(actor, presidency_id):
        return "Only the presidency sees the draft of the summary."
    if state is BriefingState.WITHDRAWN:
        return "This briefing was withdrawn: it has no summary."
    if state in {BriefingState.DRAFT, BriefingState.OPEN}:
        return "The summary is compiled once the briefing is closed."
    return None


def circulate(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    if not presides(actor, presidency_id):
        return "Only the presidency circulates the draft."
    if state not in DRAFTED:
        return "A draft is circulated after closing and until it is issued."
    return None


def read_circulated(actor: Actor, *, has_seat: bool, state: BriefingState) -> Refusal:
    if not (has_seat and actor.holds(*DELEGATION_ROLES)):
        return "Only delegations of this briefing read the draft."
    if state not in {BriefingState.CIRCULATED, BriefingState.ISSUED, BriefingState.PUBLISHED}:
        return "The draft has not been circulated."
    return None


def answer_for(actor: Actor, state: BriefingState, *, past_deadline: bool) -> Refusal:
    """Say for one's delegation whether a sentence of the circulated draft reflects it."""
    if not actor.holds(Role.SIGNATORY):
        return "Only a signatory of the delegation answers for it."
    if state is not BriefingState.CIRCULATED:
        return "The draft is not with the delegations."
    return "The time for corrections has passed." if past_deadline else None


def take_stance(
    actor: Actor, standing: Standing, state: BriefingState, *, past_deadline: bool
) -> Refusal:
    if standing is not Standing.MEMBER:
        return "Only members of the Council are asked for a stance."
    return answer_for(actor, state, past_deadline=past_deadline)


def propose(actor: Actor, state: BriefingState, *, past_deadline: bool) -> Refusal:
    """Propose an amendment to a sentence of the circulated draft."""
    if not actor.holds(Role.SIGNATORY):
        return "Only a signatory of the delegation proposes amendments for it."
    return answer_for(actor, state, past_deadline=past_deadline)


def withdraw_proposal(actor: Actor, state: BriefingState, *, is_decided: bool) -> Refusal:
    """Take a proposal back, at any time before the presidency has decided on it."""
    if refusal := propose(actor, state, past_deadline=False):
        return refusal
    return (
        "The presidency has decided on this proposal; it stands as it is." if is_decided else None
    )


def read_answers(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    """See what delegations said of the circulated draft."""
    if not presides(actor, presidency_id):
        return "Only the presidency reads what delegations say of its draft."
    if state not in {BriefingState.CIRCULATED, BriefingState.ISSUED, BriefingState.PUBLISHED}:
        return "The draft has not been circulated."
    return None


def reply(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    if not presides(actor, presidency_id):
        return "Only the presidency replies to what delegations say of its draft."
    if state is not BriefingState.CIRCULATED:
        return "The draft is not with the delegations."
    return None


def break_silence(actor: Actor, standing: Standing, state: BriefingState) -> Refusal:
    """Object to a draft under silence; whether in time, the stamp of its arrival decides."""
    if standing is not Standing.MEMBER:
        return "Only members of the Council break silence; invited States may send corrections."
    if not actor.holds(Role.SIGNATORY):
        return "Only a signatory of the delegation breaks silence."
    if state is not BriefingState.CIRCULATED:
        return "The draft is not with the delegations."
    return None


def extend_silence(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    if not presides(actor, presidency_id):
        return "Only the presidency extends silence."
    if state is not BriefingState.CIRCULATED:
        return "The draft is not with the delegations."
    return None


def mark_conditions(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    """Find that one acceptance would meet several of the members' conditions."""
    if not presides(actor, presidency_id):
        return "Only the presidency marks which conditions are met at once."
    if state is not BriefingState.CIRCULATED:
        return "The draft is not with the delegations."
    return None
