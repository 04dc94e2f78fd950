"""Who speaks a quotation."""

from __future__ import annotations

from datetime import date

import pytest
from marked_mentions import RESOLVER, sentences_of

from fogline.grounding.coreference import References
from fogline.grounding.quotations import quotation_at
from fogline.grounding.report_context import report_context
from fogline.reading.reading import Role
from fogline.span import Span


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The army fled. “Our house burned,” Ada Kobo said.", "Ada Kobo"),
        ("The army fled. “Our house burned,” said Ada Kobo.", "Ada Kobo"),
        ("The army fled. “Our house burned,” later announced Ada Kobo.", "Ada Kobo"),
        ("The army fled. Ada Kobo told reporters: “Our house burned.”", "Ada Kobo"),
        ("Ada Kobo said that the army fled. “Our house burned.”", None),
        ("Ada Kobo said that our house burned.", None),
    ],
)
def test_a_quotation_is_spoken_by_who_is_named_beside_it(text: str, speaker: str | None) -> None:
    at = text.index("Ada Kobo")
    mentions = {Span(at, at + 8): Role.ORIGIN}
    found = References(text, mentions, sentences_of(text), RESOLVER, report_context(text, date(2018, 6, 1), {"SY": 5}))
    found.resolved()
    quotations = found.antecedents.quotations
    said = quotations.speaker(text.casefold().index("our house"))
    assert (said.span.of(text) if said is not None else None) == speaker
    assert (quotations.spoken_by(Span(at, at + 8)) == 0) is text.startswith("The army fled. “")


def test_quotation_ends_with_its_mark_or_paragraph() -> None:
    text = '“We left,” he said. We stayed.\n\n“We wait.\n\nWe go. "We come," they said. We saw.'
    starts = [n for n in range(len(text)) if text.startswith("We", n)]
    assert [quotation_at(text, n) for n in starts] == [0, -1, 1, -1, 2, -1]
    assert quotation_at("", 0) == -1
