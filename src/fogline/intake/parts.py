"""Tells the parts of a page apart where no markup does: by how they are worded and where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from fogline.intake.report import Credit, Part, PartKind
from fogline.span import Span, trimmed

# Whole lines that are nothing but a label or a button.
_STUB = re.compile(
    r"\W*(?:read (?:more|also|next|on)|more on this(?: story)?|see also|related(?: (?:stories|articles|topics|news|coverage))?|"
    r"you may also like|recommended(?: for you| reading| stories)?|most (?:read|viewed|popular|shared)|sign (?:up|in)|log ?in|subscribe(?: now)?|newsletters?|"
    r"share|share this(?: \w+)?|follow us|click here|advertisement|sponsored|story continues below(?: advertisement)?|e-?mail|print|facebook|twitter|"
    r"whatsapp|telegram|comments?|\d+ comments?|leave a (?:comment|reply)|all rights reserved|terms of (?:use|service)|privacy policy|back to top|"
    r"skip to (?:main )?content|(?:watch|listen)(?: live| now)?|menu|search|home|loading)\W*",
    re.IGNORECASE,
)
# The section of a paper, as a line of its own above a headline.
_SECTION = re.compile(
    r"\W*(?:(?:world|international|global|foreign|local|national|breaking|latest|top) ?(?:news|affairs|desk)?|news(?: analysis| in brief)?|"
    r"(?:middle east|north africa|africa|asia(?:[- ]pacific)?|europe|(?:latin|central|south|north) america|americas|us|uk)(?: news)?|"
    r"middle east (?:&|and) (?:north )?africa|politics|conflict|war|defen[cs]e|security|human rights|opinion|analysis|features?|exclusive|explainer|live)\W*",
    re.IGNORECASE,
)
# Lines that a label with a colon opens.
_LABEL = re.compile(
    r"\W*(?:read (?:more|also|next)|see also|related|recommended|more on this|watch|listen|tags?|topics?|keywords|filed under|categor(?:y|ies)|"
    r"last updated?|modified|(?:first )?published)\s*(?:on\s*)?:",
    re.IGNORECASE,
)
# "Updated: 3 March, 04:31" dates a page, "UPDATE: The toll has risen to ten" is news; "(c)" is a copyright or the third of a list.
_STAMP_OR_NEWS = re.compile(r"\W*(?:updated?\s*(?:on\s*)?:|\(c\))", re.IGNORECASE)
_OF_A_STAMP = re.compile(
    r"\d|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|at|by|on|local|time|gmt|utc|[ap]m|[ecmpb][sd]?t|i[sd]t|hours?|minutes?|ago)$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\(c\)\s*(?:\d{4}|copyright)|\b(?:rights? reserved|may not be (?:published|reproduced|copied))\b", re.IGNORECASE
)
# Behind such a label fewer words than these are a date or a name.
_NEWS_WORDS = 4
# Openings that no news sentence has.
_OPENING = re.compile(
    r"\W*(?:read (?:more|also|next)\b|sign up (?:for|to)\b|subscribe (?:to|for|now)\b|share this (?:article|story|page|post|on|with|via)\b|"
    r"share (?:on|via) (?:facebook|twitter|x|whatsapp|e-?mail)\b|follow (?:us|@\w+)\b|click here\b|leave a (?:comment|reply)\b|©|"
    r"copyright\s*(?:©|\(c\)|\d{4})|all rights reserved\b|(?:we use|this (?:web)?site uses) cookies|accept (?:all )?cookies|beta v|"
    r"download (?:our|the) app\b|story continues below|last (?:updated|modified)\b|this (?:article|story) (?:first|originally) appeared|"
    r"have something to say|join the conversation\b|advertise with\b|you may also like\b|sample report written for|"
    r"\(?(?:additional )?reporting by [^;]{2,200};? ?\(?(?:writing|editing) by\b|with (?:additional )?reporting by\b)",
    re.IGNORECASE,
)
# Each word needs its blank: without it, a long run of capitals could be cut
# into words in too many ways to try.
_BYLINE = re.compile(
    r"(?:By|BY|Words by|Written by)[ :]\s*(?:(?:[A-ZÀ-Þ][\w'’.\-]*|and|in|at|for|de|al|el|van|von|bin)(?:,?\s+|\Z)){1,12}"
)
_CONTRIBUTED = re.compile(r"[A-Z][\w ,.'’\-]{2,120} contributed (?:reporting )?to this (?:report|story|article)\.?")
# What a machine-made text says of itself, wherever it stands …
_TRANSLATED = re.compile(
    r"(?:powered by |by )?(?:automat(?:ed|ic)|machine) translation\b(?! of\b)|"
    r"this (?:article|text|report|page|story) (?:was|is|has been) (?:(?:machine|automatically)[- ])?translated\b|"
    r"translated (?:automatically|by (?:machine|google|deepl|microsoft))\b|translation by (?:google|deepl|microsoft)\b",
    re.IGNORECASE,
)
# … and what counts only as a line of its own: in a story, a letter may be translated.
_TRANSLATED_LINE = re.compile(
    r"\W*(?:machine[- ]translated|automatically translated|translated from (?:the )?\w+|translation from (?:the )?\w+)\b",
    re.IGNORECASE,
)
_PICTURE = r"(?:photo(?:graph)?|picture|image|frame ?grab|video grab|screen ?grab|still(?: image)?|handout)"
_CAPTION = re.compile(
    rf"\W*(?:\(?files?\)?(?: photo)?\s*[:–—\-)]|file {_PICTURE}\b|"
    rf"(?:in )?(?:this|an?) (?:[\w,.]+ ){{0,4}}{_PICTURE},? (?:taken|released|provided|made|posted|obtained|dated|from|shows)\b|"
    rf"in this (?:[\w,.]+ ){{0,4}}(?:file|handout) {_PICTURE}|(?:{_PICTURE}|caption|{_PICTURE} credit)\s*(?:by\s*)?:)",
    re.IGNORECASE,
)
_PICTURE_AGENCY = r"(?:AFP|AP|Reuters|REUTERS|EPA(?:-EFE)?|Getty(?: Images)?|Anadolu|Xinhua|TASS)"
_CAPTION_CREDIT = re.compile(
    rf"[/|]\s*{_PICTURE_AGENCY}\s*(?:[/|]|\Z)|\bAP Photo/|\bREUTERS/[A-Z]|\bvia (?:AP|AFP|Reuters|REUTERS|Getty Images)\W*\Z|\bGetty Images\W*\Z|"
    rf"\[[^\]]{{0,60}}\b{_PICTURE_AGENCY}\b[^\]]{{0,20}}\]\W*\Z|\((?:[Pp]hoto|[Pp]hotograph|[Ii]mage|[Pp]icture)(?: by|:)[^)]{{0,80}}\)\W*\Z|"
    r"\b(?:Photo(?:graph)?|Picture|Image)(?: by|:) [^.]{2,60}\Z|\((?:[Ff]ile(?: photo| image| picture)?|[Hh]andout(?: photo)?)\)\W*\Z"
)
# A line that only its credit marks as a caption has no more words than
# this: the credit of an article that is one long line is not a caption's.
_CAPTION_WORDS = 80

_AGENCIES = {
    "Agence France-Presse": "AFP",
    "Agence France Presse": "AFP",
    "The Associated Press": "AP",
    "Associated Press": "AP",
    "Anadolu Agency": "Anadolu",
    "Thomson Reuters": "Reuters",
    "REUTERS": "Reuters",
    "REUTER": "Reuters",
    "XINHUA": "Xinhua",
    "INTERFAX": "Interfax",
    "KYODO": "Kyodo",
    "ANADOLU": "Anadolu",
    "Deutsche Presse-Agentur": "DPA",
    "dpa": "DPA",
    "Itar-Tass": "TASS",
    "ITAR-TASS": "TASS",
    "Yonhap News Agency": "Yonhap",
    **{
        name: name
        for name in (
            *(
                "Reuters",
                "AFP",
                "AP",
                "Xinhua",
                "TASS",
                "Interfax",
                "SANA",
                "Anadolu",
                "DPA",
                "EFE",
                "ANSA",
                "Kyodo",
                "UPI",
                "RIA Novosti",
            ),
            *(
                "Sputnik",
                "IRNA",
                "KUNA",
                "MENA",
                "WAFA",
                "PTI",
                "IANS",
                "Yonhap",
                "Ukrinform",
                "Petra",
                "ACAN-EFE",
                "Harbour Wire",
            ),
        )
    },
}
_AGENCY = "(?:" + "|".join(re.escape(name) for name in sorted(_AGENCIES, key=len, reverse=True)) + ")"
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]*\.?"
_DAY = rf"(?:\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{2,4}})?|{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|NO DATE)"
_PLACE = r"[A-ZÀ-Þ][\w'’.\-]*(?:[ ,/]+(?:[A-ZÀ-Þ][\w'’.\-]*|de|la|el|al|del|du|of|the|near|and)){0,6}"
# Blanks are taken possessively (``\s*+``): a line of two hundred blanks could
# otherwise be shared out among the optional pieces in millions of ways.
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}(?:\s\([A-Z][A-Z .]{{1,30}}\)(?=,))?)?[.,:]?\s*+(?P<day>{_DAY})?\s*+[.,]?\s*+"
    rf"(?:\((?P<said>[^()\n]{{2,40}})\)|/(?P<slashed>{_AGENCY})/\.?)?\s*+(?P<later>{_DAY})?\s*+"
    r"(?P<dash>--|[–—]|(?<=[\s)/])-(?=\s)|(?<=SANA)-|(?<=/\s)|(?<=/\.\s))\s*+"
)
_DASH = r"(?:--|[–—-])"
_CREDITS = (
    re.compile(rf"\((?P<a>{_AGENCY})\)\s*+(?:{_DAY}\s*+)?{_DASH}"),
    re.compile(rf"\((?P<a>{_AGENCY})\)\s*$", re.MULTILINE),
    re.compile(rf"^[^\n]{{3,60}}, (?P<a>SANA)\s?{_DASH}", re.MULTILINE),
    re.compile(rf"[/|]\s*(?P<a>{_AGENCY})\s*(?:[/|]|$)", re.MULTILINE),
    re.compile(rf"(?:©|\(c\)|[Cc]opyright)\s*(?:\d{{4}}\s*)?(?:[Tt]he )?(?P<a>{_AGENCY})\b"),
    re.compile(
        rf"\b[Ww]ith (?:(?:additional )?reporting (?:by|from)|files from|input from|material from|agencies:?)?\s*(?:the )?(?P<a>{_AGENCY})\b[.)]*\s*$",
        re.MULTILINE,
    ),
    re.compile(rf"^[^\w\n]*(?:(?:Source|Agency|By|From|Via)\s*:?\s*)?(?:the )?(?P<a>{_AGENCY})\W*$", re.MULTILINE),
    re.compile(rf"[\s.!?\"”]{_DASH}\s*(?:[Ww]ith )?(?P<a>{_AGENCY})\.?\s*$", re.MULTILINE),
    re.compile(rf"\b(?P<a>{_AGENCY}) contributed (?:reporting )?to this (?:report|story|article)"),
    re.compile(rf"\[[^\]\n]{{0,60}}?\b(?P<a>{_AGENCY})\]"),
    re.compile(r"\b(?P<a>REUTERS)/[A-Z]"),
)
# Only one agency signs its stories off like this, without its name.
_SIGNED_OFF = re.compile(
    r"^[^\w\n]*(?:Additional )?[Rr]eporting by [^()\n]{2,200}?; ?(?:[Ww]riting|[Ee]diting) by [^()\n]{2,120}", re.MULTILINE
)
_DATE_LINE = re.compile(
    rf"\W*(?:(?:(?:first )?published|posted|updated|date(?: of publication)?)\b\W*(?:on\s+|at\s+)?)?"
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:{_DAY}|\d{{4}}-\d{{2}}-\d{{2}})"
    r"(?:[,|\s–—\-]+(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?\W*",
    re.IGNORECASE,
)

# A headline has no more words than this; standfirsts run to two sentences.
HEADLINE_WORDS = 22
STANDFIRST_WORDS = 45

# A page copied as text brings its menus along: many lines of a word or two,
# or one label again and again. Lines with figures are left alone; they may
# be a table or a list of losses.
MENU_WORDS, MENU_CHARS = 5, 45
MENU_LINES = 6  # so many in a row
MENU_TIMES = 4  # or one of them so often
TEASER_WORDS, TEASER_LINES = 16, 3
ABOVE = 10  # lines between a headline and its article: the byline, the date, what can be shared where
_ENDS = re.compile(r"[.!?:;…,。！？][^\w\s]*$")


def lines_of(text: str) -> list[Span]:
    """Return the paragraphs of a text: its lines, or, where lines are broken to a width, what stands between blank ones."""
    out = []
    at = 0
    for block in re.split(r"\n[^\S\n]*\n", text) if _is_wrapped(text) else text.split("\n"):
        start = text.index(block, at)
        if span := trimmed(text, start, start + len(block)):
            out.append(span)
        at = start + len(block)
    return out


def _is_wrapped(text: str) -> bool:
    """Return whether a text's lines were broken to a width, as in mails and old wire files; told by its first lines."""
    lines = text[:8000].split("\n")
    inner = [len(line.rstrip()) for line, after in pairwise(lines) if line.strip() and after.strip()]
    return len(inner) >= 4 and max(inner) <= 100 and sum(n >= 50 for n in inner) >= 0.8 * len(inner)


