"""What speaks for two claims of one report telling one happening."""

from __future__ import annotations

from builders import a_claim, a_count, a_report
from fogline.incidents.told_together import told_signals


def test_the_same_dead_outweigh_other_wounded_whatever_is_compared_first() -> None:
    report = a_report("A raid killed 9 people in Hajin and hurt 4. Nine people died, 40 were hurt.")
    one = a_claim(
        report, "A raid killed 9 people in Hajin", trigger="killed", counts=[a_count("killed", 9), a_count("injured", 4)]
    )
    other = a_claim(report, "Nine people died", trigger="died", counts=[a_count("injured", 40), a_count("killed", 9)])
    bits = {name: bits for name, bits, _ in told_signals((one, other), report)[0]}
    assert bits["figures"] > 0
    assert {name: bits for name, bits, _ in told_signals((other, one), report)[0]} == bits
