"""People counted without a number, and those who stand beside one."""

from __future__ import annotations

import pytest
from counted_people import Range, found, marked

from fogline.grounding.quantity import find_quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A soldier was killed by a sniper and 11 were injured.", [("killed", 1, 1), ("injured", 11, 11)]),
        ("A boy was shot dead by a policeman and three others were killed.", [("killed", 1, 1), ("killed", 3, 3)]),
        ("Police shot dead a protester and 20 were arrested.", [("killed", 1, 1), ("detained", 20, 20)]),
        ("The raid killed a woman and her three sons were wounded.", [("killed", 1, 1), ("injured", 3, 3)]),
        ("Two died in a clash with a gunman and 11 were injured.", [("killed", 2, 2), ("injured", 11, 11)]),
        ("A teacher was killed by a shell and three pupils were injured.", [("killed", 1, 1), ("injured", 3, 3)]),
    ],
)
def test_a_person_of_another_clause_is_not_added_to_the_number_behind(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A woman and her three sons were killed.", [("killed", 4, 4)]),
        ("The death of a woman and her three sons was confirmed.", [("killed", 4, 4)]),
        ("Shelling wounded a woman and two children.", [("injured", 3, 3)]),
        (
            "The raid killed a woman and her three sons and wounded a man and two girls.",
            [("killed", 4, 4), ("injured", 3, 3)],
        ),
    ],
)
def test_a_person_of_the_same_verb_is_added_to_the_number_behind(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot him and eight other men.", [("killed", 9, 9)]),
        ("Rebels killed her and two children.", [("killed", 3, 3)]),
        ("A shell killed her and two others were hurt.", [("killed", 1, 1), ("injured", 2, 2)]),
        ("A medic died alongside him and five others were wounded.", [("killed", 1, 1), ("injured", 5, 5)]),
    ],
)
def test_whoever_is_shot_beside_others_is_one_more(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen murdered the judge's driver.", "the judge's driver"),
        ("Gunmen killed the group’s leader.", "the group’s leader"),
        ("Gunmen killed Omar Haddad's brother.", "Omar Haddad's brother"),
        ("Gunmen killed the teacher's three-year-old son.", "the teacher's three-year-old son"),
    ],
)
def test_whoever_belongs_to_somebody_is_killed_and_not_their_owner(text: str, words: str) -> None:
    assert [q.text for q in find_quantities(text, 0, len(text), claim_type="attack")] == [words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed the mayor's two sons.", [("killed", 2, 2)]),
        ("Gunmen killed the group's fighters.", []),
    ],
)
def test_the_owner_of_several_who_die_is_not_counted(text: str, expected: list[Range]) -> None:
    assert found(text, "attack") == expected


@pytest.mark.parametrize(
    ("words", "type", "expected"),
    [
        ("the eighth, a man in his sixties", "attack", ("killed", 1, 1)),
        ("the fifth victim", "attack", ("killed", 1, 1)),
        ("the fifth medic", "casualty-toll", ("killed", 5, 5)),
        ("a third nurse", "casualty-toll", ("killed", 1, 1)),
        ("Omar Haddad, 25, and her grandson Ali, 9", "attack", ("killed", 2, 2)),
        ("Omar Haddad, 25, a cook from Homs, Ali Salem, 31", "attack", ("killed", 2, 2)),
        ("his wife, Hana Musa, 22, and her mother", "attack", ("killed", 2, 2)),
        ("the slain sappers", "attack", None),
    ],
)
def test_a_mark_without_a_number_counts_those_it_names(words: str, type: str, expected: Range | None) -> None:
    assert marked(f"In the raid {words} was killed.", words, "killed", type) == expected


def test_whoever_is_beaten_to_death_is_killed() -> None:
    assert found("Guards beat her brother to death.", "attack") == [("killed", 1, 1)]
    assert found("Guards beat her brother.", "attack") == [("injured", 1, 1)]


@pytest.mark.parametrize("text", ["A girl with a braid died at Orvat.", "Six of the crew of a barge drowned."])
def test_what_stands_behind_with_or_of_is_no_victim(text: str) -> None:
    assert all(
        not words.startswith(("a braid", "a barge"))
        for words in [q.text for q in find_quantities(text, 0, len(text), claim_type="attack")]
    )


def test_kin_marked_without_whose_they_are_count_as_one() -> None:
    assert marked("A woman whose son was wounded in Orvat wept.", "son", "wounded") == ("injured", 1, 1)
    assert marked("She tends sons of the wounded in Orvat.", "sons", "wounded") is None
