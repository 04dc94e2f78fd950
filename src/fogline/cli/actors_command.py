"""``fogline actors``: who is who, and a person's word on it."""

from __future__ import annotations

import difflib
import getpass
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from fogline.cli.limits import at_most, limit_option
from fogline.cli.options import counted, json_option, ledger_option, one_by_prefix, print_json, settings_for
from fogline.grounding.grounding import ActorKind

if TYPE_CHECKING:
    from fogline.claims.claim import ActorMention, Claim, Voice
    from fogline.claims.renaming import Directory
    from fogline.grounding.grounding import Actor
    from fogline.ledger.judgement import Judgement
    from fogline.ledger.ledger import Ledger

reason_option = click.option("--reason", required=True, help="Why, so that another reviewer can check it.")
reviewer_option = click.option("--reviewer", help="Who decides. [default: your login name]")


# A screenful of names; decisions are few, and each is somebody's word, so all of them are shown.
SHOWN = 40


@dataclass
class Named:
    """A name as it stands in the claims of a ledger: how often, in which role, from which words, on what basis."""

    name: str
    actor_id: str | None = None
    claims: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    roles: Counter[str] = field(default_factory=Counter)
    printed: Counter[str] = field(default_factory=Counter)
    basis: Counter[str] = field(default_factory=Counter)
    read_as: Counter[str] = field(default_factory=Counter)

    def record(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "actor_id": self.actor_id,
            "claims": len(self.claims),
            "reports": len(self.reports),
            "roles": dict(self.roles),
            "basis": dict(self.basis),
            "printed": dict(self.printed.most_common()),
            "read_as": dict(self.read_as.most_common()),
        }


@click.group()
def command() -> None:
    """List, show, name, merge or add the actors of a ledger.

    A decision is a judgement with a name and a reason. It applies to what was
    read before and to what is read later; nothing is overwritten, each claim
    keeps what it was read as, and `fogline review withdraw ID` takes the
    decision back. People are named by what they speak for.
    """


@command.command("list")
@click.option("--unknown", is_flag=True, help="Only names that are in no registry.")
@limit_option(SHOWN)
@click.option("--decisions", is_flag=True, help="List what reviewers decided instead.")
@click.option("--registry", is_flag=True, help="List the actors that Fogline knows instead; needs no ledger.")
@click.option("--country", metavar="XX", help="Of the registry, only those at home in a country or a side in its war.")
@ledger_option
@json_option
def list_names(
    unknown: bool, limit: int | None, decisions: bool, registry: bool, country: str | None, ledger: str | None, as_json: bool
) -> None:
    """List the names that claims carry, the most frequent first."""
    if country and not registry:
        from fogline.errors import UsageError

        raise UsageError("--country chooses among the actors of the registry; add --registry.")
    if registry:
        _list_registry(country.upper() if country else None, limit, as_json)
        return
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
        if decisions:
            for judgement in _decisions(book)[: limit or None]:
                print_json(_decision_record(judgement)) if as_json else click.echo(_decision_line(judgement))
            return
        found = _names(derive(book).claims)
    wanted = [n for n in found if not unknown or n.actor_id is None]
    shown = wanted[: at_most(limit, SHOWN, as_json)]
    for named in shown:
        if as_json:
            print_json(named.record())
            continue
        roles = ", ".join(f"{role} {n}" for role, n in named.roles.most_common())
        known = named.actor_id or "not in the registry"
        reviewed = f"; {named.basis['reviewed']} by a reviewer" if named.basis["reviewed"] else ""
        click.echo(
            f"{named.name}  [{known}]  {counted(len(named.claims), 'claim')}, {counted(len(named.reports), 'report')}  ({roles}{reviewed})"
        )
    if len(shown) < len(wanted) and not as_json:
        click.echo(f"… and {len(wanted) - len(shown):,} more; --limit 0 prints all.")
    if not wanted and not as_json:
        click.echo("No claim names an actor." if not unknown else "Every name is in the registry.")


