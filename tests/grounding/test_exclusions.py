"""Whom a mention cannot mean."""

from __future__ import annotations

from datetime import date

import pytest
from marked_mentions import RESOLVER, resolve, resolve_events, sentences_of

from fogline.grounding.coreference import References
from fogline.grounding.exclusions import several_meant
from fogline.grounding.registry import words
from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.span import Span

ACTOR, TARGET, ORIGIN = Role.ACTOR, Role.TARGET, Role.ORIGIN


@pytest.mark.parametrize(
    ("printed", "several"),
    [
        ("his guards", True),
        ("about 30 gunmen", True),
        ("Eleven", True),
        ("all of the detained", True),
        ("the guard", False),
        ("one gunman", False),
        ("they", False),
        ("him", False),
    ],
)
def test_guards_and_numbers_mean_several_and_pronouns_are_left_open(printed: str, several: bool) -> None:
    assert several_meant(words(printed)) is several


def test_it_that_is_attacked_is_not_whoever_attacks() -> None:
    text = "Turkey sent aid to the SDF. The Taliban attacked it, and the Taliban fled."
    found = resolve_events(
        text,
        ("aid", {"Turkey": ACTOR, "the SDF": TARGET}),
        ("attack", {"The Taliban": ACTOR, " it": TARGET}),
    )
    assert found[" it"].name in ("Turkey", "Syrian Democratic Forces")


def test_itself_is_whoever_does_it() -> None:
    text = "The SDF attacked Israel. Israel defended itself."
    *_, itself = resolve(text, ("The SDF", ACTOR), ("Israel", TARGET), ("itself", TARGET))
    assert itself.name == "Israel"


@pytest.mark.parametrize("pronoun", ["she", "he"])
def test_she_is_no_army(pronoun: str) -> None:
    text = f"The Taliban shelled the road and the army fired back. Nobody came, {pronoun} said."
    *_, found = resolve(text, ("The Taliban", ACTOR), ("the army", ACTOR), (pronoun, ORIGIN), country="AF", year=2010)
    assert (found.name, found.actor_id) == (pronoun, None)


def test_he_is_who_is_named_with_the_group_that_he_is_of() -> None:
    text = "Opposition groups fired at Aleppo. It was an answer, Omar Kobo of the Aleppo-based Lantern opposition group told a paper. He said it was late."
    who = "Omar Kobo of the Aleppo-based Lantern opposition group"
    *_, he = resolve(text, ("Opposition groups", ACTOR), (who, ORIGIN), ("He", ORIGIN))
    assert he.name == "Omar Kobo"


@pytest.mark.parametrize("body", ["A group monitoring the war", "A committee that counts the dead"])
def test_he_is_no_group_though_a_word_behind_it_could_be_somebody(body: str) -> None:
    text = f"{body} told of nine dead. Nobody came, he said."
    *_, he = resolve(text, (body, ORIGIN), ("he", ORIGIN))
    assert he.name == "he"


def test_him_in_a_quotation_is_not_its_speaker() -> None:
    text = "General Tom Ito met the prisoner Ada Kobo. “Shoot him,” General Tom Ito said."
    _, him, _ = resolve(text, ("the prisoner Ada Kobo", TARGET), ("him", TARGET), ("General Tom Ito", ORIGIN))
    assert him.name != "Syria"


def test_whoever_speaks_behind_a_quotation_is_not_named_in_it() -> None:
    text = "Rosa Ito hid for a week. “General Maria Kobo's soldiers took my son,” she said."
    found = resolve_events(
        text,
        ("displacement", {"Rosa Ito": ACTOR}),
        ("arrest", {"General Maria Kobo": ACTOR, "my son": TARGET, "she": ORIGIN}),
        country="CO",
        year=2002,
    )
    she = found["she"]
    assert she.name == "Rosa Ito"


