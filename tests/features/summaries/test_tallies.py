"""Missions by questions: the counts of the summary itself, and bands where nobody may be found."""

import re
from html import unescape

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.domain.bundle import read_bundle
from app.domain.lifecycle import BriefingState
from app.domain.position import OFF_SCALE
from app.domain.proceedings import Standing
from app.domain.sentence import Kind, Part
from app.domain.summary import Summary
from app.domain.wording import wording_in
from app.features.briefings.queries import get_briefing
from app.features.positions.load import Loading, load_bundle
from app.features.summaries.releasing import compile_briefing
from app.features.summaries.tallies import TalliesPage, tallies_page
from tests.bundles import make_bundle
from tests.cast import Cast
from tests.conftest import NOON
from tests.features.briefings.test_show import counted_queries
from tests.features.summaries.small import HOME, SLUG, closed, other_president

PAGE = f"{HOME}/tallies"


def filled(db: Session, cast: Cast, members: int, rule: str, *, missions: int = 3) -> Summary:
    document = make_bundle(members, missions, 2, attribution=rule, slug=SLUG, filled=0.8, invited=1)
    load_bundle(db, read_bundle(document), Loading("Test"), at=NOON)
    get_briefing(db, SLUG).presidency_id = cast.presidency.id
    db.commit()
    summary = compile_briefing(db, get_briefing(db, SLUG), ("en",))["en"]
    db.rollback()
    return summary


def of_members(summary: Summary) -> dict[tuple[int, str, str], int]:
    """Give what part II counts, by question, mission and what was chosen."""
    return {
        (each.sentence.question or 0, each.sentence.missions[0], each.sentence.value or "text"): (
            each.sentence.count or 0
        )
        for each in summary.of_part(Part.REGISTER)
        if each.sentence.by is Standing.MEMBER
        and each.sentence.kind in {Kind.TALLY, Kind.ADDRESSED, Kind.NOTHING}
    }


def shown(page: TalliesPage) -> dict[tuple[int, str, str], int]:
    scale = ("v1", "v2", "v3", "v4", "text", *OFF_SCALE, "nothing_submitted")
    return {
        (cell.question, row.label, value): segment.count
        for row in page.rows
        for cell in row.cells
        if cell
        for value, segment in zip(scale, cell.segments, strict=True)
        if segment.count
    }


@pytest.mark.parametrize("members", [4, 15])
def test_every_number_is_the_summarys_and_every_seat_is_drawn_once(
    db: Session, cast: Cast, members: int
) -> None:
    summary = filled(db, cast, members, "counted")

    page = tallies_page(db, cast.officer, SLUG, language="en")

    assert shown(page) == of_members(summary)
    cells = [cell for row in page.rows for cell in row.cells if cell]
    assert {sum(segment.count for segment in cell.segments) for cell in cells} == {members}
    assert {cell.of for cell in cells} == {members}
    assert page.members == members


def test_a_cell_leads_to_its_first_sentence(client: TestClient, db: Session, cast: Cast) -> None:
    filled(db, cast, 15, "counted")
    cast.sign_in(client, cast.officer)

    page = client.get(f"{PAGE}?language=en").text
    links = re.findall(
        r'href="(/briefings/review/summary\?language=en&amp;question=\d)#(.+?)"', page
    )

    assert len(links) == 6
    for address, anchor in links:
        assert f'id="{anchor}"' in client.get(address.replace("&amp;", "&")).text


def test_a_cell_says_its_label_its_marks_and_its_counts_in_words(
    client: TestClient, db: Session, cast: Cast
) -> None:
    closed(db, cast)
    cast.sign_in(client, cast.officer)

    page = unescape(client.get(f"{PAGE}?language=en").text)

    assert "Differing" in page
    assert "All who expressed themselves the same" in page
    assert 'aria-label="continue: 2; close: 1"' in page
    assert "<bdi>continue</bdi>\xa02 · <bdi>close</bdi>\xa01" in page
    assert "<bdi>No position</bdi>\xa01 · <bdi>Nothing submitted</bdi>\xa01" in page
    assert "1 of 3 gave an assessment" in page  # beside the label, which counts whoever did
    assert page.count('<i class="seat seat--') >= 6
    assert "Invited States are never counted" in page
    assert "Delegation" not in page.partition("<main")[2]


