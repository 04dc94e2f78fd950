"""What "the city" and "the village" look back on: the town of the story, and villages on no map."""

from __future__ import annotations

import pytest
from placed_events import event, events, referred, span_of, spans_of

from builders import a_report
from fogline.grounding.gazetteer import SqliteGazetteer, open_gazetteer
from fogline.grounding.grounding import PlaceBasis
from fogline.grounding.place import resolve_toponyms
from fogline.grounding.place_named import Named, antecedent


@pytest.fixture(scope="module")
def places() -> SqliteGazetteer:
    return open_gazetteer()


GOMA = "The army shelled Goma. Goma is a city in Congo. Goma's people fled."


def test_the_city_is_the_one_that_the_story_is_about(places: SqliteGazetteer) -> None:
    text = f"{GOMA} Some walked to Sake.\nShells fell on what was left of the city."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "the city").name == "Goma"
    text = "Shells hit Goma, Congo. Others walked to Sake.\nShells fell on what was left of the city."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "the city", headline="The fall of Goma").name == "Goma"


def test_a_town_named_just_before_is_the_town(places: SqliteGazetteer) -> None:
    text = f"{GOMA} Rebels entered Sake. Jets bombed the town."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "the town").name == "Sake"


def test_the_village_may_be_on_no_map(places: SqliteGazetteer) -> None:
    text = (
        "Rebels burned Tolomi, a village in Kaduna state, Nigeria. Troops came from Kaduna. The school of the village was shut."
    )
    found = referred(text, places, ["Tolomi", "Kaduna", "Nigeria"], "the village")
    assert (found.name, found.basis) == ("Tolomi", PlaceBasis.UNKNOWN)


def test_the_city_and_the_province_are_no_village_on_no_map(places: SqliteGazetteer) -> None:
    text = "Troops came from Kaduna, Nigeria. Rebels burned Tolomi, a village. Banks in the city shut, in the province too."
    names = ["Tolomi", "Kaduna", "Nigeria"]
    assert referred(text, places, names, "the city").name == "Kaduna"
    assert referred(text, places, names, "the province").name != "Tolomi"


def test_a_hospital_called_after_somebody_is_no_village(places: SqliteGazetteer) -> None:
    text = "A bomb went off in Damaturu, Nigeria. The injured lay at the Tolom Specialist Hospital. Soldiers fired in the area."
    found = event(text, places, ["Damaturu", "Nigeria", "Tolom"], "the area", "fired")
    assert found is not None and found[0].name == "Damaturu"


def test_the_province_is_no_town_if_a_province_was_named(places: SqliteGazetteer) -> None:
    text = "Men fight in Ituri, Congo. Rebels entered Goma. Shells fell across the province."
    assert referred(text, places, ["Ituri", "Congo", "Goma"], "the province").name == "Ituri"


def test_the_enclave_is_not_the_capital_however_often_it_is_named(places: SqliteGazetteer) -> None:
    text = "Rastan in Syria starves. Bread is cheap in Damascus. Cars burned in Damascus. Shells fell on the enclave."
    assert referred(text, places, ["Rastan", "Damascus", "Syria"], "the enclave").name == "Rastan"


def test_the_prison_is_the_one_of_which_the_text_said_where_it_is(places: SqliteGazetteer) -> None:
    text = "Rebels stormed the prison in Goma, Congo. On Friday they entered Sake. Guards of the prison fled."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "the prison").name == "Goma"
    text = "Rebels entered Goma, Congo. On Friday they stormed Sake and its prison. Guards of the prison fled."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "the prison").name == "Sake"


