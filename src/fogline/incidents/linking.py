"""From claims to incidents: which claims tell one happening, and why.

Claims of one report are gathered into accounts (``telling``), accounts that
could be one happening are found (``candidates``) and weighed (``signals``),
and the heaviest pairs are gathered without chaining (``clustering``). What
reviewers merged or split stands above every weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from fogline.claims.claim import Claim
from fogline.cycles import no_search_for_cycles
from fogline.ids import digest
from fogline.incidents.accounts import Account, account_of, claim_order
from fogline.incidents.affiliation import PARENTS
from fogline.incidents.apportioning import apportioned
from fogline.incidents.candidates import Crowd, candidates
from fogline.incidents.clustering import gather
from fogline.incidents.contradiction import contradictions
from fogline.incidents.describing import (
    News,
    assumed_days_of,
    days_of,
    in_passing,
    is_background,
    place_of,
    roles_of,
    title_of,
    type_of,
    with_news,
)
from fogline.incidents.figures import figures
from fogline.incidents.incident import Incident, IncidentStatus, Link, set_by_reviewer
from fogline.incidents.lineage import origins
from fogline.incidents.lookback import looking_back
from fogline.incidents.memory import Forgetful, Memory, ToldReport
from fogline.incidents.recoveries import of_the_dead
from fogline.incidents.shelf import Profiles, Shelf, numbered
from fogline.incidents.signals import MATCH_BITS, Corpus
from fogline.incidents.status import admiralty, grade
from fogline.incidents.telling import tell
from fogline.incidents.told_together import told_signals
from fogline.incidents.weighing import EXCLUDED_BITS, rounded, weigh, weight_of
from fogline.intake.report import Report
from fogline.issue import Issue, Severity

# Mean weight that two groups must reach for a heavy pair to merge them.
GROUP_FLOOR = 5.0

_REVIEWER = 99.0


@dataclass(frozen=True)
class Constraints:
    """What reviewers decided: pairs that are one happening, pairs that are not, and grades.

    Pairs name claims, or incidents (which stand for their first claim), in
    any order. ``statuses`` maps a claim or incident to a grade and the
    reviewer's reason; the grade given by rule stays in the reason.
    """

    must_link: frozenset[tuple[str, str]] = frozenset()
    cannot_link: frozenset[tuple[str, str]] = frozenset()
    statuses: Mapping[str, tuple[IncidentStatus, str]] = field(default_factory=dict)


CopyGroups = Callable[[Sequence[Report]], Mapping[str, int]]


def incident_id(claim_id: str) -> str:
    """Return the id of the incident whose first claim this is."""
    return digest("incident", claim_id)


@no_search_for_cycles()
def link(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    constraints: Constraints = Constraints(),  # frozen and empty
    *,
    copy_groups: CopyGroups | None = None,
    parents: Mapping[str, str] = PARENTS,
    memory: Memory | None = None,
) -> tuple[tuple[Incident, ...], tuple[Issue, ...]]:
    """Return incidents by date, the most reported first, and what has to be said about how they were linked.

    The result depends on the set of claims, never on their order. A claim
    stands in exactly one incident; a state (who holds a town, how strong a
    side is) or summary ("the war since 2011") that belongs to no happening
    stands in none, nor does a mention in passing; issues count those. Claims
    without place or day form or join incidents that are flagged ``unlocated``
    or ``undated``.

    With a ``memory`` of an earlier run only what new reports touch is worked
    out again, and the result is the same as without one.
    """
    kept = Forgetful() if memory is None else memory
    kept.begin(parents)
    by_id = {c.id: c for c in claims}
    given = _by_report(sorted(by_id.values(), key=claim_order))
    must, cannot, issues = _resolved(constraints, given)
    told = _told(given, reports, must, cannot, kept)
    accounts = sorted((a for t in told for a in t.accounts), key=lambda a: claim_order(a.claims[0]))
    apart = sum(len(t.apart) for t in told)
    # A ledger of a million claims must fit into memory: what is no longer needed goes.
    del told, by_id, given
    if apart:
        message = f"{apart} claims tell a state (control, strength, hardship, a toll over a period), sum up the war over months or tell of fighting without town, day or number, and belong to no single happening. They are in no incident; the claims and control lists have them."
        issues.append(Issue("no-single-happening", message, "incidents", Severity.NOTE))
    groups_of_copies = (copy_groups or copy_groups_of)(tuple(reports[k] for k in sorted(reports)))
    copies = _named_groups(groups_of_copies)
    corpus = Corpus.of(accounts, parents)
    profiles: Profiles
    numbers: Sequence[int]
    if memory is None:
        profiles, numbers = Shelf(accounts, corpus, copies), numbered(accounts, copies)
    else:
        known = [kept.profile_of(a, corpus, copies.get(a.report_id)) for a in accounts]
        profiles, numbers = [p for p, _ in known], [n for _, n in known]

    def weight(a: int, b: int) -> float:
        return kept.weight_of((numbers[a], numbers[b]), lambda: weight_of(profiles[a], profiles[b], corpus))

    crowd = Crowd()
    groups, weights = _gathered(accounts, profiles, candidates(profiles, corpus, crowd, accounts, copies), weight, must, cannot)
    issues += crowd.issues()
    passing = [in_passing(a, reports.get(a.report_id)) for a in accounts]
    groups, mentioned = _told_of(groups, accounts, passing, must)
    if mentioned:
        message = f"{mentioned} claims mention fighting in passing: not at the head of their report, without a day or a number of victims, and no report at hand tells more of it. They are in no incident until one does; the claims list has them."
        issues.append(Issue("mentioned-in-passing", message, "incidents", Severity.NOTE))
    news = with_news(accounts, reports)
    judged = {x for pair in must for x in pair} | set(constraints.statuses)

    def describe(group: Sequence[int]) -> Incident:
        links = _links(group, profiles, weights, corpus, reports, must)
        return _incident([accounts[n] for n in group], news, links, reports, groups_of_copies, constraints)

    incidents = []
    for group in groups:
        first = accounts[group[0]].claims[0].id
        if judged and (incident_id(first) in judged or any(c.id in judged for n in group for c in accounts[n].claims)):
            incidents.append(describe(group))
            continue
        key = tuple((numbers[n], news.get(accounts[n].report_id)) for n in group)
        incidents.append(kept.incident_of(key, partial(describe, group)))
    kept.end()
    return tuple(sorted(incidents, key=_incident_order)), tuple(issues)


def explain(
    left: Sequence[Claim],
    right: Sequence[Claim],
    all_claims: Sequence[Claim],
    reports: Mapping[str, Report],
    parents: Mapping[str, str] = PARENTS,
) -> Link:
    """Return the waterfall of weights for two sets of claims: why they are one incident, or why they are two.

    A weight below ``MATCH_BITS`` keeps them apart; an exclusion names what
    cannot be reconciled. ``all_claims`` tell how rare their words and places are.
    """

    def account(claims: Sequence[Claim]) -> Account:
        ordered = sorted(claims, key=claim_order)
        report = reports.get(ordered[0].report_id)
        return account_of(of_the_dead(apportioned(looking_back(ordered, report), report)), report)

    corpus = Corpus.of([account(cs) for _, cs in sorted(_by_report(all_claims).items())], parents)
    one, other = account(left), account(right)
    weight, signals = weigh(corpus.profile(one), corpus.profile(other), corpus)
    return Link(one.id, other.id, round(weight, 2), rounded(signals))


def copy_groups_of(reports: Sequence[Report]) -> Mapping[str, int]:
    """Return for each report that shares its text with another the number of its group of copies."""
    from fogline.intake.duplicates import near_copies

    return {report_id: number for number, group in enumerate(near_copies(reports)) for report_id in group.report_ids}


def _by_report(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    out: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        out[claim.report_id].append(claim)
    return out


def _resolved(
    constraints: Constraints, given: Mapping[str, Sequence[Claim]]
) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]], list[Issue]]:
    """Turn constraints on claims or incidents into sorted pairs of claims; say which name nothing or contradict each other."""
    known = {c.id for claims in given.values() for c in claims}
    # Only a judgement that names an incident needs the digest of every claim.
    named = {x for pair in constraints.must_link | constraints.cannot_link for x in pair} - known
    names = {name: id for id in sorted(known) if (name := incident_id(id)) in named} if named else {}
    issues: list[Issue] = []

    def pairs(given: frozenset[tuple[str, str]], what: str) -> set[tuple[str, str]]:
        out = set()
        for a, b in sorted(given):
            one, other = names.get(a, a), names.get(b, b)
            missing = [x for x in (one, other) if x not in known]
            if missing:
                message = (
                    f"A reviewer's {what} names {', '.join(missing)}, which no report at hand contains; it waits until one does."
                )
                issues.append(Issue("constraint-unknown", message, "incidents", Severity.NOTE))
            elif one != other:
                out.add((min(one, other), max(one, other)))
        return out

    must, cannot = pairs(constraints.must_link, "merge"), pairs(constraints.cannot_link, "split")
    kept: set[tuple[str, str]] = set()
    group: dict[str, set[str]] = {}
    for a, b in sorted(must):
        left, right = group.get(a, {a}), group.get(b, {b})
        if left is right:
            kept.add((a, b))
            continue
        if any((min(x, y), max(x, y)) in cannot for x in left for y in right):
            message = f"Reviewers both merged and split {a} and {b}, directly or through others. The split stands; take one of the judgements back."
            issues.append(Issue("constraint-conflict", message, "incidents", Severity.WARNING))
            continue
        joined = left | right
        for x in joined:
            group[x] = joined
        kept.add((a, b))
    return frozenset(kept), frozenset(cannot), issues


def _told(
    given: Mapping[str, Sequence[Claim]],
    reports: Mapping[str, Report],
    must: frozenset[tuple[str, str]],
    cannot: frozenset[tuple[str, str]],
    memory: Memory,
) -> list[ToldReport]:
    """Gather each report's claims into accounts."""
    constrained = {x for pair in must | cannot for x in pair}
    out: list[ToldReport] = []
    for report_id in sorted(given):
        claims, report = tuple(given[report_id]), reports.get(report_id)
        here = {c.id for c in claims} & constrained
        touching_must = frozenset(p for p in must if p[0] in here or p[1] in here) if here else frozenset()
        touching_cannot = frozenset(p for p in cannot if p[0] in here and p[1] in here) if here else frozenset()

        def tell_it(
            claims: tuple[Claim, ...] = claims,
            report: Report | None = report,
            must: frozenset[tuple[str, str]] = touching_must,
            cannot: frozenset[tuple[str, str]] = touching_cannot,
        ) -> ToldReport:
            dated = of_the_dead(apportioned(looking_back(claims, report), report))
            telling = tell(sorted(dated, key=claim_order), report, must, cannot)
            accounts = tuple(account_of(group, report) for group in telling.groups)
            return ToldReport(claims, report, must, cannot, dated, accounts, telling.apart)

        out.append(memory.told_of(report_id, claims, report, touching_must, touching_cannot, tell_it))
    return out


