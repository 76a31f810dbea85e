"""The small briefing issued for good, its pages whole; and a corrigendum taken step by step."""

import re

from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select, update
from sqlalchemy.orm import Session, undefer

from app.db.models import Corrigendum, Release, ReleaseFile
from app.domain.actor import Actor
from app.features.record.freezing import freeze
from app.features.summaries.drafting import edit_sentence
from app.features.summaries.pages import Place
from app.features.summaries.service import issue, publish_issued
from tests.cast import PASSWORD, Cast
from tests.conftest import NOON
from tests.features.mirror.staged import apart
from tests.features.summaries.small import (
    SLUG,
    SOON,
    circulated,
    clock,
    digest,
    end_corrections,
    text_of,
)

URL = f"/briefings/{SLUG}/corrigendum"
RECORD = f"/en/record/{SLUG}/"
FIRST = "opening.briefing"
PLAINER = (
    "Summary by the presidency, under its own responsibility: it does not necessarily reflect the "
    "views of all members."
)
REASON = "The name of the meeting was wrong."
Frozen = dict[tuple[int, str, str], tuple[bytes, str]]


def issued_whole(db: Session, cast: Cast, *, published: bool = True, worded: bool = False) -> None:
    """Issue pages as everybody reads them; ``worded``: points are in the presidency's words."""
    if worded:
        apart(db, cast)
        end_corrections(db)
    else:
        circulated(db, cast, over=True)
    for actor in (cast.officer, cast.president):
        issue(db, actor, SLUG, digest(db), freeze=freeze, at=clock(db))
    if published:
        publish_issued(db, SLUG, operator="test", at=NOON)
    db.rollback()


def frozen(db: Session) -> Frozen:
    """Give every byte and every hash of every release."""
    rows = db.execute(
        select(Release.number, ReleaseFile)
        .join(Release, Release.id == ReleaseFile.release_id)
        .options(undefer(ReleaseFile.content))
    ).all()
    db.rollback()
    return {(n, file.language, file.path): (file.content, file.sha256) for n, file in rows}


def begin(client: TestClient, cast: Cast, reason: str = REASON, said_in: str = "en") -> Response:
    cast.sign_in(client, cast.officer)
    return client.post(f"{URL}?language=en", data={"reason": reason, "said_in": said_in})


def reword(db: Session, cast: Cast, text: str | None = None, key: str = FIRST) -> str:
    now = text_of(db, key)
    words = now.replace("concerns", "is about") if text is None else text
    edit_sentence(db, cast.officer, Place(SLUG, key, "en"), words, basis=now, previous="", at=NOON)
    return words


def shown_hash(client: TestClient, cast: Cast, who: Actor | None = None) -> str:
    cast.sign_in(client, who or cast.officer)
    found = re.search(r'name="hash" value="(\w+)"', client.get(URL).text)
    return found[1] if found else ""


def tell(client: TestClient, cast: Cast) -> Response:
    return client.post(f"{URL}/tell", data={"hash": shown_hash(client, cast)})


def end_notice(db: Session) -> None:
    db.execute(update(Corrigendum).values(told_until=NOON - SOON))
    db.commit()


def told_hash(db: Session) -> str:
    found = db.scalar(select(Corrigendum.told_hash).order_by(Corrigendum.id.desc()))
    db.rollback()
    return found or ""


def post_issue(client: TestClient, digest: str) -> Response:
    return client.post(f"{URL}/issue", data={"hash": digest, "password": PASSWORD})


def sign(client: TestClient, db: Session, cast: Cast, *people: Actor) -> list[int]:
    codes: list[int] = []
    for person in people:
        cast.sign_in(client, person)
        codes.append(post_issue(client, told_hash(db)).status_code)
    return codes


def told_in_time(client: TestClient, db: Session, cast: Cast) -> None:
    """Open a corrigendum, reword, tell delegations, and let their day pass."""
    assert begin(client, cast).status_code == 303
    reword(db, cast)
    assert tell(client, cast).status_code == 303
    end_notice(db)


def corrected(client: TestClient, db: Session, cast: Cast) -> None:
    """Take a corrigendum from its opening to its release."""
    told_in_time(client, db, cast)
    assert sign(client, db, cast, cast.officer, cast.president) == [303, 303]


def publish(client: TestClient, db: Session, cast: Cast) -> Response:
    newest = db.scalar(select(Release.hash).order_by(Release.number.desc()))
    db.rollback()
    cast.sign_in(client, cast.president)
    form = {"hash": newest or "", "password": PASSWORD}
    return client.post(f"/briefings/{SLUG}/summary/publish", data=form)