def _list_registry(country: str | None, limit: int | None, as_json: bool) -> None:
    from fogline.grounding.registry import load_registry

    found = [a for a in load_registry() if country is None or country in (a.country, *a.party_in)]
    shown = found[: at_most(limit, SHOWN, as_json)]
    for actor in shown:
        years = f", {actor.since or '…'}–{actor.until or 'today'}" if actor.since or actor.until else ""
        print_json(_actor_record(actor)) if as_json else click.echo(
            f"{actor.name}  [{actor.id}]  {actor.kind}{', ' + actor.country if actor.country else ''}{years}"
        )
    if len(shown) < len(found) and not as_json:
        click.echo(f"… and {len(found) - len(shown):,} more; --limit 0 prints all.")
    if not found and not as_json:
        click.echo(f"No actor of the registry is at home in {country} or a side in its war.")


@command.command()
@click.argument("name")
@ledger_option
@json_option
def show(name: str, ledger: str | None, as_json: bool) -> None:
    """Show what is known of an actor, the words that stood for it, and what reviewers decided."""
    from fogline.claims.renaming import Directory, key_of_name
    from fogline.errors import LedgerError
    from fogline.grounding.registry import load_registry
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    names: dict[tuple[str, ...], Named] = {}
    directory, absent = Directory(load_registry()), ""
    decided: list[Judgement] = []
    try:
        with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
            names = {key_of_name(n.name): n for n in _names(derive(book).claims)}
            directory, decided = _directory(book), _decisions(book)
    except LedgerError as error:
        # The registry is there without a ledger; one that was asked for by name has to be.
        if ledger is not None or directory.get(name) is None:
            raise
        absent = str(error)
    actor = directory.get(name)
    named = names.get(key_of_name(actor.name if actor else name))
    if actor is None and named is None:
        raise _unknown(name, [*directory.names(), *(n.name for n in names.values())])
    canonical = actor.name if actor else name
    about = [j for j in decided if _concerns(j, canonical, actor)]
    if as_json:
        entry = _actor_record(actor) if actor else None
        judgements = [_decision_record(j) for j in about]
        print_json({"name": canonical, "entry": entry, "ledger": named.record() if named else None, "decisions": judgements})
        return
    click.echo(canonical)
    click.echo(_entry_lines(actor, directory) if actor else "  not in the registry; `fogline actors name` says who is meant")
    if named:
        click.echo(f"  in this ledger: {counted(len(named.claims), 'claim')} of {counted(len(named.reports), 'report')}")
        for words, n in named.printed.most_common(15):
            click.echo(f"    {n:>5}  “{words}”")
        if len(named.printed) > 15:
            click.echo(f"    … and {len(named.printed) - 15} other wordings; --json has all of them.")
        click.echo("  basis: " + ", ".join(f"{basis} {n}" for basis, n in named.basis.most_common()))
        for before, n in named.read_as.most_common():
            click.echo(f"  read as '{before}' in {counted(n, 'place')} before a reviewer decided")
    else:
        click.echo(f"  {absent}" if absent else "  no claim of this ledger names it")
    for judgement in about:
        click.echo("  " + _decision_line(judgement))


