"""A bundle is read whole or refused with the exact path of its first fault."""

import copy
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.bundle import read_bundle
from app.domain.errors import Invalid
from app.domain.position import MAX_TEXT, PointKind
from tests.bundles import make_bundle

DELETED = object()
LAST = "positions[5]"
# path of the value to replace, what to put there, path of the fault (None: the same)
FAULTS: list[tuple[str, Any, str | None]] = [
    ("briefing", DELETED, None),
    ("briefing", [], None),
    ("briefing.slug", DELETED, None),
    ("briefing.slug", "Not A Slug", None),
    ("briefing.slug", "a", None),
    ("briefing.slug", "x" * 81, None),
    ("briefing.slug", "../secret", None),
    ("briefing.slug", "tail\n", None),
    ("briefing.title", DELETED, None),
    ("briefing.title", {}, None),
    ("briefing.title", 3, None),
    ("briefing.title", {"de": "Titel"}, "briefing.title.de"),
    ("briefing.title", {"en": " "}, "briefing.title.en"),
    ("briefing.title", {"en": "A\u0000B"}, "briefing.title.en"),
    ("briefing.title", {"en": "A\ud800B"}, "briefing.title.en"),
    ("briefing.title", {"en": "A\u202eB"}, "briefing.title.en"),
    ("briefing.meeting_date", "6 April 2017", None),
    ("briefing.meeting_date", "2017-02-30", None),
    ("briefing.meeting_date", 20170406, None),
    ("briefing.presidency", "ZZZ", None),
    ("briefing.presidency", ["M1"], None),
    ("briefing.attribution", "secret", None),
    ("briefing.attribution", DELETED, None),
    ("briefing.attribution", True, None),
    ("briefing.languages", [], None),
    ("briefing.languages", "en", None),
    ("briefing.languages", ["en", "de"], "briefing.languages[1]"),
    ("briefing.languages", [["en"]], "briefing.languages[0]"),
    ("members", DELETED, None),
    ("members", [], None),
    ("members", {}, None),
    ("members[1]", "M2", None),
    ("members[1].code", "m2", None),
    ("members[1].code", "M1", None),
    ("members[1].code", "ABCDEFGHI", None),
    ("members[1].name", None, None),
    ("members[1].name", {"en": "A\u200bB"}, "members[1].name.en"),
    ("members[1].council_member", 1, None),
    ("members[1].council_member", "yes", None),
    ("groups", [3], "groups[0]"),
    ("groups", [{"code": "Five"}], "groups[0].members"),
    ("groups", [{"members": ["m1"]}], "groups[0].members[0]"),
    ("groups", [{"members": ["M1"]}], "groups[0].as_of"),
    ("groups", [{"members": ["M1"], "as_of": "2017-01-01"}], "groups[0].code"),
    ("groups", [{"members": [], "as_of": "2017-01-01", "code": "g"}], "groups[0].name"),
    ("missions", DELETED, None),
    ("missions[0].acronym", "ALL", None),
    ("missions[0].acronym", "a/b", None),
    ("missions[0].acronym", "..", None),
    ("missions[1].acronym", "UNX1", None),
    ("missions[0].mandate_expires", "soon", None),
    ("questions", [], None),
    ("questions[0].number", 0, None),
    ("questions[0].number", -1, None),
    ("questions[0].number", True, None),
    ("questions[0].number", 1.0, None),
    ("questions[0].number", float("nan"), None),
    ("questions[0].number", 10**40, None),
    ("questions[0].number", "1", None),
    ("questions[0].text", {}, None),
    ("questions[0].scale", [], None),
    ("questions[0].scale[0].code", "no_position", None),
    ("questions[0].scale[0].code", "nothing_submitted", None),
    ("questions[0].scale[1].code", "v1", None),
    ("questions[0].scale[0].code", "V 1", None),
    ("questions[0].scale[0].label", {"en": ""}, "questions[0].scale[0].label.en"),
    ("positions", DELETED, None),
    ("positions", {}, None),
    (LAST, None, None),
    (LAST, [], None),
    (f"{LAST}.member", "ZZZ", None),
    (f"{LAST}.member", 7, None),
    (f"{LAST}.member", DELETED, None),
    (f"{LAST}.mission", "UNX99", None),
    (f"{LAST}.mission", None, None),
    (f"{LAST}.question", 99, None),
    (f"{LAST}.question", True, None),
    (f"{LAST}.question", "1", None),
    (f"{LAST}.assessment", "v99", None),
    (f"{LAST}.assessment", "nothing_submitted", None),
    (f"{LAST}.assessment", 1, None),
    (f"{LAST}.assessment", "", None),
    (f"{LAST}.text", 5, None),
    (f"{LAST}.text", "x" * (MAX_TEXT + 1), None),
    (f"{LAST}.text", "A\u200bhidden mark", None),
    (f"{LAST}.text", "A\u202eoverride", None),
    (f"{LAST}.text", "A\u0000nothing", None),
    (f"{LAST}.text", "A\U000e0041tag", None),
    (f"{LAST}.text", "A\ud83dhalf", None),
    (f"{LAST}.language", "de", None),
    (f"{LAST}.language", "", None),
    (f"{LAST}.language", ["en"], None),
    (f"{LAST}.submitted_at", "yesterday", None),
    (f"{LAST}.submitted_at", DELETED, None),
    (f"{LAST}.submitted_at", 1491426000, None),
    (f"{LAST}.submitted_at", "0001-01-01T00:00:00+14:00", None),
    (f"{LAST}.attribution", "attributed", None),
    (f"{LAST}.attribution", "open", None),
    (f"{LAST}.attribution", 0, None),
    (f"{LAST}.attribution", "", None),
    (f"{LAST}.source", 5, None),
    (f"{LAST}.source", "javascript:alert(1)", None),
    (f"{LAST}.source", 'https://x.org/" onclick="x', None),
    (f"{LAST}.points", "all", None),
    (f"{LAST}.points", [3], f"{LAST}.points[0]"),
    (f"{LAST}.points", [{"start": 0}], f"{LAST}.points[0].end"),
    (f"{LAST}.points", [{"start": False, "end": 3}], f"{LAST}.points[0].start"),
    (f"{LAST}.points", [{"start": 0, "end": 3.0}], f"{LAST}.points[0].end"),
    (f"{LAST}.points", [{"start": 0, "end": 10**30}], f"{LAST}.points[0]"),
    (f"{LAST}.points", [{"start": -1, "end": 3}], f"{LAST}.points[0]"),
    (f"{LAST}.points", [{"start": 3, "end": 3}], f"{LAST}.points[0]"),
    (f"{LAST}.points", [{"start": 0, "end": 5}, {"start": 4, "end": 7}], f"{LAST}.points[1]"),
    (f"{LAST}.points", [{"start": 0, "end": 3, "kind": "vote"}], f"{LAST}.points[0].kind"),
    (f"{LAST}.points", [{"start": 0, "end": 3, "kind": ""}], f"{LAST}.points[0].kind"),
    (f"{LAST}.points", [{"start": 0, "end": 3, "kind": 0}], f"{LAST}.points[0].kind"),
]


