"""What a public export withholds: private people's names, and where the wounded, the hidden and the displaced are.

Reports print such names and places with one reader in mind; a table that
gathers thousands of them serves others too. Of places only a site's own words are
taken out, never a town's, a division's or a country's name, without which an
export says nothing; where the words go, the coordinates are coarse too. In doubt these rules withhold:
a name too many taken out costs a reader a look at the report, a name too many left in may
cost somebody more. ``public=False`` (``--full``) switches them off.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar
from urllib.parse import unquote_plus

import pycountry

from fogline.claims.claim import ActorMention, Claim, ClaimPlace, Voice
from fogline.control.assessment import ControlAssessment
from fogline.exports.material import Material
from fogline.grounding.grounding import ActorKind, PlaceBasis
from fogline.incidents.incident import (
    Contradiction,
    Figure,
    Incident,
    IncidentPlace,
    Link,
    Origin,
    set_by_reviewer,
)
from fogline.intake.address import without_credentials

Named = TypeVar("Named", ActorMention, Voice)

NAME_WITHHELD = "[name withheld]"
PLACE_WITHHELD = "[place withheld]"
# 0.1 degree is about 11 km north to south: a district, not a building.
COARSE_DEGREES = 1
COARSE_PRECISION = 2

# Words that make a capitalised name an organisation's, a state's or a place's rather than a person's.
_ORGANISATION_WORDS = """
    agency ahrar air airport ajnad alawites alliance americans ansar arabs army asaib asayish association authority
    awakening banco bank banner base battalion boko border brigade brigades britons bureau caliphate campaign cartel
    center centre channel christians church city club coalition command commission committee committees community company
    conference congress coordination corps council court cubs defence defense democratic department directorate
    division druze eagles east eastern embassy emirate euphrates falaq fatah fateh fath faylaq federation fighters
    force forces foundation friends front government governorate group guard guards hamas harakat haram hayat helmets
    hezbollah hizb hizbollah hospital hotel house houthis human hurras initiative institute intelligence international
    iranians iraqis isis islamic islamists islands israelis jabhat jaish jamaat janjaweed jaysh jeysh jihad journal
    kataib katibat kingdom knights kurdistan kurds lashkar league liberation lions liwa liwaa local mail martyrs media
    medical militia militias ministry mission mosque movement muslims nation national nations navy network news north
    northern nusra observatory office organisation organization palestinians parliament party patrol people peoples
    peshmerga police post press province qaeda qaida radio red regime region republic resistance revolutionary rights
    russians saraya school security service services shabaab sham shia shield shiites society sons south southern
    special state states sunnis supreme syndicate syrians tahrir taliban talibans tanzim team television tigers times
    tribe tribes tribune turkmen turks ukrainians union unit united units university village war watch west western
    white wolves workers world yazidis youth
"""
_ORGANISATION = frozenset(_ORGANISATION_WORDS.split())
_PARTICLES_WORDS = """
    al el ul bin ibn bint abu abou umm um ben van von der den de da di do dos la le du y of the as ash ad
"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_TITLES_WORDS = """
    mr mrs ms miss dr sheikh hajji haji sayyid imam father sister brother prof professor engineer uncle aunt
"""
_TITLES = frozenset(_TITLES_WORDS.split())
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

_SENSITIVE = re.compile(
    r"\b(hospitals?|clinics?|infirmar(?:y|ies)|medical (?:points?|cent(?:er|re)s?|facilit(?:y|ies))|field hospitals?|maternity wards?"
    r"|shelters?|safe houses?|orphanages?|camps?)\b",
    re.IGNORECASE,
)
_ARMED_CAMP = re.compile(r"\b(?:training|military|army|base|boot|militants?'?|fighters'?)\s+camps?\b", re.IGNORECASE)
# What stands between a site's own name and the word for it, and names nothing: "Rahma general hospital", "the Zahra IDP camp".
_DESCRIBING_WORDS = """
    the a an this that these those its his her their our one two three four five six several some many all every both another other
    main only central general national state public private local nearby new old big large small last first second
    field mobile makeshift underground military civilian government provincial municipal university teaching city town village
    children maternity surgical women men emergency trauma eye medical health refugee refugees displaced displacement idp idps
    tent transit informal temporary formal northern southern eastern western north south east west north-eastern north-western
    south-eastern south-western northeastern northwestern southeastern southwestern near inside outside around at in on of from
    and or with for to by between beside behind called named known as under
