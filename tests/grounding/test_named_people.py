"""Whose names stand in a text outside its mentions."""

from __future__ import annotations

from marked_mentions import resolve

from fogline.reading.reading import Role


def test_he_is_whoever_bears_a_surname_that_the_text_gives_in_full() -> None:
    text = "Tom Letters, 23, left home in May. Letters wanted to help, a neighbour thought. He was seized at the border."
    (he,) = resolve(text, ("He", Role.TARGET))
    assert he.name == "Tom Letters"


def test_a_distance_is_no_age() -> None:
    text = "Deir Kalita, 40 km east of Homs, was calm. He fled."
    (he,) = resolve(text, ("He", Role.ACTOR))
    assert he.name == "He"


def test_a_title_is_no_part_of_a_name() -> None:
    (she,) = resolve("Dr Nadia Byrne runs a clinic. She saw three wounded.", ("She", Role.ORIGIN))
    assert she.name == "Nadia Byrne"


def test_a_title_with_no_name_behind_it_is_no_fault() -> None:
    (found,) = resolve("Sheikh Mr left. Mr said so. Mr. The army fled.", ("The army", Role.ACTOR))
    assert found.actor_id == "SY"


def test_whoever_is_named_behind_their_state_may_be_he() -> None:
    text = "Norway's Omar Byrne saw them on Friday. He backed the talks."
    _, he = resolve(text, ("Norway's Omar Byrne", Role.ORIGIN), ("He", Role.ACTOR))
    assert he.name == "Norway"


def test_a_diplomat_may_be_he() -> None:
    text = "A colonel in Azaz was silent. A Western diplomat was not surprised. The verdict was expected, he said."
    _, he = resolve(text, ("A Western diplomat", Role.ORIGIN), ("he", Role.ORIGIN))
    assert he.name == "Western diplomat"