@pytest.mark.parametrize(
    ("quoted", "never"),
    [
        ("They shelled the queue", {"pro-russian separatists"}),
        ("Our men held on, and they shelled the hill", set()),
        ("They fled to the queue", set()),
    ],
)
def test_they_who_shell_in_a_quotation_are_not_the_speakers_side_unless_it_tells_of_them(quoted: str, never: set[str]) -> None:
    text = f"Ukraine was silent. “{quoted},” the pro-Russian separatists' mayor said."
    they = text.index("hey ") - 1
    span, speaker = Span(they, they + 4), text.index("the pro-")
    mentions = {span: ACTOR, Span(speaker, speaker + len("the pro-Russian separatists' mayor")): ORIGIN}
    if "Our men" in text:
        mentions[Span(text.index("Our men"), text.index("Our men") + 7)] = ACTOR
    deeds = {span: frozenset(["shelling" if "shelled" in text else "displacement"])}
    context = report_context(text, date(2015, 6, 1), {"UA": 5})
    found = References(text, dict(sorted(mentions.items())), sentences_of(text), RESOLVER, context, deeds=deeds)
    found.resolved()
    assert found.antecedents.exclusions.names(span, ACTOR) == never


def test_a_spokesman_is_not_that_of_nameless_gunmen() -> None:
    text = "Gunmen killed five villagers near the river, a spokesman said."
    found = resolve_events(
        text, ("attack", {"Gunmen": ACTOR, "five villagers": TARGET, "a spokesman": ORIGIN}), country="NG", again=True
    )
    assert found["a spokesman"].name == "spokesman"


def test_of_soldiers_who_were_killed_the_spokesman_of_their_army_tells() -> None:
    text = "Gunmen killed five soldiers near the river, a spokesman said."
    found = resolve_events(
        text, ("attack", {"Gunmen": ACTOR, "five soldiers": TARGET, "a spokesman": ORIGIN}), country="NG", again=True
    )
    assert found["a spokesman"].name == "Nigeria"


def test_a_spokesman_may_be_that_of_a_group_by_its_name() -> None:
    text = "Boko Haram fighters attacked a market, a spokesman said."
    found = resolve_events(
        text, ("attack", {"Boko Haram fighters": ACTOR, "a market": TARGET, "a spokesman": ORIGIN}), country="NG", again=True
    )
    assert found["a spokesman"].name == "Boko Haram"


def test_guards_are_not_the_prisoner_they_hold() -> None:
    text = "Tariq Saleh, a baker, was taken away. Tariq Saleh wept. His guards beat two women."
    found = resolve_events(
        text, ("arrest", {"Tariq Saleh, a baker": TARGET}), ("attack", {"His guards": ACTOR, "two women": TARGET}), again=True
    )
    assert "Saleh" not in found["His guards"].name


def test_he_is_the_brother_and_not_whose_brother_he_is() -> None:
    text = "Kumari hid in a ditch. Kumari’s brother was seized. He was found dead."
    *_, he = resolve(text, ("Kumari", ACTOR), ("Kumari’s brother", TARGET), ("He", TARGET), country="LK", year=2009)
    assert he.name == "civilians"


def test_she_who_speaks_of_her_sister_is_whose_sister_was_seized() -> None:
    text = "Amina Kobo fled to Goma. Kobo’s sister was seized. “Nobody has told us anything,” she said."
    *_, she = resolve(text, ("Amina Kobo", ACTOR), ("Kobo’s sister", TARGET), ("she", ORIGIN), country="CD", year=2009)
    assert she.name == "Amina Kobo"


def test_who_says_that_they_shot_is_none_of_them() -> None:
    text = (
        "The People's Defence Force held Kani. The junta bombed a school there. “They shot at the teachers,” said a spokesman for "
        "the group. The junta did not answer, and the junta flew on."
    )
    found = resolve_events(
        text,
        ("control", {"The People's Defence Force": ACTOR}),
        ("air-strike", {"The junta": ACTOR}),
        ("attack", {"They": ACTOR, "a spokesman for the group": ORIGIN}),
        country="MM",
        year=2024,
        again=True,
    )
    assert found["They"].actor_id == "MM"
    assert found["a spokesman for the group"].name == "People's Defence Force"


def test_whoever_is_attacked_by_name_is_not_they_who_attack() -> None:
    text = "The Taliban were named first. Taliban men and ISAF met on a road. Then they attacked the Taliban at noon."
    found = resolve_events(
        text,
        ("consult", {"Taliban men": ACTOR, "ISAF": ACTOR}),
        ("attack", {"they": ACTOR, "the Taliban": TARGET}),
        country="AF",
        year=2010,
        again=True,
    )
    assert found["they"].name != "Taliban"