"""
_DESCRIBING = frozenset(_DESCRIBING_WORDS.split())
# Of those, the ones that come between a site and a town that it lies in; a name behind them is not the site's own.
_APART = frozenset({"in", "at", "of", "on", "near", "inside", "outside", "around", "and", "or", "the", "from", "to", "by"})
# What makes a nationality of a country's name.
_PEOPLE_OF = frozenset({"an", "ian", "i", "ish", "ese", "n"})
# What stands in an address for a key, a token or a signature; the names of the parameters that hold one, in whole words.
ADDRESS_WITHHELD = "withheld"
_LETTING_IN_WORDS = """
    accesskey accesstoken apikey auth authentication authkey authorisation authorization authtoken bearer credential credentials
    hmac jsessionid jwt key otp pass passcode passphrase passwd password phpsessid pwd secret sess sessid session sessionid sig
    signature ticket token
"""
_LETTING_IN = frozenset(_LETTING_IN_WORDS.split())
_KEY_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_FILE = re.compile(r"\s*(?:file:|/(?!/)|\\|[a-z]:[\\/])", re.IGNORECASE)
_PARAMETER = re.compile(r"([?&;#])([^=?&;#/]+)=([^&;#]*)")
_SITE = "site"
_WIDER_THAN_TOWN = frozenset({"country", "adm1", "adm2", "adm3", "region", "water"})
_TOWN_OR_WIDER = _WIDER_THAN_TOWN | {"city"}
_PLAIN = {"hospital": "a hospital", "clinic": "a clinic", "shelter": "a shelter", "camp": "a camp", "orphanage": "an orphanage"}


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    names = {
        value.casefold()
        for country in pycountry.countries
        for value in (country.name, getattr(country, "common_name", country.name))
    }
    return frozenset(names | {"england", "scotland", "wales", "northern ireland", "south korea", "north korea", "ivory coast"})


def looks_like_a_person(name: str, *, single: bool = False) -> bool:
    """Return whether a name reads as a private person's: capitalised words, none an organisation's.

    One word alone ("Hassan", but also "Kurds") is taken for a person only if
    ``single`` is set, as for witnesses, whose generic names ("residents")
    the codebook writes small. Scripts without capitals count as a name.
    """
    words = _WORD.findall(name)
    bare = [w for w in words if w.lower() not in _TITLES]
    if (
        not bare
        or name.casefold() in _countries()
        or any(part in _ORGANISATION for w in bare for part in (w.lower(), *w.lower().split("-")))
    ):
        return False
    names = [w for w in bare if w.lower() not in _PARTICLES]
    if not names:
        return False

    def is_name(word: str) -> bool:
        first = word.split("-")[-1][:1] if word.lower().startswith(("al-", "el-", "ash-", "as-", "ad-")) else word[:1]
        return first.isupper() or (first.lower() == first.upper())

    if not all(is_name(w) for w in names) or any(w.isupper() and len(w) > 1 and w.isascii() for w in names):
        return False
    if len(names) == 1 and len(bare) == 1 and len(words) == 1:
        return single
    return len(names) <= 5


def is_private_voice(voice: Voice) -> bool:
    """Return whether a voice is a private person: a witness or bystander who is named."""
    if voice.actor_id is not None or voice.kind not in (ActorKind.WITNESS, ActorKind.OTHER):
        return False
    return looks_like_a_person(voice.name, single=voice.kind is ActorKind.WITNESS)


def is_private_person(mention: ActorMention) -> bool:
    """Return whether a doer or victim is a private person: named, and in no registry."""
    return mention.actor_id is None and looks_like_a_person(mention.name)


def is_sensitive_place(name: str, text: str | None = None) -> bool:
    """Return whether a place is a hospital, clinic, shelter or camp of the displaced."""
    return any(_SENSITIVE.search(_ARMED_CAMP.sub(" ", words)) for words in (name, text or ""))


def _name_strings(name: str, text: str | None) -> tuple[set[str], set[str]]:
    """Return the ways a person's name may recur: those that name the person anywhere, and those that do so only here.

    A single word ("Brown", a first name, the last name alone) is somebody
    else's elsewhere. Pronouns and descriptions that stand for the person
    name nobody.
    """
    full = {name.strip()}
    words_of_name = {w.casefold() for w in _LETTERS.findall(name) if len(w) > 2}
    if text and looks_like_a_person(text, single=True) and words_of_name & {w.casefold() for w in _LETTERS.findall(text)}:
        full.add(text.strip())
    capitalised = [t for t in _WORD.findall(name) if t.lower() not in _TITLES and t.lower() not in _PARTICLES]
    # Three letters and fewer ("Ali") would take out parts of other people's and places' names.
    last = {capitalised[-1]} if capitalised and len(capitalised[-1]) >= 4 else set()
    anywhere = {s for s in full if len(_WORD.findall(s)) > 1}
    return anywhere, {s for s in (full | last) - anywhere if s}


def _capitalised(word: str) -> bool:
    """Return whether a word is written as a name: "Rahma", "al-Hol", or any word in a script without capitals."""
    firsts = [part[:1] for part in re.split("[-'’]", word)]
    return any(f.isupper() or (f.isalpha() and f.upper() == f.lower()) for f in firsts) and word.lower() not in _DESCRIBING


def place_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words that places' names are made of, and what is made of them: "syria", "syrian"."""
    words: set[str] = set()
    for name in names:
        for part in _WORD.findall(name.casefold()):
            stem = part[:-1] if len(part) > 4 and part[-1] in "aeiouy" else part
            words.add(part)
            if len(stem) > 3:
                words.update(stem + ending for ending in _PEOPLE_OF)
    return frozenset(words)


