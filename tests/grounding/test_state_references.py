"""Which state "the troops", "the government" and bare titles refer to."""

from __future__ import annotations

from marked_mentions import resolve, resolve_doing

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


def test_whoever_sends_soldiers_has_them() -> None:
    text = "Juba was quiet. Uganda has sent another 400 soldiers to the airport."
    uganda, soldiers = resolve(text, ("Uganda", Role.ACTOR), ("another 400 soldiers", Role.TARGET), country="SS")
    assert (uganda.name, soldiers.name) == ("Uganda", "Uganda")
    (own,) = resolve("Juba was quiet. Some 400 soldiers were there.", ("Some 400 soldiers", Role.ACTOR), country="SS")
    assert own.name == "South Sudan"


def test_troops_of_another_state_stay_its_troops() -> None:
    text = "HONDURAN TROOPS CROSSED THE RIVER. THE TROOPS BURNED TWO HOUSES."
    _, troops = resolve(text, ("HONDURAN TROOPS", Role.ACTOR), ("THE TROOPS", Role.ACTOR), country="SV", year=1989)
    assert troops.name == "Honduras"


def test_the_government_is_the_one_that_the_report_is_about() -> None:
    text = (
        "The UK government faces a court case. British officials met on Monday. Downing Street gave no comment. "
        "Isis held the women in Syria. The government will appeal."
    )
    *_, government = resolve(text, ("Isis", Role.ACTOR), ("The government", Role.ACTOR))
    assert government.name == "United Kingdom"


def test_officer_with_a_bare_title_serves_whom_the_text_introduced_him_with() -> None:
    text = "US General Ada Byrne flew in. A week later General Byrne left."
    *_, later = resolve(text, ("General Byrne", Role.ACTOR), country="AF", year=2010)
    assert later.name == "United States"


def test_the_president_is_the_one_named_last_with_a_state() -> None:
    text = "The Ugandan president, Ada Byrne, sent 400 soldiers to Juba. Talks failed in May. On Friday the president called them back."
    assert resolve(text, ("the president", Role.ACTOR), country="SS", year=2016)[0].name == "Uganda"


def test_a_minister_is_no_prime_minister() -> None:
    text = "The Kenyan prime minister came. Jordan's minister spoke. The prime minister left."
    found = resolve(text, ("The prime minister", Role.ACTOR))
    assert found[0].name == "Kenya"


def test_officials_of_a_town_are_no_states() -> None:
    text = "American officials came. Officials of the town gave lower numbers."
    (found,) = resolve(text, ("Officials of the town", Role.ORIGIN))
    assert (found.kind, found.actor_id) == (ActorKind.OFFICIAL_ANONYMOUS, None)


def test_officials_are_not_those_of_the_state_that_strikes_abroad() -> None:
    text = "Kyiv reported damage. Russian missiles hit a port in the south, officials said."
    marked = (("Kyiv", Role.ORIGIN), ("Russian missiles", Role.ACTOR), ("officials", Role.ORIGIN))
    *_, officials = resolve_doing(text, *marked, doer="Russian missiles", type="air-strike", country="UA", year=2024)
    assert officials.name == "Ukraine"


def test_officials_named_before_with_their_state_are_meant_whatever_it_does() -> None:
    text = "US jets struck a camp, US officials said. Officials gave no toll."
    marked = (("US jets", Role.ACTOR), ("US officials", Role.ORIGIN), ("Officials", Role.ORIGIN))
    *_, officials = resolve_doing(text, *marked, doer="US jets", type="air-strike", country="SO")
    assert officials.name == "United States"


def test_local_officials_are_not_looked_up_before_them() -> None:
    text = "American officials came. Local officials gave lower numbers."
    (found,) = resolve(text, ("Local officials", Role.ORIGIN))
    assert (found.kind, found.actor_id) == (ActorKind.OFFICIAL_ANONYMOUS, None)


def test_soldiers_who_loot_are_those_who_did_harm_before_whoevers_officials_speak_between() -> None:
    text = "Eritrean troops shot 20 people in the town. {} The soldiers also looted the hospital."
    for speaker, did, name in (("Ethiopian officials", "denied it", "Eritrea"), ("The Ethiopian army", "arrived", "Ethiopia")):
        marked = (("Eritrean troops", Role.ACTOR), (speaker, Role.ORIGIN), ("The soldiers", Role.ACTOR))
        *_, soldiers = resolve_doing(
            text.format(f"{speaker} {did}."), *marked, doer="Eritrean troops", type="attack", country="ET", year=2021
        )
        assert soldiers.name == name


def test_soldiers_whom_the_states_forces_kill_in_a_fight_are_the_other_side() -> None:
    for text, type, name in (
        ("Azerbaijani forces killed 30 servicemen on the road. Armenia denied it.", "armed-clash", "Armenia"),
        ("Azerbaijani forces killed 30 servicemen on the road.", "armed-clash", "Azerbaijan"),  # nobody else is named
        ("Azerbaijani forces killed 30 servicemen by mistake. Armenia saw it.", "armed-clash", "Azerbaijan"),
        ("Azerbaijani forces arrested 30 servicemen on the road. Armenia saw it.", "arrest", "Azerbaijan"),
    ):
        marked = (("Azerbaijani forces", Role.ACTOR), ("30 servicemen", Role.TARGET))
        if "Armenia" in text:
            marked = (*marked, ("Armenia", Role.ORIGIN))
        _, killed, *_ = resolve_doing(text, *marked, doer="Azerbaijani forces", type=type, country="AZ", year=2020)
        assert killed.name == name


