from hypothesis import given
from hypothesis import strategies as st

from fogline.intake.normalise import normalise, normalise_with_map

ANY = st.text(alphabet=st.characters(codec=None), max_size=200)


@given(ANY)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(ANY)
def test_every_character_knows_where_it_came_from(text: str) -> None:
    normalised, offsets = normalise_with_map(text)
    assert len(offsets) == len(normalised)
    assert offsets == sorted(offsets)
    assert all(0 <= o < len(text) for o in offsets)


def test_line_ends_and_invisible_marks_go_and_letters_stay() -> None:
    assert normalise("Haj\u200bin\r\nfell\x00\ufeff.") == "Hajin\nfell."


def test_a_letter_and_its_accent_become_one() -> None:
    assert normalise_with_map("cafe\u0301s") == ("cafés", [0, 1, 2, 3, 5])


def test_lone_surrogates_are_marked_and_not_dropped() -> None:
    assert normalise("a\ud800b") == "a\ufffdb"


def test_marks_of_direction_in_arabic_and_hidden_tags_go() -> None:
    assert normalise("Ha\u061cjin\U000e0068\U000e007f fell\u206a.") == "Hajin fell."
