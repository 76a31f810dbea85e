"""The presidency sees source and reading side by side, and corrects any field."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, ConceptNote, Question
from app.domain.errors import Conflict, NotAllowed, NotFound
from app.features.briefings import note_service, setup_pages, setup_service
from app.features.briefings.figures import sum_checks
from app.features.briefings.note_service import Correction
from app.features.briefings.setup_service import Translating
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.briefings.preparing import (
    NOTE,
    SLUG,
    blank,
    convened,
    counts,
    looks_absent,
    opened,
    other_presidency,
    version_of,
)

PAGE = f"/briefings/{SLUG}/note"


def form_of(html: str) -> dict[str, str]:
    """Read a page's form back as a browser would post it."""
    form = html[
        html.index('name="version"') - 60 : html.index("</form>", html.index('name="version"'))
    ]
    fields: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and 'type="checkbox"' not in tag:
            fields[name[1]] = value[1] if value else ""
    texts = r'<textarea[^>]*name="([^"]*)"[^>]*>\n?(.*?)</textarea>'
    fields |= dict(re.findall(texts, form, re.DOTALL))
    selects = r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>'
    for name, options in re.findall(selects, form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)"\s+selected', options)
        fields[name] = chosen[1] if chosen else ""
    return fields


def fields_of(db: Session) -> dict[str, Any]:
    db.rollback()
    corrected = dict(db.scalars(select(ConceptNote)).one().corrected)
    db.rollback()
    return corrected


def correct(db: Session, cast: Cast, **fields: Any) -> None:  # noqa: ANN401 - a reading is JSON
    version = version_of(db, cast, "note")
    kept = {item["number"]: item["number"] for item in fields_of(db)["questions"]}
    note_service.correct_note(db, cast.officer, SLUG, Correction(version, fields, kept), at=NOON)


def test_the_reading_never_changes_what_is_corrected_does(db: Session, cast: Cast) -> None:
    convened(db, cast)

    correct(db, cast, title="维和行动", symbol="S/2017/287", briefers=["Somebody"])

    note = db.scalars(select(ConceptNote)).one()
    briefing = db.scalars(select(Briefing)).one()
    assert note.reading["symbol"] is None
    assert note.corrected["symbol"] == "S/2017/287"
    assert briefing.title["zh"] == "维和行动"
    assert briefing.briefers == ["Somebody"]


def test_a_removed_question_goes_and_the_others_keep_scale_and_translation(
    db: Session, cast: Cast
) -> None:
    convened(db, cast)
    typed = Translating(version_of(db, cast, "questions"), {5: {"en": "Which path?"}})
    setup_service.set_translations(db, cast.officer, SLUG, typed, at=NOON)
    rest = fields_of(db)["questions"][1:]
    items = [{**item, "number": at} for at, item in enumerate(rest, 1)]
    kept = {1: 2, 2: 3, 3: 4, 4: 5}

    correction = Correction(version_of(db, cast, "note"), {"questions": items}, kept)
    note_service.correct_note(db, cast.officer, SLUG, correction, at=NOON)

    questions = db.scalars(select(Question).order_by(Question.number)).all()
    assert len(questions) == 4
    assert questions[3].text["en"] == "Which path?"
    assert questions[3].scale[0]["code"] == "continue"


def test_translations_of_changed_words_are_to_be_seen_again(db: Session, cast: Cast) -> None:
    convened(db, cast)
    typed = Translating(version_of(db, cast, "questions"), {1: {"en": "First?"}, 2: {"en": "Two"}})
    setup_service.set_translations(db, cast.officer, SLUG, typed, at=NOON)
    items = [dict(item) for item in fields_of(db)["questions"]]
    items[0]["text"] = "另一个问题？"

    correct(db, cast, questions=items)

    assert setup_pages.questions_page(db, cast.officer, SLUG).stale == (1,)
    again = Translating(version_of(db, cast, "questions"), {1: {"en": "Another?"}})
    setup_service.set_translations(db, cast.officer, SLUG, again, at=NOON)
    assert setup_pages.questions_page(db, cast.officer, SLUG).stale == ()


def test_the_notes_own_figures_add_up_with_a_rest(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)

    html = client.get(PAGE).text.replace("\u202f", " ")

    assert "85 408 + 12 786 = 98 194" in html
    assert re.search(r"99 034 − 98 194 = 840</bdi>\s*other, by difference", html)
    assert "observer" not in html.lower()


def test_figures_that_do_not_belong_together_are_not_added() -> None:
    figures = [
        {"text": "100", "value": 100, "as_of": None, "context": "One."},
        {"text": "60", "value": 60, "as_of": None, "context": "Two."},
        {"text": "40", "value": 40, "as_of": None, "context": "Three."},
    ]
    assert sum_checks(figures) == ()
    assert sum_checks([{**each, "context": "One."} for each in figures])[0].rest == 0


