"""Who holds a place, day by day, from what is claimed, with the rule that decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fogline.claims.claim import Claim, ClaimPlace
from fogline.control.assessment import ControlAssessment, ControlState
from fogline.control.wording import Effect, Evidence, armed, evidence_of
from fogline.incidents.accounts import claim_order, names_a_place
from fogline.incidents.affiliation import key_of, related
from fogline.incidents.incident import Incident, IncidentStatus
from fogline.incidents.lineage import Standing, sources_of
from fogline.incidents.signals import is_fine
from fogline.incidents.words import folded, place_words
from fogline.intake.report import Report

# Days for which a reported capture stands against a mere description ("the
# rebel-held town"): writers keep such phrases long after they stopped being true.
DESCRIPTION_LAGS_DAYS = 14


@dataclass(frozen=True)
class _Word:
    """Evidence with whose word it is: a gainer's own, a loser's, or somebody's who is no party to it."""

    evidence: Evidence
    speakers: tuple[str, ...]
    gains: bool
    loses: bool

    @property
    def claim_id(self) -> str:
        return self.evidence.claim.id


@dataclass(frozen=True)
class _Place:
    key: str
    place: ClaimPlace
    fine: bool


def assess(
    claims: Sequence[Claim], reports: Mapping[str, Report], incidents: Sequence[Incident] = ()
) -> tuple[ControlAssessment, ...]:
    """Return each place's states over time, by place name, then day.

    Claims that stand in discounted incidents, and all that is planned,
    denied or only possible, change nothing. What is said of a country or
    province is assessed for that area alone; a town within it keeps its
    state, and its reason notes the wider claim.
    """
    discounted = {c for i in incidents if i.status is IncidentStatus.DISCOUNTED for c in i.claim_ids}
    found: dict[str, list[_Word]] = defaultdict(list)
    places: dict[str, _Place] = {}
    numbers = _geoname_ids(claims)
    for claim in sorted({c.id: c for c in claims}.values(), key=claim_order):
        evidence = evidence_of(claim) if claim.id not in discounted else None
        if evidence is None or claim.place is None or not names_a_place(claim.place) or _names_a_side(claim):
            continue
        key = _key(claim.place, numbers)
        known = places.get(key)
        if known is None or _fineness(claim.place) < _fineness(known.place):
            places[key] = _Place(key, claim.place, is_fine(claim.place))
        found[key].append(_word(evidence, reports))
    out: list[ControlAssessment] = []
    for key, words in found.items():
        out += _intervals(places[key], words)
    return tuple(sorted(_with_wider_claims(out, places), key=lambda a: (folded(a.place_name), a.place_key, a.start)))


def _names_a_side(claim: Claim) -> bool:
    """Return whether what was taken for an unknown place is the name of a side ("ISIS" of "the ISIS-held town")."""
    place = claim.place
    if place is None or place.latitude is not None:
        return False
    sides = {folded(name) for m in (*claim.actor, *claim.target) for name in (m.name, m.text or "")}
    return folded(place.name) in sides


def control_on(assessments: Iterable[ControlAssessment], place: str, day: date) -> ControlAssessment | None:
    """Return the state of a place on a day; ``place`` is a key or a name in any case and with or without its article."""
    wanted = place_words(place)
    for a in assessments:
        if (a.place_key == place or place_words(a.place_name) == wanted) and a.start <= day and (a.end is None or day <= a.end):
            return a
    return None


def _word(evidence: Evidence, reports: Mapping[str, Report]) -> _Word:
    sources = [s for s in sources_of(evidence.claim, reports.get(evidence.claim.report_id))]
    speakers = tuple(s.name for s in sources)
    gainers = evidence.others if evidence.effect is Effect.LEFT else evidence.sides
    losers = evidence.sides if evidence.effect is Effect.LEFT else evidence.others
    partisan = [s.name for s in sources if s.interested]
    all_partisan = bool(sources) and len(partisan) == len(sources)
    gains = all_partisan and all(any(related(p, g) for g in gainers) for p in partisan)
    loses = any(any(related(p, x) for x in losers) for p in partisan)
    if sources and all(s.standing is Standing.UNSOURCED and not s.interested for s in sources):
        gains = False
    return _Word(evidence, speakers, gains, loses)


