"""People who are told of one by one beside a number of others: "a woman and her three children", "seven residents and a nurse"."""

from __future__ import annotations

from dataclasses import replace

from fogline.grounding.counted_noun import noun_of_people
from fogline.grounding.grounding import Quantity
from fogline.grounding.number import Token, token_at
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.unharmed import deed_before
from fogline.grounding.victims import named_people, one_before, one_more
from fogline.grounding.word_lists import word_set

__all__ = ["one_by_one", "with_those_beside"]

# What befalls whoever stands beside those it befell.
_SUFFERED = frozenset(["killed", "injured", "detained"])


def with_those_beside(text: str, words: list[Token], out: list[Quantity]) -> tuple[list[Quantity], list[tuple[int, int, str]]]:
    """Return numbers with the person or couple whom they take in, and (first, after last, what) of those who stand beside them.

    "A woman and her three sons" are four; the nurse of "seven residents and a nurse" is one more.
    """
    out, grown = list(out), []
    singles: list[tuple[int, int, str]] = []
    for n, quantity in enumerate(out):
        after = token_at(words, quantity.end)
        if quantity.what not in _SUFFERED:
            continue
        if (more := one_more(words, after)) is not None:
            singles.append((*more, quantity.what))
        if (before := one_before(words, token_at(words, quantity.start))) is not None:
            alone, suffered = _stands_alone(words, before[0], after, quantity.what)
            if alone:
                if suffered is not None:
                    singles.append((*before, suffered))
                continue
            listed = before[0] > 0 and words[before[0] - 1].word in ("including", "among", "with")
            if quantity.low == quantity.high and not listed:
                out[n] = _with_one_more(text, words, quantity, before[0], 1)
                grown.append(out[n])
            else:
                singles.append((*before, quantity.what))
        elif (begin := _couple_before(words, token_at(words, quantity.start))) is not None:
            out[n] = _with_one_more(text, words, quantity, begin, 2)
            grown.append(out[n])
    return [q for q in out if not any(p is not q and p.start <= q.start and q.end <= p.end for p in grown)], singles


def one_by_one(text: str, words: list[Token], first: int, last: int, what: str, claim_type: str | None) -> Quantity:
    """Return people without a number in ``words[first:last]`` as so many, with whoever is joined to them: "a man and his wife"."""
    more = one_more(words, last)
    if more is not None and not (more[1] < len(words) and words[more[1]].word in ("was", "were", "is", "has", "had")):
        last = more[1]
    begin, stop = words[first].start, words[last - 1].end
    several = any(w.word == "and" for w in words[first:last])
    n = max(2, named_people(text, words, first, last, claim_type)) if several else 1
    return Quantity(begin, stop, text[begin:stop], what, noun_of_people(words, first, last), n, n, (), "named")


def _stands_alone(words: list[Token], first: int, after: int, what: str) -> tuple[bool, str | None]:
    """Tell whether the person before an "and" is of another clause than the number behind it, and what befell that person.

    "A sniper" of "killed by a sniper and 11 were injured" did it; of "shot
    dead a protester and 20 were arrested" one is dead and 20 are detained.
    ``first`` is where the person begins, ``after`` the token behind the
    number, ``what`` what befell those it counts.
    """
    before = [w.word for w in words[max(0, first - 2) : first]]
    if before[-1:] == ["by"]:
        return deed_before(words, first - 1), None
    if before[-1:] == ["of"]:
        before.pop()
    suffered = event_of(before[-1]) if before else None
    if suffered is not None:
        return suffered != what, suffered
    told = after < len(words) and words[after].word in ("was", "were", "have", "had")
    return told and before[-1:] != [] and before[-1] in _BESIDE and before[0] not in ("along", "together"), None


_BESIDE = word_set("with alongside beside against at near from for to on")


def _couple_before(words: list[Token], i: int) -> int | None:
    """Return where "a couple and their" begins before the number at token ``i``."""
    return i - 4 if i >= 4 and [w.word for w in words[i - 4 : i]] == ["a", "couple", "and", "their"] else None


def _with_one_more(text: str, words: list[Token], quantity: Quantity, first: int, n: int) -> Quantity:
    """Return a number of people with those it stands joined to: "a woman and her three sons" are four."""
    begin = words[first].start
    low = None if quantity.low is None else quantity.low + n
    high = None if quantity.high is None else quantity.high + n
    return replace(quantity, start=begin, text=text[begin : quantity.end], low=low, high=high)
