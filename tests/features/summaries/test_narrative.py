import csv
import json
from io import StringIO

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Event, Narrative, SummaryAct
from app.domain.errors import Conflict, NotFound
from app.features.briefings.queries import get_briefing
from app.features.record.freezing import freeze
from app.features.summaries.drafting import leave_out, word_sentence
from app.features.summaries.narrating import Telling, add_narrative, withdraw_narrative
from app.features.summaries.pages import Place
from app.features.summaries.releasing import all_gates, compile_briefing, content_hash
from app.formats.summary_text import summary_text
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import (
    HOME,
    SLUG,
    closed,
    digest,
    issued,
    point_of,
    revision_of,
    text_of,
)

URL = f"{HOME}/narrative?language=en"
SAID = "The Special Representative described the security of the capital."
FORM = {
    "after": "opening.briefing",
    "text": SAID,
    "source": "Statement by the Special Representative",
    "address": "S/PV.7918",
}
PRINTED = (
    f"{SAID} [narrative by the presidency; source: Statement by the Special Representative,"
    " S/PV.7918]"
)


def add(db: Session, cast: Cast, text: str = SAID, after: str = "opening.briefing") -> str:
    return add_narrative(db, cast.officer, SLUG, "en", Telling(after, text), at=NOON)


def test_it_is_added_where_it_was_asked_for_and_marked(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    before = digest(db)
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=FORM)

    assert answer.status_code == 303
    assert answer.headers["location"] == f"{HOME}/sentences/narrative.1?language=en"
    assert text_of(db, "narrative.1") == PRINTED
    assert digest(db) != before
    assert PRINTED in client.get(HOME).text
    assert "Narrative by the presidency" in client.get(HOME).text
    own = client.get(answer.headers["location"]).text
    assert "Words of this narrative" in own
    assert "this point" not in own


def test_page_text_json_csv_and_record_all_have_it(db: Session, cast: Cast) -> None:
    closed(db, cast)
    add_narrative(db, cast.officer, SLUG, "en", Telling(**FORM), at=NOON)
    summaries = compile_briefing(db, get_briefing(db, SLUG))
    files = {
        file.path: file.content.decode()
        for file in freeze(summaries, all_gates(summaries), NOON)
        if file.language == "en" and not file.path.endswith((".pdf", ".docx", ".xlsx"))
    }

    told = [each for each in json.loads(files["summary.json"])["sentences"] if SAID in each["text"]]
    rows = list(csv.DictReader(StringIO(files["summary.csv"].removeprefix("\ufeff"))))
    assert [(each["kind"], each["text"], each["count"]) for each in told] == [
        ("procedural", PRINTED, None)
    ]
    assert PRINTED in [row["text"] for row in rows]
    assert PRINTED in files[""]
    assert SAID in files["summary.xml"]
    assert PRINTED in summary_text(summaries["en"]).decode()
    assert content_hash(summaries)


@pytest.mark.parametrize("after", ["q1.UNONE.tally.close", "q1.member.nobody"])
def test_it_may_stand_in_a_mission_and_a_lost_place_gives_the_form_back(
    client: TestClient, db: Session, cast: Cast, after: str
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data={**FORM, "after": after})

    if after.startswith("q1.UNONE"):
        assert answer.status_code == 303
        row = db.scalars(select(Narrative)).one()
        assert (row.question, row.mission) == (1, "UNONE")
    else:
        assert answer.status_code == 409
        assert SAID in answer.text
        assert "FORM" not in answer.text
        assert db.scalars(select(Narrative)).all() == []


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("text", "Several members supported the mission.", "says how many"),
        ("text", "Eleven statements followed.", "is a number"),
        ("text", "France described the situation.", "names a State"),
        ("text", "Delegation B described the situation.", "names a State"),
        ("text", "Members supported the mission.", "where members stand"),
        ("text", " ", "Write the sentence"),
        ("source", "Letter of France", "the source names a State"),
        ("address", "x" * 301, "Shorten"),
        ("text", "Text\u202e.", "invisible"),
    ],
)
def test_what_it_may_not_say_is_refused_and_given_back(
    client: TestClient, db: Session, cast: Cast, field: str, typed: str, told: str
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data={**FORM, field: typed})

    assert answer.status_code == 422
    assert told.casefold() in answer.text.casefold()
    assert typed.strip() in answer.text
    assert db.scalars(select(Narrative)).all() == []
    assert db.scalars(select(SummaryAct)).all() == []


