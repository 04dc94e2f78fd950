"""What befell the people that a number counts, by the words around it: "were killed", "wounding", "have fled"."""

from __future__ import annotations

from bisect import bisect_left

from fogline.grounding import quantity_words as lexicon
from fogline.grounding.care import in_care
from fogline.grounding.counted_fates import fate_told, standing_told
from fogline.grounding.men_lost import OTHER_CLAUSE
from fogline.grounding.number import CARDINALS, Number, Token
from fogline.grounding.phrase_words import HELPING, SENTENCE_ENDS
from fogline.grounding.word_lists import word_set
from fogline.grounding.wounds import HURT, STRIKING, SUFFERING, hit_in_a_limb, hurt, shot_dead

_INTRANSITIVE = word_set(
    "died die dies perished drowned dead fled flee fleeing flees returned return returning escaped escape missing trapped stranded stuck "
    "vanished disappeared homeless crossed starved killed injured wounded displaced"
)
# Said of the counted themselves, not done to them: a verb nearby outranks these ("murdering two dozen hostages").
_STATUS = word_set(
    "prisoner prisoners hostage hostages captive captives detainee detainees refugee refugees returnees evacuees exile exiles exiled migrants "
    "asylum idps captured surrendered"
)
_TAKEN = word_set("captured exiled detained arrested kidnapped abducted")
# Too many meanings to say anything of people from a distance ("territory held by", "a statement claimed").
_WEAK = word_set(
    "held holds claimed returned buried life burns toll burned burnt seized crossed charged hold left siege wave martyr"
)
_NOUNS = word_set("beheading killing killings beheadings kidnapping")
_HELD = word_set("hostage hostages captive captives prisoner prisoners")
_DEAD = word_set("killed killing dead")
# Harm that the codebook's counts have no word for: counted as other.
_OTHER_HARM = word_set("rape raped rapes raping torture tortured torturing assaulted assaulting threatened threatening")
_ARTICLES = word_set("a an the his her their its another")
_LOSING = word_set("lost lose loses losing loss losses")
# What the number behind "of" says how large it is.
_COLLECTIVES = word_set(
    "garrison base force convoy contingent crew patrol unit column battalion brigade army militia camp town village city population community "
    "congregation mission deployment"
)


def event_of(word: str) -> str | None:
    """Return what a word says befell people."""
    return next((what for what, known in lexicon.EVENTS.items() if word in known), None)


def _is_done_to(words: list[Token], first: int, last: int, next_number: int) -> bool:
    """Tell whether a word of harm is said of people who are somewhere: "hanged three men on death row", "two in custody were shot"."""
    before = [w.word for w in words[max(0, first - 3) : first]]
    if "and" not in before and any(event_of(w) in ("killed", "injured") or w in ("beat", "beaten") for w in before):
        return True
    return _passive(words, last, next_number, 14) in ("killed", "injured")


