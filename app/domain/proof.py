"""Hashes that can be recomputed: of a revision, of a sentence's sources, of what is released.

A bare hash of a short choice can be guessed from the list of choices, so every revision is
hashed together with a salt of its own, which only its owner's receipt and the server hold.
"""

import hashlib
import json
from datetime import datetime

from app.domain.position import Cell, Statement

REVISION_TAG = "horseshoe-revision-1"  # kept for ever: old receipts must stay verifiable
TOKEN_TAG = "horseshoe-token-1"  # noqa: S105 - a version tag, not a secret
SALT_BYTES = 32


def canonical(value: object) -> bytes:
    """One spelling for equal values: UTF-8 JSON, sorted keys, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def revision_hash(
    *,
    salt: bytes,
    briefing: str,
    member: str,
    cell: Cell,
    statement: Statement | None,
    signed_at: datetime,
    previous: str | None,
) -> str:
    """Hash one revision of a position; ``statement`` is None when it was withdrawn."""
    body = {
        "briefing": briefing,
        "member": member,
        "question": cell.question,
        "mission": cell.mission,
        "statement": statement and [statement.assessment, statement.text, statement.language],
        "signed_at": signed_at.isoformat(),
        "previous": previous,
    }
    return sha256(REVISION_TAG.encode() + b"\0" + salt + canonical(body))


def derived_salt(seed: str, *names: object) -> bytes:
    """Give a repeatable salt where chance is not wanted: bundles that must load the same twice."""
    return hashlib.sha256(canonical([seed, *map(str, names)])).digest()


def token(salt: bytes, place: str) -> str:
    """Stand in for a revision in public: fresh in every ``place``, opened only by its salt."""
    return sha256(TOKEN_TAG.encode() + b"\0" + salt + place.encode())[:32]
