"""Where quotations stand."""

from __future__ import annotations

import pytest

from fogline.grounding.quoted_words import quoted_words


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said, “Today they come,” and left.", ["“Today they come,”"]),
        ('He said, "Today they come," and left.', ['"Today they come,"']),
        ("He said, 'It's today that they come,' and left.", ["'It's today that they come,'"]),
        ("The drivers' yard and the bakers' ovens burnt.", []),
        ("“Today they come.\n“They go tomorrow.” Nobody came.", ["“Today they come.", "“They go tomorrow.”"]),
        ('A 12" shell fell today.', []),
    ],
)
def test_quotations_end_with_their_mark_or_their_paragraph(text: str, quoted: list[str]) -> None:
    assert [s.of(text) for s in quoted_words(text).spans] == quoted
