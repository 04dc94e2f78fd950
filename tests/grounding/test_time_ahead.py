"""Whether a day or a month without a year lies behind the report or ahead of it."""

from __future__ import annotations

from datetime import date

import pytest
from dated_events import when

from fogline.reading.reading import Modality


def test_what_may_come_lies_in_the_nearer_month_of_a_name() -> None:
    for text, month in (("Many may flee in February.", date(2019, 2, 1)), ("He may have died in February.", date(2018, 2, 1))):
        trigger = "flee" if "flee" in text else "died"
        assert when(text, "in February", trigger, modality=Modality.POSSIBLE).start == month
    assert when("Many may flee in November.", "in November", "flee", modality=Modality.POSSIBLE).start == date(2018, 11, 1)


@pytest.mark.parametrize(
    ("text", "words", "trigger", "published", "start", "end"),
    [
        (
            "38,000 people have been killed since October 7.",
            "since October 7",
            "killed",
            date(2024, 7, 10),
            date(2023, 10, 7),
            None,
        ),
        ("Gunmen killed 1,200 on October 7.", "on October 7", "killed", date(2024, 7, 10), date(2023, 10, 7), date(2023, 10, 7)),
        ("Soldiers seized power on July 26.", "on July 26", "seized", date(2024, 5, 10), date(2023, 7, 26), date(2023, 7, 26)),
        (
            "Nine months after October 7, troops entered the town.",
            "Nine months after October 7",
            "entered",
            date(2024, 7, 10),
            date(2024, 7, 7),
            date(2024, 7, 7),
        ),
        (
            "Between 1 and 3 October guns fell silent.",
            "Between 1 and 3 October",
            "fell",
            date(2024, 7, 10),
            date(2023, 10, 1),
            date(2023, 10, 3),
        ),
    ],
)
def test_a_day_without_a_year_that_has_happened_lies_behind_the_report(
    text: str, words: str, trigger: str, published: date, start: date, end: date | None
) -> None:
    found = when(text, words, trigger, published=published)
    assert (found.start, found.end, found.flags) == (start, end or published, ())


def test_a_day_named_shortly_after_an_early_dated_report_keeps_its_year() -> None:
    found = when("Rockets hit the port on 12 July.", "on 12 July", "hit", published=date(2024, 7, 10))
    assert (found.start, found.flags) == (date(2024, 7, 12), ("after-publication",))


def test_a_day_without_a_year_that_is_planned_lies_ahead() -> None:
    text, words = "The two sides will meet on 3 March.", "on 3 March"
    planned = when(text, words, "meet", published=date(2024, 5, 10), modality=Modality.PLANNED)
    late_copy = when(text, words, "meet", published=date(2024, 3, 10), modality=Modality.PLANNED)
    assert (planned.start, late_copy.start) == (date(2025, 3, 3), date(2024, 3, 3))
    both = when("Talks will run on 3-5 March.", "on 3-5 March", "run", published=date(2024, 5, 10), modality=Modality.PLANNED)
    assert (both.start, both.end) == (date(2025, 3, 3), date(2025, 3, 5))


def test_what_runs_until_a_day_may_end_after_the_report() -> None:
    found = when("The truce was extended until 7 October.", "until 7 October", "extended", published=date(2024, 7, 10))
    assert (found.start, found.end) == (None, date(2024, 10, 7))


@pytest.mark.parametrize(
    ("words", "modality", "day", "flags"),
    [
        ("on Saturday, October 7", Modality.ACTUAL, date(2023, 10, 7), ()),
        ("on Friday, 7 July", Modality.ACTUAL, date(2023, 7, 7), ()),
        ("on Sunday, 7 July", Modality.ACTUAL, date(2024, 7, 7), ()),
        ("on Monday, 3 March", Modality.PLANNED, date(2025, 3, 3), ()),
        # The weekday fits the year to come, which the past tense rules out.
        ("on Monday, 7 October", Modality.ACTUAL, date(2023, 10, 7), ("weekday-contradicts-date",)),
    ],
)
def test_a_weekday_beside_a_day_chooses_its_year(words: str, modality: Modality, day: date, flags: tuple[str, ...]) -> None:
    verb = "killed" if modality is Modality.ACTUAL else "meet"
    found = when(f"They {verb} there {words}.", words, verb, published=date(2024, 7, 10), modality=modality)
    assert (found.start, found.end, found.flags) == (day, day, flags)


