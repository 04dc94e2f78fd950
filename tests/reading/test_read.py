"""From what an encoder says to a reading, with a stub encoder that knows its answers."""

from __future__ import annotations

import numpy as np
from stub_encoder import SURE, Stub

from fogline.intake.report import Part, PartKind, Report
from fogline.reading.attribution import _contents, _turns
from fogline.reading.encoder import Encoding
from fogline.reading.event import _told_once
from fogline.reading.labels import ROLES, TAGS
from fogline.reading.read import named, read
from fogline.reading.reading import EventMention, Modality, Reading, Role
from fogline.reading.segment import Surroundings
from fogline.span import Span


def report(text: str, *parts: Part, language: str | None = "en") -> Report:
    return Report("r", text, parts, "", "", language=language)


def said(reading: Reading, text: str) -> list[tuple[list[str], list[str], list[str]]]:
    return [tuple([s.of(text) for s in spans] for spans in (a.source, a.cue, a.content)) for a in reading.attributions]  # type: ignore[misc]


def words_of(event: EventMention, role: Role, text: str) -> list[str]:
    return [a.span.of(text) for a in event.having(role)]


TEXT = "Rebels shelled Kafr Nour and killed 15,000 hens, the mayor said."


def test_attribution_joins_source_cue_and_content() -> None:
    stub = Stub({"source": ["the", "mayor"], "cue": ["said"], "content": ["rebels", "shelled"]}, {})
    assert said(read(report(TEXT), stub), TEXT) == [(["the mayor"], ["said"], ["Rebels shelled"])]


def test_speakers_in_one_stretch_each_get_their_words() -> None:
    tagged = np.ones(10, np.float32)
    introduced = np.array([[0.9] * 5 + [0.2] * 5, [0.1] * 4 + [0.3, 0.3] + [0.8] * 4], np.float32)
    assert _contents(tagged, introduced) == [(0, 5, 0), (5, 10, 1)]


def test_words_too_few_for_a_turn_go_to_the_longer_neighbour() -> None:
    owner = np.array([0, 0, 0, 0, 1, 0, 0, -1, 1, 1, 1])
    assert _turns(owner, 0, 11) == [(0, 8, 0), (8, 11, 1)]


def test_long_quotation_without_a_cue_is_somebodys_words_and_a_short_one_is_not() -> None:
    quoted = ["rebels", "shelled", "kafr", "nour", "and", "killed", "15", ",", "000", "hens"]
    (found,) = read(report(TEXT), Stub({"content": quoted}, {})).attributions
    assert (found.source, found.cue) == ((), ()) and found.content[0].of(TEXT).startswith("Rebels shelled Kafr Nour")
    assert read(report(TEXT), Stub({"content": quoted[:3]}, {})).attributions == ()


def test_quotation_that_spans_windows_is_one_to_its_end() -> None:
    text = " ".join(["we saw the shells fall on the mill and on the market"] * 120)
    stub = Stub({"content": list(dict.fromkeys(text.split()))}, {})
    (found,) = read(report(text), stub).attributions
    assert len(stub.read_words) > 2 and found.content == (Span(0, len(text)),)


def test_words_on_both_sides_of_a_caption_are_one_speech_without_the_caption() -> None:
    first, caption, last = "The mayor said troops burned.", "Rebels shelled Homs last year.", "bridges and fled."
    text = "\n".join((first, caption, last))
    at, end = len(first) + 1, len(first) + 1 + len(caption)
    parts = [
        Part(PartKind.BODY, Span(0, at - 1)),
        Part(PartKind.CAPTION, Span(at, end)),
        Part(PartKind.BODY, Span(end + 1, len(text))),
    ]
    tags = {"source": ["the", "mayor"], "cue": ["said"], "content": ["troops", "burned", ".", "bridges", "and", "fled"]}
    reading = read(report(text, *parts), Stub(tags, {}))
    by_mayor = next(a for a in reading.attributions if a.cue)
    assert [s.of(text) for s in by_mayor.content] == ["troops burned.", "bridges and fled."]


