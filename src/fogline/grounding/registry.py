"""The hand-kept registry of actors: who is known under which names, in which script, in which years.

States come from one table, groups from one file per region, office holders
from a third table: "Putin" speaks for Russia from 1999 on. A name is read
word by word, without case, accents, dots or possessive endings, so that
``U.S.``, ``ISIL's`` and ``CÔTE D'IVOIRE`` are found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from fogline.grounding import actor_words
from fogline.grounding.grounding import Actor, ActorKind
from fogline.grounding.registry_files import cell_list, read_actors, read_rows, read_yaml
from fogline.grounding.word_lists import word_set

# Passers-by are one word of two halves, of which neither says anything.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?i:passers?-by)\b|[^\W_]+(?:['’][^\W_]+)*['’]?")
# Acronyms that read as common words where everything is printed in capitals.
_COMMON_WORDS = word_set(
    "is us who it aid car das sas bush power ban may pa cps tip mit irc let site amnesty care fact mend model dawn gal mas"
)
# Of these even a mention of nothing else is no name there: "HE ASKED US".
_PRONOUNS = frozenset({"us", "it"})

# Between two words: the end of a sentence or paragraph, or what stands before an item of a list.
_APART = re.compile(r"[.;:!?][”\"’')\]]*\s|\n\s*\n|[•▪◦●■]|\n\s*[-–—*]")
# Behind these, as behind an initial, a stop ends no sentence.
_ABBREVIATED = word_set("gen col lt maj capt sgt brig adm cpl cmdr mr mrs ms dr st mt no prof rev sen gov")
# Lines of texts that are broken at a fixed width are so long; headings are shorter, paragraphs longer.
_WRAPPED_AT = range(40, 110)


class Sense(StrEnum):
    """How a name stands for an actor."""

    NAME = "name"
    ADJECTIVE = "adjective"  # Syrian, Houthi, the Russians
    SEAT = "seat"  # the capital: Ankara
    OFFICE = "office"  # a building, office or force of the state: the Kremlin, IDF
    LEADER = "leader"  # who holds the office: Putin


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with its offsets; ``key`` is what it is looked up by.

    ``opens``: a line, an item or a sentence begins with it, so that no name goes on from the word before.
    """

    text: str
    key: str
    start: int
    end: int
    opens: bool = False

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one actor. ``since`` and ``until`` bound the years of an office holder; ``full`` is the whole name."""

    actor: Actor
    text: str
    sense: Sense
    since: int | None = None
    until: int | None = None
    full: str = ""
    surname_only: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Names that stand in a text from word ``first`` up to, not including, word ``last``."""

    first: int
    last: int
    names: tuple[Name, ...]

    @property
    def name(self) -> Name:
        return self.names[0]


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of text. Hyphens part words: "US-led" is two."""
    found: list[Word] = []
    for m in _WORD.finditer(text, start, len(text) if end is None else end):
        opens = bool(found) and _opens(text, found[-1], m.start())
        found.append(Word(m.group(), key_of(m.group()), m.start(), m.end(), opens))
    return found


def _opens(text: str, before: Word, at: int) -> bool:
    """Tell whether a line, an item or a sentence begins at a word, whatever stands before it."""
    if at == before.end + 1 and text[before.end] != "\n":
        return False
    gap = text[before.end : at]
    if "\n" in gap and not _wrapped(text, before.end):
        return True
    abbreviated = gap.startswith(".") and before.capital and (len(before.text) == 1 or before.key in _ABBREVIATED)
    return not abbreviated and _APART.search(gap) is not None


def _wrapped(text: str, at: int) -> bool:
    """Tell whether the line that ends at an offset is one of a text broken at a fixed width, and no heading or whole paragraph."""
    return at - text.rfind("\n", 0, at) in _WRAPPED_AT


@lru_cache(maxsize=1)
def text_words(text: str) -> tuple[Word, ...]:
    """Return the words of a whole text; those of the last one asked for are kept, as one report is asked for several times."""
    return tuple(words(text))


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """Return a word without case, accents, dots and possessive ending."""
    plain = word.replace("’", "'")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    plain = plain.casefold().replace("ı", "i").removesuffix("'s").strip("'")
    return plain.replace(".", "") if "." in plain else plain


def name_key(name: str) -> tuple[str, ...]:
    return tuple(w.key for w in words(name))


class YamlRegistry:
    """Actors by any of their names. Names that several actors bear return all of them; the reader of the text chooses."""

    def __init__(self, actors: Iterable[Actor], names: Iterable[Name] = ()) -> None:
        self._actors = {a.id: a for a in actors}
        self._names: dict[tuple[str, ...], list[Name]] = {}
        self._adjectives: dict[str, str] = {}
        for actor in self._actors.values():
            self._add(Name(actor, actor.name, Sense.NAME))
            for alias in (*actor.aliases, *actor.ambiguous):
                self._add(Name(actor, alias, Sense.NAME))
        for name in names:
            self._add(name)
            if name.sense is Sense.ADJECTIVE:
                self._adjectives.setdefault(name.actor.id, name.text)
        # "Tehreek-i-Taliban" and "Tehreek-e-Taliban" are one: what ties the words of such names is written as one hears it.
        self._tied: dict[tuple[str, ...], list[Name]] = {}
        for key, held in self._names.items():
            if (tied := _tied_alike(key)) is not None:
                self._tied.setdefault(tied, []).extend(held)
        # How many words the longest name has that begins with a word: a text is scanned for what may stand there, no more.
        self._reach: dict[str, int] = {}
        for key in self._names:
            self._reach[key[0]] = max(len(key), self._reach.get(key[0], 0))

    def _add(self, name: Name) -> None:
        key = name_key(name.text)
        if not key:
            return
        held = self._names.setdefault(key, [])
        # The more telling sense wins: "Syrian" listed twice is an adjective; a leader's second term is another entry.
        same = [
            n
            for n in held
            if n.actor is name.actor and (n.since, n.sense is Sense.LEADER) == (name.since, name.sense is Sense.LEADER)
        ]
        for n in same:
            held.remove(n)
        held.append(name)
        # An article in Arabic names is written or left out at will.
        if key[0] == "al" and len(key) > 2:
            self._names.setdefault(key[1:], []).append(name)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def named(self, alias: str) -> tuple[Actor, ...]:
        """Return every actor that bears an alias (case and accents do not matter)."""
        return tuple(dict.fromkeys(n.actor for n in self._names.get(name_key(alias), ())))

    def adjective(self, state: Actor) -> str:
        """Return the adjective of a state ("Syrian"), its name if none is on file."""
        return self._adjectives.get(state.id, state.name)

    def get(self, actor_id: str) -> Actor | None:
        return self._actors.get(actor_id)

    def matches(
        self, found: Sequence[Word], all_caps: bool = False, year: int | None = None, home: frozenset[str] | None = None
    ) -> list[Match]:
        """Return the names that stand in a row of words, the longest first, none overlapping, in text order.

        Ambiguous letters count only for an actor or the war of a country in ``home``; without it they all count.
        """
        out: list[Match] = []
        at = 0
        keys = [word.key for word in found]
        while at < len(found):
            reach = self._reach.get(keys[at]) or _may_have_lost_its_apostrophe(found[at])
            stop = min(at + reach, len(found))
            if reach > 1:
                stop = next((n for n in range(at + 1, stop) if found[n].opens), stop)
            for length in range(stop - at, 0, -1):
                held = self._held(tuple(keys[at : at + length]), found[at + length - 1])
                if (
                    held
                    and not _tied_to_the_next(found, at + length)
                    and (names := _fitting(held, found[at : at + length], all_caps and not _alone(keys, length), year, home))
                ):
                    if length > 1 or all_caps or not _surname(found, at, names, taken=bool(out) and out[-1].last == at):
                        out.append(Match(at, at + length, names))
                    at += length
                    break
            else:
                at += 1
        return out

    def _held(self, key: tuple[str, ...], last: Word) -> Sequence[Name]:
        """Return the names kept under the words ``key``, however their years and capitals."""
        held = self._names.get(key)
        if held is None and (tied := _tied_alike(key)) is not None:
            held = self._tied.get(tied)
        if held is not None or not _may_have_lost_its_apostrophe(last):
            return held or ()
        held = self._names.get((*key[:-1], key[-1][:-1]), [])
        if last.text.isupper():
            held = [n for n in held if not n.text.isupper()]  # "ARENAS" are no ARENA's
        return held if len(key) > 1 else [n for n in held if n.sense is not Sense.LEADER or n.surname_only]


_TIES = frozenset({"i", "e", "u", "ul", "al"})
_RANKS = actor_words.MILITARY_TITLES | word_set("mr mrs ms dr")
_FIRST_NAMES = (actor_words.MALE | actor_words.FEMALE) - word_set("he him his she her abu umm lord")
# A ship is no person.
_NO_PERSONS = frozenset({("george", "washington")})


# In capitals before an outlet's name, and no first name.
_NO_FIRST_NAMES = (
    actor_words.MEDIA
    | actor_words.NEWS
    | actor_words.OWNED_BY_A_STATE
    | actor_words.NO_GROUP
    | actor_words.DETERMINERS
    | actor_words.BREAKS
    | actor_words.SENTENCE_OPENERS
    | word_set("but and if though although so because however quoting citing officials source sources network")
)


@lru_cache(maxsize=16)
def names_in_text(
    registry: YamlRegistry, text: str, all_caps: bool, year: int | None, home: frozenset[str] | None
) -> tuple[Match, ...]:
    """Return the names of the registry in a whole text, by its ``text_words``; kept, as one report is asked for several times."""
    return tuple(registry.matches(text_words(text), all_caps, year, home))


def _surname(found: Sequence[Word], at: int, names: Sequence[Name], *, taken: bool) -> bool:
    """Tell whether a name of one word is somebody's surname here, or a rank before somebody's name.

    An outlet's is one behind any first name or title ("Minister Sana"), a capital's and a group's only behind a first
    name that is known as such or a title and a name ("Omar Maute", "Colonel Otto Lima").
    """
    behind = found[at + 1] if at + 1 < len(found) and found[at + 1].start == found[at].end + 1 else None
    if found[at].key in _RANKS and behind is not None and behind.capital and all(n.surname_only for n in names):
        return True  # "Major Ada Byrne" is no Major's
    before = found[at - 1] if at and not taken else None
    if before is None or not before.capital or before.end + 1 != found[at].start or found[at].opens or before.text.isupper():
        return False
    if all(n.actor.kind is ActorKind.MEDIA for n in names):
        return before.key not in _NO_FIRST_NAMES
    seats = all(n.sense is Sense.SEAT for n in names)
    if not (seats or all(n.sense is Sense.NAME and n.actor.kind is ActorKind.PARTY for n in names)):
        return False
    if before.key in _FIRST_NAMES:
        return (before.key, found[at].key) not in _NO_PERSONS
    first = at - 1
    while first > 0 and found[first].capital and found[first].key not in _RANKS | _NO_FIRST_NAMES:
        first -= 1
    return seats and found[first].key in _RANKS and at - first <= 3 and not any(w.opens for w in found[first + 1 : at])


def _alone(keys: Sequence[str], length: int) -> bool:
    """Tell whether a name is all that is looked at: what a reader took for a mention is no common word, unless for a pronoun."""
    return len(keys) == length and keys[0] not in _PRONOUNS


def _tied_to_the_next(found: Sequence[Word], at: int) -> bool:
    """Tell whether word ``at`` ties the one before it to the next: "Majlis" of "Majlis-i-Wahdat" is no name of its own."""
    return 0 < at < len(found) - 1 and found[at].text in ("i", "e") and found[at].start == found[at - 1].end + 1


def _tied_alike(key: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return a name of words tied as in Persian and Urdu with all ties made alike, None if it has none."""
    if len(key) < 3 or _TIES.isdisjoint(key[1:-1]):
        return None
    return (key[0], *("e" if word in _TIES else word for word in key[1:-1]), key[-1])


