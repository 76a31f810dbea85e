"""Whatever a delegation answers, the pages of every desk but the presidency's stay the same."""

import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from tests.cast import Cast
from tests.conftest import crawling
from tests.features.mirror.staged import (
    MIRROR,
    TOGETHER,
    grouped,
    many,
    paragraph,
    points,
    say,
    stand,
)
from tests.features.summaries.small import HOME, SLUG

pytestmark = crawling

OTHERS = ["visitor", "administrator", "a_signatory", "c_focal", "x_signatory"]
PAGES = (
    *("/briefings", f"/briefings/{SLUG}", HOME, MIRROR, f"{MIRROR}/s1", f"{MIRROR}/s9"),
    *(f"/briefings/{SLUG}/corrections", f"/briefings/{SLUG}/positions", "/en/record/"),
)


def seen(
    client: TestClient, cast: Cast, who: str, pages: tuple[str, ...] = PAGES
) -> list[tuple[int, str]]:
    cast.sign_in(client, cast.person(who))
    answers = [client.get(path) for path in pages]
    return [
        (each.status_code, re.sub(r"\d+ d \d+ h(?: \d+ min)? left", "", each.text))
        for each in answers
    ]


def mark_of_b(db: Session) -> str:
    return points(db)["B"].revision[:16] + ".1"


@pytest.mark.parametrize("rule", ["attributed", "counted", "non_attributed"])
@pytest.mark.parametrize("who", OTHERS)
def test_answers_leave_no_trace_elsewhere(
    client: TestClient, db: Session, cast: Cast, who: str, rule: str
) -> None:
    if rule == "non_attributed":
        many(db, cast)
    else:
        grouped(db, cast, rule, asked=("every",))
    sentence = paragraph(db, TOGETHER if rule != "non_attributed" else mark_of_b(db))
    before = seen(client, cast, who)
    cast.sign_in(client, cast.b_signatory)
    assert say(client, db, sentence, "not_ours", reason="Never said so.").status_code == 303
    assert stand(client, db, sentence, "oppose", text="Never.").status_code == 303

    assert seen(client, cast, who) == before
