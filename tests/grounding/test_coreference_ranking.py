"""How those named before a pronoun are weighed."""

from __future__ import annotations

from fogline.grounding.coreference_ranking import Asked, Candidate, Weights, choose, explained, gender_of, load_weights
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.reading.reading import Role
from fogline.span import Span


def candidate(name: str, start: int, *, sentence: int = 1, person: bool = True, gender: str = "") -> Candidate:
    grounded = GroundedActor(name, ActorKind.OTHER)
    return Candidate(Span(start, start + len(name)), grounded, sentence, person, Role.ACTOR, name.casefold(), True, gender=gender)


SHE = Asked(Span(90, 93), "person", "she", Role.ORIGIN, 2)


def test_the_greatest_sum_of_reasons_wins() -> None:
    weights = Weights({"person:gender:same": 2.0, "person:gender:other": -2.0})
    near, far = candidate("Omar", 60, gender="m"), candidate("Nadia", 20, gender="f")
    assert choose(SHE, [near, far], weights) is far


def test_a_tie_goes_to_the_nearest_and_nobody_wins_only_by_weight() -> None:
    near, far = candidate("Ada", 60), candidate("Eve", 20)
    assert choose(SHE, [near, far], Weights({"person:person:True": 1.0})) is near
    assert choose(SHE, [near, far], Weights({"person:none": 1.0})) is None


def test_reasons_are_words_that_a_person_can_read() -> None:
    ((_, why),) = explained(SHE, [candidate("Nadia", 20, gender="f")])
    assert {"person:distance:1", "person:gender:same", "person:first"} <= set(why)


def test_titles_kin_and_first_names_tell_a_woman_from_a_man() -> None:
    assert (gender_of(["her", "mother"]), gender_of(["general", "omar"]), gender_of(["orvat"])) == ("f", "m", "")


def test_shipped_weights_prefer_the_same_gender() -> None:
    weights = load_weights()
    assert weights.of["person:gender:same"] > weights.of["person:gender:other"]
