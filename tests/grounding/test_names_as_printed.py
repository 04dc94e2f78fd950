"""Whom the words of real reports name: arms by their type, outlets, militias and what is told behind a noun."""

from __future__ import annotations

from marked_mentions import resolve

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


def test_an_arm_by_its_type_alone_is_its_states() -> None:
    missile, jets = resolve(
        "A Russian Kh-101 fell, then Israeli F-16s came.", ("A Russian Kh-101", Role.ACTOR), ("Israeli F-16s", Role.ACTOR)
    )
    assert (missile.name, jets.name) == ("Russia", "Israel")


def test_bare_officers_are_the_states_and_a_local_government_area_is_nobodys() -> None:
    text = "Officers freed six people seized in Zango local government area."
    officers, area = resolve(text, ("Officers", Role.ACTOR), ("Zango local government area", Role.TARGET), country="NG")
    assert (officers.name, area.actor_id) == ("Nigeria", None)


def test_an_outlet_goes_by_the_name_behind_the_word_for_it() -> None:
    text = "State television Lantern One said so, and so did the news agency Beacon."
    television, agency = resolve(
        text, ("State television Lantern One", Role.ORIGIN), ("the news agency Beacon", Role.ORIGIN), country="SY"
    )
    assert [(o.name, o.kind) for o in (television, agency)] == [("Lantern One", ActorKind.MEDIA), ("Beacon", ActorKind.MEDIA)]


def test_what_was_done_with_them_is_no_part_of_a_name() -> None:
    text = "A fuel depot used by the army burnt. Residents reached by phone said so. A convoy driven by night was hit."
    depot, residents, convoy = resolve(
        text, ("A fuel depot used by the army", Role.TARGET), ("Residents reached", Role.ORIGIN), ("A convoy driven", Role.TARGET)
    )
    assert (depot.name, residents.kind, convoy.name) == ("fuel depot", ActorKind.WITNESS, "convoy")


def test_a_militia_goes_by_the_name_behind_it_and_not_by_its_country() -> None:
    text = "An Iraqi militia, the Islamic Resistance in Iraq, fired. A Lebanese militia, the Cedar Guards, did not."
    listed, unlisted = resolve(
        text,
        ("An Iraqi militia, the Islamic Resistance in Iraq", Role.ACTOR),
        ("A Lebanese militia, the Cedar Guards", Role.ACTOR),
    )
    assert (listed.actor_id, unlisted.name, unlisted.kind) == ("islamic-resistance-iraq", "Cedar Guards", ActorKind.PARTY)


def test_a_dozen_victims_are_people() -> None:
    (missing,) = resolve("Shells fell on the market. Two dozen were missing.", ("Two dozen", Role.TARGET))
    assert (missing.name, missing.inter) == ("civilians", 7)


def test_fighters_outside_the_state_are_not_the_state() -> None:
    text = "Non-state armed groups burnt six homes. The Mozambique Defence Armed Forces said so."
    groups, army = resolve(
        text, ("Non-state armed groups", Role.ACTOR), ("The Mozambique Defence Armed Forces", Role.ORIGIN), country="MZ"
    )
    assert (groups.actor_id, army.actor_id) == (None, "MZ")


def test_a_branch_that_no_list_has_is_islamic_states() -> None:
    (branch,) = resolve("The Islamic State Lantern Province claimed it.", ("The Islamic State Lantern Province", Role.ORIGIN))
    assert branch.actor_id == "islamic-state"


def test_whoever_heads_a_body_speaks_for_it_from_the_first_mention_on() -> None:
    text = "Bertrand Mbusa, who heads the M23's political wing, denied it. Ada Byrne, who fled the M23, did not."
    head, refugee = resolve(text, ("Bertrand Mbusa", Role.ORIGIN), ("Ada Byrne", Role.ORIGIN), country="CD")
    assert (head.name, refugee.name) == ("M23", "Ada Byrne")


def test_the_administrator_of_a_district_is_the_states() -> None:
    (administrator,) = resolve(
        "The district administrator, Ada Byrne, said so.", ("The district administrator, Ada Byrne", Role.ORIGIN), country="MZ"
    )
    assert administrator.name == "Mozambique"


def test_a_regional_governor_is_the_states() -> None:
    (governor,) = resolve(
        "The regional governor, Ada Byrne, said so.", ("The regional governor, Ada Byrne", Role.ORIGIN), country="UA"
    )
    assert governor.name == "Ukraine"


def test_the_first_of_two_ministries_is_a_ministry() -> None:
    (interior,) = resolve("They were shot by interior and defence ministry forces.", ("interior", Role.ACTOR), country="SY")
    assert interior.name == "Syria"


def test_a_ministry_is_whose_run_it_also_when_it_speaks_on() -> None:
    text = "US raids killed 74, the Houthi-run health ministry said. The ministry said 150 were hurt."
    _, ministry, later = resolve(
        text,
        ("US", Role.ACTOR),
        ("the Houthi-run health ministry", Role.ORIGIN),
        ("The ministry", Role.ORIGIN),
        country="YE",
    )
    assert (ministry.actor_id, later.actor_id) == ("houthis", "houthis")


def test_ground_that_the_government_holds_is_no_foreign_governments() -> None:
    text = (
        "Britain has recognised the rebels. Its government would not say more. Four died in rebel fire on government-held Bara."
    )
    _, government = resolve(text, ("Its government", Role.ORIGIN), ("government", Role.ACTOR), country="SD")
    assert government.name == "Sudan"
