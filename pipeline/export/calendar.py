"""Deadlines as an iCalendar file: an all-day event on the day that something is due, or for its stretch of time."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event, vRecur

from pipeline.export.tables import trees, units_in_words
from pipeline.models import Deadline, Item, Notice

_LONGEST: Final = 60


def as_calendar(notice: Notice) -> tuple[bytes, int]:
    """Return the file, and how many deadlines have no day to stand on (continuous, relative, at once).

    The same notice gives the same bytes: a stamp is the notice's own date, never the clock.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//zhibiao//notice//ZH")
    calendar.add("version", "2.0")
    without = 0
    for _, item, _ in trees(notice):
        for number, deadline in enumerate(item.deadlines, 1):
            event = _event(notice, item, deadline, number)
            if event is None:
                without += 1
            else:
                calendar.add_component(event)
    return calendar.to_ical(), without


def _event(notice: Notice, item: Item, deadline: Deadline, number: int) -> Event | None:
    first = deadline.start or deadline.due or _begin(notice, deadline)
    if first is None:
        return None
    event = Event()
    event.add("uid", f"{notice.source.sha256[:16]}-{item.id}-{number}@zhibiao")
    stamp = notice.issued_on or notice.published_on or date(notice.year or first.year, 1, 1)
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    name = " ".join(item.name.split())
    event.add("summary", name[:_LONGEST] + ("…" if len(name) > _LONGEST else ""))
    event.add("dtstart", first)
    event.add("dtend", (deadline.due or first) + timedelta(days=1))
    if deadline.recurrence:
        event.add("rrule", vRecur.from_ical(deadline.recurrence))
    told = [item.requirement, units_in_words(item.responsible), f"时限：{deadline.raw}", deadline.milestone]
    event.add("description", "\n".join(part for part in told if part))
    return event


def _begin(notice: Notice, deadline: Deadline) -> date | None:
    """Return the first day of a recurring deadline in the notice's year; None where it names no day."""
    if not deadline.recurrence or notice.year is None or "BYMONTHDAY" not in deadline.recurrence:
        return None
    rule = vRecur.from_ical(deadline.recurrence)
    month, day = int((rule.get("BYMONTH") or [1])[0]), int(rule["BYMONTHDAY"][0])
    return date(notice.year, month, day) if day > 0 else _month_end(notice.year, month)


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
