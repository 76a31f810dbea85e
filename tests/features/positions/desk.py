"""One open briefing with A, B and X at the table, and the words the tests of the desk type."""

from datetime import UTC, date, datetime
from secrets import token_bytes

from httpx2 import Response
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, ConceptNote, Draft, Event, Point, Position, Revision
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState, Origin
from app.domain.position import Cell, Statement
from app.domain.proceedings import Mission, Question, ScaleValue, Seat, Standing
from app.features.briefings.convening import (
    Convening,
    add_briefing,
    add_missions,
    add_questions,
    add_seats,
)
from app.features.positions.cells import Place, Writing
from app.features.positions.service import save_draft, sign_position
from tests.cast import Cast
from tests.conftest import NOON

SLUG = "mandates"
FUTURE = datetime(2099, 1, 1, tzinfo=UTC)
PAST = datetime(2020, 1, 1, tzinfo=UTC)
MISSIONS = ("MINUSMA", "UNMISS")
SCALE = tuple(ScaleValue(code, {"en": code.title()}) for code in ("active", "stalled"))
QUESTION = {"zh": "政治进程如何？", "en": "What of the political process?"}
PLACE = Place(SLUG, Cell(1, "MINUSMA"))
GENERAL = Place(SLUG, Cell(2, "ALL"))
DESK = f"/briefings/{SLUG}/positions"
CELL = f"{DESK}/1/MINUSMA"
FRAGILE = Statement("stalled", "The process is fragile. Support it.", "en")
NOWHERE = "mandatez"  # as long as the other, so that an answer may echo its own address
ABSENT = f"/briefings/{NOWHERE}/positions"
TYPED = {"version": "0", "assessment": "stalled", "text": FRAGILE.text, "language": "en"}
HTMX = {"HX-Request": "true"}


def open_briefing(
    db: Session,
    cast: Cast,
    *,
    slug: str = SLUG,
    rule: Attribution = Attribution.COUNTED,
    missions: tuple[str, ...] = MISSIONS,
    questions: int = 2,
) -> Briefing:
    """Convene and open a briefing; C is not at its table."""
    convening = Convening(
        slug=slug,
        title={"en": "Peacekeeping"},
        meeting_date=date(2099, 1, 2),
        presiding="A",
        attribution=rule,
        languages=("en",),
        origin=Origin.LIVE,
        seed="seed",
        presidency_id=cast.presidency.id,
    )
    briefing = add_briefing(db, convening, at=NOON)
    db.add(_note(briefing))
    seats = [Seat(desk.code, desk.names) for desk in (cast.a, cast.b)]
    add_seats(db, briefing, [*seats, Seat("X", cast.x.names, Standing.INVITED)])
    add_missions(db, briefing, [Mission(code, {"en": f"Mission {code}"}) for code in missions])
    numbers = range(1, questions + 1)
    add_questions(db, briefing, [Question(each, QUESTION, SCALE, "zh") for each in numbers])
    briefing.state, briefing.opened_at, briefing.deadline = BriefingState.OPEN, NOON, FUTURE
    db.commit()
    return briefing


def _note(briefing: Briefing) -> ConceptNote:
    lists = ("briefers", "sections", "questions", "references", "figures", "warnings")
    reading = dict.fromkeys(("symbol", "title", "meeting_date", "presidency_iso3"))
    letter = {"date": None, "author_iso3": None, "signatory": None}
    reading |= {"language": "zh", "letter": letter, **{name: [] for name in lists}}
    return ConceptNote(
        briefing_id=briefing.id,
        file_name="note.txt",
        content=b"",
        sha256="",
        text="",
        reading=reading,
        corrected=reading,
    )


def pass_deadline(db: Session, briefing: Briefing) -> None:
    briefing.deadline = PAST
    db.commit()


def close(db: Session, briefing: Briefing) -> None:
    briefing.state = BriefingState.CLOSED
    db.commit()


def drafted(
    db: Session,
    actor: Actor,
    place: Place = PLACE,
    statement: Statement = FRAGILE,
    version: int = 0,
) -> Draft:
    return save_draft(db, actor, place, Writing(statement, version), at=NOON).written


def signed(
    db: Session,
    actor: Actor,
    place: Place = PLACE,
    statement: Statement = FRAGILE,
    version: int = 0,
) -> int:
    writing = Writing(statement, version)
    return sign_position(db, actor, place, writing, salt=token_bytes(32), at=NOON)


def kept(db: Session) -> list[int]:
    """Count the rows an act may leave."""
    db.rollback()
    tables = (Position, Draft, Revision, Point, Event)
    return [db.scalar(select(func.count()).select_from(table)) or 0 for table in tables]


def are_one(there: Response, absent: Response) -> bool:
    """Tell whether what is hidden answers like what does not exist, address aside."""
    body = absent.content.replace(NOWHERE.encode(), SLUG.encode())
    both_absent = there.status_code == absent.status_code == 404
    return both_absent and there.content == body and there.headers == absent.headers


NOTHING = [0, 0, 0, 0, 0]
