"""Keeps a training where it stands, so that one that was interrupted goes on as if it had not been.

What is kept beside the weights is all that the next step depends on: the
optimizer's moments, the moving average, and where each generator of random
numbers stands. Batches are not kept; the same arguments make the same ones.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import torch

from fogline.errors import FoglineError


class Checkpoint:
    """One file that holds the state of a training after some step.

    ``arguments`` are those that the batches and the rates follow from; a file
    of a training with others is refused.
    """

    def __init__(self, path: Path, arguments: dict[str, Any], parts: dict[str, Any], rng: random.Random) -> None:
        self.path = path
        self.arguments = arguments
        self.parts = parts
        self.rng = rng

    def save(self, step: int, minutes: float) -> None:
        """Write the state after ``step`` steps; an interruption leaves the file before it whole."""
        state = {
            "arguments": self.arguments,
            "step": step,
            "minutes": minutes,
            "parts": {name: part.state_dict() for name, part in self.parts.items()},
            "random": self.rng.getstate(),
            "python": random.getstate(),
            "torch": torch.get_rng_state(),
        }
        beside = self.path.with_suffix(".new")
        torch.save(state, beside)
        os.replace(beside, self.path)

    def load(self) -> tuple[int, float]:
        """Take up what was kept and return the steps done and the minutes they took, (0, 0.0) where nothing was kept.

        Raises FoglineError where the file is of a training with other arguments.
        """
        if not self.path.exists():
            return 0, 0.0
        state = torch.load(self.path, map_location="cpu", weights_only=False)
        if state["arguments"] != self.arguments:
            other = sorted(k for k in self.arguments if state["arguments"].get(k) != self.arguments[k])
            raise FoglineError(f"{self.path} is of a training with another {', '.join(other)}.")
        for name, part in self.parts.items():
            part.load_state_dict(state["parts"][name])
        self.rng.setstate(state["random"])
        random.setstate(state["python"])
        torch.set_rng_state(state["torch"])
        return state["step"], state["minutes"]
