"""A corrigendum corrects words, and nothing that the public can count."""

from typing import Any

import pytest

from app.domain.compiling import compile_summary
from app.domain.corrigendum import KEPT, Change, changes, check_reason, hash_of
from app.domain.errors import Conflict, Invalid
from app.formats.summary_json import summary_document
from tests.bundles import make_bundle, proceedings_of_bundle
from tests.conftest import NOON


def document(rule: str = "counted") -> dict[str, Any]:
    proceedings = proceedings_of_bundle(make_bundle(6, 2, 1, attribution=rule))
    summary = compile_summary(proceedings, "en")
    return summary_document(summary, {}, computed_at=NOON, public=True)


def altered(name: str, value: object, at: int = 3) -> dict[str, Any]:
    other = document()
    other["sentences"][at] = other["sentences"][at] | {name: value}
    return other


@pytest.mark.parametrize("rule", ["attributed", "counted"])
def test_the_same_text_has_no_change_whatever_its_moment(rule: str) -> None:
    assert changes(document(rule), document(rule)) == ()


def test_other_words_are_found_sentence_by_sentence() -> None:
    before = document()

    found = changes(before, altered("text", "Other words."))

    assert found == (Change("s4", before["sentences"][3]["text"], "Other words."),)


@pytest.mark.parametrize("name", KEPT)
def test_nothing_else_may_be_another(name: str) -> None:
    with pytest.raises(Conflict, match="stands as issued"):
        changes(document(), altered(name, "another"))


def test_no_sentence_comes_or_goes() -> None:
    fewer = document()
    fewer["sentences"] = fewer["sentences"][:-1]

    for pair in ((document(), fewer), (fewer, document())):
        with pytest.raises(Conflict, match="adds no sentence"):
            changes(*pair)


def test_everything_a_sentence_says_of_its_count_is_kept() -> None:
    """What a new field would say of a sentence has to be decided about: words, or kept."""
    free = {"text", "revisions", "excerpt", "stale", "confirmed"}

    assert set(document()["sentences"][0]) == {*KEPT, *free}


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2_001, "Typed\u202e here"])
def test_a_reason_is_needed_that_everybody_may_read(reason: str) -> None:
    with pytest.raises(Invalid) as refusal:
        check_reason(reason)

    assert refusal.value.where == "reason"


def test_the_hash_is_of_row_number_reason_and_content() -> None:
    same = (1, 1, "a", "c")
    others = [(2, 1, "a", "c"), (1, 2, "a", "c"), (1, 1, "b", "c"), (1, 1, "a", "d")]

    assert len({hash_of(*each) for each in [same, *others]}) == 5
