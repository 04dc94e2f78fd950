"""Where a text quotes somebody: "today" between quotation marks is the speaker's day and not the teller's."""

from __future__ import annotations

import re

from fogline.grounding.span_index import SpanIndex
from fogline.span import Span

__all__ = ["quoted_words"]

# Curly marks that nobody closed hold to the end of their paragraph. A single mark is closed behind a full stop or a comma, or it
# is an apostrophe. No quotation is taken for longer than 2,000 characters.
_QUOTED = re.compile(
    r"“[^“”\n]{1,2000}(?:”|(?=\n)|\Z)|(?<!\w)\"[^\"\n]{1,2000}\"|(?<!\w)['‘](?=\w)(?:[^\n'’‘]|['’](?=\w)){1,1000}?[.,!?…]['’](?!\w)"
)


def quoted_words(text: str) -> SpanIndex:
    """Return where quotations stand, their marks among them."""
    return SpanIndex(Span(*m.span()) for m in _QUOTED.finditer(text))
