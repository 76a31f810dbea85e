"""Every public summary.json is written to its published schema, which lets nothing else pass."""

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from app.data import summary_schema
from app.domain.corrigendum import Change, Correction
from app.domain.gates import run_gates
from app.domain.position import LANGUAGES
from app.features.record.downloads import public_document
from app.formats.summary_json import encoded
from tests.features.record.test_frozen import MOMENT, RULES
from tests.formats.test_summary_paper import summary_in

SCHEMA = summary_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
CORRECTED = Correction(
    number=1,
    date=date(2017, 5, 1),
    reason="A name.",
    reason_language="en",
    corrects=1,
    is_public=True,
    changes={language: (Change("s1", "Before.", "After."),) for language in LANGUAGES},
)


def released(rule: str, language: str = "en", corrections: tuple[Correction, ...] = ()) -> Any:  # noqa: ANN401 - JSON
    """Give what would be released had a person worded it: test_api.py reads a real release."""
    summary = summary_in(language, rule)
    gates = {name: replace(gate, passed=True) for name, gate in run_gates(summary).items()}
    document = public_document(summary, {language: gates}, MOMENT, corrections)
    for each in document["sentences"]:
        each["confirmed"] = True
    return json.loads(encoded(document))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_release_is_written_to_the_schema(rule: str, language: str) -> None:
    VALIDATOR.validate(released(rule, language))
    VALIDATOR.validate(released(rule, language, (CORRECTED,)))


def test_everything_in_the_schema_is_described_and_nothing_else_let_in() -> None:
    def walk(node: dict[str, Any]) -> None:
        for part in node.get("properties", {}).values():
            assert part.get("description") or "$ref" in part, part
            walk(part)
        if node.get("type") == "object":
            assert "additionalProperties" in node
        for part in node.get("$defs", {}).values():
            assert part["description"]
            walk(part)

    walk({key: value for key, value in SCHEMA.items() if key != "allOf"})


def broken(document: Any, *path: object, value: object) -> Any:  # noqa: ANN401 - JSON
    found = deepcopy(document)
    place = found
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return found


@pytest.mark.parametrize(
    ("rule", "path", "value"),
    [
        ("counted", ("more",), 1),
        ("counted", ("sentences", 1, "author"), "M1"),
        ("counted", ("sentences", 1, "members"), ["M1"]),
        ("counted", ("sentences", 1, "confirmed"), "yes"),
        ("counted", ("sentences", 1, "count"), "two"),
        ("counted", ("computed_at",), "yesterday"),
        ("attributed", ("sentences", 1, "kind"), "vote"),
        ("non_attributed", ("sentences", 1, "count"), 3),
        ("non_attributed", ("sentences", 1, "revisions"), ["a" * 32]),
        ("non_attributed", ("coverage", "revisions"), 3),
    ],
)
def test_what_may_not_be_in_a_release_is_refused(
    rule: str, path: tuple[object, ...], value: object
) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate(broken(released(rule), *path, value=value))


def test_a_document_says_where_its_schema_is() -> None:
    assert released("counted")["$schema"] == SCHEMA["properties"]["$schema"]["const"]