@command.command()
@click.argument("words")
@click.option(
    "--as", "meant", required=True, metavar="ACTOR", help="Who is meant: a name or id of the registry or of this ledger."
)
@click.option("--claim", "claim_ids", multiple=True, metavar="ID", help="Only in this claim (may be repeated).")
@reason_option
@reviewer_option
@ledger_option
def name(words: str, meant: str, claim_ids: tuple[str, ...], reason: str, reviewer: str | None, ledger: str | None) -> None:
    """Say who is meant by WORDS, a name in the claims or words as printed.

    A person is named by what they speak for: fogline actors name "Col Ito"
    --as Japan. Words that mean somebody else in each report ("the group",
    "they") need --claim.
    """
    from fogline.claims.renaming import points_elsewhere
    from fogline.errors import UsageError
    from fogline.ledger.actors import naming
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    with Ledger.open(settings_for(ledger).ledger_url) as book:
        claims = derive(book).claims
        by_id = {c.id: c for c in claims}
        only = [one_by_prefix(c, by_id, "claim") for c in claim_ids]
        if points_elsewhere(words) and not only:
            raise UsageError(f"'{words}' means somebody else in each report. Say in which claims, with --claim ID.")
        target = _target(meant, book, claims)
        touched = _touching(only or claims, (words,))
        if not touched:
            said = _spoken(only or claims)
            raise _unknown(words, said, f"No claim {'of those ' if only else ''}names or prints '{words}'.")
        _record(book, naming((words,), target, reason, reviewer or getpass.getuser(), (c.id for c in only)), touched, target)


@command.command()
@click.argument("into", metavar="NAME")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@reason_option
@reviewer_option
@ledger_option
def merge(into: str, others: tuple[str, ...], reason: str, reviewer: str | None, ledger: str | None) -> None:
    """Say that OTHER… are the same actor as NAME, which is kept."""
    from fogline.claims.renaming import key_of_name, points_elsewhere
    from fogline.errors import UsageError
    from fogline.ledger.actors import naming
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    with Ledger.open(settings_for(ledger).ledger_url) as book:
        claims = derive(book).claims
        target = _target(into, book, claims)
        for other in others:
            if key_of_name(other) == key_of_name(target):
                raise UsageError(f"'{other}' is '{target}' already.")
            if points_elsewhere(other):
                raise UsageError(f"'{other}' means somebody else in each report; use `fogline actors name` with --claim ID.")
            if not _touching(claims, (other,)):
                raise _unknown(other, _spoken(claims), f"No claim names or prints '{other}'.")
        touched = _touching(claims, others)
        _record(book, naming(others, target, reason, reviewer or getpass.getuser()), touched, target)


@command.command()
@click.argument("name", metavar="NAME")
@click.option("--kind", type=click.Choice([k.value for k in ActorKind]), required=True, help="What kind of voice it is.")
@click.option("--country", metavar="XX", help="Where it is at home, ISO 3166 alpha-2.")
@click.option("--alias", "aliases", multiple=True, help="Another name (may be repeated).")
@click.option("--parent", metavar="ACTOR", help="The body that it is part of.")
@click.option("--side-in", "party_in", multiple=True, metavar="XX", help="A country in whose war it is a side (may be repeated).")
@click.option("--inter", type=click.IntRange(1, 8), help="ACLED's actor type.")
@click.option("--since", type=int, help="The first year in which it was known so.")
@click.option("--until", type=int, help="The last year.")
@reason_option
@reviewer_option
@ledger_option
def add(
    name: str,
    kind: str,
    country: str | None,
    aliases: tuple[str, ...],
    parent: str | None,
    party_in: tuple[str, ...],
    inter: int | None,
    since: int | None,
    until: int | None,
    reason: str,
    reviewer: str | None,
    ledger: str | None,
) -> None:
    """Add an organisation that the registry lacks, for this ledger."""
    from fogline.claims.renaming import points_elsewhere
    from fogline.errors import UsageError
    from fogline.grounding.grounding import Actor
    from fogline.ledger.actors import adding
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    for code in (*([country] if country else []), *party_in):
        if not re.fullmatch(r"[A-Z]{2}", code):
            raise UsageError(f"'{code}' is no country code; write two capital letters, such as SD.")
    if since is not None and until is not None and since > until:
        raise UsageError(f"--since {since} is after --until {until}.")
    for spelled in (name, *aliases):
        if points_elsewhere(spelled):
            raise UsageError(f"'{spelled}' means somebody else in each report and can be no actor's name.")
    with Ledger.open(settings_for(ledger).ledger_url) as book:
        directory = _directory(book)
        for spelled in (name, *aliases):
            if (known := directory.get(spelled)) is not None:
                raise UsageError(
                    f"'{spelled}' is known already: {known.name} ({known.id}). To say that other words mean it: "
                    f"fogline actors name WORDS --as '{known.name}'."
                )
        above = None
        if parent is not None:
            found = directory.get(parent)
            if found is None:
                raise _unknown(parent, directory.names())
            above = found.id
        slug = "-".join(re.findall(r"[^\W_]+", name.casefold()))
        actor = Actor(
            f"ledger-{slug}",
            name,
            ActorKind(kind),
            aliases,
            country,
            inter,
            None,
            above,
            party_in,
            since=since,
            until=until,
            region="ledger",
        )
        claims = derive(book).claims
        _record(book, adding(actor, reason, reviewer or getpass.getuser()), _touching(claims, (name, *aliases)), name)


