"""What an operator does from the command line, for briefings no presidency stands behind."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.db.models import Briefing, Event, Wording
from app.db.session import atomic
from app.domain.attribution import Attribution
from app.domain.drafting import mark_of
from app.domain.errors import NotAllowed
from app.domain.lifecycle import BriefingState, Origin, advance, check_meeting_over
from app.domain.summary import suggested_wordings
from app.domain.wall_time import in_new_york
from app.features.briefings.queries import get_briefing
from app.features.summaries.decisions import drafting_of
from app.features.summaries.releasing import (
    Freeze,
    Gates,
    add_release,
    all_gates,
    check_gates,
    compile_briefing,
)
from app.features.summaries.searchable import make_searchable

PENDING_ALLOWED = "wording"  # what nobody wrote in a language stays "(wording pending)"


def publish_by_operator(
    db: Session, slug: str, *, operator: str, freeze: Freeze, at: datetime
) -> str:
    """Freeze and publish a loaded or demonstration briefing; give the hash of the release.

    The operator stands in for the two issuers and confirms each suggested wording as it is; both
    are logged. What has no suggestion in a language is released as pending, and says so; where
    nobody may be found out it is so in every language, or one would tell whose words they are.
    """
    with atomic(db):
        briefing = get_briefing(db, slug)
        _check(briefing, at)
        confirmed = _confirm_suggestions(db, briefing, at=at)
        summaries = compile_briefing(db, briefing)
        gates = all_gates(summaries)
        check_gates(_apart_from_pending(gates))
        release = add_release(db, briefing, summaries, freeze(summaries, gates, at), at=at)
        release.published_at = at
        make_searchable(db, release.id)
        for state in (BriefingState.CIRCULATED, BriefingState.ISSUED, BriefingState.PUBLISHED):
            briefing.state = advance(briefing.state, state)
        db.add(
            Event.of(
                operator,
                "summary.published_by_operator",
                at=at,
                briefing_id=briefing.id,
                release=release.hash,
                wordings_confirmed=confirmed,
            )
        )
        return release.hash


def _check(briefing: Briefing, at: datetime) -> None:
    if briefing.origin not in {Origin.LOADED, Origin.DEMONSTRATION}:
        raise NotAllowed("An operator publishes only loaded or demonstration briefings.")
    if briefing.meeting_date is not None:
        check_meeting_over(briefing.meeting_date, in_new_york(at).date())


def _confirm_suggestions(db: Session, briefing: Briefing, *, at: datetime) -> int:
    drafting, summaries = drafting_of(db, briefing), compile_briefing(db, briefing)
    suggested = {language: suggested_wordings(each) for language, each in summaries.items()}
    said = {each.sentence.key: each.sentence for each in next(iter(summaries.values())).sentences}
    everywhere = set.intersection(*(set(each) for each in suggested.values()))
    originals = {
        key: drafting.wordings[first, key].text for key, first in drafting.originals.items()
    }
    confirmed: list[Wording] = []
    for language, found in suggested.items():
        for key, words in found.items():
            if key not in everywhere and said[key].rule is Attribution.NON_ATTRIBUTED:
                continue
            original = originals.get(key)
            originals.setdefault(key, words.text)
            wording = Wording(
                briefing_id=briefing.id,
                language=language,
                key=key,
                text=words.text,
                basis=said[key].grounds,
                beside="" if original is None else mark_of(original),
                confirmed_at=at,
            )
            confirmed.append(wording)
    db.add_all(confirmed)
    db.flush()
    return len(confirmed)


def _apart_from_pending(gates: Gates) -> Gates:
    return {
        language: {name: gate for name, gate in results.items() if name != PENDING_ALLOWED}
        for language, results in gates.items()
    }
