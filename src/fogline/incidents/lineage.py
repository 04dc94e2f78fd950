"""Where a line of reports begins: which claims rest on one witness, and which on two.

We would rather understate support than invent it. Fifteen outlets with one
monitor behind them are one origin; an agency named without its source, an
outlet that does not say how it knows, and unnamed people are origins only
where nobody better is known, and then they are one together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from fogline.claims.claim import Claim, Voice
from fogline.grounding.grounding import ActorKind
from fogline.grounding.word_lists import word_set
from fogline.incidents.accounts import claim_order
from fogline.incidents.affiliation import HOME, is_agency, is_known_side, is_state_code, key_of, lineage_of, related, spoken_for
from fogline.incidents.forms import is_physical
from fogline.incidents.incident import Origin
from fogline.incidents.owners import owner_of
from fogline.incidents.words import folded
from fogline.intake.report import Report

RETRACTED = "retracted"  # flag of a claim whose report was withdrawn or corrected


class Standing(StrEnum):
    """How a line of reports counts."""

    NAMED = "named"  # a monitor, body, state, party or medium that answers for it by name
    UNNAMED = "unnamed"  # witnesses, residents, officials without a name
    UNSOURCED = "unsourced"  # the outlet or an agency tells it without saying whence


@dataclass(frozen=True)
class Source:
    """What one claim rests on: a name, how it counts, and the reason."""

    name: str
    kind: ActorKind
    standing: Standing
    reason: str

    @property
    def interested(self) -> bool:
        return self.kind is ActorKind.PARTY

    @property
    def key(self) -> str:
        return key_of(self.name)


@dataclass
class _Line:
    """An origin while it is being gathered."""

    source: Source
    claim_ids: list[str] = field(default_factory=list)


_UNNAMED_KINDS = frozenset({ActorKind.WITNESS, ActorKind.OFFICIAL_ANONYMOUS, ActorKind.EXPERT, ActorKind.OTHER})
_BODY_WORDS = word_set(
    """association center centre church commission committee council coordination foundation group institute agency media
    ministry network news observatory organisation organization project relief society union university watch helmets
    lawyers doctors defenders rooms volunteers forum platform coalition campaign team tracker mission office bureau board
    desk service authority department initiative federation league alliance collective monitor syndicate archive hospital"""
)
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "al", "el", "de", "du", "la", "le"})
# Somebody of an agency who saw it is a witness of the agency's own.
_SAW_ITSELF = frozenset(
    [
        "photographer",
        "photographers",
        "correspondent",
        "correspondents",
        "cameraman",
        "reporter",
        "reporters",
        "journalist",
        "journalists",
        "stringer",
        "crew",
    ]
)


def sources_of(claim: Claim, report: Report | None, voice_of: Mapping[str, str] | None = None) -> tuple[Source, ...]:
    """Return what a claim rests on: one source, or several where speakers say it together.

    Along a chain the first voice that is no mere relay counts: of "the
    agency, citing the monitor, citing activists" it is the monitor, who
    weighs what activists tell it and answers for it.
    """
    chains: list[list[Voice]] = []
    for voice in _speaking(claim, report):
        if voice.joint or not chains:
            chains.append([voice])
        else:
            chains[-1].append(voice)
    if chains:
        found = [_source_of_chain(claim, chain, voice_of) for chain in chains]
        return tuple({s.key: s for s in reversed(found)}.values())[::-1]
    return (_outlet_source(claim, report, voice_of),)


def _speaking(claim: Claim, report: Report | None) -> tuple[Voice, ...]:
    """Return a claim's voices as its words have them: a home is no speaker, and two names of one body are one.

    "The Britain-based group" is no word of Britain. In "the UN children's
    agency UNICEF" the second name stands right behind the first, with no
    "and" between.
    """
    text = report.text if report is not None else ""
    out: list[Voice] = []
    for spoken in claim.origin:
        voice = _meant(spoken, text)
        if voice is None or _is_nobody(voice) or (len(claim.origin) > 1 and _was_told(voice, text)):
            continue
        before = out[-1] if out else None
        if before is not None and _right_behind(before, voice, text):
            # The second is the name; the first only says what it is.
            out[-1] = replace(voice, joint=before.joint)
            continue
        out.append(voice)
    return tuple(out)


def _right_behind(before: Voice, voice: Voice, text: str) -> bool:
    """Tell whether a voice's words stand right behind another's; two told of by the same words stand beside each other."""
    if before.span is None or voice.span is None or not text or before.span.end > voice.span.start:
        return False
    return not text[before.span.end : voice.span.start].strip()


# "Reports said", "the claim says": what is cited there is a text, not who wrote it. "The reporter" is the outlet's own.
_NOBODY = re.compile(
    r"(?:(?:an?|the|its|our|their|this|other|some|several|many|local|initial|early|preliminary|unconfirmed|previous|media|news|press)\s+)*"
    r"(?:reports?|tolls?|death tolls?|claims?|information|accounts?|statements?|updates?|figures?|counts?|videos?|footage|images?|photos?|tweets?|posts?|flags?|blasts?|attacks?|no group|no one|nobody)"
    r"|(?:the|its|our|their) (?:reporters?|correspondents?|photographers?|journalists?)",
    re.IGNORECASE,
)


def _is_nobody(voice: Voice) -> bool:
    """Return whether a voice's words name a text or a thing, or the outlet's own reporter, and no registry knows whom they mean."""
    if voice.actor_id is not None or voice.kind not in (ActorKind.OTHER, ActorKind.MEDIA, ActorKind.WITNESS):
        return False
    return not any(w[:1].isupper() for w in voice.name.split()[1:]) and _NOBODY.fullmatch(voice.text or voice.name) is not None


_TOLD_TO = re.compile(r"\b(?:told|to|informed)\s+(?:(?:an?|the|its|their)\s+)?$")


def _was_told(voice: Voice, text: str) -> bool:
    """Return whether a medium is the one whom a speaker told: "police confirmed the toll to an agency's correspondent"."""
    if voice.kind is not ActorKind.MEDIA or voice.span is None:
        return False
    return _TOLD_TO.search(text[max(0, voice.span.start - 20) : voice.span.start]) is not None


_BASED = re.compile(r"\b(?:[Tt]he )?([A-Z]\w*)[- ][Bb]ased\b\s*")
# An adjective of a country as the whole of a voice, and those whom it may describe without their being that state.
_OF_A_COUNTRY = re.compile(r"[A-Z]\w+(?:an|ish|ese|i|ch)")
_ITS_PEOPLE = re.compile(
    r"\s+(?:[a-z-]+ ){0,2}(?P<who>opposition|rebels?|activists?|dissidents?|residents?|refugees?|doctors?|medics?|journalists?|opponents?)\b"
)
_ITS_OPPONENTS = re.compile(r"\b(?P<who>activists?|dissidents?|opposition|rebels?|exiles?)\b")
_SEEN_BY = {"activist": "activists", "resident": "residents", "refugee": "refugees", "doctor": "doctors", "medic": "medics", "journalist": "journalists"}  # fmt: skip


def _meant(voice: Voice, text: str) -> Voice | None:
    """Return whom a voice's words mean where a country was read into them, or None if nobody: the country only says where they sit.

    "The Britain-based group" is no word of Britain, and "the London-based
    Observatory" is the Observatory's. "Syrian opposition activists" are no
    word of Syria, whether or not the reader took the noun for part of the name.
    """
    if voice.kind not in (ActorKind.PARTY, ActorKind.GOVERNMENT) or voice.span is None:
        return voice
    words, following = voice.text or "", text[voice.span.end : voice.span.end + 40]
    if following.startswith("-based"):
        return None
    if _BASED.search(words) is not None:
        named = _BASED.sub("", words).strip()
        body = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", named)
        return replace(voice, name=body, kind=ActorKind.OTHER, actor_id=None) if _NAMED_BODY.search(body) else None
    if not is_state_code(voice.actor_id):
        return voice
    adjective = _OF_A_COUNTRY.fullmatch(words) is not None and folded(words)[:4] == folded(voice.name)[:4]
    found = _ITS_PEOPLE.match(following) if adjective else _ITS_OPPONENTS.search(words)
    if found is None:
        return voice
    who = _SEEN_BY.get(found["who"].removesuffix("s"))
    return None if who is None else replace(voice, name=who, kind=ActorKind.WITNESS, actor_id=None)


_NAMED_BODY = re.compile(r"^[A-Z].* [A-Z]")


def _source_of_chain(claim: Claim, chain: Sequence[Voice], voice_of: Mapping[str, str] | None) -> Source:
    chain = [
        replace(v, kind=ActorKind.MEDIA) if v.kind is ActorKind.OTHER and _STATE_MEDIA.search(v.text or "") else v for v in chain
    ]
    relayed = [v for v in chain if v.kind is ActorKind.MEDIA]
    speaker = next((v for v in chain if v.kind is not ActorKind.MEDIA), None)
    by = f", relayed by {', '.join(v.name for v in relayed)}" if relayed else ""
    if speaker is not None:
        helpers = speaker.kind is ActorKind.AID and speaker.actor_id is None and not _is_proper(speaker.name.split())
        if (speaker.kind in _UNNAMED_KINDS or helpers) and not _is_named_body(speaker):
            named = (
                speaker.kind is not ActorKind.OFFICIAL_ANONYMOUS
                and _is_proper(speaker.name.split())
                and not speaker.name.islower()
            )
            how = "who speaks for no body that is known" if named else "not named"
            return Source(speaker.name, speaker.kind, Standing.UNNAMED, f"{speaker.name}, {how}{by}")
        if (
            speaker.kind is ActorKind.PARTY
            and speaker.actor_id is None
            and not is_known_side(speaker.name)
            and speaker.name.islower()
        ):
            return Source(speaker.name, speaker.kind, Standing.UNNAMED, f"{speaker.name}, of no side that is named{by}")
        cited = [v.name for v in chain[chain.index(speaker) + 1 :]]
        citing = f", citing {', '.join(cited)}" if cited else ""
        return Source(speaker.name, speaker.kind, Standing.NAMED, f"the word of {speaker.name}{citing}{by}")
    medium = chain[-1]
    party = _spoken_for(medium.name, voice_of) or _state_behind(medium, claim)
    if party is not None:
        return _party_medium(claim, medium.name, party)
    saw = medium.text is not None and any(w in _SAW_ITSELF for w in medium.text.casefold().replace("'s", "").split())
    if medium.actor_id is None and not saw and not _is_proper(medium.name.split()):
        return Source(medium.name, ActorKind.MEDIA, Standing.UNSOURCED, f"{medium.name}, none of them named")
    if is_agency(medium.name) and not saw:
        return Source(medium.name, ActorKind.MEDIA, Standing.UNSOURCED, f"{medium.name} is cited without its source")
    return Source(medium.name, ActorKind.MEDIA, Standing.NAMED, f"{medium.name} {'was there' if saw else 'is cited for it'}")


_STATE_MEDIA = re.compile(
    r"\b(?:state|government|official)(?:[- ](?:run|owned|controlled|backed))? (?:TV|television|radio|media|broadcaster|news agency|newspaper)\b",
    re.IGNORECASE,
)


def _state_behind(medium: Voice, claim: Claim) -> str | None:
    """Return the state whose "state television" speaks: the one its words name, else that of the claim's place."""
    words = medium.text or medium.name
    if _STATE_MEDIA.search(words) is None:
        return None
    states = {n: code for n, code in HOME.items() if n != "Houthis"}
    named = [w for w in re.findall(r"[A-Z]\w+", words) if not w.isupper() and w not in ("The", "State", "Government", "Official")]
    if named:
        return next((n for n in states if any(folded(n)[:4] == folded(w)[:4] for w in named)), None)
    country = claim.place.country if claim.place is not None else None
    return next((n for n, code in states.items() if code == country), None)


