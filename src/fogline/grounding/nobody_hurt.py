"""Where a text says that nobody was harmed: "no casualties", "none of its soldiers was hurt", "had not killed a single civilian"."""

from __future__ import annotations

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import Token
from fogline.grounding.victims import BEING, PASSIVE, is_one
from fogline.grounding.word_lists import word_set

__all__ = ["is_not_a_single", "nobody_was", "none_hurt"]

_HARMED = word_set("killed hurt injured wounded harmed died")


def _no_one_of(words: list[Token], i: int) -> int | None:
    """Return the token after "none of its soldiers", "neither of the two men", "neither man", "not one person", "not a single person"."""
    behind = [w.word for w in words[i + 1 : i + 4]]
    if words[i].word in ("none", "neither") and behind[:1] == ["of"]:
        first = i + 2 + (behind[1:2] != [] and behind[1] in ("the", "its", "his", "her", "their", "our"))
    elif words[i].word == "neither" and behind[:1] != [] and is_one(behind[0]):
        first = i + 1
    elif words[i].word == "not" and behind[:1] == ["one"]:
        first = i + 2
    elif words[i].word == "not" and behind[:2] in (["a", "single"], ["one", "single"]):
        first = i + 3
    else:
        return None
    people = first < len(words) and words[first].word in lexicon.PEOPLE
    return min(len(words), first + (people or words[i].word in ("none", "neither")))


_HARMING = word_set("kill killed killing harm harmed harming hurt hurting injure injured injuring wound wounded wounding")
_NEVER = word_set("not never without t")


def _past_a_single(words: list[Token], i: int) -> int | None:
    """Return the token after "not killed a single civilian", "never harmed or hurt a single person", "without killing a single man"."""
    k = i + 1
    while k < min(len(words), i + 4) and words[k].word in _HARMING | {"or", "nor", "and"}:
        k += 1
    if words[i].word not in _NEVER or k == i + 1 or k + 2 >= len(words):
        return None
    if words[k].word not in ("a", "one") or words[k + 1].word != "single":
        return None
    return k + 3


def is_not_a_single(words: list[Token], first: int) -> bool:
    """Tell whether a phrase is the "a single civilian" of "had not killed a single civilian"."""
    return any(first < (_past_a_single(words, i) or 0) <= first + 3 for i in range(max(0, first - 4), first))


_WOUNDED = word_set("injured injure injuring injuries wounded wound wounding")
_DEAD = word_set("killed dead died deaths fatalities casualties victims")


def nobody_was(words: list[Token], first: int, last: int) -> str:
    """Return what a phrase and the words behind it say befell nobody: wounds where they alone are told.

    "No one was hurt" leaves nobody killed either.
    """
    told = set()
    for token in words[first : last + 4]:
        if token.word in (".", ";", "but"):
            break
        told.add(token.word)
    return "injured" if told & _WOUNDED and not told & _DEAD else "killed"


def none_hurt(words: list[Token]) -> list[tuple[int, int, str]]:
    """Return (first, after last, what) where the text says "no casualties", "no deaths", "nobody was injured"."""
    return [(first, last, nobody_was(words, first, told)) for first, last, told in _spared(words)]


def _spared(words: list[Token]) -> list[tuple[int, int, int]]:
    """Return where nobody is said to be harmed, with the token before which the harm is told or begins to be."""
    out = []
    for i, token in enumerate(words):
        if (single := _past_a_single(words, i)) is not None:
            out.append((i, single, i + 1))
            continue
        last = _no_one_of(words, i)
        if last is not None:
            for k in range(last, min(len(words), last + 16)):
                if words[k].word in (".", ";"):
                    break
                if words[k].word in _HARMED and (words[k - 1].word in BEING or words[k].word == "died"):
                    out.append((i, last, k))
                    break
        nobody = token.word in ("nobody", "none") or (token.word == "no" and i + 1 < len(words) and words[i + 1].word == "one")
        if nobody:
            verb = i + 1 + (token.word == "no")
            if (
                verb + 1 < len(words)
                and words[verb].word in ("was", "were")
                and PASSIVE.get(words[verb + 1].word) in ("killed", "injured")
            ):
                out.append((i, verb, verb))
        elif token.word == "no":
            for k in range(i + 1, min(len(words), i + 4)):
                if words[k].word in ("casualties", "deaths", "fatalities", "victims", "injuries"):
                    out.append((i, k + 1, k + 1))
                    break
                if words[k].word in lexicon.PEOPLE and any(w.word in _HARMED for w in words[k + 1 : k + 4]):
                    out.append((i, k + 1, k + 1))  # "no civilians were harmed"
                    break
                if not words[k].word[0].isalpha():
                    break
    return out
