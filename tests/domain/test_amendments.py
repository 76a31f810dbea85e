"""What may be proposed of a sentence, what may be decided, and where a moved one goes."""

import pytest

from app.domain.amendments import (
    Accepted,
    Action,
    Decision,
    Disposition,
    Proposal,
    check_decision,
    check_deletion,
    check_proposal,
    disposition,
    moved,
    resulting,
)
from app.domain.attribution import Attribution
from app.domain.errors import Conflict, Invalid
from app.domain.grouping import PointRef
from app.domain.mirror import Ground, Reply
from app.domain.proceedings import Standing
from app.domain.sentence import Kind, Part, Sentence
from app.domain.summary import WordedSentence

SAID = "Two members asked for a date."


def ground(*points: PointRef) -> Ground:
    revisions = tuple(point.revision for point in points) or ("ours",)
    rule = Attribution.COUNTED
    return Ground("q1.g1", Kind.GROUP, rule, Standing.MEMBER, len(points) == 1, revisions, points)


@pytest.mark.parametrize(
    ("proposal", "where"),
    [
        (Proposal(Action.REPLACE, " "), "wording"),
        (Proposal(Action.REPLACE, SAID), "wording"),
        (Proposal(Action.REPLACE, "x" * 4_001), "wording"),
        (Proposal(Action.REPLACE, "Typed\u202e here."), "wording"),
        (Proposal(Action.INSERT, " "), "added"),
        (Proposal(Action.INSERT, "Typed\u200b here."), "added"),
        (Proposal(Action.DELETE), "reason"),
        (Proposal(Action.DELETE, reason="x" * 2_001), "reason"),
        (Proposal(Action.MOVE, reason="Typed\u202e here."), "reason"),
    ],
)
def test_what_may_not_be_proposed_names_its_field(proposal: Proposal, where: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_proposal(proposal, SAID)

    assert refusal.value.where == where


def text_of(*said: str) -> list[WordedSentence]:
    """Let a text say so, in one place, under the keys s1, s2 and so on."""
    rule = Attribution.COUNTED
    return [
        WordedSentence(
            number, Sentence(f"s{number}", Part.OVERVIEW, Kind.PROCEDURAL, rule), text, text, None,
            is_stale=False, is_confirmed=True,
        )
        for number, text in enumerate(said, 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("accepted", "is_in"),
    [
        (Accepted(Action.REPLACE, "s1", "One.", None), True),
        (Accepted(Action.REPLACE, "gone", "One.", None), True),  # it stands elsewhere
        (Accepted(Action.REPLACE, "s1", "One", None), False),  # less than the sentence
        (Accepted(Action.REPLACE, "s2", "Two. ", None), False),  # more was said
        (Accepted(Action.INSERT, "s1", "More.", None), True),
        (Accepted(Action.INSERT, "s1", "Much more.", None), False),
        (Accepted(Action.DELETE, "s1", "", None), False),
        (Accepted(Action.DELETE, "gone", "", None), True),
        (Accepted(Action.DELETE, "gone", "Rather this.", None), False),  # as modified
        (Accepted(Action.MOVE, "s2", "", "s1"), True),
        (Accepted(Action.MOVE, "s2", "", None), False),
        (Accepted(Action.MOVE, "s2", "", "gone"), False),
        (Accepted(Action.MOVE, "gone", "", "s1"), True),
    ],
)
def test_what_was_accepted_is_looked_for_in_the_text(*, accepted: Accepted, is_in: bool) -> None:
    assert accepted.is_in(text_of("One.", "Two.  More.")) is is_in


def test_what_an_action_does_not_need_is_let_go_of() -> None:
    typed = Proposal(Action.DELETE, "Left over.", "q1.g2", " Off the subject. ")

    assert check_proposal(typed, SAID) == Proposal(Action.DELETE, "", None, "Off the subject.")
    assert check_proposal(Proposal(Action.MOVE, "Left over.", "q1.g2"), SAID).after == "q1.g2"


@pytest.mark.parametrize(
    ("action", "decision", "where"),
    [
        (Action.REPLACE, Decision(Reply.NOT_ACCEPTED, "", " "), "reason"),
        (Action.REPLACE, Decision(Reply.MODIFIED, " ", "Nearly."), "words"),
        (Action.DELETE, Decision(Reply.MODIFIED, "", "Nearly."), "words"),
        (Action.MOVE, Decision(Reply.MODIFIED, "Words.", "Nearly."), "reply"),
        (None, Decision(Reply.MODIFIED, "", ""), "reason"),
        (Action.INSERT, Decision(Reply.MODIFIED, "x" * 4_001), "words"),
        (Action.INSERT, Decision(Reply.ACCEPTED, "", "x" * 2_001), "reason"),
    ],
)
def test_what_may_not_be_decided_names_its_field(
    action: Action | None, decision: Decision, where: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        check_decision(action, decision)

    assert refusal.value.where == where


def test_words_stand_only_where_they_were_modified() -> None:
    typed = Decision(Reply.ACCEPTED, "Left over.", " Thank you. ")

    assert check_decision(Action.REPLACE, typed) == Decision(Reply.ACCEPTED, "", "Thank you.")
    assert check_decision(None, Decision(Reply.MODIFIED, "Left.", "So.")).words == ""
    assert check_decision(Action.REPLACE, Decision(Reply.MODIFIED, " Ours. ")).words == "Ours."


def test_a_sentence_goes_only_for_the_sake_of_whom_alone_it_words() -> None:
    ours, theirs = PointRef("ours", 0), PointRef("theirs", 0)

    check_deletion(ground(ours), {"ours"})
    with pytest.raises(Invalid, match="counts other delegations"):
        check_deletion(ground(ours, theirs), {"ours"})
    with pytest.raises(Invalid, match="counts other delegations"):
        check_deletion(ground(theirs), {"ours"})
    with pytest.raises(Invalid, match="was computed"):
        check_deletion(ground(), {"ours"})
    with pytest.raises(Conflict):
        check_deletion(None, {"ours"})


def test_a_withdrawn_proposal_is_withdrawn_whatever_else() -> None:
    assert disposition(None, is_withdrawn=False) is Disposition.PENDING
    assert disposition(Reply.ACCEPTED, is_withdrawn=True) is Disposition.WITHDRAWN
    for reply in Reply:
        assert disposition(reply, is_withdrawn=False).value == reply.value


def test_a_paragraph_as_it_would_read() -> None:
    assert resulting(Action.INSERT, SAID, "It was refused.", "en") == f"{SAID} It was refused."
    assert resulting(Action.INSERT, "一。", "二。", "zh") == "一。二。"
    assert resulting(Action.REPLACE, SAID, "None did.", "en") == "None did."
    assert resulting(Action.MOVE, SAID, "", "en") == SAID


def test_moving_loses_nothing_and_changes_no_other_order() -> None:
    keys = ["a", "b", "c", "d"]
    for key in keys:
        for after in (None, *(each for each in keys if each != key)):
            found = moved(keys, key, after)
            assert sorted(found) == keys
            assert [each for each in found if each != key] == [each for each in keys if each != key]
            assert found.index(key) == (0 if after is None else found.index(after) + 1)
    for key, after in (("x", "a"), ("a", "x"), ("a", "a")):
        with pytest.raises(Conflict):
            moved(keys, key, after)