def test_the_city_of_a_report_of_many_towns_is_where_most_of_it_happened(places: SqliteGazetteer) -> None:
    text = (
        "Shells fell on Goma in Congo. Later gunmen shot at Goma. Jets bombed Goma.\n"
        "Sake, Bukavu, Butembo, Beni and Bunia are calm.\nThen tanks shelled the city."
    )
    names = ["Goma", "Congo", "Sake", "Bukavu", "Butembo", "Beni", "Bunia"]
    told = (
        ("shelling", "Shells", "Goma"),
        ("attack", "shot", "Goma"),
        ("air-strike", "bombed", "Goma"),
        ("shelling", "shelled", "the city"),
    )
    assert [p and p.name for p in events(text, places, names, *told)][-1] == "Goma"


def test_that_city_is_the_last_one_named(places: SqliteGazetteer) -> None:
    text = f"{GOMA} Rebels entered Sake.\nShells fell on that city."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "that city").name == "Sake"


def test_this_city_and_here_are_where_the_report_is_written(places: SqliteGazetteer) -> None:
    names = ["Sake", "Congo", "Goma"]
    text = "SAKE, Congo - Shells fell on Goma. Families from Goma wait {}."
    for words in ("here", "in this city"):
        assert referred(text.format(words).replace("SAKE", "Sake"), places, names, words.split(" ", 1)[-1]).name == "Sake"
    quoted = 'Sake, Congo - Shells fell on Goma. "They shell us here," a man said.'
    assert referred(quoted, places, names, "here").name == "Goma"


def test_it_is_the_last_place(places: SqliteGazetteer) -> None:
    assert referred("Rebels hold Goma in Congo. Jets bombed it.", places, ["Goma"], "it").name == "Goma"
    assert (
        referred("Rebels hold Goma in Congo. Jets bombed its hills.", places, ["Goma"], "its hills").basis is PlaceBasis.UNKNOWN
    )


def test_the_city_is_the_one_whose_edge_was_named(places: SqliteGazetteer) -> None:
    text = "Officials in Kinshasa, Congo, were silent. Troops reached the eastern edge of Goma. Rebels hold half of the city."
    assert referred(text, places, ["Kinshasa", "Congo", "Goma"], "the city").name == "Goma"


def test_the_city_may_be_abroad_if_it_was_named_just_before(places: SqliteGazetteer) -> None:
    far = "Nobody knew who had sent the men, and nobody asked for long, for the roads were bad and the nights were cold. " * 4
    text = f"Rebels hold Goma, Sake and Rutshuru in Congo. {far}Then rockets hit Gisenyi. Banks in the city shut."
    names = ["Goma", "Sake", "Rutshuru", "Congo", "Gisenyi"]
    assert referred(text, places, names, "the city").name == "Gisenyi"
    near = "Rebels hold Goma, Sake and Rutshuru in Congo. Rockets hit Gisenyi. Banks in the city shut."
    assert referred(near, places, names, "the city").name == "Rutshuru"


def test_the_city_is_not_the_town_of_the_dateline_if_another_was_named(places: SqliteGazetteer) -> None:
    text = "Sake, Congo - Few went by the road to Bukavu. Rebels from Goma fired. Shells fell on Goma. Then some fled to Sake. Shells hit the city."
    assert referred(text, places, ["Sake", "Congo", "Bukavu", "Goma"], "the city").name == "Goma"


def test_no_area_of_the_war_is_in_a_capital_abroad(places: SqliteGazetteer) -> None:
    text = "Senators met in Washington. They spoke of schools in the area. Homs, Hama and Rastan starve."
    assert referred(text, places, ["Washington", "Homs", "Hama", "Rastan"], "the area", war="SY").basis is PlaceBasis.UNKNOWN


def test_the_prison_far_from_the_last_town_is_that_of_the_town_of_the_report(places: SqliteGazetteer) -> None:
    text = f"{GOMA} Men hid in Sake.\nGuards of the prison fled."
    assert referred(text, places, ["Goma", "Congo", "Sake"], "the prison").name == "Goma"


