import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import vectors
from app.db.models import DraftingAct, Speech
from app.db.session import Sessions
from app.domain.errors import Invalid, NotAllowed, NotFound
from app.domain.matching.field import Likeness
from app.domain.position import Cell, Statement
from app.features.positions.cells import Place
from app.features.positions.drafting import undo_drafting
from app.features.positions.queries import get_desk, get_held
from app.features.positions.speech_gathering import texts_by_cell
from app.features.positions.speech_page import Decision, gather_page, speech_page, speeches_page
from app.features.positions.speech_placing import propose_by_likeness
from app.features.positions.speech_service import (
    SpeechPlace,
    add_speech,
    decide,
    discard,
    gather,
    reconsider,
)
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.positions.desk import (
    ABSENT,
    DESK,
    SLUG,
    are_one,
    close,
    drafted,
    open_briefing,
)

SPOKEN = (
    "Mr. President, I thank you for this debate.\n"
    "On the first question, the process in Mali has stalled. MINUSMA must support mediation.\n"
    "On the second question, UNMISS should have an exit strategy."
)
FIRST, SECOND = Cell(1, "MINUSMA"), Cell(2, "UNMISS")


def pasted(db: Session, cast: Cast, text: str = SPOKEN) -> SpeechPlace:
    return SpeechPlace(SLUG, add_speech(db, cast.a_drafter, SLUG, text, None, at=NOON))


def kept_as(db: Session, place: SpeechPlace) -> Speech:
    return db.scalars(select(Speech).where(Speech.number == place.number)).one()


def accept_all(db: Session, cast: Cast, place: SpeechPlace) -> None:
    for index, proposal in enumerate(kept_as(db, place).proposed):
        decide(db, cast.a_drafter, place, index, Cell(*proposal["cells"][0]), at=NOON)


def written(db: Session, cast: Cast, cell: Cell) -> str:
    db.rollback()
    return get_held(db, get_desk(db, cast.a_drafter, SLUG).seat.id, cell).written.text


def test_a_statement_is_cut_and_each_point_has_a_cell_proposed(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)

    page = speech_page(db, cast.a_drafter, pasted(db, cast))

    assert [point.decision for point in page.points] == [Decision.OPEN] * len(page.points)
    assert page.offered == (FIRST,)
    assert [piece.text for piece in page.left_over] == SPOKEN.splitlines()[:1]


