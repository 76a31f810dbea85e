"""Opening, rewording, telling, waiting, issuing: nothing is issued that was not told in time."""

import re
from datetime import datetime

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Corrigendum, Event, Mail, Release, SentenceEdit, SummaryAct, Wording
from app.db.session import Sessions, atomic
from app.domain.corrigendum import Correction
from app.domain.errors import Conflict, Invalid, NotAllowed
from app.domain.lifecycle import BriefingState
from app.domain.occasions import Occasion
from app.features.briefings.queries import get_briefing
from app.features.corrigenda.service import issue_corrigendum
from app.features.grouping.service import Decision, gather
from app.features.record.freezing import freeze
from app.features.summaries.drafting import edit_sentence, leave_out, move_sentence, word_sentence
from app.features.summaries.pages import Place
from app.features.summaries.releasing import FrozenFile, Gates, Summaries
from app.features.summaries.undoing import undo
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.corrigenda.corrected import (
    FIRST,
    PLAINER,
    REASON,
    URL,
    begin,
    corrected,
    end_notice,
    issued_whole,
    post_issue,
    reword,
    shown_hash,
    sign,
    tell,
    told_hash,
    told_in_time,
)
from tests.features.mirror.staged import ALONE, CELL, points
from tests.features.summaries.small import (
    HOME,
    SLUG,
    circulated,
    clock,
    key_of,
    other_president,
    point_of,
    revision_of,
    text_of,
)

# What the database does for this is tested with what is published, on both engines.
pytestmark = pytest.mark.parametrize("sessions", ["sqlite"], indirect=True)


def releases(db: Session) -> int:
    found = db.scalar(select(func.count(Release.id))) or 0
    db.rollback()
    return found


@pytest.mark.parametrize("published", [True, False])
def test_a_corrigendum_becomes_the_next_release_and_the_state_stays(
    client: TestClient, db: Session, cast: Cast, *, published: bool
) -> None:
    issued_whole(db, cast, published=published)
    before = get_briefing(db, SLUG).state
    db.rollback()

    corrected(client, db, cast)

    assert releases(db) == 2
    assert get_briefing(db, SLUG).state is before
    assert before is (BriefingState.PUBLISHED if published else BriefingState.ISSUED)
    assert db.scalars(select(Release.published_at).where(Release.number == 2)).one() is None
    acts = list(db.scalars(select(Event.act).where(Event.act.startswith("corrigendum."))))
    assert acts == [
        *("corrigendum.opened", "corrigendum.told"),
        *("corrigendum.issue_signed", "corrigendum.issue_signed", "corrigendum.issued"),
    ]


def test_words_are_changed_again_only_while_one_is_open(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    with pytest.raises(NotAllowed):
        reword(db, cast)
    begin(client, cast)

    corrected_words = reword(db, cast)
    page = client.get(f"{HOME}/sentences/{FIRST}?language=en").text

    assert text_of(db, FIRST) == corrected_words
    assert "Save the sentence" in page
    assert "<ins>" in client.get(f"{URL}?language=en").text


def test_nothing_that_counts_is_changed_even_then(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    begin(client, cast)
    both, mine = [*points(db).values()], revision_of(db, "B")

    with pytest.raises(NotAllowed):
        gather(db, cast.officer, Decision(SLUG, CELL, 0), both, None, at=NOON)
    with pytest.raises(NotAllowed):
        leave_out(db, cast.officer, SLUG, mine, "Off the subject.", at=NOON)
    with pytest.raises(NotAllowed):
        move_sentence(db, cast.officer, Place(SLUG, FIRST, "en"), up=False, at=NOON)
    tally = key_of(db, "UNONE.tally.continue")
    with pytest.raises(Invalid):
        reword(db, cast, text_of(db, tally).replace("two of the three", "all three"), tally)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("gave", "did not give"),
        ("gave", "refused to give"),
        ("“continue”", "“continue”, while the rest of the Council agreed"),
    ],
)
def test_what_was_counted_is_not_denied_by_a_corrigendum(
    client: TestClient, db: Session, cast: Cast, old: str, new: str
) -> None:
    issued_whole(db, cast)
    begin(client, cast)
    key = key_of(db, "UNONE.tally.continue")
    issued = text_of(db, key)
    assert old in issued
    url = f"{HOME}/sentences/{key}?language=en"

    answer = client.post(
        url, data={"text": issued.replace(old, new), "basis": issued, "previous": ""}
    )

    assert answer.status_code == 422
    assert text_of(db, key) == issued


