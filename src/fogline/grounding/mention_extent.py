"""How far a mention goes: with what the reader cut off, without a number of whom it tells, without the paper that speaks."""

from __future__ import annotations

import re
from bisect import bisect_left

from fogline.grounding import actor_words as lexicon
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.prose import Prose, head_key
from fogline.grounding.reference_kind import COUNTING, OWNERS, counts_only
from fogline.grounding.registry import Sense
from fogline.grounding.word_lists import word_set
from fogline.span import Span

__all__ = ["HYPHENS", "head_of", "issuer_of", "of_whom", "whole_mention"]

# What somebody has written, and who speaks through it.
_PAPERS = word_set(
    "statement statements communique communiqué communiques bulletin letter document memo note report reports estimate estimates tally count toll "
    "figures accounts position"
)
_WHOSE = lexicon.DEFINITE | {*OWNERS, "our", "my"}
_BACKING = frozenset(["led", "backed", "supported", "allied", "aligned", "linked", "affiliated"])
# What belongs to a mention in front of its noun.
_OWN_WORDS = frozenset(["the", "this", "these", "those", "its", "his", "her", "their"])
# Whose these are the text may say behind them.
_SEATS = word_set(
    "ministry government authorities army military police forces council parliament administration leadership court"
)
_SELF_STYLED = re.compile(
    r"of the (?:self[- ](?:proclaimed|styled|declared)|breakaway|unrecogni[sz]ed|secessionist)"
    r" [A-Z][\w’'-]*(?: (?:of )?[A-Z][\w’'-]*)*"
)
# What joins the halves of a compound.
HYPHENS = ("-", "‐", "‑", "–")
_HYPHEN = re.compile(r"[-‐‑–]")


def whole_mention(prose: Prose, span: Span, own: GroundedActor) -> Span:
    """Return a mention with the rest of a name or compound that was cut: "Democratic Forces", "US" of "US-led forces".

    A name that stands whole is left alone: "Isis" of "the Isis-held pocket", "US" of "the US-led fight".
    """
    first, last = bisect_left(prose.word_starts, span.start), bisect_left(prose.word_starts, span.end)
    if first >= last:
        return span
    begin, end, near = first, last, max(0, first - 6)
    found = prose.words[near : last + 6]
    mine = prose.matches(prose.words[first:last])
    if not mine:
        for m in prose.matches(found):
            if m.first + near < last and m.last + near > first:
                begin, end = min(begin, m.first + near), max(end, m.last + near)
    if prose.words[begin].key in lexicon.COMPOUND and begin and _HYPHEN.fullmatch(prose.gap(begin)):
        begin -= 1
    if end + 1 < len(prose.words) and _HYPHEN.fullmatch(prose.gap(end)) and prose.words[end].key in _BACKING:
        armed = lexicon.FORCES | lexicon.FIGHTERS | lexicon.COALITION | lexicon.REBELS | lexicon.MILITANTS
        for n in range(end + 1, min(end + 4, len(prose.words))):
            if prose.gap(n) != " " or prose.words[n].key in lexicon.BREAKS:
                break
            if prose.words[n].key in armed:
                end = n + 1
                break
    begin, end = _grown(prose, begin, end, own.basis != "unknown" or bool(mine))
    if not mine:
        end = _with_office(prose, end)
    if (begin, end) == (first, last):
        cut = prose.text[span.end : prose.words[last - 1].end]
        return Span(span.start, span.end + 1) if cut == "." else span  # "U.S" of "U.S."
    return Span(min(span.start, prose.words[begin].start), max(span.end, prose.words[end - 1].end))


