"""The clocks of New York: deadlines and days of meetings are said on them and kept in UTC."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.errors import Invalid

NEW_YORK = ZoneInfo("America/New_York")


def from_new_york(day: date, clock: time) -> datetime:
    """Give the moment a New York clock shows; refuse times it shows twice or never."""
    local = datetime.combine(day, clock, NEW_YORK)
    offsets = {local.replace(fold=fold).utcoffset() for fold in (0, 1)}
    if len(offsets) == 1:
        return local.astimezone(UTC)
    shown = f"{clock:%H:%M} on {day.isoformat()}"
    if local.astimezone(UTC).astimezone(NEW_YORK).replace(tzinfo=None) != local.replace(
        tzinfo=None
    ):
        raise Invalid(
            f"New York's clocks skip {shown}: they go forward that night. Choose another time.",
            where="deadline_time",
        )
    raise Invalid(
        f"New York's clocks show {shown} twice: they go back that night. Choose another time.",
        where="deadline_time",
    )


def in_new_york(moment: datetime) -> datetime:
    return moment.astimezone(NEW_YORK)


def left_until(moment: datetime, now: datetime) -> timedelta | None:
    """Give what is left, or None when the moment has passed."""
    left = moment - now
    return left if left > timedelta() else None


def utc_offset(moment: datetime) -> str:
    """Give how far New York's clocks are from UTC at a moment: ``UTC−04:00``."""
    hours = in_new_york(moment).strftime("%z")
    return f"UTC{hours[0].replace('-', '−')}{hours[1:3]}:{hours[3:5]}"