def _bare(word: str) -> str:
    return re.sub("['’]s?$", "", word.casefold())


def site_strings(words: str, town: frozenset[str] = frozenset(), wider: frozenset[str] = frozenset()) -> set[str]:
    """Return the words that name a sensitive site itself: "the Rahma hospital" of "the Rahma hospital in Idlib".

    ``town`` and ``wider`` are the words of towns' names and of those of what is larger, which may
    stand beside. "The hospital of Hajin" names no site but a town, and nothing of it is returned;
    "al-Hol camp" is the camp's own name though a town bears the first part of it.
    A name that is neither ("the shelter in Rose Street") is more exact than a town and goes with the site.
    """
    masked = _ARMED_CAMP.sub(lambda m: " " * len(m.group()), words)
    tokens = list(_WORD.finditer(words))
    sites = [m.span() for m in _SENSITIVE.finditer(masked)]
    if not sites:
        return set()

    def is_site(token: re.Match[str]) -> bool:
        return any(start <= token.start() < end for start, end in sites)

    naming: set[int] = set()
    for n, token in enumerate(tokens):
        if is_site(token) or not _capitalised(token.group()):
            continue
        word = _bare(token.group())
        if word in _countries() or word in wider:
            continue
        if word not in town or _beside_site(tokens, n, is_site):
            naming.add(n)
    if not naming:
        return set()
    kept = sorted(naming | {n for n, token in enumerate(tokens) if is_site(token)})
    first, last = kept[0], kept[-1]
    while first and tokens[first - 1].group().lower() in _PARTICLES - {"of"} and words[tokens[first - 1].end() :][:1] in " -":
        first -= 1
    return {words[tokens[n].start() : tokens[last].end()].strip() for n in {first, _without_article(tokens, first)}}


