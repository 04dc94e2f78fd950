"""People counted without a number: "a soldier was killed", "the journalist Nadia Haddad was detained"."""

from __future__ import annotations

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import CARDINALS, ORDINALS, Token
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.ship_names import names_a_ship, on_board
from fogline.grounding.word_lists import word_set
from fogline.grounding.wounds import STRIKING, in_a_limb

BEING = word_set("was is been being be got")
PASSIVE = {
    **dict.fromkeys(word_set("killed murdered executed beheaded assassinated slain drowned hanged lynched"), "killed"),
    **dict.fromkeys(word_set("injured wounded hurt maimed"), "injured"),
    **dict.fromkeys(word_set("arrested detained captured kidnapped abducted jailed imprisoned convicted sentenced"), "detained"),
    "missing": "missing",
}
_ACTIVE = {
    **dict.fromkeys(
        word_set("killed killing murdered murdering executed executing beheaded beheading assassinated assassinating"), "killed"
    ),
    **dict.fromkeys(word_set("injured injuring wounded wounding beat beating"), "injured"),
    **dict.fromkeys(word_set("arrested arresting detained detaining kidnapped kidnapping abducted abducting"), "detained"),
}
_DIED = word_set("died perished drowned")
_DETERMINERS = word_set("a an one his her their another the my our its your")
_OWNERS = word_set("whose his her their my our")
_TITLES = word_set(
    "mr mrs ms dr gen general col colonel capt captain lt lieutenant major father bishop sheikh attorney president minister"
)
# Words written with a capital that are no person's name.
_NO_NAME = word_set(
    "the a an in on at of and or but he she it they we i his her this that these those there when while after before since if as by for from with "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
    "isis isil is sdf ypg pkk un us uk eu nato army police government syria iraq turkey russia iran israel britain france islamic state "
    "islamist jihadi people civilians soldiers rebels fighters militants who which what more many most some several dozens hundreds thousands "
    "nobody none no everyone everybody someone somebody both all"
)


_NOMINAL = {
    **dict.fromkeys(word_set("death killing murder assassination beheading execution"), "killed"),
    **dict.fromkeys(word_set("kidnapping abduction arrest detention capture"), "detained"),
    "disappearance": "missing",
}
_BETWEEN = word_set(
    "is was to have has had been believed thought reported reportedly confirmed feared also later presumably being"
)
# Before a participle these alone make no passive: "cholera has killed 40 people".
_PERFECT = word_set("have has had also later to")
_FOLLOWS_NAME = word_set("in at on and when while after as during near by who outside , . ;")


def single_victims(text: str, words: list[Token]) -> list[tuple[int, int, str]]:
    """Return (first, after last, what) of people who suffered something and are told of one by one."""
    out: list[tuple[int, int, str]] = []
    letters = [c for w in words[:200] for c in text[w.start : w.end] if c.isalpha()]
    if sum(c.isupper() for c in letters) > 0.8 * len(letters):
        # In capitals every word looks like a name; "a soldier" can still be told.
        text = " " * len(text)
    for i, token in enumerate(words):
        word = token.word
        subject = None
        if word == "another" and i + 1 < len(words):
            verb = i + 1 + (words[i + 1].word in ("was", "were"))
            if verb < len(words) and (gone := PASSIVE.get(words[verb].word)) is not None and not _goes_on(words, verb + 1):
                out.append((i, i + 1, gone))  # "one man was killed and another injured"
        if i >= 3 and word in PASSIVE and (person := _elliptic(words, i)) is not None:
            out.append((*person, PASSIVE[word]))  # "a boy was killed and his mother wounded"
        what = PASSIVE.get(word) or ("killed" if word in _DIED or _to_death(words, i) else None)
        if word in STRIKING and in_a_limb(words, i + 1):
            what = "injured"
        if what is not None and i and (words[i - 1].word in _BETWEEN or word in _DIED):
            end = i
            while end and words[end - 1].word in _BETWEEN:
                end -= 1
            helped = word in _DIED or word == "missing" or any(w.word not in _PERFECT for w in words[end:i])
            subject = _before(text, words, end, what) if helped and (end < i or word in _DIED) else None
        if what is not None and i > 3 and (words[i - 1].word == "were" or word in _DIED):
            subject = _pair(text, words, i - (words[i - 1].word == "were"), what) or subject
        if subject is not None and what is not None:
            out.append((*subject, what))
        elif word in _ACTIVE and i + 1 < len(words) and not (i and words[i - 1].word in BEING):
            found = _after(text, words, i + 1)
            if found:
                to_death = [w.word for w in words[found[1] : found[1] + 2]] == ["to", "death"]
                out.append((*found, "killed" if to_death else _ACTIVE[word]))
        elif word in STRIKING and i + 1 < len(words) and (hit := _after(text, words, i + 1)) and in_a_limb(words, hit[1]):
            out.append((*hit, "injured"))  # "shot a girl in the leg"
        elif i + 2 < len(words) and words[i + 1].word == "of" and (word in _NOMINAL or _taken_life(words, i)):
            found = _after(text, words, i + 2)
            if found:
                out.append((*found, _NOMINAL.get(word, "killed")))
    return out


