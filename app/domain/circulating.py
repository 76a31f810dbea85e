"""How long delegations are given to read a draft before their time to answer is over."""

from datetime import datetime, timedelta

from app.domain.errors import Invalid
from app.domain.silence import Manner
from app.domain.wall_time import in_new_york

TIME_FOR_CAPITALS = timedelta(hours=72)  # what they are usually given to read a draft
# Less is no time at all, whatever the notice: mails alone take minutes, and nights are long.
LEAST = {Manner.CORRECTIONS: timedelta(hours=1), Manner.SILENCE: timedelta(hours=24)}


def check_time_given(deadline: datetime, now: datetime, manner: Manner, *, is_short: bool) -> None:
    """Raise unless a draft leaves time until ``deadline``; ``is_short``: little time is meant."""
    if deadline <= now:
        raise Invalid("This time has already passed.", where="deadline_date")
    if deadline - now < TIME_FOR_CAPITALS and not is_short:
        raise Invalid(
            "This leaves capitals less than 72 hours. Choose a later time, or tick below that "
            "the short time is meant.",
            where="deadline_date",
        )
    if deadline - now < LEAST[manner]:
        hours = LEAST[manner] // timedelta(hours=1)
        raise Invalid(f"Even at short notice, leave {hours} h at least.", where="deadline_date")


def check_promise(deadline: datetime, promised: datetime | None) -> None:
    """Leave delegations at least the time that an earlier draft gave them."""
    if promised is not None and deadline < promised:
        until = f"{in_new_york(promised):%d %B %Y, %H:%M}"
        raise Invalid(
            f"Delegations were given until {until}, New York time; a new draft takes none of it.",
            where="deadline_date",
        )
