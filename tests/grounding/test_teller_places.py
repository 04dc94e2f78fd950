"""Whoever is there and tells of something tells of where they are."""

from __future__ import annotations

import pytest
from placed_events import sentences_of, span_of, spans_of

from builders import a_report
from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.place_named import Named
from fogline.grounding.teller_places import place_of_its_teller
from fogline.reading.reading import Argument, EventMention, Modality, Role

NAMES = ("Damascus", "Douma", "Syria", "Moscow", "Homs")


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


def placed(voice: str, rest: str, places: SqliteGazetteer) -> str | None:
    text = f"Raids hit a town east of Damascus in Syria, a monitor said. {voice} said {rest}. The raids on Homs went on."
    report = a_report(text)
    sentences = sentences_of(report.text)
    sentence = next(s for s in sentences if s.overlap(span_of(report.text, "said " + rest)))
    arguments = (Argument(Role.ORIGIN, span_of(report.text, voice), 0.9),)
    event = EventMention(
        span_of(report.text, "hit", sentence.start), span_of(report.text, rest), "air-strike", Modality.ACTUAL, arguments
    )
    named = Named(report, resolve_toponyms(report.text, spans_of(report.text, *NAMES), places), "SY")
    found = place_of_its_teller(event, named, sentence)
    return found[0].name if found is not None else None


def test_a_reporter_on_the_spot_tells_of_it(places: SqliteGazetteer) -> None:
    assert placed("An agency photographer in Douma", "bombs hit two streets", places) == "Douma"
    assert (
        placed("Residents who live in the besieged town of Douma", "bombs hit two streets", places) is None
    )  # they may have lived there
    assert placed("Doctors in the besieged town of Douma", "bombs hit two streets", places) == "Douma"


def test_officials_and_whoever_is_abroad_were_told(places: SqliteGazetteer) -> None:
    assert placed("Officials in Damascus", "bombs hit two streets", places) is None
    assert placed("A correspondent in Moscow", "bombs hit two streets", places) is None


def test_what_they_say_comes_first(places: SqliteGazetteer) -> None:
    assert placed("An agency photographer in Douma", "bombs hit two streets of Homs", places) is None
