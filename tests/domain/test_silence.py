"""Silence: the stamp decides, to the millisecond, and what is closed stays closed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.errors import Conflict, Invalid
from app.domain.silence import (
    SETTLE,
    Objection,
    Outcome,
    Stage,
    blocks_issue,
    check_extension,
    check_objection,
    is_in_time,
    may_close,
    outcome_of,
    stage_of,
)
from app.domain.wall_time import from_new_york

END = datetime(2026, 4, 3, 19, tzinfo=UTC)
MS = timedelta(milliseconds=1)
HOUR = timedelta(hours=1)
SAID = "One member wished to “continue”."
BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.mark.parametrize(
    ("after", "outcome"),
    [(-MS, Outcome.BROKEN), (0 * MS, Outcome.BROKEN), (MS, Outcome.NOT_OBJECTED)],
)
def test_an_arrival_at_the_very_end_counts_and_none_after_it(
    after: timedelta, outcome: Outcome
) -> None:
    assert outcome_of([END + after], END) is outcome
    assert is_in_time(END + after, END) is (outcome is Outcome.BROKEN)
    assert stage_of(None, END, END + after) is (Stage.ENDED if after > 0 * MS else Stage.RUNNING)


def test_one_objection_in_time_breaks_silence_whatever_else_came() -> None:
    late = [END + MS, END + HOUR]

    assert outcome_of([], END) is Outcome.NOT_OBJECTED
    assert outcome_of(late, END) is Outcome.NOT_OBJECTED
    assert outcome_of([*late, END - HOUR], END) is Outcome.BROKEN


@pytest.mark.parametrize(("after", "may"), [(-MS, False), (0 * MS, False), (MS, True)])
def test_it_closes_only_once_all_that_was_on_its_way_has_settled(
    after: timedelta, may: bool
) -> None:
    assert may_close(END, END + SETTLE + after) is may


def test_it_is_extended_only_later_and_only_before_its_end() -> None:
    check_extension(END + MS, END, END - MS, None)
    for wanted in (END, END - HOUR):
        with pytest.raises(Invalid, match="later time"):
            check_extension(wanted, END, END - HOUR, None)
    for now in (END, END + MS):
        with pytest.raises(Conflict, match="before its end"):
            check_extension(END + HOUR, END, now, None)


@pytest.mark.parametrize("outcome", Outcome)
def test_what_is_closed_is_never_opened_again_not_even_by_a_clock_stepping_back(
    outcome: Outcome,
) -> None:
    with pytest.raises(Conflict, match="never opened again"):
        check_extension(END + HOUR, END, END - HOUR, outcome)
    assert stage_of(outcome, END, END - HOUR) is Stage(outcome.value)


@pytest.mark.parametrize("stage", Stage)
def test_only_a_draft_nobody_objected_to_is_issued(stage: Stage) -> None:
    assert (blocks_issue(stage, "noon") is None) is (stage is Stage.NOT_OBJECTED)


@pytest.mark.parametrize(
    ("objection", "said", "where"),
    [
        (Objection(9, "Why."), None, "paragraph"),
        (Objection(1, " \n"), SAID, "reason"),
        (Objection(1, "Why.", SAID), SAID, "proposal"),
        (Objection(1, "x" * 4001), SAID, "reason"),
        (Objection(1, "Why.", "x" * 4001), SAID, "proposal"),
        (Objection(1, "Why\u202e"), SAID, "reason"),
        (Objection(1, "Why.", "No\u200b"), SAID, "proposal"),
    ],
)
def test_an_objection_names_a_sentence_and_gives_its_reason(
    objection: Objection, said: str | None, where: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        check_objection(objection, said)

    assert refusal.value.where == where


def test_what_it_would_have_instead_may_be_left_open() -> None:
    assert check_objection(Objection(1, " Why. ", " "), SAID) == Objection(1, "Why.")


@pytest.mark.parametrize(
    ("day", "clock", "why"),
    [(date(2026, 11, 1), time(1, 30), "twice"), (date(2027, 3, 14), time(2, 30), "skip")],
)
def test_an_end_that_new_yorks_clocks_show_twice_or_never_is_refused_and_explained(
    day: date, clock: time, why: str
) -> None:
    with pytest.raises(Invalid, match=why) as refusal:
        from_new_york(day, clock)

    assert refusal.value.where == "deadline_time"


@pytest.mark.parametrize(
    ("moment", "offset"),
    [
        ("2026-10-24T20:29:59.999", 2),  # 02:30 in Brussels, the first time
        ("2026-10-24T21:30", 1),  # the second
        ("2027-03-27T21:30", 2),  # 02:30 never is: it is 03:30
    ],
)
def test_one_moment_whatever_the_clocks_of_brussels_do(moment: str, offset: int) -> None:
    """Brussels changes when New York does not: its readers' clocks change, the end does not."""
    local = datetime.fromisoformat(moment)
    end = from_new_york(local.date(), local.time())

    assert end.astimezone(BRUSSELS).utcoffset() == timedelta(hours=offset)
    assert end.astimezone(BRUSSELS).astimezone(UTC) == end
    assert [is_in_time(end + after, end) for after in (-MS, 0 * MS, MS)] == [True, True, False]


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 11, 1), 73), (date(2027, 3, 14), 71), (date(2026, 10, 25), 72)]
)
def test_the_same_time_three_days_later_is_as_many_hours_as_have_passed(
    day: date, hours: int
) -> None:
    before, after = (from_new_york(day + timedelta(days=days), time(12)) for days in (-2, 1))

    assert after - before == timedelta(hours=hours)
