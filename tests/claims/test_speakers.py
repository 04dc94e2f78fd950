"""Whose words speak of an event, from what stands around them."""

from __future__ import annotations

import pytest

from fogline.claims.speakers import speakers_of
from fogline.reading.reading import Argument, EventMention, Modality, Role
from fogline.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def speakers(text: str, trigger: str, *origins: str, actor: str = "", mentions: str = "", sure: float = 0.9) -> list[str]:
    """Return who speaks; the first of ``origins`` is as ``sure`` as said, the others are surer than what is needed."""
    marked = [Argument(Role.ORIGIN, at(text, w), 0.9 if n else sure) for n, w in enumerate(origins)]
    doers = [Argument(Role.ACTOR, at(text, actor))] if actor else []
    event = EventMention(at(text, trigger), at(text, trigger), "shelling", Modality.ACTUAL, (*marked, *doers), attributed=0.9)
    named = [at(text, w) for w in mentions.split("|") if w]
    return [s.of(text) for s in speakers_of(event, None, named, text)]


@pytest.mark.parametrize(
    ("text", "origins", "speak"),
    [
        ("Observers could not confirm claims by the Front that shells hit it.", ["Observers", "the Front"], ["the Front"]),
        ("Harl said it was unable to verify reports from Arkona that shells hit it.", ["Harl", "Arkona"], ["Arkona"]),
        ("The council did not independently confirm that shells hit it.", ["The council"], []),
        ("Shells hit it, Delmar said, which observers could not confirm.", ["Delmar", "observers"], ["Delmar"]),
        ("The council could not confirm reports of looting but said shells hit it.", ["The council"], ["The council"]),
        ("The council could confirm reports that shells hit it.", ["The council"], ["The council"]),
    ],
)
def test_who_cannot_confirm_a_claim_does_not_make_it(text: str, origins: list[str], speak: list[str]) -> None:
    assert speakers(text, "hit", *origins) == speak


@pytest.mark.parametrize(
    ("text", "origins", "speak"),
    [
        ("Delmar and the Lantern rebel alliance said shells hit it.", ["Delmar", "rebel alliance"], 2),
        ("Shells hit it, according to Delmar and the Front.", ["Delmar", "the Front"], 2),
        ("Arkona met Delmar and the Front said shells hit it.", ["Delmar", "the Front"], 1),
        ("Delmar spoke, and later the Front said shells hit it.", ["Delmar", "the Front"], 1),
    ],
)
def test_unsure_speaker_beside_the_surest_speaks_along(text: str, origins: list[str], speak: int) -> None:
    assert speakers(text, "hit", *origins, sure=0.4) == origins[-speak:]


def test_speakers_of_two_clauses_are_not_joint() -> None:
    text = "Ten died, the council said, though a lawyers' group put the number at 15."
    assert speakers(text, "died", "the council", "a lawyers' group") == ["the council"]
    text = "Nurses said shells had hit the town, and farmers said that four died."
    assert speakers(text, "died", "Nurses", "farmers") == ["farmers"]
    text = "Nurses, but also farmers, said shells hit the town."
    assert speakers(text, "hit", "Nurses", "farmers") == ["Nurses", "farmers"]
    text = "Nurses, police, and farmers said shells hit the town."
    assert speakers(text, "hit", "Nurses", "police", "farmers") == ["Nurses", "police", "farmers"]


def test_who_in_a_clause_is_whoever_it_tells_of() -> None:
    text = "The army met the Front, who said shells hit the town."
    assert speakers(text, "hit", "who", mentions="The army|the Front") == ["the Front"]


def test_small_words_and_rites_do_not_speak() -> None:
    text = "Shells hit it, per the Lantern Council."
    assert speakers(text, "hit", "per", "the Lantern Council") == ["the Lantern Council"]
    text = "Those whom shells hit were buried according to their village's rites."
    assert speakers(text, "hit", "their village's rites") == []


@pytest.mark.parametrize(
    ("text", "origins", "speak"),
    [
        ("We counted ten bodies in the yard. Ada Byrne, a cook, hid.", ["Ada Byrne"], []),
        ("We counted ten bodies in the yard.", ["We"], []),
        ("“We counted ten bodies in the yard,” said Ada Byrne.", ["Ada Byrne"], ["Ada Byrne"]),
        ("We counted ten bodies in the yard, says Ada Byrne.", ["Ada Byrne"], ["Ada Byrne"]),
        ("We killed them and left the bodies. So the Front says.", ["the Front"], ["the Front"]),
    ],
)
def test_outlet_itself_tells_of_what_its_reporters_saw(text: str, origins: list[str], speak: list[str]) -> None:
    assert speakers(text, "bodies", *origins, actor="We") == speak


@pytest.mark.parametrize(
    ("text", "origins", "speak"),
    [
        ("Ada Byrne, who bakes bread there, said shells hit it.", ["Ada Byrne", "bakes bread there"], ["Ada Byrne"]),
        ("The Desk, a group that watches roads, said shells hit it.", ["The Desk", "watches roads"], ["The Desk"]),
        ("The charity said its nurses saw shells hit it.", ["The charity", "its nurses"], ["The charity"]),
        ("A statement from the presidency said shells hit it.", ["A statement", "the presidency"], ["the presidency"]),
        ("Shells hit it, a tally by the Desk shows.", ["a tally", "the Desk"], ["the Desk"]),
        ("Ada Byrne said shells hit it. Ada Byrne, a clerk, fled.", ["Ada Byrne", "Ada Byrne, a clerk"], ["Ada Byrne, a clerk"]),
        ("The panel set up by Delmar said shells hit it.", ["The panel set up", "Delmar"], ["The panel set up"]),
        ("The army and its allies said shells hit it.", ["The army", "its allies"], ["The army", "its allies"]),
        ("Farmers and guards said shells hit it.", ["Farmers and guards", "guards"], ["Farmers and guards", "guards"]),
    ],
)
def test_part_of_a_speaker_is_no_second_voice(text: str, origins: list[str], speak: list[str]) -> None:
    assert speakers(text, "hit", *origins) == speak