def test_rewording_passes_the_same_gate(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    key = add(db, cast)
    cast.sign_in(client, cast.officer)
    url = f"{HOME}/sentences/{key}/wording?language=en"

    refused = client.post(url, data={"wording": "All spoke of exits.", "previous": SAID})
    kept = client.post(url, data={"wording": "The debate followed.", "previous": SAID})

    assert refused.status_code == 422
    assert "All spoke of exits." in refused.text
    assert kept.status_code == 303
    assert text_of(db, key).startswith("The debate followed. [")


def test_it_cannot_be_edited_out_of_its_mark(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    key = add(db, cast)
    form = {"text": "Ours.", "basis": text_of(db, key), "previous": ""}
    cast.sign_in(client, cast.officer)

    answer = client.post(f"{HOME}/sentences/{key}?language=en", data=form)

    assert answer.status_code == 422
    assert "[narrative by the presidency]" in text_of(db, key)


def test_it_waits_for_words_in_the_other_languages(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = add(db, cast)
    cast.sign_in(client, cast.officer)

    page = client.get(f"{HOME}/sentences/{key}?language=fr")

    assert "exposé de la présidence" in text_of(db, key, "fr")
    assert SAID in page.text  # the original, beside the empty field
    assert f"sentences/{key}" in client.get(f"{HOME}?language=fr").text


def test_it_is_taken_out_and_put_back_and_the_log_has_no_word_of_it(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = add(db, cast)
    cast.sign_in(client, cast.officer)

    gone = client.post(f"{HOME}/sentences/{key}/withdraw?language=en", data={"previous": SAID})
    history = client.get(gone.headers["location"])
    missing = client.get(f"{HOME}/sentences/{key}?language=en")
    back = client.post(f"{HOME}/sentences/{key}/return?language=en")
    twice = client.post(f"{HOME}/sentences/{key}/return?language=en")

    assert gone.status_code == 303
    assert "Put this narrative back" in history.text
    assert missing.status_code == 404
    assert back.status_code == 303
    assert twice.status_code == 409
    assert text_of(db, key).startswith(SAID)
    notes = db.scalars(select(Event).where(Event.act == "summary.narrated"))
    assert [set(note.detail) for note in notes] == [{"language", "sentence"}] * 3


def test_two_officers_add_at_the_same_place_and_both_stand(db: Session, cast: Cast) -> None:
    closed(db, cast)
    first = add(db, cast)
    told = Telling("opening.briefing", "The debate followed.")
    second = add_narrative(db, cast.president, SLUG, "en", told, at=NOON)

    assert first != second
    assert text_of(db, first).startswith(SAID)
    assert text_of(db, second).startswith("The debate followed.")


def test_nobody_takes_out_what_somebody_else_just_changed(db: Session, cast: Cast) -> None:
    closed(db, cast)
    key = add(db, cast)
    place = Place(SLUG, key, "en")
    word_sentence(db, cast.president, place, "The debate followed.", previous=SAID, at=NOON)

    with pytest.raises(Conflict):
        withdraw_narrative(db, cast.officer, place, previous=SAID, at=NOON)

    assert text_of(db, key).startswith("The debate followed.")


def test_words_for_narrative_taken_out_meanwhile_are_given_back(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = add(db, cast)
    withdraw_narrative(db, cast.president, Place(SLUG, key, "en"), previous=SAID, at=NOON)
    cast.sign_in(client, cast.officer)

    answer = client.post(
        f"{HOME}/sentences/{key}/wording?language=en",
        data={"wording": "The debate followed.", "previous": SAID},
    )

    assert answer.status_code == 404
    assert "The debate followed." in answer.text
    assert "What was done last" in answer.text


def test_words_for_a_point_left_out_meanwhile_are_given_back(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    key = point_of(db, "B")
    leave_out(db, cast.president, SLUG, revision_of(db, "B"), "Repeats another.", at=NOON)
    cast.sign_in(client, cast.officer)

    answer = client.post(
        f"{HOME}/sentences/{key}/wording?language=en",
        data={"wording": "The mandate should end.", "previous": ""},
    )

    assert answer.status_code == 404
    assert "The mandate should end." in answer.text
    assert "Left words out" in answer.text


def test_what_is_issued_takes_no_narrative(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.officer)

    assert client.post(URL, data=FORM).status_code == 403


@pytest.mark.parametrize("who", ["a_drafter", "b_signatory", "administrator"])
def test_nobody_else_finds_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    closed(db, cast)
    with pytest.raises(NotFound):
        add_narrative(db, cast.person(who), SLUG, "en", Telling(**FORM), at=NOON)
    cast.sign_in(client, cast.person(who))

    assert client.post(URL, data=FORM).status_code == 404
    assert client.get(URL).status_code == 404