def _named_groups(groups: Mapping[str, int]) -> dict[str, str]:
    """Name each group of copies by its first report: numbers shift when reports are added."""
    first: dict[int, str] = {}
    for report_id in sorted(groups):
        first.setdefault(groups[report_id], report_id)
    return {report_id: first[number] for report_id, number in groups.items()}


def _gathered(
    accounts: Sequence[Account],
    profiles: Profiles,
    pairs: Iterable[tuple[int, int]],
    weight: Callable[[int, int], float],
    must: frozenset[tuple[str, str]],
    cannot: frozenset[tuple[str, str]],
) -> tuple[list[list[int]], dict[tuple[int, int], float]]:
    weights: dict[tuple[int, int], float] = {}
    for a, b in pairs:
        bits = weight(a, b)
        # Only a heavy pair asks for a merger; a lighter one is weighed again if a mean needs it.
        if bits >= MATCH_BITS:
            weights[a, b] = bits
    position = {c.id: n for n, account in enumerate(accounts) for c in account.claims} if must or cannot else {}
    apart: dict[int, set[int]] = defaultdict(set)
    for one, other in cannot:
        if one in position and other in position:
            apart[position[one]].add(position[other])
            apart[position[other]].add(position[one])
    together = {
        (min(position[a], position[b]), max(position[a], position[b])) for a, b in must if a in position and b in position
    }

    def forbidden(left: Sequence[int], right: Sequence[int]) -> bool:
        if apart and any(b in apart[a] for a in left if a in apart for b in right):
            return True
        return _days_disjoint(accounts, left, right) or _told_twice(accounts, profiles, left, right)

    groups: list[list[int]] = []
    # Only heavy pairs and a reviewer's word merge, so parts that neither
    # connects can be gathered one after the other; each is near in time.
    for part, heavy, bound in _parts(len(accounts), weights, together):
        if len(part) == 1:
            groups.append(part)
            continue

        def weigh_in(a: int, b: int, part: list[int] = part) -> float:
            one, other = accounts[part[a]], accounts[part[b]]
            return weight(part[a], part[b]) if one.report_id != other.report_id else 0.0

        def forbidden_in(left: Sequence[int], right: Sequence[int], part: list[int] = part) -> bool:
            return forbidden([part[n] for n in left], [part[n] for n in right])

        found = gather(
            len(part), heavy, threshold=MATCH_BITS, floor=GROUP_FLOOR, weigh=weigh_in, forbidden=forbidden_in, together=bound
        )
        groups += [[part[n] for n in group] for group in found]
    groups.sort()
    return groups, weights


