"""The names that stand in a text outside its mentions: names of the registry, people, and people named together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import replace

from fogline.grounding import actor_words as lexicon
from fogline.grounding.entity import Entities, Entity
from fogline.grounding.grounding import GroundedActor
from fogline.grounding.introductions import Introductions
from fogline.grounding.known_actor import known
from fogline.grounding.prose import Prose
from fogline.grounding.registry import Match, Sense
from fogline.grounding.span_index import SpanIndex
from fogline.grounding.word_lists import word_set
from fogline.span import Span

__all__ = ["note_names", "note_pairs", "note_people"]

# Between names in a list, and before the last of it.
_JOINED = re.compile(r",? (?:and |or )?(?:the )?|, ")
_LAST_JOINT = re.compile(r"\band\b")
_NO_SUBJECT = word_set("at on by with for and or between against towards toward around outside near over above below the of")
# Verbs as they are printed behind a subject; few nouns follow a capital's name in lower case.
_VERB = re.compile(
    r" (?:has|have|had|is|was|will|would|does|did|can|could|may|might|must|should|[a-z]+(?:ed|es|[^s\W]s))\b(?![’'])"
)


def note_names(entities: Entities, mentions: Collection[Span]) -> None:
    """Add the registry names that stand in the text outside the mentions."""
    prose = entities.prose
    taken = sorted(mentions)
    for m in prose.names:
        span = Span(prose.words[m.first].start, prose.words[m.last - 1].end)
        at = bisect_right(taken, span)
        if any(s.overlap(span) for s in taken[max(0, at - 3) : at + 2]):
            continue
        name = m.name
        following = prose.words[m.last].key if m.last < len(prose.words) else ""
        if name.sense is Sense.ADJECTIVE and following not in lexicon.FORCES | lexicon.POSTS:
            continue
        if name.sense is Sense.SEAT and not _acts(prose, m):
            continue
        opens = m.first == 0 or prose.sentence(prose.words[m.first - 1].start) < prose.sentence(span.start)
        preceding = "" if opens else prose.words[m.first - 1].key
        if (
            name.actor.region == "states"
            and name.sense is Sense.NAME
            and preceding in lexicon.PLACE_WORDS
            and following not in lexicon.FORCES
        ):
            continue  # "in Syria" is where, not who
        grounded = known(name.actor, prose.context, "alias", "named in the text")
        # "Syria's president": somebody, and "he" from there on.
        person = name.sense is Sense.LEADER or _post_follows(prose, m.last)
        entities.insert(Entity(span, grounded, prose.sentence(span.start), person, None, following, True))


def _acts(prose: Prose, seat: Match) -> bool:
    """Tell whether a capital is the subject of its clause, and stands for its government: "Kampala sent", "but Ankara does"."""
    before = prose.words[seat.first - 1].key if seat.first and prose.gap(seat.first) == " " else ""
    return before not in lexicon.PLACE_WORDS | _NO_SUBJECT and _VERB.match(prose.text, prose.words[seat.last - 1].end) is not None


def _post_follows(prose: Prose, at: int) -> bool:
    """Tell whether one holder of a post is named from a word on: "president", "foreign minister"."""
    behind = prose.words[at : at + 3]
    post = next((n for n, w in enumerate(behind) if w.key in lexicon.POSTS and not w.key.endswith("s")), None)
    return post is not None and all(w.key in lexicon.STATE_MODIFIERS for w in behind[:post])


def note_people(entities: Entities, introductions: Introductions, taken: Collection[Span]) -> None:
    """Add people named outside the mentions: by a first name that people bear, a title, or because they speak; then by surname."""
    prose, people = entities.prose, entities.people
    if prose.context.all_caps:
        return
    mentions = SpanIndex(taken)
    for first, last in people.capitals:
        bare = people.bare(last - 1)
        span = Span(prose.words[first].start, people.bare_end(last - 1))
        told = bare in people.surnames if last - first == 1 else people.are_a_person(first, last)
        if not told or mentions.touches(span):
            continue
        body, name, kind = introductions.of(bare)
        printed = name if last - first == 1 and name else people.without_title(first, span)
        own = GroundedActor(printed, kind, None, None, "unknown", "named in the text")
        entities.insert(Entity(span, body or own, prose.sentence(span.start), True, None, bare.casefold(), True))


def note_pairs(entities: Entities) -> None:
    """Note those whom the text names together, "Ada Ito and Tom Byrne", as ``rows``; "they" may be both of two people."""
    text = entities.prose.text
    named = [e for e in entities.told if e.named and not e.grounded.also and (e.person or e.grounded.actor_id is not None)]
    row: list[Entity] = []
    for entity in [*named, None]:
        joint = row and entity is not None and _JOINED.fullmatch(text, row[-1].span.end, max(row[-1].span.end, entity.span.start))
        if not joint:
            if len(row) > 1 and _LAST_JOINT.search(text, row[-2].span.end, row[-1].span.start):
                entities.rows.append(row)
            row = []
        if entity is not None and all(e.grounded.name != entity.grounded.name for e in row):
            row.append(entity)
    for row in entities.rows:
        if len(row) == 2 and all(e.person for e in row):
            both = replace(row[0].grounded, also=(row[1].grounded,), person=None)
            whole = row[0].span.cover(row[1].span)
            entities.insert(Entity(whole, both, row[0].sentence, False, row[0].role or row[1].role, "persons", True))
