from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.domain.occasions import (
    BEFORE_CORRECTIONS_END,
    BEFORE_DEADLINE,
    NEWS,
    Occasion,
    is_timely,
    reminder_due,
)
from app.domain.wall_time import from_new_york, in_new_york

DEADLINE = datetime(2026, 4, 3, 19, tzinfo=UTC)
LONG_AGO = DEADLINE - timedelta(days=30)
A_SECOND = timedelta(seconds=1)


def due(hours: float, since: datetime = LONG_AGO) -> Occasion | None:
    found = reminder_due(BEFORE_DEADLINE, DEADLINE, since, DEADLINE - timedelta(hours=hours))
    return found and found[0]


@pytest.mark.parametrize(
    ("hours", "occasion"),
    [(72.01, None), (72, Occasion.DUE_IN_72), (24.01, Occasion.DUE_IN_72),
     (24, Occasion.DUE_IN_24), (2, Occasion.DUE_IN_2), (0.01, Occasion.DUE_IN_2), (0, None),
     (-5, None)],
)  # fmt: skip
def test_the_nearest_hour_passed_is_due(hours: float, occasion: Occasion | None) -> None:
    assert due(hours) is occasion


def test_no_reminder_is_older_than_the_opening_itself() -> None:
    opened = DEADLINE - timedelta(hours=48)

    assert due(30, opened) is None
    assert due(23, opened) is Occasion.DUE_IN_24


@pytest.mark.parametrize("day", [date(2026, 3, 8), date(2026, 11, 1)])
def test_a_day_is_twenty_four_hours_even_when_the_clocks_change(day: date) -> None:
    """At noon after the change, noon of the day before is 23 or 25 hours away."""
    deadline = from_new_york(day, time(12))
    noon_before = from_new_york(day - timedelta(days=1), time(12))
    found = reminder_due(BEFORE_DEADLINE, deadline, LONG_AGO, deadline - timedelta(hours=24))

    assert found == (Occasion.DUE_IN_24, deadline - timedelta(hours=24))
    assert in_new_york(found[1]).hour == {3: 11, 11: 13}[day.month]
    assert deadline - noon_before != timedelta(hours=24)


def test_a_reminder_of_a_deadline_that_was_moved_is_not_timely() -> None:
    hour, now = DEADLINE - timedelta(hours=24), DEADLINE - timedelta(hours=20)

    assert is_timely(Occasion.DUE_IN_24, hour, DEADLINE, now)
    assert not is_timely(Occasion.DUE_IN_24, hour, DEADLINE + A_SECOND, now)
    assert not is_timely(Occasion.DUE_IN_24, hour, DEADLINE, DEADLINE)


def test_news_grows_old() -> None:
    for occasion in (Occasion.CLOSED, Occasion.ISSUED):
        assert is_timely(occasion, LONG_AGO, DEADLINE, LONG_AGO + NEWS - A_SECOND)
        assert not is_timely(occasion, LONG_AGO, DEADLINE, LONG_AGO + NEWS)


def test_corrections_are_reminded_of_at_the_same_hours() -> None:
    assert [*BEFORE_CORRECTIONS_END.values()] == [*BEFORE_DEADLINE.values()]
