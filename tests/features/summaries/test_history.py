"""Every change is kept with its author, and taken back only by one more change."""

import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from app.db.models import SummaryAct
from app.db.session import Sessions
from app.domain.errors import Conflict
from app.domain.summary_acts import Act, ActKind, standing
from app.features.briefings.queries import get_briefing
from app.features.summaries.desk_history import history_page, sentence_history_page
from app.features.summaries.drafting import (
    edit_sentence,
    leave_out,
    move_sentence,
    restore,
    word_sentence,
)
from app.features.summaries.narrating import Telling, add_narrative, withdraw_narrative
from app.features.summaries.pages import Place
from app.features.summaries.releasing import compile_briefing
from app.features.summaries.undoing import undo
from app.formats.differences import changes
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import (
    HOME,
    SLUG,
    closed,
    digest,
    issued,
    other_president,
    point_of,
    revision_of,
    text_of,
)

KEY = "q1.UNONE.tally.continue"
OURS = "On UNONE two of the three members gave the assessment “continue”."
THEIRS = "Two of the three members gave the assessment “continue” on UNONE."
PLACE = Place(SLUG, KEY, "en")
SAID = "The debate followed."


def edit(db: Session, cast: Cast, text: str, previous: str = "", by: str = "officer") -> None:
    basis = _computed(db)
    edit_sentence(db, cast.person(by), PLACE, text, basis=basis, previous=previous, at=NOON)


def _computed(db: Session) -> str:
    summary = compile_briefing(db, get_briefing(db, SLUG), ("en",))["en"]
    db.rollback()
    return next(each.computed for each in summary.sentences if each.sentence.key == KEY)


def acts(db: Session) -> list[SummaryAct]:
    found = list(db.scalars(select(SummaryAct).order_by(SummaryAct.number)))
    db.rollback()
    return found


def take_back(db: Session, cast: Cast, by: str = "officer") -> None:
    known = [row.to_domain() for row in acts(db)]
    undo(db, cast.person(by), SLUG, seen=standing(known)[0].number, at=NOON)


def _edit(db: Session, cast: Cast) -> None:
    edit(db, cast, OURS)


def _word(db: Session, cast: Cast) -> None:
    place = Place(SLUG, point_of(db, "A"), "en")
    word_sentence(db, cast.officer, place, "The mandate should continue.", previous="", at=NOON)


def _move(db: Session, cast: Cast) -> None:
    move_sentence(db, cast.officer, PLACE, up=False, at=NOON)


def _leave_out(db: Session, cast: Cast) -> None:
    leave_out(db, cast.officer, SLUG, revision_of(db, "B"), "Repeats another.", at=NOON)


def _narrate(db: Session, cast: Cast) -> None:
    add_narrative(db, cast.officer, SLUG, "en", Telling("opening.briefing", SAID), at=NOON)


CHANGES: dict[str, Callable[[Session, Cast], None]] = {
    "edit": _edit,
    "word": _word,
    "move": _move,
    "leave_out": _leave_out,
    "narrate": _narrate,
}


@pytest.mark.parametrize("kind", CHANGES)
def test_each_kind_of_change_is_kept_and_can_be_taken_back(
    db: Session, cast: Cast, kind: str
) -> None:
    closed(db, cast)
    before = digest(db)
    CHANGES[kind](db, cast)
    changed = digest(db)

    take_back(db, cast, by="president")

    found = acts(db)
    assert changed != before
    assert digest(db) == before
    assert [(row.kind.value, row.takes_back) for row in found] == [(kind, None), (kind, 1)]
    assert (found[0].before, found[0].after) == (found[1].after, found[1].before)
    assert found[0].by == cast.officer.signature
    assert found[1].by == cast.president.signature


def test_putting_words_back_into_the_summary_can_be_undone(db: Session, cast: Cast) -> None:
    closed(db, cast)
    _leave_out(db, cast)
    left_out = digest(db)
    restore(db, cast.officer, SLUG, revision_of(db, "B"), at=NOON)

    take_back(db, cast)

    assert digest(db) == left_out


