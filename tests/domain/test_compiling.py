"""Compiling again after a revision: the same as anew, and only its own cell is touched."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from app.domain.compiling import Compiler, compile_summary
from app.domain.drafting import Drafting
from app.domain.position import Cell, Statement
from app.domain.proceedings import Position
from app.domain.sentence import Part, Sentence
from app.domain.summary import Summary
from app.formats.summary_json import encoded, summary_document
from tests.bundles import make_bundle, proceedings_of_bundle
from tests.conftest import NOON

RULES = ("attributed", "counted", "non_attributed")


def content(summary: Summary) -> bytes:
    return encoded(summary_document(summary, {}, computed_at=NOON))


def revision(of: Position, number: int) -> Position:
    statement = Statement(f"v{number % 3 + 1}", of.statement.text, of.statement.language)
    points = of.points[: number % 2 + 1] if number % 5 else ()
    return replace(of, hash=f"{number:064x}", statement=statement, points=points)


@pytest.mark.parametrize("rule", RULES)
def test_revised_it_is_as_if_compiled_anew(rule: str) -> None:
    proceedings = proceedings_of_bundle(make_bundle(15, 3, 2, attribution=rule))
    first = proceedings.positions[0]
    drafting = Drafting(not_reflected={first.hash: "Off the subject."})
    compiler = Compiler(proceedings, drafting)
    lot = Random(7)  # noqa: S311 - a test, not a secret
    for number in range(12):
        chosen = lot.choice(compiler.proceedings.positions)
        compiler.revise(revision(chosen, number))
        for language in ("en", "ar"):
            anew = compile_summary(compiler.proceedings, language, drafting)
            assert content(compiler.summary(language)) == content(anew)


def test_a_delegation_that_had_said_nothing_is_taken_in() -> None:
    proceedings = proceedings_of_bundle(make_bundle(15, 2, 2))
    *others, last = proceedings.positions
    compiler = Compiler(replace(proceedings, positions=tuple(others)))
    compiler.revise(last)
    assert content(compiler.summary("en")) == content(compile_summary(proceedings, "en"))


def test_what_others_said_elsewhere_is_worded_as_before() -> None:
    proceedings = proceedings_of_bundle(make_bundle(15, 3, 2))
    compiler = Compiler(proceedings)
    before = compiler.summary("en")
    revised = revision(proceedings.positions[20], 1)
    compiler.revise(revised)
    after = compiler.summary("en")

    def elsewhere(summary: Summary) -> dict[str, tuple[Sentence, str]]:
        return {
            each.sentence.key: (each.sentence, each.text)
            for each in summary.of_part(Part.REGISTER)
            if Cell(each.sentence.question or 0, each.sentence.missions[0]) != revised.cell
        }

    assert elsewhere(before) == elsewhere(after)
    assert before.sentences != after.sentences
    assert all(one.number + 1 == other.number for one, other in pairwise(after.sentences))