@dataclass(frozen=True)
class _State:
    state: ControlState
    holder: str | None
    claimants: tuple[str, ...]
    start: date
    claim_ids: tuple[str, ...]
    claimed_only: bool
    reason: str

    def with_claims(self, words: Iterable[_Word]) -> _State:
        return replace(self, claim_ids=tuple(dict.fromkeys((*self.claim_ids, *(w.claim_id for w in words)))))


def _intervals(place: _Place, words: Sequence[_Word]) -> list[ControlAssessment]:
    by_day: dict[date, list[_Word]] = defaultdict(list)
    for word in words:
        by_day[word.evidence.day].append(word)
    states: list[_State] = []
    for day in sorted(by_day):
        now = states[-1] if states else None
        then = _after(now, by_day[day], day)
        if then is None:
            continue
        if now is not None and (then.state, then.holder, then.claimants, then.claimed_only) == (
            now.state,
            now.holder,
            now.claimants,
            now.claimed_only,
        ):
            states[-1] = now.with_claims(by_day[day])
        else:
            states.append(then)
    out = []
    for n, state in enumerate(states):
        end = states[n + 1].start - timedelta(days=1) if n + 1 < len(states) else None
        p = place.place
        out.append(
            ControlAssessment(
                place_key=place.key,
                place_name=p.name,
                country=p.country,
                latitude=p.latitude,
                longitude=p.longitude,
                state=state.state,
                holder=state.holder,
                claimants=state.claimants,
                start=state.start,
                end=end,
                claim_ids=state.claim_ids,
                claimed_only=state.claimed_only,
                reason=state.reason,
            )
        )
    return out


def _after(now: _State | None, words: Sequence[_Word], day: date) -> _State | None:
    """Return a place's state after one day's claims, None if they change and confirm nothing. Rules from the strongest evidence down."""

    def of(*effects: Effect) -> list[_Word]:
        return [w for w in words if w.evidence.effect in effects]

    taken, left, entered = of(Effect.TAKEN), of(Effect.LEFT), of(Effect.ENTERED)
    if taken:
        return _taken(now, taken, [*left, *entered, *of(Effect.PRESENT, Effect.FOUGHT_INSIDE)], day)
    if left:
        return _left(now, left, day)
    if entered:
        return _entered(now, entered, day)
    inside = of(Effect.FOUGHT_INSIDE, Effect.PRESENT)
    if inside:
        return _contested_inside(now, inside, day)
    if of(Effect.RELIEVED) and now is not None and now.state is ControlState.BESIEGED:
        return _State(
            ControlState.HELD, now.holder, _names(now.holder), day, _ids(words), False, "held: the siege is said to be broken"
        )
    besieged = of(Effect.BESIEGED)
    if besieged:
        besiegers = _sides(besieged)
        named = [x for w in besieged for x in w.evidence.others]
        holder = (now.holder if now is not None else None) or (named[0] if named else None)
        gains = all(w.gains for w in besieged)
        return _State(
            ControlState.BESIEGED,
            holder,
            tuple(dict.fromkeys((*_names(holder), *besiegers))),
            day,
            _ids(besieged),
            gains,
            f"besieged: {_on_word(besieged)}",
        )
    said = of(Effect.SAID_HELD)
    return _said_held(now, said, day) if said else None


def _taken(now: _State | None, taken: Sequence[_Word], others: Sequence[_Word], day: date) -> _State:
    sides = _sides(taken)
    rivals = [s for s in sides[1:] if not related(s, sides[0])]
    if rivals and not _allied(taken):
        reason = f"contested: {' and '.join(sides)} are each said to have taken it on one day ({_on_word(taken)})"
        return _State(
            ControlState.CONTESTED, now.holder if now else None, sides, day, _ids(taken), all(w.gains for w in taken), reason
        )
    confirming = [w for w in others if w.evidence.effect is Effect.LEFT and (w.loses or not w.gains)]
    # Others who say that day that fighters remain, or that it was only
    # entered, keep a capture claimed by its gainer alone from being held.
    doubting = [w for w in others if w.evidence.effect is not Effect.LEFT and not w.gains]
    gains = all(w.gains for w in taken) and not confirming
    if gains and doubting:
        reason = f"contested: {sides[0]} says it has taken the place, others say less ({_on_word(doubting)})"
        claimants = tuple(dict.fromkeys((*_names(now.holder if now else None), *sides, *_sides(doubting))))
        return _State(
            ControlState.CONTESTED, now.holder if now else None, claimants, day, _ids([*taken, *doubting]), False, reason
        )
    against = next((w for w in [*taken, *confirming] if w.loses), None)
    why = f"held: taken by {sides[0]}, {_on_word(taken)}"
    if against is not None:
        why += f"; {against.speakers[0]} owns to it against its own interest"
    elif gains:
        why += "; claimed by nobody but the side that gains"
    return _State(ControlState.HELD, sides[0], sides, day, _ids([*taken, *confirming]), gains, why)


