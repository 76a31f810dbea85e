"""Asks are the sentences of the register, under its rule: no name and no number beyond them."""

import pytest

from app.domain.asks import Asked, asks_of
from app.domain.compiling import Compiler
from app.domain.owners import Owner
from app.domain.position import LANGUAGES, PointKind
from app.domain.proceedings import Proceedings
from app.domain.sentence import Kind
from tests.bundles import proceedings_of_bundle, small_bundle

REQUEST = "We request the Secretariat to report within ninety days."
UNNAMED = "A report within ninety days is requested."
PROPOSAL = "We propose a joint plan."
VIEW = "The process is slow."


def proceedings(rule: str, *texts: str) -> Proceedings:
    said = [
        {
            "member": f"M{number}",
            "assessment": "v1",
            "text": text,
            "points": [{"start": 0, "end": len(text), "kind": kind}],
        }
        for number, (text, kind) in enumerate(
            [(REQUEST, "request"), (UNNAMED, "request"), (PROPOSAL, "proposal"), (VIEW, "view")], 1
        )
        if text in texts
    ]
    return proceedings_of_bundle(small_bundle(*said, attribution=rule, languages=list(LANGUAGES)))


def asked(rule: str, *texts: str) -> list[Asked]:
    compiler = Compiler(proceedings(rule, *(texts or (REQUEST, PROPOSAL, VIEW))))
    return list(asks_of({language: compiler.summary(language) for language in LANGUAGES}))


def test_views_ask_for_nothing() -> None:
    assert {each.kind for each in asked("attributed")} == {PointKind.REQUEST, PointKind.PROPOSAL}


def test_the_whole_sentence_is_kept_and_what_it_asks_beside_it() -> None:
    compiler = Compiler(proceedings("attributed", REQUEST))
    summary = compiler.summary("en")
    (sentence,) = [
        each
        for each in summary.sentences
        if each.sentence.kind is Kind.REQUEST and each.sentence.part.value == "II"
    ]
    (found,) = asked("attributed", REQUEST)

    assert found.texts["en"] == sentence.text
    assert found.paragraph == sentence.number
    assert found.words["en"] == f"“{REQUEST}”"
    assert found.words["fr"].startswith(f"«\N{NO-BREAK SPACE}{REQUEST}")
    assert set(found.texts) == set(LANGUAGES)
    assert found.owner is Owner.SECRETARIAT


@pytest.mark.parametrize(
    ("rule", "seats", "count"),
    [("attributed", ("M1",), 1), ("counted", (), 1), ("non_attributed", (), None)],
)
def test_names_and_numbers_are_those_of_the_rule(
    rule: str, seats: tuple[str, ...], count: int | None
) -> None:
    (found,) = asked(rule, REQUEST)

    assert (found.seats, found.count) == (seats, count)
    if rule != "attributed":
        assert "M1" not in repr(found)


def test_only_a_request_that_names_nobody_is_the_secretary_generals() -> None:
    owners = {each.kind: each.owner for each in asked("attributed")}
    (unnamed,) = asked("attributed", UNNAMED)

    assert owners == {PointKind.REQUEST: Owner.SECRETARIAT, PointKind.PROPOSAL: None}
    assert (unnamed.kind, unnamed.owner) == (PointKind.REQUEST, Owner.SECRETARY_GENERAL)