def _parts(
    count: int, weights: Mapping[tuple[int, int], float], together: Iterable[tuple[int, int]]
) -> Iterator[tuple[list[int], dict[tuple[int, int], float], list[tuple[int, int]]]]:
    """Yield the connected parts of the accounts with their pairs, numbered within the part."""
    parent = list(range(count))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    merged = [pair for pair in together if pair[0] != pair[1]]
    for pairs in (weights, merged):
        for a, b in pairs:
            low, high = sorted((root(a), root(b)))
            parent[high] = low
    members: dict[int, list[int]] = defaultdict(list)
    place = []
    for n in range(count):
        mine = members[root(n)]
        place.append(len(mine))
        mine.append(n)
    heavy: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in weights:
        heavy[root(pair[0])].append(pair)
    bound: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for a, b in merged:
        bound[root(a)].append((place[a], place[b]))
    for key in sorted(members):
        pairs_here = {(place[a], place[b]): weights[a, b] for a, b in heavy.pop(key, ())}
        yield members[key], pairs_here, bound.get(key, [])


def _told_of(
    groups: Sequence[list[int]], accounts: Sequence[Account], passing: Sequence[bool], must: frozenset[tuple[str, str]]
) -> tuple[list[list[int]], int]:
    """Return the groups that some report tells of, and how many claims only mention something in passing.

    A report of a day's raids ends with "clashes went on near the airport".
    That is news if somebody tells it with its day or its dead, or if it is
    all that a report has to say; by itself it could be any day's clash.
    """
    telling: dict[str, int] = defaultdict(int)
    for account, passes in zip(accounts, passing, strict=True):
        telling[account.report_id] += not passes
    bound = {x for pair in must for x in pair}
    kept: list[list[int]] = []
    left_out = 0
    for group in groups:
        claims = [c for n in group for c in accounts[n].claims]
        more = all(telling[accounts[n].report_id] for n in group)
        if more and all(passing[n] for n in group) and not any(c.id in bound for c in claims):
            left_out += len(claims)
        else:
            kept.append(group)
    return kept, left_out


