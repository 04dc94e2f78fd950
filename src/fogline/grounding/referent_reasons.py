"""What speaks for and against a name as the one that a description or pronoun stands for, in words that a person can read.

Every reason is one string with one learned weight (``models/referent_chooser.py``): ``plural:distance:1:actor:target`` is
"they" who do something, with a name that stood one sentence before as the one to whom something was done.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from fogline.grounding import actor_words as lexicon
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.registry import Word
from fogline.grounding.word_lists import word_set

__all__ = [
    "Asked",
    "Near",
    "Option",
    "content_of",
    "determiner_of",
    "number_of",
    "of_this_one",
    "of_whoever",
    "reasons",
    "sort_key",
    "sorts_of",
]

# Sorts of nouns: a weight learned of "gunmen" holds for "militiamen" too.
_SORTS = {
    "post": lexicon.POSTS | lexicon.MILITARY_TITLES,
    "force": lexicon.FORCES,
    "possession": lexicon.POSSESSIONS,
    "rebel": lexicon.REBELS,
    "militant": lexicon.MILITANTS,
    "fighter": lexicon.FIGHTERS,
    "coalition": lexicon.COALITION,
    "armed": lexicon.ARMED_NOUNS,
    "men": lexicon.MEN,
    "civilian": lexicon.CIVILIANS,
    "militia": lexicon.MILITIA,
    "kin": lexicon.KIN | lexicon.KINSHIP,
    "resident": lexicon.RESIDENTS,
    "witness": lexicon.WITNESSES | lexicon.ACTIVISTS | lexicon.DOCTORS,
    "expert": lexicon.EXPERTS | lexicon.MONITORS,
    "media": lexicon.MEDIA,
    "group": lexicon.GROUP_NOUNS,
    "speaking": lexicon.SPEAKING_NOUNS,
    "body": lexicon.BODY_NOUNS | lexicon.LAWMAKERS,
    "attacker": lexicon.ATTACKERS,
    "part": lexicon.PARTITIVES,
    "number": lexicon.NUMBER_WORDS,
    "he": lexicon.PERSONAL_PRONOUNS,
    "it": lexicon.NEUTRAL_PRONOUNS,
    "they": lexicon.PLURAL_PRONOUNS,
    "we": lexicon.SPEAKER_PRONOUNS,
}
_MANY = word_set("people men women children they them we us")
_NO_CONTENT = word_set(
    "the and for with their its his her our this that these those some many most all one two three four five six other others from"
)


def sorts_of(head: str) -> tuple[str, ...]:
    """Return what sorts of nouns a noun is of."""
    return tuple(sort for sort, nouns in _SORTS.items() if head in nouns) or ("other",)


def number_of(head: str) -> str:
    """Return whether a noun means one or many."""
    return "many" if (head.endswith("s") and not head.endswith("ss")) or head in _MANY else "one"


def determiner_of(found: Sequence[Word]) -> str:
    """Return how a mention begins: with an article, "these", an owner, a number, a capital letter, or bare."""
    key = found[0].key
    if key == "the":
        return "the"
    if key in ("a", "an"):
        return "a"
    if key in ("this", "that", "these", "those"):
        return "this"
    if key in ("its", "their", "his", "her", "our", "my", "whose"):
        return "owner"
    if key.isdigit() or key in lexicon.NUMBER_WORDS or key in lexicon.QUANTIFIERS:
        return "number"
    return "capital" if found[0].capital else "bare"


def content_of(keys: Collection[str]) -> frozenset[str]:
    """Return the words by which two mentions can be told to speak of the same."""
    return frozenset(k for k in keys if len(k) > 2 and k not in _NO_CONTENT)


@dataclass(frozen=True, slots=True)
class Asked:
    """A mention that may stand for somebody whom the report names elsewhere.

    ``kind``: how it was looked up first (``plural``, ``group``, …; ``own-`` and the basis where its own words were taken);
    ``does``, ``suffers`` and ``tells``: the types of events whose doer, target or origin it is; ``content``: its words without small ones.
    """

    kind: str
    head: str
    sorts: tuple[str, ...]
    role: str
    determiner: str
    number: str
    words: int
    content: frozenset[str]
    does: tuple[str, ...]
    suffers: tuple[str, ...]
    tells: tuple[str, ...]
    gender: str


@dataclass(frozen=True, slots=True)
class Near:
    """Where a name stands nearest before a mention: how many sentences off, in what role, as which of the names counted from there."""

    sentences: int
    rank: int
    role: str
    number: str
    opens: bool
    person: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Option:
    """A name that a mention may stand for, with what the report tells of it.

    ``present``: it is what the mention was held for at first; ``sort``: a ``state``, another ``known`` actor of the registry, a
    ``proper`` name that none knows, or a ``class`` of people ("civilians"); ``times`` it stands elsewhere in the report, as the
    ``often``-th of all names; ``near`` None where it does not stand before the mention, then ``behind`` so many sentences
    after it or None; ``shares``: thirds of its mentions in each role; ``beside``: its roles in the
    events of the mention; ``common``: how many words it has in common with the
    mention, ``all_common`` if none are left; ``genders`` of its bearers as far as words tell; ``does`` and ``suffers``: the
    types of events whose doer or target it is elsewhere in the report.
    """

    grounded: GroundedActor
    present: bool
    source: str
    sort: str
    at_war: bool
    times: int
    often: int
    near: Near | None
    behind: int | None
    shares: tuple[tuple[str, int], ...]
    beside: tuple[str, ...]
    common: int
    all_common: bool
    same_head: bool
    genders: frozenset[str]
    does: frozenset[str]
    suffers: frozenset[str]


def sort_key(option: Option) -> tuple[object, ...]:
    """Return what :func:`of_whoever` looks at of an option."""
    known = option.grounded
    name = known.name.casefold() if option.sort == "class" else ""
    return option.present, option.sort, known.inter, known.kind, option.at_war, name


def _distance(sentences: int) -> str:
    return str(sentences) if sentences < 3 else "3" if sentences < 6 else "6" if sentences < 13 else "13"


def _times(count: int) -> str:
    return str(count) if count < 2 else "2" if count < 4 else "4" if count < 8 else "8"


def reasons(asked: Asked, option: Option) -> list[str]:
    """Return what speaks for or against an option."""
    return [*of_whoever(asked, option), *of_this_one(asked, option)]


def of_this_one(asked: Asked, option: Option) -> list[str]:
    """Return what speaks for or against an option by where the report has it, and by words that it shares with the mention."""
    out = _of_where_it_stands(asked, option) + _of_words(asked, option)
    if option.present:
        out += _of_the_present(asked, option)
    elif option.source != "named":
        out += [option.source, f"{option.source}:{asked.kind}", f"{option.source}:{asked.kind}:{asked.determiner}"]
        out += [f"{option.source}:head:{asked.head}", *(f"{option.source}:noun:{s}" for s in asked.sorts)]
    return out


def _of_the_present(asked: Asked, option: Option) -> list[str]:
    """What speaks for leaving a mention what its own words or the nearest before it made of it."""
    kind, determiner, sort = asked.kind, asked.determiner, option.sort
    return [
        "kept",
        f"kept:{kind}",
        f"kept:{kind}:{asked.role}",
        f"kept:{kind}:{sort}:{option.grounded.inter}",
        f"kept:{kind}:{determiner}",
        f"kept:{kind}:{determiner}:{asked.number}",
        f"kept:{kind}:{sort}:{asked.number}",
        f"kept:{kind}:words:{min(asked.words, 5)}",
        f"kept:{sort}:{asked.role}:{determiner}",
        f"kept:head:{asked.head}",
        *(f"kept:noun:{s}" for s in asked.sorts),
        *(f"kept:noun:{s}:{determiner}" for s in asked.sorts),
        *(f"kept:does:{t}:{sort}" for t in asked.does),
        *(f"kept:suffers:{t}:{sort}" for t in asked.suffers),
        *(f"kept:word:{w}" for w in sorted(asked.content) if w != asked.head),
    ]


def of_whoever(asked: Asked, option: Option) -> list[str]:
    """Return what speaks for anybody of an option's sort, for the mention's noun, its role, and what it does and suffers.

    The same for options of the same ``sort_key``.
    """
    kind, sort, known, role = asked.kind, option.sort, option.grounded, asked.role
    inter, voice = known.inter, known.kind.value
    which = "kept" if option.present else "other"
    out = [
        f"{which}:{kind}:sort:{sort}",
        f"{which}:{kind}:inter:{inter}",
        f"{which}:{kind}:{role}:inter:{inter}",
        f"{which}:{kind}:voice:{voice}",
        f"{which}:{kind}:at-war:{option.at_war}",
        f"head:{asked.head}:sort:{sort}",
        f"head:{asked.head}:inter:{inter}",
        f"head:{asked.head}:voice:{voice}",
    ]
    for noun in asked.sorts:
        out += [
            f"noun:{noun}:sort:{sort}:{asked.number}",
            f"noun:{noun}:inter:{inter}",
            f"noun:{noun}:inter:{inter}:{asked.determiner}",
            f"noun:{noun}:voice:{voice}:{role}",
        ]
        if option.at_war:
            out.append(f"noun:{noun}:at-war:{asked.determiner}")
    if option.at_war:
        out.append(f"at-war:{role}:{kind}")
    for way, types in (("does", asked.does), ("suffers", asked.suffers)):
        for t in types:
            out += [f"{way}:{t}:inter:{inter}", f"{way}:{t}:{kind}:inter:{inter}"]
    if sort == "class":  # "civilians", "rebels": general names, of any war
        name = known.name.casefold()
        out += [f"head:{asked.head}:name:{name}", f"{kind}:name:{name}", *(f"noun:{n}:name:{name}" for n in asked.sorts)]
        out += [f"does:{t}:name:{name}" for t in asked.does] + [f"suffers:{t}:name:{name}" for t in asked.suffers]
    return out


def _of_where_it_stands(asked: Asked, option: Option) -> list[str]:
    """What speaks for a name by where and how often the report has it."""
    kind, sort, role = asked.kind, option.sort, asked.role
    which = "kept" if option.present else "other"
    times, often = _times(option.times), min(option.often, 5)
    out = [
        f"times:{times}",
        f"{which}:{kind}:times:{times}",
        f"{which}:{sort}:times:{times}",
        f"{kind}:often:{often}",
        f"{kind}:{sort}:often:{often}",
        f"{kind}:{asked.determiner}:often:{min(often, 3)}",
    ]
    near = option.near
    if near is not None:
        away, rank = _distance(near.sentences), min(near.rank, 6)
        out += [
            f"{kind}:distance:{away}",
            f"{kind}:distance:{away}:{asked.determiner}",
            f"{kind}:distance:{away}:{near.role}:{role}",
            f"{kind}:distance:{away}:opens:{near.opens}",
            f"{kind}:distance:{away}:{asked.number}:{near.number}",
            f"{kind}:distance:{away}:inter:{option.grounded.inter}",
            f"{kind}:distance:{away}:person:{near.person}",
            f"{kind}:distance:{away}:named:{near.named}",
            f"{kind}:rank:{rank}",
            f"{kind}:rank:{rank}:{sort}",
            f"{kind}:roles:{near.role}:{role}",
            f"{kind}:person:{near.person}",
            f"distance:{away}:{near.opens}:{near.role}:{role}",
            *(f"noun:{n}:distance:{away}" for n in asked.sorts),
        ]
    elif option.behind is not None:
        out += [f"{kind}:behind:{_distance(option.behind)}", f"{kind}:behind:{asked.determiner}"]
    else:
        out.append(f"{kind}:nowhere:{sort}")
    out += [f"{kind}:{role}:share:{r}:{thirds}" for r, thirds in option.shares]
    for way, other, types in (("does", "suffers", asked.does), ("suffers", "does", asked.suffers)):
        mine, theirs = (option.does, option.suffers) if way == "does" else (option.suffers, option.does)
        for t in types:
            out += [f"{way}-too:{t in mine}", f"{way}-too:{t}:{t in mine}", f"{way}-too:{kind}:{t in mine}:{which}"]
            out += [f"{other}-it:{t in theirs}", f"{other}-it:{kind}:{t in theirs}"]
    for other in option.beside:
        out += [f"beside:{role}:{other}", f"beside:{role}:{other}:{which}", f"beside:{kind}:{other}"]
        out += [f"tells:{t}:beside:{other}" for t in asked.tells] + [f"tells:{t}:beside:{other}:{which}" for t in asked.tells]
    return out


def _of_words(asked: Asked, option: Option) -> list[str]:
    """What speaks for a name by words that it shares with the mention."""
    if not option.times:
        return []
    kind, which, common = asked.kind, "kept" if option.present else "other", min(option.common, 2)
    out = [
        f"common:{common}:{which}",
        f"{kind}:common:{common}:{which}",
        f"{kind}:common:{common}:{option.sort}",
        f"{kind}:all-common:{option.all_common}",
    ]
    if option.same_head:
        out += ["same-head", f"{kind}:same-head", f"{kind}:same-head:{asked.determiner}"]
        out += [f"same-head:{n}" for n in asked.sorts]
    if asked.gender and option.genders:
        out.append(f"gender:{asked.gender in option.genders}")
    return out