def _outlet_source(claim: Claim, report: Report | None, voice_of: Mapping[str, str] | None) -> Source:
    outlet = claim.outlet or (report.outlet if report is not None else None)
    if report is not None and report.credits:
        agency = report.credits[0].agency
        party = _spoken_for(agency, voice_of)
        if party is not None:
            return _party_medium(claim, agency, party)
        return Source(agency, ActorKind.MEDIA, Standing.UNSOURCED, f"told in the words of {agency} without a source")
    if outlet is None:
        return Source("unknown outlet", ActorKind.OTHER, Standing.UNSOURCED, "neither a source nor an outlet is known")
    party = _spoken_for(outlet, voice_of)
    if party is not None:
        own = _party_medium(claim, outlet, party)
        # Narration of the party's outlet; ``origins`` decides whether it rests on sources it names.
        return Source(own.name, own.kind, Standing.UNSOURCED, own.reason)
    return Source(outlet, ActorKind.MEDIA, Standing.UNSOURCED, f"{outlet} tells it without a source")


def _party_medium(claim: Claim, medium: str, party: str) -> Source:
    """Return whose word a party's medium carries: its party's on what the party does or suffers, nobody's on what others do."""
    involved = any(related(a.name, party) for a in (*claim.actor, *claim.target))
    if involved or (claim.place is not None and claim.place.country is not None and HOME.get(party) == claim.place.country):
        return Source(party, ActorKind.PARTY, Standing.NAMED, f"{medium} speaks for {party}")
    return Source(medium, ActorKind.MEDIA, Standing.UNSOURCED, f"{medium} tells of others' doing without a source")


