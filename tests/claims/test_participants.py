"""Who does a deed, and to whom, of those that stand beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.claims.claim import Voice
from fogline.claims.participants import _only_tells, mentions_of, participants
from fogline.grounding.ground import Grounding
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.reading.reading import Argument, EventMention, Modality, Role
from fogline.span import Span

OBSERVATORY = GroundedActor("Observatory", ActorKind.MONITOR)


@pytest.mark.parametrize(
    ("actor", "claim_type", "speaker", "tells"),
    [
        (OBSERVATORY, "territory-gained", "Observatory", True),
        (OBSERVATORY, "air-strike", "Observatory", True),
        (OBSERVATORY, "accuse", "Observatory", False),  # a monitor may accuse
        (OBSERVATORY, "air-strike", "SDF", False),  # not its own words
        (GroundedActor("SDF", ActorKind.PARTY), "territory-gained", "SDF", False),  # a side tells of its own deeds
    ],
)
def test_a_monitor_that_reports_a_deed_has_not_done_it(actor: GroundedActor, claim_type: str, speaker: str, tells: bool) -> None:
    assert _only_tells(actor, claim_type, (Voice(speaker, ActorKind.MONITOR),)) is tells


def test_us_in_capitals_is_a_country_and_no_speaker() -> None:
    text = "US raids hit the depot, the monitor said."
    who = {Span(0, 2): GroundedActor("United States", ActorKind.GOVERNMENT)}
    event = EventMention(
        Span(3, 8), Span(0, 22), "air-strike", Modality.ACTUAL, (Argument(Role.ACTOR, Span(0, 2)),), attributed=0.9
    )
    (actor,) = mentions_of(
        event, Role.ACTOR, Grounding("r", None, {}, who, {}, (), ()), text, (Voice("Monitor", ActorKind.MONITOR),)
    )
    assert actor.name == "United States"


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("“Our forces hit their posts,” the rebel said.", "Our forces", "Rebel"),
        ('"Our forces hit their posts," the rebel said.', "Our forces", "Rebel"),
        ("“My men hit their posts,” the rebel said.", "My men", "Rebel"),
        ("Our forces hit their posts, the rebel said.", "Our forces", "Ukraine"),  # not in a quotation
        ("“It ended.” Our forces hit posts, he said.", "Our forces", "Ukraine"),
        ("“Our brothers hit their posts,” the rebel said.", "Our brothers", "Ukraine"),
        ("“Our town hit their posts,” the rebel said.", "Our town", "Ukraine"),
        ("“Our allies hit their posts,” the rebel said.", "Our allies", "Ukraine"),
    ],
)
def test_our_forces_in_a_quotation_are_of_whoever_speaks(text: str, printed: str, name: str) -> None:
    start = text.index(printed)
    span = Span(start, start + len(printed))
    who = {span: GroundedActor("Ukraine", ActorKind.PARTY, "UA", basis="coreference")}
    hit = Span(text.index("hit"), text.index("hit") + 3)
    event = EventMention(hit, Span(start, hit.end), "shelling", Modality.ACTUAL, (Argument(Role.ACTOR, span),), attributed=0.9)
    speaker = Voice("Rebel", ActorKind.PARTY, "the rebel", None)
    (actor,) = mentions_of(event, Role.ACTOR, Grounding("r", None, {}, who, {}, (), ()), text, (speaker,))
    assert actor.name == name


def test_our_brothers_in_arms_who_are_named_are_themselves_and_residents_have_no_forces() -> None:
    text = "“Our Russian units hit the post,” she said."
    span, hit = Span(1, 18), Span(19, 22)
    event = EventMention(hit, span, "shelling", Modality.ACTUAL, (Argument(Role.ACTOR, span),), attributed=0.9)
    for basis, kind in (("alias", ActorKind.PARTY), ("coreference", ActorKind.WITNESS)):
        grounding = Grounding("r", None, {}, {span: GroundedActor("Russia", ActorKind.PARTY, "RU", basis=basis)}, {}, (), ())
        (actor,) = mentions_of(event, Role.ACTOR, grounding, text, (Voice("Speaker", kind),))
        assert actor.name == "Russia"


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def told(
    text: str,
    trigger: str,
    type: str,
    actor: str = "",
    target: str = "",
    *,
    quote: str = "",
    origin: Voice | None = None,
    **who: GroundedActor,
) -> tuple[list[str], list[str]]:
    """Return the names of doers and targets; ``who`` says what words stand for whom, with "_" for blanks."""
    marked = [(Role.ACTOR, w) for w in actor.split("|") if w] + [(Role.TARGET, w) for w in target.split("|") if w]
    arguments = tuple(Argument(role, at(text, w)) for role, w in marked)
    event = EventMention(at(text, trigger), at(text, quote or trigger), type, Modality.ACTUAL, arguments, attributed=0.9)
    actors = {at(text, w.replace("_", " ")): a for w, a in who.items()}
    doers, targets = participants(event, Grounding("r", None, {}, actors, {}, (), ()), text, (origin,) if origin else ())
    return [d.name for d in doers], [t.name for t in targets]


FRONT = GroundedActor("Lantern Front", ActorKind.PARTY, "lantern", basis="alias")
DELMAR = GroundedActor("Delmar", ActorKind.GOVERNMENT, "delmar", basis="alias")
SOLDIERS = GroundedActor("Delmar", ActorKind.GOVERNMENT, "delmar", basis="description")


def test_who_heard_or_counted_a_deed_has_not_done_it() -> None:
    assert told("The patrol heard shelling near Harl.", "shelling", "shelling", "The patrol") == ([], [])
    assert told("The Front recorded nine raids.", "raids", "armed-clash", "The Front") == ([], [])
    assert told("Guards saw and shot a boy.", "shot", "attack", "Guards")[0] == ["Guards"]
    assert told("Guards found two boys and shot them.", "shot", "attack", "Guards")[0] == ["Guards"]
    assert told("Guards heard shots and counted ten explosions.", "explosions", "shelling", "Guards")[0] == []


def test_who_tells_of_the_dead_has_not_killed_them() -> None:
    text = "The Front spoke of ten dead in the blast."
    front = Voice("Lantern Front", ActorKind.PARTY, "The Front", at(text, "The Front"))
    assert told(text, "dead", "explosive", "The Front", quote="ten dead in the blast", origin=front, The_Front=FRONT)[0] == []
    assert told(text, "dead", "armed-clash", "The Front", quote="ten dead in the blast", origin=front, The_Front=FRONT)[0] == []
    assert told(text, "blast", "armed-clash", "The Front", quote="the blast", origin=front, The_Front=FRONT)[0] != []


def test_who_claims_to_have_killed_has_done_it() -> None:
    text = "The Front claims to have left ten guards dead."
    front = Voice("Lantern Front", ActorKind.PARTY, "The Front", at(text, "The Front"))
    doers, _ = told(text, "dead", "armed-clash", "The Front", quote="left ten guards dead", origin=front, The_Front=FRONT)
    assert doers == ["Lantern Front"]


def test_town_that_falls_to_somebody_is_taken_by_them() -> None:
    text = "Harl fell to the Front in May."
    assert told(text, "fell", "territory-gained", "", "the Front", the_Front=FRONT) == (["Lantern Front"], [])
    text = "The army, which lost Harl to the Front, shelled it."
    found = told(text, "lost", "territory-gained", "The army", "the Front", the_Front=FRONT, The_army=DELMAR)
    assert found == (["Lantern Front"], ["Delmar"])
    text = "The army drove the Front to the river."
    assert told(text, "drove", "territory-gained", "The army", "the Front", the_Front=FRONT, The_army=DELMAR)[1] == [
        "Lantern Front"
    ]


@pytest.mark.parametrize(
    ("text", "target", "type", "name"),
    [
        ("The army killed 30 servicemen near Harl.", "30 servicemen", "armed-clash", "30 servicemen"),
        ("The army killed 30 of its servicemen near Harl.", "30 of its servicemen", "armed-clash", "Delmar"),
        ("The army killed 30 servicemen by mistake.", "30 servicemen", "armed-clash", "Delmar"),
        ("The army arrested 30 servicemen near Harl.", "30 servicemen", "arrest", "Delmar"),
    ],
)
def test_servicemen_whom_an_army_kills_are_not_its_own(text: str, target: str, type: str, name: str) -> None:
    trigger = "killed" if "killed" in text else "arrested"
    who = {"The_army": DELMAR, target.replace(" ", "_"): SOLDIERS}
    assert told(text, trigger, type, "The army", target, quote=text, **who) == (["Delmar"], [name])


def test_nobody_threatens_himself() -> None:
    text = "Delmar warned that Delmar City would answer Arkona."
    arkona = GroundedActor("Arkona", ActorKind.GOVERNMENT, "arkona", basis="alias")
    who = {"Delmar": DELMAR, "Delmar_City": replace(DELMAR, basis="role-of"), "Arkona": arkona}
    assert told(text, "warned", "threaten", "Delmar", "Delmar City|Arkona", **who) == (["Delmar"], ["Arkona"])


@pytest.mark.parametrize(
    ("text", "speaker", "word", "kind", "name"),
    [
        ("The council, caught off guard, said it would leave.", "The council", "it", ActorKind.PARTY, "Speaker"),
        ("The Harl Post, citing a clerk, said it would leave.", "The Harl Post", "it", ActorKind.MEDIA, "Arkona"),
        ("Ada Byrne, who met Omar, has said she would leave.", "Ada Byrne", "she", ActorKind.OTHER, "Speaker"),
        ("Delmar’s foreign minister said he would leave.", "Delmar’s foreign minister", "he", ActorKind.GOVERNMENT, "Speaker"),
        ("The army said he would leave.", "The army", "he", ActorKind.GOVERNMENT, "Arkona"),
        ("Ada Byrne confirmed he would leave.", "Ada Byrne", "he", ActorKind.OTHER, "Arkona"),
        ("Ada Byrne told Omar he would leave.", "Ada Byrne", "he", ActorKind.OTHER, "Arkona"),
    ],
)
def test_it_and_he_right_behind_the_verb_of_speaking_are_the_speaker(
    text: str, speaker: str, word: str, kind: ActorKind, name: str
) -> None:
    span = Span(text.index(f" {word} ") + 1, text.index(f" {word} ") + 1 + len(word))
    argument = Argument(Role.ACTOR, span)
    event = EventMention(at(text, "leave"), at(text, "would leave"), "withdrawal", Modality.PLANNED, (argument,), attributed=0.9)
    actors = {
        span: GroundedActor("Arkona", ActorKind.GOVERNMENT, "arkona", basis="coreference"),
        at(text, speaker): GroundedActor("Speaker", kind),
    }
    voice = Voice("Speaker", kind, speaker, at(text, speaker))
    (actor,) = mentions_of(event, Role.ACTOR, Grounding("r", None, {}, actors, {}, (), ()), text, (voice,))
    assert actor.name == name


def test_neither_side_is_nobody() -> None:
    text = "Neither side took the blame."
    assert told(text, "took the blame", "accuse", "Neither side")[0] == []
    text = "Neither Delmar nor Arkona took the blame."
    assert told(text, "took the blame", "accuse", "Neither Delmar", Neither_Delmar=DELMAR)[0] == ["Delmar"]


def test_who_only_arms_the_doer_is_no_doer() -> None:
    text = "The Front, armed by Delmar, shelled Harl."
    assert told(text, "shelled", "shelling", "The Front|Delmar", The_Front=FRONT, Delmar=DELMAR)[0] == ["Lantern Front"]


def test_who_as_a_doer_is_whoever_stands_before_it() -> None:
    text = "The army met the Front, who shelled Harl."
    assert told(text, "shelled", "shelling", "who", the_Front=FRONT, The_army=DELMAR)[0] == ["Lantern Front"]


def test_leader_who_is_killed_and_not_his_group_is_the_victim_but_a_leader_acts_for_it() -> None:
    omar = GroundedActor("Omar Harl", ActorKind.OTHER)
    text = "The mine killed Omar Harl, the leader of the Front."
    assert told(text, "killed", "explosive", "", "Omar Harl|the Front", Omar_Harl=omar, the_Front=FRONT)[1] == ["Omar Harl"]
    text = "Omar Harl, the leader of the Front, shelled it."
    doers, _ = told(text, "shelled", "shelling", "Omar Harl|the Front", Omar_Harl=omar, the_Front=FRONT)
    assert doers == ["Omar Harl", "Lantern Front"]


def test_a_raid_which_killed_is_not_the_convoy_it_hit() -> None:
    text = "A raid on the Front, which killed ten, ended."
    assert told(text, "killed", "armed-clash", "which", the_Front=FRONT)[0] == ["which"]