def _days_disjoint(accounts: Sequence[Account], left: Sequence[int], right: Sequence[int]) -> bool:
    """Return whether the firm days of two groups lie apart by two days or more, so that no day's slip explains it."""
    spans = []
    for group in (left, right):
        firm = [accounts[n] for n in group if accounts[n].firm]
        starts = [a.start for a in firm if a.start is not None]
        ends = [a.end for a in firm if a.end is not None]
        if not starts or not ends:
            return False
        spans.append((max(starts), min(ends)))
    (start_a, end_a), (start_b, end_b) = spans
    return (start_a - end_b).days >= 2 or (start_b - end_a).days >= 2


def _told_twice(accounts: Sequence[Account], profiles: Profiles, left: Sequence[int], right: Sequence[int]) -> bool:
    """Return whether one report tells both groups and gives them different days, places or figures."""
    reports_left = {accounts[n].report_id: n for n in left}
    for n in right:
        m = reports_left.get(accounts[n].report_id)
        if m is None:
            continue
        one, other = accounts[m], accounts[n]
        if one.firm and other.firm and (one.start, one.end) != (other.start, other.end):
            return True
        if profiles[m].fine and profiles[n].fine and not (profiles[m].tokens & profiles[n].tokens):
            return True
        shared = one.figures.keys() & other.figures.keys()
        if any(one.figures[w] != other.figures[w] for w in shared):
            return True
    return False


def _links(
    group: Sequence[int],
    profiles: Profiles,
    weights: Mapping[tuple[int, int], float],
    corpus: Corpus,
    reports: Mapping[str, Report],
    must: frozenset[tuple[str, str]],
) -> tuple[Link, ...]:
    """Return for every claim but the first the link that holds it: to its account's first claim, or to the likest earlier account."""
    out: list[Link] = []
    for at, n in enumerate(group):
        account = profiles[n].account
        first, *others = account.claims
        for claim, found in zip(others, told_signals(account.claims, reports.get(account.report_id)), strict=True):
            if (min(first.id, claim.id), max(first.id, claim.id)) in must:
                out.append(_merged(first.id, claim.id))
                continue
            signals = rounded(found)
            out.append(Link(first.id, claim.id, round(sum(s[1] for s in signals), 2), signals))
        if at == 0:
            continue
        earlier = group[:at]
        nearest = _nearest(n, earlier[-60:], profiles, weights, corpus)
        pair = next(((a, b) for a in earlier for b in (n,) if _bound(profiles[a].account, profiles[b].account, must)), None)
        if pair is not None:
            out.append(_merged(profiles[pair[0]].account.id, account.id))
            continue
        weight, found = weigh(profiles[nearest], profiles[n], corpus)
        out.append(Link(profiles[nearest].account.id, account.id, round(weight, 2), rounded(found)))
    return tuple(out)


