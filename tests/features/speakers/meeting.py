"""A briefing of A, B, C and X, its list of speakers, and what people press."""

import re

from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, SpeakersAct
from app.domain.actor import Actor
from app.domain.bundle import read_bundle
from app.domain.lifecycle import BriefingState
from app.domain.speakers import ActKind, Order, SpeakersList
from app.features.briefings.queries import get_briefing
from app.features.positions.load import Loading, load_bundle
from app.features.speakers.queries import read_list
from app.features.speakers.service import (
    Decision,
    Terms,
    ask_for_the_floor,
    lead,
    prepare_list,
)
from tests.bundles import make_bundle
from tests.cast import Cast
from tests.conftest import NOON

SLUG = "meeting"
HOME = f"/briefings/{SLUG}/speakers"
FIVE = 300


def convene(db: Session, cast: Cast, rule: str = "counted") -> Briefing:
    document = make_bundle(3, 1, 1, attribution=rule, invited=1, filled=0, slug=SLUG)
    codes = dict(zip(["M1", "M2", "M3", "M4"], "ABCX", strict=True))
    document["briefing"]["presidency"] = "A"
    for each in document["members"]:
        each["code"] = codes[each["code"]]
    loading = Loading("Test", briefers=("Ms. Briefer",))
    load_bundle(db, read_bundle(document), loading, at=NOON)
    briefing = get_briefing(db, SLUG)
    briefing.presidency_id = cast.presidency.id
    briefing.state = BriefingState.OPEN
    db.commit()
    return briefing


def prepared(
    db: Session, cast: Cast, order: Order = Order.SIGNED_UP, rule: str = "counted"
) -> None:
    convene(db, cast, rule)
    decision = Decision(SLUG, 0, ActKind.PREPARE)
    prepare_list(db, cast.president, decision, Terms(order, FIVE), at=NOON)


def opened(db: Session, cast: Cast, order: Order = Order.DRAWN, rule: str = "counted") -> None:
    prepared(db, cast, order, rule)
    if order is Order.SIGNED_UP:
        for person in (cast.b_drafter, cast.a_signatory):
            ask_for_the_floor(db, person, SLUG, wants=True, at=NOON)
    press(db, cast.officer, ActKind.OPEN)


def press(db: Session, actor: Actor, kind: ActKind, speaker: str = "", seed: str = "s") -> None:
    """Do what an officer would who looks at the list as it stands."""
    seen = listing(db).led
    lead(db, actor, Decision(SLUG, seen, kind, speaker), seed, at=NOON)


def listing(db: Session) -> SpeakersList:
    found = read_list(db, get_briefing(db, SLUG)).listing
    db.rollback()
    return found


def codes(db: Session) -> list[str]:
    return [each.code for each in listing(db).speakers]


def acts(db: Session) -> list[str]:
    rows = db.scalars(select(SpeakersAct).order_by(SpeakersAct.number))
    found = [row.kind.value for row in rows]
    db.rollback()
    return found


def seen(page: Response) -> str:
    found = re.search(r'name="seen" value="(\d+)"', page.text)
    assert found
    return found[1]


def post(client: TestClient, act: str, speaker: str, at: str) -> Response:
    return client.post(f"{HOME}/floor", data={"seen": at, "act": act, "speaker": speaker})
