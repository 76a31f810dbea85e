"""A corrigendum: the words of an issued summary corrected, as a release of its own.

The rule, the smallest we found that is honest. A corrigendum corrects words. What was counted
stands: no group, no position, no order and no sentence is another afterwards, and every sentence
still counts whom it counted (``changes`` refuses anything else, from the issued bytes alone). So
nobody is counted otherwise, and no lone voice is lost, by an act of the presidency after
delegations had the draft to check. And since words can wrong somebody, too, every delegation seated
is told: it is given the reason and both forms of each changed sentence at least ``NOTICE`` before
two people of the presidency issue exactly that text. Another text, or another reason, is told anew
and waits anew. Silence is no consent, and none is claimed: the act is the presidency's own.

It stands beside the states of a briefing and is none of them: a summary that was issued stays so.
Opening one lets the presidency reword again; abandoning it puts every word back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.domain.errors import Conflict, Invalid
from app.domain.position import find_hidden
from app.domain.proof import canonical, sha256

NOTICE = timedelta(hours=24)
LONGEST_REASON = 2_000
NOTHING = "No sentence has changed: there is nothing to correct."

# What every sentence keeps: all that the public can read of it but its words and its tokens.
KEPT = ("id", "part", "question", "mission", "missions", "by", "kind", "value",
        "count", "of", "members", "outcome")  # fmt: skip

Document = Mapping[str, Any]  # a summary's JSON, as released


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence whose words are others; ``id`` is its anchor on the page."""

    id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What the pages of a corrected release say of it."""

    number: int
    date: date
    reason: str
    reason_language: str
    corrects: int  # the number of the release before
    is_public: bool  # that release was published
    changes: Mapping[str, tuple[Change, ...]]  # by language


def changes(before: Document, after: Document) -> tuple[Change, ...]:
    """Compare two texts sentence by sentence; Conflict where more than words is another."""
    olds: Sequence[Document] = before["sentences"]
    news: Sequence[Document] = after["sentences"]
    if len(olds) != len(news):
        raise Conflict("A corrigendum corrects words: it adds no sentence and takes none away.")
    found: list[Change] = []
    for old, new in zip(olds, news, strict=True):
        if any(old[name] != new[name] for name in KEPT):
            raise Conflict(
                f"A corrigendum corrects words: what sentence {old['id']} counts stands as issued."
            )
        if old["text"] != new["text"]:
            found.append(Change(old["id"], old["text"], new["text"]))
    return tuple(found)


def check_reason(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise Invalid("Say what is corrected and why; everybody will read it.", where="reason")
    if len(reason) > LONGEST_REASON:
        raise Invalid(f"Shorten the reason to {LONGEST_REASON} characters.", where="reason")
    if hidden := find_hidden(reason):
        raise Invalid(hidden, where="reason")
    return reason


def hash_of(row: int, number: int, reason: str, content: str) -> str:
    """Hash what two people issue: this corrigendum, its reason, and the content by its hash.

    ``row`` is its own for good: one that was abandoned gives its number on, and no signature.
    """
    return sha256(canonical(["corrigendum", row, number, reason, content]))
