"""One word on one sentence: kept with who, when and on which draft; the last one counts."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Event, GroupingAct, Reflection
from app.domain.errors import Conflict
from app.features.grouping.service import Decision, gather, undo
from app.features.summaries.service import issue
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.mirror.staged import (
    ALONE,
    CELL,
    MIRROR,
    TOGETHER,
    apart,
    circulate_again,
    confirm_all,
    counts,
    grouped,
    last_draft,
    paragraph,
    points,
    said,
    say,
)
from tests.features.summaries.small import SLUG, digest, end_corrections, freeze


def test_a_sentence_that_reflects_us_is_one_press(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    sentence = paragraph(db, TOGETHER)
    cast.sign_in(client, cast.b_signatory)

    answer = say(client, db, sentence, "reflects")
    row = db.scalars(select(Reflection)).one()

    assert answer.status_code == 303
    assert answer.headers["location"].endswith(f"#{sentence}")
    assert (row.circulation, row.hash, row.by) == (1, last_draft(db).hash, cast.b_signatory.user_id)
    assert db.scalar(select(Event.delegation_id).where(Event.act == "mirror.answered")) == cast.b.id


def test_not_our_view_takes_the_point_out_of_the_group_at_once(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    assert counts(db) == [2]
    cast.sign_in(client, cast.b_signatory)

    assert say(client, db, paragraph(db, TOGETHER), "not_ours").status_code == 303

    assert counts(db) == [1, 1]
    acts = db.scalars(select(GroupingAct).where(GroupingAct.seat_id.is_not(None))).all()
    assert [act.kind.value for act in acts] == ["reject", "gather"]
    assert {act.by for act in acts} == {cast.b_signatory.user_id}


def test_the_presidency_cannot_put_it_back_and_sees_whose_act_it_was(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_signatory)
    say(client, db, paragraph(db, TOGETHER), "not_ours")
    both = [*points(db).values()]

    for place, group in ((both, None), (both[1:], "g1"), (both[:1], "g3")):
        with pytest.raises(Conflict, match="itself parted"):
            gather(db, cast.officer, Decision(SLUG, CELL, 3), place, group, at=NOON)
    cast.sign_in(client, cast.officer)

    assert "Parted by the delegation itself" in client.get(f"/briefings/{SLUG}/groups/1/UNONE").text
    assert counts(db) == [1, 1]


def test_undoing_at_the_desk_takes_back_none_of_it(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_signatory)
    say(client, db, paragraph(db, TOGETHER), "not_ours")

    undo(db, cast.officer, Decision(SLUG, CELL, 3), at=NOON)
    with pytest.raises(Conflict):
        undo(db, cast.officer, Decision(SLUG, CELL, 4), at=NOON)

    assert counts(db) == [1, 1]


def test_undoing_what_parted_them_before_does_not_bring_them_together(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    gather(db, cast.officer, Decision(SLUG, CELL, 1), [points(db)["B"]], None, at=NOON)
    cast.sign_in(client, cast.b_signatory)
    say(client, db, paragraph(db, TOGETHER), "not_ours")

    with pytest.raises(Conflict, match="itself parted"):
        undo(db, cast.officer, Decision(SLUG, CELL, 3), at=NOON)


def test_whoever_changes_its_mind_lets_the_presidency_decide_again(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    sentence = paragraph(db, TOGETHER)
    cast.sign_in(client, cast.b_signatory)
    for verdict in ("not_ours", "reflects"):
        say(client, db, sentence, verdict)
    assert counts(db) == [1, 1]

    gather(db, cast.officer, Decision(SLUG, CELL, 4), [*points(db).values()], None, at=NOON)

    assert counts(db) == [2]


def test_a_draft_a_point_has_left_is_issued_only_once_it_is_circulated_again(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_signatory)
    say(client, db, paragraph(db, TOGETHER), "not_ours")
    end_corrections(db)
    confirm_all(db, cast, ALONE)
    text = digest(db)

    with pytest.raises(Conflict, match="Circulate it again"):
        issue(db, cast.officer, SLUG, text, freeze=freeze, at=NOON)


def test_of_an_assessment_the_presidency_is_told_and_nothing_changes(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    sentence = paragraph(db, "UNONE.tally.close")
    cast.sign_in(client, cast.b_signatory)
    assert "only by restating" in client.get(f"{MIRROR}/{sentence}").text

    say(client, db, sentence, "not_ours", reason="We said something else.")

    assert said(db) == [("not_ours", "We said something else.")]
    assert db.scalar(select(GroupingAct).where(GroupingAct.seat_id.is_not(None))) is None


def test_the_last_word_counts_and_every_one_is_kept(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    sentence = paragraph(db, ALONE)
    who = cast.b_signatory if sentence in _mine(client, db, cast) else cast.a_signatory
    cast.sign_in(client, who)
    for verdict, words in (("not_ours", "No."), ("not_ours", "No."), ("reflects", "")):
        say(client, db, sentence, verdict, reason=words)

    assert said(db) == [("not_ours", "No."), ("reflects", "")]


def _mine(client: TestClient, db: Session, cast: Cast) -> str:
    cast.sign_in(client, cast.b_signatory)
    return client.get(f"{MIRROR}?language=en").text


def test_a_proposed_wording_is_kept_word_for_word(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    sentence = paragraph(db, TOGETHER)
    cast.sign_in(client, cast.b_signatory)

    say(client, db, sentence, "proposes", wording="Two members wanted another look.")
    page = client.get(f"{MIRROR}?language=en").text

    assert said(db) == [("proposes", "Two members wanted another look.")]
    assert "<ins>" in page
    assert "<del>" in page


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({"verdict": "proposes", "wording": ""}, "as you would have it"),
        ({"verdict": "proposes", "wording": "Typed\u202e here"}, "invisible"),
        ({"verdict": "not_ours", "reason": "Typed\u202e here"}, "invisible"),
        ({"verdict": "not_ours", "reason": "Typed here" * 401}, "Shorten"),
        ({"verdict": "", "reason": "Typed here"}, "Choose one"),
        ({"verdict": "support", "reason": "Typed here"}, "Choose one"),
    ],
)
def test_a_refusal_keeps_what_was_typed(
    client: TestClient, db: Session, cast: Cast, data: dict[str, str], where: str
) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.b_signatory)

    answer = say(client, db, paragraph(db, TOGETHER), **data)

    assert answer.status_code == 422
    assert where in answer.text
    assert (data.get("reason") or data.get("wording") or "") in answer.text
    assert said(db) == []


def test_what_was_typed_on_a_draft_replaced_meanwhile_is_shown_with_the_new_one(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    old, sentence = last_draft(db).hash, paragraph(db, TOGETHER)
    circulate_again(db, cast)
    cast.sign_in(client, cast.b_signatory)

    answer = say(client, db, sentence, "not_ours", reason="Typed with care.", hash=old)

    assert answer.status_code == 409
    assert "circulated another draft" in answer.text
    assert "Typed with care." in answer.text
    assert said(db) == []


@pytest.mark.parametrize("who", ["b_drafter", "c_focal"])
def test_only_a_signatory_answers(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    grouped(db, cast)
    cast.sign_in(client, cast.person(who))

    assert say(client, db, paragraph(db, TOGETHER), "reflects").status_code == 403
    assert said(db) == []


def test_another_delegation_has_no_word_on_what_does_not_count_it(
    client: TestClient, db: Session, cast: Cast
) -> None:
    apart(db, cast)
    mine = paragraph(db, "UNONE.tally.close")
    cast.sign_in(client, cast.a_signatory)

    assert say(client, db, mine, "not_ours").status_code == 404
    assert said(db) == []


def test_nothing_is_answered_after_the_deadline(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    end_corrections(db)
    cast.sign_in(client, cast.b_signatory)

    answer = say(client, db, paragraph(db, TOGETHER), "reflects")

    assert answer.status_code == 403
    assert "time for corrections has passed" in answer.text


def test_the_next_draft_asks_again_only_where_words_or_grounds_are_others(
    client: TestClient, db: Session, cast: Cast
) -> None:
    grouped(db, cast)
    tally = paragraph(db, "UNONE.tally.close")
    cast.sign_in(client, cast.b_signatory)
    say(client, db, tally, "reflects")
    say(client, db, paragraph(db, TOGETHER), "not_ours", reason="Never said so.")
    circulate_again(db, cast)

    page = client.get(f"{MIRROR}?language=en").text

    before, _, after = page.partition("On sentences that have changed since")
    assert before.count("Reflects us</span>") >= 2  # the one carried over, and buttons
    assert "Never said so." in after
    assert "Never said so." not in before
