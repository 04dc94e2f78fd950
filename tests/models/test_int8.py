"""What is done to an encoder before it is rounded changes nothing in float, and brings the rounded one nearer."""

import pytest

torch = pytest.importorskip("torch")

from torch import nn  # noqa: E402

from fogline.models.int8 import RowwiseEmbedding, SmoothLinear, smooth  # noqa: E402


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(3)
        self.words = nn.Embedding(50, 8)
        self.first = nn.Linear(8, 16)
        self.second = nn.Linear(16, 4)

    def forward(self, input_ids):
        return self.second(torch.relu(self.first(self.words(input_ids))))


def rounded(x):
    scale = (x.max() - x.min()) / 255
    return torch.round(x / scale) * scale


@torch.no_grad()
def test_levelling_leaves_the_answers_as_they_are():
    encoder, pieces = Small(), torch.arange(20)[None]
    before = encoder(pieces)
    smooth(encoder, [pieces])
    assert isinstance(encoder.first, SmoothLinear)
    assert torch.allclose(encoder(pieces), before, atol=1e-5)


@torch.no_grad()
def test_levelling_halves_the_loss_where_one_channel_towers_over_the_rest():
    torch.manual_seed(5)
    linear, x = nn.Linear(32, 8), torch.randn(1, 60, 32)
    x[..., 7] *= 300
    full = linear(x)
    level = SmoothLinear(linear, x.abs().flatten(0, -2).amax(0))
    plain = (linear(rounded(x)) - full).abs().mean()
    levelled = (level.linear(rounded(x * level.level)) - full).abs().mean()
    assert levelled < plain / 2


@torch.no_grad()
def test_a_short_vector_beside_a_long_one_keeps_its_shape():
    embedding = nn.Embedding(2, 16)
    embedding.weight[0] *= 1000
    error = (RowwiseEmbedding(embedding)(torch.tensor([1])) - embedding.weight[1]).abs().max()
    assert error < embedding.weight[1].abs().max() / 200
