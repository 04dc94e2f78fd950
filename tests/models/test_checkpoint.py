"""A training that was interrupted goes on as if it had not been."""

import random

import pytest

from fogline.errors import FoglineError

torch = pytest.importorskip("torch")

from fogline.models.checkpoint import Checkpoint  # noqa: E402


class Course:
    """A small training that draws on every generator of random numbers there is."""

    def __init__(self, path, seed=7):
        torch.manual_seed(3)
        random.seed(3)
        self.network = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.Dropout(0.5), torch.nn.Linear(8, 1))
        self.optimizer = torch.optim.AdamW(self.network.parameters(), lr=0.1)
        self.rng = random.Random(seed)
        parts = {"network": self.network, "optimizer": self.optimizer}
        self.checkpoint = Checkpoint(path, {"seed": str(seed)}, parts, self.rng)

    def run(self, steps):
        for _ in steps:
            wanted = self.rng.random() + random.random()
            loss = (self.network(torch.randn(5, 4)) - wanted).square().mean()
            loss.backward()
            self.optimizer.step()
            self.optimizer.zero_grad()

    def weights(self):
        return torch.cat([p.detach().flatten() for p in self.network.parameters()])


def test_a_resumed_training_ends_with_the_same_weights(tmp_path):
    whole = Course(tmp_path / "a.pt")
    whole.run(range(10))

    cut_short = Course(tmp_path / "b.pt")
    cut_short.run(range(6))
    cut_short.checkpoint.save(6, 1.5)
    cut_short.run(range(6, 8))  # lost with the interruption

    resumed = Course(tmp_path / "b.pt")
    done, minutes = resumed.checkpoint.load()
    assert (done, minutes) == (6, 1.5)
    resumed.run(range(done, 10))
    assert torch.equal(resumed.weights(), whole.weights())
    assert not torch.equal(cut_short.weights(), whole.weights())


def test_nothing_kept_is_a_start_from_the_beginning(tmp_path):
    course = Course(tmp_path / "state.pt")
    before = course.weights()
    assert course.checkpoint.load() == (0, 0.0)
    assert torch.equal(course.weights(), before)


def test_the_state_of_another_training_is_refused(tmp_path):
    Course(tmp_path / "state.pt", seed=7).checkpoint.save(3, 0.1)
    with pytest.raises(FoglineError, match="another seed"):
        Course(tmp_path / "state.pt", seed=8).checkpoint.load()


def test_a_file_half_written_does_not_take_the_place_of_the_one_before(tmp_path, monkeypatch):
    def full_disk(*_):
        raise OSError("the disk is full")

    course = Course(tmp_path / "state.pt")
    course.checkpoint.save(3, 0.1)
    monkeypatch.setattr(torch, "save", lambda state, path: path.write_bytes(b"half"))
    monkeypatch.setattr("fogline.models.checkpoint.os.replace", full_disk)
    with pytest.raises(OSError, match="full"):
        course.checkpoint.save(6, 0.2)
    monkeypatch.undo()
    assert course.checkpoint.load() == (3, 0.1)