def _spoken_for(name: str, voice_of: Mapping[str, str] | None) -> str | None:
    return spoken_for(name) if voice_of is None else spoken_for(name, voice_of)


def _is_named_body(voice: Voice) -> bool:
    """Return whether a voice is a body by its proper name: "Syria Relief Network", not "another activist group"."""
    words = voice.name.split()
    if voice.actor_id is not None and voice.kind is ActorKind.OTHER:
        return True
    return len(words) > 1 and _is_proper(words) and any(w.casefold() in _BODY_WORDS for w in words)


def _is_proper(words: Sequence[str]) -> bool:
    return not any(w.islower() and w not in _SMALL_WORDS for w in words)


def origins(
    claims: Sequence[Claim], reports: Mapping[str, Report], copy_groups: Mapping[str, int] | None = None
) -> tuple[Origin, ...]:
    """Return the independent origins behind an incident's claims, named ones first.

    ``copy_groups`` maps report ids to the group of copies they belong to; the
    reason tells how many reports are one text. A retracted claim supports
    nothing.
    """
    standing = _knowing([c for c in sorted(claims, key=claim_order) if RETRACTED not in c.flags])
    found: list[tuple[Claim, Source]] = [(c, s) for c in standing for s in sources_of(c, reports.get(c.report_id))]
    named: dict[str, _Line] = {}
    sourced_reports: set[str] = set()
    for claim, source in found:
        if source.standing is not Standing.UNSOURCED:
            sourced_reports.add(claim.report_id)
        if source.standing is Standing.NAMED:
            named.setdefault(_body(source), _Line(source)).claim_ids.append(claim.id)
    named = _outright(named, standing)
    unsourced: list[tuple[Claim, Source]] = []
    for claim, source in found:
        if source.standing is not Standing.UNSOURCED:
            continue
        # What a party's medium tells on its own account is that party's word;
        # where the report names its sources, the rest of it rests on them.
        if source.interested and claim.report_id not in sourced_reports:
            named.setdefault(_body(source), _Line(source)).claim_ids.append(claim.id)
        else:
            unsourced.append((claim, source))
    unnamed = [(c, s) for c, s in found if s.standing is Standing.UNNAMED]
    out = [_named_origin(line, reports, copy_groups) for _, line in sorted(named.items(), key=lambda item: item[0])]
    if out:
        # Somebody without a role that says how he knows may be the speaker of one who is named already.
        # "Doctors said", beside the word of a doctors' network, may be its own.
        told = {w for line in named.values() for w in key_of(line.source.name).split()}
        unnamed = [(c, s) for c, s in unnamed if s.kind is ActorKind.WITNESS and key_of(s.name).split()[-1] not in told]
    if unnamed:
        out.append(_joined(unnamed, "people without a name cannot be told apart, so they count once"))
    elif not out and unsourced:
        out.append(_joined(unsourced, "nobody says whence it is known, so all who tell it count once"))
    return tuple(out)