def test_taking_back_goes_on_to_the_change_before(db: Session, cast: Cast) -> None:
    closed(db, cast)
    before = digest(db)
    edit(db, cast, OURS)
    edit(db, cast, THEIRS, previous=OURS)

    take_back(db, cast)
    middle = text_of(db, KEY)
    take_back(db, cast)

    assert middle == OURS
    assert digest(db) == before
    assert len(acts(db)) == 4
    with pytest.raises(Conflict, match="Nothing is left"):
        undo(db, cast.officer, SLUG, seen=4, at=NOON)


def test_nobody_takes_back_what_they_have_not_seen(db: Session, cast: Cast) -> None:
    closed(db, cast)
    edit(db, cast, OURS)
    edit(db, cast, THEIRS, previous=OURS, by="president")

    with pytest.raises(Conflict, match="since"):
        undo(db, cast.officer, SLUG, seen=1, at=NOON)

    assert text_of(db, KEY) == THEIRS


def test_an_earlier_text_the_gates_refuse_today_does_not_come_back(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    edit(db, cast, OURS)
    db.add(
        SummaryAct(
            briefing_id=1, number=2, kind=ActKind.EDIT, language="en", key=KEY,
            before="Five members wished so.", after=OURS, by="A", user_id=cast.officer.user_id,
            at=NOON,
        )
    )  # fmt: skip
    db.commit()
    cast.sign_in(client, cast.officer)

    answer = client.post(f"{HOME}/undo?language=en", data={"seen": "2"})

    assert answer.status_code == 409
    assert "other numbers" in answer.text
    assert text_of(db, KEY) == OURS


def test_the_history_shows_who_what_and_each_word_changed(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    edit(db, cast, OURS)
    edit(db, cast, THEIRS, previous=OURS, by="president")
    cast.sign_in(client, cast.officer)

    whole = client.get(f"{HOME}/history?language=en").text
    own = client.get(f"{HOME}/sentences/{KEY}/history?language=en").text

    for page in (whole, own):
        assert cast.officer.name in page
        assert cast.president.name in page
        assert "<del>" in page
        assert "<ins>" in page
        assert "Undo the last change" in page
    assert "Bring this back" in own
    assert "Undo the last change" in client.get(HOME).text


@pytest.mark.parametrize("where", [f"{HOME}/history", f"{HOME}/sentences/{KEY}/history"])
def test_a_first_edit_is_compared_with_the_computed_form(
    client: TestClient, db: Session, cast: Cast, where: str
) -> None:
    closed(db, cast)
    computed = _computed(db)
    edit(db, cast, computed.replace("For", "Regarding", 1))
    cast.sign_in(client, cast.officer)

    french = client.get(f"{where}?language=fr").text
    own = client.get(f"{HOME}/sentences/{KEY}?language=en").text

    for page in (french, own):
        said = re.search(r'<p class="source__text difference".*?</p>', page, re.DOTALL)
        assert said
        assert "</span>For<span" in said[0]
        assert "</span>Regarding<span" in said[0]
        assert said[0].count("<ins>") == said[0].count("<del>") == 1
    assert "Compared with the computed form" in french


def test_an_earlier_text_is_brought_back_as_a_new_change(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    edit(db, cast, OURS)
    edit(db, cast, THEIRS, previous=OURS)
    cast.sign_in(client, cast.officer)
    page = client.get(f"{HOME}/sentences/{KEY}/history?language=en").text
    form = dict(re.findall(r'name="(previous|basis|text)" value="([^"]*)"', page))

    edit(db, cast, OURS + " ", previous=THEIRS, by="president")  # somebody is faster
    late = client.post(f"{HOME}/sentences/{KEY}?language=en", data=form)
    edit(db, cast, THEIRS, previous=OURS, by="president")
    answer = client.post(f"{HOME}/sentences/{KEY}?language=en", data=form)

    assert form["text"] == OURS
    assert late.status_code == 409
    assert answer.status_code == 303
    assert text_of(db, KEY) == OURS
    assert [row.after for row in acts(db)] == [OURS, THEIRS, OURS, THEIRS, OURS]


def test_chinese_is_compared_by_character() -> None:
    found = changes("成员支持任务", "成员支持新任务")
    assert [(each.kind.value, each.text) for each in found] == [
        ("same", "成员支持"), ("new", "新"), ("same", "任务"),
    ]  # fmt: skip


def test_a_sentence_that_is_gone_keeps_its_history(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = add_narrative(db, cast.officer, SLUG, "en", Telling("opening.briefing", SAID), at=NOON)
    withdraw_narrative(db, cast.officer, Place(SLUG, key, "en"), previous=SAID, at=NOON)
    cast.sign_in(client, cast.officer)

    assert SAID in client.get(f"{HOME}/sentences/{key}/history").text
    assert client.get(f"{HOME}/sentences/q9.none/history").status_code == 404


def test_a_long_history_is_read_page_by_page(db: Session, cast: Cast) -> None:
    closed(db, cast)
    for number in range(1, 121):
        db.add(
            SummaryAct(
                briefing_id=1, number=number, kind=ActKind.EDIT, language="en", key=KEY,
                before="", after=OURS, by="A", user_id=cast.officer.user_id, at=NOON,
            )
        )  # fmt: skip
    db.commit()

    seen: list[int] = []
    before: int | None = None
    while True:
        page = history_page(db, cast.officer, SLUG, language="en", before=before)
        seen += [line.number for line in page.lines]
        before = page.older
        if before is None:
            break

    assert seen == list(range(120, 0, -1))


@pytest.mark.parametrize("which", ["whole", "sentence"])
def test_history_takes_few_queries(db: Session, sessions: Sessions, cast: Cast, which: str) -> None:
    closed(db, cast)
    edit(db, cast, OURS)
    asked: list[str] = []
    event.listen(
        sessions.kw["bind"], "before_cursor_execute", lambda *given: asked.append(given[2])
    )

    if which == "whole":
        history_page(db, cast.officer, SLUG, language="en", before=None)
    else:
        sentence_history_page(db, cast.officer, SLUG, point_of(db, "B"), language="en")

    ceiling = {"whole": 15, "sentence": 29}[which]  # of the second, half find the point
    assert len([each for each in asked if each.startswith("SELECT")]) <= ceiling


def test_what_was_taken_back_does_not_stand() -> None:
    def act(number: int, takes_back: int | None = None) -> Act:
        return Act(number, ActKind.EDIT, "en", "k", "", "", "A", NOON, takes_back)

    assert standing([]) == []
    assert standing([act(1), act(2), act(3, 2)]) == [act(1)]
    assert standing([act(1), act(2, 1)]) == []
    assert standing([act(1), act(2, 1), act(3)]) == [act(3)]
    assert standing([act(1), act(2), act(3), act(4, 2)]) == [act(3), act(1)]
    assert standing([act(1), act(2, 1), act(3, 2)]) == [act(1)]


def test_what_is_issued_is_undone_no_more(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.officer)

    assert client.post(f"{HOME}/undo", data={"seen": "1"}).status_code == 403
    assert "Undo" not in client.get(f"{HOME}/history").text


@pytest.mark.parametrize("who", ["a_drafter", "b_signatory", "administrator", "other"])
def test_nobody_else_finds_the_history(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    closed(db, cast)
    edit(db, cast, OURS)
    person = other_president(db, cast) if who == "other" else cast.person(who)
    cast.sign_in(client, person)

    assert client.get(f"{HOME}/history").status_code == 404
    assert client.get(f"{HOME}/sentences/{KEY}/history").status_code == 404
    assert client.post(f"{HOME}/undo", data={"seen": "1"}).status_code == 404
    assert text_of(db, KEY) == OURS
