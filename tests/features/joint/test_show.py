"""Who knows of a joint statement, and what of it: nobody learns anything from the side."""

import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.features.joint.service import align
from tests.cast import Cast
from tests.features.joint.desk import (
    ABSENT,
    HOME,
    JOINT,
    NONE_SUCH,
    WORDS,
    act,
    tabled,
    url,
)
from tests.features.positions.desk import (
    DESK,
    PLACE,
    SLUG,
    are_one,
    close,
    open_briefing,
    signed,
)

WATCHED = (HOME, f"{HOME}/new", DESK, f"{DESK}/1/MINUSMA", f"{DESK}/sign", f"/briefings/{SLUG}")


def still(client: TestClient, address: str) -> str:
    """Give a page without its countdown."""
    return re.sub(
        r'<span class="moment__left".*?</span>', "", client.get(address).text, flags=re.DOTALL
    )


def test_those_named_read_it_whatever_their_role(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    for actor in (cast.a_focal, cast.a_drafter, cast.b_drafter, cast.b_signatory):
        cast.sign_in(client, actor)

        assert reference in client.get(HOME).text
        assert WORDS in client.get(url(reference)).text


@pytest.mark.parametrize("outsider", ["officer", "president", "administrator", "c_focal"])
@pytest.mark.parametrize("after", [False, True])
def test_who_has_no_seat_finds_nothing_before_or_after_closing(
    client: TestClient, db: Session, cast: Cast, outsider: str, after: bool
) -> None:
    briefing = open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    if after:
        close(db, briefing)
    cast.sign_in(client, cast.person(outsider))

    assert are_one(client.get(HOME), client.get(ABSENT))
    assert are_one(client.get(url(reference)), client.get(f"{ABSENT}/{reference}"))


def test_a_delegation_not_named_finds_what_it_would_find_if_there_were_none(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.x_signatory)
    before = [still(client, address) for address in WATCHED]

    reference = tabled(db, cast.a_signatory, missions=("MINUSMA", "UNMISS"))
    align(db, act(cast.b_signatory), (SLUG, reference), 1)

    assert [still(client, address) for address in WATCHED] == before
    there, none = client.get(url(reference)), client.get(NONE_SUCH)
    assert there.status_code == none.status_code == 404
    assert there.text == none.text.replace("0" * 20, reference)


def test_the_presidency_s_board_shows_a_signature_and_not_with_whom(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    open_briefing(db, cast, slug="mandatez")
    reference = tabled(db, cast.a_signatory)
    align(db, act(cast.b_signatory), (SLUG, reference), 1)
    for actor in (cast.a_signatory, cast.b_signatory):
        signed(db, actor, replace(PLACE, slug="mandatez"), JOINT.statement)
    cast.sign_in(client, cast.officer)

    jointly, alone = (still(client, f"/briefings/{slug}") for slug in (SLUG, "mandatez"))

    tag = re.compile("[0-9a-f]{64}")  # of the board: it covers the briefing's own address
    assert tag.sub("", jointly) == tag.sub("", alone.replace("mandatez", SLUG))


def test_those_named_see_one_another_only_if_they_may_and_never_who_answered(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    shown = tabled(db, cast.a_signatory, "B", "X")
    hidden = tabled(db, cast.a_signatory, "B", "X", shows_named=False)
    cast.sign_in(client, cast.b_drafter)
    before = [still(client, url(each)) for each in (shown, hidden)]

    align(db, act(cast.x_signatory), (SLUG, shown), 1)

    assert [still(client, url(each)) for each in (shown, hidden)] == before
    assert ["Delegation X" in page for page in before] == [True, False]


def test_whoever_tabled_it_does_not_learn_that_another_text_is_counted(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    reference = tabled(db, cast.a_signatory)
    align(db, act(cast.b_signatory), (SLUG, reference), 1)
    cast.sign_in(client, cast.a_signatory)
    before = still(client, url(reference))

    signed(db, cast.b_signatory)

    assert still(client, url(reference)) == before
