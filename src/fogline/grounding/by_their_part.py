"""Whom the text tells of by the part that they had in what happened before: "the attackers", "the captors"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fogline.grounding.exclusions import Exclusions
from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.prose import Prose, head_key
from fogline.grounding.registry import Word
from fogline.grounding.word_lists import word_set
from fogline.span import Span

__all__ = ["ByTheirPart", "told_by_their_part"]

# What somebody did who is called so, and in how many sentences before it is told.
_SEIZED = frozenset(["abduction"])
_ASSAULTED = word_set("attack shelling explosive suicide-bomb abduction")
_DID = {
    **dict.fromkeys(word_set("captor captors kidnapper kidnappers abductor abductors hostage-takers"), _SEIZED),
    **dict.fromkeys(word_set("attacker attackers assailant assailants"), _ASSAULTED),
}
_REACH = 6
_DEFINITE = frozenset(["the", "these", "those", "their", "his", "her"])


def told_by_their_part(found: Sequence[Word], own: GroundedActor) -> bool:
    """Tell whether words call somebody by a part in a deed that was told before and say no more of them: "the attackers"."""
    known = own.actor_id is not None or own.basis not in ("unknown", "description")
    return not known and len(found) == 2 and found[0].key in _DEFINITE and head_key(found) in _DID


class ByTheirPart:
    """The doers of the deeds of one report, by which they are told of again; ``deeds`` are by mention the types of what it does."""

    def __init__(
        self,
        prose: Prose,
        exclusions: Exclusions,
        deeds: Mapping[Span, frozenset[str]],
        out: Mapping[Span, GroundedActor],
    ) -> None:
        self.prose, self.exclusions, self.deeds, self.out = prose, exclusions, deeds, out

    def of(self, span: Span) -> tuple[Span, GroundedActor] | None:
        """Return the mention of whoever did last what a mention says, and who that is; None where it is nobody on file.

        Men of whom no more is known stay so. The state at war is none of them: where its army strikes back, those who attacked
        it are meant.
        """
        here, wanted = self.prose.sentence(span.start), _DID[head_key(self.prose.words_in(span))]
        before = [s for s, types in self.deeds.items() if s.end <= span.start and types & wanted and s in self.out]
        for doer in sorted(before, reverse=True):
            held = self.out[doer]
            if here - self.prose.sentence(doer.start) > _REACH:
                return None
            if held.actor_id is not None and held.inter not in (2, 3):
                continue
            fits = held.kind is ActorKind.PARTY and held.actor_id is not None and not held.also
            barred = doer in self.exclusions.apart.get(span, ()) or self.exclusions.against(span, held.name)
            return (doer, held) if fits and not barred else None
        return None