def _record(book: Ledger, judgement: Judgement, touched: Sequence[Claim], name: str) -> None:
    new = book.add_judgement(judgement)
    if not new:
        click.echo(f"{judgement.id} was recorded before.")
        return
    click.echo(
        f"{judgement.id} recorded: {counted(len(touched), 'claim')} read before {'is' if len(touched) == 1 else 'are'} about {name}."
    )
    click.echo(f"To take it back: fogline review withdraw {judgement.id} --reason …")


def mentions_of(claim: Claim) -> tuple[ActorMention | Voice, ...]:
    """Return everybody whom a claim names: actors, targets, then voices."""
    return (*claim.actor, *claim.target, *claim.origin)


def _names(claims: Iterable[Claim]) -> list[Named]:
    """Return the names that claims carry, the most frequent first; spellings that differ in case alone are one."""
    found: dict[tuple[str, str | None], Named] = {}
    for claim in claims:
        roles = ["actor"] * len(claim.actor) + ["target"] * len(claim.target) + ["origin"] * len(claim.origin)
        for role, mention in zip(roles, mentions_of(claim), strict=True):
            named = found.setdefault((mention.name.casefold(), mention.actor_id), Named(mention.name, mention.actor_id))
            named.claims.add(claim.id)
            named.reports.add(claim.report_id)
            named.roles[role] += 1
            named.basis[mention.basis] += 1
            if mention.text:
                named.printed[" ".join(mention.text.split())] += 1
            if mention.read_as:
                named.read_as[mention.read_as] += 1
    return sorted(found.values(), key=lambda n: (-len(n.claims), n.name.casefold()))


def _touching(claims: Iterable[Claim], words: Sequence[str]) -> list[Claim]:
    """Return the claims that name one of the words as an actor, target or voice, or print them for one."""
    from fogline.claims.renaming import key_of_name

    keys = {key_of_name(w) for w in words}
    return [c for c in claims if any(key_of_name(m.name) in keys or key_of_name(m.text or "") in keys for m in mentions_of(c))]


def _spoken(claims: Iterable[Claim]) -> list[str]:
    return list(dict.fromkeys(w for c in claims for m in mentions_of(c) for w in (m.name, m.text) if w))


def _directory(book: Ledger) -> Directory:
    from fogline.claims.renaming import Directory
    from fogline.grounding.registry import load_registry
    from fogline.ledger.actors import decisions_of

    return Directory(load_registry(), decisions_of(book.judgements()).added)


def _decisions(book: Ledger) -> list[Judgement]:
    from fogline.ledger.judgement import JudgementKind, in_force

    kinds = (JudgementKind.NAME_ACTOR, JudgementKind.ADD_ACTOR)
    return [j for j in in_force(book.judgements()) if j.kind in kinds]


