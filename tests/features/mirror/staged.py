"""The small briefing with A's and B's points as one group, circulated; and who answers it."""

import re

from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Circulation, Reflection
from app.domain.bundle import read_bundle
from app.domain.grouping import PointRef
from app.domain.position import Cell
from app.domain.sentence import Part
from app.features.briefings.queries import get_briefing
from app.features.grouping.service import Decision, gather
from app.features.positions.load import Loading, load_bundle
from app.features.summaries.drafting import word_sentence
from app.features.summaries.pages import Place
from app.features.summaries.queries import proceedings_of
from app.features.summaries.releasing import compile_briefing
from app.features.summaries.service import circulate
from tests.bundles import make_bundle
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import SLUG, SOON, clock, closed

MIRROR = f"/briefings/{SLUG}/mirror"
DESK = f"/briefings/{SLUG}/corrections"
CELL = Cell(1, "UNONE")
TOGETHER = "the mandate should be looked at again"
ALONE = "the mandate should end within a year"


def grouped(
    db: Session, cast: Cast, rule: str = "attributed", asked: tuple[str, ...] = ()
) -> Briefing:
    """Let A and B say the same in UNONE, and give that to the delegations."""
    briefing = closed(db, cast, rule)
    gather(db, cast.officer, Decision(SLUG, CELL, 0), [*points(db).values()], None, at=NOON)
    circulate_again(db, cast, TOGETHER, asked)
    return briefing


def apart(db: Session, cast: Cast, rule: str = "counted") -> Briefing:
    """Circulate A's and B's points each in the presidency's words."""
    briefing = closed(db, cast, rule)
    circulate_again(db, cast, ALONE)
    return briefing


def many(
    db: Session, cast: Cast, rule: str = "non_attributed", *, members: int = 20, missions: int = 1
) -> None:
    """Circulate what many members said, where nobody may be found out, and ask for stances."""
    codes = [*"ABC", *(f"M{number}" for number in range(4, members + 1))]
    document = make_bundle(members, missions, 1, attribution=rule, slug=SLUG)
    known = {f"M{number}": code for number, code in enumerate(codes, 1)}
    document["briefing"]["presidency"] = "A"
    for each in document["members"]:
        each["code"] = known[each["code"]]
    for each in document["positions"]:
        each["member"] = known[each["member"]]
    load_bundle(db, read_bundle(document), Loading("Test"), at=NOON)
    get_briefing(db, SLUG).presidency_id = cast.presidency.id
    db.commit()
    circulate_again(db, cast, ALONE, ("every",))


def points(db: Session) -> dict[str, PointRef]:
    found = proceedings_of(db, get_briefing(db, SLUG)).positions
    db.rollback()
    return {each.member: PointRef(each.hash, 0) for each in found if each.points}


def circulate_again(
    db: Session, cast: Cast, wording: str = ALONE, asked: tuple[str, ...] = ()
) -> None:
    confirm_all(db, cast, wording)
    now = clock(db)  # another moment, another hash
    until = now + SOON
    circulate(db, cast.officer, SLUG, until, short_notice=False, at=now, asked=asked)


def confirm_all(db: Session, cast: Cast, wording: str) -> None:
    """Confirm words for whatever waits for some, in every language."""
    for language, summary in compile_briefing(db, get_briefing(db, SLUG)).items():
        db.rollback()
        for each in summary.of_part(Part.REGISTER):
            if not each.is_confirmed or (each.is_stale and each.sentence.words_points):
                place = Place(SLUG, each.sentence.key, language)
                before = "" if not each.is_stale else TOGETHER
                word_sentence(db, cast.officer, place, wording, previous=before, at=NOON)


def counts(db: Session) -> list[int | None]:
    """Count, in the draft of this moment, every sentence of the cell that says what was said."""
    summary = compile_briefing(db, get_briefing(db, SLUG), ("en",))["en"]
    db.rollback()
    return [
        each.sentence.count for each in summary.of_part(Part.REGISTER) if each.sentence.words_points
    ]


def paragraph(db: Session, ending: str, language: str = "en") -> str:
    """Give the id of the first circulated sentence whose key ends so, or whose text holds it."""
    row = last_draft(db)
    said = zip(row.grounds["sentences"], row.texts[language]["sentences"], strict=True)
    return next(
        each["id"] for ground, each in said if ground[0].endswith(ending) or ending in each["text"]
    )


def last_draft(db: Session) -> Circulation:
    row = db.scalars(select(Circulation).order_by(Circulation.number.desc())).first()
    assert row is not None
    db.expunge(row)  # what is read of it later reads no table
    db.rollback()
    return row


def say(client: TestClient, db: Session, sentence: str, verdict: str, **more: str) -> Response:
    data = {"hash": last_draft(db).hash, "verdict": verdict, **more}
    return client.post(f"{MIRROR}/{sentence}?language=en", data=data)


def stand(client: TestClient, db: Session, sentence: str, stance: str, **more: str) -> Response:
    data = {"hash": last_draft(db).hash, "stance": stance, **more}
    return client.post(f"{MIRROR}/{sentence}/stance?language=en", data=data)


def said(db: Session) -> list[tuple[str, str]]:
    rows = db.execute(select(Reflection.verdict, Reflection.text).order_by(Reflection.id)).all()
    db.rollback()
    return [(verdict.value, text) for verdict, text in rows]


def sentences(page: Response) -> list[str]:
    return re.findall(r'<li class="sentence" id="(s\d+)"', page.text)
