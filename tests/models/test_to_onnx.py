"""The part that reads around triggers, arranged for ONNX Runtime, answers as it was trained to."""

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from torch import nn  # noqa: E402

from fogline.models.network import HIDDEN, AroundTrigger  # noqa: E402
from fogline.models.to_onnx import Around  # noqa: E402
from fogline.reading.segment import SENTENCE_DISTANCES, Reach  # noqa: E402


@torch.no_grad()
def test_arranging_the_part_around_triggers_leaves_its_answers_as_they_are():
    torch.manual_seed(7)
    trained = AroundTrigger(Reach(9, 5), 6).eval()
    for norm in (trained.norm, trained.norm2, trained.norm3):
        nn.init.normal_(norm.weight)
        nn.init.normal_(norm.bias)
    asked = (
        torch.randn(20, HIDDEN),
        torch.randint(0, 20, (3, 14)),
        (torch.rand(3, 14) > 0.3).float(),
        torch.randint(0, SENTENCE_DISTANCES, (3, 14)),
        torch.randn(3, HIDDEN),
    )
    expected, arranged = trained(*asked), Around(trained).eval()(*asked)
    assert expected[0].std() > 0.1
    for one, other in zip(expected, arranged, strict=True):
        assert torch.allclose(one, other, atol=1e-4)