def _target(meant: str, book: Ledger, claims: Iterable[Claim]) -> str:
    """Return the canonical name of the actor that is meant, which must be known to the registry or this ledger."""
    from fogline.claims.renaming import key_of_name

    directory = _directory(book)
    if (actor := directory.get(meant)) is not None:
        return actor.name
    bearing = directory.registry.named(meant)
    if len(bearing) > 1:
        from fogline.errors import UsageError

        listed = ", ".join(f"{a.name} ({a.id})" for a in bearing)
        raise UsageError(f"'{meant}' may be {listed}. Give the id.")
    here = {key_of_name(n): n for n in (m.name for c in claims for m in mentions_of(c))}
    if key_of_name(meant) in here:
        return here[key_of_name(meant)]
    raise _unknown(meant, [*directory.names(), *here.values()], hint="To add an organisation: fogline actors add.")


def _unknown(name: str, known: Sequence[str], said: str | None = None, hint: str = "") -> Exception:
    """Return the error for a name that nobody bears, with the nearest that somebody does."""
    from fogline.errors import UsageError

    folded = {k.casefold(): k for k in known}
    close = difflib.get_close_matches(name.casefold(), folded, n=3, cutoff=0.72)
    meant = f" Did you mean {' or '.join(repr(folded[c]) for c in close)}?" if close else ""
    return UsageError(" ".join(part for part in ((said or f"No actor is called '{name}'.") + meant, hint) if part))


def _concerns(judgement: Judgement, canonical: str, actor: Actor | None) -> bool:
    from fogline.claims.renaming import key_of_name
    from fogline.ledger.actors import ADDED, WORDS

    if actor is not None and ADDED + actor.id in judgement.subjects:
        return True
    said = [s.removeprefix(WORDS) for s in judgement.subjects if s.startswith(WORDS)]
    return key_of_name(canonical) in {key_of_name(w) for w in (*said, judgement.value or "")}


def _decision_record(judgement: Judgement) -> dict[str, Any]:
    row = {"id": judgement.id, "kind": str(judgement.kind), "subjects": list(judgement.subjects), "value": judgement.value}
    return {**row, "reviewer": judgement.reviewer, "reason": judgement.reason}


def _decision_line(judgement: Judgement) -> str:
    from fogline.ledger.actors import ADDED, WORDS

    words = [s.removeprefix(WORDS) for s in judgement.subjects if s.startswith(WORDS)]
    claims = [s for s in judgement.subjects if not s.startswith((WORDS, ADDED))]
    if words or claims:
        where = f" in {', '.join(claims)}" if claims else ""
        what = f"{', '.join(repr(w) for w in words) or 'the actor'}{where} → {judgement.value}"
    else:
        what = f"added {judgement.value}"
    return f"{judgement.id}  {what}\n    {judgement.reviewer}: {judgement.reason}"


def _actor_record(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": str(actor.kind),
        "aliases": list(actor.aliases),
        "country": actor.country,
        "inter": actor.inter,
        "sector": actor.sector,
        "parent": actor.parent,
        "party_in": list(actor.party_in),
        "since": actor.since,
        "until": actor.until,
        "ucdp": actor.ucdp,
        "acled": list(actor.acled),
    }


def _entry_lines(actor: Actor, directory: Directory) -> str:
    parent = directory.get(actor.parent) if actor.parent else None
    rows = [
        f"  {actor.id}: {actor.kind}" + (f", at home in {actor.country}" if actor.country else ""),
        f"  also: {', '.join(actor.aliases)}" if actor.aliases else "",
        f"  part of {parent.name}" if parent else "",
        f"  a side in the war of {', '.join(actor.party_in)}" if actor.party_in and actor.region != "states" else "",
        f"  known so {actor.since or '…'}–{actor.until or 'today'}" if actor.since or actor.until else "",
        f"  UCDP: {actor.ucdp}" if actor.ucdp else "",
        f"  ACLED: {'; '.join(actor.acled)}" if actor.acled else "",
        "  added by a reviewer, for this ledger only" if actor.region == "ledger" else "",
    ]
    return "\n".join(row for row in rows if row)
