"""Whom pronouns, bare descriptions and surnames refer to."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fogline.grounding.actor import ActorResolver, load_registry, report_context
from fogline.grounding.coreference import References
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.reading.reading import Role
from fogline.span import Span

RESOLVER = ActorResolver(load_registry())


def sentences_of(text: str) -> list[Span]:
    out, start = [], 0
    for end in [n + 1 for n, c in enumerate(text) if c == "."] or [len(text)]:
        out.append(Span(start, end))
        start = end
    return out


def resolve(text: str, *marked: tuple[str, Role], country: str = "SY", year: int = 2018) -> list[GroundedActor]:
    """Resolve mentions given by their words; a word that stands twice is looked for behind the mention before."""
    mentions, order, at = {}, [], 0
    for printed, role in marked:
        start = text.index(printed, at)
        span = Span(start, start + len(printed))
        mentions[span] = role
        order.append(span)
        at = span.end
    context = report_context(text, date(year, 6, 1), {country: 5})
    found = References(text, mentions, sentences_of(text), RESOLVER, context).resolved()
    assert set(found) == set(mentions)
    return [found[s] for s in order]


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


def test_somebodys_men_are_no_civilians_where_he_is_not_named() -> None:
    (men,) = resolve("A commander and several of his men fled.", ("several of his men", Role.ACTOR))
    assert (men.basis, men.inter) == ("unknown", None)


def test_a_bare_number_of_victims_is_of_people() -> None:
    (some,) = resolve("Shells fell on the market. At least 24 died.", ("At least 24", Role.TARGET))
    assert (some.name, some.inter) == ("civilians", 7)


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


def test_he_is_whoever_bears_a_surname_that_the_text_gives_in_full() -> None:
    text = "Tom Letters, 23, left home in May. Letters wanted to help, a neighbour thought. He was seized at the border."
    (he,) = resolve(text, ("He", Role.TARGET))
    assert he.name == "Tom Letters"


def test_those_who_are_known_by_what_they_did_are_people() -> None:
    text = "Those who fled Susah slept outside. Two-thirds of the inhabitants never came back."
    fled, rest = resolve(text, ("Those who fled Susah", Role.TARGET), ("Two-thirds of the inhabitants", Role.ACTOR))
    assert (fled.name, rest.name) == ("civilians", "civilians")


def test_its_minister_is_of_the_state_before_and_not_of_whoever_was_cited() -> None:
    text = "The monitor counted 12 dead. Israel did not comment. Its defence minister had warned of more."
    _, its = resolve(text, ("The monitor", Role.ORIGIN), ("Its defence minister", Role.ORIGIN))
    assert its.name == "Israel"


def test_both_men_are_the_two_of_whom_the_text_tells_most() -> None:
    text = (
        "Ali Orpen and Omar Letters were caught in May. Orpen spoke of his life. Letters said nothing. They had guarded the hostages "
        "James Vane and Paul Sotter. Nobody came for days. The guards slept. Both men will be tried."
    )
    (both,) = resolve(text, ("Both men", Role.TARGET))
    assert [both.name, *(a.name for a in both.also)] == ["Ali Orpen", "Omar Letters"]


def test_the_three_countries_are_the_three_that_were_listed() -> None:
    text = "Kenya, Uganda and Chad criticised the Turkish raid, but the three countries sent nobody."
    found = resolve(
        text, ("Kenya", Role.ACTOR), ("Uganda", Role.ACTOR), ("Chad", Role.ACTOR), ("the three countries", Role.ACTOR)
    )
    assert [found[3].name, *(a.name for a in found[3].also)] == ["Kenya", "Uganda", "Chad"]


def test_fighters_of_a_people_are_not_those_of_the_state_named_before() -> None:
    text = "The US state department confirmed it. Druze fighters killed two captives."
    us, fighters = resolve(text, ("The US state department", Role.ORIGIN), ("Druze fighters", Role.ACTOR))
    assert us.name == "United States"
    assert fighters.name != "United States"


def test_whoever_sends_soldiers_has_them() -> None:
    text = "Juba was quiet. Uganda has sent another 400 soldiers to the airport."
    uganda, soldiers = resolve(text, ("Uganda", Role.ACTOR), ("another 400 soldiers", Role.TARGET), country="SS")
    assert (uganda.name, soldiers.name) == ("Uganda", "Uganda")
    (own,) = resolve("Juba was quiet. Some 400 soldiers were there.", ("Some 400 soldiers", Role.ACTOR), country="SS")
    assert own.name == "South Sudan"


def test_a_distance_is_no_age() -> None:
    text = "Deir Kalita, 40 km east of Homs, was calm. He fled."
    (he,) = resolve(text, ("He", Role.ACTOR))
    assert he.name == "He"


def test_a_title_is_no_part_of_a_name() -> None:
    (she,) = resolve("Dr Nadia Byrne runs a clinic. She saw three wounded.", ("She", Role.ORIGIN))
    assert she.name == "Nadia Byrne"


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


def test_a_surname_speaks_for_the_body_that_its_bearer_was_introduced_with() -> None:
    text = "Lena Ortmann, a spokeswoman for Oxfam, came on Friday. The road is closed, Ortmann said."
    found = resolve(text, ("Lena Ortmann, a spokeswoman for Oxfam", Role.ORIGIN), ("Ortmann", Role.ORIGIN))
    assert [f.name for f in found] == ["Oxfam", "Oxfam"]


def test_a_surname_becomes_the_full_name_of_who_speaks_for_nobody() -> None:
    text = "Karim Dabbas, 41, a baker, stayed. The bread ran out, Dabbas said."
    _, found = resolve(text, ("Karim Dabbas", Role.ACTOR), ("Dabbas", Role.ORIGIN))
    assert found.name == "Karim Dabbas"


def test_an_arabic_article_is_part_of_a_surname() -> None:
    text = (
        "The blast hit Azaz, local activist Omran al-Dabbas said. Twelve died, Omran al-Dabbas added. The army shelled it, "
        "al-Dabbas believes. Samir al-Sheikh left, Dabbas said."
    )
    names = ("local activist Omran al-Dabbas", "Omran al-Dabbas", "al-Dabbas", "Samir al-Sheikh", "Dabbas")
    found = resolve(text, *((name, Role.ORIGIN) for name in names))
    assert [f.name for f in found] == [*["Omran al-Dabbas"] * 3, "Samir al-Sheikh", "Omran al-Dabbas"]
    assert {f.kind for f in found if f.name != "Samir al-Sheikh"} == {ActorKind.WITNESS}


def test_the_word_before_a_first_name_and_surname_is_no_part_of_it() -> None:
    text = "On Thursday Karim Dabbas was freed. Clearly Karim Dabbas had been ill. Dabbas went home."
    (found,) = resolve(text, ("Karim Dabbas", Role.TARGET))
    assert found.name == "Karim Dabbas"
    text = "Clive Harbour Moss came on Friday. Harbour Moss left."
    _, found = resolve(text, ("Clive Harbour Moss", Role.ACTOR), ("Harbour Moss", Role.ACTOR))
    assert found.name == "Clive Harbour Moss"


def test_a_surname_without_introduction_keeps_its_word() -> None:
    (found,) = resolve("The bridge was hit, Dabbas said.", ("Dabbas", Role.ORIGIN))
    assert (found.name, found.basis) == ("Dabbas", "unknown")


def test_letters_in_brackets_are_short_for_the_name_before_them() -> None:
    text = "The Green Valley Front (GVF) took a post. Later GVF left."
    _, found = resolve(text, ("Green Valley Front", Role.ACTOR), ("GVF", Role.ACTOR))
    assert found.name == "Green Valley Front"


def test_troops_of_another_state_stay_its_troops() -> None:
    text = "HONDURAN TROOPS CROSSED THE RIVER. THE TROOPS BURNED TWO HOUSES."
    _, troops = resolve(text, ("HONDURAN TROOPS", Role.ACTOR), ("THE TROOPS", Role.ACTOR), country="SV", year=1989)
    assert troops.name == "Honduras"


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
    from fogline.grounding.actor import ActorResolver, load_registry, report_context
    from fogline.grounding.coreference import References
    from fogline.reading.reading import Role
    from fogline.reading.segment import sentences
    from fogline.span import Span

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


def test_its_troops_are_the_state_just_spoken_of() -> None:
    _, troops = resolve("Turkey crossed the river. Its troops took the hill.", ("Turkey", Role.ACTOR), ("Its troops", Role.ACTOR))
    assert troops.name == "Turkey"


def test_others_who_are_hurt_are_people_of_whom_nothing_more_is_said() -> None:
    (others,) = resolve("The blast wounded 21 others.", ("21 others", Role.TARGET))
    assert (others.name, others.basis) == ("civilians", "description")


def test_i_who_am_not_named_is_a_witness() -> None:
    (i,) = resolve("I saw the planes come, then the roof fell.", ("I", Role.ORIGIN))
    assert i.name == "witness"


def test_a_name_cut_short_is_looked_up_whole() -> None:
    (forces,) = resolve("Syrian Democratic Forces took the ridge.", ("Democratic Forces", Role.ACTOR))
    assert forces.name == "Syrian Democratic Forces"
    (state,) = resolve("The Isis-held pocket shrank.", ("Isis", Role.TARGET))
    assert state.name == "Islamic State"


def test_the_government_is_the_one_that_the_report_is_about() -> None:
    text = (
        "The UK government faces a court case. British officials met on Monday. Downing Street gave no comment. "
        "Isis held the women in Syria. The government will appeal."
    )
    *_, government = resolve(text, ("Isis", Role.ACTOR), ("The government", Role.ACTOR))
    assert government.name == "United Kingdom"


def test_both_countries_are_the_two_of_one_sentence() -> None:
    text = "Israel and Jordan met in the desert. Both countries kept the border shut."
    *_, both = resolve(text, ("Israel", Role.ACTOR), ("Jordan", Role.ACTOR), ("Both countries", Role.ACTOR), country="IL")
    assert {both.name, *(a.name for a in both.also)} == {"Israel", "Jordan"}


def test_both_sides_are_the_state_and_those_who_fight_it() -> None:
    text = "Syrian troops shelled the suburb. Both sides lost men."
    _, both = resolve(text, ("Syrian troops", Role.ACTOR), ("Both sides", Role.TARGET))
    assert [both.name, *(a.name for a in both.also)] == ["Syria", "rebels"]


def test_proxies_are_not_their_owner() -> None:
    text = "Turkey massed tanks. Its Syrian proxies entered the village."
    _, proxies = resolve(text, ("Turkey", Role.ACTOR), ("Its Syrian proxies", Role.ACTOR))
    assert proxies.name == "Free Syrian Army"


def test_allies_whom_the_words_name_are_these() -> None:
    text = "Syria took the hill. Its Russian backers flew overhead."
    _, backers = resolve(text, ("Syria", Role.ACTOR), ("Its Russian backers", Role.ACTOR))
    assert backers.name == "Russia"


def test_enemy_is_the_other_side_of_whoever_speaks() -> None:
    text = "Syrian troops held the bridge. The enemy lost ten men there."
    _, enemy = resolve(text, ("Syrian troops", Role.ORIGIN), ("The enemy", Role.TARGET))
    assert enemy.name == "rebels"


def test_mention_that_the_reader_cut_is_read_whole() -> None:
    text = "The U.S. sent aid. Isis members fled and the group lost its base."
    us, members, group = resolve(text, ("The U.S", Role.ACTOR), ("members", Role.ACTOR), ("group", Role.TARGET))
    assert (us.name, members.name, group.name) == ("United States", "Islamic State", "Islamic State")


def test_post_before_a_name_may_hold_a_plain_word() -> None:
    text = "“It is cold,” said Save the Children’s Syria response director Ada Byrne. Roads are shut, said Byrne."
    _, byrne = resolve(text, ("Ada Byrne", Role.ORIGIN), ("Byrne", Role.ORIGIN))
    assert byrne.name == "Save the Children"


def test_whoever_heads_an_office_speaks_for_it() -> None:
    text = "Ada Byrne, who heads the Unicef field office, was there. The tents are wet, said Byrne."
    _, byrne = resolve(text, ("Ada Byrne", Role.ORIGIN), ("Byrne", Role.ORIGIN))
    assert byrne.name == "UNICEF"


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


def test_two_governments_and_armies_are_two_actors() -> None:
    for text, country, year, names in (
        ("India and Pakistan traded fire on Monday. Both armies lost men.", "IN", 2002, {"India", "Pakistan"}),
        ("Ethiopia and Eritrea fought at Badme. Both armies dug in.", "ER", 1999, {"Ethiopia", "Eritrea"}),
        ("The army and the Rapid Support Forces fought. Both armies dug in.", "SD", 2023, {"Sudan", "Rapid Support Forces"}),
    ):
        (both,) = resolve(text, ("Both armies", Role.ACTOR), country=country, year=year)
        assert {both.name, *(a.name for a in both.also)} == names
    (unclear,) = resolve("Both governments kept silent.", ("Both governments", Role.ACTOR), country="IN", year=2002)
    assert unclear.actor_id is None, "never one of two"


def test_its_troops_are_of_whoever_speaks_in_the_clause() -> None:
    for text, mention, country, year, name in (
        ("Rebels fled Goma. Kinshasa said its troops were in control.", "its troops", "CD", 2013, "Democratic Republic of Congo"),
        ("The Arakan Army shelled Ann. The junta said its forces held on.", "its forces", "MM", 2024, "Myanmar"),
        ("The RSF looted homes. The army denied its soldiers had fled.", "its soldiers", "SD", 2024, "Sudan"),
    ):
        (own,) = resolve(text, (mention, Role.ACTOR), country=country, year=year)
        assert own.name == name


def test_officer_with_a_bare_title_serves_whom_the_text_introduced_him_with() -> None:
    text = "US General Ada Byrne flew in. A week later General Byrne left."
    *_, later = resolve(text, ("General Byrne", Role.ACTOR), country="AF", year=2010)
    assert later.name == "United States"


def test_its_minister_is_that_of_whoever_was_spoken_of_and_not_of_the_state_at_war() -> None:
    text = "Lebanon closed the crossing on Monday. Its foreign minister said that Damascus had been told."
    assert resolve(text, ("Its foreign minister", Role.ORIGIN))[0].name == "Lebanon"


def test_the_president_is_the_one_named_last_with_a_state() -> None:
    text = "The Ugandan president, Ada Byrne, sent 400 soldiers to Juba. Talks failed in May. On Friday the president called them back."
    assert resolve(text, ("the president", Role.ACTOR), country="SS", year=2016)[0].name == "Uganda"


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
