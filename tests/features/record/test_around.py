"""What stands beside the sentences: documents cited, the day of the meeting, what was corrected."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar
from lxml import html

from app.domain.compiling import compile_summary
from app.domain.corrigendum import Change, Correction
from app.domain.drafting import Drafting
from app.features.record.freezing import freeze
from app.features.record.references import reference
from tests.bundles import make_bundle, proceedings_of_bundle

MOMENT = datetime(2017, 4, 10, 12, tzinfo=UTC)
CHANGED = Correction(
    number=1,
    date=date(2017, 4, 12),
    reason="La date était fausse.",
    reason_language="fr",
    corrects=1,
    is_public=True,
    changes={"en": (Change("s1", "On 6 May it met.", "On 6 April it met."),)},
)


def files(*corrections: Correction, **changes: object) -> dict[str, bytes]:
    proceedings = proceedings_of_bundle(make_bundle(4, 1, 1, attribution="counted"))
    summary = compile_summary(replace(proceedings, **changes), "en", Drafting())  # type: ignore[arg-type]  # fields of proceedings
    return {
        file.path: file.content for file in freeze({"en": summary}, {"en": {}}, MOMENT, corrections)
    }


@pytest.mark.parametrize(
    ("symbol", "path"),
    [
        ("S/2017/287", "S/2017/287"),
        ("S/RES/2286 (2016)", "S/RES/2286(2016)"),
        ("S/PV.7918", "S/PV.7918"),
        ("A/RES/72/1", "A/RES/72/1"),
        ("A/72/926–S/2018/669", "A/72/926"),
        ("S/2017/287/Add.1", "S/2017/287/Add.1"),
        ("E/2017/1", ""),
        ('S/2017/"onload=x', ""),
        ("S/../evil", ""),
        ("Saturday", ""),
    ],
)
def test_a_symbol_of_the_council_or_the_assembly_leads_to_its_document(
    symbol: str, path: str
) -> None:
    expected = f"https://docs.un.org/fr/{path}" if path else ""
    assert reference(symbol, "fr").href == expected


def test_documents_cited_are_linked_where_their_address_is_known() -> None:
    page = html.document_fromstring(files(references=("S/2017/287", "E/2017/1"))[""].decode())
    cited = page.xpath("//h2[@id='references']/following-sibling::ul[1]/li")
    assert [each.text_content().strip() for each in cited] == ["S/2017/287", "E/2017/1"]
    assert [each.xpath(".//a/@href") for each in cited] == [
        ["https://docs.un.org/en/S/2017/287"],
        [],
    ]


def test_the_day_of_the_meeting_can_be_kept_if_it_is_known() -> None:
    (event,) = Calendar.from_ical(files()["meeting.ics"]).walk("VEVENT")
    assert event["dtstart"].dt == date(2017, 4, 6)
    assert event["class"] == "PUBLIC"
    assert str(event["summary"]) == "Review of invented operations"
    assert "url" not in event
    unknown = files(meeting_date=None)
    assert "meeting.ics" not in unknown
    assert b"meeting.ics" not in unknown[""]


def test_what_was_corrected_is_shown_word_by_word_with_its_reason() -> None:
    release = files(CHANGED)
    page = html.document_fromstring(release["changes/"].decode())
    assert page.xpath("//ol//del")[0].text_content().split("]")[1].split("[")[0].strip() == "May"
    assert page.xpath("//ol//ins")[0].text_content().split("]")[1].split("[")[0].strip() == "April"
    (reason,) = page.xpath("//main//p[@lang='fr']")
    assert reason.text_content() == CHANGED.reason
    assert "12 April 2017" in page.xpath("//h2[@id='c1']")[0].text_content()
    assert "/en/record/filled/releases/1/" in page.xpath("//main//a/@href")
    assert "../sentences/s1/" in page.xpath("//main//a/@href")
    assert "changes/#c1" in html.document_fromstring(release[""].decode()).xpath("//a/@href")
    assert "changes/" not in files()
