"""Who is only told of to say who another is."""

from __future__ import annotations

import pytest

from fogline.claims.clauses import in_one_sentence, of_whose_office, tells_who, whom_it_follows
from fogline.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "outer", "inner", "trigger", "only_told"),
    [
        ("The Front, armed by Delmar, shelled the town.", "The Front", "Delmar", "shelled", True),
        ("The Front, armed and paid by Delmar, shelled the town.", "The Front, armed and paid", "Delmar", "shelled", True),
        ("The Front, loyal to Arkona and led by Ada Byrne, shelled the town.", "The Front", "Ada Byrne", "shelled", True),
        ("A panel set up by Delmar told of shelling.", "A panel", "Delmar", "shelling", True),
        ("The Front, who lost Harl to Delmar, shelled the town.", "The Front", "Delmar", "shelled", True),
        ("The Front, which with Delmar shelled the town, left.", "The Front", "Delmar", "shelled", False),
        ("The Front and Delmar shelled the town.", "The Front", "Delmar", "shelled", False),
        ("A meeting led by Delmar ended.", "A meeting", "Delmar", "meeting", False),
        ("Guards, men allied to the Front and Delmar shelled it.", "men allied to the Front", "Delmar", "shelled", False),
    ],
)
def test_whoever_only_says_who_another_is_takes_no_part(text: str, outer: str, inner: str, trigger: str, only_told: bool) -> None:
    assert tells_who(at(text, inner), at(text, outer), at(text, trigger), text) is only_told


def test_office_of_somebody_names_a_body_beside_them() -> None:
    text = "The mine killed Omar Harl, the leader of the Front, and guards, men of the Desk."
    assert of_whose_office(at(text, "Front"), at(text, "Omar Harl"), text)
    assert not of_whose_office(at(text, "Desk"), at(text, "guards"), text)
    assert not of_whose_office(at(text, "Desk"), at(text, "Omar Harl"), text)


def test_who_stands_for_the_mention_right_before_it() -> None:
    text = "The army fought the Front, who said that they had left."
    army, front, who = at(text, "The army"), at(text, "the Front"), at(text, "who")
    assert whom_it_follows(who, [army, front], text) == front
    assert whom_it_follows(who, [army], text) is None
    assert whom_it_follows(at(text, "they"), [army, front], text) is None


def test_sentences_are_told_apart_by_their_full_stops() -> None:
    text = "Shells fell. Ada Byrne saw 3.5 tonnes burn."
    assert not in_one_sentence(at(text, "fell"), at(text, "Ada"), text)
    assert in_one_sentence(at(text, "Ada"), at(text, "burn"), text)