def _without_article(tokens: list[re.Match[str]], first: int) -> int:
    return first + 1 if tokens[first].group().lower() == "the" and first + 1 < len(tokens) else first


def _beside_site(tokens: list[re.Match[str]], n: int, is_site: Callable[[re.Match[str]], bool]) -> bool:
    """Return whether a name belongs to the word for the site: "Hajin general hospital", "Camp Hajin", not "hospital in Hajin"."""
    for step in (1, -1):
        k = n + step
        while 0 <= k < len(tokens) and not is_site(tokens[k]):
            word = tokens[k].group()
            joins = word.lower() in _DESCRIBING or word.lower() in _PARTICLES or _capitalised(word)
            if word.lower() in _APART or not joins or word.endswith(("'s", "’s")):
                break
            k += step
        if 0 <= k < len(tokens) and is_site(tokens[k]) and not tokens[n].group().endswith(("'s", "’s")):
            return True
    return False


Point = tuple[float, float]


def _point(place: ClaimPlace | IncidentPlace | ControlAssessment) -> Point | None:
    return None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude)


def is_exact_site(place: ClaimPlace) -> bool:
    """Return whether a sensitive place is known as such, not by the town that it lies in."""
    return place.feature == _SITE or is_sensitive_place(place.name)


Index = dict[str, tuple[tuple[str, str], ...]]


def _index(strings: dict[str, str]) -> Index:
    """Return strings with their replacements by first word, the longest first.

    One regular expression of all names took minutes on a ledger with
    thousands of them; a look-up at each word takes a second.
    """
    by_word: dict[str, list[tuple[str, str]]] = {}
    for string, replacement in strings.items():
        words = _LETTERS.findall(string)
        if words:
            by_word.setdefault(words[0].casefold(), []).append((string[string.index(words[0]) :], replacement))
    return {word: tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair))) for word, found in by_word.items()}