def good() -> dict[str, Any]:
    bundle = make_bundle(3, 2, 1)
    bundle["positions"][5] |= {"text": "A view of ours.", "language": "en", "assessment": "v1"}
    return bundle


def put(document: dict[str, Any], path: str, value: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    place: Any = document
    *way, last = path.replace("]", "").replace("[", ".").split(".")
    for step in way:
        place = place[int(step)] if step.isdigit() else place[step]
    key: Any = int(last) if last.isdigit() else last
    if value is DELETED:
        del place[key]
    else:
        place[key] = value
    return document


def fault_of(document: object) -> Invalid:
    with pytest.raises(Invalid) as refused:
        read_bundle(document)
    return refused.value


@pytest.mark.parametrize(("path", "value", "where"), FAULTS)
def test_a_fault_names_its_exact_path(path: str, value: Any, where: str | None) -> None:  # noqa: ANN401 - JSON
    fault = fault_of(put(good(), path, value))
    assert fault.where == (where or path)
    assert str(fault).startswith(fault.where + ": ")


@pytest.mark.parametrize("document", [None, [], "text", 3, True])
def test_a_document_is_an_object(document: object) -> None:
    assert fault_of(document).where == "bundle"


def test_a_second_position_in_a_cell_is_refused() -> None:
    bundle = good()
    bundle["positions"].append(copy.deepcopy(bundle["positions"][0]))
    assert fault_of(bundle).where == "positions[6]"


def test_neither_assessment_nor_text_is_no_position() -> None:
    bundle = good()
    bundle["positions"][2] |= {"assessment": None, "text": " \n"}
    assert fault_of(bundle).where == "positions[2].text"


def test_a_looser_rule_than_the_briefing_s_is_refused() -> None:
    rules = ["attributed", "counted", "non_attributed"]
    for strictness, rule in enumerate(rules):
        for own in rules:
            bundle = put(put(good(), "briefing.attribution", rule), f"{LAST}.attribution", own)
            if rules.index(own) < strictness:
                assert fault_of(bundle).where == f"{LAST}.attribution"
            else:
                assert read_bundle(bundle).positions[5].attribution == own


@pytest.mark.parametrize("extra", ["\ud800", json.loads("[" * 900 + "]" * 900)])
def test_what_cannot_be_spelled_is_refused(extra: object) -> None:
    deep = extra
    for _ in range(200_000 if isinstance(extra, list) else 0):
        deep = [deep]
    assert fault_of(good() | {"remark": deep}).where == "bundle"


def test_the_first_fault_is_the_one_told() -> None:
    bundle = put(put(good(), "members[0].code", "?"), "members[2].code", "?")
    assert fault_of(bundle).where == "members[0].code"


def test_a_title_may_be_a_bare_text() -> None:
    assert read_bundle(put(good(), "briefing.title", "Review")).title == {"en": "Review"}


def test_optional_things_may_be_left_out() -> None:
    bundle = good()
    for name in ("meeting_date", "presidency"):
        del bundle["briefing"][name]
    del bundle["missions"][0]["mandate_expires"]
    bundle["positions"] = [
        {"member": "M1", "mission": "ALL", "question": 1, "assessment": "v1"}
        | {"submitted_at": "2017-04-05T21:00:00Z"}
    ]
    (position,) = read_bundle(bundle).positions
    assert (position.cell.mission, position.statement.text) == ("ALL", "")
    assert (position.statement.language, position.points) == ("en", None)


def test_a_text_may_stand_without_an_assessment() -> None:
    position = read_bundle(put(good(), f"{LAST}.assessment", None)).positions[5]
    assert (position.statement.assessment, position.statement.text) == (None, "A view of ours.")


def test_moments_are_kept_in_universal_time() -> None:
    for text in ("2017-04-05T23:00:00+02:00", "2017-04-05T21:00:00Z", "2017-04-05T21:00:00"):
        position = read_bundle(put(good(), f"{LAST}.submitted_at", text)).positions[5]
        assert position.submitted_at == datetime(2017, 4, 5, 21, tzinfo=UTC)
        assert position.submitted_at.isoformat().endswith("+00:00")


def test_points_keep_their_kinds() -> None:
    points = [{"start": n, "end": n + 1, "kind": kind} for n, kind in enumerate(PointKind)]
    bundle = put(put(good(), f"{LAST}.text", "abcdefgh"), f"{LAST}.points", points)
    found = read_bundle(bundle).positions[5].points or ()
    assert [point.kind for point in found] == list(PointKind)


def test_no_points_is_not_the_same_as_points_left_to_be_cut() -> None:
    assert read_bundle(put(good(), f"{LAST}.points", [])).positions[5].points == ()
    assert read_bundle(put(good(), f"{LAST}.points", None)).positions[5].points is None


def test_the_digest_depends_on_the_content_and_not_on_its_spelling() -> None:
    bundle = good()
    respelled = json.loads(json.dumps(bundle, indent=3, sort_keys=True))
    assert read_bundle(bundle).digest == read_bundle(respelled).digest
    assert read_bundle(put(good(), "briefing.title", "Other")).digest != read_bundle(bundle).digest


def test_declared_groups_keep_members_who_are_not_seated() -> None:
    listed = {"code": "five", "name": "Five", "members": ["M1", "FRA"], "source": "A list"}
    bundle = make_bundle(2, 1, 1) | {"groups": [listed | {"as_of": "2017-01-01"}]}

    (group,) = read_bundle(bundle).groups

    assert (group.code, group.members, group.as_of.year) == ("five", ("M1", "FRA"), 2017)
