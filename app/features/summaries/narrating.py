"""Narrative of the presidency: added, taken out, put back. One transaction each."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Narrative as NarrativeRow
from app.db.session import atomic
from app.domain.actor import Actor
from app.domain.drafting import Edit
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.gates.narrative import find_fault, find_source_fault
from app.domain.narrative import PREFIX, Narrative
from app.domain.position import check_text, find_hidden
from app.domain.sentence import Part, Sentence
from app.domain.summary_acts import ActKind
from app.domain.wording.stops import closed
from app.features.summaries import writing
from app.features.summaries.desk_sentence import NO_SENTENCE
from app.features.summaries.pages import Place
from app.features.summaries.writing import CHANGED, Change

LONGEST_SOURCE = 300
LONGEST_NUMBER = 10  # digits of a key
PLACE_GONE = "The paragraph this was to follow is gone. Look where it goes now, and save again."


@dataclass(frozen=True)
class Telling:
    """What is to be added: ``after`` is the key of the sentence it follows."""

    after: str
    text: str
    source: str = ""
    address: str = ""


def add_narrative(
    db: Session, actor: Actor, slug: str, language: str, told: Telling, *, at: datetime
) -> str:
    """Add a sentence of the presidency's own; give its key."""
    with atomic(db):
        change = writing.begin(db, actor, slug, language, at=at)
        told = replace(told, text=closed(told.text.strip(), change.language))
        mine = NarrativeRow.briefing_id == change.briefing.id
        last = db.scalar(select(func.max(NarrativeRow.number)).where(mine)) or 0
        narrative = _narrative(change, f"{PREFIX}{last + 1}", told)
        _check(change, narrative, told.text)
        db.add(
            NarrativeRow(
                briefing_id=change.briefing.id,
                number=last + 1,
                question=narrative.question,
                mission=narrative.mission,
                after=narrative.after,
                source=narrative.source,
                address=narrative.address,
                stands=True,
            )
        )
        grounds = narrative.sentence(change.briefing.attribution).grounds
        writing.keep_wording(change, narrative.key, Edit(told.text, grounds))
        writing.keep(change, ActKind.NARRATE, narrative.key, "", told.text)
        return narrative.key


def _narrative(change: Change, key: str, told: Telling) -> Narrative:
    """Put it into the stretch of the sentence it follows."""
    try:
        before = change.find(told.after).sentence
    except NotFound:
        raise Conflict(PLACE_GONE) from None
    source, address = told.source.strip(), told.address.strip()
    return Narrative(key, before.question, mission_of(before), told.after, source, address)


def mission_of(sentence: Sentence) -> str | None:
    return sentence.missions[0] if sentence.part is Part.REGISTER else None


def _check(change: Change, narrative: Narrative, text: str) -> None:
    facts = change.summary.proceedings
    if not text:
        raise Invalid("Write the sentence to be added.", where="text")
    check_text(text, change.language)
    if fault := find_fault(text, change.language, facts):
        raise Invalid(_said(fault), where="text")
    for where, given in (("source", narrative.source), ("address", narrative.address)):
        if len(given) > LONGEST_SOURCE:
            raise Invalid(f"Shorten this to {LONGEST_SOURCE} characters.", where=where)
        fault = find_hidden(given) or find_source_fault(given, facts)
        if fault:
            raise Invalid(_said(fault), where=where)


def _said(fault: str) -> str:
    return f"{fault[:1].upper()}{fault[1:]}".rstrip(".") + "."


def withdraw_narrative(
    db: Session, actor: Actor, place: Place, *, previous: str, at: datetime
) -> None:
    """Take narrative out; ``previous`` is its text as it was shown."""
    with atomic(db):
        change = writing.begin(db, actor, place.slug, place.language, at=at)
        change.find(place.key)
        if words_of(change, place.key) != previous:
            raise Conflict(CHANGED)
        put_standing(change, place.key, stands=False)


def return_narrative(db: Session, actor: Actor, place: Place, *, at: datetime) -> None:
    """Put narrative back in its place, in the words it had."""
    with atomic(db):
        change = writing.begin(db, actor, place.slug, place.language, at=at)
        put_standing(change, place.key, stands=True)


def words_of(change: Change, key: str) -> str:
    said = change.drafting.wordings.get((change.language, key))
    return said.text if said else ""


def put_standing(change: Change, key: str, *, stands: bool) -> None:
    number = key.removeprefix(PREFIX)
    mine = NarrativeRow.briefing_id == change.briefing.id
    row = (
        change.db.scalar(select(NarrativeRow).where(mine, NarrativeRow.number == int(number)))
        if number.isdecimal() and number.isascii() and len(number) < LONGEST_NUMBER
        else None
    )
    if row is None:
        raise NotFound(NO_SENTENCE)
    if row.stands == stands:
        raise Conflict("Somebody did that already. Look at what stands now.")
    row.stands = stands
    first = change.drafting.originals[key]
    text = change.drafting.wordings[first, key].text
    texts = ("", text) if stands else (text, "")
    writing.keep(change, ActKind.NARRATE, key, *texts)