def _with_office(prose: Prose, end: int) -> int:
    """Return the word behind a mention with the office or self-styled state that its text goes on with, where the reader cut that off.

    "An official" of "an official at the Elysee", "the ministry" of "the ministry of the self-proclaimed Republic of Orvat".
    """
    if end >= len(prose.words) or prose.gap(end) != " ":
        return end
    head, link, behind = prose.words[end - 1].key, prose.words[end].key, prose.words[end + 1 : end + 9]
    if link == "of" and head in _SEATS and [w.key for w in behind[:1]] == ["the"]:
        rest = prose.text[prose.words[end].start : behind[-1].end]
        named = _SELF_STYLED.match(rest)
        return bisect_left(prose.word_starts, prose.words[end].start + named.end()) if named is not None else end
    if link in ("at", "in") and head in lexicon.POSTS - lexicon.PRIVATE_POSTS:
        first = end + 1 + (bool(behind) and behind[0].key == "the")
        found = prose.matches(prose.words[first : first + 4])
        if found and found[0].first == 0 and found[0].name.sense is Sense.OFFICE and prose.gap(first) == " ":
            return first + found[0].last
    return end


def of_whom(prose: Prose, span: Span) -> Span | None:
    """Return those of whom a number is told, without it: "its soldiers" of "177 of its soldiers"; None if there is no such number.

    Without that whoever is one of so many would be taken for the number: people of whom nothing is said.
    """
    found = prose.words_in(span)
    at = next((n for n, w in enumerate(found[:6]) if w.key == "of"), 0)
    if at and at + 2 < len(found) and found[at + 1].key in _WHOSE and counts_only(found[:at]):
        return Span(found[at + 1].start, span.end)
    at = next((n for n, w in enumerate(found) if not (w.key in COUNTING or w.key.isdigit())), 0)
    if not at or found[at].key == "year":
        return None  # "a 20-year-old"
    counted = any(w.key.isdigit() or w.key in lexicon.NUMBER_WORDS for w in found[:at])
    definite = found[0].key in lexicon.DEFINITE  # "the two parties" are so many who were named
    return Span(found[at].start, span.end) if at > 1 and counted and not definite else None


def issuer_of(prose: Prose, span: Span) -> Span | None:
    """Return of a paper that speaks the words before it, which say whose it is: "the army" of "the army statement"."""
    found = prose.words_in(span)
    if len(found) < 2 or found[-1].key not in _PAPERS or any(w.key in lexicon.BREAKS for w in found):
        return None
    if all(w.key in lexicon.DETERMINERS or not (w.capital or w.key in lexicon.PLAIN_NOUNS) for w in found[:-1]):
        return None
    return Span(span.start, found[-2].end)


def _grown(prose: Prose, begin: int, end: int, named: bool) -> tuple[int, int]:
    """Return a mention's first word and the one behind it, with what the reader cut off.

    "members" of "Isis members", "three suicide" of "three suicide bombers", "group" of "the group".
    """
    nouns = lexicon.PLAIN_NOUNS
    while end < len(prose.words) and end - begin < 8 and prose.words[end - 1].key not in nouns and not named:
        following = prose.words[end]
        if prose.words[end - 1].capital and not prose.context.all_caps:
            break
        if prose.gap(end) not in (" ", "-") or following.key not in nouns or (following.capital and not prose.context.all_caps):
            break
        end += 1
    plain = not prose.words[begin].capital or prose.context.all_caps
    if plain and begin and prose.gap(begin) == " ":
        if prose.words[begin].key in nouns and not named:
            row = prose.words[max(0, begin - 4) : begin]
            for m in prose.matches(row):
                if m.last == len(row):
                    begin -= m.last - m.first
        elif prose.words[begin].key not in OWNERS and prose.words[begin - 1].key in _OWN_WORDS and not prose.context.all_caps:
            begin -= 1
    if begin and prose.words[begin - 1].key in _OWN_WORDS and prose.gap(begin) == " " and plain:
        begin -= 1
    return begin, end


def head_of(prose: Prose, span: Span) -> str:
    """Return the noun of a mention, or of those of whom it tells a number."""
    inner = of_whom(prose, span) or span
    found = prose.words_in(inner)
    return head_key(found[1:] if found[1:] and found[0].key == "whose" else found)
