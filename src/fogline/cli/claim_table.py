"""Claims as a table that a person can read: who says what, and the words it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from fogline.claims.claim import Claim, ClaimTime, Count
from fogline.intake.report import PartKind, Report


def print_claims(report: Report, name: str, claims: Sequence[Claim], console: Console | None = None) -> None:
    """Print one report's claims under a line that says what the report is and how its date is known."""
    console = console or Console()
    day = f"{report.published_on} ({report.date_basis})" if report.published_on else "no date: times stay relative"
    console.print(
        f"\n[bold]{escape(report.title or name)}[/] · {escape(report.outlet or 'outlet not known')} · {day} · {len(claims)} claims"
    )
    if not claims:
        return
    table = Table(box=None, padding=(0, 2, 1, 0), expand=True, header_style="dim")
    table.add_column("who says · what kind of claim · who did it → to whom", ratio=3, overflow="fold")
    table.add_column("the words it rests on", ratio=5, overflow="fold")
    table.add_column("where · when · how many", ratio=3, overflow="fold")
    for claim in claims:
        who = Text.assemble(speakers(claim), "\n", (kind_of(claim), "cyan"))
        if sides := parties(claim):
            who.append(f"\n{sides}")
        facts = [where(claim), with_flags(when(claim.time), claim.time.flags if claim.time else ())]
        facts += [with_flags(number(c), c.flags) for c in claim.counts]
        table.add_row(who, quoted(claim), "\n".join(facts))
    console.print(table)


def speakers(claim: Claim) -> str:
    """Return the origin chain in words; the outlet itself if nobody is named."""
    if not claim.origin:
        return "the outlet itself"
    out = claim.origin[0].name
    for voice in claim.origin[1:]:
        out += f" and {voice.name}" if voice.joint else f", citing {voice.name}"
    return f"{out} ({claim.origin[0].kind})"


def kind_of(claim: Claim) -> str:
    marks = [] if claim.modality == "actual" else [str(claim.modality)]
    marks += [claim.verification] if claim.verification else []
    marks += ["caption"] if claim.part is PartKind.CAPTION else []
    return claim.type + (f" ({', '.join(marks)})" if marks else "")


def parties(claim: Claim) -> str:
    """Return who is said to have done it and to whom: "Syria → civilians", "→ civilians", "Houthis →"; "" if neither is said."""
    doers, targets = (", ".join(dict.fromkeys(p.name for p in side)) for side in (claim.actor, claim.target))
    return f"{doers} → {targets}".strip() if doers or targets else ""


def where(claim: Claim) -> str:
    """Return the place's name, and that it is not on the map where the gazetteer does not know it."""
    if claim.place is None:
        return "–"
    return claim.place.name if claim.place.latitude is not None else f"{claim.place.name} (not placed)"


def with_flags(words: str, flags: Sequence[str]) -> str:
    """Return a value with what is odd about it: "5,000,000 killed (implausible)"."""
    return f"{words} ({', '.join(flag.replace('-', ' ') for flag in flags)})" if flags else words


def quoted(claim: Claim) -> Text:
    """Return the quote with its trigger underlined."""
    text = Text(claim.quote)
    start = claim.trigger_span.start - claim.quote_span.start
    text.stylize("bold underline", max(0, start), start + len(claim.trigger))
    return text


def when(time: ClaimTime | None) -> str:
    if time is None or (time.start is None and time.end is None):
        return "–"
    if time.start == time.end:
        return str(time.start)
    return f"{time.start or '…'} – {time.end or '…'}"


def number(count: Count) -> str:
    """Return a range as people write it: 20+, up to 20, 24–99."""
    if count.low == count.high:
        size = f"{count.low:,}"
    elif count.high is None:
        size = f"{count.low:,}+"
    elif count.low is None:
        size = f"up to {count.high:,}"
    else:
        size = f"{count.low:,}–{count.high:,}"
    return f"{size} {count.what}"
