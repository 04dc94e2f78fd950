"""Whom descriptions and pronouns stand for when the whole report is known."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.grounding import referent
from fogline.grounding.actor import ActorResolver
from fogline.grounding.coreference import References
from fogline.grounding.event_parts import Parts, parts_of
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.referent import Chooser, Question, questions, reconsidered, trained
from fogline.grounding.referent_reasons import reasons
from fogline.grounding.registry import load_registry
from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.reading.segment import sentences
from fogline.span import Span

RESOLVER = ActorResolver(load_registry())
# A type of event and who has which part in it, by words that stand once in the text.
Told = tuple[str, dict[str, Role]]


def looked_up(text: str, *events: Told) -> tuple[References, Parts, dict[str, Span]]:
    spans = {words: Span(text.index(words), text.index(words) + len(words)) for _, marked in events for words in marked}
    parts = parts_of((kind, [(spans[words], role) for words, role in marked.items()]) for kind, marked in events)
    mentions = {spans[words]: role for _, marked in events for words, role in marked.items()}
    context = report_context(text, date(2022, 6, 1), {"NG": 5})
    found = References(text, dict(sorted(mentions.items())), sentences(text), RESOLVER, context, parts.apart, parts.does)
    found.resolved()
    return found, parts, spans


def asked(text: str, *events: Told) -> dict[str, Question]:
    references, parts, _ = looked_up(text, *events)
    return {q.span.of(text): q for q in questions(references, parts)}


def weighed(text: str, weights: dict[str, float], *events: Told) -> dict[str, GroundedActor]:
    references, parts, spans = looked_up(text, *events)
    found = reconsidered(references, parts, Chooser(weights))
    return {words: found[span] for words, span in spans.items()}


RAID = "Boko Haram raided Damasak on Friday. The raiders burned forty houses."
RAID_TOLD: tuple[Told, Told] = (
    ("attack", {"Boko Haram": Role.ACTOR, "Damasak": Role.TARGET}),
    ("destruction", {"The raiders": Role.ACTOR, "forty houses": Role.TARGET}),
)


def test_names_are_not_asked_about_and_descriptions_are_with_what_they_were_held_for_first() -> None:
    found = asked(RAID, *RAID_TOLD)
    assert "Boko Haram" not in found
    options = found["The raiders"].options
    assert options[0].present and not any(o.present for o in options[1:])
    assert "Boko Haram" in [o.grounded.name for o in options]


def test_likelier_one_is_taken_with_a_reason_that_says_where_it_stands() -> None:
    found = weighed(RAID, {"other:known:times:1": 3.0}, *RAID_TOLD)["The raiders"]
    assert (found.name, found.basis) == ("Boko Haram", "coreference")
    assert "stands for 'Boko Haram', named 1 sentence(s) before: likelier" in found.reason


def test_little_likelier_is_not_enough() -> None:
    held = weighed(RAID, {}, *RAID_TOLD)["The raiders"].name
    assert held != "Boko Haram"
    assert weighed(RAID, {"other:known:times:1": referent.MARGIN - 0.1}, *RAID_TOLD)["The raiders"].name == held


def test_what_the_description_was_held_for_may_stand_anywhere_in_the_report() -> None:
    text = "Gunmen shot two herders near Bama. The army blamed Boko Haram."
    told: tuple[Told, Told] = (
        ("attack", {"Gunmen": Role.ACTOR, "two herders": Role.TARGET}),
        ("accuse", {"The army": Role.ACTOR, "Boko Haram": Role.TARGET}),
    )
    found = {o.grounded.name: o for o in asked(text, *told)["Gunmen"].options}["Boko Haram"]
    assert (found.near, found.behind, found.suffers) == (None, 1, {"accuse"})


@pytest.mark.parametrize("many", [40, 400])
def test_each_mention_is_held_against_no_more_than_so_many(many: int) -> None:
    names = [f"the {a}{b} Brigade" for a in ("North", "South", "East", "West", "Upper") for b in ("vale", "wood", "ford", "mere")]
    text = " ".join(f"{names[n % len(names)].capitalize()} shelled Post {n}. They left post {n}." for n in range(many))
    mentions, at = {}, 0
    for n in range(many):
        for words in (names[n % len(names)].capitalize(), "They"):
            at = text.index(words, at)
            mentions[Span(at, at + len(words))] = Role.ACTOR
    references = References(text, mentions, sentences(text), RESOLVER, report_context(text, None, {"NG": 5}))
    references.resolved()
    most = max(len(q.options) for q in questions(references, parts_of([])))
    assert 1 < most <= referent._NEAREST + referent._MOST_OFTEN + 3


def test_men_are_no_state() -> None:
    text = "Chadian jets struck Damasak. Some 40 men burned the market, and others fled."
    told: tuple[Told, ...] = (
        ("air-strike", {"Chadian jets": Role.ACTOR}),
        ("attack", {"Some 40 men": Role.ACTOR}),
        ("displacement", {"others": Role.ACTOR}),
    )
    found = asked(text, *told)
    assert not any(o.sort == "state" for o in found["Some 40 men"].options)
    assert "Chad" in [o.grounded.name for o in found["others"].options]


def test_an_office_is_told_by_the_war_and_whoever_speaks_under_words_of_their_own_keeps_them() -> None:
    text = "Boko Haram killed nine people, a member of the market council said. The army counted six. It denied the rest."
    told: tuple[Told, ...] = (
        ("attack", {"Boko Haram": Role.ACTOR, "a member of the market council": Role.ORIGIN}),
        ("attack", {"The army": Role.ORIGIN}),
        ("reject", {"It": Role.ACTOR}),
    )
    assert list(asked(text, *told)) == ["It"]


def test_shipped_weights_know_a_description_of_the_group_before_it_and_leave_unarmed_people_alone() -> None:
    text = "Boko Haram attacked Damasak. Residents fled. Fighters of the sect burned the market, and the extremists left at dawn."
    told: tuple[Told, ...] = (
        ("attack", {"Boko Haram": Role.ACTOR}),
        ("displacement", {"Residents": Role.ACTOR}),
        ("displacement", {"the extremists": Role.ACTOR}),
    )
    found = weighed(text, dict(trained().of), *told)
    assert found["the extremists"].name == "Boko Haram"
    assert found["Residents"].inter == 7


def test_reasons_are_words_that_a_person_can_read() -> None:
    question = asked(RAID, *RAID_TOLD)["The raiders"]
    group = next(o for o in question.options if o.grounded.name == "Boko Haram")
    why = reasons(question.asked, group)
    assert any(r.endswith(":distance:1:actor:actor") for r in why)
    assert "does-too:destruction:False" in why


def test_a_governor_is_no_rebel_and_a_gang_is_no_state() -> None:
    text = "Boko Haram attacked Damasak. The governor's spokesman condemned it. Nigeria sent aid. The strongest gang boss in Bama fled."
    told: tuple[Told, ...] = (
        ("attack", {"Boko Haram": Role.ACTOR}),
        ("reject", {"The governor's spokesman": Role.ACTOR}),
        ("aid", {"Nigeria": Role.ACTOR}),
        ("displacement", {"The strongest gang boss in Bama": Role.ACTOR}),
    )
    references, parts, spans = looked_up(text, *told)
    references.kinds[spans["The governor's spokesman"]] = "body"
    found = {q.span.of(text): [o.grounded.name for o in q.options[1:]] for q in questions(references, parts)}
    assert "Boko Haram" not in found["The governor's spokesman"]
    assert "Boko Haram" in found["The strongest gang boss in Bama"]
    assert "Nigeria" not in found["The strongest gang boss in Bama"]


def test_a_state_that_says_only_where_somebody_is_is_not_meant() -> None:
    text = "Boko Haram attacked Damasak. Chad sent aid. The richest merchant in Chad fled."
    told: tuple[Told, ...] = (
        ("attack", {"Boko Haram": Role.ACTOR}),
        ("aid", {"Chad": Role.ACTOR}),
        ("displacement", {"The richest merchant in Chad": Role.ACTOR}),
    )
    assert "Chad" not in [o.grounded.name for o in asked(text, *told)["The richest merchant in Chad"].options]


def test_a_full_name_is_nobody_elses() -> None:
    text = "Boko Haram attacked Damasak. Soldiers arrested Lantern Byrne, and his two sons fled."
    told: tuple[Told, ...] = (
        ("attack", {"Boko Haram": Role.ACTOR}),
        ("arrest", {"Lantern Byrne": Role.TARGET}),
        ("displacement", {"his two sons": Role.ACTOR}),
    )
    assert list(asked(text, *told)) == ["his two sons"]


def test_insurgents_are_no_state_however_often_it_is_named() -> None:
    text = "France sent aid. France sent planes. France spoke. The resistance burned a bridge."
    found = asked(text, ("aid", {"France": Role.ACTOR}), ("destruction", {"The resistance": Role.ACTOR}))
    assert "France" not in [o.grounded.name for o in found["The resistance"].options]


def test_commanders_who_tell_of_a_raid_are_not_of_those_who_raided() -> None:
    text = "The army of Nigeria came. Boko Haram left Bama and Boko Haram hid. Commanders said Boko Haram had raided Damasak."
    start = text.index("Commanders")
    spans = {Span(start, start + 10): Role.ORIGIN, Span(text.rindex("Boko"), text.rindex("Boko") + 10): Role.ACTOR}
    parts = parts_of([("attack", list(spans.items()))])
    context = report_context(text, date(2022, 6, 1), {"NG": 5})
    references = References(text, spans, sentences(text), RESOLVER, context, parts.apart, parts.does)
    references.resolved()
    (found,) = [q for q in questions(references, parts) if q.span.start == start]
    assert found.barred == (found.options[0].grounded.name == "Boko Haram")
    assert "Boko Haram" not in [o.grounded.name for o in found.options[1:]]