# Fewer characters than this outside the menus are no article.
_LEAST_ARTICLE = 200


def parts_of(text: str, *, headline_known: bool = False) -> tuple[Part, ...]:
    """Return the parts of a plain text in order.

    Furniture and captions are told by their wording, menus by being many
    short lines; a headline by being a
    first short line without a full stop with more to follow, a standfirst
    by being the next such line. In doubt a line is body: what is called
    furniture is not read.
    """
    lines = lines_of(text)
    menus = _menus([span.of(text) for span in lines])
    # Posts and broken transcripts have nothing but short lines: without an
    # article beside them they are the text, and no menu of it.
    if sum(len(span.of(text)) for number, span in enumerate(lines) if number not in menus) < _LEAST_ARTICLE:
        menus = frozenset()
    out: list[Part] = []
    above = [] if headline_known else [(PartKind.STANDFIRST, STANDFIRST_WORDS), (PartKind.HEADLINE, HEADLINE_WORDS)]
    in_body, under_menu = False, False
    for number, span in enumerate(lines):
        line = span.of(text)
        kind = PartKind.FURNITURE if number in menus else worded_kind(line)
        under_menu = not in_body and (under_menu or (kind is PartKind.FURNITURE and _STUB.fullmatch(line) is not None))
        if kind is None and above and not in_body and number + 1 < len(lines):
            following = lines[number + 1].of(text)
            if _labels_a_section(line, following, under_menu):
                kind = PartKind.FURNITURE
        if kind is None and not in_body and len(line) < 120 and _DATE_LINE.fullmatch(line):
            kind = PartKind.DATELINE
        if kind is not None:
            out.append(Part(kind, span))
            continue
        length = 0 if in_body else dateline_in(line)
        if not in_body and not length and above and number + 1 < len(lines):
            kind, most_words = above.pop()
            if len(line.split()) <= most_words and line.rstrip("\"'”’)")[-1:] not in ".!?:;…":
                out.append(Part(kind, span))
                continue
        in_body, above = True, []
        if length:
            out.append(Part(PartKind.DATELINE, Span(span.start, span.start + len(line[:length].rstrip()))))
        if length < len(line):
            out.append(Part(PartKind.BODY, Span(span.start + length, span.end)))
    return tuple(out)


