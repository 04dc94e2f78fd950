"""What the relevance gate lets through, and that what it keeps out is said."""

from __future__ import annotations

import numpy as np
import pytest
from stub_encoder import Stub

from fogline.intake.normalise import normalise
from fogline.intake.report import Report
from fogline.issue import Severity
from fogline.reading.read import read
from fogline.reading.relevance import NAME, STRETCH, Relevance, default_relevance, pairs, told
from fogline.reading.segment import windows, words_of

STUB = Stub({"trigger": ["shelled"]}, {})
SPORT = (
    "The home side won by three goals to one on Saturday after a poor first half. The striker scored twice before the break and the "
    "goalkeeper, who joined the club last summer, saved a late penalty. Tickets for the final go on sale next week. "
)
WAR = "Troops shelled two villages on Sunday and killed nine civilians, a local rescue worker said. "


def a_report(text: str) -> Report:
    return Report("r", text, (), "", "", language="en")


def test_report_without_a_sign_of_conflict_costs_the_encoder_nothing_and_is_said() -> None:
    STUB.read_words.clear()
    reading = read(a_report(SPORT * 4), STUB, default_relevance())
    assert STUB.read_words == [] and reading.sentences == ()
    (issue,) = reading.issues
    assert (issue.code, issue.severity) == ("not-relevant", Severity.NOTE)
    assert "FOGLINE_GATE=off" in issue.message
    assert reading.model == default_relevance().name


def test_a_passage_of_war_in_pages_of_sport_has_the_report_read() -> None:
    text = SPORT * 10 + WAR * 3 + SPORT * 10
    reading = read(a_report(text), STUB, default_relevance())
    assert [e.trigger.of(text) for e in reading.events] and not reading.issues


def test_nothing_is_passed_over_unless_asked() -> None:
    reading = read(a_report(SPORT), STUB)
    assert reading.sentences and not reading.issues


def test_capitals_change_nothing() -> None:
    gate = default_relevance()
    lower, upper = (words_of(t, STUB.tokenizer) for t in (WAR.lower(), WAR.upper()))
    assert np.array_equal(gate.worth(lower.pieces), gate.worth(upper.pieces))


def test_only_the_window_that_holds_the_war_passes() -> None:
    gate = default_relevance()
    words = words_of(SPORT * 20 + WAR * 3 + SPORT * 20, STUB.tokenizer)
    passing = gate.relevant_windows(words, windows(words))
    assert any(passing) and not all(passing) and gate.relevant(words)


@pytest.mark.parametrize(
    "text",
    [
        "&lt;p&gt;&nbsp;Troops&nbsp;shelled&nbsp;two&nbsp;villages&lt;br/&gt;&nbsp;&lt;/p&gt;" * 3,
        "<p class='lead'>Troops shelled</p> <br/><b>two villages</b><script> <a href='x?y=1'>more</a> &amp;" * 3,
        "#Ariha #Idlib #breaking Shelling kills five #army #rebels #war https://t.example/AbC?d=1 @witness " * 3,
        "\U0001f6a8 \u200fHeavy\u200e shelling\n\u202bon Kafr\u202c Nour \U0001f4a5\n12 \u200ekilled\u200f\nhomes hit \U0001f525\n"
        * 3,
    ],
    ids=["entities", "tags", "hashtags", "marks"],
)
def test_what_broken_pages_and_posts_are_full_of_does_not_hide_the_war(text: str) -> None:
    text = normalise(text)
    assert default_relevance().relevant(words_of(text, STUB.tokenizer), text)


def test_markup_is_left_out_and_words_beside_it_stay() -> None:
    text = "Troops &amp; tanks <br/>shelled#Nour"
    left = [STUB.tokenizer.id_to_token(int(p)) for p in told(text, words_of(text, STUB.tokenizer))]
    assert "".join(left).replace("##", "") == "troopstanksshellednour"


def gate_of(pieces: list[int], doubles: int = 64) -> Relevance:
    return Relevance("test", -1.0, 0.0, 0.5, np.array(pieces, dtype=np.int8), np.zeros(doubles, dtype=np.int8))


def test_stretch_is_worth_the_sum_of_its_pieces_and_names_count_for_nothing() -> None:
    gate = gate_of([0, 4, 2, NAME])
    assert gate.worth(np.array([1, 2, 3])).tolist() == [-1.0 + 0.5 * 6]
    long = gate.worth(np.array([1] + [0] * STRETCH))
    assert long.tolist() == [-1.0 + 0.5 * 4, -1.0]


def test_empty_text_is_not_relevant() -> None:
    gate = gate_of([0, 1])
    assert len(gate.worth(np.zeros(0, dtype=np.int64))) == 0
    assert not gate.relevant(words_of("", STUB.tokenizer))


def test_pairs_tell_order_apart() -> None:
    one, other = pairs(np.array([5, 9]), 1 << 16), pairs(np.array([9, 5]), 1 << 16)
    assert one[1] != other[1]
