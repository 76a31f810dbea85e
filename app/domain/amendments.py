"""What a delegation may propose on a sentence of a circulated draft, and what becomes of it.

A proposal is anchored to the key of its sentence, which stays while the sentence means the same.
An accepted one changes nothing by itself: its words go through the presidency's own edit, and
numbers stay as computed; but nothing is issued that does not say them, unless the delegation was
told what was done otherwise. No sentence is deleted for the sake of a delegation it does not count.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import Conflict, Invalid
from app.domain.mirror import LONGEST, Ground, Reply
from app.domain.position import find_hidden
from app.domain.summary import WordedSentence, block

NO_SPACE = frozenset({"zh"})  # languages that put none between sentences
LONGEST_REASON = 2_000


class Action(StrEnum):
    """What is proposed of a sentence."""

    REPLACE = "replace"
    DELETE = "delete"
    INSERT = "insert"  # a new sentence after it
    MOVE = "move"


class Disposition(StrEnum):
    """What became of a proposal."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    MODIFIED = "modified"
    NOT_ACCEPTED = "not_accepted"
    OTHERWISE = "otherwise"
    WITHDRAWN = "withdrawn"  # by whoever made it


@dataclass(frozen=True, slots=True)
class Proposal:
    """``text`` is the whole sentence to stand or to insert; ``after`` what it is moved behind.

    That is posted as a paragraph of the draft, and kept by its key, which no delegation is shown.
    """

    action: Action
    text: str = ""
    after: str | None = None  # None: in front of all the others of its place
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the presidency makes of a proposal; ``words`` are its own, where it modifies."""

    reply: Reply
    words: str = ""
    reason: str = ""


def disposition(reply: Reply | None, *, is_withdrawn: bool) -> Disposition:
    if is_withdrawn:
        return Disposition.WITHDRAWN
    return Disposition(reply.value) if reply else Disposition.PENDING


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was accepted of the sentence ``key``; without words it is deleted, or moved."""

    action: Action
    key: str
    words: str
    after: str | None

    def is_in(self, text: Sequence[WordedSentence]) -> bool:
        """Tell whether a text does it; what has left the text is deleted, and needs no place."""
        if self.words:
            return any(self._says(each.text) for each in text)
        here = next((each.sentence for each in text if each.sentence.key == self.key), None)
        if here is None or self.action is not Action.MOVE:
            return here is None
        keys = [each.sentence.key for each in text if block(each.sentence) == block(here)]
        try:
            return moved(keys, self.key, self.after) == keys
        except Conflict:
            return False

    def _says(self, text: str) -> bool:
        """Look for what was inserted within a sentence; other words are the whole of one."""
        words, said = " ".join(self.words.split()), " ".join(text.split())
        return words in said if self.action is Action.INSERT else words == said


def check_proposal(proposal: Proposal, said: str) -> Proposal:
    """Return a proposal on the sentence ``said`` as it may stand on the record, or raise Invalid.

    What the action does not need is let go of.
    """
    text, reason = proposal.text.strip(), proposal.reason.strip()
    where = "added" if proposal.action is Action.INSERT else "wording"
    if proposal.action is Action.REPLACE and text in {"", said}:
        raise Invalid("Write the sentence as you would have it.", where=where)
    if proposal.action is Action.INSERT and not text:
        raise Invalid("Write the sentence to be inserted.", where=where)
    if proposal.action is Action.DELETE and not reason:
        raise Invalid("Say why the sentence should go.", where="reason")
    if proposal.action in {Action.DELETE, Action.MOVE}:
        text = ""
    _check_words(text, where, LONGEST)
    _check_words(reason, "reason", LONGEST_REASON)
    after = proposal.after if proposal.action is Action.MOVE else None
    return Proposal(proposal.action, text, after, reason)


def check_decision(action: Action | None, decision: Decision) -> Decision:
    """Return a decision as it may stand in the register, or raise Invalid.

    No ``action``: the delegation proposed no words, and none are accepted in their place.
    """
    reply, reason = decision.reply, decision.reason.strip()
    words = decision.words.strip() if reply is Reply.MODIFIED and action else ""
    if reply is Reply.MODIFIED and action is Action.MOVE:
        raise Invalid("A move has no words to modify: accept it or not.", where="reply")
    if reply is Reply.MODIFIED and action and not words:
        raise Invalid("Write the words you accept.", where="words")
    if reply is not Reply.ACCEPTED and not words and not reason:
        raise Invalid("Give the reason; the delegation reads it.", where="reason")
    _check_words(words, "words", LONGEST)
    _check_words(reason, "reason", LONGEST_REASON)
    return Decision(reply, words, reason)


def check_deletion(ground: Ground | None, own: Collection[str]) -> None:
    """Raise Invalid unless the sentence words what its proposer alone said (``own`` revisions)."""
    if ground is None:
        raise Conflict("The sentence is no longer in the draft.")
    if not ground.points:
        raise Invalid(
            "A sentence that was computed is not deleted; do not accept this, and say why.",
            where="reply",
        )
    if ground.others(own):
        raise Invalid(
            "This sentence counts other delegations, too: it is not deleted for one of them.",
            where="reply",
        )


def resulting(action: Action, said: str, words: str, language: str) -> str:
    """Give the paragraph as it would read with ``words`` replaced in it, or inserted after it."""
    if action is Action.INSERT:
        return f"{said}{'' if language in NO_SPACE else ' '}{words}"
    return words or said


def moved(keys: list[str], key: str, after: str | None) -> list[str]:
    """Give the keys of one place in the order proposed; Conflict where one of them has left it."""
    others = [each for each in keys if each != key]
    if key not in keys or (after is not None and after not in others):
        raise Conflict("One of the two sentences no longer stands there.")
    at = 0 if after is None else others.index(after) + 1
    return [*others[:at], key, *others[at:]]


def _check_words(text: str, where: str, longest: int) -> None:
    if len(text) > longest:
        raise Invalid(f"Shorten this to {longest} characters.", where=where)
    if hidden := find_hidden(text):
        raise Invalid(hidden, where=where)
