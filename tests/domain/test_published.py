"""The last look, at what is published: every language says the same, and no number slips in."""

from typing import Any

import pytest

from app.domain.compiling import Compiler
from app.domain.gates.published import published
from app.domain.position import LANGUAGES
from app.formats.summary_json import summary_document
from tests.bundles import make_bundle, proceedings_of_bundle
from tests.domain.test_gates import MOMENT


def documents(rule: str = "non_attributed") -> dict[str, dict[str, Any]]:
    compiler = Compiler(proceedings_of_bundle(make_bundle(15, 2, 1, attribution=rule)))
    return {
        language: summary_document(compiler.summary(language), {}, computed_at=MOMENT, public=True)
        for language in LANGUAGES
    }


def tally(found: dict[str, dict[str, Any]], language: str) -> dict[str, Any]:
    said: list[dict[str, Any]] = found[language]["sentences"]
    return next(each for each in said if each["kind"] == "tally" and each["part"] == "II")


@pytest.mark.parametrize("rule", ["attributed", "counted", "non_attributed"])
def test_what_is_compiled_may_be_published(rule: str) -> None:
    assert list(published(documents(rule))) == []


def test_another_band_in_one_language_is_seen() -> None:
    found = documents()
    said = tally(found, "fr")
    said["text"] = said["text"].replace(
        "un tiers environ des membres au plus (ou aucun)", "deux tiers environ des membres ou plus"
    )
    assert f"{said['id']}: it does not say the same in every language" in list(published(found))


@pytest.mark.parametrize(
    ("name", "value"), [("members", ["M1"]), ("revisions", ["ab"]), ("outcome", "differing")]
)
def test_a_number_or_a_name_beside_a_band_is_seen(name: str, value: object) -> None:
    found = documents()
    tally(found, "en")[name] = value
    assert any("beside a band" in fault for fault in published(found))


def test_a_number_instead_of_a_band_is_seen() -> None:
    found = documents()
    for language in LANGUAGES:
        tally(found, language)["text"] = "4"
    assert any("not said in one band" in fault for fault in published(found))


def test_an_invisible_character_is_seen() -> None:
    found = documents()
    tally(found, "zh")["text"] += "\u200b"
    assert any("invisible" in fault for fault in published(found))