def _left(now: _State | None, left: Sequence[_Word], day: date) -> _State:
    leavers = _sides(left)
    own = any(w.loses for w in left)
    words = f"{_on_word(left)}{', against its own interest' if own else ''}"
    if now is not None and now.holder is not None and not any(related(now.holder, x) for x in leavers):
        stay = [c for c in now.claimants if not any(related(c, x) for x in leavers)]
        if now.state is ControlState.HELD:
            return now.with_claims(left)
        reason = f"held: {leavers[0]} left ({words}); {now.holder} stays"
        return _State(ControlState.HELD, now.holder, tuple(stay) or (now.holder,), day, _ids(left), False, reason)
    takers = [x for w in left for x in w.evidence.others]
    if now is not None and now.state in (ControlState.CONTESTED, ControlState.BESIEGED):
        takers += [c for c in now.claimants if not any(related(c, x) for x in leavers)]
    takers = [t for t in takers if armed(t)]
    if takers:
        gains = all(w.gains for w in left)
        reason = f"held: {leavers[0]} left ({words}); {takers[0]} was there to take it"
        return _State(ControlState.HELD, takers[0], tuple(dict.fromkeys(takers)), day, _ids(left), gains, reason)
    return _State(
        ControlState.UNKNOWN,
        None,
        (),
        day,
        _ids(left),
        False,
        f"unknown: {leavers[0]} left ({words}); nobody is said to have come",
    )


def _entered(now: _State | None, entered: Sequence[_Word], day: date) -> _State | None:
    sides = _sides(entered)
    newcomers = [s for s in sides if now is None or now.holder is None or not related(s, now.holder)]
    if not newcomers and now is not None:
        return now.with_claims(entered)
    named = [x for w in entered for x in w.evidence.others]
    holder = now.holder if now is not None else (named[0] if named else None)
    before = now.claimants if now is not None and now.state is ControlState.CONTESTED else _names(holder)
    reason = f"contested: entered or taken in part is not held ({_on_word(entered)})"
    return _State(
        ControlState.CONTESTED,
        holder,
        tuple(dict.fromkeys((*before, *newcomers))),
        day,
        _ids(entered),
        all(w.gains for w in entered),
        reason,
    )


def _contested_inside(now: _State | None, inside: Sequence[_Word], day: date) -> _State | None:
    sides = tuple(
        dict.fromkeys(
            (*_sides(inside), *(x for w in inside for x in w.evidence.others if w.evidence.effect is Effect.FOUGHT_INSIDE))
        )
    )
    if now is not None and now.holder is not None and sides and all(related(s, now.holder) for s in sides):
        return now.with_claims(inside)
    holder = now.holder if now is not None else None
    claimants = tuple(dict.fromkeys((*(now.claimants if now is not None else ()), *sides)))
    remains = any(w.evidence.effect is Effect.PRESENT for w in inside)
    reason = (
        f"contested: {'fighters or tunnels remain inside' if remains else 'fought over inside the place'} ({_on_word(inside)})"
    )
    return _State(ControlState.CONTESTED, holder, claimants, day, _ids(inside), all(w.gains for w in inside), reason)