def befell(words: list[Token], first: int, last: int, found: list[Number]) -> str | None:
    """Return what befell the people counted in ``words[first:last]``; None if the words around are silent.

    In doubt the verb nearest to the number decides; "killed or wounded" of one number is neither, and counted as other.
    """
    inside = [w.word for w in words[first:last]]
    if inside and inside[-1] in ("casualties", "casualty"):
        return "killed" if inside[0] == "no" else "other"
    if len(inside) >= 2 and inside[-1] in _TAKEN and _numeral(inside[-2]):
        return event_of(inside[-1])  # "196 wounded and 22 captured"
    if inside and inside[-1] in _HELD and first and words[first - 1].word in ("took", "take", "takes", "taking", "taken"):
        return "detained"  # "killed 1,200 people and took 251 hostages"
    alone = (
        last >= len(words) or not words[last].word[0].isalpha() or words[last].word in ("in", "at", "on", "and", "to", "since")
    )
    people = alone or any(w in lexicon.PEOPLE for w in inside)
    place = bisect_left(found, last, key=lambda n: n.first)
    if [w.word for w in words[max(0, first - 2) : first]] in (["him", "and"], ["her", "and"]):
        first -= 2  # "shot him and eight others": one verb for both
    next_number = found[place].first if place < len(found) else len(words)
    if "of" in inside and any(_numeral(w) for w in inside[inside.index("of") :]):
        # "Two of the three wounded later died": the verb tells of the two, the noun of the three.
        own = _passive(words, last, next_number, 14)
        if own is not None:
            return own
    if size_of_a_body(words, first):
        return _passive(words, last, next_number, 3)
    for word in reversed(inside):
        what = event_of(word)
        if what is not None and word not in _STATUS and (word not in _WEAK or word == "martyr" == inside[-1]):
            if what in ("injured", "detained") and _passive(words, last, next_number, 14) == "killed":
                return "killed"  # "six wounded men were shot dead", "13 convicted men were hanged"
            return what
    if inside and inside[-1] in SURVIVORS:
        return _passive(words, last, next_number, 14)  # "killed 12 and left two survivors"
    if in_care(words, first, last, next_number):
        return "injured"
    if is_attribute(words, last) and _put_to_death(words, first, last, next_number):
        return "killed"  # "hanged three men convicted of spying"
    if hit_in_a_limb(words, first, last):
        return "injured"
    still = standing_told(words, first, last)
    if still is not None and _is_done_to(words, first, last, next_number):
        still = None
    return (
        fate_told(words, first, last)
        or still
        or _right_after(words, last, min(next_number, len(words)))
        or _passive(words, last, next_number, 3)
        or _beside(words, first)
        or _governing(words, first, 4, people)
        or _of_the_listed(words, first)
        or _together(words, _past_whose(words, last), found, place)
        or _past_insertion(words, last, found)
        or _passive(words, last, next_number, 14)
        or _far_passive(words, last, next_number)
        or _governing(words, first, 12, people)
        or next((what for word in reversed(inside) if word in _STATUS and (what := event_of(word))), None)
    )


def is_attribute(words: list[Token], i: int) -> bool:
    """Tell whether a participle says who the counted are, and not what befell them now: "convicted of spying", "jailed for a bombing"."""
    return i + 1 < len(words) and words[i].word in _CONVICTED and words[i + 1].word in _OF_WHAT


_CONVICTED = word_set(
    "convicted accused suspected charged sentenced condemned jailed imprisoned wanted arrested detained held captured kidnapped abducted"
)
_OF_WHAT = word_set("of for in over on with to by during after at near")


def _put_to_death(words: list[Token], first: int, last: int, stop: int) -> bool:
    """Tell whether a verb of killing has the counted as its object, or a finite one stands behind what tells who they are."""
    governs = first - 1
    while governs > 0 and words[governs].word in _UP_TO_A_NOUN:
        governs -= 1
    if first and event_of(words[governs].word) == "killed" and words[governs].word not in _WEAK and words[governs].word.isalpha():
        return True
    for i in range(last + 2, min(stop, last + 14, len(words) - 1)):
        word = words[i].word
        if word in SENTENCE_ENDS or word in OTHER_CLAUSE or word in ("who", "and", ","):
            return False
        if word in ("was", "were", "been"):
            return event_of(words[i + 1].word) == "killed"
    return False


_UP_TO_A_NOUN = word_set("of the its another all those")


def size_of_a_body(words: list[Token], first: int) -> bool:
    """Tell whether a number says how large a body of people is: "a raid on a garrison of 200 troops" harmed who knows how many."""
    if first >= 2 and [w.word for w in words[first - 2 : first]] == ["home", "to"]:
        return True
    return first >= 2 and words[first - 1].word in ("of", "with") and words[first - 2].word in _COLLECTIVES


SURVIVORS = word_set("survivor survivors")


def _numeral(word: str) -> bool:
    return word[:1].isdigit() or word in CARDINALS


def _mixed(words: list[Token], i: int) -> bool:
    """Tell whether the verb at ``i`` is half of "killed or wounded", "dead and injured"."""
    pair = {w.word for w in words[max(0, i - 2) : i + 3]}
    near = words[i + 1].word if i + 1 < len(words) else ""
    back = words[i - 1].word if i else ""
    if near == "," and [w.word for w in words[i + 3 : i + 4]] in (["and"], ["or"]):
        # "killed, wounded or missing"
        return words[i].word in _DEAD | HURT and words[i + 2].word in _DEAD | HURT and _ends_a_list(words, i + 4)
    return (near in ("or", "and") or back in ("or", "and")) and bool(pair & HURT) and bool(pair & _DEAD)