def _taken_life(words: list[Token], i: int) -> bool:
    """Tell whether a "life" or "lives" is one that something took: "claiming the lives of a man and his wife"."""
    return words[i].word in ("life", "lives") and any(w.word in _TAKING for w in words[max(0, i - 3) : i])


_TAKING = word_set("took take takes taking taken claimed claim claims claiming cost costs costing")


def _elliptic(words: list[Token], i: int) -> tuple[int, int] | None:
    """Return the person before a participle whose "was" stands in the clause before: "and his mother wounded"."""
    owner = next((k for k in (i - 2, i - 3) if words[k].word in ("his", "her", "their", "a", "an", "one")), None)
    if owner is None or owner == 0 or words[owner - 1].word not in ("and", ",") or not is_one(words[i - 1].word):
        return None
    behind = words[i + 1].word if i + 1 < len(words) else "."
    earlier = any(w.word in ("was", "were") for w in words[max(0, owner - 12) : owner])
    return (owner, i) if earlier and behind in _FOLLOWS_NAME else None


_DEADLY = word_set(
    "shot stabbed beaten tortured burned burnt crushed bludgeoned trampled hacked stoned clubbed frozen kicked strangled"
)


def _to_death(words: list[Token], i: int) -> bool:
    """Tell whether a verb kills by the words behind it: "shot dead", "gunned down", "beaten to death"."""
    behind = [w.word for w in words[i + 1 : i + 3]]
    if words[i].word in ("gunned", "mowed", "mown"):
        return behind[:1] == ["down"]
    return words[i].word in _DEADLY and (behind[:1] in (["dead"], ["alive"]) or behind == ["to", "death"])


def one_more(words: list[Token], i: int) -> tuple[int, int] | None:
    """Return the person whom "seven residents and a nurse" adds after a number of others."""
    if i + 1 >= len(words) or words[i].word != "and" or words[i + 1].word not in ("a", "an", "his", "her", "their"):
        return None
    person = next((k for k in range(i + 2, min(len(words), i + 5)) if is_one(words[k].word)), None)
    return (i + 1, person + 1) if person is not None else None


def one_before(words: list[Token], i: int) -> tuple[int, int] | None:
    """Return the person who stands before a number of others: "a woman" of "a woman and her three children"."""
    k = i - 1
    if k > 0 and words[k].word in ("his", "her", "their"):
        k -= 1
    if k > 0 and words[k].word == "and" and words[k - 1].word in ("him", "her"):
        return k - 1, k  # "shot him and eight others"
    listed = k > 1 and words[k].word == "," and words[k + 1].word in ("his", "her", "their")
    if k < 2 or not (words[k].word == "and" or listed) or not is_one(words[k - 1].word):
        return None
    reach = 9 if any(w.word == "old" for w in words[max(0, k - 5) : k]) else 5
    begin = next((b for b in range(k - 2, max(-1, k - reach), -1) if words[b].word in _DETERMINERS), None)
    return (begin, k) if begin is not None else None


def _is_name(text: str, token: Token) -> bool:
    return text[token.start].isupper() and token.word[0].isalpha() and token.word not in _NO_NAME and len(token.word) > 1


