"""Whom pronouns, bare descriptions and surnames refer to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_mentions import RESOLVER, resolve, sentences_of

from fogline.grounding.actor import ActorResolver
from fogline.grounding.coreference import References
from fogline.grounding.registry import load_registry
from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.reading.segment import sentences
from fogline.span import Span


def test_somebodys_men_are_no_civilians_where_he_is_not_named() -> None:
    (men,) = resolve("A commander and several of his men fled.", ("several of his men", Role.ACTOR))
    assert (men.basis, men.inter) == ("unknown", None)


def test_a_bare_number_of_victims_is_of_people() -> None:
    (some,) = resolve("Shells fell on the market. At least 24 died.", ("At least 24", Role.TARGET))
    assert (some.name, some.inter) == ("civilians", 7)


def test_whose_is_of_whoever_is_named_before_it() -> None:
    text = "The militants fight the Syrian Democratic Forces, whose commanders left. Iran, seven of whose soldiers fell, warned Israel."
    commanders, soldiers = resolve(text, ("commanders", Role.ACTOR), ("seven of whose soldiers", Role.TARGET))
    assert (commanders.name, soldiers.name) == ("Syrian Democratic Forces", "Iran")


def test_fighters_are_no_it_beside_whom_they_fight() -> None:
    text = "Isis fighters hold out against the Syrian Democratic Forces. Its spokesman was silent."
    *_, spokesman = resolve(
        text, ("Isis fighters", Role.ACTOR), ("the Syrian Democratic Forces", Role.TARGET), ("Its spokesman", Role.ACTOR)
    )
    assert spokesman.name == "Syrian Democratic Forces"


def test_it_is_the_state_of_the_sentence_before() -> None:
    _, it = resolve("Turkey shelled the hills. It also sent tanks.", ("Turkey", Role.ACTOR), ("It", Role.ACTOR))
    assert (it.name, it.basis) == ("Turkey", "coreference")
    assert "Turkey" in it.reason


def test_he_is_the_person_and_not_the_group() -> None:
    text = "Isis lost the village, said the Russian defence minister. He gave no figures."
    *_, he = resolve(text, ("Isis", Role.ACTOR), ("the Russian defence minister", Role.ORIGIN), ("He", Role.ORIGIN))
    assert he.name == "Russia"


def test_he_is_somebody_who_does_nothing_that_is_a_claim() -> None:
    text = "The UN condemned the raid. Kenya's foreign minister was in Goma on Friday. He demanded a truce."
    un, he = resolve(text, ("The UN", Role.ACTOR), ("He", Role.ACTOR), country="CD")
    assert (un.name, he.name) == ("United Nations", "Kenya")


def test_those_who_are_known_by_what_they_did_are_people() -> None:
    text = "Those who fled Susah slept outside. Two-thirds of the inhabitants never came back."
    fled, rest = resolve(text, ("Those who fled Susah", Role.TARGET), ("Two-thirds of the inhabitants", Role.ACTOR))
    assert (fled.name, rest.name) == ("civilians", "residents")


def test_its_minister_is_of_the_state_before_and_not_of_whoever_was_cited() -> None:
    text = "The monitor counted 12 dead. Israel did not comment. Its defence minister had warned of more."
    _, its = resolve(text, ("The monitor", Role.ORIGIN), ("Its defence minister", Role.ORIGIN))
    assert its.name == "Israel"


def test_fighters_of_a_people_are_not_those_of_the_state_named_before() -> None:
    text = "The US state department confirmed it. Druze fighters killed two captives."
    us, fighters = resolve(text, ("The US state department", Role.ORIGIN), ("Druze fighters", Role.ACTOR))
    assert us.name == "United States"
    assert fighters.name != "United States"


def test_my_brother_is_not_whoever_speaks() -> None:
    text = "UNICEF said it knew of both. “My brother was killed,” a girl said."
    said, brother = resolve(text, ("UNICEF", Role.ORIGIN), ("My brother", Role.TARGET))
    assert said.name == "UNICEF"
    assert brother.name != "UNICEF"


def test_the_group_is_the_group_named_last_even_outside_the_mentions() -> None:
    (group,) = resolve("Boko Haram is weaker. On Monday the group burned a market.", ("the group", Role.ACTOR), country="NG")
    assert group.name == "Boko Haram"


def test_we_is_whoever_is_quoted() -> None:
    text = "We will hold the town, said a spokesman for the SDF."
    we, _ = resolve(text, ("We", Role.ACTOR), ("a spokesman for the SDF", Role.ORIGIN))
    assert we.name == "Syrian Democratic Forces"


def test_a_pronoun_with_nothing_before_it_stays_unknown() -> None:
    (found,) = resolve("They fled at dawn.", ("They", Role.ACTOR))
    assert (found.basis, found.actor_id) == ("unknown", None)


@given(st.text(alphabet="He it the group Isis. Bali said (XY)", min_size=3, max_size=80), st.data())
def test_every_mention_gets_an_answer(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    context = report_context(text, None, {})
    found = References(text, {Span(start, end): Role.ACTOR}, sentences_of(text), RESOLVER, context).resolved()
    assert found[Span(start, end)].reason


def test_a_bracket_that_a_mention_ends_with_names_nobody() -> None:
    text = "Fighters (Isis) fled."
    found = References(text, {Span(0, 10): Role.ACTOR}, sentences_of(text), RESOLVER, report_context(text, None, {})).resolved()
    assert found[Span(0, 10)].reason


def test_it_that_speaks_is_who_spoke_before() -> None:
    text = "More than 500 SDF fighters were killed by Islamic State, according to the Syrian Observatory for Human Rights. It said that civilians died as well."

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    mentions = {
        at("SDF fighters"): Role.TARGET,
        at("Islamic State"): Role.ACTOR,
        at("the Syrian Observatory for Human Rights"): Role.ORIGIN,
        at("It"): Role.ORIGIN,
    }
    found = References(
        text, mentions, sentences(text), ActorResolver(load_registry()), report_context(text, None, {"SY": 1})
    ).resolved()
    assert found[at("It")].name == "Syrian Observatory for Human Rights"


def test_she_is_the_woman_and_not_the_man_nearer_by() -> None:
    text = "The mayor, Nadia Haddad, met Omar Saleh. She asked for aid."
    *_, she = resolve(text, ("Nadia Haddad", Role.ACTOR), ("Omar Saleh", Role.TARGET), ("She", Role.ORIGIN))
    assert "Haddad" in she.name


def test_she_is_the_woman_and_not_the_group_that_is_named_more_often() -> None:
    text = (
        "Islamic State in West Africa shot Hauwa Lawan, a midwife of 24. It had threatened to, and it blamed the government. "
        "The group says that she had left Islam."
    )
    *_, she = resolve(
        text,
        ("Islamic State in West Africa", Role.ACTOR),
        ("Hauwa Lawan, a midwife", Role.TARGET),
        ("It", Role.ACTOR),
        ("The group", Role.ORIGIN),
        ("she", Role.TARGET),
        country="NG",
    )
    assert she.name == "Hauwa Lawan"


def test_its_troops_are_the_state_just_spoken_of() -> None:
    _, troops = resolve("Turkey crossed the river. Its troops took the hill.", ("Turkey", Role.ACTOR), ("Its troops", Role.ACTOR))
    assert troops.name == "Turkey"


def test_others_who_are_hurt_are_people_of_whom_nothing_more_is_said() -> None:
    (others,) = resolve("The blast wounded 21 others.", ("21 others", Role.TARGET))
    assert (others.name, others.basis) == ("civilians", "description")


def test_i_who_am_not_named_is_a_witness() -> None:
    (i,) = resolve("I saw the planes come, then the roof fell.", ("I", Role.ORIGIN))
    assert i.name == "witness"


def test_whoever_is_struck_is_not_they_who_strike() -> None:
    text = "Kurdish fighters met Turkish troops near the river. They shelled them."
    kurds, turks, they = (Span(0, 16), Span(21, 35), Span(text.index("They"), text.index("They") + 4))
    them = Span(text.index("them"), text.index("them") + 4)
    mentions = {kurds: Role.ACTOR, turks: Role.TARGET, they: Role.ACTOR, them: Role.TARGET}
    context = report_context(text, date(2018, 6, 1), {"SY": 5})
    apart = {they: frozenset({kurds})}
    found = References(text, mentions, sentences_of(text), RESOLVER, context, apart).resolved()
    assert found[they].name != found[kurds].name


def test_a_sides_men_are_that_side() -> None:
    text = "An ELN spokesman denied it. He said its men had only burned a bridge."
    _, men = resolve(text, ("ELN", Role.ORIGIN), ("its men", Role.ACTOR))
    assert men.name == "ELN"


def test_its_troops_are_of_whoever_speaks_in_the_clause() -> None:
    for text, mention, country, year, name in (
        ("Rebels fled Goma. Kinshasa said its troops were in control.", "its troops", "CD", 2013, "Democratic Republic of Congo"),
        ("The Arakan Army shelled Ann. The junta said its forces held on.", "its forces", "MM", 2024, "Myanmar"),
        ("The RSF looted homes. The army denied its soldiers had fled.", "its soldiers", "SD", 2024, "Sudan"),
    ):
        (own,) = resolve(text, (mention, Role.ACTOR), country=country, year=year)
        assert own.name == name


def test_its_minister_is_that_of_whoever_was_spoken_of_and_not_of_the_state_at_war() -> None:
    text = "Lebanon closed the crossing on Monday. Its foreign minister said that Damascus had been told."
    assert resolve(text, ("Its foreign minister", Role.ORIGIN))[0].name == "Lebanon"


def test_a_seat_behind_the_ministry_says_whose_it_is() -> None:
    text = "The foreign ministry in Tehran said it would send wheat."
    assert resolve(text, ("The foreign ministry in Tehran", Role.ORIGIN))[0].name == "Iran"


def test_the_security_council_is_the_united_nations_and_a_national_one_is_not() -> None:
    text = "The security council met twice. The national security council met in Khartoum."
    council, national = resolve(
        text, ("The security council", Role.ACTOR), ("The national security council", Role.ACTOR), country="SD", year=2023
    )
    assert (council.name, national.name) == ("United Nations", "Sudan")


def test_men_of_a_group_are_the_group() -> None:
    text = "Men of the Wagner group held the mine."
    assert resolve(text, ("Men of the Wagner group", Role.ACTOR), country="ML", year=2022)[0].name == "Wagner Group"


def test_an_orthodox_bishop_does_not_speak_for_the_catholic_church() -> None:
    text = "The Orthodox bishop blessed them."
    assert resolve(text, ("The Orthodox bishop", Role.ACTOR), country="RS", year=1999)[0].actor_id is None


def test_he_is_a_president_who_is_told_of_outside_the_claims() -> None:
    text = "The Israeli defence minister promised blows. Syria's president appeared on television. He had had to choose, he said."
    minister, he = resolve(text, ("The Israeli defence minister", Role.ACTOR), ("he", Role.ORIGIN))
    assert (minister.name, he.name) == ("Israel", "Syria")


def test_he_is_a_prime_minister_of_whom_no_claim_speaks() -> None:
    text = (
        "Amnesty International counted 12 dead. The prime minister offered a reshuffle. He told the country that he would resign."
    )
    *_, he = resolve(text, ("Amnesty International", Role.ORIGIN), ("He", Role.ORIGIN), country="IQ", year=2019)
    assert he.name == "Iraq"


def test_it_that_says_is_whoever_denied_in_the_sentence_before() -> None:
    text = "Fighters took the camps, the JNIM spokesman said. The Malian army denied that the camps had fallen. It said that 17 men were missing."
    *_, it = resolve(
        text, ("the JNIM spokesman", Role.ORIGIN), ("The Malian army", Role.ACTOR), ("It", Role.ORIGIN), country="ML", year=2023
    )
    assert it.name == "Mali"


def test_its_fighters_are_the_speakers_and_his_country_the_speakers_state() -> None:
    text = "Kigali denied it. The M23 spokesman, Ada Byrne, said its fighters had liberated Minova."
    *_, own = resolve(
        text,
        ("Kigali", Role.ORIGIN),
        ("The M23 spokesman, Ada Byrne", Role.ORIGIN),
        ("its fighters", Role.ACTOR),
        country="CD",
        year=2024,
    )
    assert own.name == "M23"
    text = "Hungary's prime minister said his country would not take part."
    assert resolve(text, ("Hungary's prime minister", Role.ORIGIN), ("his country", Role.ACTOR))[1].name == "Hungary"


def test_a_rebel_coalition_is_not_the_only_group_that_is_named() -> None:
    text = "JNIM attacked Sikasso. A Tuareg rebel coalition accused the army."
    assert resolve(text, ("A Tuareg rebel coalition", Role.ACTOR), country="ML", year=2023)[0].actor_id is None


def test_a_junta_spokesman_speaks_for_the_state() -> None:
    text = "Junta spokesman Zaw Tun denied the raid."
    assert resolve(text, ("Junta spokesman Zaw Tun", Role.ORIGIN), country="MM", year=2023)[0].name == "Myanmar"


def test_a_village_that_was_hit_is_not_who_speaks_later() -> None:
    text = "The bomb hit Oe Htein Kwin in Depayin township, said the rescuer. A second one fell, he added."
    *_, he = resolve(text, ("Oe Htein Kwin", Role.TARGET), ("the rescuer", Role.ORIGIN), ("he", Role.ORIGIN), country="MM")
    assert he.name == "rescuer"


@pytest.mark.parametrize("words", ["a further 100", "80 or so", "perhaps 50,000", "a small number", "the last 11"])
def test_words_that_only_count_are_people_of_whom_no_more_is_said(words: str) -> None:
    (counted,) = resolve(f"The raid drove out {words}.", (words, Role.TARGET))
    assert counted.name == "civilians"
