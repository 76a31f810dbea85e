"""A hash anyone can recompute with a receipt in hand, and tokens that say nothing."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.domain.attribution import Attribution
from app.domain.position import Cell, Point, PointKind, Statement
from app.domain.proof import Receipt, canonical, derived_salt, token

SALT = bytes(range(32))
SIGNED: dict[str, Any] = {
    "salt": SALT,
    "briefing": "review-2017",
    "member": "FRA",
    "cell": Cell(2, "MINUSMA"),
    "statement": Statement("fragile", "Le processus est fragile. “é” e\u0301 🙂", "fr"),
    "signed_at": datetime(2017, 4, 5, 21, 0, 0, 123, tzinfo=UTC),
    "previous": "ab" * 32,
    "points": (Point(0, 25, PointKind.CONCERN),),
    "attribution": Attribution.COUNTED,
    "quotable": True,
}
OTHERWISE: dict[str, list[Any]] = {
    "salt": [bytes(32), SALT[::-1]],
    "briefing": ["review-2018", ""],
    "member": ["SWE"],
    "cell": [Cell(3, "MINUSMA"), Cell(2, "UNMISS"), Cell(2)],
    "statement": [
        None,
        Statement("stalled", SIGNED["statement"].text, "fr"),
        Statement(None, SIGNED["statement"].text, "fr"),
        Statement("fragile", SIGNED["statement"].text + " ", "fr"),
        Statement("fragile", SIGNED["statement"].text.replace("e\u0301", "é"), "fr"),
        Statement("fragile", SIGNED["statement"].text, "en"),
    ],
    "joint": ["a1-1", "a1-2", "b2-1"],
    "signed_at": [SIGNED["signed_at"] + timedelta(microseconds=1)],
    "previous": [None, "cd" * 32],
    "points": [(), (Point(0, 24, PointKind.CONCERN),), (Point(0, 25, PointKind.VIEW),)],
    "attribution": [None, Attribution.NON_ATTRIBUTED],
    "quotable": [False],
}


def test_a_receipt_is_checked_with_nothing_but_sha256() -> None:
    body = {
        "briefing": "review-2017",
        "member": "FRA",
        "question": 2,
        "mission": "MINUSMA",
        "statement": ["fragile", "Le processus est fragile. “é” e\u0301 🙂", "fr"],
        "points": [[0, 25, "concern"]],
        "attribution": "counted",
        "quotable": True,
        "signed_at": "2017-04-05T21:00:00.000123+00:00",
        "previous": "ab" * 32,
    }
    spelled = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    data = b"horseshoe-revision-1\0" + SALT + spelled.encode()
    assert Receipt(**SIGNED).hash == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in OTHERWISE.items() for value in values]
)
def test_any_part_changed_changes_the_hash(field: str, value: object) -> None:
    assert Receipt(**SIGNED | {field: value}).hash != Receipt(**SIGNED).hash


def test_no_two_receipts_share_a_hash() -> None:
    changed = [SIGNED | {field: value} for field, values in OTHERWISE.items() for value in values]
    assert len({Receipt(**parts).hash for parts in changed}) == len(changed)


def test_tokens_differ_by_sentence_and_by_salt_and_hide_the_hash() -> None:
    salts = [hashlib.sha256(bytes([n])).digest() for n in range(50)]
    tokens = {token(salt, f"s{place}") for salt in salts for place in range(50)}
    assert len(tokens) == 2_500
    assert Receipt(**SIGNED).hash[:32] not in tokens
    expected = hashlib.sha256(b"horseshoe-token-1\0" + SALT + b"s12").hexdigest()[:32]
    assert token(SALT, "s12") == expected


def test_equal_values_are_spelled_alike() -> None:
    assert canonical({"b": 1, "a": ["é"]}) == '{"a":["é"],"b":1}'.encode()
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})


def test_derived_salts_repeat_and_never_collide() -> None:
    names = [
        ("FRA", 1, "A"),
        ("FRA", 1, "B"),
        ("FRA", 11, "A"),
        ("FRA1", 1, "A"),
        ("FR", "A1", "A"),
    ]
    assert len({derived_salt("seed", *each) for each in names}) == len(names)
    assert derived_salt("seed", "FRA", 1) == derived_salt("seed", "FRA", 1)
    assert derived_salt("other", "FRA", 1) != derived_salt("seed", "FRA", 1)


def test_a_joint_statement_is_covered_under_a_tag_of_its_own() -> None:
    alone, jointly = Receipt(**SIGNED), Receipt(**SIGNED, joint="a1-2")

    assert (alone.tag, jointly.tag) == ("horseshoe-revision-1", "horseshoe-revision-2")
    assert "joint" not in json.loads(alone.body)
    assert json.loads(jointly.body)["joint"] == "a1-2"
    data = b"horseshoe-revision-2\0" + SALT + jointly.body
    assert jointly.hash == hashlib.sha256(data).hexdigest()