def is_one(word: str) -> bool:
    """Tell whether a noun stands for one person: "nurse", and neither "nurses" nor "staff"."""
    return (
        word in lexicon.PEOPLE
        and not word.endswith("s")
        and word
        not in (
            "people",
            "men",
            "women",
            "children",
            "police",
            "staff",
            "crew",
            "army",
            "force",
            "brigade",
            "battalion",
            "personnel",
            "dead",
            "injured",
            "wounded",
            "missing",
            "us",
            "them",
            "you",
            "population",
            "aid",
            "troop",
            "militia",
            "humanitarian",
            "elderly",
            "family",
        )
    )


def _before(text: str, words: list[Token], end: int, what: str, joined: bool = False) -> tuple[int, int] | None:
    """Return the one person that the words before a passive verb name; one ``joined`` to another stands behind an "and"."""
    last = end
    # "Haddad, 34, was killed", "his wife, a nurse, was killed": step over what stands between commas.
    if last >= 2 and words[last - 1].word == ",":
        comma = next((k for k in range(last - 2, max(-1, last - 12), -1) if words[k].word == ","), None)
        last = comma if comma is not None else last - 1
    if last >= 4 and words[last - 1].word == ")" and words[last - 3].word == "(":
        last -= 3  # "a man (70) was killed"
    if last >= 2 and words[last - 1].word == "who":
        last -= 1 + (words[last - 2].word == ",")
    if last < 1 or words[last - 1].word in ("and", "that", "which"):
        return None
    if words[last - 1].word in ("he", "she"):
        return last - 1, last
    if _is_name(text, words[last - 1]):
        first = last - 1
        while (
            first
            and (_is_name(text, words[first - 1]) or words[first - 1].word in ("-", "al", "el", "bin", "abu", "de", "’", "'"))
            and last - first < 6
        ):
            first -= 1
        if (
            first
            and words[first - 1].word in ("in", "at", "near", "of", "from", "and", ",")
            and not (joined and words[first - 1].word == "and")
        ):
            return None
        if not names_a_ship(text, words, max(0, first - 1), last):
            return first, last
        if (last := on_board(words, first - 1) or 0) < 1:
            return None
    if is_one(words[last - 1].word):
        reach = 9 if any(w.word == "old" for w in words[max(0, last - 4) : last]) else 6
        begin = next((k for k in range(last - 2, max(-1, last - reach), -1) if words[k].word in _DETERMINERS), None)
        return (begin, last) if begin is not None else None
    if (
        what in ("killed", "injured")
        and words[last - 1].word[0].isalpha()
        and words[last - 1].word not in lexicon.THINGS | lexicon.PEOPLE
    ):
        # "An anaesthetist was killed": whoever is killed and is one, is a person.
        begin = next((k for k in range(last - 2, max(-1, last - 4), -1) if words[k].word in ("a", "an")), None)
        # "A braid" of "a girl with a braid died", "a barge" of "the crew of a barge drowned"
        if begin is not None and not (begin and words[begin - 1].word in _PREPOSITIONS):
            return begin, last
    if (
        text[words[last - 1].start] == " "
        and words[end].word == "was"
        and _may_be_name(words[last - 1].word)
        and not _governed(words, last - 1)
    ):
        return last - 1, last
    return None


def _pair(text: str, words: list[Token], end: int, what: str) -> tuple[int, int] | None:
    """Return the two people that the words before "were killed" name one by one: "a girl and a man", "Ivan, 34, and Olha, 31,"."""
    second = _before(text, words, end, what, joined=True)
    if second is None or second[0] < 2 or words[second[0] - 1].word != "and":
        return None
    first = _before(text, words, second[0] - 1, what)
    while first is not None and words[first[0]].word in _DETERMINERS and first[0] > 1:
        # "A father, a mother and a son"
        another = _before(text, words, first[0], what, joined=True) if words[first[0] - 1].word != "and" else None
        if another is None or words[another[0]].word not in _DETERMINERS:
            break
        first = (another[0], first[1])
    if first is None or (first[0] and words[first[0] - 1].word in ("including", "like", "with", "as", "among")):
        return None
    return first[0], second[1]