def test_within_one_body_they_may_attack_their_own() -> None:
    text = "The Taliban split. A mutiny began: they attacked the Taliban chief."
    mentions = {Span(text.index(w), text.index(w) + len(w)): r for w, r in (("they", ACTOR), ("the Taliban chief", TARGET))}
    they, chief = mentions
    context = report_context(text, date(2010, 6, 1), {"AF": 5})
    apart, deeds = {they: frozenset([chief]), chief: frozenset([they])}, {they: frozenset(["attack"])}
    references = References(text, mentions, sentences_of(text), RESOLVER, context, apart, deeds)
    references.resolved()
    assert not references.antecedents.exclusions.against(they, "Taliban")


def test_jihadists_are_neither_a_state_nor_the_kurds_who_fight_them() -> None:
    text = "The Syrian Democratic Forces hold Orvat. The islamists left. Turkey and Islamic State said nothing."
    mentions = {Span(text.index(w), text.index(w) + len(w)): ACTOR for w in ("The Syrian Democratic Forces", "The islamists")}
    _, islamists = mentions
    references = References(text, mentions, sentences_of(text), RESOLVER, report_context(text, date(2018, 6, 1), {"SY": 5}))
    references.resolved()
    out = references.antecedents.exclusions
    ids = {a.name: a.id for a in RESOLVER.registry}
    assert out.of_the_creed(islamists)
    assert [out.of_no_creed(ids[n]) for n in ("Syrian Democratic Forces", "Turkey", "Islamic State", "Taliban")] == [
        True,
        True,
        False,
        False,
    ]


def test_plotters_may_attack_the_head_of_their_own_group() -> None:
    text = "Foreign fighters of Isis launched a coup against the Isis leader."
    fighters, leader = (Span(text.index(w), text.index(w) + len(w)) for w in ("Foreign fighters of Isis", "the Isis leader"))
    context = report_context(text, date(2018, 6, 1), {"SY": 5})
    apart = {fighters: frozenset([leader]), leader: frozenset([fighters])}
    mentions, deeds = {fighters: ACTOR, leader: TARGET}, {fighters: frozenset(["armed-clash"])}
    references = References(text, mentions, sentences_of(text), RESOLVER, context, apart, deeds)
    references.resolved()
    assert not references.antecedents.exclusions.against(fighters, "Islamic State")


def test_a_news_agency_in_the_dateline_is_nobody_of_whom_is_told() -> None:
    text = "ORVAT (UPI) - Shells fell on Monday. UPI (London) waited."
    found = References(text, {}, sentences_of(text), RESOLVER, report_context(text, date(2018, 6, 1), {"SY": 5}))
    found.resolved()
    out = found.antecedents.exclusions
    told = [e for e in found.entities.told if e.span.of(text) == "UPI"]
    assert [out.wires_the_report(e) for e in told] == [True, False]


def test_her_is_no_town_of_which_something_was_told() -> None:
    text = "Tarvo Hill was shelled, a nurse was told. They shot at her."
    found = resolve_events(
        text, ("shelling", {"Tarvo Hill": TARGET}), ("attack", {"her": TARGET}), places=("Tarvo Hill",), again=True
    )
    assert found["her"].name != "Tarvo Hill"


@pytest.mark.parametrize("pronoun", ["They", "It"])
def test_they_and_it_are_not_one_person_who_is_named(pronoun: str) -> None:
    text = f"Ada Byrne spoke of the flood. {pronoun} came down the hill at ten."
    found = resolve_events(text, ("request", {"Ada Byrne": ACTOR}), ("attack", {pronoun: ACTOR}), again=True)
    assert found[pronoun].name != "Ada Byrne"


def test_he_is_not_somebodys_mother() -> None:
    text = "Ito's mother, Ilva, mends nets. He told her that he had been held."
    mother = Span(0, len("Ito's mother, Ilva"))
    found = References(text, {mother: ACTOR}, sentences_of(text), RESOLVER, report_context(text, date(2018, 6, 1), {"SY": 5}))
    found.resolved()
    held = next(e for e in found.entities.told if e.span == mother)
    assert found.antecedents.of_other_sex("he", held)
    assert not found.antecedents.of_other_sex("she", held)
