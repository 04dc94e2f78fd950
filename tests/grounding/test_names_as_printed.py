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