def _same(found: str, string: str) -> bool:
    """Return whether words found are a withheld string; a single word must have its capitals ("Brown", not "brown")."""
    if " " in string:
        return found.casefold() == string.casefold()
    return found in (string, string.upper())


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Takes withheld strings out of a text: full names and places anywhere, single names only in their own reports.

    ``people`` are the private persons' names as claims hold them, ``points`` the
    coordinates of sensitive sites, ``towns`` names that are nobody's to withhold.
    """

    everywhere: Index
    here: Index
    people: frozenset[str] = frozenset()
    points: frozenset[Point] = frozenset()
    towns: frozenset[str] = frozenset()

    def clean(self, text: str) -> str:
        if not self.everywhere and not self.here:
            return text
        pieces: list[str] = []
        done = 0
        for word in _LETTERS.finditer(text):
            if word.start() < done:
                continue
            key = word.group().casefold()
            for string, replacement in (*self.everywhere.get(key, ()), *self.here.get(key, ())):
                end = word.start() + len(string)
                if _same(text[word.start() : end], string) and not text[end : end + 1].isalnum():
                    pieces += [text[done : word.start()], replacement]
                    done = end
                    break
        return "".join([*pieces, text[done:]])

    def clean_or_none(self, text: str | None) -> str | None:
        return None if text is None else self.clean(text)

    def place_name(self, name: str) -> str:
        """Return a place's name without withheld words; a town's stays, whoever else bears it."""
        return name if name.casefold() in self.towns else self.clean(name)

    def is_site(self, name: str, point: Point | None) -> bool:
        """Return whether a place by this name, or at this point, is a site whose place is withheld."""
        if point in self.points:
            return True
        if name.casefold() in self.towns:
            return False
        # A plain "a camp beside the village" that nobody could place gives nothing away.
        sensitive = is_sensitive_place(name) and (point is not None or _names_something(name))
        return sensitive or PLACE_WITHHELD in self.clean(name)


def _public_words(claims: Iterable[Claim]) -> Callable[[str], bool]:
    """Return a test for names that stand in the words of somebody who speaks or acts in public.

    "SDF spokesman Mustafa Bali" speaks for a party, so a claim that names
    Mustafa Bali as doer names no private person.
    """
    public: set[str] = set()
    for claim in claims:
        for voice in claim.origin:
            if voice.actor_id is not None or voice.kind not in (ActorKind.WITNESS, ActorKind.OTHER, ActorKind.OFFICIAL_ANONYMOUS):
                public.update((voice.name.casefold(), (voice.text or "").casefold()))
        for mention in (*claim.actor, *claim.target):
            if mention.actor_id is not None:
                public.update((mention.name.casefold(), (mention.text or "").casefold()))
    everything = "\n".join(sorted(public))
    # Looking each name up once keeps a large ledger's thousands of names to a second or two.
    return lru_cache(maxsize=None)(lambda name: name.casefold() in everything)


def _names_something(words: str) -> bool:
    return any(_capitalised(w) and not _SENSITIVE.fullmatch(w) for w in _WORD.findall(words))


def _named_by_site(name: str, own: Iterable[str]) -> bool:
    """Return whether a place's name is the site's own: Rahma of "the Rahma hospital in Hajin", and not Hajin."""
    words = set(_LETTERS.findall(name.casefold()))
    return _names_something(name) and any(words <= set(_LETTERS.findall(string.casefold())) for string in own)


def _single_name(words: str) -> set[str]:
    """Return the only name in the words for a site that was placed by it: al-Hol of "the camp at al-Hol"; none of several."""
    tokens = [t for t in _WORD.finditer(words) if _capitalised(t.group()) and not _SENSITIVE.fullmatch(t.group())]
    joined = all(not words[a.end() : b.start()].strip() for a, b in itertools.pairwise(tokens))
    return {t.group() for t in tokens} if joined else set()


class Withheld:
    """Every name and place that a public export of these records withholds."""

    def __init__(
        self, claims: Iterable[Claim], incidents: Iterable[Incident] = (), control: Iterable[ControlAssessment] = ()
    ) -> None:
        claims = tuple(claims)
        in_public = _public_words(claims)
        names: set[str] = set()
        places: set[str] = set()
        points: set[Point] = set()
        # Only a place that its own words name shows what a town is called; "the hospital" shows it by nothing.
        plain = [
            c.place for c in claims if c.place and c.place.feature in _TOWN_OR_WIDER and not is_sensitive_place(c.place.name)
        ]
        towns = {p.name.casefold() for p in plain} | {
            p.text.casefold() for p in plain if p.text and not is_sensitive_place(p.text) and p.basis is PlaceBasis.EXPLICIT
        }
        town_words = place_words(towns)
        wider = place_words({p.name for p in plain if p.feature in _WIDER_THAN_TOWN} | {p.admin1 for p in plain if p.admin1})
        here: dict[str, set[str]] = {}
        people: set[str] = set()

        def person(report_id: str, name: str, text: str | None) -> None:
            anywhere, only_here = _name_strings(name, text)
            people.add(name)
            names.update(anywhere)
            here.setdefault(report_id, set()).update(only_here)

        for claim in claims:
            for voice in claim.origin:
                if is_private_voice(voice):
                    person(claim.report_id, voice.name, voice.text)
            for mention in (*claim.actor, *claim.target):
                if mention.actor_id is None and is_sensitive_place(mention.name, mention.text):
                    for words in (mention.name, mention.text or ""):
                        places |= site_strings(words, town_words, wider)
                elif is_private_person(mention) and not in_public(mention.name):
                    person(claim.report_id, mention.name, mention.text)
            if (place := claim.place) is not None and is_sensitive_place(place.name, place.text):
                # Words that were resolved to a town by a name in them hold that town's name, however it is spelt.
                known = town_words | place_words([place.name]) if place.feature in _TOWN_OR_WIDER else town_words
                larger = wider | place_words([place.name]) if place.feature in _WIDER_THAN_TOWN else wider
                if place.feature == "city" and place.basis is PlaceBasis.EXPLICIT and place.text:
                    known |= place_words(_single_name(place.text))
                own = site_strings(place.text or "", known, larger) | site_strings(place.name, known, larger)
                places |= own
                if _named_by_site(place.name, own):
                    places.add(place.name.strip())
                if is_exact_site(place):
                    if place.feature == _SITE and _names_something(place.name):
                        places.add(place.name.strip())
                    if (point := _point(place)) is not None:
                        points.add(point)
        for place_name in (*(i.place.name for i in incidents if i.place), *(a.place_name for a in control)):
            places |= site_strings(place_name, town_words, wider)
        places = {p for p in places if p.casefold() not in towns and p.casefold() not in _countries()}
        self.towns = frozenset(towns)
        self.points = frozenset(points)
        self.people = frozenset(people)
        self._everywhere = _index(
            {name: NAME_WITHHELD for name in sorted(names)} | {place: PLACE_WITHHELD for place in sorted(places)}
        )
        self._here = here

    def cleaner(self, *report_ids: str) -> Cleaner:
        """Return what cleans the words of some reports."""
        here = sorted(set().union(*(self._here.get(report_id, set()) for report_id in report_ids)))
        return Cleaner(self._everywhere, _index({name: NAME_WITHHELD for name in here}), self.people, self.points, self.towns)


def coarse(degrees: float | None) -> float | None:
    """Return a coordinate rounded to 0.1 degree."""
    return None if degrees is None else round(degrees, COARSE_DEGREES) + 0.0


def _admin_name(admin1: str | None, country: str | None) -> str:
    return ", ".join(part for part in (admin1, country) if part) or "place withheld"


def _plain_place(words: str) -> str:
    found = _SENSITIVE.search(words)
    word = found.group(1).lower() if found else ""
    return next((plain for key, plain in _PLAIN.items() if key in word), "a protected place")


def _unreviewed(named: Named) -> Named:
    """Return a mention that a reviewer named without what stays at home: the reviewer, their remark, and what was read before."""
    if named.read_as is None:
        return named
    person = looks_like_a_person(named.read_as)
    text, span = (None, None) if person else (named.text, named.span)
    return replace(named, text=text, span=span, reason="decided by a reviewer", read_as=None, read_basis=None)


def _status_reason(incident: Incident) -> str:
    """Return why an incident has its status, without a reviewer's name and remark."""
    if incident.status_by_rule is None:
        return incident.status_reason
    return set_by_reviewer(incident.status, incident.status_by_rule)


