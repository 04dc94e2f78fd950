"""A stub encoder that knows its answers: what reading does with them can be told without weights."""

from __future__ import annotations

import numpy as np
from tokenizers import Tokenizer

from fogline.reading.encoder import Encoding, reader_folder
from fogline.reading.labels import COUNTS, INCIDENTS, MODALITIES, PLOVER, ROLES, TAGS, TYPES, VERIFICATIONS
from fogline.reading.segment import Surroundings

SURE = 9.0


class Stub:
    """Tags every word that it was told of, in any text; ``roles`` are words by role, the same for every trigger."""

    name = "stub"
    threads = 1  # it tells windows apart by their order

    def __init__(
        self, tags: dict[str, list[str]], roles: dict[str, list[str]], type: str = "shelling", attributed: bool = True
    ) -> None:
        self.tokenizer = Tokenizer.from_file(str(reader_folder() / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self._tags, self._roles, self._type, self._attributed = tags, roles, type, attributed
        self.read_words: list[list[str]] = []
        self.calibration: dict[str, tuple[float, float]] = {}

    def encode(self, pieces: list[int], first: np.ndarray) -> Encoding:
        ends = [*first[1:].tolist(), len(pieces) - 1]
        spelled = [self.tokenizer.id_to_token(p).removeprefix("##") for p in pieces]
        words = ["".join(spelled[b:e]) for b, e in zip(first.tolist(), ends, strict=True)]
        self.read_words.append(words)
        tags = np.zeros((len(words), len(TAGS), 3), dtype=np.float32)
        tags[:, :, 0] = SURE
        for tag, wanted in self._tags.items():
            self._mark(tags[:, TAGS.index(tag)], words, wanted)
        kinds = np.full((len(words), len(INCIDENTS)), -SURE, dtype=np.float32)
        kinds[:, INCIDENTS.index("BOMBING")] = SURE
        return Encoding(
            np.full((len(words), 4), len(self.read_words) - 1, dtype=np.float32),  # which window it was, for the heads
            tags.reshape(len(words), -1),
            kinds,
            np.full(len(PLOVER), -SURE, dtype=np.float32),
            kinds[0],
        )

    def claims(self, words: np.ndarray, surroundings: Surroundings, trigger: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        read = self.read_words[int(words[0, 0])]
        scores = np.zeros((len(trigger), len(words), 3 * len(ROLES) + len(COUNTS)), dtype=np.float32)
        by_role = scores[..., : 3 * len(ROLES)].reshape(len(trigger), len(words), len(ROLES), 3)
        by_role[..., 0] = SURE
        for role, wanted in self._roles.items():
            self._mark(by_role[0, :, ROLES.index(role)], read, wanted)
        by_role[:] = by_role[0]
        scores[..., : 3 * len(ROLES)] = by_role.reshape(len(trigger), len(words), -1)
        event = np.zeros((len(trigger), len(TYPES) + len(MODALITIES) + len(VERIFICATIONS) + 4), dtype=np.float32)
        event[:, TYPES.index(self._type)] = SURE
        event[:, len(TYPES) + MODALITIES.index("actual")] = SURE
        event[:, len(TYPES) + len(MODALITIES)] = SURE
        event[:, -3 if self._attributed else -4] = SURE
        event[:, -1] = SURE
        return np.take_along_axis(scores, surroundings.word_at[:, :, None], 1), event

    def speech(self, words: np.ndarray, surroundings: Surroundings, trigger: np.ndarray) -> np.ndarray:
        scores = np.zeros((len(trigger), len(words), 2, 3), dtype=np.float32)
        scores[..., 0] = SURE
        for n, role in enumerate(("source", "content")):  # every cue owns what is tagged
            self._mark(scores[0, :, n], self.read_words[int(words[0, 0])], self._tags.get(role, []))
        scores[:] = scores[0]
        flat = scores.reshape(len(trigger), len(words), -1)
        return np.take_along_axis(flat, surroundings.word_at[:, :, None], 1)

    @staticmethod
    def _mark(row: np.ndarray, words: list[str], wanted: list[str]) -> None:
        begun = False
        for n, word in enumerate(words):
            if word in wanted:
                row[n] = [0, 0, SURE] if begun else [0, SURE, 0]
                begun = True
            else:
                begun = False