def _labels_a_section(line: str, following: str, under_menu: bool) -> bool:
    """Return whether a line above the headline only says where in the paper the story stands ("World", "Middle East").

    Below a button of the page's head ("Home") any line of two words with
    another line like a headline to follow does; elsewhere a section's usual
    name is needed, since "Hajin falls" is a headline.
    """
    if _ENDS.search(line) or _ENDS.search(following):
        return False
    return _SECTION.fullmatch(line) is not None or (
        under_menu and len(line.split()) <= 2 and not any(c.isdecimal() for c in line)
    )


def _menus(lines: list[str]) -> frozenset[int]:
    """Return which lines of a text are menus or teasers, by number; none unless the text brings menus along.

    Where there are menus, lines around them that end like headlines tease
    other stories; a list inside the article has no menu in it. The article's
    own headline is left alone: the longest of the few lines before the first
    paragraph.
    """
    like = [
        len(line) <= MENU_CHARS
        and len(line.split()) <= MENU_WORDS
        and not _ENDS.search(line)
        and (line.isdecimal() or not any(c.isdecimal() for c in line))
        for line in lines
    ]
    times = Counter(line for line, short in zip(lines, like, strict=True) if short)
    menu = [short and times[line] >= MENU_TIMES for line, short in zip(lines, like, strict=True)]
    for start, end in _runs([a or b for a, b in zip(like, menu, strict=True)], MENU_LINES):
        menu[start:end] = [True] * (end - start)
    if sum(menu) < MENU_LINES:
        return frozenset()
    titled = [
        on or (not _ENDS.search(line) and len(line.split()) <= TEASER_WORDS and "\t" not in line)
        for on, line in zip(menu, lines, strict=True)
    ]
    out: set[int] = set()
    for start, end in _runs(titled, TEASER_LINES):
        if any(menu[start:end]):
            out.update(range(start, end))
    first = next((n for n, line in enumerate(lines) if not titled[n] and len(line.split()) > HEADLINE_WORDS), None)
    if first is not None:
        before = range(max(0, first - ABOVE), first)
        headline = max(before, key=lambda n: (len(lines[n].split()) <= HEADLINE_WORDS, len(lines[n])), default=None)
        out.discard(-1 if headline is None else headline)
    return frozenset(out)


