"""What is shown before narrative is added. Reads only."""

from sqlalchemy.orm import Session

from app.domain import permissions
from app.domain.actor import Actor
from app.domain.summary import Summary, WordedSentence
from app.features.summaries.desk import chosen_language, get_draft, head_of, in_one_language
from app.features.summaries.pages_draft import NarrativePage


def narrative_page(
    db: Session, actor: Actor, slug: str, *, language: str, after: str
) -> NarrativePage:
    """Show where it would stand; after the opening, where its place is gone or was not given."""
    briefing = get_draft(db, actor, slug)
    summary = in_one_language(db, briefing, chosen_language(briefing, language))
    before = _before(summary, after)
    return NarrativePage(
        head_of(briefing, summary.language),
        before.sentence.key,
        before.number,
        before.text,
        permissions.draft_summary(actor, briefing.presidency_id, briefing.state),
    )


def _before(summary: Summary, after: str) -> WordedSentence:
    opening = [each for each in summary.sentences if each.sentence.question is None]
    named = (each for each in summary.sentences if each.sentence.key == after)
    return next(named, opening[-1])
