"""Part II: every stratum of every cell has its sentence, with its exact number."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from app.domain.attribution import Attribution
from app.domain.compiling import compile_summary, synthesise
from app.domain.drafting import Drafting
from app.domain.phrasing import Speaker
from app.domain.position import Cell, Point, PointKind, Statement
from app.domain.proceedings import Position, Proceedings
from app.domain.sentence import Kind, Part, Sentence
from tests.bundles import make_bundle, proceedings_of_bundle, small_bundle

SCALE = ("v1", "v2", "v3", "v4", "v5", "v6")
WORDS = {
    "en": "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen",
    "zh": "无一 一 两 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五",
}


def partitions(total: int, parts: int, most: int = 15) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        if total <= most:
            yield (total,)
        return
    for first in range(min(total, most), -1, -1):
        for rest in partitions(total - first, parts - 1, first):
            yield (first, *rest)


def one_cell() -> Proceedings:
    bundle = make_bundle(15, 1, 1, filled=0)
    bundle["questions"][0]["scale"] = [{"code": v, "label": {"en": v.upper()}} for v in SCALE]
    return proceedings_of_bundle(bundle)


EMPTY = one_cell()


def position(member: int, value: str | None) -> Position:
    said = Statement(value, "" if value else "A view", "en")
    return Position(f"M{member}", Cell(1, "UNX1"), said, f"{member:064}", b"0" * 32)


def voting(choices: list[str]) -> Proceedings:
    named = {"text": None, "nothing": "nothing"}
    given = [position(n, named.get(each, each)) for n, each in enumerate(choices, 1)]
    return replace(EMPTY, positions=tuple(p for p in given if p.statement.assessment != "nothing"))


def register(proceedings: Proceedings) -> list[Sentence]:
    return [each for each in synthesise(proceedings) if each.part is Part.REGISTER]


def stratum(sentence: Sentence) -> str:
    return sentence.value or "text"


def says(language: str, text: str, count: int) -> bool:
    words = WORDS[language].split()
    if count == 15:
        return bool(
            re.search({"en": "all fifteen", "zh": "全部十五个"}[language], text, re.IGNORECASE)
        )
    wanted = rf"{words[count]} of the fifteen" if language == "en" else f"中有{words[count]}个"
    return bool(re.search(wanted, text, re.IGNORECASE))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_partition_of_fifteen_is_worded_with_its_numbers(language: str) -> None:
    strata = (*SCALE, "nothing_submitted", "text")
    speaker = Speaker.of(EMPTY, language)
    draw = random.Random(4)  # noqa: S311 - repeatable
    for counts in partitions(15, len(strata)):
        names = draw.sample(strata, len(strata))
        expected = Counter(dict(zip(names, counts, strict=True)))
        choices = [n.replace("nothing_submitted", "nothing") for n in expected.elements()]
        said = register(voting(choices))
        assert {stratum(each): each.count for each in said} == +expected
        assert sum(each.count or 0 for each in said) == 15 == said[0].of
        assert all(says(language, speaker.phrase(each), each.count or 0) for each in said)


def test_each_kind_of_nothing_has_a_sentence_of_its_own() -> None:
    said = register(voting(["v1"] * 3 + ["no_position"] * 2 + ["awaiting_instructions"] + ["text"]))
    assert [(each.kind, stratum(each), each.count) for each in said] == [
        (Kind.TALLY, "v1", 3),
        (Kind.ADDRESSED, "text", 1),
        (Kind.NOTHING, "no_position", 2),
        (Kind.NOTHING, "awaiting_instructions", 1),
        (Kind.NOTHING, "nothing_submitted", 8),
    ]


@pytest.mark.parametrize("rule", list(Attribution))
def test_every_revision_and_every_point_is_cited(rule: str) -> None:
    proceedings = proceedings_of_bundle(make_bundle(20, 4, 3, attribution=rule, invited=20))
    said = [each for each in synthesise(proceedings) if each.part is Part.REGISTER]
    cited = {hash_ for each in said for hash_ in each.revisions}
    worded = {(source.position.hash, source.index) for each in said for source in each.sources}
    assert cited == {each.hash for each in proceedings.positions}
    assert worded == {(p.hash, i) for p in proceedings.positions for i in range(len(p.points))}


def test_each_sentence_has_a_key_of_its_own() -> None:
    for rule in Attribution:
        for filled in (1, 0.5):
            bundle = make_bundle(attribution=rule, invited=5, filled=filled)
            bundle["positions"][0]["attribution"] = "non_attributed"
            keys = [each.key for each in synthesise(proceedings_of_bundle(bundle))]
            assert len(keys) == len(set(keys))


def test_invited_states_are_never_in_the_counts_of_members() -> None:
    without = make_bundle(15, 3, 2)
    with_guests = make_bundle(15, 3, 2, invited=6)
    members = {seat["code"] for seat in without["members"]}
    with_guests["positions"] = without["positions"] + [
        each for each in with_guests["positions"] if each["member"] not in members
    ]

    def of_members(bundle: dict[str, object]) -> list[tuple[object, ...]]:
        said = synthesise(proceedings_of_bundle(bundle))
        counted = [each for each in said if each.by == "member" and not each.sources]
        return [(s.key, s.count, s.of, s.seats) for s in counted if not s.pointer]

    assert of_members(with_guests) == of_members(without)


def test_an_invited_state_is_counted_among_the_invited_alone() -> None:
    bundle = small_bundle({"member": "M15", "assessment": "v1", "text": "A view."})
    bundle["members"][14]["council_member"] = False
    said = register(proceedings_of_bundle(bundle))
    invited = [each for each in said if each.by == "invited"]
    assert [(each.kind, each.count, each.of) for each in invited] == [
        (Kind.TALLY, 1, 1),
        (Kind.GROUP, 1, 1),
    ]
    assert {each.of for each in said if each.by == "member"} == {14}


def test_a_request_is_worded_as_a_request() -> None:
    bundle = small_bundle({"member": "M1", "text": "Report back."})
    bundle["positions"][0]["points"] = [{"start": 0, "end": 12, "kind": "request"}]
    summary = compile_summary(proceedings_of_bundle(bundle), "en")
    worded = [each for each in summary.sentences if each.sentence.sources]
    assert {each.sentence.kind for each in worded} == {Kind.REQUEST}
    assert "request to the Secretary-General" in worded[0].text


def test_a_text_not_reflected_is_counted_all_the_same() -> None:
    bundle = small_bundle({"member": "M1", "assessment": "v1", "text": "A view."})
    proceedings = proceedings_of_bundle(bundle)
    said = synthesise(
        proceedings, Drafting(not_reflected={proceedings.positions[0].hash: "Off the subject."})
    )
    assert [each for each in said if each.sources] == []
    assert [s.count for s in said if s.part is Part.REGISTER and s.value == "v1"] == [1]


def test_nobody_is_counted_as_silent_where_nobody_is_asked() -> None:
    said = register(proceedings_of_bundle(small_bundle()))
    assert {each.missions for each in said} == {("UNX1",), ("UNX2",)}
    assert {(each.value, each.count) for each in said} == {("nothing_submitted", 15)}


def test_points_of_one_text_do_not_betray_each_other_where_nobody_may_be_found_out() -> None:
    text = "We hold this view. We also hold that view. And there is a third."
    given = [{"member": f"M{n}", "text": text} for n in range(1, 16)]
    proceedings = proceedings_of_bundle(small_bundle(*given, attribution="non_attributed"))
    said = [each.seats for each in synthesise(proceedings) if each.sources]
    together = sum(a == b for a, b in pairwise(said))
    assert len(said) == 45
    assert together < 15


def test_the_order_of_points_is_drawn_and_not_the_order_of_arrival() -> None:
    given = [{"member": f"M{n}", "text": "A view."} for n in range(1, 16)]
    proceedings = proceedings_of_bundle(small_bundle(*given))
    said = [each.seats for each in synthesise(proceedings) if each.sources]
    backwards = replace(proceedings, positions=proceedings.positions[::-1])
    assert said != sorted(said)
    assert said == [each.seats for each in synthesise(backwards) if each.sources]


def test_a_point_keeps_its_kind() -> None:
    for kind in PointKind:
        bundle = small_bundle({"member": "M1", "text": "A view."})
        proceedings = proceedings_of_bundle(bundle)
        only = replace(proceedings.positions[0], points=(Point(0, 7, kind),))
        said = synthesise(replace(proceedings, positions=(only,)))
        wanted = Kind.REQUEST if kind is PointKind.REQUEST else Kind.GROUP
        assert {each.kind for each in said if each.sources} == {wanted}