def _goes_on(words: list[Token], i: int) -> bool:
    """Tell whether a participle describes the noun behind it: "another wounded soldier"."""
    return i < len(words) and words[i].word in lexicon.PEOPLE | lexicon.THINGS


_PREPOSITIONS = word_set("in at near of on from to by with since during after before against for into around")


def _governed(words: list[Token], i: int) -> bool:
    """Tell whether a word of a text in capitals ends a phrase that says where, when or whose: "AT THE MILL'S TOWER", "OF THE NETWORK"."""
    for k in range(i - 1, max(-1, i - 6), -1):
        if words[k].word in _PREPOSITIONS or (words[k].word == "s" and words[k - 1].word in ("'", "’")):
            return True
        if words[k].word in (",", ".", ";", "--", "and"):
            return False
    return False


def _may_be_name(word: str) -> bool:
    """Tell whether a word of a text in capitals can be somebody's name: it says nothing else that we know of."""
    return (
        word.isalpha()
        and len(word) > 2
        and word not in lexicon.THINGS | lexicon.PEOPLE | _NO_NAME | _BETWEEN | BEING
        and event_of(word) is None
        and not word.endswith(("tion", "ment", "ing", "ly"))
    )


def _after(text: str, words: list[Token], start: int) -> tuple[int, int] | None:
    """Return the one person that the words after an active verb name."""
    i = start
    if words[i].word == "him" or (words[i].word == "her" and (i + 1 >= len(words) or words[i + 1].word in _FOLLOWS_NAME)):
        return i, i + 1
    if words[i].word in _DETERMINERS:
        aged = any(w.word == "old" for w in words[i + 1 : i + 7])
        for k in range(i + 1, min(len(words), i + (9 if aged else 5))):
            if _is_possessive(words, k):
                return _owned(words, i, k)
            if is_one(words[k].word) and not _is_possessive(words, k + 1):
                return i, k + 1
            if not words[k].word[0].isalpha() and not (aged and words[k].word[0] in "-‑0123456789"):
                break
        return None
    if _is_name(text, words[i]):
        last = i + 1
        while last < len(words) and (_is_name(text, words[last]) or words[last].word in ("-", "al")) and last - i < 6:
            last += 1
        if _is_possessive(words, last):
            return _owned(words, i, last)
        follows = words[last].word if last < len(words) else "."
        single = not words[i].word.endswith("s") and follows in _FOLLOWS_NAME
        return (i, last) if last - i >= 2 or words[i].word in _TITLES or single else None
    return None


def _is_possessive(words: list[Token], i: int) -> bool:
    return i + 1 < len(words) and words[i].word in ("'", "’") and words[i + 1].word == "s"


def _owned(words: list[Token], first: int, mark: int) -> tuple[int, int] | None:
    """Return the one person behind a possessive mark, with the owner: "the judge's driver"; None where somebody's sons or house stand there."""
    aged = any(w.word == "old" for w in words[mark + 2 : mark + 8])
    for k in range(mark + 2, min(len(words), mark + (9 if aged else 5))):
        word = words[k].word
        if is_one(word):
            return (first, k + 1) if not _is_possessive(words, k + 1) else None
        if aged and (word in CARDINALS or word[0] in "-‑0123456789"):
            continue  # "the teacher's three-week-old son"
        if not word.isalpha() or word in lexicon.PEOPLE or word in CARDINALS or (word in lexicon.THINGS and not aged):
            return None
    return None


