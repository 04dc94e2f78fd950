"""Statements, which say "we" from end to end without quotation marks: whoever the event is told by has "our fighters"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from fogline.grounding.coreference import References
from fogline.grounding.event_parts import Parts
from fogline.grounding.first_person import says_our_own
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.quotations import quotation_at
from fogline.grounding.unlisted_groups import UNLISTED
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["in_statements"]

_WE = frozenset(["we", "us", "our", "ours", "ourselves"])


def in_statements(
    references: References, parts: Parts, out: Mapping[Span, GroundedActor]
) -> Iterator[tuple[Span, GroundedActor]]:
    """Yield whom "we" and "our fighters" outside quotation marks stand for: the body that the event is told by.

    A statement is in the first person from end to end, and whom it names last is as often its foe.
    """
    text = references.prose.text
    for span, kind in references.kinds.items():
        found = references.prose.words_in(span)
        if kind != "speaker" or span not in out or not (found[0].key in _WE if len(found) == 1 else says_our_own(found)):
            continue
        if references.mentions[span] is Role.ORIGIN or quotation_at(text, span.start) >= 0:
            continue
        tellers = [s for s, roles in parts.beside.get(span, {}).items() if Role.ORIGIN in roles and s in out]
        bodies = {out[s].name: out[s] for s in tellers if out[s].actor_id is not None or out[s].reason.endswith(UNLISTED)}
        if len(bodies) == 1 and (body := next(iter(bodies.values()))).name != out[span].name and not body.also:
            reason = f"{span.of(text)!r} is said by {body.name}"
            yield span, replace(body, person=None, basis="coreference", reason=reason)
