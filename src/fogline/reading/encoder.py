"""Runs the reader's weights with ONNX Runtime; no PyTorch needed.

The weights travel in the package (``fogline/data/reader``): the encoder in
int8, the small heads in float. One ``OnnxEncoder`` serves all threads.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from fogline.errors import ModelError
from fogline.reading.labels import SCHEME

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


class Encoder(Protocol):
    """What reading needs of a model; tests supply a stub with known answers.

    ``name`` identifies weights and code; ``tokenizer`` cuts words into pieces.
    """

    @property
    def name(self) -> str: ...

    @property
    def tokenizer(self) -> Tokenizer: ...

    def encode(self, pieces: list[int], first: Integers) -> tuple[Floats, Floats, Floats]:
        """Return per word its vector [W, H] and tag scores [W, tags × 3], and the window's PLOVER scores [16]."""
        ...

    def roles(self, words: Floats, trigger: Floats, distance: Integers, apart: Integers) -> tuple[Floats, Floats]:
        """Return role scores [K, W, roles × 3 + counts] around K claim triggers, and their event scores [K, …]."""
        ...

    def speech(self, words: Floats, trigger: Floats, distance: Integers, apart: Integers) -> Floats:
        """Return source and content scores [K, W, 2 × 3] around K cues."""
        ...


@dataclass(frozen=True)
class OnnxEncoder:
    """The released reader. Windows run one by one.

    Dynamic int8 scales activations over the whole batch, so a batch of two
    windows would change the answer of both by a hair; one at a time, a text
    reads the same in any company, and on two cores nothing is lost.
    """

    name: str
    tokenizer: Tokenizer
    sessions: dict[str, Any]

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
        about = json.loads(card.read_text(encoding="utf-8"))
        if about.get("scheme") != SCHEME:
            raise ModelError(f"The reader in {folder} has label scheme {about.get('scheme')!r}, this version reads {SCHEME!r}.")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = int(os.environ.get("FOGLINE_THREADS") or min(4, os.cpu_count() or 1))
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        sessions = {}
        for part in ("encoder", "roles", "speech"):
            path = folder / f"{part}.onnx"
            try:
                sessions[part] = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
            except Exception as error:  # onnxruntime raises several unrelated types
                raise ModelError(f"Cannot load {path}: {error}") from error
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(str(about["name"]), tokenizer, sessions)

    def encode(self, pieces: list[int], first: Integers) -> tuple[Floats, Floats, Floats]:
        hidden, tags, plover = self.sessions["encoder"].run(None, {"pieces": np.array([pieces], dtype=np.int64)})
        return hidden[0][first], tags[0][first], plover[0]

    def roles(self, words: Floats, trigger: Floats, distance: Integers, apart: Integers) -> tuple[Floats, Floats]:
        scores, event = self.sessions["roles"].run(
            None, {"words": words[None], "trigger": trigger, "distance": distance, "apart": apart}
        )
        return scores, event

    def speech(self, words: Floats, trigger: Floats, distance: Integers, apart: Integers) -> Floats:
        (scores,) = self.sessions["speech"].run(
            None, {"words": words[None], "trigger": trigger, "distance": distance, "apart": apart}
        )
        return scores  # type: ignore[no-any-return]


def reader_folder() -> Path:
    """Return where the weights are: ``FOGLINE_READER`` or the package's own."""
    given = os.environ.get("FOGLINE_READER")
    return Path(given) if given else Path(str(files("fogline") / "data" / "reader"))


@cache
def default_encoder() -> OnnxEncoder:
    """Return the one reader of this process, loaded at first use."""
    return OnnxEncoder.load()
