"""Times of a sentence that are of something else than its event."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import REPORT, when

from fogline.grounding.grounding import DateBasis
from fogline.grounding.times_of_others import stands_behind_a_saying
from fogline.reading.reading import Modality
from fogline.span import Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Monitors counted nine explosions, fewer than on Monday.", "on Monday"),
        ("Monitors counted nine explosions, far fewer than the previous day.", "the previous day"),
        ("Monitors counted nine explosions, compared with 30 on Monday.", "on Monday"),
        ("Monitors counted nine explosions, against 27 on Monday.", "on Monday"),
        ("Monitors counted nine explosions, half as many as on Monday.", "on Monday"),
        ("Monitors counted nine explosions, a quieter night than on Monday.", "on Monday"),
    ],
)
def test_the_day_of_another_figure_is_not_the_events(text: str, words: str) -> None:
    for marked in (words, None):
        found = when(text, marked, "explosions", type="shelling")
        assert (found.start, found.end, found.basis) == (date(2018, 12, 12), REPORT, DateBasis.PUBLICATION)


def test_more_than_so_long_compares_nothing() -> None:
    shelled = when("They have shelled the town for more than a week.", "a week", "shelled", type="shelling")
    assert (shelled.start, shelled.end) == (date(2018, 12, 6), REPORT)
    late = when("They left the town no later than Monday.", "Monday", "left", type="withdrawal")
    assert (late.start, late.end) == (date(2018, 12, 10), date(2018, 12, 10))
    fled = when("More fled than in 2015, when 3,000 reached the port.", "2015", "reached", type="displacement")
    assert (fled.start, fled.end) == (date(2015, 1, 1), date(2015, 12, 31))


def test_time_of_an_insertion_is_not_that_of_the_verb_behind_it() -> None:
    text = "The Valley Guard, who lost the pass to rebels in 2016, condemned the raid."
    for words in ("in 2016", None):
        condemned = when(text, words, "condemned", type="accuse")
        assert condemned.basis is DateBasis.PUBLICATION
    lost = when(text, "in 2016", "lost", type="territory-gained")
    assert (lost.start, lost.end) == (date(2016, 1, 1), date(2016, 12, 31))
    seized = "The Guard, which seized the pass in May, shelled the mill."
    assert when(seized, "in May", "shelled", type="shelling").basis is DateBasis.PUBLICATION


@pytest.mark.parametrize(
    ("text", "trigger", "start"),
    [
        ("The raid, which began on Monday, killed six.", "killed", date(2018, 12, 10)),
        ("A blast, which struck the port on Monday, killed six.", "killed", date(2018, 12, 10)),
        (
            "Raids on the Guard, whose ranks thinned on Monday, when troops crossed the river, go on.",
            "crossed",
            date(2018, 12, 10),
        ),
    ],
)
def test_insertion_that_tells_when_the_event_was_dates_it(text: str, trigger: str, start: date) -> None:
    found = when(text, "on Monday", trigger)
    assert (found.start, found.end) == (start, start)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The toll of the raid stands at 14 after a boy died of his burns on Tuesday.", "toll"),
        ("A boy died in hospital on Tuesday, raising the toll of the raid to 14.", "toll"),
        ("On Tuesday a boy succumbed to his wounds, raising the toll of the raid to 14.", "toll"),
    ],
)
def test_who_died_of_wounds_later_dates_only_the_end_of_what_wounded_them(text: str, trigger: str) -> None:
    words = "On Tuesday" if text.startswith("On") else "on Tuesday"
    toll = when(text, words, trigger, type="air-strike")
    assert (toll.start, toll.end, toll.precision) == (None, date(2018, 12, 11), None)
    died = when(text, words, "succumbed" if "succumbed" in text else "died", type="air-strike")
    assert (died.start, died.end) == (date(2018, 12, 11), date(2018, 12, 11))


def test_who_died_at_once_died_on_the_day_of_the_blast() -> None:
    found = when("Six died in the blast on Tuesday.", "on Tuesday", "blast", type="explosive")
    assert (found.start, found.end) == (date(2018, 12, 11), date(2018, 12, 11))


def test_day_that_owns_a_raid_is_not_that_of_saying_so() -> None:
    text = "The spokesman said Monday afternoon's raid on the depot destroyed two sheds."
    found = when(text, "Monday afternoon", "destroyed", type="destruction", cue="said")
    assert (found.start, found.end, found.flags) == (date(2018, 12, 10), date(2018, 12, 10), ())
    said = when("The spokesman said Monday a raid destroyed two sheds.", "Monday", "destroyed", type="destruction", cue="said")
    assert said.flags == ("day-of-saying",)


def test_a_year_that_something_was_said_in_is_the_last_that_it_can_have_happened_in() -> None:
    text = "A commission concluded in 1999 that the army had burnt 40 hamlets."
    for cue in (None, "concluded"):
        burnt = when(text, "in 1999", "burnt", type="destruction", cue=cue)
        assert (burnt.start, burnt.end, burnt.flags) == (None, date(1999, 12, 31), ())
    told = when(
        "The minister told parliament on 30 November that jets had burnt a hamlet.", "on 30 November", "burnt", type="destruction"
    )
    assert (told.start, told.end, told.flags) == (date(2018, 11, 29), date(2018, 11, 30), ("day-of-saying",))


def test_what_was_found_in_a_year_was_found_then() -> None:
    found = when("Forty bodies were found in 1999 that bore marks of ropes.", "in 1999", "found", type="attack")
    assert (found.start, found.end) == (date(1999, 1, 1), date(1999, 12, 31))
    accused = when("It warned in 2012 that it would strike.", "in 2012", "warned", type="threaten", modality=Modality.ACTUAL)
    assert (accused.start, accused.end) == (date(2012, 1, 1), date(2012, 12, 31))


def test_what_had_been_done_to_somebody_before_dates_nothing_they_do() -> None:
    text = "The former premier, jailed since August, has asked to be treated abroad."
    asked = when(text, "since August", "asked", type="request")
    assert (asked.start, asked.end, asked.basis) == (date(2018, 12, 12), REPORT, DateBasis.PUBLICATION)
    jailed = when(text, "since August", "jailed", type="arrest")
    assert (jailed.start, jailed.end) == (date(2018, 8, 1), REPORT)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The front kept its arms in breach of the 1994 Port Alba accord.", "kept"),
        ("The front was accused of failing to disarm under the 1994 Port Alba accord.", "accused"),
        ("The house rejected the 1999 border treaty.", "rejected"),
        ("The house condemned the 2013 law.", "condemned"),
    ],
)
def test_year_of_a_treaty_or_law_dates_nothing_that_is_done_about_it(text: str, trigger: str) -> None:
    year = next(word for word in text.split() if word.isdigit())
    for words in (year, None):
        found = when(text, words, trigger, type="reject")
        assert (found.start, found.end, found.basis) == (date(2018, 12, 12), REPORT, DateBasis.PUBLICATION)


@pytest.mark.parametrize(
    ("text", "words", "trigger", "start"),
    [
        ("The sides signed the 2013 Port Alba accord.", "2013", "signed", date(2013, 1, 1)),
        ("The 2013 accord held.", "2013", "accord", date(2013, 1, 1)),
        ("They have traded fire since the 2013 accord.", "since the 2013 accord", "traded", date(2013, 1, 1)),
        ("Six died in the 2013 raids.", "2013", "died", date(2013, 1, 1)),
    ],
)
def test_year_dates_the_treaty_itself_and_what_is_told_of_by_it(text: str, words: str, trigger: str, start: date) -> None:
    assert when(text, words, trigger, type="agree").start == start


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("The ministry said on Tuesday", True),
        ("The ministry said in a note on Tuesday", True),
        ("The minister told reporters on Tuesday", True),
        ("The minister added at a summit late on Tuesday", True),
        ("The minister said in Kabul on Tuesday", True),
        ("The ministry said at least nine men were killed on Tuesday", False),
        ("The ministry said the vote of Tuesday", False),
    ],
)
def test_only_where_and_to_whom_stand_between_a_saying_and_its_day(words: str, behind: bool) -> None:
    assert stands_behind_a_saying(words, Span(words.index("Tuesday"), len(words))) is behind


@pytest.mark.parametrize(
    ("text", "trigger", "type"),
    [
        ("Senator Ada Byrne, who had flown there in the autumn, called the move a stain.", "stain", "accuse"),
        ("The Lantern Front, which has had a truce since 2014, called this a slander.", "slander", "accuse"),
        ("The Front called on the men who have held the mill since May to go.", "called", "request"),
        ("It accused the council of breaking a truce of 2003.", "accused", "accuse"),
        ("They are at odds with a deal reached in Orvat in June.", "at odds", "accuse"),
        ("The Front did not answer a letter of 9 January.", "answer", "reject"),
    ],
)
def test_the_date_of_another_thing_in_the_sentence_is_not_the_events(text: str, trigger: str, type: str) -> None:
    assert when(text, None, trigger, type=type).basis is DateBasis.PUBLICATION


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The council signed the pact of 9 November.", "pact"),
        ("Shells hit the mill at the end of 9 November.", "hit"),
        ("The killings of 9 November were many.", "killings"),
    ],
)
def test_the_date_of_the_events_own_noun_is_its_own(text: str, trigger: str) -> None:
    assert when(text, None, trigger, type="attack").end == date(2018, 11, 9)


def test_a_plan_without_a_day_takes_no_day_of_the_past() -> None:
    found = when("The army said Tuesday that it would resume raids.", None, "resume", modality=Modality.PLANNED)
    assert (found.start, found.end) == (REPORT, None)


def test_since_a_day_runs_on_where_the_clause_of_that_day_is_closed() -> None:
    text = "Since 6 March, when guards shot three men, twelve people have been killed."
    killed = when(text, "Since 6 March", "killed", type="casualty-toll")
    assert (killed.start, killed.end) == (date(2018, 3, 6), REPORT)
    shot = when(text, "Since 6 March", "shot", type="attack")
    assert (shot.start, shot.end) == (date(2018, 3, 6), date(2018, 3, 6))
    late = when("Since May, when they came, seized a man and burned a mill, all fled.", "Since May", "burned", type="destruction")
    assert (late.start, late.end) == (date(2018, 5, 1), date(2018, 5, 31))


def test_who_came_down_from_a_hill_names_no_former_figure() -> None:
    text = "They got down from Mount Orvat in the last two days."
    fled = when(text, "in the last two days", "got down", type="displacement")
    assert (fled.start, fled.end) == (date(2018, 12, 11), REPORT)
    text = "The toll is 80, up from about 74 on Friday."
    assert when(text, "on Friday", "toll", type="casualty-toll").basis is DateBasis.PUBLICATION


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine porters in the early hours of Monday.",
        "Ten porters were killed when a shell struck on Monday.",
        "Ten porters were killed in clashes which broke out on Monday.",
        "Gunmen killed nine porters who were loading rice on Monday.",
    ],
)
def test_a_day_behind_a_noun_of_the_event_is_the_events(text: str) -> None:
    assert when(text, None, "killed").start.weekday() == 0
