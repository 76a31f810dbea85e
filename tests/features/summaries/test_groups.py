"""How many of each declared group a sentence counts: the presidency's to see, and no one else's."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.domain.attribution import LOOSE_TO_STRICT
from app.features.briefings.queries import get_briefing
from app.features.record.freezing import freeze
from app.features.summaries import releasing
from app.features.summaries.releasing import compile_briefing
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.summaries.small import HOME, SLUG, circulated, closed, point_of

GROUP = "Hosts of both missions"


@pytest.mark.parametrize("rule", LOOSE_TO_STRICT[:2])
def test_the_presidency_sees_how_many_of_each_group_a_sentence_counts(
    client: TestClient, db: Session, cast: Cast, rule: str
) -> None:
    closed(db, cast, rule)
    cast.sign_in(client, cast.officer)

    point = client.get(f"{HOME}/sentences/{point_of(db, 'B')}")
    tally = client.get(f"{HOME}/sentences/q1.UNONE.tally.continue")

    assert f"{GROUP}: 1 of 2 (Delegation B)" in point.text
    assert f"{GROUP}: 1 of 2 (Delegation A)" in tally.text


def test_a_paragraph_that_counts_nobody_has_no_groups(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    assert GROUP not in client.get(f"{HOME}/sentences/opening.briefing").text


def test_the_text_delegations_are_given_speaks_of_no_group(
    client: TestClient, db: Session, cast: Cast
) -> None:
    circulated(db, cast)
    cast.sign_in(client, cast.b_drafter)

    given = client.get(HOME)

    assert given.status_code == 200
    assert GROUP not in given.text


@pytest.mark.parametrize("rule", LOOSE_TO_STRICT)
def test_only_a_record_that_names_carries_its_groups(db: Session, cast: Cast, rule: str) -> None:
    closed(db, cast, rule)
    summaries = compile_briefing(db, get_briefing(db, SLUG))

    files = freeze(summaries, releasing.all_gates(summaries), NOON)

    assert any(GROUP.encode() in file.content for file in files) is (rule == "attributed")