def _ends_a_list(words: list[Token], i: int) -> bool:
    return i < len(words) and event_of(words[i].word) is not None


def _right_after(words: list[Token], last: int, stop: int) -> str | None:
    """Read "31 killed", "12 dead", "40 people missing"."""
    last += last + 1 < stop and words[last].word in _HOW_BADLY
    if last >= stop:
        return None
    word = words[last].word
    what = event_of(word) or _SHORT.get(word)
    follows = words[last + 1].word if last + 1 < len(words) else ""
    if (
        what is None
        or word in _WEAK
        or (word.endswith("ing") and word != "missing")
        or follows in ("at", "an", "a", "the", "its", "their")
    ):
        return None
    if (
        _numeral(follows)
        and last + 2 < len(words)
        and words[last + 2].word in lexicon.PEOPLE
        and event_of(words[last + 2].word) is None
    ):
        return None  # "claimed 400 lives, injured 90 people": the verb is the next number's
    return "other" if _mixed(words, last) and follows in ("or", "and", ",") else what


_SHORT = {"kia": "killed", "wia": "injured", "inj": "injured"}
_HOW_BADLY = word_set("seriously badly severely critically gravely lightly slightly fatally mortally reportedly confirmed")


def _passive(words: list[Token], last: int, stop: int, reach: int) -> str | None:
    """Read the verb after a phrase that says something of it: "… were killed", "… have fled"."""
    helped = False
    for i in range(last, min(stop, last + 14, len(words))):
        word = words[i].word
        if word == "since" and words[i - 1].word in ("had", "have", "has"):
            continue  # "had since died"
        if word in SENTENCE_ENDS or (helped and word in ("after", "before", "since")):
            return None  # "were found two days after they were kidnapped"
        if word == "held" and any(w.word in _OCCASIONS for w in words[max(0, last - 8) : last]):
            return None  # "funerals for the nine were held"
        if i > last + 1 and _tells_of_another(words, i):
            return None  # "300 were in the hills with the army, which on Monday lost four"
        if word in HELPING and not (word == "to" and reach <= 3):
            if i > last + reach and not helped:
                return None
            helped = True
            continue
        if (
            helped
            and word == "and"
            and i + 1 < len(words)
            and words[i + 1].word in ("a", "an", "the", "its", "his", "her", "their")
        ):
            return None  # "had surrendered and a colonel was killed": somebody else's verb
        if word == "lost" and i <= last + reach and any(w.word in _BEING for w in words[max(last, i - 2) : i]):
            return "killed"  # "14 soldiers were lost"
        if (
            word in ("lives", "life")
            and i >= last + 2
            and words[i - 1].word in ("their", "his", "her")
            and words[i - 2].word in _LOSING
        ):
            return "killed"  # "11 soldiers lost their lives"
        if word == "death" and [w.word for w in words[i - 2 : i]] == ["to", "the"]:
            return None  # "decided to fight to the death"
        if word in _DEAD and words[i - 1].word == "no":
            return None  # "25 wounded and no dead"
        if word in _DONE_TO_OTHERS and words[i - 1].word in ("have", "has", "had"):
            return None  # "marched down the hill they had held": so they did to others
        what = hurt(words, i, last) or ("killed" if helped and shot_dead(words, i) else event_of(word))
        if what is not None and word in SUFFERING | STRIKING | {"in", "lost"}:
            return what
        if i and words[i - 1].word in ("-", "‑") and words[i - 1].end == words[i].start:
            continue
        if what is None or not (
            word in _INTRANSITIVE or word.endswith(("ed", "en", "ing", "held", "hurt", "slain")) or word in _STATUS
        ):
            continue
        if word in _NOUNS or (word == "claimed" and words[last - 1].word not in ("life", "lives")):
            continue  # "six dead and 22 injured were claimed": lives are
        if word.endswith("ing") and word not in ("missing",) and not helped:
            return None
        if not helped and i + 1 == stop < len(words) and words[i - 1].word in ("and", ",", "then"):
            return None  # "fought beside 300 rebels and killed 12": the verb is the next number's
        if not helped and words[i - 1].word == "and" and i + 1 < len(words) and words[i + 1].word in _ARTICLES:
            return None  # "killed her three sons and wounded a man": the verb is the man's
        if helped or (word in _INTRANSITIVE and reach > 3):
            return "other" if _mixed(words, i) and not _one_each(words, i) else what
    return None