def test_a_plain_browser_corrects_and_adds_a_question(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    typed = form_of(client.get(PAGE).text)

    sent = client.post(
        PAGE, data={**typed, "question_6_text": "还有什么？", "symbol": "S/2017/287"}
    )

    assert (sent.status_code, sent.headers["location"]) == (303, f"/briefings/{SLUG}/setup")
    db.rollback()
    corrected = fields_of(db)
    assert [item["number"] for item in corrected["questions"]] == [1, 2, 3, 4, 5, 6]
    assert corrected["questions"][5]["prompts"] == ["还有什么？"]
    assert len(corrected["figures"]) == len(
        db.scalars(select(ConceptNote)).one().reading["figures"]
    )


def test_saving_what_was_read_changes_nothing_but_the_mark(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)

    client.post(PAGE, data=form_of(client.get(PAGE).text))

    note = db.scalars(select(ConceptNote)).one()
    after = {**note.corrected, "questions": [_bare(each) for each in note.corrected["questions"]]}
    before = {**note.reading, "questions": [_bare(each) for each in note.reading["questions"]]}
    assert {k: v for k, v in after.items() if k != "figures"} == {
        k: v for k, v in before.items() if k != "figures"
    }
    assert [f["value"] for f in after["figures"]] == [f["value"] for f in before["figures"]]


def _bare(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key != "stale"}


def test_two_officers_see_each_others_words(client: TestClient, db: Session, cast: Cast) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    typed = form_of(client.get(PAGE).text)
    correct(db, cast, title="Theirs")
    before = fields_of(db)

    sent = client.post(PAGE, data={**typed, "title": "Mine"})

    assert sent.status_code == 409
    assert 'value="Mine"' in sent.text
    assert "Theirs" in sent.text
    db.rollback()
    assert fields_of(db) == before
    again = client.post(PAGE, data={**typed, **form_of(sent.text), "title": "Mine"})
    assert again.status_code == 303


def test_the_service_refuses_an_old_version(db: Session, cast: Cast) -> None:
    convened(db, cast)

    with pytest.raises(Conflict):
        note_service.correct_note(db, cast.officer, SLUG, Correction("old", {}, {}), at=NOON)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("meeting_date", "tomorrow"),
        ("title", "x" * 501),
        ("title", "a\u202eb"),
        ("symbol", "a\x00b"),
        ("presidency", "XXX"),
        ("language", "de"),
        ("figure_1_value", "many"),
        ("question_1_countries", "XXX"),
    ],
)
def test_bad_input_comes_back_as_typed(
    client: TestClient, db: Session, cast: Cast, field: str, value: str
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.officer)
    typed = {**form_of(client.get(PAGE).text), "briefers": "Typed Person", field: value}
    before = fields_of(db)

    sent = client.post(PAGE, data=typed)

    assert sent.status_code == 422
    assert "Typed Person" in sent.text
    assert sent.text.count('class="field__error"') == 1
    db.rollback()
    assert fields_of(db) == before


def test_nobody_else_can_tell_the_note_from_nothing(
    client: TestClient, db: Session, cast: Cast
) -> None:
    opened(db, cast)
    for actor in (cast.administrator, cast.a_signatory, cast.b_drafter, other_presidency(db, cast)):
        cast.sign_in(client, actor)
        assert looks_absent(client, "GET", PAGE)
        assert looks_absent(client, "GET", f"{PAGE}/file")
        assert looks_absent(client, "POST", PAGE, data={"version": "x"})


def test_an_opened_briefing_keeps_its_note(db: Session, client: TestClient, cast: Cast) -> None:
    opened(db, cast)
    before = counts(db)
    with pytest.raises(NotAllowed):
        correct(db, cast, title="Too late")
    cast.sign_in(client, cast.officer)

    assert "Save the reading" not in client.get(PAGE).text
    assert client.post(PAGE, data={"version": "x"}).status_code == 403
    assert counts(db) == before


def test_the_file_comes_back_as_it_was_and_is_never_shown(
    client: TestClient, db: Session, cast: Cast
) -> None:
    convened(db, cast)
    cast.sign_in(client, cast.president)

    file = client.get(f"{PAGE}/file")

    assert file.content == NOTE
    assert re.fullmatch(
        r'attachment; filename="[0-9a-f]{16}\.txt"', file.headers["content-disposition"]
    )
    assert file.headers["x-content-type-options"] == "nosniff"
    assert file.headers["content-type"] == "application/octet-stream"


def test_without_a_note_there_is_no_file(client: TestClient, db: Session, cast: Cast) -> None:
    blank(db, cast)
    cast.sign_in(client, cast.officer)

    assert client.get(PAGE).status_code == 200
    assert client.get(f"{PAGE}/file").status_code == 404


def test_a_note_of_another_presidency_is_not_found(db: Session, cast: Cast) -> None:
    convened(db, cast)

    with pytest.raises(NotFound):
        note_service.correct_note(
            db, other_presidency(db, cast), SLUG, Correction("", {}, {}), at=NOON
        )
