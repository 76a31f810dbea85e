"""The races of closing against objecting: the field, the start, and what is judged afterwards."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Self

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Briefing, Circulation, Delegation, Event, Objection, Seat, Silence
from app.db.session import database_time
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState, Origin
from app.domain.mirror import Ground
from app.domain.proceedings import Standing
from app.domain.sentence import Kind
from app.domain.silence import Outcome, is_in_time
from tests.cast import Cast

ROOT = Path(__file__).parents[3]
SLUG = "race"
SOON = 0.12  # seconds until silence ends, when all stand at the start
EARLY, LATE = 0.08, 0.002  # how long before the end objections set out at most, and after it
OBJECTORS = {"a_signatory": "A", "b_signatory": "B"}  # each in a process of its own
CLOSERS = 2
RACER = "tests.features.silence.racer"


@dataclass
class Racers:
    """Processes that do as they are told, all at once."""

    objectors: tuple[str, ...] = tuple(OBJECTORS)
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    def __enter__(self) -> Self:
        self.processes = [_start() for _ in range(len(self.objectors) + CLOSERS)]
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.processes:
            process.stdin.close()  # type: ignore[union-attr]  # it was opened as a pipe
        for process in self.processes:
            process.wait(timeout=30)
            process.stdout.close()  # type: ignore[union-attr]

    def line_up(self, orders: Sequence[dict[str, Any]]) -> None:
        for process, order in zip(self.processes, orders, strict=True):
            print(json.dumps(order), file=process.stdin, flush=True)
        for process in self.processes:
            said = process.stdout.readline()  # type: ignore[union-attr]
            assert said == "ready\n", said

    def run(self, starts: Sequence[float]) -> list[dict[str, Any]]:
        for process, start in zip(self.processes, starts, strict=True):
            print(start, file=process.stdin, flush=True)
        return [json.loads(process.stdout.readline()) for process in self.processes]  # type: ignore[union-attr]


def _start() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", RACER],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@dataclass
class Field:
    """A database in which races are run, one draft each."""

    db: Session
    briefing_id: int
    number: int = 0
    said: dict[int, list[dict[str, Any]]] = field(default_factory=dict)

    @classmethod
    def prepare(cls, db: Session, cast: Cast) -> "Field":
        briefing = Briefing(
            slug=SLUG, presidency_id=cast.presidency.id, presiding="A", title={"en": "Race"},
            briefers=[], languages=["en"], attribution=Attribution.COUNTED, origin=Origin.REHEARSAL,
            state=BriefingState.CIRCULATED, seed="0", created_at=cast.people["officer"].created_at,
        )  # fmt: skip
        db.add(briefing)
        db.flush()
        for place, code in enumerate("AB"):
            desk = db.scalars(select(Delegation).where(Delegation.code == code)).one()
            db.add(
                Seat(
                    briefing_id=briefing.id, delegation_id=desk.id, place=place, code=code,
                    names=desk.names, standing=Standing.MEMBER,
                )
            )  # fmt: skip
        db.commit()
        return cls(db, briefing.id)

    def run(
        self, racers: Racers, count: int, url: str, level: str, without: str = ""
    ) -> Counter[str]:
        """Run races one after the other, and judge them."""
        self.said = {}
        for _ in range(count):
            self.number += 1
            self._race(racers, self.number, {"url": url, "level": level, "without": without})
        return self._judge([OBJECTORS[who] for who in racers.objectors])

    def _race(self, racers: Racers, number: int, where: dict[str, Any]) -> None:
        digest = f"{number:064x}"
        self._lay_out(number, digest)
        order = {**where, "slug": SLUG, "hash": digest}
        objecting = [
            {**order, "act": "object", "email": f"{who}@example.org"} for who in racers.objectors
        ]
        racers.line_up([*objecting, *[{**order, "act": "close"}] * CLOSERS])
        end = self._end_soon(number).timestamp()
        chance = Random()  # noqa: S311 - jitter
        starts = [end + chance.uniform(-EARLY, LATE) for _ in racers.objectors]
        self.said[number] = racers.run([*starts, *[end + chance.uniform(0, LATE)] * CLOSERS])

    def _lay_out(self, number: int, digest: str) -> None:
        said = {
            "id": "s1", "part": "II", "text": "One member wished to continue.",
            "question": 1, "mission": "X", "missions": ["X"],
        }  # fmt: skip
        ground = Ground("k", Kind.TALLY, Attribution.COUNTED, Standing.MEMBER, False, (), ())
        now = database_time(self.db)
        row = Circulation(
            briefing_id=self.briefing_id, number=number, circulated_at=now,
            deadline=now + timedelta(days=1), hash=digest,
            texts={"en": {"sentences": [said], "edited": {}}}, bands={}, asked=[],
            grounds={"sentences": [ground.to_json()], "not_reflected": {"en": {}}},
        )  # fmt: skip
        self.db.add(row)
        self.db.flush()
        self.db.add(Silence(circulation_id=row.id, version=0))
        self.db.commit()

    def _end_soon(self, number: int) -> datetime:
        """Let silence end in a moment, when everybody stands at the start."""
        end = database_time(self.db) + timedelta(seconds=SOON)
        self.db.execute(
            update(Circulation).where(Circulation.number == number).values(deadline=end)
        )
        self.db.commit()
        return end

    def _judge(self, codes: Sequence[str]) -> Counter[str]:
        """Count what happened, and under ``wrong`` whatever never may."""
        found: Counter[str] = Counter()
        self.db.rollback()
        self.db.expire_all()
        closings = Counter(
            event.detail["number"]
            for event in self.db.scalars(select(Event).where(Event.act == "silence.closed"))
        )
        seats = {seat.id: seat.code for seat in self.db.scalars(select(Seat))}
        for number, said in self.said.items():
            row, deadline = self.db.execute(
                select(Silence, Circulation.deadline)
                .join(Circulation, Circulation.id == Silence.circulation_id)
                .where(Circulation.number == number)
            ).one()
            arrived = {
                seats[each.seat_id]: each
                for each in self.db.scalars(
                    select(Objection).where(Objection.circulation_id == row.circulation_id)
                )
            }
            answers = dict(zip(codes, said, strict=False))  # the others close
            found.update(_judged(row, deadline, arrived, answers))
            found.update(_answers(said))
            found["wrong: closed not once"] += closings[number] != 1
        return +found


def _judged(
    row: Silence,
    deadline: datetime,
    arrived: dict[str, Objection],
    answers: dict[str, dict[str, Any]],
) -> Counter[str]:
    """Hold the outcome and what each objector was told against the stamps."""
    broken = row.outcome is Outcome.BROKEN
    in_time = {code for code, each in arrived.items() if is_in_time(each.arrived_at, deadline)}
    told = {code for code, answer in answers.items() if "arrived" in answer}
    refused = {code for code, answer in answers.items() if "refused" in answer}
    return Counter(
        {
            "races": 1,
            "broken": int(broken),
            "not objected to": int(row.outcome is Outcome.NOT_OBJECTED),
            "objections in time": len(in_time),
            "objections too late": len(answers) - len(in_time),
            "wrong: not objected to, with an objection in time": int(bool(in_time) and not broken),
            "wrong: broken by nobody": int(broken and not in_time),
            "wrong: refused though stamped in time": len(refused & in_time),
            "wrong: acknowledged, not in time": len(told - in_time),
            "wrong: in time, never recorded": sum(
                arrived[code].recorded_at is None for code in in_time
            ),
        }
    )


def _answers(said: list[dict[str, Any]]) -> Counter[str]:
    outcomes = {answer["closed"] for answer in said if "closed" in answer}
    found = Counter({"wrong: two answers about one outcome": int(len(outcomes) > 1)})
    found.update(f"wrong: {answer['fault']}" for answer in said if "fault" in answer)
    return found


def wrong(found: Counter[str]) -> dict[str, int]:
    return {name: count for name, count in found.items() if name.startswith("wrong")}