def _tells_of_another(words: list[Token], i: int) -> bool:
    """Tell whether a clause about whoever stands right before it opens, and is not closed: ", which", ", who", ", where"; "where they" is of the counted."""
    if words[i].word not in ("which", "who", "whose", "where") or words[i - 1].word != ",":
        return False
    behind = [w.word for w in words[i + 1 : i + 16]]
    ends = next((k for k, w in enumerate(behind) if w in SENTENCE_ENDS), len(behind))
    return behind[:1] not in (["they"], ["he"], ["she"], ["both"], ["all"]) and "," not in behind[:ends]


_BEING = word_set("was were been being are")
_DONE_TO_OTHERS = word_set("held seized captured kidnapped abducted besieged murdered executed")
_OCCASIONS = word_set("funeral funerals vigil vigils ceremony ceremonies prayers talks rally rallies memorial memorials")


def _far_passive(words: list[Token], last: int, stop: int) -> str | None:
    """Read the verb behind a long description: "86 members of the forces and their allies - who include … - were killed"."""
    for i in range(last + 14, min(stop, last + 32, len(words))):
        if words[i].word in SENTENCE_ENDS or words[i].word in OTHER_CLAUSE or _relative(words, i):
            return None
        what = event_of(words[i].word)
        if what is not None and words[i - 1].word in ("was", "were", "been") and words[i].word not in _WEAK:
            earlier = {w.word for w in words[last : i - 1]}
            inserted = any(_relative(words, k) for k in range(last, i))
            return None if inserted or earlier & (OTHER_CLAUSE | SENTENCE_ENDS) else what
    return None


def _relative(words: list[Token], i: int) -> bool:
    """Tell whether "who" opens a clause about somebody else; between dashes it is told in passing."""
    return words[i].word == "who" and words[i - 1].word not in ("-", "–", "—", "(")


def _together(words: list[Token], last: int, found: list[Number], place: int) -> str | None:
    """Read the verb of "four soldiers and two guerrillas were killed" for the four, and of longer lists for each but the last."""
    if place >= len(found) or last >= len(words) or words[last].word not in ("and", ","):
        return None
    owned = last + 1 < len(words) and words[last + 1].word in ("his", "her", "their", "its")
    listed = last + 1 < len(words) and words[last].word == "," and words[last + 1].word == "and"
    if found[place].first - last > 1 + owned + listed:
        return None
    while place + 1 < len(found) and _listed(words, found[place].last, found[place + 1].first):
        place += 1
    after = found[place + 1].first if place + 1 < len(found) else len(words)
    return _passive(words, found[place].last, after, 14)


def _past_whose(words: list[Token], last: int) -> int:
    """Return the token behind the "of the security forces" that says whose the counted are; ``last`` where nothing of the kind stands there."""
    i = last
    if i < len(words) and words[i].word == "of":
        i += 1
        while i < min(len(words), last + 7) and words[i].word.isalpha() and words[i].word not in HELPING | {"and", "who", "of"}:
            i += 1
    return i if i > last + 1 and i < len(words) and words[i].word in ("and", ",") else last


def _of_the_listed(words: list[Token], first: int) -> str | None:
    """Read what befell those whom a list behind "including" is of: the ten of "killed 30, including 16 women and ten girls, and hurt 87".

    The verb must stand before the list: of "seven soldiers, including two
    officers, and three civilians were killed" it tells of all.
    """
    k = first - 1
    while k > 0 and first - k < 16 and words[k].word not in ("including", "among"):
        word = words[k].word
        if not (word.isalnum() or word in (",", "-")) or word in HELPING or (event_of(word) is not None and word not in _STATUS):
            return None
        k -= 1
    if k <= 0 or words[k].word not in ("including", "among"):
        return None
    for i in range(k - 1, max(-1, k - 9), -1):
        word = words[i].word
        if word in SENTENCE_ENDS or word in OTHER_CLAUSE or (word == "and" and _numeral(words[i + 1].word)):
            return None
        if (what := event_of(word)) is not None and word not in _WEAK and word not in _STATUS:
            return "other" if _mixed(words, i) else what
    return None