AUGUST = date(1989, 8, 19)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("THE ELECTIONS OF 12 NOVEMBER WILL BE HELD ON TIME.", "12 NOVEMBER"),
        ("The election due on 12 November was discussed.", "on 12 November"),
        ("He said that the election of 12 November is scheduled to go ahead.", "12 November"),
        ("Parties agreed on an election on 12 November, to be held on both banks.", "on 12 November"),
    ],
)
def test_a_day_that_will_be_lies_ahead_whatever_the_claim_is_taken_for(text: str, words: str) -> None:
    trigger = "ELECTIONS" if text.isupper() else "election"
    found = when(text, words, trigger, published=AUGUST, type="talks")
    assert (found.start, found.end, found.flags) == (date(1989, 11, 12), date(1989, 11, 12), ())


@pytest.mark.parametrize(
    "text",
    ["Those killed on Friday will be buried in the capital.", "The army said on Friday troops killed there will be named."],
)
def test_a_day_on_which_something_happened_lies_behind_whatever_will_be_done_about_it(text: str) -> None:
    found = when(text, "on Friday", "killed", type="attack")
    assert (found.start, found.end) == (date(2018, 12, 7), date(2018, 12, 7))


def test_month_of_an_order_lies_behind_though_what_was_ordered_is_planned() -> None:
    order = when("The junta ordered a mobilisation in February.", "in February", "mobilisation", modality=Modality.PLANNED)
    assert (order.start, order.end) == (date(2018, 2, 1), date(2018, 2, 28))
    promise = when("The junta ordered elections to be held in February.", "in February", "elections", modality=Modality.PLANNED)
    assert (promise.start, promise.end) == (date(2019, 2, 1), date(2019, 2, 28))


def test_what_is_called_for_from_a_day_lies_ahead() -> None:
    for modality in (Modality.ACTUAL, Modality.PLANNED):
        found = when("The union called for protests from Friday.", "from Friday", "protests", type="protest", modality=modality)
        assert (found.start, found.end) == (date(2018, 12, 14), None)


SAID = date(2018, 12, 12)  # the day before the report


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The mission and the rebels said in a joint statement late on Wednesday that they would pull back.", "pull back"),
        ("The two armies said on Wednesday they would pull back.", "pull back"),
        ("Officers told a press briefing on Wednesday that the army would pull back.", "pull back"),
        ("A note, read on the radio on Wednesday night, said the army would pull back.", "pull back"),
        ("The house voted 201 to 112 on Wednesday to pull back the army.", "pull back"),
        ("The house agreed unanimously on Wednesday to pull back the army.", "pull back"),
        ("The king is understood to have ordered on Wednesday the army's return.", "return"),
    ],
)
def test_day_on_which_a_plan_was_told_or_decided_lies_behind(text: str, trigger: str) -> None:
    words = "Wednesday night" if "night" in text else "Wednesday"
    found = when(text, words, trigger, modality=Modality.PLANNED, type="withdrawal", cue="said" if " said" in text else None)
    assert (found.start, found.end) == (SAID, SAID)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army is to pull back on Wednesday, it said.", "pull back"),
        ("The house is to vote on Wednesday to pull back the army.", "pull back"),
        ("The council agreed to meet on Wednesday to discuss a truce.", "discuss"),
        ("The guard vowed to march on Wednesday to free him.", "free"),
        ("The front announced a march on Wednesday to the palace.", "palace"),
        ("The front said a march on Wednesday would reach the palace.", "reach"),
        ("The front said Wednesday would see a march.", "march"),
        ("The front plans on Wednesday to march.", "march"),
        ("The front is said to have planned a march on Wednesday.", "march"),
        ("An aide told of a march on Wednesday that is to reach the palace.", "palace"),
    ],
)
def test_day_of_what_was_announced_lies_ahead(text: str, trigger: str) -> None:
    found = when(text, "Wednesday", trigger, modality=Modality.PLANNED, type="demonstrate")
    assert (found.start, found.end) == (date(2018, 12, 19), date(2018, 12, 19))


