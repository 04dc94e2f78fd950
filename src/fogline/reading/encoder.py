"""Runs the reader's weights with ONNX Runtime; no PyTorch needed.

The weights travel in the package (``fogline/data/reader``): the encoder in
int8, of the heads what gives the scores in float. One ``OnnxEncoder`` serves all threads.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from fogline.errors import ModelError, UsageError
from fogline.reading.calibration import Calibration
from fogline.reading.labels import SCHEME
from fogline.reading.segment import Surroundings

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


class Encoding(NamedTuple):
    """Of W words: vectors [W, H], tag scores [W, tags × 3], MUC-4 type scores [W, 7]; of the window: PLOVER [16] and MUC-4 [7] scores."""

    vectors: Floats
    tags: Floats
    filler_incidents: Floats
    plover: Floats
    incidents: Floats


class Encoder(Protocol):
    """What reading needs of a model; tests supply a stub with known answers.

    ``name`` identifies weights and code; ``tokenizer`` cuts words into pieces;
    ``calibration`` turns the scores of these weights into probabilities;
    ``threads``: how many threads may ask at once.
    """

    @property
    def threads(self) -> int: ...

    @property
    def name(self) -> str: ...

    @property
    def tokenizer(self) -> Tokenizer: ...

    @property
    def calibration(self) -> Calibration: ...

    def encode(self, pieces: list[int], first: Integers) -> Encoding:
        """Return what the encoder says of a window's words, and of the window."""
        ...

    def claims(self, words: Floats, surroundings: Surroundings, trigger: Floats) -> tuple[Floats, Floats]:
        """Return role scores [K, reach, roles × 3 + counts] around K claim triggers, and their event scores [K, …]."""
        ...

    def speech(self, words: Floats, surroundings: Surroundings, trigger: Floats) -> Floats:
        """Return source and content scores [K, reach, 2 × 3] around K cues."""
        ...


@dataclass(frozen=True)
class OnnxEncoder:
    """The released reader. Each window is a run of its own.

    Dynamic int8 scales activations over the whole batch, so a batch of two
    windows would change the answer of both by a hair; one to a run, a text
    reads the same in any company.
    """

    name: str
    tokenizer: Tokenizer
    sessions: dict[str, Any]
    calibration: Calibration = field(default_factory=dict)
    threads: int = 1

    @classmethod
    def load(cls, folder: Path | None = None) -> OnnxEncoder:
        """Load weights from a folder, or those in the package.

        :raises ModelError: if a file is missing or the weights belong to another version.
        """
        import onnxruntime

        folder = folder or reader_folder()
        card = folder / "reader.json"
        if not card.is_file():
            raise ModelError(f"No reader in {folder}. Reinstall fogline, or train one with `make train`.")
        try:
            about = json.loads(card.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ModelError(f"Cannot read {card}: {error}") from error
        if about.get("scheme") != SCHEME:
            raise ModelError(f"The reader in {folder} has label scheme {about.get('scheme')!r}, this version reads {SCHEME!r}.")
        options = onnxruntime.SessionOptions()
        # A run keeps to the thread that asks for it; several ask at once.
        # Two cores that share one run take .8 to .9 of the time of one core.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Without this, processors that lack the int8 instructions of newer ones clip sums of products: the same text then
        # reads otherwise on another machine, tag scores further from exact int8 (.08) than int8 is from float (.055).
        options.add_session_config_entry("session.x64quantprecision", "1")
        sessions = {}
        for part in ("encoder", "claims", "speech"):
            path = folder / f"{part}.onnx"
            _check_digest(path, about.get("sha256", {}).get(path.name))
            try:
                sessions[part] = onnxruntime.InferenceSession(
                    str(path),
                    options,
                    providers=["CPUExecutionProvider"],
                    # Fused, the sum over which the heads take their first norm
                    # costs seven times what sum and norm cost one by one.
                    disabled_optimizers=None if part == "encoder" else ["SkipLayerNormFusion"],
                )
            except Exception as error:  # onnxruntime raises several unrelated types
                raise ModelError(f"Cannot load {path}: {error}") from error
        try:
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # tokenizers raises nothing narrower
            raise ModelError(f"Cannot load {folder / 'tokenizer.json'}: {error}") from error
        tokenizer.no_truncation()
        tokenizer.no_padding()
        curves = {str(name): (float(slope), float(shift)) for name, (slope, shift) in about.get("calibration", {}).items()}
        return cls(str(about["name"]), tokenizer, sessions, curves, threads_given())

    def encode(self, pieces: list[int], first: Integers) -> Encoding:
        hidden, tags, fillers, plover, incidents = self.sessions["encoder"].run(
            None, {"pieces": np.array([pieces], dtype=np.int64)}
        )
        return Encoding(hidden[0][first], tags[0][first], fillers[0][first], plover[0], incidents[0])

    def claims(self, words: Floats, surroundings: Surroundings, trigger: Floats) -> tuple[Floats, Floats]:
        scores, event = self.sessions["claims"].run(None, {"words": words, "trigger": trigger, **surroundings._asdict()})
        return scores, event

    def speech(self, words: Floats, surroundings: Surroundings, trigger: Floats) -> Floats:
        (scores,) = self.sessions["speech"].run(None, {"words": words, "trigger": trigger, **surroundings._asdict()})
        return scores  # type: ignore[no-any-return]


def _check_digest(path: Path, expected: str | None) -> None:
    """Raise ModelError where a file of weights is not the one that its card names: cut short in copying, or of another reader."""
    if expected is None or not path.is_file():
        return  # a card of an earlier training names none; that a file is missing is said where it is loaded
    if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
        raise ModelError(f"{path} is not the file that reader.json names; reinstall fogline, or export the reader again.")


def threads_given() -> int:
    """Return how many threads may read at once: ``FOGLINE_THREADS``, or as many as there are cores and at most four.

    :raises UsageError: if it is no whole number above 0.
    """
    given = os.environ.get("FOGLINE_THREADS")
    if not given:
        return min(4, os.cpu_count() or 1)
    if not given.isdecimal() or int(given) == 0:
        raise UsageError(f"FOGLINE_THREADS is {given!r}; it must be a whole number above 0, such as 2.")
    return int(given)


def reader_folder() -> Path:
    """Return where the weights are: ``FOGLINE_READER`` or the package's own."""
    given = os.environ.get("FOGLINE_READER")
    return Path(given) if given else Path(str(files("fogline") / "data" / "reader"))


@cache
def default_encoder() -> OnnxEncoder:
    """Return the one reader of this process, loaded at first use."""
    return OnnxEncoder.load()
