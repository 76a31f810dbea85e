"""Two briefings that differ in their positions alone, and a rehearsal of either."""

from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.db.models import Briefing
from app.domain.bundle import read_bundle
from app.features.briefings.queries import get_briefing
from app.features.briefings.service import close_briefing
from app.features.briefings.upload import no_file
from app.features.positions.load import Loading, load_bundle
from app.features.rehearsals.cloning import begin_rehearsal
from app.features.rehearsals.service import let_answer
from tests.bundles import make_bundle
from tests.cast import Cast
from tests.conftest import NOON

SLUG = "real"
MADE = "real-rehearsal"
ROOM = f"/briefings/{MADE}/rehearsal"


def convene(db: Session, cast: Cast, *, filled: float = 1.0, rule: str = "attributed") -> Briefing:
    document = make_bundle(4, 1, 2, attribution=rule, invited=1, filled=filled, slug=SLUG)
    bundle = read_bundle(document)
    load_bundle(db, bundle, Loading("Test", note=no_file(), briefers=("Ms. B",)), at=NOON)
    briefing = get_briefing(db, SLUG)
    briefing.presidency_id = cast.presidency.id
    briefing.seed = "the same"
    db.commit()
    return briefing


def answered(db: Session, cast: Cast, seed: str = "first", **how: object) -> None:
    convene(db, cast, **how)  # type: ignore[arg-type]  # filled, rule
    begin_rehearsal(db, cast.officer, SLUG, seed, at=NOON)
    let_answer(db, cast.officer, MADE, at=NOON)


def closed(db: Session, cast: Cast, seed: str = "first", **how: object) -> None:
    answered(db, cast, seed, **how)
    close_briefing(db, cast.officer, MADE, at=NOON)


def read(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.text