def test_accepted_points_stand_in_their_cells_in_order_and_verbatim(
    db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    place = pasted(db, cast)
    accept_all(db, cast, place)

    picks = tuple(row.pick for row in gather_page(db, cast.a_drafter, place).targets)
    gather(db, cast.a_drafter, place, picks, at=NOON)

    assert written(db, cast, FIRST) == SPOKEN.splitlines()[1]
    assert written(db, cast, SECOND) == SPOKEN.splitlines()[2]


def test_words_already_drafted_stay_above_the_new_ones(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    place = pasted(db, cast)
    drafted(db, cast.a_drafter, Place(SLUG, SECOND), Statement(None, "As before.", "en"))
    accept_all(db, cast, place)

    picks = tuple(row.pick for row in gather_page(db, cast.a_drafter, place).targets)
    number = gather(db, cast.a_drafter, place, picks, at=NOON)

    assert written(db, cast, SECOND) == f"As before.\n{SPOKEN.splitlines()[2]}"
    undo_drafting(db, cast.a_drafter, SLUG, number, at=NOON)
    assert written(db, cast, SECOND) == "As before."


def test_a_point_is_moved_left_out_and_reconsidered(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    place = pasted(db, cast)

    decide(db, cast.a_drafter, place, 0, Cell(2, "ALL"), at=NOON)
    decide(db, cast.a_signatory, place, 1, None, at=NOON)
    decide(db, cast.a_drafter, place, 2, SECOND, at=NOON)
    reconsider(db, cast.a_drafter, place, 2, at=NOON)

    page = speech_page(db, cast.a_drafter, place)
    assert [each.decision for each in page.points] == ["placed", "left", "open"]
    assert page.current.index == 2, "the next one to decide"
    assert list(texts_by_cell(kept_as(db, place))) == [Cell(2, "ALL")]


def test_a_cell_that_is_not_asked_about_is_refused(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    place = pasted(db, cast)

    with pytest.raises(NotFound):
        decide(db, cast.a_drafter, place, 0, Cell(9, "ALL"), at=NOON)


def test_nothing_is_lost_until_it_is_discarded(db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    place = pasted(db, cast)
    accept_all(db, cast, place)
    picks = tuple(row.pick for row in gather_page(db, cast.a_drafter, place).targets)
    gather(db, cast.a_drafter, place, picks, at=NOON)

    assert kept_as(db, place).text == SPOKEN
    discard(db, cast.a_drafter, place, at=NOON)
    assert db.scalar(select(func.count()).select_from(Speech)) == 0
    assert written(db, cast, FIRST) != ""


def test_likeness_proposes_again_and_decisions_stay(
    db: Session, sessions: Sessions, cast: Cast
) -> None:
    open_briefing(db, cast)
    place = pasted(db, cast, "Nous appuyons la MINUSMA. Il faut une stratégie.")
    decide(db, cast.a_drafter, place, 0, FIRST, at=NOON)
    db.rollback()

    propose_by_likeness(sessions)

    db.expire_all()
    speech = kept_as(db, place)
    assert speech.model is not None
    assert list(speech.decided) == ["0"]
    assert speech.proposed[1]["why"] in {"likeness", "nothing"}


@pytest.mark.skipif(not vectors.is_installed(), reason="the vectors extra is not installed")
def test_deciding_does_not_wait_for_the_comparison(
    db: Session, sessions: Sessions, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_briefing(db, cast)
    place, real = pasted(db, cast), vectors.compare

    def compare(texts: list[tuple[str, str]]) -> Likeness:
        with sessions() as other:
            decide(other, cast.a_drafter, place, 0, FIRST, at=NOON)
        return real(texts)

    monkeypatch.setattr(vectors, "compare", compare)
    propose_by_likeness(sessions)

    db.expire_all()
    assert list(kept_as(db, place).decided) == ["0"]


@pytest.mark.parametrize("who", ["b_drafter", "x_signatory"])
def test_a_statement_never_leaves_its_delegation(db: Session, cast: Cast, who: str) -> None:
    open_briefing(db, cast)
    place, other = pasted(db, cast), getattr(cast, who)

    assert speeches_page(db, other, SLUG).speeches == ()
    for act in (
        lambda: speech_page(db, other, place),
        lambda: gather_page(db, other, place),
        lambda: decide(db, other, place, 0, FIRST, at=NOON),
        lambda: gather(db, other, place, (), at=NOON),
        lambda: discard(db, other, place, at=NOON),
    ):
        with pytest.raises(NotFound):
            act()


@pytest.mark.parametrize("who", ["president", "officer", "administrator", "c_focal", "b_drafter"])
def test_for_everybody_else_it_is_not_there(
    client: TestClient, db: Session, cast: Cast, who: str
) -> None:
    open_briefing(db, cast)
    place = pasted(db, cast)
    cast.sign_in(client, cast.person(who))

    there, absent = f"{DESK}/speeches/{place.number}", f"{ABSENT}/speeches/{place.number}"

    assert are_one(client.get(there), client.get(absent))
    assert are_one(client.get(f"{there}/drafts"), client.get(f"{absent}/drafts"))


def test_what_was_pasted_survives_a_refusal(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)

    refused = client.post(f"{DESK}/speeches", data={"text": "Merci.", "language": "xx"})

    assert refused.status_code == 422
    assert "Merci.</textarea>" in refused.text
    assert client.post(f"{DESK}/speeches", data={"text": " "}).status_code == 422


def test_a_file_is_read_like_a_note(client: TestClient, db: Session, cast: Cast) -> None:
    open_briefing(db, cast)
    cast.sign_in(client, cast.a_drafter)
    address = f"{DESK}/speeches"

    done = client.post(address, files={"file": ("talk.txt", SPOKEN.encode(), "text/plain")})
    wrong = client.post(address, files={"file": ("talk.pdf", b"\x89PNG\r\n\x1a\n", "image/png")})

    assert "MINUSMA must support mediation." in client.get(done.headers["location"]).text
    assert wrong.status_code == 422


def test_the_buttons_place_a_point_without_a_script(
    client: TestClient, db: Session, cast: Cast
) -> None:
    open_briefing(db, cast)
    place = pasted(db, cast)
    cast.sign_in(client, cast.a_drafter)
    at = f"{DESK}/speeches/{place.number}/points"

    client.post(f"{at}/1", data={"choice": "1:MINUSMA"})
    client.post(f"{at}/2", data={"choice": "other", "question": "2", "mission": "ALL"})
    unsaid = client.post(f"{at}/3", data={"choice": "other", "question": "", "mission": "ALL"})

    db.expire_all()
    decided = kept_as(db, place).decided
    assert {key: each["cell"] for key, each in decided.items()} == {
        "0": [1, "MINUSMA"],
        "1": [2, "ALL"],
    }
    assert unsaid.status_code == 422


@pytest.mark.parametrize("text", ["", "Thank you, Mr. President.", "x" * 100_001], ids=len)
def test_a_text_that_cannot_be_cut_is_refused(db: Session, cast: Cast, text: str) -> None:
    open_briefing(db, cast)

    with pytest.raises(Invalid):
        add_speech(db, cast.a_drafter, SLUG, text, "en", at=NOON)


def test_after_closing_it_can_be_read_and_not_used(db: Session, cast: Cast) -> None:
    briefing = open_briefing(db, cast)
    place = pasted(db, cast)
    close(db, briefing)

    assert speech_page(db, cast.a_drafter, place).refusal
    with pytest.raises(NotAllowed):
        decide(db, cast.a_drafter, place, 0, FIRST, at=NOON)
    assert db.scalars(select(DraftingAct)).all() == []
