"""People of whom no more is said, by what they do; and numbers of those who strike."""

from __future__ import annotations

import pytest

from builders import a_report
from fogline.grounding.actor import ActorResolver
from fogline.grounding.gazetteer import open_gazetteer
from fogline.grounding.ground import Grounding, ground
from fogline.grounding.registry import load_registry
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role
from fogline.reading.segment import sentences
from fogline.span import Span


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def an_event(text: str, trigger: str, type: str, *marked: tuple[Role, str]) -> EventMention:
    arguments = tuple(Argument(role, span_of(text, words), 0.9) for role, words in marked)
    return EventMention(span_of(text, trigger), Span(0, len(text)), type, Modality.ACTUAL, arguments)


def grounded(text: str, *events: EventMention) -> Grounding:
    """Ground a text of some events, whose words are marked at the first place where they stand."""
    report = a_report(text, "2019-03-10")
    reading = Reading(report.id, "stub", sentences(text), events=events)
    return ground(report, reading, open_gazetteer(), ActorResolver(load_registry()))


@pytest.mark.parametrize(
    ("text", "doer", "trigger", "type", "name"),
    [
        ("Hundreds marched on the governor's office.", "Hundreds", "marched", "protest", "protesters"),
        ("A crowd of women marched through Nyala.", "A crowd of women", "marched", "protest", "protesters"),
        ("Students marched through Nyala.", "Students", "marched", "protest", "students"),
        ("Hundreds fled to Nyala.", "Hundreds", "fled", "displacement", "civilians"),
        ("Some 500 men shelled the base.", "500 men", "shelled", "shelling", "armed men"),
        ("Kurds flocked to the city.", "Kurds", "flocked", "displacement", "Kurds"),
        ("Kurds took the city.", "Kurds", "took", "territory-gained", "Kurdish forces"),
        ("5.5 million Syrians have fled.", "5.5 million Syrians", "fled", "displacement", "civilians"),
        ("The Syrians withdrew.", "The Syrians", "withdrew", "withdrawal", "Syria"),
        ("Some 500 families shelled peas.", "500 families", "shelled", "shelling", "civilians"),
        ("A woman blew herself up at a checkpoint.", "A woman", "blew herself up", "suicide-bomb", "suicide bomber"),
    ],
)
def test_people_of_whom_no_more_is_said_are_what_they_do(text: str, doer: str, trigger: str, type: str, name: str) -> None:
    (actor,) = grounded(text, an_event(text, trigger, type, (Role.ACTOR, doer))).actors.values()
    assert actor.name == name


def test_they_who_were_told_to_march_are_protesters_in_the_next_sentence_too() -> None:
    text = "Thousands marched through Nyala on Friday. They demanded that the governor resign."
    marched = an_event(text, "marched", "protest", (Role.ACTOR, "Thousands"))
    demanded = an_event(text, "demanded", "request", (Role.ACTOR, "They"))
    found = grounded(text, marched, demanded)
    assert [a.name for _, a in sorted(found.actors.items())] == ["protesters", "protesters"]


@pytest.mark.parametrize(
    ("text", "doer", "trigger", "type", "counted"),
    [
        ("Three rebels shelled the town and killed two people.", "Three rebels", "shelled", "shelling", ["fighters", "killed"]),
        ("Four men seized a doctor.", "Four men", "seized", "abduction", ["fighters"]),
        ("Three rebels were shelled in the town.", "Three rebels", "shelled", "shelling", ["killed"]),
        ("Three people died in a raid.", "Three people", "died", "air-strike", ["killed"]),
    ],
)
def test_those_who_strike_are_not_counted_among_the_dead(
    text: str, doer: str, trigger: str, type: str, counted: list[str]
) -> None:
    (event,) = grounded(text, an_event(text, trigger, type, (Role.ACTOR, doer))).events
    assert [quantity.what for quantity, _ in event.counts] == counted
