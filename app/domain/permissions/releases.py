"""Who issues and publishes a summary, and who follows what it asks for."""

from collections.abc import Collection
from datetime import datetime

from app.domain.actor import PRESIDENCY_ROLES, Actor, Role
from app.domain.lifecycle import BriefingState, Origin
from app.domain.permissions.core import DRAFTED, Refusal, presides
from app.domain.permissions.drafts import read_draft_summary


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
