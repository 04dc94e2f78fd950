"""Who is meant, as a person decided it."""

from __future__ import annotations

from builders import a_claim, a_report, a_voice
from fogline.claims.renaming import Decisions, Directory, Naming, points_elsewhere, renamed
from fogline.grounding.grounding import Actor, ActorKind
from fogline.grounding.registry import load_registry

TEXT = "Gunmen of the Red Lantern shelled the mill. The Lantern Movement said it had fired, and Col Ito agreed."
REPORT = a_report(TEXT)
CLAIM = a_claim(
    REPORT, "Gunmen of the Red Lantern shelled the mill", "shelling", trigger="shelled", actor="Red Lantern", target="civilians"
)
ANSWER = a_claim(REPORT, "it had fired", "shelling", trigger="fired", actor="Lantern Movement", by=a_voice("Col Ito", "other"))


def directory(*added: Actor) -> Directory:
    return Directory(load_registry(), added)


def test_name_is_applied_and_the_reading_is_kept() -> None:
    decisions = Decisions((Naming(("red lantern",), "Houthis", by="Ada: same flag"),))
    (claim,) = renamed((CLAIM,), decisions, directory())
    (mention,) = claim.actor
    assert (mention.name, mention.actor_id, mention.basis) == ("Houthis", "houthis", "reviewed")
    assert (mention.read_as, mention.read_basis) == ("Red Lantern", "unknown")
    assert "Ada: same flag" in mention.reason and "read as 'Red Lantern'" in mention.reason
    assert claim.id == CLAIM.id
    assert claim.target == CLAIM.target


def test_two_names_of_one_actor_become_one_mention() -> None:
    both = a_claim(REPORT, "Gunmen of the Red Lantern shelled the mill", actor=("Red Lantern", "Lantern Movement"))
    (claim,) = renamed((both,), Decisions((Naming(("Lantern Movement",), "Red Lantern"),)), directory())
    assert [m.name for m in claim.actor] == ["Red Lantern"]


def test_merged_name_follows_a_later_merge() -> None:
    decisions = Decisions((Naming(("Red Lantern",), "Lantern Movement"), Naming(("Lantern Movement",), "Houthis")))
    (claim,) = renamed((CLAIM,), decisions, directory())
    assert claim.actor[0].name == "Houthis"


def test_names_merged_in_a_circle_come_to_an_end() -> None:
    decisions = Decisions((Naming(("Red Lantern",), "Lantern Movement"), Naming(("Lantern Movement",), "Red Lantern")))
    claims = renamed((CLAIM, ANSWER), decisions, directory())
    assert {c.actor[0].name for c in claims} <= {"Red Lantern", "Lantern Movement"}


def test_decision_about_one_claim_leaves_the_others() -> None:
    decisions = Decisions((Naming(("Red Lantern", "Lantern Movement"), "Houthis", frozenset({ANSWER.id})),))
    first, second = renamed((CLAIM, ANSWER), decisions, directory())
    assert (first.actor[0].name, second.actor[0].name) == ("Red Lantern", "Houthis")


def test_person_is_named_by_what_they_speak_for() -> None:
    (claim,) = renamed((ANSWER,), Decisions((Naming(("Col Ito",), "Japan"),)), directory())
    (voice,) = claim.origin
    assert (voice.name, voice.actor_id, voice.kind) == ("Japan", "JP", ActorKind.GOVERNMENT)
    assert voice.read_as == "Col Ito"


def test_added_actor_takes_its_other_names() -> None:
    lantern = Actor("ledger-red-lantern", "Red Lantern", ActorKind.PARTY, ("Lantern Movement",), "YE", 2)
    first, second = renamed((CLAIM, ANSWER), Decisions((), (lantern,)), directory(lantern))
    assert {first.actor[0].actor_id, second.actor[0].actor_id} == {"ledger-red-lantern"}
    assert second.actor[0].name == "Red Lantern"


def test_words_that_mean_somebody_else_in_each_report_are_told() -> None:
    assert all(points_elsewhere(w) for w in ("they", "the group", "The Army", "both", "its fighters"))
    assert not any(points_elsewhere(w) for w in ("Red Lantern", "Houthi fighters", "the Lantern group"))