def _said_held(now: _State | None, said: Sequence[_Word], day: date) -> _State | None:
    sides = _sides(said)
    free = [w for w in said if not w.gains]
    if now is not None and now.holder is not None and any(related(s, now.holder) for s in sides):
        if now.state is ControlState.HELD and now.claimed_only and free:
            reason = f"held: {_on_word(free)} too, who gains nothing by it"
            return _State(ControlState.HELD, now.holder, now.claimants, day, _ids(free), False, reason)
        return now.with_claims(said)
    rivals = [s for s in sides[1:] if not related(s, sides[0])]
    if rivals and not _allied(said):
        return _State(
            ControlState.CONTESTED,
            now.holder if now else None,
            sides,
            day,
            _ids(said),
            False,
            f"contested: {' and '.join(sides)} are each said to hold it ({_on_word(said)})",
        )
    if now is None or now.state is ControlState.UNKNOWN:
        return _State(
            ControlState.HELD, sides[0], sides, day, _ids(said), not free, f"held: said to be {sides[0]}'s, {_on_word(said)}"
        )
    if now.state is ControlState.HELD and now.claimed_only and free:
        reason = f"contested: {now.holder} alone says that it holds it; others say it is {sides[0]}'s ({_on_word(free)})"
        return _State(
            ControlState.CONTESTED, sides[0], tuple(dict.fromkeys((*now.claimants, *sides))), day, _ids(said), False, reason
        )
    if (day - now.start).days <= DESCRIPTION_LAGS_DAYS or not free:
        return now
    return _State(
        ControlState.HELD,
        sides[0],
        sides,
        day,
        _ids(said),
        False,
        f"held: said to be {sides[0]}'s, {_on_word(said)}; how it changed hands is not told",
    )


def _allied(words: Sequence[_Word]) -> bool:
    """Return whether one claim names all the sides together: they took it as allies, not from each other."""
    sides = {key_of(s) for w in words for s in w.evidence.sides}
    return any(sides <= {key_of(s) for s in w.evidence.sides} for w in words)


def _with_wider_claims(assessments: Sequence[ControlAssessment], places: Mapping[str, _Place]) -> list[ControlAssessment]:
    """Note on a town what is claimed of the province around it; it never changes the town's state."""
    areas = [a for a in assessments if not places[a.place_key].fine and a.state is ControlState.HELD and a.holder is not None]
    out = []
    for a in assessments:
        place = places[a.place_key]
        if place.fine and place.place.admin1:
            around = [
                w
                for w in areas
                if place_words(w.place_name) == place_words(place.place.admin1)
                and w.start >= a.start
                and (a.end is None or w.start <= a.end)
                and w.holder is not None
                and not (a.holder is not None and related(w.holder, a.holder))
            ]
            if around:
                wider = around[0]
                a = replace(
                    a,
                    reason=f"{a.reason}. From {wider.start} {wider.holder} is said to hold {wider.place_name} as a whole, which does not settle this place",
                )
        out.append(a)
    return out


def _geoname_ids(claims: Iterable[Claim]) -> dict[tuple[str | None, frozenset[str]], int]:
    """Return the gazetteer number that a name stands for where all claims that resolved it agree.

    A name that one report gave no country (None) is taken for its namesake
    if there is one only.
    """
    found: dict[tuple[str | None, frozenset[str]], set[int]] = defaultdict(set)
    for claim in claims:
        if claim.place is not None and claim.place.geoname_id is not None:
            for country in {claim.place.country, None}:
                found[country, place_words(claim.place.name)].add(claim.place.geoname_id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _key(place: ClaimPlace, numbers: Mapping[tuple[str | None, frozenset[str]], int]) -> str:
    words = place_words(place.name)
    number = place.geoname_id if place.geoname_id is not None else numbers.get((place.country, words))
    # Districts share their city's number; the name keeps them apart.
    name = "-".join(sorted(words))
    return f"geonames:{number}:{name}" if number is not None else f"name:{place.country or '??'}:{name}"


def _fineness(place: ClaimPlace) -> tuple[int, int, int, str]:
    return (
        0 if place.latitude is not None else 1,
        place.precision if place.precision is not None else 9,
        len(place.name),
        place.name,
    )


def _sides(words: Iterable[_Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for w in words for s in w.evidence.sides))


def _names(*names: str | None) -> tuple[str, ...]:
    return tuple(n for n in names if n is not None)


def _ids(words: Iterable[_Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.claim_id for w in words))


def _on_word(words: Iterable[_Word]) -> str:
    speakers = list(dict.fromkeys(s for w in words for s in w.speakers))
    return (
        f"on the word of {', '.join(speakers[:4])}{' and others' if len(speakers) > 4 else ''}"
        if speakers
        else "on nobody's stated word"
    )
