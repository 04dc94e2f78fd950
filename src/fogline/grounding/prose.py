"""The text of one report as mentions are looked up in it: its words and sentences, and what the registry knows of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from fogline.grounding import actor_words as lexicon
from fogline.grounding.actor import ActorResolver
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.registry import Match, Word, YamlRegistry, names_in_text, text_words, words
from fogline.grounding.report_context import ReportContext
from fogline.reading.reading import Role
from fogline.span import Span

__all__ = ["Prose", "head_key"]


class Prose:
    """A report's text with its words, its sentences, and the resolver and context by which words of it are looked up."""

    def __init__(self, text: str, sentences: Sequence[Span], resolver: ActorResolver, context: ReportContext) -> None:
        self.text, self.resolver, self.context = text, resolver, context
        self.starts = [s.start for s in sorted(sentences)]
        self.words = text_words(text)
        self.word_starts = [w.start for w in self.words]

    @property
    def registry(self) -> YamlRegistry:
        """The actors on file."""
        return self.resolver.registry

    def resolve(self, span: Span, role: Role) -> GroundedActor:
        """Return who the words of a span stand for by themselves."""
        return self.resolver.resolve(self.text, span, role=role, context=self.context)

    def matches(self, found: Sequence[Word]) -> list[Match]:
        """Return the names of the registry among words."""
        return self.registry.matches(found, self.context.all_caps, self.context.year, self.context.home)

    @cached_property
    def names(self) -> Sequence[Match]:
        """The names of the registry in the whole text, in its order."""
        context = self.context
        return names_in_text(self.registry, self.text, context.all_caps, context.year, context.home)

    def words_in(self, span: Span) -> Sequence[Word]:
        """Return the words of a span."""
        first, last = bisect_left(self.word_starts, span.start), bisect_left(self.word_starts, span.end)
        parted = (first and self.words[first - 1].end > span.start) or (last and self.words[last - 1].end > span.end)
        return words(self.text, span.start, span.end) if parted else self.words[first:last]

    def gap(self, at: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.text[self.words[at - 1].end : self.words[at].start]

    def sentence(self, at: int) -> int:
        """Return the number of the sentence in which an offset lies, 1 for the first."""
        return bisect_right(self.starts, at)


def head_key(found: Sequence[Word]) -> str:
    """Return the noun of a mention: the last word before whatever qualifies it from behind."""
    head = found[0].key
    for word in found:
        if word.key in lexicon.BREAKS:
            break
        head = word.key
    return head