def _may_have_lost_its_apostrophe(word: Word) -> bool:
    """Tell whether a word may be a name with an "s" behind it: agencies' copies have "Moscows", "Russias", "AFPs"."""
    return word.key[-1:] == "s" and word.capital and (len(word.key) > 4 or _LETTERS_AND_S.fullmatch(word.text) is not None)


_LETTERS_AND_S = re.compile(r"[A-Z]{3,}s")


def _fitting(
    held: Sequence[Name], found: Sequence[Word], all_caps: bool, year: int | None, home: frozenset[str] | None
) -> tuple[Name, ...]:
    names = [n for n in held if _spelled(n.text, found, all_caps) and _in_years(n, year) and _at_home(n, home)]
    return tuple(sorted(names, key=lambda n: (_out_of_life(n.actor, year), n.sense is Sense.LEADER, -(n.until or 0))))


def _at_home(name: Name, home: frozenset[str] | None) -> bool:
    """Tell whether letters that mean many things mean this group here: in its own war, or where it is named in full too."""
    actor = name.actor
    return home is None or name.text not in actor.ambiguous or not home.isdisjoint((actor.id, actor.country, *actor.party_in))


def _spelled(alias: str, found: Sequence[Word], all_caps: bool) -> bool:
    """Tell whether a name's capitals are there: "IS" is a group, "is" a verb, "Isis" both spellings of one."""
    if len(found) > 1:
        return any(w.capital for w in found) or not alias[:1].isupper() or not found[0].text.isascii()
    word = found[0].text
    plain = word.replace("’", "'").removesuffix("'s")
    if all_caps and key_of(word) in _COMMON_WORDS:
        return "." in word
    if len(alias) == 3 and alias[0::2].isupper() and alias[1].islower():
        return plain == alias or plain.isupper()  # "LeT" is a group, "Let" a verb
    if alias.isupper() and len(alias) <= 6:
        return plain.isupper() or (len(plain) >= 4 and plain[:1].isupper()) or (plain.endswith("s") and plain[:-1].isupper())
    return plain[:1].isupper() or not alias[:1].isupper() or not plain.isascii()


