"""Which body a bare secretary general is of: the United Nations, unless the report tells of another that has one."""

from __future__ import annotations

from fogline.grounding import actor_words as lexicon
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.known_actor import known
from fogline.grounding.naming import Naming
from fogline.grounding.registry import words
from fogline.grounding.unlisted_owners import owner_not_on_file

__all__ = ["secretary_general"]

_HAVE_ONE = frozenset(["un", "nato", "oas", "arab-league", "asean", "oic", "gcc", "osce"])
_OF_A_STATE = frozenset(["government", "cabinet", "presidential", "ministry"])
# Where a body that was named so many characters back is not meant any more.
_REACH = 1500


def secretary_general(naming: Naming, at: int) -> GroundedActor | None:
    """Return whose secretary general is told of by a post at ``at``, or whose that post is: "the secretary-general's envoy".

    Whoever was named with a secretary general last is meant, then the
    United Nations. None if no such post stands there, or if "of" says whose it is.
    """
    found = naming.phrase.words
    behind = (at + 4, at + 3) if [w.key for w in found[at + 1 : at + 2]] == ["of"] else ()  # "the envoy of the secretary general"
    last = next((n for n in (at, at + 1, at - 1, *behind) if 0 < n < len(found) and found[n].key == "general"), None)
    if last is None or found[last - 1].key != "secretary" or (last + 1 < len(found) and found[last + 1].key in lexicon.FOLLOW):
        return None
    if last > 1 and found[last - 2].key in _OF_A_STATE:
        return None  # a minister of some governments
    if owner_not_on_file(naming, last - 1) is not None:
        return None  # "the party's secretary general"
    context, start = naming.context, found[last].start
    before = words(context.text, max(0, start - _REACH), start)
    told = [
        m for m in naming.registry.matches(before, context.all_caps, context.year, context.home) if m.name.actor.id in _HAVE_ONE
    ]
    titled = next((m for m in reversed(told) if "secretary" in {w.key for w in before[m.last : m.last + 2]}), None)
    by_name = told[-1] if told and all(m.name.actor.id != "un" for m in told) else None
    match = titled or by_name
    body = match.name.actor if match is not None else naming.registry.get("un")
    return known(body, context, "role-of", f"secretary general of {body.name}") if body is not None else None
