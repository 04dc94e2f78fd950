"""From what an encoder says to a reading, with a stub encoder that knows its answers."""

from __future__ import annotations

import numpy as np
from tokenizers import Tokenizer

from fogline.intake.report import Part, PartKind, Report
from fogline.reading.encoder import reader_folder
from fogline.reading.labels import COUNTS, MODALITIES, PLOVER, ROLES, TAGS, TYPES, VERIFICATIONS
from fogline.reading.read import named, read
from fogline.reading.reading import EventMention, Reading, Role
from fogline.span import Span

SURE = 9.0


class Stub:
    """Tags every word that it was told of, in any text; ``roles`` are words by role, the same for every trigger."""

    name = "stub"

    def __init__(
        self, tags: dict[str, list[str]], roles: dict[str, list[str]], type: str = "shelling", attributed: bool = True
    ) -> None:
        self.tokenizer = Tokenizer.from_file(str(reader_folder() / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self._tags, self._roles, self._type, self._attributed = tags, roles, type, attributed
        self.read_words: list[list[str]] = []

    def encode(self, pieces: list[int], first: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        ends = [*first[1:].tolist(), len(pieces) - 1]
        spelled = [self.tokenizer.id_to_token(p).removeprefix("##") for p in pieces]
        words = ["".join(spelled[b:e]) for b, e in zip(first.tolist(), ends, strict=True)]
        self.read_words.append(words)
        tags = np.zeros((len(words), len(TAGS), 3), dtype=np.float32)
        tags[:, :, 0] = SURE
        for tag, wanted in self._tags.items():
            self._mark(tags[:, TAGS.index(tag)], words, wanted)
        return (
            np.zeros((len(words), 4), dtype=np.float32),
            tags.reshape(len(words), -1),
            np.full(len(PLOVER), -SURE, dtype=np.float32),
        )

    def roles(
        self, words: np.ndarray, trigger: np.ndarray, distance: np.ndarray, apart: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        scores = np.zeros((len(trigger), len(words), 3 * len(ROLES) + len(COUNTS)), dtype=np.float32)
        for k in range(len(trigger)):
            by_role = scores[k, :, : 3 * len(ROLES)].reshape(len(words), len(ROLES), 3)
            by_role[:, :, 0] = SURE
            for role, wanted in self._roles.items():
                self._mark(by_role[:, ROLES.index(role)], self.read_words[-1], wanted)
            scores[k, :, : 3 * len(ROLES)] = by_role.reshape(len(words), -1)
        event = np.zeros((len(trigger), len(TYPES) + len(MODALITIES) + len(VERIFICATIONS) + 2), dtype=np.float32)
        event[:, TYPES.index(self._type)] = SURE
        event[:, len(TYPES) + MODALITIES.index("actual")] = SURE
        event[:, len(TYPES) + len(MODALITIES)] = SURE
        event[:, -1 if self._attributed else -2] = SURE
        return scores, event

    def speech(self, words: np.ndarray, trigger: np.ndarray, distance: np.ndarray, apart: np.ndarray) -> np.ndarray:
        scores = np.zeros((len(trigger), len(words), 2, 3), dtype=np.float32)
        scores[..., 2] = SURE  # every word belongs to every cue; the tags decide
        return scores.reshape(len(trigger), len(words), -1)

    @staticmethod
    def _mark(row: np.ndarray, words: list[str], wanted: list[str]) -> None:
        begun = False
        for n, word in enumerate(words):
            if word in wanted:
                row[n] = [0, 0, SURE] if begun else [0, SURE, 0]
                begun = True
            else:
                begun = False


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


def test_one_claim_with_two_triggers_is_told_once() -> None:
    text = "The army attacked and shelled the town."
    stub = Stub({"trigger": ["attacked", "shelled"]}, {"quote": ["army", "attacked", "and", "shelled", "the", "town"]})
    assert len(read(report(text), stub).events) == 1


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
