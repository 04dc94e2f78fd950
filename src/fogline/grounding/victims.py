"""People counted without a number: "a soldier was killed", "the journalist Nadia Haddad was detained"."""

from __future__ import annotations

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.number import ORDINALS, Token
from fogline.grounding.word_lists import word_set

_AUXILIARY = word_set("was is been being be got")
_PASSIVE = {
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
            if verb < len(words) and (gone := _PASSIVE.get(words[verb].word)) is not None and not _goes_on(words, verb + 1):
                out.append((i, i + 1, gone))  # "one man was killed and another injured"
        if i >= 3 and word in _PASSIVE and (person := _elliptic(words, i)) is not None:
            out.append((*person, _PASSIVE[word]))  # "a boy was killed and his mother wounded"
        what = _PASSIVE.get(word) or ("killed" if word in _DIED or _to_death(words, i) else None)
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
        elif word in _ACTIVE and i + 1 < len(words) and not (i and words[i - 1].word in _AUXILIARY):
            found = _after(text, words, i + 1)
            if found:
                out.append((*found, _ACTIVE[word]))
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
    if owner is None or owner == 0 or words[owner - 1].word not in ("and", ",") or not _person(words[i - 1].word):
        return None
    behind = words[i + 1].word if i + 1 < len(words) else "."
    earlier = any(w.word in ("was", "were") for w in words[max(0, owner - 12) : owner])
    return (owner, i) if earlier and behind in _FOLLOWS_NAME else None


_DEADLY = word_set("shot stabbed beaten tortured burned burnt crushed bludgeoned")


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
    person = next((k for k in range(i + 2, min(len(words), i + 5)) if _person(words[k].word)), None)
    return (i + 1, person + 1) if person is not None else None


def one_before(words: list[Token], i: int) -> tuple[int, int] | None:
    """Return the person who stands before a number of others: "a woman" of "a woman and her three children"."""
    k = i - 1
    if k > 0 and words[k].word in ("his", "her", "their"):
        k -= 1
    listed = k > 1 and words[k].word == "," and words[k + 1].word in ("his", "her", "their")
    if k < 2 or not (words[k].word == "and" or listed) or not _person(words[k - 1].word):
        return None
    reach = 9 if any(w.word == "old" for w in words[max(0, k - 5) : k]) else 5
    begin = next((b for b in range(k - 2, max(-1, k - reach), -1) if words[b].word in _DETERMINERS), None)
    return (begin, k) if begin is not None else None


_HARMED = word_set("killed hurt injured wounded harmed died")


def _no_one_of(words: list[Token], i: int) -> int | None:
    """Return the token after "none of its soldiers", "neither of the two men", "neither man", "not one person", "not a single person"."""
    behind = [w.word for w in words[i + 1 : i + 4]]
    if words[i].word in ("none", "neither") and behind[:1] == ["of"]:
        first = i + 2 + (behind[1:2] != [] and behind[1] in ("the", "its", "his", "her", "their", "our"))
    elif words[i].word == "neither" and behind[:1] != [] and _person(behind[0]):
        first = i + 1
    elif words[i].word == "not" and behind[:1] == ["one"]:
        first = i + 2
    elif words[i].word == "not" and behind[:2] in (["a", "single"], ["one", "single"]):
        first = i + 3
    else:
        return None
    people = first < len(words) and words[first].word in lexicon.PEOPLE
    return min(len(words), first + (people or words[i].word in ("none", "neither")))


_WOUNDED = word_set("injured wounded injuries")
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
        last = _no_one_of(words, i)
        if last is not None:
            for k in range(last, min(len(words), last + 16)):
                if words[k].word in (".", ";"):
                    break
                if words[k].word in _HARMED and (words[k - 1].word in _AUXILIARY or words[k].word == "died"):
                    out.append((i, last, k))
                    break
        nobody = token.word in ("nobody", "none") or (token.word == "no" and i + 1 < len(words) and words[i + 1].word == "one")
        if nobody:
            verb = i + 1 + (token.word == "no")
            if (
                verb + 1 < len(words)
                and words[verb].word in ("was", "were")
                and _PASSIVE.get(words[verb + 1].word) in ("killed", "injured")
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


def _is_name(text: str, token: Token) -> bool:
    return text[token.start].isupper() and token.word[0].isalpha() and token.word not in _NO_NAME and len(token.word) > 1


def _person(word: str) -> bool:
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
        return first, last
    if _person(words[last - 1].word):
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
        if begin is not None:
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
        and word not in lexicon.THINGS | lexicon.PEOPLE | _NO_NAME | _BETWEEN | _AUXILIARY
        and not any(word in known for known in lexicon.EVENTS.values())
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
            if _person(words[k].word):
                return i, k + 1
            if not words[k].word[0].isalpha() and not (aged and words[k].word[0] in "-‑0123456789"):
                break
        return None
    if _is_name(text, words[i]):
        last = i + 1
        while last < len(words) and (_is_name(text, words[last]) or words[last].word in ("-", "al")) and last - i < 6:
            last += 1
        follows = words[last].word if last < len(words) else "."
        single = not words[i].word.endswith("s") and follows in _FOLLOWS_NAME
        return (i, last) if last - i >= 2 or words[i].word in _TITLES or single else None
    return None


def named_people(text: str, words: list[Token], first: int, last: int) -> int:
    """Return how many people a phrase without a number names: at least one.

    "Ruth Amadi and Paul Okoro" are two; "the mayor of Deir and Hama" is one
    person, as is "the fifth aid worker killed" the fifth of five.
    """
    spelled = words[first:last]
    for token in spelled[:3]:
        if token.word in ORDINALS and ORDINALS[token.word] > 1:
            return ORDINALS[token.word] if spelled[0].word == "the" else 1
    if any(t.word in ("from", "of", "who") for t in spelled) and not any(t.word == "," for t in spelled):
        return 1
    kin = [i for i in range(first, last) if words[i].word in _KIN and (i + 1 == last or words[i + 1].word in ("and", ",", "a"))]
    each = sum(
        words[i].word in ("a", "an") and any(_person(w.word) for w in words[i + 1 : min(last, i + 4)]) for i in range(first, last)
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
                words[k].word == "," and _is_name(text, words[k + 1]) and words[k + 1].word != "and"
                for k in range(first + 1, i - 1)
            )
    return parts


_KIN = word_set("mother father brother sister wife husband son daughter grandmother grandfather uncle aunt cousin niece nephew")


def person_before(words: list[Token], first: int, number: int) -> bool:
    """Tell whether a phrase names one person beside the number it ends with: "his brother and two nieces", "a woman and her three sons"."""
    k = number - 1
    if k > first and words[k].word in ("his", "her", "their"):
        k -= 1
    return (
        k > first
        and words[k].word == "and"
        and words[first].word in _DETERMINERS
        and _person(words[k - 1].word)
        and not any(w.word in (",", "of") for w in words[first:k])
    )


_ALONE = word_set("he she him her himself herself")


def names_someone(text: str, words: list[Token], first: int, last: int) -> bool:
    """Tell whether a phrase without a number stands for people that can be counted: a name, "a nurse", "his two brothers", "him"."""
    spelled = words[first:last]
    if spelled[0].word in _ALONE | _DETERMINERS or spelled[0].word in _TITLES or spelled[0].word == "both":
        if all(w.word in _DETERMINERS for w in spelled):
            return spelled[0].word in _ALONE
        # "the lives", "their children": people, and no telling how many.
        return not (spelled[-1].word in lexicon.PEOPLE and not _person(spelled[-1].word)) or any(w.word == "and" for w in spelled)
    capitals = text[spelled[0].start : spelled[-1].end].isupper()
    if capitals:
        return any(_may_be_name(w.word) for w in spelled) or any(_person(w.word) for w in spelled)
    return any(_is_name(text, w) for w in spelled)