def _nearest(n: int, earlier: Sequence[int], profiles: Profiles, weights: Mapping[tuple[int, int], float], corpus: Corpus) -> int:
    """Return the likest of a group's earlier accounts, the first of equals; only heavy pairs are at hand, others are weighed again."""
    heavy = [m for m in earlier if (m, n) in weights]
    if heavy:
        return max(heavy, key=lambda m: (weights[m, n], -m))

    def light(m: int) -> float:
        if profiles[m].account.report_id == profiles[n].account.report_id:
            return EXCLUDED_BITS
        return weight_of(profiles[m], profiles[n], corpus)

    return max(earlier, key=lambda m: (light(m), -m))


def _merged(left: str, right: str) -> Link:
    return Link(left, right, _REVIEWER, (("reviewer", _REVIEWER, "merged by a reviewer"),))


def _bound(left: Account, right: Account, must: frozenset[tuple[str, str]]) -> bool:
    if not must:
        return False
    return any((min(a.id, b.id), max(a.id, b.id)) in must for a in left.claims for b in right.claims)


def _incident(
    accounts: Sequence[Account],
    news: Mapping[str, News],
    links: tuple[Link, ...],
    reports: Mapping[str, Report],
    copy_groups: Mapping[str, int],
    constraints: Constraints,
) -> Incident:
    claims = tuple(sorted((c for a in accounts for c in a.claims), key=claim_order))
    stated = days_of([a for a in accounts if a.firm])[1]
    told = {a.report_id for a in accounts if not is_background(a, reports.get(a.report_id), news.get(a.report_id), stated)}
    # What a report says further down of its own news is no recollection.
    background = [a for a in accounts if a.report_id not in told]
    recalled = {c.id for a in background for c in a.claims}
    foreground = [a for a in accounts if a not in background] or list(accounts)
    telling = [c for a in foreground for c in a.claims]
    type_code = type_of(telling)
    start, end = days_of(foreground)
    if start is None and end is None:
        start, end = days_of(accounts)
    assumed = start is None and end is None
    if assumed:
        start, end = assumed_days_of(foreground)
    place = place_of(foreground, reports) or place_of(accounts, reports)
    # Who recalls it weeks later repeats what was known then.
    origin = origins(telling, reports, copy_groups)
    numbers = figures(claims, reports)
    disputes = contradictions(claims, reports)
    status, reason = grade(claims, origin, disputes, reports)
    name = incident_id(claims[0].id)
    signs = (
        ("undated", start is None and end is None),
        ("date-assumed", assumed and end is not None),
        ("unlocated", place is None),
    )
    flags = [f for f, present in signs if present]
    if any(s[0] == "reviewer" for link_ in links for s in link_.signals):
        flags.append("reviewed-links")
    given = next((constraints.statuses[x] for x in (name, *(c.id for c in claims)) if x in constraints.statuses), None)
    by_rule = None if given is None else reason
    if given is not None:
        status = given[0]
        reason = set_by_reviewer(status, reason, given[1])
        flags.append("reviewed-status")
    actors, targets = roles_of(telling, type_code)
    return Incident(
        id=name,
        type=type_code,
        title=title_of(type_code, place, start, end, actors, numbers, claims),
        date_start=start,
        date_end=end,
        place=place,
        claim_ids=tuple(c.id for c in claims),
        report_ids=tuple(dict.fromkeys(c.report_id for c in claims)),
        background_claim_ids=tuple(c.id for c in claims if c.id in recalled),
        origins=origin,
        figures=numbers,
        contradictions=disputes,
        actors=actors,
        targets=targets,
        status=status,
        status_reason=reason,
        admiralty=admiralty(claims, origin, status),
        links=links,
        flags=tuple(flags),
        background_report_ids=tuple(
            r for r in dict.fromkeys(c.report_id for c in claims) if all(c.id in recalled for c in claims if c.report_id == r)
        ),
        status_by_rule=by_rule,
    )


def _incident_order(incident: Incident) -> tuple[date, int, int, int, str]:
    """Order incidents by day; within a day what most reports tell comes first, then what killed most, then what most is said of."""
    killed = incident.figure("killed")
    dead = killed.best if killed is not None and killed.best is not None else 0
    return (
        incident.date_start or incident.date_end or date.max,
        -len(incident.report_ids),
        -dead,
        -len(incident.claim_ids),
        incident.id,
    )
