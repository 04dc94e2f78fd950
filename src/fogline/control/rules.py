"""The rules by which one day's words change who holds a place. Each new state carries the rule that made it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fogline.control.assessment import ControlLayer, ControlStanding, ControlState
from fogline.control.wording import Effect, Evidence, armed
from fogline.incidents.affiliation import key_of, related

# Days for which a reported capture stands against a mere description ("the
# rebel-held town"): writers keep such phrases long after they stopped being true.
# For as long, the word for a place itself stands against the word for the area around it.
DESCRIPTION_LAGS_DAYS = 14


@dataclass(frozen=True)
class Word:
    """Evidence with whose word it is.

    ``gains``: nobody but sides in the fighting says so, and none of them is
    hurt by it: the gainer itself, or one that is not known to fight it.
    ``loses``: a side says so that loses by it. ``area`` names the larger area
    that the evidence is of, None if it is of the place itself.
    """

    evidence: Evidence
    speakers: tuple[str, ...]
    gains: bool
    loses: bool
    area: str | None = None

    @property
    def claim_id(self) -> str:
        return self.evidence.claim.id


@dataclass(frozen=True)
class State:
    """What is held of a place after a day. ``said_taken`` is the side that alone says it took it; ``last_word`` the last day that the place itself was spoken of."""

    state: ControlState
    holder: str | None
    claimants: tuple[str, ...]
    start: date
    claim_ids: tuple[str, ...]
    claimed_only: bool
    reason: str
    word_of: tuple[str, ...] = ()
    against_interest: bool = False
    standing: ControlStanding = ControlStanding.DIRECT
    said_taken: str | None = None
    last_word: date | None = None

    def with_claims(self, words: Iterable[Word], day: date) -> State:
        words = tuple(words)
        ids = tuple(dict.fromkeys((*self.claim_ids, *(w.claim_id for w in words))))
        direct = any(w.area is None for w in words)
        return replace(self, claim_ids=ids, last_word=day if direct else self.last_word)

    @property
    def told(self) -> tuple[object, ...]:
        return (self.state, self.holder, self.claimants, self.claimed_only, self.standing)


def after(now: State | None, words: Sequence[Word], day: date, layer: ControlLayer) -> State | None:
    """Return a place's state after one day's claims, None if they change and confirm nothing. Rules from the strongest evidence down."""
    direct = [w for w in words if w.area is None]
    wider = [w for w in words if w.area is not None]
    then = _after(now, direct, day, layer) if direct else now
    if direct and then is not None and then is not now and then.last_word is None:
        then = replace(then, last_word=day)
    return _by_area(then, wider, day, layer) if wider else then


def _after(now: State | None, words: Sequence[Word], day: date, layer: ControlLayer) -> State | None:
    def of(*effects: Effect) -> list[Word]:
        return [w for w in words if w.evidence.effect in effects]

    taken, left, entered = of(Effect.TAKEN), of(Effect.LEFT), of(Effect.ENTERED)
    if taken:
        return _taken(now, taken, [*left, *entered, *of(Effect.PRESENT, Effect.FOUGHT_INSIDE)], day, layer)
    if left:
        return _left(now, left, day, layer)
    if entered:
        return _entered(now, entered, day)
    inside = of(Effect.FOUGHT_INSIDE, Effect.PRESENT)
    if inside:
        return _contested_inside(now, inside, day)
    if of(Effect.RELIEVED) and now is not None and now.state is ControlState.BESIEGED:
        reason = f"held: the siege is said to be broken, {_on_word(words)}"
        return _state(ControlState.HELD, now.holder, _names(now.holder), day, words, False, reason)
    besieged = of(Effect.BESIEGED)
    if besieged:
        besiegers = _sides(besieged)
        named = [x for w in besieged for x in w.evidence.others]
        holder = (now.holder if now is not None else None) or (named[0] if named else None)
        claimants = tuple(dict.fromkeys((*_names(holder), *besiegers)))
        gains = all(w.gains for w in besieged)
        return _state(ControlState.BESIEGED, holder, claimants, day, besieged, gains, f"besieged: {_on_word(besieged)}")
    said = of(Effect.SAID_HELD)
    return _said_held(now, said, day, layer) if said else now


def _state(
    state: ControlState,
    holder: str | None,
    claimants: tuple[str, ...],
    day: date,
    words: Sequence[Word],
    claimed_only: bool,
    reason: str,
    *,
    against: bool = False,
    standing: ControlStanding = ControlStanding.DIRECT,
    said_taken: str | None = None,
) -> State:
    ids = tuple(dict.fromkeys(w.claim_id for w in words))
    if any(w.evidence.after_report for w in words):
        reason += "; dated after its report, so taken as of the report's day"
    return State(state, holder, claimants, day, ids, claimed_only, reason, _speakers(words), against, standing, said_taken, None)


def _only_said(now: State | None, side: str, named: Sequence[str], words: Sequence[Word], day: date, what: str) -> State:
    """Return what the assessed map shows where nobody but sides that gain by it say so: contested, or unknown if no other side is known of."""
    holder = now.holder if now is not None and now.holder is not None else next((x for x in named if armed(x)), None)
    if now is not None and now.holder is not None and related(now.holder, side):
        return now.with_claims(words, day)
    others = now.claimants if now is not None else ()
    claimants = tuple(dict.fromkeys((*_names(holder), *others, side)))
    rivals = [c for c in claimants if not related(c, side)]
    state = ControlState.CONTESTED if rivals else ControlState.UNKNOWN
    speakers = _speakers(words)
    alone = all(related(s, side) for s in speakers)
    only = "the side that gains by it" if alone else "sides in the fighting that it does not hurt"
    reason = f"{state}: {' and '.join(speakers)} said that {what}; nobody says so but {only}"
    return _state(state, holder, claimants, day, words, True, reason, said_taken=side)


def _taken(now: State | None, taken: Sequence[Word], others: Sequence[Word], day: date, layer: ControlLayer) -> State:
    sides = _sides(taken)
    rivals = [s for s in sides[1:] if not related(s, sides[0])]
    before = now.holder if now else None
    if rivals and not _allied(taken):
        reason = f"contested: {' and '.join(sides)} are each said to have taken it on one day ({_on_word(taken)})"
        return _state(ControlState.CONTESTED, before, sides, day, taken, all(w.gains for w in taken), reason)
    confirming = [w for w in others if w.evidence.effect is Effect.LEFT and (w.loses or not w.gains)]
    # Others who say that day that fighters remain, or that it was only
    # entered, keep a capture claimed by its gainer alone from being held.
    doubting = [w for w in others if w.evidence.effect is not Effect.LEFT and not w.gains]
    gains = all(w.gains for w in taken) and not confirming
    if gains and doubting:
        reason = f"contested: {sides[0]} says it has taken the place, others say less ({_on_word(doubting)})"
        claimants = tuple(dict.fromkeys((*_names(before), *sides, *_sides(doubting))))
        return _state(ControlState.CONTESTED, before, claimants, day, [*taken, *doubting], False, reason)
    if gains and layer is ControlLayer.ASSESSED:
        return _only_said(now, sides[0], [x for w in taken for x in w.evidence.others], taken, day, f"{sides[0]} took the place")
    against = next((w for w in [*taken, *confirming] if w.loses), None)
    why = f"held: taken by {sides[0]}, {_on_word(taken)}"
    if against is not None:
        why += f"; {against.speakers[0]} owns to it against its own interest"
    elif gains:
        why += "; claimed by nobody but the side that gains"
    return _state(ControlState.HELD, sides[0], sides, day, [*taken, *confirming], gains, why, against=against is not None)


def _left(now: State | None, left: Sequence[Word], day: date, layer: ControlLayer) -> State | None:
    leavers = _sides(left)
    own = any(w.loses for w in left)
    words = f"{_on_word(left)}{', against its own interest' if own else ''}"
    stays = now is not None and now.holder is not None and not any(related(now.holder, x) for x in leavers)
    if now is not None and now.holder is not None and stays:
        stay = tuple(c for c in now.claimants if not any(related(c, x) for x in leavers))
        if now.state is ControlState.HELD:
            return now.with_claims(left, day)
        reason = f"held: {leavers[0]} left ({words}); {now.holder} stays"
        if not own and all(w.gains for w in left) and layer is ControlLayer.ASSESSED:
            return now.with_claims(left, day)
        return _state(ControlState.HELD, now.holder, stay or (now.holder,), day, left, False, reason, against=own)
    takers = [x for w in left for x in w.evidence.others]
    if now is not None:
        takers += [c for c in now.claimants if not any(related(c, x) for x in leavers)]
    takers = list(dict.fromkeys(t for t in takers if armed(t)))
    if takers:
        gains = not own and all(w.gains for w in left)
        if gains and layer is ControlLayer.ASSESSED:
            return _only_said(now, takers[0], leavers, left, day, f"{leavers[0]} left the place")
        reason = f"held: {leavers[0]} left ({words}); {takers[0]} was there to take it"
        return _state(ControlState.HELD, takers[0], tuple(takers), day, left, gains, reason, against=own)
    reason = f"unknown: {leavers[0]} left ({words}); nobody is said to have come"
    return _state(ControlState.UNKNOWN, None, (), day, left, False, reason, against=own)


def _entered(now: State | None, entered: Sequence[Word], day: date) -> State | None:
    sides = _sides(entered)
    newcomers = [s for s in sides if now is None or now.holder is None or not related(s, now.holder)]
    if not newcomers and now is not None:
        return now.with_claims(entered, day)
    named = [x for w in entered for x in w.evidence.others]
    holder = now.holder if now is not None else (named[0] if named else None)
    before = now.claimants if now is not None and now.state is not ControlState.HELD else _names(holder)
    reason = f"contested: entered or taken in part is not held ({_on_word(entered)})"
    claimants = tuple(dict.fromkeys((*before, *newcomers)))
    return _state(ControlState.CONTESTED, holder, claimants, day, entered, all(w.gains for w in entered), reason)


def _contested_inside(now: State | None, inside: Sequence[Word], day: date) -> State | None:
    fought = (x for w in inside for x in w.evidence.others if w.evidence.effect is Effect.FOUGHT_INSIDE)
    sides = tuple(dict.fromkeys((*_sides(inside), *fought)))
    if now is not None and now.holder is not None and sides and all(related(s, now.holder) for s in sides):
        return now.with_claims(inside, day)
    holder = now.holder if now is not None else None
    claimants = tuple(dict.fromkeys((*(now.claimants if now is not None else ()), *sides)))
    remains = any(w.evidence.effect is Effect.PRESENT for w in inside)
    what = "fighters or tunnels remain inside" if remains else "fought over inside the place"
    reason = f"contested: {what} ({_on_word(inside)})"
    return _state(ControlState.CONTESTED, holder, claimants, day, inside, all(w.gains for w in inside), reason)


def _said_held(now: State | None, said: Sequence[Word], day: date, layer: ControlLayer) -> State | None:
    sides = _sides(said)
    free = [w for w in said if not w.gains]
    named = [x for w in said for x in w.evidence.others]
    if now is not None and now.holder is not None and any(related(s, now.holder) for s in sides):
        if now.state is ControlState.HELD and now.claimed_only and free:
            reason = f"held: {_on_word(free)} too, who gains nothing by it"
            return _state(ControlState.HELD, now.holder, now.claimants, day, free, False, reason)
        return now.with_claims(said, day)
    rivals = [s for s in sides[1:] if not related(s, sides[0])]
    if rivals and not _allied(said):
        reason = f"contested: {' and '.join(sides)} are each said to hold it ({_on_word(said)})"
        return _state(ControlState.CONTESTED, now.holder if now else None, sides, day, said, False, reason)
    if not free and layer is ControlLayer.ASSESSED:
        return _only_said(now, sides[0], named, said, day, f"{sides[0]} holds the place")
    if now is None:
        return _state(
            ControlState.HELD,
            sides[0],
            sides,
            day,
            said,
            not free,
            f"held: said to be in the hands of {sides[0]}, {_on_word(said)}",
        )
    if free and now.said_taken is not None and any(related(now.said_taken, s) for s in sides):
        reason = f"held: {now.said_taken} was said by sides alone to have taken it, and now others say that it holds it ({_on_word(free)})"
        return _state(ControlState.HELD, now.said_taken, sides, day, free, False, reason)
    # A phrase lags behind towards whoever held the place before, not towards who is coming.
    coming = now.state is not ControlState.HELD and any(related(c, s) for c in now.claimants for s in sides)
    if free and coming:
        reason = f"held: said to be in the hands of {sides[0]}, which was in the place before ({_on_word(free)})"
        return _state(ControlState.HELD, sides[0], sides, day, free, False, reason)
    if now.state is ControlState.HELD and now.claimed_only and free:
        reason = f"contested: {now.holder} alone says that it holds it; others say it is {sides[0]}'s ({_on_word(free)})"
        claimants = tuple(dict.fromkeys((*now.claimants, *sides)))
        return _state(ControlState.CONTESTED, sides[0], claimants, day, said, False, reason)
    if (day - now.start).days <= DESCRIPTION_LAGS_DAYS or not free:
        return now
    reason = f"held: said to be in the hands of {sides[0]}, {_on_word(said)}; how it changed hands is not told"
    return _state(ControlState.HELD, sides[0], sides, day, said, False, reason)


def _by_area(now: State | None, wider: Sequence[Word], day: date, layer: ControlLayer) -> State | None:
    """Return what the word for a whole area means for a place in it: it reaches the place, but stands below every word for the place itself.

    It changes the place's state only on the word of somebody who gains
    nothing by it, and only where the place itself was not spoken of for
    two weeks. Otherwise the state stays and its reason notes the wider claim.
    """
    word = wider[0]
    side, area = word.evidence.sides[0], word.area
    if now is not None and now.state is ControlState.HELD and now.holder is not None and related(now.holder, side):
        return now.with_claims(wider, day)
    heard = [w for w in wider if not w.gains] if layer is ControlLayer.ASSESSED else list(wider)
    recent = now is not None and now.last_word is not None and (day - now.last_word).days <= DESCRIPTION_LAGS_DAYS
    if not heard or recent:
        if now is None:
            return None
        note = f"From {day} {side} is said to hold {area} as a whole, which does not settle this place"
        return now if note in now.reason else replace(now, reason=f"{now.reason}. {note}")
    reason = f"held: {side} is said to hold {area} as a whole ({_on_word(heard)}); nobody speaks of the place itself"
    last = now.last_word if now is not None else None
    found = _state(
        ControlState.HELD, side, (side,), day, heard, all(w.gains for w in heard), reason, standing=ControlStanding.AREA
    )
    return replace(found, last_word=last)


def _allied(words: Sequence[Word]) -> bool:
    """Return whether one claim names all the sides together: they took it as allies, not from each other."""
    sides = {key_of(s) for w in words for s in w.evidence.sides}
    return any(sides <= {key_of(s) for s in w.evidence.sides} for w in words)


def _sides(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for w in words for s in w.evidence.sides))


def _names(*names: str | None) -> tuple[str, ...]:
    return tuple(n for n in names if n is not None)


def _speakers(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s for w in words for s in w.speakers))


def _on_word(words: Iterable[Word]) -> str:
    speakers = list(_speakers(words))
    if not speakers:
        return "on nobody's stated word"
    return f"on the word of {', '.join(speakers[:4])}{' and others' if len(speakers) > 4 else ''}"
