"""What kind of voice somebody is by the noun that says what they are."""

from __future__ import annotations

import pytest
from actor_mentions import resolve

from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("a survivor", ActorKind.WITNESS), ("a relative of one of them", ActorKind.WITNESS), ("a tribal leader", ActorKind.WITNESS),
        ("community leaders", ActorKind.WITNESS), ("a teacher", ActorKind.WITNESS), ("a priest", ActorKind.WITNESS),
        ("a local chief", ActorKind.WITNESS), ("a volunteer doctors' group", ActorKind.WITNESS), ("a rights group", ActorKind.MONITOR),
        ("the human rights commission", ActorKind.MONITOR), ("the national human rights commission", ActorKind.OTHER),
        ("a local charity", ActorKind.AID), ("aid groups", ActorKind.AID), ("the head of a charity", ActorKind.AID),
        ("a local resistance group", ActorKind.PARTY), ("a gang leader", ActorKind.PARTY), ("a lawmaker", ActorKind.OTHER),
        ("a tea seller", ActorKind.WITNESS), ("a midwife", ActorKind.WITNESS), ("the schoolteacher", ActorKind.WITNESS),
        ("a 16-year-old", ActorKind.WITNESS), ("a member of a local rescue group", ActorKind.WITNESS), ("humanitarian partners", ActorKind.AID),
        ("a hotelier", ActorKind.WITNESS), ("two brothers", ActorKind.WITNESS),
        ("hospital staff", ActorKind.WITNESS), ("an aid federation", ActorKind.AID), ("NGOs", ActorKind.AID), ("a research group", ActorKind.EXPERT),
        ("a political scientist", ActorKind.EXPERT), ("an economist", ActorKind.EXPERT),
        ("a lawyer", ActorKind.OTHER), ("a caretaker", ActorKind.WITNESS), ("two schoolmasters", ActorKind.WITNESS), ("a former cellmate", ActorKind.WITNESS),
        ("truck owners", ActorKind.WITNESS), ("a warehouse guard", ActorKind.WITNESS),
        ("a committee of nurses", ActorKind.WITNESS), ("the owner", ActorKind.OTHER),
    ],
)  # fmt: skip
def test_the_noun_tells_the_kind_of_an_unnamed_voice(mention: str, kind: ActorKind) -> None:
    assert resolve(mention, role=Role.ORIGIN).kind is kind


@pytest.mark.parametrize(
    ("mention", "name", "kind"),
    [
        ("The monitoring group Airscope", "Airscope", ActorKind.MONITOR), ("Airscope, a rights group", "Airscope", ActorKind.MONITOR),
        ("the Italian charity Emergency", "Emergency", ActorKind.AID), ("Hope charity", "Hope charity", ActorKind.AID),
        ("the Red Crescent", "Red Crescent", ActorKind.AID), ("gang leader Tom Byrne", "Tom Byrne", ActorKind.PARTY),
        ("a tribal leader, Ada Byrne", "Ada Byrne", ActorKind.WITNESS), ("Dr Ada Byrne", "Ada Byrne", ActorKind.WITNESS), ("Ada Byrne, 34, a priest", "Ada Byrne", ActorKind.WITNESS),
        ("Dr Ada Byrne, who led the march", "Ada Byrne", ActorKind.WITNESS),
    ],
)  # fmt: skip
def test_the_noun_beside_a_name_tells_the_kind_of_its_bearer(mention: str, name: str, kind: ActorKind) -> None:
    found = resolve(mention, role=Role.ORIGIN)
    assert (found.name, found.kind) == (name, kind)
