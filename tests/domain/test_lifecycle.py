"""The states of a briefing, and the only ways between them."""

from datetime import date, timedelta

import pytest

from app.domain.errors import Conflict
from app.domain.lifecycle import BriefingState, advance, check_meeting_over

WAYS = {
    ("draft", "open"),
    ("open", "closed"),
    ("closed", "circulated"),
    ("circulated", "issued"),
    ("issued", "published"),
    ("draft", "withdrawn"),
    ("open", "withdrawn"),
    ("closed", "withdrawn"),
    ("circulated", "withdrawn"),
}
PAIRS = [(now, then) for now in BriefingState for then in BriefingState]
MEETING = date(2017, 4, 6)


@pytest.mark.parametrize(("now", "then"), PAIRS)
def test_a_briefing_goes_only_the_stated_ways(now: BriefingState, then: BriefingState) -> None:
    if (now.value, then.value) in WAYS:
        assert advance(now, then) is then
    else:
        with pytest.raises(Conflict, match=f"is {now} cannot become {then}"):
            advance(now, then)


def test_what_was_issued_is_never_withdrawn() -> None:
    for state in (BriefingState.ISSUED, BriefingState.PUBLISHED):
        with pytest.raises(Conflict):
            advance(state, BriefingState.WITHDRAWN)


@pytest.mark.parametrize("days", [-400, -1, 0])
def test_nothing_is_published_before_the_meeting_is_over(days: int) -> None:
    with pytest.raises(Conflict, match="publication comes after it"):
        check_meeting_over(MEETING, MEETING + timedelta(days))


def test_publication_waits_for_a_date() -> None:
    with pytest.raises(Conflict, match="Enter the date"):
        check_meeting_over(None, MEETING)


def test_the_day_after_the_meeting_is_early_enough() -> None:
    check_meeting_over(MEETING, MEETING + timedelta(1))
