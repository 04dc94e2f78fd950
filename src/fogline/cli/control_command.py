"""``fogline control``: who held a place, and on whose word."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from fogline.cli.options import DAY, json_option, known_option, ledger_option, print_json, settings_for

if TYPE_CHECKING:
    from rich.console import Console

    from fogline.control.assessment import ControlAssessment
    from fogline.pipeline import Derived


@click.command()
@click.argument("place", required=False)
@click.option("--as-of", type=DAY, help="Only the state on this day.")
@click.option("--layer", type=click.Choice(["assessed", "claimed", "both"]), default="both", show_default=True, help="Which map.")
@click.option("--geojson", is_flag=True, help="Print GeoJSON for a map; without PLACE of all places.")
@known_option
@ledger_option
@json_option
def command(
    place: str | None, as_of: date | None, layer: str, geojson: bool, as_known_on: date | None, ledger: str | None, as_json: bool
) -> None:
    """Say who held or contested PLACE, from when to when, and whose claims that rests on.

    Without PLACE, all places of which anything is claimed. Two maps are kept
    apart: what is claimed, every side taken at its word, and what is
    assessed by the printed rules.
    """
    import json
    from difflib import get_close_matches

    from rich.console import Console

    from fogline.errors import UsageError
    from fogline.exports.control_geojson import control_collection
    from fogline.exports.records import control_record
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
        derived = derive(book, as_known_on=as_known_on)
    found = _found(derived, place, layer)
    if place and not found:
        names = sorted({a.place_name for a in derived.control})
        near = get_close_matches(place, names, n=1, cutoff=0.7)
        others = (
            f"Places known: {', '.join(names[:12])}{' …' if len(names) > 12 else ''}." if names else "Nor of any other place."
        )
        meant = f"Did you mean '{near[0]}'? " if near else ""
        raise UsageError(f"Nothing is claimed about who holds '{place}'. {meant}{others}")
    if as_of:
        found = _on(found, as_of)
    if geojson:
        days = [as_of] if as_of else None
        sys.stdout.write(json.dumps(control_collection(found, days, known_on=as_known_on), ensure_ascii=False, indent=1) + "\n")
    elif as_json:
        print_json([control_record(a) for a in found])
    else:
        _print(Console(), found, place, as_of)


def _found(derived: Derived, place: str | None, layer: str) -> list[ControlAssessment]:
    """Return the assessments asked for: of a place by its name, or by part of it if nothing is called so, the larger area's word included."""
    from fogline.control.assessment import ControlLayer
    from fogline.incidents.words import place_words

    layers = [x for x in ControlLayer if layer in (x.value, "both")]
    out: list[ControlAssessment] = []
    for one in layers:
        known = derived.control if one is ControlLayer.ASSESSED else derived.claimed_control
        if place is None:
            out += known
            continue
        wanted = place_words(place)
        mine = [a for a in known if place_words(a.place_name) == wanted]
        # Of a town that no claim of control names, the word for its province may speak.
        mine = mine or [a for a in derived.control_of((place,), one) if place_words(a.place_name) == wanted]
        out += mine or [a for a in known if place.casefold() in a.place_name.casefold()]
    return out


def _on(found: list[ControlAssessment], day: date) -> list[ControlAssessment]:
    from fogline.control.evidence import control_on

    by_place: dict[tuple[str, str], list[ControlAssessment]] = {}
    for a in found:
        by_place.setdefault((str(a.layer), a.place_key), []).append(a)
    states = (control_on(of_place, key, day) for (_, key), of_place in by_place.items())
    return [a for a in states if a is not None]


def _print(console: Console, found: list[ControlAssessment], place: str | None, as_of: date | None) -> None:
    from rich.markup import escape

    if not found:
        on = f" on {as_of}" if as_of else ""
        console.print(f"Nothing is claimed about who holds {escape(place) if place else 'any place'}{on}.")
    heading = None
    for a in found:
        if a.layer is not heading:
            heading = a.layer
            console.print(
                "[bold]As assessed[/]" if heading == "assessed" else "\n[bold]As claimed[/], every side taken at its word"
            )
        holder = f" by {a.holder}" if a.holder and a.state == "held" else f", holder {a.holder}" if a.holder else ""
        others = [c for c in a.claimants if c != a.holder]
        claimed = f", claimed by {', '.join(others)}" if others else ""
        word = " – on nobody's word but that of sides in the fighting" if a.claimed_only else ""
        area = " – by the word for the larger area" if a.standing == "area" else ""
        console.print(
            f"[bold]{escape(a.place_name)}[/] {a.start} – {a.end or 'until further notice'}: {a.state}{escape(holder)}{escape(claimed)}{word}{area}\n  {escape(a.reason)}\n  [dim]{', '.join(a.claim_ids)}[/]"
        )