def test_what_is_due_on_one_of_the_next_two_days_lies_ahead() -> None:
    text = "The fleet has no thought of delaying the escort, due to begin Friday."
    found = when(text, "Friday", "escort", type="mobilize")
    assert (found.start, found.end, found.flags) == (date(2018, 12, 14), date(2018, 12, 14), ())
    been = when("Police broke up a rally due on Wednesday.", "Wednesday", "broke up", type="demonstrate")
    assert (been.start, been.end) == (date(2018, 12, 12), date(2018, 12, 12))


PLANNED, POSSIBLE = Modality.PLANNED, Modality.POSSIBLE


@pytest.mark.parametrize(
    ("text", "words", "trigger", "day"),
    [
        ("Orvat promised on Tuesday to send troops.", "on Tuesday", "promised", date(2018, 12, 11)),
        ("The Front promised Mr. Byrne on Saturday that it would leave.", "on Saturday", "leave", date(2018, 12, 8)),
        ("On Saturday the envoy of the Front promised to fight.", "On Saturday", "promised", date(2018, 12, 8)),
        ("On Tuesday he gave Orvat an assurance that they would come.", "On Tuesday", "come", date(2018, 12, 11)),
        ("THE COUNCIL VOTED ON TUESDAY TO CUT THE FLEET.", "ON TUESDAY", "CUT", date(2018, 12, 11)),
        ("Orvat recognised the council on Tuesday and pledged two ships.", "on Tuesday", "pledged", date(2018, 12, 11)),
        ("His order to leave, issued on Tuesday, is short.", "on Tuesday", "leave", date(2018, 12, 11)),
    ],
)
def test_a_promise_a_vote_and_an_order_lie_behind_though_what_they_are_of_is_planned(
    text: str, words: str, trigger: str, day: date
) -> None:
    found = when(text, words, trigger, modality=PLANNED, type="mobilize")
    assert (found.start, found.end) == (day, day)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orvat promised to send troops on Tuesday.", "on Tuesday"),
        ("The pact is to be signed on Tuesday.", "on Tuesday"),
    ],
)
def test_the_day_of_what_is_promised_lies_ahead(text: str, words: str) -> None:
    assert when(text, words, "troops" if "troops" in text else "pact", modality=PLANNED).start == date(2018, 12, 18)


@pytest.mark.parametrize(
    ("text", "words", "trigger", "start"),
    [
        ("The army had been preparing the raid since January.", "since January", "raid", date(2018, 1, 1)),
        ("In May she had issued a warrant for the arrest of the general.", "In May", "arrest", date(2018, 5, 1)),
        ("A decision of 15 April orders the expulsion of nine men.", "15 April", "expulsion", date(2018, 4, 15)),
    ],
)
def test_what_has_long_been_planned_goes_back_to_the_month_that_was(text: str, words: str, trigger: str, start: date) -> None:
    assert when(text, words, trigger, modality=PLANNED).start == start


def test_good_will_is_no_verb_of_the_future() -> None:
    freed = when("They freed two men on Tuesday as a good-will gesture.", "on Tuesday", "freed", type="arrest")
    assert (freed.start, freed.flags) == (date(2018, 12, 11), ())


def test_a_strike_called_for_a_weekday_that_may_fail_lies_ahead() -> None:
    text = "The general strike called for Wednesday may be small."
    assert when(text, "for Wednesday", "strike", modality=POSSIBLE).start == date(2018, 12, 19)
    raid = when("They may have been shot on Wednesday.", "on Wednesday", "shot", modality=POSSIBLE)
    assert raid.start == date(2018, 12, 12)


def test_what_is_demanded_or_agreed_by_a_day_keeps_the_day_ahead() -> None:
    april = date(2018, 4, 24)
    demand = when("It demanded talks by May 15.", "by May 15", "demanded", published=april, type="request")
    fall = when("They had burnt the mill by May 15.", "by May 15", "burnt", published=april, type="destruction")
    assert demand.end == date(2018, 5, 15)
    assert fall.end == date(2017, 5, 15)
    deal = when("They agreed to leave by mid-September.", "by mid-September", "agreed", published=date(2018, 8, 7), type="agree")
    assert deal.end == date(2018, 9, 20)
