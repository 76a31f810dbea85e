"""Declaring groups of States before the briefing opens."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import NamedGroup
from app.domain.errors import Invalid
from app.features.briefings import service
from app.features.briefings.setup_service import Listing, change_missions
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.briefings.preparing import (
    SLUG,
    convened,
    counts,
    looks_absent,
    opened,
    other_presidency,
    ready,
)

PAGE = f"/briefings/{SLUG}/setup/groups"
OWN = {
    "free": "yes",
    "name": "",
    "members": "eth, A  MLI",
    "source": "Monthly report",
    "as_of": "2017-03-31",
}


def declared(db: Session) -> dict[str, list[str]]:
    db.rollback()
    rows = db.scalars(select(NamedGroup).order_by(NamedGroup.place))
    found = {row.code: row.members for row in rows}
    db.rollback()
    return found


def declare(client: TestClient, *codes: str) -> int:
    return client.post(PAGE, data={"shipped": list(codes)}).status_code


def test_groups_with_a_list_are_ticked(client: TestClient, db: Session, cast: Cast) -> None:
    ready(db, cast)
    cast.sign_in(client, cast.officer)
    assert 'value="asia_pacific"' in client.get(PAGE).text

    assert declare(client, "permanent", "elected", "host_states") == 303

    found = declared(db)
    assert list(found) == ["permanent", "elected", "host_states"]
    assert (len(found["permanent"]), len(found["elected"])) == (5, 10)
    assert "MLI" in found["host_states"]
    assert "COD" not in found["host_states"]


def test_a_list_of_ones_own_has_a_source_and_a_date(
    client: TestClient, db: Session, cast: Cast
) -> None:
    ready(db, cast)
    cast.sign_in(client, cast.officer)

    client.post(PAGE, data=OWN)
    client.post(PAGE, data=OWN | {"name": "A3"})

    members = ["ETH", "A", "MLI"]
    assert declared(db) == {"troop_contributors": members, "list_1": members}
    assert "Monthly report" in client.get(PAGE).text


@pytest.mark.parametrize(
    "wrong",
    [{"members": ""}, {"members": "NOBODY"}, {"source": " "}, {"as_of": ""}, {"as_of": "soon"}],
)
def test_a_list_without_its_facts_is_refused_and_keeps_what_was_typed(
    client: TestClient, db: Session, cast: Cast, wrong: dict[str, Any]
) -> None:
    ready(db, cast)
    cast.sign_in(client, cast.officer)
    before = counts(db)

    refused = client.post(PAGE, data=OWN | {"name": "The five of us"} | wrong)

    assert refused.status_code == 422
    assert "The five of us" in refused.text
    assert counts(db) == before


def test_a_group_nobody_has_a_list_of_is_refused(
    client: TestClient, db: Session, cast: Cast
) -> None:
    ready(db, cast)
    cast.sign_in(client, cast.officer)

    assert [declare(client, "axis"), declare(client)] == [422, 422]
    assert declared(db) == {}


def test_a_group_is_taken_back(client: TestClient, db: Session, cast: Cast) -> None:
    ready(db, cast)
    cast.sign_in(client, cast.officer)
    declare(client, "permanent", "african")

    client.post(PAGE, data={"remove": "permanent"})

    assert list(declared(db)) == ["african"]


def test_host_states_of_other_missions_are_declared_again_before_opening(
    client: TestClient, db: Session, cast: Cast
) -> None:
    ready(db, cast)
    cast.sign_in(client, cast.officer)
    declare(client, "host_states", "permanent")
    change_missions(db, cast.officer, SLUG, Listing(remove=frozenset({"MINUSMA"})), at=NOON)

    with pytest.raises(Invalid):
        service.open_briefing(db, cast.officer, SLUG, at=NOON)
    declare(client, "host_states")

    assert list(declared(db)) == ["host_states", "permanent"]
    service.open_briefing(db, cast.officer, SLUG, at=NOON)


def test_after_opening_groups_stand(client: TestClient, db: Session, cast: Cast) -> None:
    opened(db, cast)
    cast.sign_in(client, cast.officer)

    assert declare(client, "permanent") == 403
    assert "shipped" not in client.get(PAGE).text
    assert declared(db) == {}


def test_delegations_read_which_groups_were_declared(
    client: TestClient, db: Session, cast: Cast
) -> None:
    ready(db, cast)
    cast.sign_in(client, cast.officer)
    declare(client, "permanent")
    service.open_briefing(db, cast.officer, SLUG, at=NOON)
    cast.sign_in(client, cast.b_drafter)

    assert "Permanent members" in client.get(f"/briefings/{SLUG}").text


def test_another_presidency_finds_nothing(client: TestClient, db: Session, cast: Cast) -> None:
    convened(db, cast)
    cast.sign_in(client, other_presidency(db, cast))

    assert looks_absent(client, "GET", PAGE)
    assert looks_absent(client, "POST", PAGE, data={"shipped": "permanent"})
