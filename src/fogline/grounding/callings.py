"""What kind of voice somebody is by the noun that says what they are: a charity, a rights group, a teacher, a gang's leader."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from fogline.grounding import actor_words as lexicon
from fogline.grounding.grounding import ActorKind
from fogline.grounding.naming import Naming
from fogline.grounding.noun_phrase import NounPhrase
from fogline.grounding.word_lists import word_set

__all__ = ["kind_by_noun", "kind_of_the_kept", "kind_of_words", "kind_told", "speaks_of_care"]

_BODIES = word_set(
    """group groups organisation organisations organization organizations body bodies network networks agency agencies association associations
    union unions committee committees syndicate commission commissions centre center collective society foundation federation federations"""
)
_FOLLOWED = word_set("security conflict conflicts war violence ceasefire incident displacement")
_RIGHTS = word_set("monitoring monitor rights watchdog observatory")
# "The national human rights commission" was set up by a state and is no outside monitor of it.
_OF_A_STATE = word_set("state national government federal presidential official")
_RELIEF = lexicon.RELIEF - {"refugee", "refugees"}
_CARERS = lexicon.DOCTORS - {"hospital"}
_GANGS = word_set("gang gangs cartel cartels")
_ARMED = _GANGS | {"militia", "militias"}
_HEADS = word_set("leader leaders boss bosses chief chiefs member members spokesman spokeswoman spokesperson head heads")
_FIGHTING = lexicon.FIGHTERS | {"movement", "movements", "forces"}
# Before a name they say that somebody heals or preaches.
_HONOURED = word_set("dr doctor father pastor rev reverend imam")
# Whoever has a say among neighbours or kin holds no office of a state.
_ELDERS = word_set(
    "elder elders headman headmen clergyman clergymen pastor pastors priest priests nun nuns monk monks imam imams rabbi rabbis"
)
_LEADERS = word_set("leader leaders chief chiefs ruler rulers figure figures dignitary dignitaries head heads")
_OF_NEIGHBOURS = word_set("tribal tribe community village traditional religious clan neighbourhood neighborhood")
_WITNESSING = lexicon.WITNESS_TRADES - {"local"} | lexicon.WITNESSES | lexicon.ACTIVISTS | lexicon.RESIDENTS | lexicon.DOCTORS
_KIN_AND_TRADES = word_set(
    """relative relatives survivor survivors headmaster headmistress headteacher cousin uncle aunt brother sister son daughter widow widower
    nephew niece grandson granddaughter schoolteacher schoolgirl schoolboy pupil midwife seamstress electrician plumber seller vendor
    cleaner butcher cook waiter welder mason builder miner fisherman herder herdsman shepherd peasant grocer greengrocer hairdresser weaver
    potter blacksmith tailor porter cobbler clerk bookkeeper librarian passenger pensioner orphan pilgrim beekeeper
    rescuer firefighter fireman villager townsman hotelier innkeeper agronomist vet veterinarian deacon sacristan mukhtar storekeeper railwayman
    plasterer bricklayer locksmith goldsmith beautician
    filmmaker caretaker schoolmaster schoolmistress dentist anaesthetist anesthetist matron gravedigger landlady landlord notable boatman ferryman
    cellmate hostage captive inmate traveller traveler postman watchman deserter surveyor catechist muezzin kin toddler housekeeper dressmaker
    orderly typist stallholder woodcutter charcoal-burner muleteer trucker steward stewardess musician singer"""
)
# Who owns these lives by them.
_OWNERS = word_set("owner owners")
_OWNED = word_set(
    "shop truck lorry taxi bus boat house home farm hotel restaurant bakery store cafe café pharmacy garage stall land mill orchard"
)
_GUARDED = word_set("warehouse night shop factory school museum depot hotel car hospital")
# Scholars, and the houses from which they speak.
_SCHOLARS = word_set(
    "economist sociologist anthropologist ethnologist ethnographer demographer criminologist geographer orientalist think-tank consultancy"
)
_SCIENCES = word_set("political social")
_HOUSES = _BODIES | word_set("institute institutes")
# Of whom no more is told than that they are people: as voices they tell what they lived through.
_PEOPLE = word_set("man men woman women girl girls boy boys")
_ARMED_BEFORE = lexicon.SEEN_AS | {"gun"}
_DIPLOMATS = word_set("diplomat diplomats attache attaches attaché attachés")
_ENVOYS = word_set("envoy envoys ambassador ambassadors")
_ABROAD = word_set("western foreign european regional allied arab")
_OFFICERS = word_set("officer officers official officials source sources service services agency agencies agent agents")
# What stands behind a noun and is none: "an activist there", "the women interviewed".
_BEHIND_A_NOUN = word_set("there here interviewed contacted questioned reached asked themselves himself herself")
_STAFF = word_set("staff worker workers employee employees")
# A rescue team tells what it saw.
_CREWS = word_set("team teams crew crews squad squads service services unit units group groups")
_OF_RESCUE = word_set("rescue ambulance medical")
_OF_CARE = word_set("medical hospital morgue mortuary ambulance clinic paramedical tribal")


def kind_by_noun(head: str, modifiers: Collection[str]) -> ActorKind | None:
    """Return the kind of voice that a noun and the words before it tell of, None if they tell of none."""
    before = frozenset(modifiers)
    if head in _GANGS or (head in _HEADS and before & _ARMED) or (head in _FIGHTING and "resistance" in before):
        return ActorKind.PARTY
    watches = head in _BODIES and before & _RIGHTS and not (head.startswith("commission") and before & _OF_A_STATE)
    if watches or head in lexicon.MONITORS - {"monitoring"} or (head == "tracker" and before & _FOLLOWED):
        return ActorKind.MONITOR
    if (
        head in ("charity", "charities", "ngo", "ngos")
        or (head in _BODIES | {"partners", "institution", "institutions"} and before & _RELIEF)
        or (head in ("crescent", "cross") and "red" in before)
    ):
        return ActorKind.AID
    single = head.removesuffix("s")
    learned = single in _SCHOLARS or head == "consultancies" or (single == "scientist" and before & _SCIENCES)
    if learned or (head in _HOUSES and "research" in before):
        return ActorKind.EXPERT
    return ActorKind.WITNESS if _sees_for_themself(head, before) else None


def _sees_for_themself(head: str, before: frozenset[str]) -> bool:
    """Tell whether a noun says that somebody speaks of what they live through: a trade, kin, elders, a doctors' group."""
    single = head.removesuffix("s")
    if head in _WITNESSING or single in _WITNESSING or head in _ELDERS | _KIN_AND_TRADES or single in _KIN_AND_TRADES:
        return head != "hospital"
    if (head in _STAFF or single == "technician") and before & _OF_CARE:
        return True
    if head in _LEADERS and before & _OF_NEIGHBOURS:
        return True
    if (
        (head in _OWNERS and before & _OWNED)
        or (single == "guard" and before & _GUARDED)
        or (single == "digger" and "grave" in before)
    ):
        return True
    if "local" in before and head.removesuffix("s") in ("chief", "journalist", "reporter"):
        return True
    if head == "old" and {"year"} <= before:
        return True  # "a 16-year-old"
    return (head in _BODIES and bool(before & _CARERS)) or (head in _CREWS and bool(before & _OF_RESCUE))


