"""Entries of a live blog are told on the days that head them."""

from __future__ import annotations

from datetime import date

import pytest

from builders import a_report
from fogline.grounding.actor import ActorResolver
from fogline.grounding.entries import Entries
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.ground import ground
from fogline.grounding.grounding import GroundedTime
from fogline.grounding.registry import load_registry
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role
from fogline.span import Span

BLOG = """The fight for the valley, as it happened

6 March 2019, 09:10 GMT
Gunners shelled the ridge on the morning and a barn burnt down.

3 March 2019, 04:31 GMT
Scouts attacked a checkpoint yesterday.
Jets bombed the mill and its stores.
"""


def time_of(text: str, trigger: str, words: str | None = None) -> GroundedTime:
    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    report = a_report(text, "2019-03-06")
    at = span(trigger)
    sentence = Span(text.rfind("\n", 0, at.start) + 1, text.index(".", at.end) + 1)
    arguments = (Argument(Role.TIME, span(words), 0.9),) if words else ()
    event = EventMention(at, sentence, "shelling", Modality.ACTUAL, arguments)
    reading = Reading(report.id, "stub", (sentence,), events=(event,))
    (found,) = ground(report, reading, open_gazetteer(), ActorResolver(load_registry())).events
    assert found.time is not None
    return found.time


def test_yesterday_in_an_entry_is_the_day_before_its_stamp() -> None:
    found = time_of(BLOG, "attacked", "yesterday")
    assert (found.start, found.end) == (date(2019, 3, 2), date(2019, 3, 2))
    assert "3 March 2019, 04:31 GMT" in found.reason


def test_the_morning_of_an_entry_is_that_of_its_stamp() -> None:
    earlier = BLOG.replace("6 March 2019", "5 March 2019")
    found = time_of(earlier, "shelled", "on the morning")
    assert (found.start, found.end) == (date(2019, 3, 5), date(2019, 3, 5))


def test_event_without_a_day_is_news_of_its_entrys_day() -> None:
    assert time_of(BLOG, "bombed").end == date(2019, 3, 3)


def test_stamp_is_no_time_of_the_event_beneath_it() -> None:
    assert time_of(BLOG, "bombed", "2019").end == date(2019, 3, 3)


@pytest.mark.parametrize(
    "stamp",
    [
        "3 March 2019, 04:31 GMT",
        "March 3, 2019 4:31 a.m.",
        "2019-03-03 04:31",
        "04:31 GMT, Sunday 3 March 2019",
        "Sun, 3 Mar 2019 04.31",
    ],
)
def test_stamp_of_day_and_hour_opens_an_entry(stamp: str) -> None:
    text = f"{stamp}\nGunners shelled the ridge and a barn.\n\n{stamp}\nScouts attacked the mill at night."
    assert [e.day for e in Entries(text).entries] == [date(2019, 3, 3)] * 2


def test_one_stamp_or_two_at_the_head_of_a_page_make_no_entries() -> None:
    assert not Entries("Gunners shelled the ridge and a barn.").entries
    assert not Entries("3 March 2019, 04:31 GMT\nGunners shelled the ridge and a barn.").entries
    head = "Published: 3 March 2019, 04:31 GMT\nUpdated: 9 March 2019, 10:00 GMT\nGunners shelled the ridge and a barn."
    assert not Entries(head).entries


@pytest.mark.parametrize("words", ["at 36.2021", "2021", "36", "1343", "at 36.2021, 37.1343"])
def test_no_part_of_a_coordinate_is_a_time(words: str) -> None:
    assert time_of("Gunners shelled a barn at 36.2021, 37.1343 near the ridge.", "shelled", words).start == date(2019, 3, 5)
    assert "names no day" not in time_of("Gunners shelled a barn at 36.2021, 37.1343 near the ridge.", "shelled", words).reason


def test_time_beside_a_coordinate_stays() -> None:
    text = "Gunners shelled a barn on Monday at 36.2021, 37.1343 near the ridge."
    assert time_of(text, "shelled", "on Monday at 36.2021, 37.1343").start == date(2019, 3, 4)
    assert time_of("Gunners shelled a barn at 04.30 today near it.", "shelled", "at 04.30 today").start == date(2019, 3, 6)


DIGEST = """Broadcasts monitored on two days of March

(a) Radio Valley in Dari 1530 gmt 3 Mar 89. Gunners shelled the ridge yesterday.

(b) The agency NEWSLINE in English 1105 gmt 5 Mar: Scouts attacked the mill today.
"""


def test_items_of_a_digest_are_told_on_the_day_of_their_broadcast() -> None:
    assert [e.day for e in Entries(DIGEST).entries] == [date(1989, 3, 3), date(1989, 3, 5)]
    told = Entries(DIGEST).timexes(date(1989, 3, 6))
    assert [t.value for t in told if t.span.of(DIGEST) in ("yesterday", "today")] == ["1989-03-02", "1989-03-05"]


@pytest.mark.parametrize(
    "text",
    [
        "At 0430 gmt 3 March 1989 shells fell on the ridge and a barn.\n\nBy 0900 gmt 4 March 1989 scouts had left the mill.",
        DIGEST.replace(" 89", ""),
        DIGEST.replace("(b) The agency NEWSLINE in English 1105 gmt 5 Mar: ", ""),
    ],
)
def test_hours_of_what_happened_and_a_single_stamp_make_no_digest(text: str) -> None:
    assert not Entries(text).entries


def test_the_day_that_a_page_prints_is_no_day_of_the_raid_it_opens_with() -> None:
    lead = "Raids kill 42 near the capital Monitor Newswire Wednesday 6 Mar 2019 Raids on a town killed 42 people.\n"
    found = time_of(lead, "Raids on", "Wednesday 6 Mar 2019")
    assert (found.start, found.end) == (date(2019, 3, 5), date(2019, 3, 6))
    told = "Newswire 6 Mar 2019 Raids on 6 March 2019 killed 42 people.\n"
    assert time_of(told, "Raids", "on 6 March 2019").start == date(2019, 3, 6)
