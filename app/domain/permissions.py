"""Who may do what, when: one function per action, each None or the reason for a no.

A page asks the same function as the service, so it never offers what the server refuses. What a
person may not even know of is ``NotFound`` in the query that looks for it, never a refusal here.
"""

from collections.abc import Collection
from datetime import datetime

from app.domain.actor import DELEGATION_ROLES, PRESIDENCY_ROLES, Actor, Role
from app.domain.attribution import Attribution
from app.domain.errors import NotAllowed
from app.domain.lifecycle import BriefingState, Origin
from app.domain.proceedings import Standing

Refusal = str | None

DRAFTED = frozenset({BriefingState.CLOSED, BriefingState.CIRCULATED})
RELEASED = frozenset({BriefingState.ISSUED, BriefingState.PUBLISHED})
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


def remind(
    actor: Actor, presidency_id: int | None, state: BriefingState, *, past_deadline: bool
) -> Refusal:
    """Have delegations told that something is left to do."""
    if not presides(actor, presidency_id):
        return "Only the presidency of this briefing reminds its delegations."
    if state is not BriefingState.OPEN:
        return "This briefing is not taking positions."
    return PAST_DEADLINE if past_deadline else None


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


def issue_with_account(
    created_at: datetime, closed_at: datetime | None, *, own_invitation: bool
) -> Refusal:
    """Issue as a person of one's own: ``own_invitation`` came from this presidency's own desk.

    Else one person could be two, with a second address invited once the briefing is closed.
    """
    if own_invitation and closed_at is not None and created_at > closed_at:
        return (
            "Your account was made after the briefing was closed, by invitation of its own "
            "presidency; the Secretariat has to invite whoever issues with it."
        )
    return None


def write_letter(
    actor: Actor, presidency_id: int | None, origin: Origin, state: BriefingState
) -> Refusal:
    """Write the letter that the summary goes out with."""
    if not presides(actor, presidency_id):
        return "Only the presidency writes the letter."
    if origin.marking:
        return "A rehearsal or a demonstration goes out with no letter."
    if state not in DRAFTED:
        return "The letter is written after closing and until the summary is issued."
    return None


def give_symbol(
    actor: Actor, presidency_id: int | None, origin: Origin, state: BriefingState
) -> Refusal:
    """Note the symbol the Secretariat assigned, which may be long after the summary is issued."""
    if origin.marking:
        return "A rehearsal or a demonstration has no document symbol."
    return read_draft_summary(actor, presidency_id, state)


def publish(
    actor: Actor, presidency_id: int | None, state: BriefingState, *, waits: bool = False
) -> Refusal:
    """Make the bytes of a release public; ``waits``: a corrigendum is issued and not public."""
    if not presides(actor, presidency_id) or not actor.holds(Role.PRESIDENT):
        return "Only the president publishes."
    if state is not BriefingState.ISSUED and not (state is BriefingState.PUBLISHED and waits):
        return "Only an issued summary can be published."
    return None


def read_briefs(actor: Actor) -> Refusal:
    """Read the briefs of what was issued, for the Secretary-General's office."""
    if not actor.is_briefer:
        return "Only the Secretary-General's office reads its briefs here."
    return None


def read_asks(actor: Actor) -> Refusal:
    """See what every issued summary asks for, and take over from the presidency before."""
    if not (actor.is_administrator or actor.holds(*PRESIDENCY_ROLES)):
        return "Only presidencies and the Secretariat keep the register of asks."
    return None


def follow_ask(actor: Actor, *, presides_now: bool) -> Refusal:
    """Say where an ask stands, and what the Council did about it."""
    if refusal := read_asks(actor):
        return refusal
    if not (actor.is_administrator or presides_now):
        return "Only the Secretariat and the presidency of this month change the register."
    return None
