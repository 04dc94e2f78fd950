"""How far a mention goes."""

from __future__ import annotations

from marked_mentions import resolve

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


def test_a_number_of_fighters_is_of_fighters_and_no_civilians() -> None:
    text = "The RSF said it had lost a convoy near Nyala. Three of its fighters and two of the attackers died."
    _, own, attackers = resolve(
        text,
        ("The RSF", Role.ORIGIN),
        ("Three of its fighters", Role.TARGET),
        ("two of the attackers", Role.TARGET),
        country="SD",
        year=2024,
    )
    assert (own.name, attackers.name, attackers.inter) == ("Rapid Support Forces", "attackers", None)


def test_a_statement_speaks_for_whoever_wrote_it() -> None:
    text = "Shells fell on Omdurman on Monday. The army statement blamed the militia. Fewer shells fell, a letter says."
    army, letter = resolve(
        text,
        ("The army statement", Role.ORIGIN),
        ("a letter", Role.ORIGIN),
        country="SD",
        year=2024,
    )
    assert army.name == "Sudan" and army.kind is ActorKind.PARTY
    assert letter.actor_id is None


def test_a_name_cut_short_is_looked_up_whole() -> None:
    (forces,) = resolve("Syrian Democratic Forces took the ridge.", ("Democratic Forces", Role.ACTOR))
    assert forces.name == "Syrian Democratic Forces"
    (state,) = resolve("The Isis-held pocket shrank.", ("Isis", Role.TARGET))
    assert state.name == "Islamic State"


def test_mention_that_the_reader_cut_is_read_whole() -> None:
    text = "The U.S. sent aid. Isis members fled and the group lost its base."
    us, members, group = resolve(text, ("The U.S", Role.ACTOR), ("members", Role.ACTOR), ("group", Role.TARGET))
    assert (us.name, members.name, group.name) == ("United States", "Islamic State", "Islamic State")


def test_an_official_goes_on_to_the_office_where_he_sits() -> None:
    text = "Denmark has cut its force in the Sahel. An official at the airport spoke of it. An official at the Elysee did not."
    _, airport, elysee = resolve(
        text, ("Denmark", Role.ACTOR), ("An official", Role.ORIGIN), ("An official", Role.ORIGIN), country="ML", year=2021
    )
    assert elysee.name == "France"
    assert airport.name != "France"


def test_a_ministry_goes_on_to_the_republic_that_calls_itself_one() -> None:
    text = "The ministry in Kyiv gave no toll. The ministry of the self-proclaimed Donetsk People's Republic gave one."
    ours, theirs = resolve(text, ("The ministry", Role.ORIGIN), ("The ministry", Role.ORIGIN), country="UA", year=2015)
    assert (theirs.name, ours.name) == ("Donetsk People's Republic", "Ukraine")
