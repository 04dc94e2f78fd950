"""Where a text tells of somebody in full whom it later calls by a surname, or by a rank and one: "Its spokesman, Ada Byrne … Byrne"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from fogline.grounding import actor_words as lexicon
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.prose import Prose
from fogline.grounding.registry import Word
from fogline.span import Span

__all__ = ["FullNames"]

# Whoever is one of these speaks for the body that has them; a fighter of a group, or its lawyer, is somebody by themselves.
_SPEAK_FOR = frozenset(
    p for p in lexicon.POSTS - {"member", "source", "lawyer", "correspondent", "reporter", "journalist"} if not p.endswith("s")
)


class FullNames:
    """The mentions of one report that tell of the holder of a post with more words than the surname; ``out`` is who each stands for so far.

    Whom "its spokesman" or "a spokesman for the ministry" speaks for is known only when the text before has been looked through.
    """

    def __init__(self, prose: Prose, out: Mapping[Span, GroundedActor]) -> None:
        self.prose, self.out = prose, out

    def of(self, span: Span) -> tuple[Span, GroundedActor] | None:
        """Return the nearest fuller mention of whoever a surname means, and the body spoken for; None if there is none.

        What was only held to be of the state at war, because no other is named beside, is no answer.
        """
        words = self.prose.words_in(span)
        if self.prose.context.all_caps:
            return None
        told = [
            s
            for s in self._by_surname.get(_bare(words[-1]), ())
            if not s.overlap(span) and self.out[s].actor_id is not None and self.out[s].basis != "description"
        ]
        mine = {_bare(w) for w in words if w.key not in lexicon.MILITARY_TITLES | lexicon.HONORIFICS}
        told = [s for s in told if len(found := self.prose.words_in(s)) > len(words) and mine <= {_bare(w) for w in found}]
        nearest = min(told, key=lambda s: (s.distance(span), s), default=None)
        return None if nearest is None else (nearest, self.out[nearest])

    @cached_property
    def _by_surname(self) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        for span in self.out:
            words = self.prose.words_in(span)
            if len(words) > 1 and any(w.key in _SPEAK_FOR for w in words) and not any(w.key in lexicon.FORMER for w in words):
                for word, behind in zip(words, [*words[1:], None], strict=True):
                    # "Byrne's commander, Tom Ito" tells of Ito, and not of "Tom".
                    last = behind is None or not behind.capital or self.prose.text[word.end : behind.start] not in (" ", "-")
                    if word.capital and last and not word.text.endswith(("'s", "’s")):
                        found.setdefault(word.text, []).append(span)
        return found

    def titled(self, span: Span, own: GroundedActor) -> bool:
        """Tell whether a mention is a rank and a name, held to be the state's at war for the rank alone: "Colonel Byrne"."""
        words = self.prose.words_in(span)
        at_war = own.actor_id is not None and own.actor_id == self.prose.context.war_country and own.basis != "alias"
        ranked = words[0].key in lexicon.MILITARY_TITLES if words else False
        named = bool(words) and words[-1].capital and words[-1].key not in lexicon.MILITARY_TITLES
        return at_war and ranked and named and not self.prose.context.all_caps


def _bare(word: Word) -> str:
    return word.text.removesuffix("'s").removesuffix("’s")