def public_voice(voice: Voice, cleaner: Cleaner) -> Voice:
    voice = _unreviewed(voice)
    if is_private_voice(voice):
        name = "a witness" if voice.kind is ActorKind.WITNESS else "a person"
        return replace(voice, name=name, text=None, span=None, actor_id=None, reason="name withheld in public exports")
    # An id on an unnamed source would tie together people who asked not to be known.
    unnamed = voice.kind in (ActorKind.WITNESS, ActorKind.OFFICIAL_ANONYMOUS)
    return replace(
        voice,
        name=cleaner.clean(voice.name),
        text=cleaner.clean_or_none(voice.text),
        actor_id=None if unnamed else voice.actor_id,
        reason=cleaner.clean(voice.reason),
    )


def public_mention(mention: ActorMention, cleaner: Cleaner) -> ActorMention:
    mention = _unreviewed(mention)
    if mention.actor_id is None and any(cleaner.clean(w).count(PLACE_WITHHELD) for w in (mention.name, mention.text or "")):
        plain = _plain_place(f"{mention.name} {mention.text or ''}")
        return replace(mention, name=plain, text=cleaner.clean_or_none(mention.text), reason="place withheld in public exports")
    if mention.name in cleaner.people and mention.actor_id is None:
        return replace(mention, name="a person", text=None, span=None, reason="name withheld in public exports")
    return replace(
        mention,
        name=cleaner.clean(mention.name),
        text=cleaner.clean_or_none(mention.text),
        reason=cleaner.clean(mention.reason),
    )


