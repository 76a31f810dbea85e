"""One process of a race: objects, or closes, at the moment it is told. ``python -m`` this module.

It reads one order a line as JSON and answers each with a line. The services are the product's own.
The settle window is none, so that nothing but locks and counters keeps the outcome right; commits
are slow by chance, so that they meet. ``without`` takes a protection away.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

from sqlalchemy import create_engine, event, make_url, select, text
from sqlalchemy.orm import Session

from app.db.models import Circulation, Silence, User
from app.db.session import Sessions, open_engine, open_sessions
from app.domain import silence
from app.domain.errors import DomainError
from app.domain.silence import Objection
from app.features.accounts.queries import actor_of
from app.features.silence import service
from app.features.silence.pages import Place
from app.features.summaries import closing

SLOWEST = 0.08  # seconds a commit is held up
CHANCE = Random()  # noqa: S311 - jitter
HELD = closing.hold
RUNG = closing.ring
ARRIVED = service.arrive


def open_at(url: str, level: str, *, slow: bool = False) -> Sessions:
    """Open a database at an isolation level; the product's own is the weakest of them."""
    address = make_url(url)
    if level:
        escaped = level.lower().replace(" ", "\\ ")
        option = f"-c default_transaction_isolation={escaped}"
        address = address.update_query_dict({"options": option})
    whole = address.render_as_string(hide_password=False)
    sessions = open_sessions(create_engine(whole) if level else open_engine(whole))
    if slow:
        event.listen(sessions, "before_commit", lambda _: time.sleep(CHANCE.uniform(0, SLOWEST)))
    if level:
        with sessions() as db:
            stands = db.scalar(text("SHOW transaction_isolation"))
            assert str(stands) == level.lower(), stands
    return sessions


def take_away(without: str) -> None:
    """Leave out the bell; or ring it in the very transaction that counts, as a lock alone would."""
    closing.ring, closing.hold = RUNG, HELD
    if without:
        closing.ring = lambda db, silence_id: None
    if without == "fresh look":
        closing.hold = _hold_and_wait


def _hold_and_wait(db: Session, silence_id: int) -> Silence:
    row = HELD(db, silence_id)
    draft = select(Circulation.id).where(Circulation.id == row.circulation_id)
    db.execute(draft.with_for_update())
    return row


def object_to(db: Session, order: dict[str, Any]) -> dict[str, Any]:
    user = db.scalars(select(User).where(User.email == order["email"])).one()
    actor, place = actor_of(user, {}), Place(order["slug"], "en")
    db.rollback()
    words = Objection(1, "We cannot accept this.")
    digest, at = order["hash"], user.created_at
    service.arrive = partial(_arrive, [])
    try:
        return {"arrived": service.break_silence(db, actor, place, words, digest=digest, at=at)}
    except DomainError as refusal:
        return {"refused": str(refusal)}


def _arrive(tries: list[None], db: Session, arriving: service.Arriving) -> str:
    """Knock at the moment of the start: what is read before is read by then."""
    db.rollback()
    if not tries:
        _wait()
    tries.append(None)
    return ARRIVED(db, arriving)


def close(db: Session, order: dict[str, Any]) -> dict[str, Any]:
    outcome = (
        select(Silence.outcome)
        .join(Circulation, Circulation.id == Silence.circulation_id)
        .where(Circulation.hash == order["hash"])
    )
    _wait()
    until = time.monotonic() + 30
    while time.monotonic() < until:
        closing.settle(db, order["slug"])
        if (found := db.scalar(outcome)) is not None:
            db.rollback()
            return {"closed": found.value}
        db.rollback()
        time.sleep(CHANCE.uniform(0, 0.002))
    return {"fault": "never closed"}


def _wait() -> None:
    """Say that all is ready, hear when the start is, and wait for it."""
    print("ready", flush=True)  # noqa: T201 - its way to answer
    start = float(sys.stdin.readline())
    time.sleep(max(0.0, start - time.time()))


ACTS: dict[str, Callable[[Session, dict[str, Any]], dict[str, Any]]] = {
    "object": object_to,
    "close": close,
}


def main() -> None:
    silence.SETTLE = timedelta(0)
    opened: dict[tuple[str, str], Sessions] = {}
    while line := sys.stdin.readline():
        order = json.loads(line)
        where = order["url"], order["level"]
        if where not in opened:
            opened[where] = open_at(*where, slow=order["act"] == "object")
        take_away(order["without"])
        try:
            with opened[where]() as db:
                said = ACTS[order["act"]](db, order)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the race reports it
            said = {"fault": f"{type(fault).__name__}: {fault}"}
        print(json.dumps(said), flush=True)  # noqa: T201 - its way to answer


if __name__ == "__main__":
    main()