def named_people(text: str, words: list[Token], first: int, last: int, claim_type: str | None) -> int:
    """Return how many people a phrase without a number names: at least one.

    "Ruth Amadi and Paul Okoro" are two; "the mayor of Deir and Hama" is one
    person. In a toll "the fifth aid worker killed" is the fifth of five, and
    elsewhere one more, as is "the eighth, a man in his sixties".
    """
    spelled = words[first:last]
    for i, token in enumerate(spelled[:3]):
        if token.word in ORDINALS and ORDINALS[token.word] > 1:
            one = spelled[0].word == "a" or (i + 1 < len(spelled) and not spelled[i + 1].word.isalpha())
            return ORDINALS[token.word] if claim_type == "casualty-toll" and not one else 1
    if any(t.word in ("from", "of", "who") for t in spelled) and not any(t.word == "," for t in spelled):
        return 1
    kin = [i for i in range(first, last) if words[i].word in _KIN and (i + 1 == last or words[i + 1].word in ("and", ",", "a"))]
    each = sum(
        words[i].word in ("a", "an") and any(is_one(w.word) for w in words[i + 1 : min(last, i + 4)]) for i in range(first, last)
    )
    aged = sum(t.word == "old" for t in spelled)
    if aged > 1 and any(t.word == "and" for t in spelled):
        return max(aged, len(kin))  # "22-year-old Ana Rojas and 17-year-old Eva Rojas", whoever their parents are
    if any(t.word == "and" for t in spelled) and max(len(kin), each) > 2:
        return max(len(kin), each)  # "a father, a mother and a son"
    parts = 1
    for i in range(first + 1, last - 1):
        if words[i].word == "and" and (_is_name(text, words[i + 1]) or words[i + 1].word in _DETERMINERS):
            parts += 1
            parts += sum(
                words[k].word == "," and _is_name(text, words[k + 1]) and not _opens_with_whose(words, first, k)
                for k in range(first + 1, i - 1)
            )
    return parts


def _opens_with_whose(words: list[Token], first: int, comma: int) -> bool:
    """Tell whether the name behind a comma is that of the person before it: "his fiancée, Mira Haddad"."""
    k = comma
    while k > first and words[k - 1].word not in (",", "and"):
        k -= 1
    return words[k].word in _DETERMINERS


_KIN = word_set(
    "mother father brother sister wife husband son daughter grandmother grandfather uncle aunt cousin niece nephew grandson granddaughter stepson stepdaughter"
)


def person_before(words: list[Token], first: int, number: int) -> bool:
    """Tell whether a phrase names one person beside the number it ends with: "his brother and two nieces", "a woman and her three sons"."""
    k = number - 1
    if k > first and words[k].word in ("his", "her", "their"):
        k -= 1
    return (
        k > first
        and words[k].word == "and"
        and words[first].word in _DETERMINERS
        and is_one(words[k - 1].word)
        and not any(w.word in (",", "of") for w in words[first:k])
    )


def _ends_in_a_plural(text: str, spelled: list[Token]) -> bool:
    """Tell whether a phrase behind an article ends in a plural that no list knows: "the slain sappers"."""
    word = spelled[-1].word
    plural = len(word) > 4 and word.isalpha() and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    one = spelled[0].word in ("a", "an", "one", "another") or any(
        not w.word.isalpha() or w.word in _PREPOSITIONS for w in spelled
    )
    return plural and not one and text[spelled[-1].start].islower()


_ALONE = word_set("he she him her himself herself")


def names_someone(text: str, words: list[Token], first: int, last: int) -> bool:
    """Tell whether a phrase without a number stands for people that can be counted: a name, "a nurse", "his two brothers", "him"."""
    spelled = words[first:last]
    if names_a_ship(text, words, first, last):
        return False
    if spelled[0].word in _ALONE | _DETERMINERS or spelled[0].word in _TITLES or spelled[0].word == "both":
        if all(w.word in _DETERMINERS for w in spelled):
            return spelled[0].word in _ALONE
        # "the lives", "their children", "the slain sappers": people, and no telling how many.
        several = (spelled[-1].word in lexicon.PEOPLE and not is_one(spelled[-1].word)) or _ends_in_a_plural(text, spelled)
        return not several or any(w.word == "and" for w in spelled)
    owned = first > 0 and words[first - 1].word in _OWNERS
    if (owned or (first > 1 and _is_possessive(words, first - 2))) and is_one(spelled[-1].word):
        return True  # "whose son" of which the reader marked the noun alone
    capitals = text[spelled[0].start : spelled[-1].end].isupper()
    if capitals:
        return any(_may_be_name(w.word) for w in spelled) or any(is_one(w.word) for w in spelled)
    return any(_is_name(text, w) for w in spelled)