def test_for_many_members_a_bar_stands_for_marks(
    client: TestClient, db: Session, cast: Cast
) -> None:
    filled(db, cast, 40, "counted")
    cast.sign_in(client, cast.officer)

    page = client.get(f"{PAGE}?language=en").text
    table = page.partition("<table")[2].partition("</table>")[0]

    assert table.count("seat-strip--bar") == 6
    assert '<i class="seat' not in table


@pytest.mark.parametrize("members", [15, 20, 40])
def test_where_nobody_may_be_found_out_there_is_no_number_no_label_no_strip(
    client: TestClient, db: Session, cast: Cast, members: int
) -> None:
    summary = filled(db, cast, members, "non_attributed")
    cast.sign_in(client, cast.officer)

    page = client.get(f"{PAGE}?language=en").text
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]

    assert "seat-strip" not in table
    assert not re.search(r"(?<![vX\d])\d+ ?[,·]|of \d|Differing|All ", table)
    said = {
        (each.sentence.question, each.sentence.mission)
        for each in summary.of_part(Part.REGISTER)
        if each.sentence.band is not None and each.sentence.by is Standing.MEMBER
    }
    found = tallies_page(db, cast.officer, SLUG, language="en")
    banded = {
        (cell.question, row.label)
        for row in found.rows
        for cell in row.cells
        if cell and cell.bands
    }
    assert banded == said
    apart = sum(1 for row in found.rows for cell in row.cells if cell and not cell.bands)
    assert table.count("Not given by itself") == apart


def test_bands_are_those_of_the_summary(db: Session, cast: Cast) -> None:
    summary = filled(db, cast, 20, "non_attributed", missions=6)
    bands = {
        each.sentence.key: each.sentence.band
        for each in summary.of_part(Part.REGISTER)
        if each.sentence.band is not None and each.sentence.by is Standing.MEMBER
    }
    words = wording_in("en").band["member"]
    page = tallies_page(db, cast.officer, SLUG, language="en")

    said = [
        line.words
        for row in page.rows
        for cell in row.cells
        if cell
        for line in cell.bands
        for _ in line.marks
    ]
    assert sorted(said) == sorted(words[band].rstrip(",") for band in bands.values())
    assert said


def test_one_position_stricter_than_the_rest_hides_its_cell(db: Session, cast: Cast) -> None:
    document = make_bundle(15, 1, 1, slug=SLUG)
    document["positions"][0]["attribution"] = "non_attributed"
    load_bundle(db, read_bundle(document), Loading("Test"), at=NOON)
    get_briefing(db, SLUG).presidency_id = cast.presidency.id
    db.commit()

    page = tallies_page(db, cast.officer, SLUG, language="en")

    (cell,) = [cell for row in page.rows for cell in row.cells]
    assert cell
    assert (cell.segments, cell.outcome) == ((), None)


def test_nobody_but_the_presidency_sees_it_and_only_after_closing(
    client: TestClient, db: Session, cast: Cast
) -> None:
    briefing = closed(db, cast)
    for who, status in (
        (cast.officer, 200),
        (cast.b_signatory, 404),
        (cast.administrator, 404),
        (other_president(db, cast), 404),
    ):
        cast.sign_in(client, who)
        assert client.get(PAGE).status_code == status
    briefing.state = BriefingState.OPEN
    db.commit()
    cast.sign_in(client, cast.officer)
    assert client.get(PAGE).status_code == 403


@pytest.mark.parametrize("members", [15, pytest.param(193, marks=pytest.mark.long)])
def test_it_takes_few_queries(client: TestClient, db: Session, cast: Cast, members: int) -> None:
    filled(db, cast, members, "counted")
    cast.sign_in(client, cast.officer)

    with counted_queries(db) as asked:
        assert client.get(PAGE).status_code == 200

    assert len(asked) <= 8, asked
