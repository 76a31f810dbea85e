"""A brief as it is printed in one room."""

from app.domain.brief import Brief
from app.formats.brief_lines import Facts, PrintedBrief
from app.formats.brief_notes import Notes
from app.formats.brief_requests import Requests
from app.formats.brief_rooms import ROOMS, Room
from app.formats.brief_tables import Tables


def printed_brief(brief: Brief, facts: Facts, room: Room = ROOMS[0]) -> PrintedBrief:
    tables, requests = Tables(brief, facts, room), Requests(brief, facts, room)
    notes = Notes(brief, facts, room)
    return PrintedBrief(
        language=facts.language,
        title=notes.words.title,
        about=tuple(notes.about()),
        status=notes.status(),
        marking=notes.marking(),
        tables=tuple(tables.tables()),
        folded=tables.folded(),
        unassessed=tables.unassessed(),
        changed_note=tables.changed_note(),
        changed=tuple(tables.changed()),
        requests=tuple(requests.groups()),
        further=tuple(requests.further()),
        notes=tuple(notes.notes()),
        words=notes.words,
        size=room.size,
    )