_INSERTED = word_set("including among amongst mostly")
_CLOSES = {"(": ")", ",": ",", "-": "-", "–": "–", "—": "—"}


def _past_insertion(words: list[Token], last: int, found: list[Number]) -> str | None:
    """Read the verb behind what is told in passing: "seven soldiers, including two officers, were killed"."""
    mark = words[last].word if last < len(words) and words[last].word in _CLOSES else ""
    begin = last + (mark != "")
    if begin >= len(words) or words[begin].word not in _INSERTED:
        return None
    for i in range(begin + 1, min(len(words), begin + 25)):
        word = words[i].word
        if word in SENTENCE_ENDS or word in OTHER_CLAUSE or word == "who":
            return None
        closed = not mark or words[i - 1].word == _CLOSES[mark]
        if closed and (word in HELPING or word in _INTRANSITIVE) and word != "to":
            return _passive(words, i, next((n.first for n in found if n.first > i), len(words)), 3)
        if closed and word == "and" and mark and (joined := next((n for n in found if n.first == i + 1), None)) is not None:
            # "Seven soldiers, including two officers, and three civilians were killed"
            behind = next((n.first for n in found if n.first > joined.first), len(words))
            return _passive(words, joined.last, behind, 14)
    return None


def _listed(words: list[Token], last: int, following: int) -> bool:
    """Tell whether nothing but a noun and "," or "and" stands between two numbers: the three of "four officers, three guards and ten others"."""
    between = [w.word for w in words[last:following]]
    noun = list(between)
    while noun and noun[-1] in ("and", ","):
        noun.pop()
    return (
        len(noun) < len(between)
        and 0 < len(noun) <= 4
        and all(w.isalpha() and w not in HELPING and (event_of(w) is None or w in _STATUS) for w in noun)
    )


def _beside(words: list[Token], first: int) -> str | None:
    """Read the verb before "along with": "29 men were killed along with six of their guards"."""
    before = [w.word for w in words[max(0, first - 4) : first]]
    joint = next((n for n in (3, 2, 1) if tuple(before[-n:]) in _JOINTS), 0)
    verb = before[-joint - 1 : len(before) - joint] if joint else []
    return event_of(verb[0]) if verb and verb[0] not in _WEAK and verb[0] not in _NOUNS else None


_JOINTS = frozenset({("along", "with"), ("together", "with"), ("alongside",), ("as", "well", "as")})


def _one_each(words: list[Token], i: int) -> bool:
    """Tell whether a number stands between "killed and" and "wounded": each verb has its own."""
    return any(w.word[:1].isdigit() for w in words[i + 1 : i + 4])


def _governing(words: list[Token], first: int, reach: int, people: bool = True) -> str | None:
    """Read the verb or noun before a phrase that acts on it: "killing", "the deaths of", "wounded"."""
    named = False
    for i in range(first - 1, max(-1, first - 1 - reach), -1):
        word = words[i].word
        if word in SENTENCE_ENDS:
            return None
        if word in ("including", "among", "mostly", ":"):
            named = True
        if word in _LOSING and first - i <= 2:
            # "Lost 45 men", "losing 40 in an ambush", but "lost one MiG-21".
            return "killed" if people else None
        if (
            word == "death"
            and i >= 2
            and words[i - 1].word == "to"
            and words[i - 2].word in ("sentenced", "condemned", "sentencing")
        ):
            return "detained"
        if word in _OTHER_HARM:
            return "other" if first - i <= 4 else None
        what = event_of(word)
        if word == "shot" and first - i <= 2 and shot_dead(words, i):
            what = "killed"
        if i and words[i - 1].word in ("-", "‑") and words[i - 1].end == words[i].start:
            continue  # "militant-held" tells of the ground
        if what is None or (word in _WEAK and not (word in ("claimed", "seized", "held", "life", "lives") and first - i <= 2)):
            continue
        if word in _STATUS and first - i > 2:
            continue
        passive = i > 0 and words[i - 1].word in ("was", "were", "been", "being", "are", "is")
        if passive and not named:
            continue
        return "other" if _mixed(words, i) and first - i <= 3 else what
    return None