def public_place(place: ClaimPlace, cleaner: Cleaner) -> ClaimPlace:
    """Return a place fit for the public: of a sensitive site at most the town, and coordinates to match."""
    site = cleaner.is_site(place.name, _point(place)) or (place.feature == _SITE and is_sensitive_place(place.name, place.text))
    if not site and not is_sensitive_place(place.name, place.text):
        name = cleaner.place_name(place.name)
        candidates = place.candidates if name == place.name else ()
        text, reason = cleaner.clean_or_none(place.text), cleaner.clean(place.reason)
        return replace(place, name=name, text=text, reason=reason, candidates=candidates)
    coarser = replace(
        place,
        latitude=coarse(place.latitude),
        longitude=coarse(place.longitude),
        precision=None if place.precision is None else max(place.precision, COARSE_PRECISION),
        geoname_id=None,
        candidates=(),
        reason="exact place withheld in public exports; coordinates rounded to 0.1 degree",
    )
    if site:
        return replace(coarser, name=_admin_name(place.admin1, place.country), text=None, span=None)
    return replace(coarser, name=cleaner.place_name(place.name), text=cleaner.clean_or_none(place.text))


def public_claim(claim: Claim, cleaner: Cleaner) -> Claim:
    """Return a claim fit for the public. Its spans still count in the report's text; withheld words are marked."""
    return replace(
        claim,
        quote=cleaner.clean(claim.quote),
        trigger=cleaner.clean(claim.trigger),
        actor=tuple(public_mention(m, cleaner) for m in claim.actor),
        target=tuple(public_mention(m, cleaner) for m in claim.target),
        place=None if claim.place is None else public_place(claim.place, cleaner),
        counts=tuple(replace(c, text=cleaner.clean(c.text), who=cleaner.clean_or_none(c.who)) for c in claim.counts),
        origin=tuple(public_voice(v, cleaner) for v in claim.origin),
        medium=cleaner.clean_or_none(claim.medium),
        hedge=cleaner.clean_or_none(claim.hedge),
        evidence=tuple((cleaner.clean(words), span) for words, span in claim.evidence),
    )


def _public_incident_place(place: IncidentPlace, cleaner: Cleaner, by_site: bool) -> IncidentPlace:
    site = cleaner.is_site(place.name, _point(place))
    name = _admin_name(place.admin1, place.country) if site else cleaner.place_name(place.name)
    if not site and not by_site:
        return replace(place, name=name, full_name=cleaner.clean_or_none(place.full_name))
    return replace(
        place,
        name=name,
        latitude=coarse(place.latitude),
        longitude=coarse(place.longitude),
        precision=None if place.precision is None else max(place.precision, COARSE_PRECISION),
        full_name=None,
    )


def public_address(url: str | None) -> str | None:
    """Return a report's address without what lets its bearer in: user and password, the values of keys and tokens.

    None for the path of a file, which is an address on one machine alone and tells whose.
    """
    if url is None or _FILE.match(url):
        return None
    return _PARAMETER.sub(
        lambda m: f"{m[1]}{m[2]}={ADDRESS_WITHHELD}" if _lets_in(unquote_plus(m[2])) else m[0], without_credentials(url)
    )


def _lets_in(key: str) -> bool:
    """Return whether a parameter of an address is a key or a token by its name: "token", "api_key", "X-Amz-Signature", "sessionId"."""
    words = [w.lower() for w in _KEY_WORD.findall(key)]
    return any(w in _LETTING_IN for w in (*words, "".join(words)))