def test_the_town_of_the_report_is_asked_for_only_far_behind_another(places: SqliteGazetteer) -> None:
    text = f"{GOMA} Men hid in Sake. Bombs fell.\nJets bombed the port."
    named = Named(a_report(text), resolve_toponyms(text, spans_of(text, "Goma", "Congo", "Sake"), places))
    sake, congo = span_of(text, "Sake"), span_of(text, "Congo")
    found = named.main_town_before(text.index("the port"), sake)
    assert found is not None and found.of(text) == "Goma"
    assert named.main_town_before(text.index("Bombs"), sake) is None
    assert named.main_town_before(text.index("Bombs"), congo) is not None


SCENES = (("shelling", "Shells", "Goma"), ("attack", "shot", "Goma"), ("air-strike", "bombed", "Goma"))


def test_a_town_in_which_nothing_happened_is_not_the_town_of_the_story(places: SqliteGazetteer) -> None:
    text = "Shells fell on Goma in Congo. Later gunmen shot at Goma. Jets bombed Goma. Sake lies to the west. Then bombs hit the town."
    told = (*SCENES, ("air-strike", "hit", "the town"))
    assert [p and p.name for p in events(text, places, ["Goma", "Congo", "Sake"], *told)][-1] == "Goma"


def test_a_town_in_which_something_happened_is_the_town_of_the_next_sentence(places: SqliteGazetteer) -> None:
    text = "Shells fell on Goma in Congo. Later gunmen shot at Goma. Jets bombed Goma. Rebels took Sake. Then bombs hit the town."
    told = (*SCENES, ("territory-gained", "took", "Sake"), ("air-strike", "hit", "the town"))
    assert [p and p.name for p in events(text, places, ["Goma", "Congo", "Sake"], *told)][-1] == "Sake"


@pytest.mark.parametrize(("description", "holder"), [("there", "Congo"), ("the area", "North Kivu")])
def test_there_is_the_town_and_not_what_only_says_where_the_town_is(
    description: str, holder: str, places: SqliteGazetteer
) -> None:
    text = f"Shells fell on Goma, {holder}. Two men died in {description}."
    assert referred(text, places, ["Goma", holder], description).name == "Goma"


def test_a_country_named_only_behind_a_town_holds_it_and_is_not_told_of(places: SqliteGazetteer) -> None:
    def holding(text: str) -> set[str | None]:
        report = a_report(text)
        names = resolve_toponyms(report.text, spans_of(report.text, "GOMA", "Congo"), places)
        return {country for _, country in Named(report, names).only_holding}

    assert holding("GOMA, Congo - Shells fell.") == {"CD"}
    assert holding("GOMA, Congo - Shells fell. Congo has no aircraft.") == set()


def test_there_is_a_country_that_is_told_of_itself(places: SqliteGazetteer) -> None:
    text = "Shells fell on Goma, Congo. Congo has few doctors. Two men died there."
    assert referred(text, places, ["Goma", "Congo"], "there").feature == "country"


def test_the_state_of_a_federation_is_the_one_named_last(places: SqliteGazetteer) -> None:
    text = "Gunmen raided Borno state, Nigeria. Banks in Maiduguri shut. Curfews held across the state."
    assert referred(text, places, ["Borno", "Nigeria", "Maiduguri"], "the state").feature == "adm1"


def test_state_television_is_in_no_state(places: SqliteGazetteer) -> None:
    text = "Gunmen raided Borno state, Nigeria. Banks in Maiduguri shut. Rebels held the state television."
    report = a_report(text)
    named = Named(report, resolve_toponyms(report.text, spans_of(report.text, "Borno", "Nigeria", "Maiduguri"), places))
    assert antecedent(span_of(report.text, "the state television"), named) is None


def test_a_hospital_is_in_a_town_and_not_in_a_street(places: SqliteGazetteer) -> None:
    text = "Shells fell on Goma in Congo. A bus burned on Lantern Street in Goma. Men fired at it from Lantern Street. They shelled the school."
    assert referred(text, places, ["Goma", "Congo", "Lantern Street"], "the school").name == "Goma"