def test_an_edit_from_before_the_gate_is_told_to_nobody(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    begin(client, cast)
    key = key_of(db, "UNONE.tally.continue")
    issued = text_of(db, key)
    text = issued.replace("gave", "did not give")
    db.add(
        SentenceEdit(briefing_id=1, language="en", key=key, text=text, basis=issued, edited_at=NOON)
    )
    db.commit()

    assert tell(client, cast).status_code == 409
    assert not told_hash(db)


def test_it_is_not_issued_before_delegations_were_told_and_had_their_day(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    begin(client, cast)
    reword(db, cast)
    hash_now = shown_hash(client, cast)

    untold = post_issue(client, hash_now)
    assert untold.status_code == 409
    assert "have not been told" in untold.text
    tell(client, cast)
    early = post_issue(client, hash_now)
    assert early.status_code == 409
    assert "nothing is issued before" in early.text
    assert releases(db) == 1


def test_every_delegation_seated_is_written_to(client: TestClient, db: Session, cast: Cast) -> None:
    issued_whole(db, cast)
    begin(client, cast)
    reword(db, cast)

    tell(client, cast)
    written = select(Mail.user_id).where(Mail.occasion == Occasion.CORRIGENDUM)

    seated = ("a_focal", "b_signatory", "c_focal", "x_signatory")
    assert {cast.people[name].id for name in seated} <= set(db.scalars(written))


def test_another_text_is_told_anew_and_waits_anew(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    told_in_time(client, db, cast)
    reword(db, cast, PLAINER, "opening.responsibility")
    first = told_hash(db)

    stale = post_issue(client, first)
    fresh = post_issue(client, shown_hash(client, cast))
    tell(client, cast)

    assert (stale.status_code, fresh.status_code) == (409, 409)
    assert told_hash(db) != first
    assert sign(client, db, cast, cast.officer) == [409]


def test_two_different_people_issue_it(client: TestClient, db: Session, cast: Cast) -> None:
    issued_whole(db, cast)
    told_in_time(client, db, cast)

    assert sign(client, db, cast, cast.officer, cast.officer) == [303, 403]
    assert releases(db) == 1
    assert sign(client, db, cast, cast.president) == [303]
    assert releases(db) == 2


def test_an_act_from_before_delegations_were_told_anew_completes_nothing(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    computed = text_of(db, FIRST)
    told_in_time(client, db, cast)
    ours = text_of(db, FIRST)
    sign(client, db, cast, cast.officer)
    for words in (f"{ours} It was public.", ours):
        edit = {"basis": computed, "previous": text_of(db, FIRST)}
        edit_sentence(db, cast.officer, Place(SLUG, FIRST, "en"), words, **edit, at=clock(db))
        assert tell(client, cast).status_code == 303
    end_notice(db)

    sign(client, db, cast, cast.president)
    assert releases(db) == 1
    sign(client, db, cast, cast.officer)
    assert releases(db) == 2


def test_others_write_while_corrected_pages_are_made(
    client: TestClient, sessions: Sessions, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    told_in_time(client, db, cast)
    sign(client, db, cast, cast.officer)
    made: list[int] = []

    def slowly(
        summaries: Summaries, gates: Gates, at: datetime, corrections: tuple[Correction, ...]
    ) -> list[FrozenFile]:
        with sessions() as other, atomic(other):
            get_briefing(other, SLUG).symbol = "S/2026/1"
            made.append(len(corrections))
        return freeze(summaries, gates, at, corrections)

    with pytest.raises(Conflict, match="The text has changed"):
        issue_corrigendum(db, cast.president, SLUG, told_hash(db), freeze=slowly, at=clock(db))

    assert made == [1]
    assert releases(db) == 1


def test_corrected_pages_are_made_once(client: TestClient, db: Session, cast: Cast) -> None:
    issued_whole(db, cast)
    told_in_time(client, db, cast)
    made: list[int] = []

    def counted(
        summaries: Summaries, gates: Gates, at: datetime, corrections: tuple[Correction, ...]
    ) -> list[FrozenFile]:
        made.append(len(corrections))
        return freeze(summaries, gates, at, corrections)

    for actor in (cast.officer, cast.president):
        issue_corrigendum(db, actor, SLUG, told_hash(db), freeze=counted, at=clock(db))

    assert made == [1]
    assert releases(db) == 2


def test_without_a_change_there_is_nothing_to_tell(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    begin(client, cast)
    page = client.get(URL).text
    shown = re.search(r'<code dir="ltr">([\w<>]+)</code>', page)
    assert shown is not None

    answer = client.post(f"{URL}/tell", data={"hash": shown[1].replace("<wbr>", "")})

    assert answer.status_code == 409
    assert "nothing to correct" in answer.text


def words(db: Session) -> list[tuple[str, str, str, str]]:
    """Give the presidency's words for points, in the order in which they were first confirmed."""
    kept = select(Wording.language, Wording.key, Wording.text, Wording.beside).order_by(Wording.id)
    found = [tuple(row) for row in db.execute(kept)]
    db.rollback()
    return found


def test_abandoning_puts_every_word_back(client: TestClient, db: Session, cast: Cast) -> None:
    issued_whole(db, cast, worded=True)
    key, kept = point_of(db, "A"), words(db)
    before = {each: text_of(db, each) for each in (FIRST, key)}
    begin(client, cast)
    reword(db, cast)
    place = Place(SLUG, key, "en")
    word_sentence(
        db, cast.officer, place, "the mandate should go on", previous=f"{ALONE}.", at=NOON
    )
    assert words(db) != kept

    assert client.post(f"{URL}/abandon").status_code == 303

    assert {each: text_of(db, each) for each in before} == before
    assert words(db) == kept
    assert db.scalar(select(func.count(SentenceEdit.id))) == 0
    assert db.scalars(select(Corrigendum.number)).one() is None
    db.rollback()
    assert begin(client, cast).status_code == 303
    assert db.scalar(select(func.max(Corrigendum.number))) == 1


def test_abandoning_is_in_the_history_and_what_was_done_before_stands(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast, worded=True)
    last, confirmed = last_number(db), words(db)
    begin(client, cast)
    reword(db, cast)
    reword(db, cast, PLAINER, "opening.responsibility")
    undo(db, cast.officer, SLUG, seen=last + 2, at=NOON)

    client.post(f"{URL}/abandon")

    assert words(db) == confirmed
    history = client.get(f"/briefings/{SLUG}/summary/history").text
    assert history.count('id="act-') == last + 3 + 1


def test_undoing_in_a_corrigendum_reaches_nothing_from_before_it(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast, worded=True)
    before, confirmed = last_number(db), words(db)
    begin(client, cast)
    page = f"/briefings/{SLUG}/summary/history?language=en"

    untouched = client.get(page).text
    with pytest.raises(Conflict, match="Nothing is left"):
        undo(db, cast.officer, SLUG, seen=before, at=NOON)
    reword(db, cast)
    offered = client.get(page).text
    undo(db, cast.officer, SLUG, seen=before + 1, at=NOON)

    assert before > 0
    assert words(db) == confirmed
    assert "Undo the last change" not in untouched
    assert "Undo the last change" in offered
    with pytest.raises(Conflict, match="Nothing is left"):
        undo(db, cast.officer, SLUG, seen=before, at=NOON)


def last_number(db: Session) -> int:
    found = db.scalar(select(func.max(SummaryAct.number))) or 0
    db.rollback()
    return found


def test_whoever_signed_what_was_abandoned_has_signed_nothing_of_the_next(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    for _ in range(2):  # the same number, reason and words
        begin(client, cast)
        reword(db, cast)
        tell(client, cast)
        end_notice(db)
        assert sign(client, db, cast, cast.officer) == [303]
        assert releases(db) == 1
        cast.sign_in(client, cast.officer)
        client.post(f"{URL}/abandon")


def test_one_is_open_at_a_time_and_a_reason_is_kept_on_refusal(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    empty = begin(client, cast, " ")
    unknown = begin(client, cast, "Typed with care.", "ru")
    begin(client, cast)
    second = begin(client, cast, "Another.")

    assert (empty.status_code, unknown.status_code, second.status_code) == (422, 422, 409)
    assert "Say what is corrected" in empty.text
    assert "Typed with care." in unknown.text
    assert db.scalar(select(func.count(Corrigendum.id))) == 1


def test_before_issue_there_is_none(client: TestClient, db: Session, cast: Cast) -> None:
    circulated(db, cast)

    assert begin(client, cast).status_code == 403
    assert client.get(URL).status_code == 403


def test_delegations_read_what_changes_once_they_are_told(
    client: TestClient, db: Session, cast: Cast
) -> None:
    issued_whole(db, cast)
    begin(client, cast)
    reword(db, cast)
    cast.sign_in(client, cast.b_drafter)
    assert client.get(URL).status_code == 404
    assert URL not in client.get(HOME).text
    tell(client, cast)
    reword(db, cast, PLAINER, "opening.responsibility")
    cast.sign_in(client, cast.b_drafter)

    page = client.get(f"{URL}?language=en").text

    assert REASON in page
    assert "<ins>" in page
    assert PLAINER not in page  # written since, and told to nobody
    assert URL in client.get(HOME).text
    cast.sign_in(client, cast.officer)
    client.post(f"{URL}/abandon")
    cast.sign_in(client, cast.b_drafter)
    assert "has abandoned it" in client.get(URL).text


def test_nobody_else_opens_or_finds_one(client: TestClient, db: Session, cast: Cast) -> None:
    issued_whole(db, cast)

    for who in (cast.b_signatory, cast.administrator, other_president(db, cast)):
        cast.sign_in(client, who)
        assert client.get(URL).status_code == 404
        assert client.post(URL, data={"reason": "Ours.", "said_in": "en"}).status_code == 404
        for act in ("tell", "issue", "abandon"):
            assert client.post(f"{URL}/{act}", data={"hash": "0"}).status_code == 404
    assert db.scalar(select(func.count(Corrigendum.id))) == 0


def test_a_symbol_waits_for_the_end_of_the_notice(
    client: TestClient, db: Session, cast: Cast
) -> None:
    """Noted meanwhile it would change what delegations were told, and begin their time anew."""
    issued_whole(db, cast)
    begin(client, cast)
    reword(db, cast)
    tell(client, cast)
    told = told_hash(db)

    answer = client.post(f"/briefings/{SLUG}/letter/symbol", data={"symbol": "S/2026/105"})

    assert answer.status_code == 409
    assert "issued or abandoned" in answer.text
    assert "S/2026/105" in answer.text
    assert told_hash(db) == told
    assert "Delegations were told of exactly this." in client.get(URL).text