def _placed_by_site(point: Point | None, claims: Iterable[Claim]) -> bool:
    """Return whether a point comes from a sensitive site's words alone, and from nobody who speaks of the town itself."""
    there = [c.place for c in claims if c.place is not None and point is not None and _point(c.place) == point]
    return bool(there) and all(is_sensitive_place(p.name, p.text) for p in there)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def public_incident(incident: Incident, cleaner: Cleaner, by_site: bool = False) -> Incident:
    """Return an incident fit for the public: names, titles and explanations without withheld words.

    ``by_site`` says that only a sensitive site's words place it: its coordinates are coarse then.
    """

    def party(name: str) -> str:
        if PLACE_WITHHELD in cleaner.clean(name):
            return _plain_place(name)
        return "a person" if name in cleaner.people else cleaner.clean(name)

    def origin(item: Origin) -> Origin:
        name = cleaner.clean(item.name)
        if name != item.name:
            name = "a witness" if item.kind == ActorKind.WITNESS else "a person"
        return replace(item, name=name, reason=cleaner.clean(item.reason))

    def figure(item: Figure) -> Figure:
        return replace(item, who=cleaner.clean_or_none(item.who), rule=cleaner.clean(item.rule))

    def contradiction(item: Contradiction) -> Contradiction:
        return replace(item, explanation=cleaner.clean(item.explanation))

    def link(item: Link) -> Link:
        return replace(item, signals=tuple((name, weight, cleaner.clean(reason)) for name, weight, reason in item.signals))

    return replace(
        incident,
        title=cleaner.clean(incident.title),
        place=None if incident.place is None else _public_incident_place(incident.place, cleaner, by_site),
        origins=tuple(origin(o) for o in incident.origins),
        figures=tuple(figure(f) for f in incident.figures),
        contradictions=tuple(contradiction(c) for c in incident.contradictions),
        actors=_unique(party(a) for a in incident.actors),
        targets=_unique(party(t) for t in incident.targets),
        status_reason=cleaner.clean(_status_reason(incident)),
        status_by_rule=cleaner.clean_or_none(incident.status_by_rule),
        links=tuple(link(item) for item in incident.links),
    )


def public_control(assessment: ControlAssessment, cleaner: Cleaner, by_site: bool = False) -> ControlAssessment:
    """Return an interval of control fit for the public; ``by_site`` as for an incident."""

    def party(name: str) -> str:
        return "a person" if name in cleaner.people else cleaner.clean(name)

    site = cleaner.is_site(assessment.place_name, _point(assessment))
    name = (assessment.country or "place withheld") if site else cleaner.place_name(assessment.place_name)
    assessment = replace(
        assessment,
        place_key=assessment.place_key if name == assessment.place_name else "withheld",
        place_name=name,
        holder=None if assessment.holder is None else party(assessment.holder),
        claimants=tuple(party(c) for c in assessment.claimants),
        reason=cleaner.clean(assessment.reason),
        word_of=tuple(party(w) for w in assessment.word_of),
    )
    if not site and not by_site:
        return assessment
    return replace(assessment, latitude=coarse(assessment.latitude), longitude=coarse(assessment.longitude))


def made_public(material: Material) -> Material:
    """Return the material as a public export shows it.

    Of reports only titles and addresses are exported, and cleaned; their texts stay as they are.
    """
    withheld = Withheld(material.claims, material.incidents, (*material.control, *material.claimed_control))
    claims = {c.id: c for c in material.claims}

    def by_site(place: IncidentPlace | ControlAssessment | None, claim_ids: Iterable[str]) -> bool:
        return place is not None and _placed_by_site(_point(place), (claims[i] for i in claim_ids if i in claims))

    def control(assessments: Iterable[ControlAssessment]) -> tuple[ControlAssessment, ...]:
        return tuple(
            public_control(
                a, withheld.cleaner(*(claims[i].report_id for i in a.claim_ids if i in claims)), by_site(a, a.claim_ids)
            )
            for a in assessments
        )

    return replace(
        material,
        reports=tuple(
            replace(r, title=withheld.cleaner(r.id).clean_or_none(r.title), url=public_address(r.url)) for r in material.reports
        ),
        claims=tuple(public_claim(c, withheld.cleaner(c.report_id)) for c in material.claims),
        incidents=tuple(
            public_incident(i, withheld.cleaner(*i.report_ids), by_site(i.place, i.claim_ids)) for i in material.incidents
        ),
        control=control(material.control),
        claimed_control=control(material.claimed_control),
    )
