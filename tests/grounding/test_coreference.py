"""Whom pronouns, bare descriptions and surnames refer to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_mentions import RESOLVER, resolve, resolve_doing, resolve_events, sentences_of

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


def test_the_sources_are_those_told_of_as_sources_before() -> None:
    text = "Police sources told of a blast. A doctor saw two dead. The sources blamed the rebels."
    police, _, sources = resolve(text, ("Police sources", Role.ORIGIN), ("A doctor", Role.ORIGIN), ("The sources", Role.ORIGIN))
    assert (sources.name, sources.basis) == (police.name, "coreference")


def test_a_mayor_speaks_for_the_state_and_is_a_person_where_something_is_done_to_her() -> None:
    text = "The mayor, Nadia Haddad, fled. Haddad said shells fell."
    fled, said = resolve(text, ("Nadia Haddad", Role.TARGET), ("Haddad", Role.ORIGIN))
    assert (fled.name, said.name) == ("Nadia Haddad", "Syria")


def test_a_bare_number_is_of_people_and_never_of_a_body_by_its_name() -> None:
    text = "ECOWAS imposed sanctions. Thousands marched."
    _, thousands = resolve_doing(
        text, ("ECOWAS", Role.ACTOR), ("Thousands", Role.ACTOR), doer="Thousands", type="protest", country="ML", year=2023
    )
    assert thousands.name == "protesters"
    text = "The Taliban struck. 20 of them died. Isis fighters struck. Others fled."
    *_, of_them, _, others = resolve(
        text, ("The Taliban", Role.ACTOR), ("20 of them", Role.TARGET), ("Isis fighters", Role.ACTOR), ("Others", Role.ACTOR)
    )
    assert (of_them.name, others.name) == ("Taliban", "Islamic State")


@pytest.mark.parametrize(
    ("text", "body", "name"),
    [
        ("Turkey fell silent. The Red Lantern Brigade said it had left.", "The Red Lantern Brigade", "Red Lantern Brigade"),
        ("Turkey shelled the town, the EHRC said. It gave no toll.", "the EHRC", "EHRC"),
        ("Turkey shelled the town. The Lantern Front said it had left.", "The Lantern Front", "Lantern Front"),
    ],
)
def test_it_may_be_a_body_that_no_registry_lists(text: str, body: str, name: str) -> None:
    it = "It" if " It " in text else " it "
    *_, found = resolve(text, ("Turkey", Role.ACTOR), (body, Role.ORIGIN), (it, Role.ORIGIN))
    assert found.name == name


def test_a_relief_body_does_no_armed_deeds() -> None:
    text = "Doctors Without Borders treated the wounded. It killed 20 soldiers."
    *_, it = resolve_doing(text, ("Doctors Without Borders", Role.ACTOR), ("It", Role.ACTOR), doer="It", type="attack")
    assert it.actor_id is None


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Isis left. One rebel commander, known as Issa, stayed.", "One rebel commander, known as Issa", "Issa"),
        ("Isis left. Commander 'Ten Kobo', a local leader, stayed.", "Commander 'Ten Kobo', a local leader", "Kobo"),
        ("The army left. The al-Abreen charity stayed.", "The al-Abreen charity", "al-Abreen charity"),
        ("Isis took hold of Adwa and removed its mayor.", "its mayor", "mayor"),
    ],
)
def test_whoever_has_a_name_or_is_one_of_a_town_refers_to_nobody_before(text: str, mention: str, name: str) -> None:
    before = "The army" if text.startswith("The army") else "Isis"
    context = report_context(text, date(2018, 6, 1), {"SY": 5}, ["Adwa"])
    spans = {Span(text.index(w), text.index(w) + len(w)): Role.ACTOR for w in (before, mention)}
    found = References(text, spans, sentences_of(text), RESOLVER, context).resolved()
    assert found[max(spans)].name.endswith(name)
    assert found[max(spans)].basis != "coreference"


def test_a_group_is_who_it_is_known_as_locally() -> None:
    text = "Doctors Without Borders left. The group, known locally as al-Shabaab, said it had won."
    said = "The group, known locally as al-Shabaab"
    _, group, it = resolve(
        text, ("Doctors Without Borders", Role.ACTOR), (said, Role.ORIGIN), ("it", Role.ACTOR), country="MZ", year=2022
    )
    assert group.name == it.name == "al-Shabaab (Mozambique)"


def test_a_fighter_who_boasts_tells_of_himself() -> None:
    text = (
        "The RSF's commander, General Tom Ito, was silent. A fighter known as Abu Kobo boasted that he had shot captives. "
        "The RSF said it had seized him."
    )
    *_, boaster, he, _, _, him = resolve(
        text,
        ("The RSF's commander, General Tom Ito", Role.ORIGIN),
        ("A fighter known as Abu Kobo", Role.ORIGIN),
        ("he", Role.ACTOR),
        ("The RSF", Role.ORIGIN),
        ("it", Role.ACTOR),
        ("him", Role.TARGET),
        country="SD",
        year=2024,
    )
    assert boaster.name == he.name == him.name == "Abu Kobo"


def test_his_group_is_not_the_caller_of_whom_no_more_is_known() -> None:
    text = "Boko Haram burned a market. A caller said his group had done it."
    *_, group = resolve(
        text,
        ("Boko Haram", Role.ACTOR),
        ("A caller", Role.ORIGIN),
        ("his group", Role.ACTOR),
        country="NG",
        year=2019,
    )
    assert group.name != "caller"


def test_their_governments_are_not_the_people_they_have() -> None:
    text = "Thirteen peacekeepers were freed. Their governments said they were well."
    _, governments = resolve(text, ("Thirteen peacekeepers", Role.TARGET), ("Their governments", Role.ORIGIN))
    assert governments.name == "governments"
    text = "Turkey and Israel met. Israel left. Its government said that it was over."
    assert resolve(text, ("Israel", Role.ACTOR), ("Its government", Role.ORIGIN))[-1].name == "Israel"


def test_the_mission_is_the_body_whose_name_ends_so() -> None:
    text = "The OSCE's Special Monitoring Mission counted 20 blasts. Ukraine denied it. The mission said that houses burned."
    *_, mission = resolve(
        text,
        ("The OSCE's Special Monitoring Mission", Role.ORIGIN),
        ("Ukraine", Role.ORIGIN),
        ("The mission", Role.ORIGIN),
        country="UA",
        year=2015,
    )
    assert mission.name == "OSCE"


def test_its_army_of_which_a_state_disputes_a_deed_is_its_own() -> None:
    text = "The separatists blamed Moscow. Ukraine rejected the charge that its army had shelled the town."
    found = resolve_events(
        text,
        ("accuse", {"The separatists": Role.ORIGIN}),
        ("reject", {"Ukraine": Role.ACTOR, "its army": Role.TARGET}),
        country="UA",
        year=2015,
    )
    assert found["its army"].name == "Ukraine"


def test_it_said_is_who_spoke_in_the_sentence_before_by_whatever_name() -> None:
    text = "Iraq shelled a bridge. The war information desk announced that Iraq had fled. It said that 17 men died."
    *_, it = resolve(
        text, ("Iraq", Role.ACTOR), ("The war information desk", Role.ORIGIN), ("It", Role.ORIGIN), country="IR", year=1986
    )
    assert it.name == "war information desk"


def test_it_said_is_the_body_on_file_and_not_what_its_relative_clause_speaks_of() -> None:
    text = "Turkey shelled a bridge. The Syrian Observatory for Human Rights, which asks sources in the hills, told of it. It said that 17 men died."
    *_, found = resolve(
        text,
        ("The Syrian Observatory for Human Rights", Role.ORIGIN),
        ("the hills", Role.ORIGIN),
        ("It", Role.ORIGIN),
    )
    assert found.name == "Syrian Observatory for Human Rights"


def test_it_said_is_no_analyst_who_spoke_before() -> None:
    text = "Turkey shelled a bridge. An analyst said that Turkey had fled. It said that 17 men died."
    *_, it = resolve(text, ("Turkey", Role.ACTOR), ("An analyst", Role.ORIGIN), ("It", Role.ORIGIN))
    assert it.name == "Turkey"


def test_his_unit_is_an_it_and_no_he() -> None:
    text = "Awad Kobo, a soldier, was seized by the Houthis. His unit had left. It had fled."
    *_, unit, it = resolve(
        text,
        ("Awad Kobo, a soldier", Role.TARGET),
        ("the Houthis", Role.ACTOR),
        ("His unit", Role.ACTOR),
        ("It", Role.ACTOR),
        country="YE",
    )
    assert unit.name == it.name
    assert "Kobo" not in unit.name


def test_commanders_are_of_those_who_fight_and_of_no_monitor() -> None:
    text = "The Syrian Democratic Forces held the ridge. The Syrian Observatory for Human Rights counted 12 dead. Commanders had expected more."
    *_, commanders = resolve(
        text,
        ("The Syrian Democratic Forces", Role.ACTOR),
        ("The Syrian Observatory for Human Rights", Role.ORIGIN),
        ("Commanders", Role.ORIGIN),
    )
    assert commanders.name == "Syrian Democratic Forces"


def test_no_monitor_holds_ground() -> None:
    text = "The Syrian Democratic Forces entered the town. The Syrian Observatory for Human Rights said it controlled half of it."
    *_, it = resolve_doing(
        text,
        ("The Syrian Democratic Forces", Role.ACTOR),
        ("The Syrian Observatory for Human Rights", Role.ORIGIN),
        ("it", Role.ACTOR),
        doer="it",
        type="control",
    )
    assert it.name == "Syrian Democratic Forces"


def test_one_of_them_is_of_those_told_of_since_the_speakers() -> None:
    text = "Officials said five hostages were freed. One of them said she had been beaten."
    _, hostages, one = resolve(text, ("Officials", Role.ORIGIN), ("five hostages", Role.TARGET), ("One of them", Role.ORIGIN))
    assert one.name == hostages.name
