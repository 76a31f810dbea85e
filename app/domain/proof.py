"""Hashes that can be recomputed: of a revision, of a sentence's sources, of what is released.

A bare hash of a short choice can be guessed from the list of choices, so every revision is
hashed together with a salt of its own, which only its owner's receipt and the server hold.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from app.domain.attribution import Attribution
from app.domain.position import Cell, Point, Statement

REVISION_TAG = "horseshoe-revision-1"  # kept for ever: old receipts must stay verifiable
JOINT_TAG = "horseshoe-revision-2"  # of a revision signed as part of a joint statement
TOKEN_TAG = "horseshoe-token-1"  # noqa: S105 - a version tag, not a secret
SALT_BYTES = 32


def canonical(value: object) -> bytes:
    """One spelling for equal values: UTF-8 JSON, sorted keys, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Receipt:
    """All that was signed in one revision; ``statement`` is None when it was withdrawn."""

    salt: bytes
    briefing: str
    member: str
    cell: Cell
    statement: Statement | None
    signed_at: datetime
    previous: str | None
    points: tuple[Point, ...] = ()
    attribution: Attribution | None = None
    quotable: bool = False
    joint: str | None = None  # which text of which joint statement

    @property
    def tag(self) -> str:
        return JOINT_TAG if self.joint else REVISION_TAG

    @property
    def body(self) -> bytes:
        """The bytes that are hashed after the tag, a zero byte and the salt."""
        said = self.statement
        joint = {"joint": self.joint} if self.joint else {}
        return canonical(
            {
                "briefing": self.briefing,
                "member": self.member,
                "question": self.cell.question,
                "mission": self.cell.mission,
                "statement": said and [said.assessment, said.text, said.language],
                "points": [[point.start, point.end, point.kind] for point in self.points],
                "attribution": self.attribution,
                "quotable": self.quotable,
                "signed_at": self.signed_at.isoformat(),
                "previous": self.previous,
            }
            | joint
        )

    @property
    def hash(self) -> str:
        return sha256(self.tag.encode() + b"\0" + self.salt + self.body)


def derived_salt(seed: str, *names: object) -> bytes:
    """Give a repeatable salt where chance is not wanted: bundles that must load the same twice."""
    return hashlib.sha256(canonical([seed, *map(str, names)])).digest()


def token(salt: bytes, place: str) -> str:
    """Stand in for a revision in public: fresh in every ``place``, opened only by its salt."""
    return sha256(TOKEN_TAG.encode() + b"\0" + salt + place.encode())[:32]