# So many years after an office holder went, papers still tell of what the state did under them: by surname, by full name.
_REMEMBERED = (4, 60)


def _in_years(name: Name, year: int | None) -> bool:
    if year is None or name.sense is not Sense.LEADER:
        return True
    return (name.since or 0) <= year <= (name.until or 9999) + _REMEMBERED[not name.surname_only]


def _out_of_life(actor: Actor, year: int | None) -> bool:
    return year is not None and not ((actor.since or 0) <= year <= (actor.until or 9999))


_RULE_OF = re.compile(r"\((\d{4})-(\d{4})?\)")


def acled_name(actor: Actor, year: int | None) -> str | None:
    """Return the name under which ACLED has an actor in a year: of a state, that of its government then; None if not known."""
    for name in reversed(actor.acled):
        rule = _RULE_OF.search(name)
        if rule is None or year is None or int(rule.group(1)) <= year <= int(rule.group(2) or 9999):
            return name
    return None


@cache
def load_registry() -> YamlRegistry:
    """Return the registry that comes with Fogline, read once."""
    folder = files("fogline") / "data" / "actors"
    actors: list[Actor] = []
    names: list[Name] = []
    for row in read_rows(folder.joinpath("countries.tsv").read_text("utf-8"), 6):
        code, name, others, people, seats, offices = row
        state = Actor(code, name, ActorKind.GOVERNMENT, tuple(cell_list(others)), code, 1, "GOV", None, (code,), region="states")
        actors.append(state)
        for sense, forms in ((Sense.ADJECTIVE, people), (Sense.SEAT, seats), (Sense.OFFICE, offices)):
            names.extend(Name(state, form, sense) for form in cell_list(forms))
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml") and file.name != "wars.yaml":
            actors.extend(read_actors(file.name, read_yaml(file.read_text("utf-8"))))
    actors = [_coded(actor, _codings(folder.joinpath("codings.tsv").read_text("utf-8"))) for actor in actors]
    by_id = {a.id: a for a in actors}
    names = [replace(n, actor=by_id[n.actor.id]) for n in names]
    for holder, full, forms, since, until, _office in read_rows(folder.joinpath("leaders.tsv").read_text("utf-8"), 6):
        for form in dict.fromkeys([full, *cell_list(forms)]):
            alone = len(words(form)) == 1
            years = (int(since), int(until))
            names.append(Name(by_id[holder], form, Sense.LEADER, *years, full=full, surname_only=alone))
    return YamlRegistry(actors, names)


@cache
def _codings(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return what other datasets call an actor, by registry id: UCDP's name and ACLED's."""
    return {actor_id: (ucdp, tuple(cell_list(acled))) for actor_id, ucdp, acled in read_rows(text, 3)}


def _coded(actor: Actor, codings: Mapping[str, tuple[str, tuple[str, ...]]]) -> Actor:
    ucdp, acled = codings.get(actor.id, ("", ()))
    return replace(actor, ucdp=ucdp or None, acled=acled) if ucdp or acled else actor
