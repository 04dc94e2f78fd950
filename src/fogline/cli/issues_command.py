"""``fogline issues``: what could not be read, placed or dated."""

from __future__ import annotations

from datetime import date

import click

from fogline.cli.limits import at_most, limit_option
from fogline.cli.options import counted, json_option, known_option, ledger_option, print_json, settings_for

# Codes of every stage. Times and numbers have flags of their own, which count as known where the ledger holds them.
CODES = frozenset(
    [
        "address-reused",
        "bad-address",
        "bad-date",
        "claim-after-report",
        "claim-id-shared",
        "constraint-conflict",
        "constraint-unknown",
        "correction-unmatched",
        "crowded-block",
        "crowded-subject",
        "date-contradicts-text",
        "empty",
        "encoding-damaged",
        "encoding-guessed",
        "feed-damaged",
        "feed-summary-only",
        "fetch-failed",
        "fetch-redirects",
        "fetch-refused",
        "fetch-timeout",
        "fetch-too-large",
        "few-reports",
        "future-date",
        "left-aside",
        "mentioned-in-passing",
        "missing-file",
        "mixed-language",
        "no-article-text",
        "no-date",
        "no-single-happening",
        "no-text-field",
        "not-a-feed",
        "not-a-warc",
        "not-json",
        "not-relevant",
        "not-text",
        "nothing-to-read",
        "outlet-from-domain",
        "same-report",
        "too-large",
        "too-long",
        "translated",
        "unkeepable",
        "unknown-language",
        "unknown-place",
        "unreadable",
        "unreadable-file",
    ]
)

# A screenful or two.
SHOWN = 50


@click.command()
@click.option("--code", help="Only issues of this code, such as no-date.")
@limit_option(SHOWN)
@known_option
@ledger_option
@json_option
def command(code: str | None, limit: int | None, as_known_on: date | None, ledger: str | None, as_json: bool) -> None:
    """List what could not be read, placed or dated, and what was assumed.

    Beside what was noted while reading stands what linking found: reports
    collected twice, corrections that speak of no story at hand, claims dated
    after their reports.
    """
    from collections import Counter
    from difflib import get_close_matches

    from rich.console import Console
    from rich.markup import escape

    from fogline.errors import UsageError
    from fogline.ledger.ledger import Ledger
    from fogline.pipeline import derive

    with Ledger.open(settings_for(ledger).ledger_url, read_only=True) as book:
        derived = derive(book, as_known_on=as_known_on)
        issues = tuple(dict.fromkeys((*book.issues(as_known_on=as_known_on), *derived.issues)))
    known = CODES | {i.code for i in issues}
    if code and code not in known:
        meant = get_close_matches(code, sorted(known), n=1)
        guess = f" Did you mean '{meant[0]}'?" if meant else ""
        raise UsageError(f"Unknown code '{code}'.{guess} Available: {', '.join(sorted(known))}.")
    found = [i for i in issues if not code or i.code == code]
    shown = found[: at_most(limit, SHOWN, as_json)]
    if as_json:
        print_json(
            [
                {
                    "code": i.code,
                    "severity": str(i.severity),
                    "stage": i.stage,
                    "message": i.message,
                    "location": i.location,
                    "report_id": i.report_id,
                    "span": i.span.as_list() if i.span else None,
                }
                for i in shown
            ]
        )
        return
    console = Console()
    for i in shown:
        console.print(f"[bold]{i.severity}[/] {i.code}  {escape(i.location or i.report_id or '')}\n  {escape(i.brief)}")
    counts = ", ".join(f"{n} {c}" for c, n in Counter(i.code for i in issues).most_common())
    if len(shown) < len(found):
        console.print(f"{len(found) - len(shown)} more: --limit 0 prints all, --code one kind.")
    console.print(f"{len(found)} of {counted(len(issues), 'issue')}{': ' + counts if counts else ''}.")