def _runs(on: list[bool], least: int) -> Iterator[tuple[int, int]]:
    """Yield begin and end of every run of at least so many."""
    start = 0
    for n in range(len(on) + 1):
        if n == len(on) or not on[n]:
            if n - start >= least:
                yield start, n
            start = n + 1


def worded_kind(line: str) -> PartKind | None:
    """Return FURNITURE or CAPTION if the wording of a line says so; None if it does not."""
    if len(line) < 300 and (
        _STUB.fullmatch(line)
        or _LABEL.match(line)
        or _stamps_the_page(line)
        or _OPENING.match(line)
        or _CONTRIBUTED.fullmatch(line)
        or _BYLINE.fullmatch(line)
        or (len(line) < 200 and (_TRANSLATED.search(line) or _TRANSLATED_LINE.match(line)))
    ):
        return PartKind.FURNITURE
    if len(line) >= 1500 or dateline_in(line):
        return None
    if _CAPTION.match(line) or (_CAPTION_CREDIT.search(line) and len(line.split()) <= _CAPTION_WORDS):
        return PartKind.CAPTION
    return None


def _stamps_the_page(line: str) -> bool:
    """Tell whether "Updated:" or "(c)" opens a line that says when a page was made and whose it is, and no news."""
    label = _STAMP_OR_NEWS.match(line)
    if label is None:
        return False
    words = [w for w in re.findall(r"[\w.]+", line[label.end() :]) if not _OF_A_STAMP.match(w.replace(".", ""))]
    return len(words) < _NEWS_WORDS or _RIGHTS.search(line) is not None


