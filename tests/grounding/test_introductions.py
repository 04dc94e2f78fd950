"""Who surnames and letters stand for."""

from __future__ import annotations

from marked_mentions import resolve

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


def test_a_surname_speaks_for_the_body_that_its_bearer_was_introduced_with() -> None:
    text = "Lena Ortmann, a spokeswoman for Oxfam, came on Friday. The road is closed, Ortmann said."
    found = resolve(text, ("Lena Ortmann, a spokeswoman for Oxfam", Role.ORIGIN), ("Ortmann", Role.ORIGIN))
    assert [f.name for f in found] == ["Oxfam", "Oxfam"]


def test_a_surname_becomes_the_full_name_of_who_speaks_for_nobody() -> None:
    text = "Karim Dabbas, 41, a baker, stayed. The bread ran out, Dabbas said."
    _, found = resolve(text, ("Karim Dabbas", Role.ACTOR), ("Dabbas", Role.ORIGIN))
    assert found.name == "Karim Dabbas"


def test_a_surname_without_introduction_keeps_its_word() -> None:
    (found,) = resolve("The bridge was hit, Dabbas said.", ("Dabbas", Role.ORIGIN))
    assert (found.name, found.basis) == ("Dabbas", "unknown")


def test_letters_in_brackets_are_short_for_the_name_before_them() -> None:
    text = "The Green Valley Front (GVF) took a post. Later GVF left."
    _, found = resolve(text, ("Green Valley Front", Role.ACTOR), ("GVF", Role.ACTOR))
    assert found.name == "Green Valley Front"


def test_post_before_a_name_may_hold_a_plain_word() -> None:
    text = "“It is cold,” said Save the Children’s Syria response director Ada Byrne. Roads are shut, said Byrne."
    _, byrne = resolve(text, ("Ada Byrne", Role.ORIGIN), ("Byrne", Role.ORIGIN))
    assert byrne.name == "Save the Children"


def test_whoever_heads_an_office_speaks_for_it() -> None:
    text = "Ada Byrne, who heads the Unicef field office, was there. The tents are wet, said Byrne."
    _, byrne = resolve(text, ("Ada Byrne", Role.ORIGIN), ("Byrne", Role.ORIGIN))
    assert byrne.name == "UNICEF"


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


def test_an_apposition_ends_where_the_sentence_goes_on() -> None:
    text = "Haidar Dabbas, a landowner who hired them, had written to the governor. The governor was slow, Dabbas said."
    _, found = resolve(text, ("Haidar Dabbas", Role.ACTOR), ("Dabbas", Role.ORIGIN))
    assert found.name == "Haidar Dabbas"
    text = "Ada Byrne, a doctor, based in Azaz and head of the Unicef office, was there. The tents are wet, said Byrne."
    _, found = resolve(text, ("Ada Byrne", Role.ORIGIN), ("Byrne", Role.ORIGIN))
    assert found.name == "UNICEF"


def test_the_last_word_of_a_groups_name_is_short_for_it() -> None:
    text = "The Tamil Tigers took the camp on Monday. The camp was theirs, the Tigers said."
    _, found = resolve(text, ("Tamil Tigers", Role.ACTOR), ("Tigers", Role.ORIGIN), country="LK", year=2008)
    assert found.name == "LTTE"


def test_an_adjective_is_not_short_for_a_group() -> None:
    text = "The Bosnian Serb army shelled the town. The Serb lines held, the army said."
    _, found = resolve(text, ("The Bosnian Serb army", Role.ACTOR), ("Serb", Role.TARGET), country="BA", year=1994)
    assert "short for" not in found.reason


def test_in_capitals_a_verb_is_no_part_of_a_name() -> None:
    text = "THE GUNNERS SHELLED ADA BYRNE AND HER MEN. THE ROAD IS SHUT, BYRNE SAID."
    _, found = resolve(text, ("THE GUNNERS", Role.ACTOR), (", BYRNE", Role.ORIGIN))
    assert found.name == "Ada Byrne"
