from __future__ import annotations

from fogline.exports.harm import coarse


def test_coarse_coordinates_keep_a_tenth_of_a_degree() -> None:
    assert coarse(35.93471) == 35.9 and coarse(-0.04) == 0.0 and coarse(None) is None
