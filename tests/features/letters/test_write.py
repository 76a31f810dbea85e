"""Writing the letter: by its presidency, under the gates' rules, until it is issued."""

from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.models import Circulation, Event, Letter
from app.domain.errors import Conflict, NotAllowed
from app.domain.lifecycle import Origin
from app.domain.wall_time import in_new_york
from app.features.briefings.queries import get_briefing
from app.features.letters.service import Writing, write_letter
from app.features.summaries.desk import latest_circulation
from app.features.summaries.releasing import all_gates, compile_briefing
from app.features.summaries.service import circulate, issue
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.letters.small import FORM, URL, WRITING, stored, wrote
from tests.features.summaries.small import (
    SLUG,
    SOON,
    circulated,
    clock,
    closed,
    digest,
    freeze,
    issued,
    other_president,
    release_of,
)


def test_it_is_written_and_shown_in_the_language_asked_for(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.post(f"{URL}?language=fr", data=FORM)

    assert answer.status_code == 303
    english, french = (client.get(f"{URL}?language={lang}").text for lang in ("en", "fr"))
    assert "Letter dated 9 March 2026 from the Permanent Representative of Delegation A" in english
    assert "Lettre datée du 9 mars 2026, adressée au Secrétaire général" in french
    assert FORM["opening"] in french
    assert FORM["opening"] not in english
    assert [event.act for event in db.scalars(select(Event)) if "letter" in event.act] == [
        "letter.written"
    ]


def test_each_language_keeps_its_own_sentence(db: Session, cast: Cast) -> None:
    closed(db, cast)
    wrote(db, cast, language="en", opening="We thank the Secretariat.")
    wrote(db, cast, language="fr", opening="Nous remercions le Secrétariat.")

    kept = stored(db)
    assert kept
    assert set(kept.openings) == {"en", "fr"}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"signatory": " "}, "Enter who signs the letter."),
        ({"transmitted_on": ""}, "Choose the date of transmission."),
        ({"transmitted_on": "soon"}, "Write the date"),
        ({"transmitted_on": "2026-03-01"}, "transmitted after its meeting"),
        ({"transmitted_on": "2026-03-03"}, "closed on 4 March 2026"),
        ({"transmitted_on": "2131-03-09"}, "Choose a day not after"),
        (
            {"signatory": "Ann Other, with the agreement of all members of the Council"},
            "name alone",
        ),
        ({"signatory": "Ann Other, for the Council"}, "name alone"),
        ({"opening": "It was adopted under a silence procedure."}, "where members stand"),
        ({"opening": "What follows reflects the common position."}, "where members stand"),
        ({"opening": "Adopté par consensus."}, "where members stand"),
        ({"opening": "Three members agree."}, "is a number"),
        ({"opening": "Most delegations agree."}, "says how many"),
        ({"opening": "Delegation B agrees."}, "names a State"),
        ({"opening": "We \u200bthank you."}, "invisible"),
        ({"opening": "x" * 1001}, "Shorten this"),
    ],
)
def test_what_may_not_stand_is_given_back_as_typed(
    client: TestClient, db: Session, cast: Cast, changed: dict[str, str], said: str
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    answer = client.post(URL, data=FORM | {"opening": "We thank you."} | changed)

    assert answer.status_code == 422
    assert said in answer.text
    assert changed.get("opening", "We thank you.") in answer.text
    assert stored(db) is None


def test_it_is_not_dated_before_delegations_have_had_their_time(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast)
    until = db.scalars(select(Circulation.deadline)).one()
    db.rollback()
    cast.sign_in(client, cast.officer)
    early, late = (
        FORM | {"transmitted_on": in_new_york(until + days).date().isoformat()}
        for days in (timedelta(days=-1), timedelta())
    )

    refused = client.post(URL, data=early)

    assert refused.status_code == 422
    assert "Delegations have until" in refused.text
    assert 'href="#transmitted_on"' in refused.text
    assert stored(db) is None
    assert client.post(URL, data=late).status_code == 303


def test_with_neither_name_nor_date_there_is_none(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    wrote(db, cast)
    cast.sign_in(client, cast.officer)
    empty = FORM | {"signatory": "", "transmitted_on": "", "seen": NOON.isoformat()}

    assert client.post(URL, data=empty).status_code == 303
    assert stored(db) is None


def test_nobody_writes_over_what_somebody_else_just_wrote(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    wrote(db, cast)
    cast.sign_in(client, cast.president)

    answer = client.post(URL, data=FORM | {"signatory": "Another Name"})

    assert answer.status_code == 409
    assert "Another Name" in answer.text
    kept = stored(db)
    assert kept
    assert kept.signatory == WRITING.signatory


def test_it_is_no_part_of_what_delegations_are_given_but_of_what_two_people_issue(
    db: Session, cast: Cast
) -> None:
    briefing = circulated(db, cast, over=True)
    given = latest_circulation(db, briefing.id)
    before = digest(db)
    wrote(db, cast)
    with_it = digest(db)

    assert before != with_it
    assert given
    assert "Olof" not in str(given.texts)
    issue(db, cast.officer, SLUG, with_it, freeze=freeze, at=NOON)
    wrote(db, cast, signatory="Somebody Else")
    assert digest(db) != with_it
    assert issue(db, cast.president, SLUG, digest(db), freeze=freeze, at=NOON) is None
    assert release_of(db) is None


def test_once_issued_it_stands(client: TestClient, db: Session, cast: Cast) -> None:
    issued(db, cast)
    cast.sign_in(client, cast.officer)

    assert client.post(URL, data=FORM).status_code == 403
    assert stored(db) is None


@pytest.mark.parametrize("origin", [Origin.REHEARSAL, Origin.DEMONSTRATION])
def test_what_is_no_act_of_a_presidency_has_no_letter(
    client: TestClient, db: Session, cast: Cast, origin: Origin
) -> None:
    closed(db, cast)
    get_briefing(db, SLUG).origin = origin
    db.commit()
    cast.sign_in(client, cast.officer)

    with pytest.raises(NotAllowed, match="no letter"):
        wrote(db, cast)
    assert "goes out with no letter" in client.get(URL).text
    assert client.post(f"{URL}/symbol", data={"symbol": "S/2026/9"}).status_code == 403


@pytest.mark.parametrize("who", ["a_signatory", "b_signatory", "administrator"])
def test_nobody_else_finds_it(client: TestClient, db: Session, cast: Cast, who: str) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.person(who))

    assert client.get(URL).status_code == 404
    assert client.post(URL, data=FORM).status_code == 404


def test_another_presidency_does_not_find_it(client: TestClient, db: Session, cast: Cast) -> None:
    closed(db, cast)
    cast.sign_in(client, other_president(db, cast))

    assert client.get(URL).status_code == 404


def test_a_language_the_briefing_has_not_is_not_found(db: Session, cast: Cast) -> None:
    closed(db, cast)
    with pytest.raises(Exception, match="no such document"):
        write_letter(db, cast.officer, SLUG, "zh", WRITING, seen="", at=NOON)
    assert Writing("", WRITING.role, False, WRITING.addressee, None, "").is_empty
    assert WRITING.transmitted_on == date(2026, 3, 9)
    assert db.scalars(select(Letter)).all() == []


def test_a_letter_dated_before_a_later_draft_could_be_checked_is_not_issued(
    db: Session, cast: Cast
) -> None:
    closed(db, cast, "attributed")
    wrote(db, cast)
    circulate(db, cast.officer, SLUG, clock(db) + SOON, short_notice=False, at=NOON)
    db.execute(update(Circulation).values(deadline=clock(db) - timedelta(days=1)))
    db.commit()

    with pytest.raises(Conflict, match="Date the letter anew"):
        issue(db, cast.officer, SLUG, digest(db), freeze=freeze, at=clock(db))


def test_a_letter_kept_from_before_its_rules_is_held_back(db: Session, cast: Cast) -> None:
    closed(db, cast)
    wrote(db, cast)
    row = stored(db)
    assert row
    row.openings = {"en": "It enjoys the support of the Council."}
    db.merge(row)
    db.commit()

    summaries = compile_briefing(db, get_briefing(db, SLUG))
    gate = all_gates(summaries)["en"]["forbidden"]
    assert not gate.passed
    assert gate.detail.startswith("the letter: ")