def speaks_of_care(modifiers: Collection[str]) -> bool:
    """Tell whether the words before "sources" or "officials" say that they see the wounded or the dead, or are of a tribe: no state's."""
    return not _OF_CARE.isdisjoint(modifiers)


def kind_told(naming: Naming, name_from: int) -> ActorKind | None:
    """Return the kind of voice that the nouns before and behind a name tell of: "the rights group X", "X, a charity", "Dr X"."""
    phrase = naming.phrase
    before = [w.key for w in phrase.words[phrase.start : name_from]]
    if before and (kind := kind_by_noun(before[-1], before[:-1])) is not None:
        return kind
    own = [w.key for w in phrase.words[name_from : phrase.head + 1]]
    if len(own) > 1 and (kind := kind_by_noun(own[-1], own[:-1])) in (ActorKind.AID, ActorKind.MONITOR):
        return kind  # "Hope charity", "the Red Crescent"
    told = (kind_by_noun(inner.head_key, inner.modifiers) for inner in _in_apposition(naming))
    kind = next((k for k in told if k is not None), None)
    titled = own[0] in _HONOURED or (before and before[-1] in _HONOURED)
    return ActorKind.WITNESS if kind is None and titled and not naming.context.all_caps else kind


def _in_apposition(naming: Naming) -> Iterator[NounPhrase]:
    """Yield the phrases behind the commas that follow a name: "X, 34, a farmer"."""
    here: Naming | None = naming
    for _ in range(3):
        if here is None or here.phrase.link != ",":
            return
        here = here.starting_at(here.phrase.end)
        if here is not None:
            yield here.phrase


def kind_of_the_kept(naming: Naming) -> ActorKind:
    """Return the kind of voice whose words are kept since nothing better is known: "a tribal leader", "the head of a charity"."""
    phrase = naming.phrase
    titled = phrase.words[phrase.start].key in _HONOURED and phrase.words[phrase.head].capital
    if titled and phrase.head > phrase.start and not naming.context.all_caps:
        return ActorKind.WITNESS
    kind = kind_by_noun(phrase.head_key, phrase.modifiers)
    if kind is None and phrase.head_key in lexicon.POSTS and phrase.link in ("of", "for", "at", "from"):
        inner = naming.starting_at(phrase.end + 1)
        kind = kind_by_noun(inner.phrase.head_key, inner.phrase.modifiers) if inner is not None else None
    if kind is None and phrase.head_key in _BODIES and phrase.link == "of":
        inner = naming.starting_at(phrase.end + 1)  # "a committee of doctors", "a collective of victims' families"
        of = kind_by_noun(inner.phrase.head_key, inner.phrase.modifiers) if inner is not None else None
        kind = of if of is ActorKind.WITNESS else None
    return kind or ActorKind.OTHER


def kind_of_words(keys: Sequence[str]) -> ActorKind | None:
    """Return the kind of voice of people without a name by the words for them: "a woman", "an activist there", "Western attaches"."""
    row = list(keys)
    while len(row) > 1 and row[-1] in _BEHIND_A_NOUN:
        row.pop()
    if not row:
        return None
    head, before = row[-1], frozenset(row[:-1])
    if (kind := kind_by_noun(head, before)) is not None:
        return kind
    spies = head == "intelligence" or (head in _OFFICERS and "intelligence" in before)
    if head in _DIPLOMATS or ((spies or head in _ENVOYS) and before & _ABROAD):
        return ActorKind.OFFICIAL_ANONYMOUS
    return ActorKind.WITNESS if head in _PEOPLE and not before & _ARMED_BEFORE else None
