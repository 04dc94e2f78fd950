"""Reports that are read one ahead of another come out as if read one by one."""

from __future__ import annotations

import numpy as np
from stub_encoder import Stub

from builders import a_report
from fogline.intake.report import Report
from fogline.pipeline import Pipeline, read_each
from fogline.reading.encoder import Encoding
from fogline.settings import Settings


class Failing(Stub):
    """Fails on any text with the word "boom"."""

    def encode(self, pieces: list[int], first: np.ndarray) -> Encoding:
        said = super().encode(pieces, first)
        if "boom" in self.read_words[-1]:
            raise ArithmeticError("no such word")
        return said


PIPELINE = Pipeline(Failing({"trigger": ["shelled"]}, {"place": ["hajin"]}))
UNGATED = Settings(gate=False)


def reports(*texts: str) -> list[Report]:
    return [a_report(text) for text in texts]


def test_each_report_has_its_own_claims_in_order() -> None:
    given = reports("Rebels shelled Hajin.", "Nothing happened.", "Troops shelled Hajin. Rebels shelled Hajin.")
    together = list(read_each(given, PIPELINE, UNGATED))
    assert [len(claims) for claims, _ in together] == [1, 0, 2]
    assert together == [found for report in given for found in read_each([report], PIPELINE, UNGATED)]


def test_a_report_that_cannot_be_read_costs_itself_alone_and_is_said() -> None:
    settings = Settings(gate=False, max_text_chars=60)
    given = reports("Rebels shelled Hajin.", "They shelled it with a boom.", "Hajin was shelled. " * 9, "Troops shelled Hajin.")
    found = list(read_each(given, PIPELINE, settings))
    assert [len(claims) for claims, _ in found] == [1, 0, 0, 1]
    assert [[i.code for i in issues if i.code in ("unreadable", "too-long")] for _, issues in found] == [
        [],
        ["unreadable"],
        ["too-long"],
        [],
    ]
    assert "ArithmeticError: no such word" in found[1][1][0].message