def test_a_state_that_expels_an_envoy_in_the_lead_has_the_minister_who_speaks_of_it() -> None:
    text = (
        "Mali expelled the French ambassador. The Quai d'Orsay gave no comment. French officials met at the Elysee. French ministers "
        "flew home. The minister spoke for an hour."
    )
    _, own = resolve_doing(
        text, ("Mali", Role.ACTOR), ("The minister", Role.ORIGIN), doer="Mali", type="reduce-relations", country="ML", year=2022
    )
    _, theirs = resolve_doing(
        text, ("Mali", Role.ACTOR), ("The minister", Role.ORIGIN), doer="Mali", type="arrest", country="ML", year=2022
    )
    assert (own.name, theirs.name) == ("Mali", "France")


def test_a_council_of_peace_is_not_the_state_named_last() -> None:
    text = "Pakistan gave no comment. The peace council met. The supreme court sat."
    _, council, court = resolve(
        text,
        ("Pakistan", Role.ACTOR),
        ("The peace council", Role.ACTOR),
        ("The supreme court", Role.ACTOR),
        country="AF",
        year=2011,
    )
    assert (council.name, court.actor_id is not None) == ("peace council", True)


def test_a_bare_office_that_speaks_is_of_the_one_state_told_of_just_before() -> None:
    text = "Kenya refused to open the camp. The foreign ministry said that it was full."
    marked = (("Kenya", Role.ACTOR), ("The foreign ministry", Role.ORIGIN))
    assert resolve_doing(text, *marked, doer="Kenya", type="reject")[1].name == "Kenya"
    # Whoever strikes is told of by others, and of itself a ministry says "we".
    assert resolve_doing(text, *marked, doer="Kenya", type="shelling")[1].name == "Syria"
    for other in ("it was full, and Kenya wrong", "Syria was full"):
        found = resolve_doing(text.replace("it was full", other), *marked, doer="Kenya", type="reject")[1]
        assert found.name == ("Syria" if "Kenya" in other else "Kenya")


def test_a_state_named_beside_the_one_at_war_has_not_its_offices() -> None:
    text = "Kenya refused to take in Syrian families. The foreign ministry said that the camp was full."
    marked = (("Kenya", Role.ACTOR), ("The foreign ministry", Role.ORIGIN))
    assert resolve_doing(text, *marked, doer="Kenya", type="reject")[1].name == "Syria"


def test_minister_by_name_in_a_new_paragraph_is_not_the_neighbours() -> None:
    text = "Kenya refused to open the camp.{}Foreign minister Ada Byrne said that it was full."
    marked = (("Kenya", Role.ACTOR), ("Foreign minister Ada Byrne", Role.ORIGIN))
    for gap, name in ((" ", "Kenya"), ("\n\n", "Syria")):
        assert resolve_doing(text.format(gap), *marked, doer="Kenya", type="reject")[1].name == name


def test_senators_and_judges_tell_whose_government_a_report_is_about() -> None:
    text = (
        "Dutch judges heard the case. Dutch senators were told. A Dutch prosecutor spoke. "
        "Isis held the women in Syria. The government will appeal."
    )
    *_, government = resolve(text, ("Isis", Role.ACTOR), ("The government", Role.ACTOR))
    assert government.name == "Netherlands"


def test_a_report_at_home_in_a_state_without_part_in_the_war_speaks_of_its_offices() -> None:
    text = "Two Norwegians came back from Syria to Norway. Norway's radio told of it in Norwegian. {}The police questioned them."
    marked = ("The police", Role.ACTOR)
    assert resolve(text.format(""), marked)[0].name == "Norway"
    assert resolve(text.format("Syria, Syrians said, was quiet. "), marked)[0].name == "Syria"
    # Of Turkey, which fights there, the many names say no more than that it does.
    turkish = text.replace("Norwegians", "Turks").replace("Norwegian", "Turkish").replace("Norway", "Turkey")
    assert resolve(turkish.format(""), marked)[0].name == "Syria"


def test_soldiers_called_after_a_state_make_a_report_at_home_in_none() -> None:
    text = "Ugandan troops hold Mogadishu. Ugandan guns fell silent. The Ugandans and a Ugandan officer waited. The police questioned them."
    assert resolve(text, ("The police", Role.ACTOR), country="SO")[0].name == "Somalia"


def test_whoever_loses_soldiers_or_owns_to_their_deaths_had_them() -> None:
    text = "Beirut was quiet. France lost 47 paratroopers."
    marked = (("France", Role.ACTOR), ("47 paratroopers", Role.TARGET))
    assert [a.name for a in resolve(text, *marked, country="LB", year=1983)] == ["France", "France"]
    text = "Beirut was quiet. Israel acknowledges the deaths of nine soldiers."
    marked = (("Israel", Role.ORIGIN), ("nine soldiers", Role.TARGET))
    assert [a.name for a in resolve(text, *marked, country="LB", year=2024)] == ["Israel", "Israel"]
    text = "Beirut was quiet. Israel said that the army lost nine soldiers."
    marked = (("Israel", Role.ORIGIN), ("nine soldiers", Role.TARGET))
    assert resolve(text, *marked, country="LB", year=2024)[1].name == "Lebanon"


def test_a_garrison_that_its_own_state_takes_a_town_from_is_of_the_other_side() -> None:
    text = "Russia was silent. Ukrainian columns took the town from the garrison."
    marked = (("Russia", Role.ACTOR), ("Ukrainian columns", Role.ACTOR), ("the garrison", Role.TARGET))
    found = resolve_doing(text, *marked, doer="Ukrainian columns", type="territory-gained", country="UA", year=2022)
    assert [a.name for a in found] == ["Russia", "Ukraine", "Russia"]
