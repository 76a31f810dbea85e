"""The summary as JSON, in the shape other programs rely on (product surface, README).

Two readers, one computation: whoever is entitled sees the hashes of the revisions a sentence
rests on; the public sees them where names are given, a fresh token for each where sentences are
only counted, and nothing at all where nobody may be found out.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.attribution import Attribution
from app.domain.gates import Gate
from app.domain.proceedings import Standing
from app.domain.proof import token
from app.domain.summary import Excerpt, Summary, WordedSentence, public_register

SCHEMA = "/api/v1/schemas/summary.json"  # what the public document is written to
POPULATIONS = {Standing.MEMBER: "members", Standing.INVITED: "invited"}


@dataclass(frozen=True)
class Tokens:
    """Stands in for revisions in one text: ``moment`` is its own, and printed in it.

    The owner of a receipt makes them again from the salt, the moment and the sentence's id.
    """

    salts: Mapping[str, bytes]  # empty for whoever may see the revisions themselves
    moment: str

    def of(self, revision: str, sentence: str) -> str:
        return token(self.salts[revision], f"{self.moment} {sentence}")


def summary_document(
    summary: Summary,
    gates: Mapping[str, Gate],
    *,
    computed_at: datetime,
    public: bool = False,
) -> dict[str, Any]:
    """Give the document; the same input gives the same document, ``computed_at`` aside."""
    salts = {each.hash: each.salt for each in summary.proceedings.positions} if public else {}
    tokens = Tokens(salts, computed_at.isoformat())
    return {
        "briefing": summary.proceedings.slug,
        "language": summary.language,
        "attribution": summary.proceedings.attribution.value,
        "computed_at": computed_at.isoformat(),
        "sentences": [_sentence(each, tokens) for each in summary.sentences],
        "coverage": _coverage(summary, public=public),
        "gates": {
            name: {"passed": gate.passed, "detail": gate.detail} for name, gate in gates.items()
        },
    }


def _coverage(summary: Summary, *, public: bool) -> dict[str, Any]:
    """Give no number where one cell may not: what all submitted would give away the rest."""
    coverage = summary.coverage
    rules = {each.sentence.rule for each in summary.sentences}
    banded = public and Attribution.NON_ATTRIBUTED in rules
    register = public_register(summary) if public else coverage.not_reflected
    return {
        "revisions": None if banded else coverage.revisions,
        "cited": None if banded else coverage.cited,
        "points": None if banded else coverage.points,
        "points_cited": None if banded else coverage.points_cited,
        "not_reflected": [
            {"revision": revision, "reason": reason} for revision, reason in register
        ],
    }


def encoded(document: Mapping[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _sentence(each: WordedSentence, tokens: Tokens) -> dict[str, Any]:
    sentence = each.sentence
    named = sentence.rule is Attribution.ATTRIBUTED
    numbered = sentence.rule is not Attribution.NON_ATTRIBUTED
    return {
        "id": each.id,
        "part": sentence.part.value,
        "question": sentence.question,
        "mission": sentence.mission,
        "missions": list(sentence.missions),
        "by": POPULATIONS[sentence.by],
        "kind": sentence.kind.value,
        "value": sentence.value,
        "text": each.text,
        "count": sentence.count if numbered else None,
        "of": sentence.of,
        "members": list(sentence.seats) if named else [],
        "revisions": _revisions(each, tokens),
        "excerpt": _excerpt(each.excerpt, named=named or not tokens.salts),
        "outcome": sentence.outcome.value if sentence.outcome and numbered else None,
        "stale": each.is_stale,
        "confirmed": each.is_confirmed,
    }


def _revisions(each: WordedSentence, tokens: Tokens) -> list[str]:
    rule, revisions = each.sentence.rule, each.sentence.revisions
    if not tokens.salts or rule is Attribution.ATTRIBUTED:
        return list(revisions)
    if rule is Attribution.NON_ATTRIBUTED:
        return []
    return sorted(tokens.of(revision, each.id) for revision in revisions)


def _excerpt(excerpt: Excerpt | None, *, named: bool) -> dict[str, Any] | None:
    if excerpt is None:
        return None
    return {
        "revision": excerpt.revision if named else None,
        "start": excerpt.start if named else None,
        "end": excerpt.end if named else None,
        "text": excerpt.text,
    }
