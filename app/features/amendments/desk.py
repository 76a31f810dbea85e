"""What the presidency reads of proposals: the register, and one to decide on. Reads only."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.db.models import Briefing
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.amendments import resulting
from app.domain.proceedings import in_language
from app.features.amendments import pages
from app.features.amendments.register import (
    Entry,
    get_entry,
    languages_of,
    list_entries,
    proposal_views,
)
from app.features.mirror.desk import get_answered
from app.features.mirror.draft import read_draft
from app.features.summaries.desk import chosen_language, head_of, in_one_language


def register_page(db: Session, actor: Actor, slug: str, *, language: str) -> pages.RegisterPage:
    briefing = get_answered(db, actor, slug)
    entries = list_entries(db, briefing)
    draft = read_draft(db, briefing, chosen_language(briefing, language), languages_of(entries))
    return pages.RegisterPage(
        head_of(briefing, draft.language), draft.line, proposal_views(db, draft, entries)
    )


def register_rows(page: pages.RegisterPage) -> Iterator[dict[str, object]]:
    """Give the register as a table, the same as the page, with names in its language."""
    for each in page.proposals:
        made = each.decision
        yield {
            "proposal": each.name,
            "delegation": in_language(each.owner, page.head.language),
            "paragraphs": list(each.numbers),
            "draft": each.circulation,
            "language": each.language,
            "action": each.action.value,
            "sentence": each.said,
            "proposed": each.text,
            "after": each.after,
            "reason": each.reason,
            "proposed_at": each.at.isoformat(),
            "stale": each.is_stale,
            "disposition": each.disposition.value,
            "accepted_words": made.words if made else None,
            "decision_reason": made.reason if made else None,
            "decided_at": made.at.isoformat() if made else None,
        }


def show_page(db: Session, actor: Actor, place: pages.ProposalPlace) -> pages.ShowPage:
    """Give one proposal beside the text as it is now, in the language it was made in."""
    briefing = get_answered(db, actor, place.slug)
    entry = get_entry(db, briefing, place.name)
    language = entry.row.language
    draft = read_draft(db, briefing, language)
    desk = actor, briefing.presidency_id, briefing.state
    return pages.ShowPage(
        head=head_of(briefing, language),
        circulation=draft.line,
        proposal=proposal_views(db, draft, [entry])[0],
        now=_text_now(db, briefing, entry),
        elsewhere=tuple(each for each in briefing.languages if each != language),
        deciding=permissions.reply(*desk),
        drafting=permissions.draft_summary(*desk),
    )


def _text_now(db: Session, briefing: Briefing, entry: Entry) -> pages.TextNow | None:
    summary = in_one_language(db, briefing, entry.row.language)
    found = next((each for each in summary.sentences if each.sentence.key == entry.row.key), None)
    if found is None:
        return None
    return pages.TextNow(
        key=entry.row.key,
        number=found.number,
        text=found.text,
        computed=found.computed,
        edited=found.text if found.is_edited else "",
        is_applied=entry.accepted.is_in(summary.sentences),
        resulting=resulting(entry.action, found.text, entry.accepted.words, entry.row.language),
    )
