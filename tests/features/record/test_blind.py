"""What a non-attributed record gives away: the same bytes, whoever said what within its bands."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.bundles import small_bundle
from tests.features.record import test_frozen
from tests.features.record.test_frozen import MOMENT, frozen

LANGUAGES = ("en", "fr", "ru")


def bundle(*choices: int, members: int = 15, **briefing: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Let so many members, from the last seat on, choose each value in turn."""
    values = [f"v{value}" for value, count in enumerate(choices, 1) for _ in range(count)]
    given = [{"member": f"M{members - at}", "assessment": value} for at, value in enumerate(values)]
    return small_bundle(*given, members=members, attribution="non_attributed", **briefing)


@pytest.mark.parametrize("other", [(10, 0, 5), (15,), (11, 4), (12, 1, 1, 1)])
def test_no_byte_tells_how_many_spoke_or_who(other: tuple[int, ...]) -> None:
    """Pages, JSON and CSV, in every language: numbers within a band make no difference."""
    assert frozen(bundle(10, 5), LANGUAGES) == frozen(bundle(*other), LANGUAGES)


def test_a_cell_withheld_for_its_number_tells_nothing_of_who_spoke() -> None:
    few, many = (frozen(bundle(count, members=9), LANGUAGES) for count in (0, 9))
    assert few == many


def test_a_refused_cell_tells_nothing_of_its_numbers() -> None:
    assert frozen(bundle(8, 7), LANGUAGES) == frozen(bundle(6, 9), LANGUAGES)


def test_a_reason_stands_once_however_many_it_was_given_for() -> None:
    data = json.loads(frozen(bundle(5, members=9), ("en",))["en", "summary.json"])
    assert [each["revision"] for each in data["coverage"]["not_reflected"]] == [None]


def test_tokens_of_two_texts_have_nothing_in_common(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = small_bundle({"member": "M1", "assessment": "v1"}, attribution="counted")

    def tokens() -> set[str]:
        data = json.loads(frozen(counted, ("en",))["en", "summary.json"])
        return {token for each in data["sentences"] for token in each["revisions"]}

    first = tokens()
    monkeypatch.setattr(test_frozen, "MOMENT", MOMENT + timedelta(days=1))
    assert first
    assert not first & tokens()
