"""Who is behind a claim, from hand-made readings."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.claim import Voice
from fogline.claims.voice import Speech, origin_of, speaking_along, voice_of
from fogline.grounding.ground import Grounding
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.reading.reading import Argument, Attribution, EventMention, Modality, Reading, Role
from fogline.span import Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def voices(
    text: str, trigger: str, sources: list[str], *, attributed: float = 0.9, attributions: tuple[Attribution, ...] = ()
) -> list[tuple[str, bool]]:
    """Return (name, joint) of the origin chain of one event whose origin spans are ``sources``."""
    arguments = tuple(Argument(Role.ORIGIN, at(text, s)) for s in sources)
    event = EventMention(at(text, trigger), at(text, trigger), "shelling", Modality.ACTUAL, arguments, attributed=attributed)
    names = [*sources, *(s.of(text) for a in attributions for s in a.source)]
    actors = {at(text, n): GroundedActor(n.removeprefix("the ").capitalize(), ActorKind.OTHER) for n in names}
    grounding = Grounding("r", None, {}, actors, {}, (), ())
    reading = Reading("r", "stub", attributions=attributions)
    return [(v.name, v.joint) for v in origin_of(event, Speech(reading.attributions), grounding, text)]


def test_outlet_speaks_for_itself_when_the_reader_says_so() -> None:
    assert voices("Shells hit the town, police said.", "hit", ["police"], attributed=0.1) == []


def test_source_that_cites_another_makes_a_chain() -> None:
    text = "Shells hit the town, the monitor said, citing local activists."
    assert voices(text, "hit", ["the monitor", "local activists"]) == [("Monitor", False), ("Local activists", False)]


def test_two_sources_side_by_side_are_joint_speakers() -> None:
    assert voices("Shells hit the town, doctors and police said.", "hit", ["doctors", "police"]) == [
        ("Doctors", False),
        ("Police", True),
    ]


def test_whoever_is_named_in_another_sentence_is_cited_by_the_first() -> None:
    text = "We asked Ada Byrne. Two nights of shells. The Arkonans say they hit the town."
    assert voices(text, "hit", ["Ada Byrne", "The Arkonans"]) == [("Ada byrne", False), ("The arkonans", False)]
    text = "The gazette reported that an official had seen shells hit the town."
    assert voices(text, "hit", ["The gazette", "an official"]) == [("The gazette", False), ("An official", False)]
    text = "[BYRNE] THE COUNCIL SAYS SHELLS HIT THE TOWN."
    assert voices(text, "HIT", ["BYRNE", "THE COUNCIL"]) == [("Byrne", False), ("The council", False)]


def test_speakers_joined_by_and_stay_joint_behind_titles_and_verbs() -> None:
    text = "Maj. Gen. Byrne of Arkona and Lt. Col. Orr said shells hit the town."
    assert voices(text, "hit", ["Maj. Gen. Byrne", "Lt. Col. Orr"])[1] == ("Lt. col. orr", True)


def test_agency_that_was_told_is_no_voice() -> None:
    assert voices("Shells hit the town, a general told AFP.", "hit", ["general", "AFP"]) == [("General", False)]


def test_attribution_answers_where_the_event_names_nobody() -> None:
    text = "The ministry insisted that shells had hit the town."
    attribution = Attribution((at(text, "The ministry"),), (at(text, "insisted"),), (at(text, "shells had hit the town"),))
    assert voices(text, "hit", [], attributions=(attribution,)) == [("The ministry", False)]


def test_words_inside_somebodys_speech_need_less_to_be_theirs() -> None:
    text = "The ministry insisted that shells had hit the town."
    attribution = Attribution((at(text, "The ministry"),), (at(text, "insisted"),), (at(text, "shells had hit the town"),))
    assert voices(text, "hit", ["The ministry"], attributed=0.3) == []
    assert voices(text, "hit", ["The ministry"], attributed=0.3, attributions=(attribution,)) == [("The ministry", False)]
    assert voices(text, "hit", ["The ministry"], attributed=0.1, attributions=(attribution,)) == []


def test_wish_not_to_be_named_is_no_second_speaker() -> None:
    text = "Shells hit the town, a colonel said, asking not to be named."
    assert voices(text, "hit", ["a colonel", "asking not to be named"]) == [("A colonel", False)]


def test_who_denies_what_was_said_before_is_no_voice_of_it() -> None:
    text = "Delmar said it had hit the port, which Arkona denied."
    assert voices(text, "hit", ["Delmar", "Arkona"]) == [("Delmar", False)]


def test_speaker_of_the_next_clause_says_something_else() -> None:
    text = "Doctors said shells had hit the town; the council said 28 of the dead were its own."
    assert voices(text, "dead", ["Doctors", "the council"]) == [("Council", False)]


def test_speaker_of_a_trigger_is_the_tightest_around_it() -> None:
    source = (Span(0, 3),)
    wide, tight = Attribution(source, (), (Span(10, 90),)), Attribution(source, (), (Span(40, 60),))
    nobody = Attribution((), (), (Span(48, 52),))
    speech = Speech([wide, tight, nobody])
    assert speech.around(Span(50, 51)) is tight
    assert speech.around(Span(20, 21)) is wide
    assert speech.around(Span(95, 96)) is None


def test_who_claims_to_have_done_it_says_so_within_anothers_words() -> None:
    text = "They left, an officer said, though the army claims to have retaken the town."
    doer, speaker = Argument(Role.ACTOR, at(text, "the army")), Argument(Role.ORIGIN, at(text, "an officer"))
    taken = EventMention(
        at(text, "retaken"), at(text, "retaken the town"), "territory-gained", Modality.ACTUAL, (doer, speaker), attributed=0.9
    )
    actors = {a.span: GroundedActor(a.span.of(text), ActorKind.PARTY) for a in (doer, speaker)}
    grounding = Grounding("r", None, {}, actors, {}, (), ())
    assert [v.name for v in origin_of(taken, Speech(()), grounding, text)] == ["the army"]


def test_nobody_is_no_voice() -> None:
    text = "No group has claimed the shelling, which Ada Byrne believes the army did."
    assert voices(text, "shelling", ["No group", "Ada Byrne"]) == [("Ada byrne", False)]


def named_voices(text: str, actors: dict[str, GroundedActor]) -> list[tuple[str, str | None, bool]]:
    """Return (name, words, joint) of the origin chain of "hit", told by those whom the words of ``actors`` name."""
    arguments = tuple(Argument(Role.ORIGIN, at(text, words)) for words in actors)
    event = EventMention(at(text, "hit"), at(text, "hit"), "shelling", Modality.ACTUAL, arguments, attributed=0.9)
    grounding = Grounding("r", None, {}, {at(text, words): a for words, a in actors.items()}, {}, (), ())
    return [(v.name, v.text, v.joint) for v in origin_of(event, Speech(()), grounding, text)]


DELMAR = GroundedActor("Delmar", ActorKind.GOVERNMENT, "delmar", basis="alias")
FRONT = GroundedActor("Lantern Front", ActorKind.PARTY, "lantern", basis="alias")


def test_all_whom_one_mention_names_are_joint_speakers() -> None:
    both = replace(DELMAR, also=(FRONT,))
    assert named_voices("Delmar and the Lantern Front said shells hit the town.", {"Delmar and the Lantern Front": both}) == [
        ("Delmar", "Delmar", False),
        ("Lantern Front", "the Lantern Front", True),
    ]


def test_speakers_who_share_a_noun_share_the_words() -> None:
    words = "Arkonan and Delmari police"
    held = replace(DELMAR, also=(GroundedActor("Arkona", ActorKind.GOVERNMENT, "arkona", basis="alias"),))
    assert [w for _, w, _ in named_voices(f"{words} said shells hit the town.", {words: held})] == [words, words]


def test_whoever_is_described_and_named_behind_a_comma_is_one_speaker() -> None:
    party = GroundedActor("party", ActorKind.OTHER)
    told = named_voices(
        "His party, the Lantern Front, said shells hit the town.", {"His party": party, "the Lantern Front": FRONT}
    )
    assert told == [("Lantern Front", "the Lantern Front", False)]
    radio = GroundedActor("Radio Lantern", ActorKind.MEDIA)
    station = GroundedActor("Rebel Station", ActorKind.OTHER)
    text = "RADIO LANTERN, THE CLANDESTINE REBEL STATION, SAID SHELLS hit THE TOWN."
    assert named_voices(text, {"RADIO LANTERN": radio, "THE CLANDESTINE REBEL STATION": station}) == [
        ("Radio Lantern", "RADIO LANTERN", False)
    ]


def test_a_list_of_speakers_describes_nobody() -> None:
    police, army = GroundedActor("police", ActorKind.OTHER), GroundedActor("army", ActorKind.OTHER)
    told = named_voices(
        "Delmar, the army and police said shells hit the town.", {"Delmar": DELMAR, "the army": army, "police": police}
    )
    assert [name for name, _, _ in told] == ["Delmar", "army", "police"]


def test_a_place_in_the_clause_that_says_who_speaks_is_no_speaker() -> None:
    ada, town = GroundedActor("Ada Byrne", ActorKind.WITNESS), GroundedActor("Turbat", ActorKind.OTHER)
    text = "Ada Byrne, who led the march from Turbat, said shells hit the town."
    assert [name for name, _, _ in named_voices(text, {"Ada Byrne": ada, "Turbat": town})] == ["Ada Byrne"]


def test_they_are_all_who_speak_together() -> None:
    delmar, front = (
        Voice("Delmar", ActorKind.GOVERNMENT, "Delmar"),
        Voice("Lantern Front", ActorKind.PARTY, "the Front", joint=True),
    )
    assert [a.name for a in speaking_along("they", DELMAR, (delmar, front))] == ["Lantern Front"]
    assert speaking_along("they", DELMAR, (delmar, replace(front, joint=False))) == ()
    assert speaking_along("the soldiers", DELMAR, (delmar, front)) == ()


def test_voice_by_a_bare_name_has_the_calling_that_the_report_tells() -> None:
    text = "Shells hit the town, said Ada Byrne. Ada Byrne, 58, is a historian."
    span = at(text, "Ada Byrne")
    grounding = Grounding("r", None, {}, {span: GroundedActor("Ada Byrne", ActorKind.OTHER)}, {}, (), ())
    assert voice_of(span, grounding, text).kind is ActorKind.EXPERT
