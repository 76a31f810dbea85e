"""What a draft changed of the one before, sentence by sentence. Reads only."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Circulation
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.mirror import Ground
from app.features.briefings.queries import get_presided
from app.features.silence import pages
from app.features.silence.pages import Place, Redlined
from app.features.silence.queries import get_reader
from app.features.summaries.desk import chosen_language, circulation_line, head_of
from app.formats.differences import Change, Kind, changes

Paragraphs = Mapping[str, tuple[int, str]]  # key of the sentence -> its number, its text


def redline_page(db: Session, actor: Actor, place: Place) -> pages.RedlinePage:
    """Show it to whoever may read the draft: its presidency, and the delegations seated."""
    if actor.delegation_id is not None:
        briefing, _ = get_reader(db, actor, place.slug)
    else:
        briefing = get_presided(db, actor, place.slug)
        permissions.require(permissions.read_answers(actor, briefing.presidency_id, briefing.state))
    language = chosen_language(briefing, place.language)
    line = circulation_line(db, briefing)
    if line is None or line.number == 1:
        raise NotFound("There is no draft before this one.")
    before, after = (
        _paragraphs(db, briefing, number, language) for number in (line.number - 1, line.number)
    )
    lines = tuple(_lines(before, after))
    kept = sum(before.get(key, (0, None))[1] == text for key, (_, text) in after.items())
    return pages.RedlinePage(head_of(briefing, language), line, line.number - 1, lines, kept)


def _paragraphs(db: Session, briefing: Briefing, number: int, language: str) -> Paragraphs:
    document, kept = db.execute(
        select(Circulation.texts[language], Circulation.grounds).where(
            Circulation.briefing_id == briefing.id, Circulation.number == number
        )
    ).one()
    sentences: list[Mapping[str, Any]] = document["sentences"]
    if not kept:  # circulated before grounds were kept: paragraphs are told apart by their place
        return {each["id"]: (at, each["text"]) for at, each in enumerate(sentences, 1)}
    keys = (Ground.read(each).key for each in kept["sentences"])
    return {
        key: (at, each["text"])
        for at, (key, each) in enumerate(zip(keys, sentences, strict=True), 1)
    }


def _lines(before: Paragraphs, after: Paragraphs) -> Iterator[Redlined]:
    """Give what is new or changed in the order of the draft, then what is gone."""
    for key, (number, text) in after.items():
        if key not in before:
            yield Redlined(number, Kind.NEW, (Change(Kind.NEW, text),))
        elif before[key][1] != text:
            yield Redlined(number, Kind.SAME, changes(before[key][1], text))
    for key, (_, text) in before.items():
        if key not in after:
            yield Redlined(None, Kind.GONE, (Change(Kind.GONE, text),))
