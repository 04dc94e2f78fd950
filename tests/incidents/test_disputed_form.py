"""One bombing told in two forms."""

from __future__ import annotations

from typing import Any

import pytest

from builders import a_claim, a_report, a_voice, by_id, monitor
from fogline.incidents.contradiction import is_dispute
from fogline.incidents.incident import ContradictionKind
from fogline.incidents.linking import link


@pytest.mark.parametrize(
    ("told", "told_otherwise", "disputed"),
    [
        ("A suicide bomber killed 7 in Afrin", "A bomb planted in a bus killed 7 in Afrin", True),
        ("Two car bombs killed 7 in Afrin", "A car bomb killed 7 in Afrin", True),
        # No other form: the one word is wider than the other.
        ("A suicide bomber killed 7 in Afrin", "A car bomb killed 7 in Afrin", False),
        ("Twin blasts killed 7 in Afrin", "Two explosions killed 7 in Afrin", False),
        ("The blast killed two people in a bombing in Afrin", "A car bomb killed 7 in Afrin", False),
        ("A suicide bomber killed 7 in Afrin", "A bomb killed 7 at a roadside restaurant in Afrin", False),
    ],
)
def test_one_bomb_or_two_and_a_bomber_or_a_planted_bomb_are_in_dispute(told: str, told_otherwise: str, disputed: bool) -> None:
    day: dict[str, Any] = {"place": "Afrin", "on": "2018-03-21", "killed": 7}
    one, two = (
        a_report(f"{told}, the monitor said.", "2018-03-21", "Herald"),
        a_report(f"{told_otherwise}, police said.", "2018-03-21", "Post"),
    )
    claims = [
        a_claim(one, told, "suicide-bomb" if "suicide" in told else "explosive", trigger="killed", by=monitor(), **day),
        a_claim(two, told_otherwise, "explosive", trigger="killed", by=a_voice("police", "government"), **day),
    ]
    ((incident,)) = link(claims, by_id(one, two))[0]
    assert [c.kind for c in incident.contradictions if is_dispute(c)] == [ContradictionKind.FORM] * disputed
