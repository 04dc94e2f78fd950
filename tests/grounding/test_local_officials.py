"""Whose state a local official speaks for: the one that the town lies in."""

from __future__ import annotations

import pytest

from builders import a_report
from fogline.grounding.actor import ActorResolver
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.ground import ground
from fogline.grounding.registry import load_registry
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role, Toponym
from fogline.span import Span

UKRAINE = "Shells fell on Kharkiv, Odesa, Kyiv and Lviv in Ukraine."


@pytest.mark.parametrize(
    ("sentence", "town", "speaker", "name"),
    [
        ("A drone hit Belgorod, the regional governor said.", "Belgorod", "the regional governor", "Russia"),
        ("A drone hit Kharkiv, the regional governor said.", "Kharkiv", "the regional governor", "Ukraine"),
        ("A drone hit Belgorod, the army said.", "Belgorod", "the army", "Ukraine"),
    ],
)
def test_the_governor_of_a_town_is_of_its_state(sentence: str, town: str, speaker: str, name: str) -> None:
    report = a_report(f"{UKRAINE} {sentence}", "2024-06-05")
    text = report.text
    begin = len(UKRAINE) + 1

    def span(part: str) -> Span:
        return Span(text.index(part, begin), text.index(part, begin) + len(part))

    arguments = (Argument(Role.PLACE, span(town), 0.9), Argument(Role.ORIGIN, span(speaker), 0.9))
    event = EventMention(span("hit"), Span(begin, len(text)), "air-strike", Modality.ACTUAL, arguments)
    named = tuple(Toponym(Span(text.index(n), text.index(n) + len(n))) for n in ("Kharkiv", "Odesa", "Kyiv", "Lviv", "Ukraine"))
    sentences = (Span(0, begin - 1), Span(begin, len(text)))
    reading = Reading(report.id, "stub", sentences, events=(event,), toponyms=(*named, Toponym(span(town))))
    found = ground(report, reading, open_gazetteer(), ActorResolver(load_registry()))
    assert found.actors[span(speaker)].name == name