_PRONOUNS = frozenset({"it", "he", "she", "they"})


def _outright(named: dict[str, _Line], claims: Sequence[Claim]) -> dict[str, _Line]:
    """Leave out bodies that speak only as "it" or "he" where others speak by name: whom a pronoun means is a guess."""
    by_id = {c.id: c for c in claims}

    def by_name(line: _Line) -> bool:
        return any(
            not c.origin or any((v.text or v.name).casefold() not in _PRONOUNS for v in c.origin)
            for i in line.claim_ids
            if (c := by_id.get(i))
        )

    outright = {body: line for body, line in named.items() if by_name(line)}
    return outright or named


def _knowing(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims that tell the happening: of violence those of what was done and its toll, not of who holds the town or what should follow."""
    telling = [c for c in claims if is_physical(c.type) or c.type == "casualty-toll"]
    return telling if any(is_physical(c.type) for c in telling) else list(claims)


def _body(source: Source) -> str:
    """Return the body that answers for a source: a force and its command are one origin, and so are two outlets of one owner."""
    if source.interested:
        return lineage_of(source.name)[-1]
    owner = owner_of(source.name) if source.kind is ActorKind.MEDIA else None
    return source.key if owner is None else f"owner of {key_of(owner)}"


def _named_origin(line: _Line, reports: Mapping[str, Report], copy_groups: Mapping[str, int] | None) -> Origin:
    source = line.source
    ids = tuple(dict.fromkeys(line.claim_ids))
    times = "" if len(ids) == 1 else f"; {len(ids)} claims rest on it and count once"
    return Origin(source.name, str(source.kind), ids, source.interested, source.reason + times)


def _joined(found: Sequence[tuple[Claim, Source]], reason: str) -> Origin:
    names = list(dict.fromkeys(s.name for _, s in found))
    kinds = list(dict.fromkeys(s.kind for _, s in found))
    ids = tuple(dict.fromkeys(c.id for c, _ in found))
    interested = all(s.interested for _, s in found)
    told = f"{', '.join(names[:5])}{' and others' if len(names) > 5 else ''}: {reason}" if len(names) > 1 else found[0][1].reason
    return Origin(names[0], str(kinds[0]), ids, interested, told)


def origin_keys(claim: Claim, report: Report | None) -> frozenset[str]:
    """Return comparable names of what a claim rests on, for asking whether two claims have different origins."""
    return frozenset(s.key for s in sources_of(claim, report))


def against_interest(claim: Claim, report: Report | None) -> str | None:
    """Return why a party's claim speaks against itself, None if it does not or no party speaks.

    A side that owns to a loss, a retreat or harm that it did itself has no
    reason to invent it. A group that claims a bombing as its feat is not
    owning to anything. Nor is a party held to words that are its own by a guess
    only: whom "officials" or "it" means.
    """
    guessed = {key_of(v.name) for v in claim.origin if v.basis == "coreference"}
    speakers = [s for s in sources_of(claim, report) if s.interested and s.key not in guessed]
    if not speakers:
        return None
    name = speakers[0].key
    actors = {key_of(a.name) for a in claim.actor}
    targets = {key_of(a.name) for a in claim.target}
    harmed = any(c.what in ("killed", "injured", "detained", "missing") and (c.low or c.high or 0) > 0 for c in claim.counts)
    # Whom a pronoun or "the fighters" means is a guess, and too little to hold somebody to.
    outright = {key_of(a.name) for a in claim.actor if a.basis != "coreference"}
    if claim.type in ("withdrawal", "surrender") and name in outright:
        return f"{speakers[0].name} says that its own side gave way"
    if claim.type == "territory-gained" and name in targets and name not in actors:
        return f"{speakers[0].name} says that it lost ground"
    if name in targets and harmed and claim.type in ("armed-clash", "casualty-toll"):
        return f"{speakers[0].name} owns to losses of its own"
    hurt = targets & {"civilians", "hospital", "residents", "children", "aid workers"}
    if name in actors and hurt and claim.type in ("air-strike", "shelling", "attack") and claim.modality.value == "actual":
        return f"{speakers[0].name} owns to harm that it did to civilians"
    return None
