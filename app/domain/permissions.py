"""Who may do what, when: one function per action, each None or the reason for a no.

A page asks the same function as the service, so it never offers what the server refuses. What a
person may not even know of is ``NotFound`` in the query that looks for it, never a refusal here.
"""

from collections.abc import Collection

from app.domain.actor import DELEGATION_ROLES, PRESIDENCY_ROLES, Actor, Role
from app.domain.attribution import Attribution
from app.domain.errors import NotAllowed
from app.domain.lifecycle import BriefingState
from app.domain.proceedings import Standing

Refusal = str | None

DRAFTED = frozenset({BriefingState.CLOSED, BriefingState.CIRCULATED})
PAST_DEADLINE = "The deadline for positions has passed."


def require(refusal: Refusal) -> None:
    if refusal:
        raise NotAllowed(refusal)


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


def presides(actor: Actor, presidency_id: int | None) -> bool:
    """Tell whether the actor sits at the desk of this briefing's presidency."""
    return (
        presidency_id is not None
        and actor.presidency_id == presidency_id
        and actor.holds(*PRESIDENCY_ROLES)
    )


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
    before_closing = {BriefingState.DRAFT, BriefingState.OPEN, BriefingState.WITHDRAWN}
    if rule is Attribution.NON_ATTRIBUTED and state in before_closing:
        return "This briefing is non-attributed: who has signed is not shown before it is closed."
    return None


def draft_position(actor: Actor, state: BriefingState, *, past_deadline: bool = False) -> Refusal:
    if not actor.holds(Role.DRAFTER, Role.SIGNATORY):
        return "Only a drafter or a signatory of the delegation writes its positions."
    if state is not BriefingState.OPEN:
        return "This briefing is not taking positions."
    return PAST_DEADLINE if past_deadline else None


def sign_position(actor: Actor, state: BriefingState, *, past_deadline: bool = False) -> Refusal:
    if not actor.holds(Role.SIGNATORY):
        return "Only a signatory of the delegation signs."
    if state is not BriefingState.OPEN:
        return "This briefing is not taking positions."
    return PAST_DEADLINE if past_deadline else None


def allow_standing_in(actor: Actor, state: BriefingState) -> Refusal:
    """Let the Secretariat act for the delegation, and take that back; never while acting so."""
    if actor.stands_in or not actor.holds(Role.FOCAL_POINT, Role.SIGNATORY):
        return "Only a focal point or a signatory lets the Secretariat act for the delegation."
    if state is not BriefingState.OPEN:
        return "This briefing is not taking positions."
    return None


def manage_people(actor: Actor) -> Refusal:
    if not actor.holds(Role.FOCAL_POINT, Role.PRESIDENT, Role.ADMINISTRATOR):
        return "Only a focal point, the president or an administrator invites people."
    return None


def draft_summary(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    if not presides(actor, presidency_id):
        return "Only the presidency drafts the summary."
    if state not in DRAFTED:
        return "The summary is drafted after closing and until it is issued."
    return None


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


def issue(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    if not presides(actor, presidency_id):
        return "Only the presidency issues the summary."
    if state is not BriefingState.CIRCULATED:
        return "A summary is issued after it has been circulated."
    return None


def issue_again(actor: Actor, issuers: Collection[int]) -> Refusal:
    """Issue as the second person: ``issuers`` have acted on this very text."""
    if actor.user_id in issuers:
        return "You have issued this text; a second person of the presidency must do so too."
    return None


def publish(actor: Actor, presidency_id: int | None, state: BriefingState) -> Refusal:
    if not presides(actor, presidency_id) or not actor.holds(Role.PRESIDENT):
        return "Only the president publishes."
    if state is not BriefingState.ISSUED:
        return "Only an issued summary can be published."
    return None
