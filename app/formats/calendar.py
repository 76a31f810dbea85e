"""Deadlines as iCalendar (RFC 5545), on New York's clocks. The same entries, the same bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from app.domain.wall_time import in_new_york

WARNED = (timedelta(hours=24), timedelta(hours=2))
MAKER = "-//Horseshoe//Deadlines//EN"


@dataclass(frozen=True)
class Entry:
    """A deadline, or with a day alone a meeting. ``made_at`` is when it was set.

    ``page`` is the whole address of a page about it, ``text`` what is to be read before it;
    empty if it has none.
    """

    uid: str
    when: datetime | date
    title: str
    page: str
    made_at: datetime
    cancelled: bool = False
    is_public: bool = False
    text: str = ""


def calendar_of(entries: Iterable[Entry]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.made_at)
    event.add("summary", entry.title)
    if told := "\n\n".join(each for each in (entry.text, entry.page) if each):
        event.add("description", told)
    if entry.page:
        event.add("url", entry.page)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC" if entry.is_public else "PRIVATE")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    if not isinstance(entry.when, datetime):
        event.add("dtstart", entry.when)
        return event
    event.add("dtstart", in_new_york(entry.when))
    for before in () if entry.cancelled else WARNED:
        event.add_component(_alarm(before, entry.title))
    return event


def _alarm(before: timedelta, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -before)
    return alarm
