"""Days of what a story of long ago tells without a day."""

from __future__ import annotations

from datetime import date

import pytest

from builders import a_report
from fogline.grounding.actor import ActorResolver
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.ground import ground
from fogline.grounding.grounding import DateBasis, GroundedTime
from fogline.grounding.registry import load_registry
from fogline.reading.reading import Argument, Attribution, EventMention, Modality, Reading, Role
from fogline.reading.segment import sentences
from fogline.span import Span

STORY = """Soldiers burnt a village, survivors say

On 5 December 2016 soldiers burnt the mill at Berra. In November 2016 rebels had raided a post there.
Gunmen shot a clerk at Berra on 2 January 2017.

On 5 December 2016 the soldiers came from the river. By nightfall they had burnt the church. They led nine men away.
"They stormed our house this morning, he told me," said Ana Roca. She has fled to the port.
The army said on Monday that it had arrested a sergeant.

{more}"""
REPORT = date(2018, 12, 13)


def times(text: str, *events: tuple[str, str | None, str], cue: str | None = None) -> list[GroundedTime]:
    """Return the times of events, each given by its trigger, the words of its time and its type."""

    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    report = a_report(text, REPORT.isoformat())
    found = sentences(text)
    told = []
    for trigger, words, kind in events:
        at = span(trigger)
        arguments = (Argument(Role.TIME, span(words), 0.9),) if words else ()
        quote = next(s for s in found if s.contains(at))
        told.append(EventMention(at, quote, kind, Modality.ACTUAL, arguments))
    said = (Attribution((), (span(cue),), ()),) if cue else ()
    reading = Reading(report.id, "stub", found, events=tuple(told), attributions=said)
    grounded = ground(report, reading, open_gazetteer(), ActorResolver(load_registry()))
    assert "carried-over" not in {i.code for i in grounded.issues}
    return [e.time for e in grounded.events if e.time is not None]


DATED = (
    ("burnt the mill", "On 5 December 2016", "destruction"),
    ("raided", "In November 2016", "attack"),
    ("shot", "on 2 January 2017", "attack"),
    ("came from", "On 5 December 2016 the", "territory-gained"),
)


def days(time: GroundedTime) -> tuple[date | None, date | None]:
    return time.start, time.end


def test_a_deed_without_a_day_in_an_old_story_is_of_the_day_of_the_deed_before_it() -> None:
    text = STORY.format(more="")
    *_, church, led, stormed = times(
        text,
        *DATED,
        ("burnt the church", "By nightfall", "destruction"),
        ("led nine men", None, "abduction"),
        ("stormed", "this morning", "attack"),
    )
    for time in (church, led, stormed):
        assert days(time) == (date(2016, 12, 5), date(2016, 12, 5))
    assert (led.precision, led.basis, led.flags) == (2, DateBasis.RESOLVED, ("carried-over",))
    assert "told before it" in led.reason


def test_far_from_any_day_a_deed_of_an_old_story_lies_some_time_before_the_report() -> None:
    text = STORY.format(more="\n\n".join(["The village has two wells.", "It has a school.", "Guards shot a herder."]))
    *_, shot = times(text, *DATED, ("shot a herder", None, "attack"))
    assert (shot.start, shot.end, shot.flags) == (None, REPORT, ("carried-over",))


@pytest.mark.parametrize(
    ("trigger", "kind"),
    [
        ("burnt a village", "destruction"),  # the heading
        ("fled", "displacement"),  # a state, and "has"
        ("arrested", "arrest"),  # the news of the report
    ],
)
def test_heading_and_news_of_an_old_story_stay_as_they_are(trigger: str, kind: str) -> None:
    text = STORY.format(more="")
    words = "on Monday" if trigger == "arrested" else None
    with_it, without = times(text, (trigger, words, kind), *DATED), times(text, (trigger, words, kind))
    assert days(with_it[0]) == days(without[0])


def test_what_has_happened_is_news_in_an_old_story_too() -> None:
    text = STORY.format(more="The army has burnt three hamlets.")
    *_, burnt = times(text, *DATED, ("burnt three", None, "destruction"))
    assert burnt.basis is DateBasis.PUBLICATION


def test_daily_news_that_looks_back_carries_nothing_over() -> None:
    text = (
        "Shells hit the port on Monday. Jets hit the mill on Tuesday. Rebels took the port in May 2016, and lost it in June 2016. "
        "In July 2016 they raided Berra. Troops burnt a barn."
    )
    told = (
        ("Shells hit", "on Monday", "shelling"),
        ("Jets hit", "on Tuesday", "air-strike"),
        ("took", "in May 2016", "territory-gained"),
        ("lost", "in June 2016", "territory-gained"),
        ("raided", "In July 2016", "attack"),
    )
    *_, burnt = times(text, *told, ("burnt", None, "destruction"))
    assert (burnt.start, burnt.end, burnt.basis) == (date(2018, 12, 12), REPORT, DateBasis.PUBLICATION)


def test_day_of_the_saying_in_the_sentence_before_is_known_as_such() -> None:
    text = "The toll has risen to nine, the ministry said on Tuesday. Thirty-one people were wounded."
    wounded = times(text, ("wounded", "on Tuesday", "attack"), cue="said")[0]
    assert (days(wounded), wounded.flags) == ((date(2018, 12, 10), date(2018, 12, 11)), ("day-of-saying",))
