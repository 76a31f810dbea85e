"""The pages of a delegation that proposes amendments: nothing of others'. Reads only."""

from sqlalchemy.orm import Session

from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.features.amendments import pages
from app.features.amendments.register import languages_of, list_entries, proposal_views
from app.features.briefings.queries import NO_BRIEFING, get_seat
from app.features.mirror.draft import Draft, Said, read_draft
from app.features.mirror.pages import Place
from app.features.mirror.queries import read_mirror
from app.features.summaries.desk import chosen_language, head_of

SHOWN = 90  # characters of a sentence in a list to choose from


def index_page(db: Session, actor: Actor, slug: str, *, language: str) -> pages.IndexPage:
    """Give what a delegation proposed; where nothing was circulated there is no such page."""
    briefing, seat = get_seat(db, actor, slug)
    if permissions.read_circulated(actor, has_seat=True, state=briefing.state):
        raise NotFound(NO_BRIEFING)
    entries = list_entries(db, briefing, seat.id)
    draft = read_draft(db, briefing, chosen_language(briefing, language), languages_of(entries))
    return pages.IndexPage(
        head_of(briefing, draft.language),
        draft.line,
        proposal_views(db, draft, entries),
        permissions.propose(actor, briefing.state, past_deadline=draft.line.is_over),
        permissions.withdraw_proposal(actor, briefing.state, is_decided=False),
    )


def sentence_page(db: Session, actor: Actor, place: Place) -> pages.SentencePage:
    """Give one sentence of the draft to propose something of; every one may be spoken of."""
    mirror = read_mirror(db, actor, place.slug, place.language)
    briefing, draft = mirror.briefing, mirror.draft
    said = draft.find(place.sentence)
    entries = [
        each for each in list_entries(db, briefing, mirror.seat.id) if each.row.key == said.key
    ]
    compared = read_draft(db, briefing, draft.language, languages_of(entries))
    return pages.SentencePage(
        head=head_of(briefing, draft.language),
        circulation=draft.line,
        id=said.id,
        numbers=said.numbers,
        text=said.text,
        counts_us=said.ground.counts(mirror.own),
        places=_places(draft, said),
        proposals=proposal_views(db, compared, entries),
        proposing=permissions.propose(actor, briefing.state, past_deadline=draft.line.is_over),
    )


def _places(draft: Draft, said: Said) -> tuple[tuple[str, str], ...]:
    """List what the sentence may be moved behind; none where it stands alone.

    By its paragraph: a key holds the hash of a revision, and so tells which have one author.
    """
    return tuple(
        (each.id, f"{each.numbers[-1]}. {each.text[:SHOWN]}{'…' * (len(each.text) > SHOWN)}")
        for each in draft.beside(said)
        if each.key != said.key
    )