def dateline_in(line: str) -> int:
    """Return how many characters of a paragraph are its dateline ("BEIRUT (Reuters) - "); 0 if none.

    A dash alone makes no dateline ("The convoy - twelve trucks - was
    stopped"): there must be an agency, a date, or a place in capitals or
    before a long dash, and a new sentence after it.
    """
    match = _DATELINE.match(line[:160])
    if match is None:
        return 0
    place, said = match["place"] or "", match["said"] or match["slashed"] or ""
    # The line may end with the dash: old wire files broke it there.
    after = line[match.end() : match.end() + 1]
    opens = not after or not after.islower()
    if said in _AGENCIES or match["day"] or match["later"]:
        return match.end()
    if not opens or not (place or said):
        return 0
    if place.endswith("SANA") or (place.isupper() and len(place) >= 3) or re.fullmatch(r"[A-Z]{2,6}", said):
        return match.end()
    return match.end() if match["dash"] in ("—", "–", "--") and not said and len(place.split()) <= 4 else 0


def translation_notice(text: str) -> Span | None:
    """Return the words that say a text is a (machine) translation; looked for at both ends of the text."""
    for low, high in _ends(text, 4000, 3000):
        if match := _TRANSLATED.search(text, low, high):
            return Span(*match.span())
        for line in text[low:high].split("\n"):
            if len(line) < 200 and _TRANSLATED_LINE.match(line):
                return trimmed(text, low, low + len(line))
            low += len(line) + 1
    return None


def credits_in(text: str) -> tuple[Credit, ...]:
    """Return the agencies that a report credits its words or pictures to, looked for at both ends of the text.

    "A colonel told AFP" is no credit. "(Reporting by …; Editing by …)" is
    Reuters' way to sign off and is taken for its credit.
    """
    found: dict[int, Credit] = {}
    for low, high in _ends(text, 5000, 2000):
        for pattern in _CREDITS:
            for match in pattern.finditer(text, low, high):
                found.setdefault(match.start("a"), Credit(_AGENCIES[match["a"]], Span(*match.span("a"))))
        for match in _SIGNED_OFF.finditer(text, low, high):
            if span := trimmed(text, *match.span()):
                found.setdefault(span.start, Credit("Reuters", span))
    return tuple(found[start] for start in sorted(found))


def _ends(text: str, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return the stretches at both ends of a text; one if they meet."""
    if len(text) <= first + last:
        return ((0, len(text)),)
    return ((0, first), (len(text) - last, len(text)))