def test_text_in_small_letters_has_places_and_one_with_capitals_has_none_in_small_letters() -> None:
    tags = {"toponym": ["the", "village", "of", "hajin", "deir", "ezzor"]}
    for text, names in (
        ("rebels shelled the village of hajin and deir ezzor, a monitor said", ["hajin", "deir ezzor"]),
        ("Rebels shelled the village of hajin and deir ezzor, a monitor said", []),
    ):
        assert [t.span.of(text) for t in read(report(text), Stub(tags, {})).toponyms] == names


class Doubting(Stub):
    """Finds every trigger, and doubts on second look that it is a claim: the mean of both looks is .22."""

    def claims(self, words: np.ndarray, surroundings: Surroundings, trigger: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        scores, event = super().claims(words, surroundings, trigger)
        event[:, -2:] = [3, 0]
        return scores, event


def test_short_text_keeps_its_likeliest_claim_and_an_article_does_not() -> None:
    stub = Doubting({"trigger": ["shelled", "killed"]}, {})
    assert [e.trigger.of(TEXT) for e in read(report(TEXT), stub).events] in (["shelled"], ["killed"])
    long = TEXT + " The weather stayed dry and the fields were brown." * 20
    assert read(report(long), stub).events == ()


class Faint(Stub):
    """Finds every trigger with a probability of .2, is sure of it at a second look, and counts the second looks."""

    looks = 0

    def encode(self, pieces: list[int], first: np.ndarray) -> Encoding:
        said = super().encode(pieces, first)
        of_trigger = said.tags.reshape(len(said.tags), len(TAGS), 3)[:, TAGS.index("trigger")]
        of_trigger[of_trigger[:, 0] == 0] = [np.log(0.8), np.log(0.2), -SURE]
        return said

    def claims(self, words: np.ndarray, surroundings: Surroundings, trigger: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        self.looks += len(trigger)
        return super().claims(words, surroundings, trigger)


def test_faint_trigger_is_looked_at_again_in_a_short_text_and_not_in_an_article() -> None:
    stub = Faint({"trigger": ["shelled"]}, {})
    assert [e.trigger.of(TEXT) for e in read(report(TEXT), stub).events] == ["shelled"]
    assert stub.looks == 1
    article = TEXT + " The weather stayed dry and the fields were brown." * 20
    assert read(report(article), stub).events == ()
    assert stub.looks == 1


class Doubtful(Stub):
    """Holds words for the targets of every trigger, each as surely as it is told."""

    def __init__(self, sure: dict[str, float]) -> None:
        super().__init__({"trigger": ["shelled"]}, {})
        self.sure = sure

    def claims(self, words: np.ndarray, surroundings: Surroundings, trigger: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        scores, event = super().claims(words, surroundings, trigger)
        read_words = self.read_words[int(words[0, 0])]
        first = 3 * ROLES.index("target")
        for n, at in enumerate(surroundings.word_at[0]):
            if (share := self.sure.get(read_words[at])) is not None and surroundings.there[0, n]:
                scores[:, n, first : first + 3] = np.log([1 - share, share, 1e-6])
        return scores, event


def test_likeliest_target_is_taken_from_a_low_mark_on_and_a_second_only_if_it_is_likely_too() -> None:
    text = "Rebels shelled soldiers beside farmers, the mayor said."

    def targets(**sure: float) -> list[str]:
        (event,) = read(report(text), Doubtful(sure)).events
        return words_of(event, Role.TARGET, text)

    assert targets(soldiers=0.45, farmers=0.4) == ["soldiers"]
    assert targets(soldiers=0.9, farmers=0.5) == ["soldiers"]
    assert targets(soldiers=0.9, farmers=0.8) == ["soldiers", "farmers"]
    assert targets(soldiers=0.2) == []


def test_event_has_its_words_type_and_arguments() -> None:
    stub = Stub(
        {"trigger": ["shelled"]},
        {"quote": ["rebels", "shelled"], "actor": ["rebels"], "place": ["kafr", "nour"], "origin": ["the", "mayor"]},
    )
    (event,) = read(report(TEXT), stub).events
    assert (event.trigger.of(TEXT), event.quote.of(TEXT), event.type) == ("shelled", "Rebels shelled", "shelling")
    assert words_of(event, Role.ACTOR, TEXT) == ["Rebels"]
    assert words_of(event, Role.ORIGIN, TEXT) == ["the mayor"]


def test_mention_does_not_stop_inside_a_name() -> None:
    stub = Stub({"trigger": ["shelled"]}, {"place": ["nour"]})
    (event,) = read(report(TEXT), stub).events
    assert words_of(event, Role.PLACE, TEXT) == ["Kafr Nour"]


def test_filler_of_a_template_is_told_with_the_incidents_it_belongs_to() -> None:
    reading = read(report(TEXT), Stub({"victim": ["rebels"]}, {}))
    (filler,) = reading.fillers
    assert (filler.slot, filler.span.of(TEXT)) == ("victim", "Rebels")
    assert max(filler.incidents, key=lambda pair: pair[1])[0] == "BOMBING" == reading.incidents[0][0]


def test_number_cut_at_its_comma_is_one_number() -> None:
    stub = Stub({"trigger": ["killed"]}, {"count": ["15", "000"]})
    (event,) = read(report(TEXT), stub).events
    assert words_of(event, Role.COUNT, TEXT) == ["15,000"]


def test_conjunction_at_the_end_is_no_part_of_an_actor() -> None:
    text = "Troops and militiamen left the town."
    stub = Stub({"trigger": ["left"]}, {"actor": ["troops", "and"]})
    (event,) = read(report(text), stub).events
    assert words_of(event, Role.ACTOR, text) == ["Troops"]


def test_quote_is_cut_at_the_end_of_its_sentence() -> None:
    text = "Shells hit the town. Nobody was hurt."
    stub = Stub({"trigger": ["hit"]}, {"quote": ["shells", "hit", "the", "town", ".", "nobody"]})
    (event,) = read(report(text), stub).events
    assert event.quote.of(text) == "Shells hit the town"


def test_quote_does_not_end_with_a_word_that_leads_on() -> None:
    text = "Shells hit the town after a week of talks in which all took part."
    stub = Stub({"trigger": ["hit"]}, {"quote": ["shells", "hit", "the", "town", "after"]})
    (event,) = read(report(text), stub).events
    assert event.quote.of(text) == "Shells hit the town"
    whole = Stub({"trigger": ["came"]}, {"quote": ["nobody", "came", "in"]})
    (event,) = read(report("Nobody came in."), whole).events
    assert event.quote.of("Nobody came in.") == "Nobody came in"


def test_quote_does_not_begin_or_end_inside_a_word_or_number() -> None:
    text = "Around 650,000 fled al-Bab, al-Rai and Ras al-Ain."
    stub = Stub({"trigger": ["fled"]}, {"quote": ["000", "fled", "al"]})
    (event,) = read(report(text), stub).events
    assert event.quote.of(text) == "650,000 fled al-Bab"


def test_one_claim_with_two_triggers_is_told_once() -> None:
    text = "The army attacked and shelled the town."
    stub = Stub({"trigger": ["attacked", "shelled"]}, {"quote": ["army", "attacked", "and", "shelled", "the", "town"]})
    assert len(read(report(text), stub).events) == 1


def mention(start: int, end: int, type: str, score: float) -> EventMention:
    return EventMention(Span(start, start + 1), Span(start, end), type, Modality.ACTUAL, score=score)


def test_two_types_on_the_same_words_are_one_claim_and_on_half_of_them_two() -> None:
    attack, toll = mention(0, 40, "attack", 0.8), mention(2, 40, "casualty-toll", 0.7)
    assert _told_once([toll, attack]) == [attack]
    assert len(_told_once([attack, mention(20, 60, "casualty-toll", 0.7)])) == 2
    assert len(_told_once([attack, mention(15, 40, "casualty-toll", 0.7)])) == 2
    assert _told_once([attack, mention(15, 40, "attack", 0.7)]) == [attack]


def test_furniture_is_not_read_and_a_caption_is_read_apart() -> None:
    text = "Troops left.\nRead more: maps\nA picture of May."
    parts = (
        Part(PartKind.BODY, Span(0, 12)),
        Part(PartKind.FURNITURE, Span(13, 28)),
        Part(PartKind.CAPTION, Span(29, len(text))),
    )
    stub = Stub({}, {})
    read(report(text, *parts), stub)
    assert stub.read_words == [["troops", "left", "."], ["a", "picture", "of", "may", "."]]


def test_text_in_another_language_is_kept_unread_and_said() -> None:
    stub = Stub({"trigger": ["x"]}, {})
    reading = read(report("x x x", language="ar"), stub)
    assert reading.events == () and stub.read_words == []
    assert [i.code for i in reading.issues] == ["unknown-language"]


def test_small_words_around_a_place_name_go_and_small_words_alone_are_no_name() -> None:
    text = "in the town of Hajin today"
    found = named(text, Span(7, len(text)))
    assert found is not None and found.of(text) == "Hajin"
    assert named(text, Span(0, 14)) is None


def test_comma_behind_a_name_goes_and_a_dash_is_no_name() -> None:
    text = "In Abu Nasr, - 12 people"
    found = named(text, Span(3, 12))
    assert found is not None and found.of(text) == "Abu Nasr"
    assert named(text, Span(13, 14)) is None
    assert named(text, Span(15, 17)) is None


def test_empty_report_has_an_empty_reading() -> None:
    assert read(report(""), Stub({}, {})).events == ()


def test_a_day_or_a_month_is_no_place() -> None:
    text = "IDLIB, TUESDAY and March"
    found = named(text, Span(0, 14))
    assert found is not None and found.of(text) == "IDLIB"
    assert named(text, Span(19, 24)) is None


def test_bracket_that_a_mention_opens_is_closed() -> None:
    text = "Fighters of the ELN (Segovia) shelled the mill on Friday."
    roles = {"actor": ["fighters", "of", "the", "eln", "(", "segovia"]}
    (event,) = read(report(text), Stub({"trigger": ["shelled"]}, roles)).events
    assert [a.span.of(text) for a in event.having(Role.ACTOR)] == ["Fighters of the ELN (Segovia)"]


def test_place_name_is_whole_across_its_hyphen_and_two_places_stay_two() -> None:
    text = "Gunmen came to the Centre-Nord region. Talks on the Chad-Niger road failed."
    found = read(report(text), Stub({"toponym": ["nord", "chad", "niger"]}, {})).toponyms
    assert [t.span.of(text) for t in found] == ["Centre-Nord", "Chad", "Niger"]


def test_whoever_is_pushed_out_did_not_take_the_ground() -> None:
    text = "Militiamen have been pushed from the mill by troops."
    stub = Stub({"trigger": ["pushed"]}, {"actor": ["militiamen", "troops"]}, type="territory-gained")
    (event,) = read(report(text), stub).events
    roles = {(str(a.role), a.span.of(text)) for a in event.arguments}
    assert {("actor", "troops"), ("target", "Militiamen")} <= roles
    stub = Stub({"trigger": ["pushed"]}, {"actor": ["troops"]}, type="territory-gained")
    (event,) = read(report("Troops pushed into the mill."), stub).events
    assert [str(a.role) for a in event.arguments if a.role is not Role.QUOTE] == ["actor"]


def test_whoever_ground_is_taken_from_did_not_take_it() -> None:
    text = "The mill had been taken in full from militiamen."
    stub = Stub({"trigger": ["taken"]}, {"actor": ["militiamen"]}, type="territory-gained")
    (event,) = read(report(text), stub).events
    assert [a.span.of(text) for a in event.having(Role.TARGET)] == ["militiamen"]
    assert not event.having(Role.ACTOR)
