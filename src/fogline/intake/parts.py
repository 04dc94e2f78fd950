"""Tells the parts of a page apart where no markup does: by how they are worded and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.intake.report import Credit, Part, PartKind
from fogline.span import Span, trimmed

_FURNITURE = re.compile(
    r"^\W*(?:read (?:more|also|next|on)\b|more on this|see also\b|related(?: (?:stories|articles|topics|news))?\W*$|you may also like|recommended\b|most (?:read|viewed|popular)|"
    r"sign up\b|subscribe\b|newsletter\b|share (?:this|on|via)\b|share\W*$|follow us\b|follow @|click here\b|advertisement\W*$|story continues below|"
    r"(?:e-?mail|print|facebook|twitter|whatsapp)\W*$|comments?\W*$|leave a (?:comment|reply)|copyright\b|©|all rights reserved|terms of (?:use|service)|"
    r"(?:we use|this (?:site|website) uses) cookies|accept (?:all )?cookies|beta v|skip to\b|back to top|tags?\s*:|topics?\s*:|filed under|"
    r"download (?:our|the) app|watch( live| now|:)|listen( live| now|:)|sample report written for|updated?\s*:|published\s*:|last (?:updated|modified)\b|"
    r"this (?:article|story) (?:first|originally) appeared|have something to say|join the conversation|advertise with)",
    re.IGNORECASE,
)
_TRANSLATION = re.compile(
    r"(?:powered by |by )?(?:automat(?:ed|ic)|machine)[- ]translat(?:ion|ed)|translated (?:automatically|by machine|from (?:the )?[A-Z]\w+ by)|"
    r"this (?:article|text|report|page) (?:was|is|has been) (?:machine|automatically)[- ]translated|translation by (?:google|deepl|microsoft)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^\W*(?:\(?files?\)|file photo|in this (?:file )?(?:photo|image|picture|handout)|a (?:file )?(?:photo|picture|image|video grab) (?:taken|shows|released)|"
    r"(?:photo|picture|image|caption|photograph)\s*:|.{0,200}\b(?:file photo|\(file\)|handout)\b.{0,40}$)|[/|]\s*(?:AFP|AP|Reuters|EPA|Getty(?: Images)?)\s*[/|]|"
    r"\((?:Photo|Photograph|Image|Picture)(?: by|:)[^)]{0,80}\)\s*$|\b(?:Photo(?:graph)?|Picture|Image)(?: by|:) [^.]{2,60}$",
    re.IGNORECASE,
)
_AGENCY = r"Reuters|AFP|Agence France-Presse|AP|Associated Press|Xinhua|TASS|Interfax|SANA|Anadolu(?: Agency)?|DPA|EFE|ANSA|Kyodo|UPI|RIA Novosti|Harbour Wire"
_PLACE = r"[A-ZÀ-Þ][\w'’.\-]*(?:[ /,\-]+(?:[A-ZÀ-Þ][\w'’.\-]*|de|la|el|del|du)){0,5}"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DATELINE = re.compile(
    rf"\A\s*(?:{_PLACE},?\s+)?(?:\d{{1,2}}\s+{_MONTH}\.?,?\s+\d{{2,4}}|{_MONTH}\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?)?\s*(?:\((?P<agency>{_AGENCY}|[A-Z][\w ]{{2,24}})\))?\s*(?:--|–|—|-)\s+",
    re.IGNORECASE,
)
_CREDITS = (
    re.compile(rf"\((?P<a>{_AGENCY})\)\s*(?:--|–|—|-)"),
    re.compile(rf"[/|]\s*(?P<a>{_AGENCY})\s*(?:[/|]|$)", re.MULTILINE),
    re.compile(rf"©\s*(?:\d{{4}}\s*)?(?:The )?(?P<a>{_AGENCY})\b"),
    re.compile(rf"\b[Ww]ith (?:reporting by|additional reporting by|files from|agencies|material from)?\s*(?:the )?(?P<a>{_AGENCY})\b\.?\s*$", re.MULTILINE),
    re.compile(rf"^\s*(?:Source|Agency|By)\s*:?\s*(?:the )?(?P<a>{_AGENCY})\s*$", re.MULTILINE),
    re.compile(rf"(?:--|–|—|-)\s*(?P<a>{_AGENCY})\s*$", re.MULTILINE),
    re.compile(r"\((?:Additional )?[Rr]eporting by [^()]{2,200}?; ?(?:[Ww]riting|[Ee]diting) by [^()]{2,120}\)"),
)
_NAMES = {"Agence France-Presse": "AFP", "Associated Press": "AP", "Anadolu Agency": "Anadolu"}

# A headline has no more words than this; standfirsts run to two sentences.
HEADLINE_WORDS = 22
STANDFIRST_WORDS = 45


def lines_of(text: str) -> list[Span]:
    """Return the paragraphs of a text: its lines, without blank ones."""
    out = []
    at = 0
    for line in text.split("\n"):
        if span := trimmed(text, at, at + len(line)):
            out.append(span)
        at += len(line) + 1
    return out


def parts_of(text: str, *, headline_known: bool = False) -> tuple[Part, ...]:
    """Return the parts of a plain text in order.

    Furniture and captions are told by their wording; a headline by being a
    first short line without a full stop with more to follow, a standfirst
    by being a second such line. In doubt a line is body: what is called
    furniture is not read.
    """
    lines = lines_of(text)
    out: list[Part] = []
    body_seen = False
    for number, span in enumerate(lines):
        line = span.of(text)
        kind = worded_kind(line)
        if kind is None and not body_seen:
            short = len(line.split()) <= (HEADLINE_WORDS if not out else STANDFIRST_WORDS)
            open_end = line.rstrip("\"'”’")[-1:] not in ".!?:;…" and not re.match(r"\w+, \d+ \w+", line)
            if number == 0 and short and open_end and len(lines) > 1 and not headline_known:
                kind = PartKind.HEADLINE
            elif number == 1 and short and open_end and len(lines) > 2 and out and out[0].kind is PartKind.HEADLINE:
                kind = PartKind.STANDFIRST
        if kind is None:
            if not body_seen and (found := dateline_in(line)):
                end = span.start + found
                out.append(Part(PartKind.DATELINE, Span(span.start, span.start + len(text[span.start : end].rstrip()))))
                span = Span(end, span.end) if end < span.end else span
                if end >= span.end:
                    body_seen = True
                    continue
            body_seen = True
            kind = PartKind.BODY
        out.append(Part(kind, span))
    return tuple(out)


def worded_kind(line: str) -> PartKind | None:
    """Return FURNITURE or CAPTION if the wording of a line says so; None if it does not."""
    if len(line) < 300 and (_FURNITURE.search(line) or (_TRANSLATION.search(line) and len(line) < 200)):
        return PartKind.FURNITURE
    # A caption's credit may stand at the end of a long line; in the middle
    # of a paragraph "/ AFP /" credits that paragraph's picture all the same.
    if len(line) < 1500 and _CAPTION.search(line):
        return PartKind.CAPTION
    return None


def dateline_in(line: str) -> int:
    """Return how many characters of a paragraph are its dateline ("BEIRUT (Reuters) - "); 0 if none."""
    head = line[:120]
    match = _DATELINE.match(head)
    if match is None or not match.group().strip(" -–—"):
        return 0
    named = match.group().strip(" -–—")
    if not (match.group("agency") or named.isupper() or re.search(r"\d", named) or re.match(r"[A-ZÀ-Þ]{3,}", named)):
        return 0
    return match.end()


def translation_notice(text: str) -> Span | None:
    """Return the words that say a text is a (machine) translation; looked for at both ends of the text."""
    for low, high in ((0, 4000), (max(0, len(text) - 3000), len(text))):
        if match := _TRANSLATION.search(text, low, min(high, len(text))):
            return Span(*match.span())
    return None


def credits_in(text: str) -> tuple[Credit, ...]:
    """Return the agencies that a report credits its words or pictures to; "told AFP" is no credit."""
    found: dict[tuple[str, int], Credit] = {}
    ends: Sequence[tuple[int, int]] = ((0, min(len(text), 5000)), (max(0, len(text) - 2000), len(text)))
    for pattern in _CREDITS:
        for low, high in ends:
            for match in pattern.finditer(text, low, high):
                agency = match.groupdict().get("a") or "Reuters"
                span = Span(*match.span("a")) if match.groupdict().get("a") else Span(*match.span())
                found.setdefault((agency, span.start), Credit(_NAMES.get(agency, agency), span))
    return tuple(sorted(found.values(), key=lambda c: c.span))
