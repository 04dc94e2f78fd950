"""A web page taken apart: headline, standfirst, captions, body, and what is furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fogline.intake.address import without_credentials
from fogline.intake.parts import credits_in, translation_notice, worded_kind
from fogline.intake.report import PartKind

_STANDFIRST = re.compile(
    r"\b(?:standfirst|dek|deck|subhead\w*|sub-?title|sub-?headline|strapline|article-?summary|lead-?in|kicker-text)\b",
    re.IGNORECASE,
)
# Where a page keeps what is not its story.
_ASIDE = frozenset(("aside", "nav", "footer", "article"))
_UNSHOWN = frozenset(("script", "style", "noscript", "template"))
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Page:
    """What a page holds: its parts as (kind, text) in reading order, and what its markup says of itself."""

    parts: tuple[tuple[PartKind, str], ...]
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    day: date | None = None
    language: str | None = None
    notice: str | None = None


def page_of(html: str, url: str | None) -> Page | None:
    """Return the page, or None if it has no article text (menus only, or nothing at all).

    trafilatura finds the main text and the metadata; captions, which it
    drops, and standfirsts are taken from the document tree.
    """
    import lxml.html
    import trafilatura
    from lxml.etree import LxmlError

    try:
        tree = lxml.html.fromstring(html.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        return None
    found = trafilatura.bare_extraction(
        html,
        url=url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        # Only what markup states: the extensive search makes 1 January of a
        # copyright line's year.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None:
        return None
    about: dict[str, Any] = found if isinstance(found, dict) else found.as_dict()
    body = [clean(line) for line in (about.get("text") or "").split("\n")]
    body = [line for line in body if line]
    if sum(len(line.split()) for line in body) < 12:
        return None
    paragraphs = paragraphs_of(tree, body)
    captions = captions_of(tree, home_of(paragraphs))
    known = {c.casefold() for c in captions}
    title = headline_of(tree, about.get("title"), about.get("sitename"))
    standfirst = standfirst_of(tree, paragraphs[0] if paragraphs else None)
    parts: list[tuple[PartKind, str]] = []
    if title:
        parts.append((PartKind.HEADLINE, title))
    if standfirst and standfirst != title:
        parts.append((PartKind.STANDFIRST, standfirst))
    parts.extend((PartKind.CAPTION, c) for c in captions)
    for line in body:
        if line.casefold() in known or line in (title, standfirst):
            continue
        parts.append((worded_kind(line) or PartKind.BODY, line))
    shown = (n for e in tree.iter() if isinstance(e.tag, str) and e.tag not in _UNSHOWN for n in (e.text, e.tail) if n)
    notice = next((clean(n) for n in shown if len(n) < 400 and translation_notice(n)), None)
    if notice and len(notice) < 300 and all(notice != text for _, text in parts):
        parts.append((PartKind.FURNITURE, notice))
    address = about.get("url") or url
    return Page(
        parts=tuple(parts),
        title=title,
        author=about.get("author"),
        outlet=outlet_named(about.get("sitename"), address),
        url=without_credentials(address) if address else None,
        day=day_of(about.get("date")),
        language=language_of_tag(tree),
    )


def outlet_named(name: str | None, address: str | None) -> str | None:
    """Return what a page calls its outlet; where it does not say, trafilatura gives the host with the credentials before it."""
    if name and "@" in name and f"//{name}" in (address or ""):
        return None
    return name


def clean(text: str) -> str:
    words = _BLANKS.sub(" ", text).strip()
    # List marks go; the dash of "- Associated Press" is part of a credit.
    return words if credits_in(words) else words.lstrip("-|•* ")


def words_of(element: Any) -> str:
    return clean(element.text_content())


def paragraphs_of(tree: Any, body: Sequence[str]) -> list[Any]:
    """Return the ``<p>`` elements that the main text was taken from, by how they begin."""
    begins = {line[:40] for line in body if len(line) >= 40}
    return [p for p in tree.iter("p") if words_of(p)[:40] in begins]


def home_of(paragraphs: Sequence[Any]) -> Any | None:
    """Return the element that holds the story: the deepest around most of its paragraphs, up to its ``<article>``.

    Captions outside it are of other stories' teasers. None if it cannot be
    told; then none is left out.
    """
    around: Counter[Any] = Counter(e for p in paragraphs for e in p.iterancestors())
    home = next((e for p in paragraphs for e in p.iterancestors() if around[e] >= 0.6 * len(paragraphs)), None)
    if home is None or home.tag in ("article", "main", "body"):
        return home
    named = next((e for e in home.iterancestors() if e.tag in ("article", "main")), None)
    # A lead picture often stands beside the block of paragraphs.
    return named if named is not None else home.getparent()


def headline_of(tree: Any, title: str | None, outlet: str | None) -> str | None:
    """Return the page's headline: the h1 nearest to the title in its metadata; a logo set as h1 is none."""
    title = clean(title) if title else None
    heads = [w for e in tree.iter("h1") if (w := words_of(e)) and w.casefold() != (outlet or "").casefold()]
    if title is None:
        return max(heads, key=len, default=None)
    words = {w for w in title.casefold().split() if len(w) > 3}
    best = max(heads, key=lambda h: len(words & set(h.casefold().split())), default=None)
    return best if best is not None and (words & set(best.casefold().split()) or best in title) else title


def standfirst_of(tree: Any, first: Any | None) -> str | None:
    """Return the words that markup calls standfirst, between the headline and the first paragraph; later ones are of teasers."""
    headed = next(tree.iter("h1"), None) is None
    for element in tree.iter("h1", "p", "h2", "div", "span"):
        headed = headed or element.tag == "h1"
        name = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if headed and (_STANDFIRST.search(name) or element.get("itemprop") == "description"):
            words = words_of(element)
            if 20 <= len(words) <= 400:
                return words
        if element is first:
            return None
    return None


def captions_of(tree: Any, home: Any | None) -> list[str]:
    """Return the captions of the story's own pictures, in the order of the page."""
    found: list[str] = []
    for element in (tree if home is None else home).iter("figcaption", "p", "div", "span"):
        caption = element.tag == "figcaption" or re.search(r"(?:^|[\s_-])caption(?:$|[\s_-])", element.get("class") or "")
        if not caption or any(e.tag in _ASIDE and e is not home for e in _until(element, home)):
            continue
        words = words_of(element)
        if 15 <= len(words) <= 1500 and not any(words in other for other in found):
            found.append(words)
    return found


def _until(element: Any, home: Any | None) -> Iterator[Any]:
    """Yield the elements around one, up to the story's."""
    for outer in element.iterancestors():
        if outer is home:
            return
        yield outer


def day_of(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def language_of_tag(tree: Any) -> str | None:
    for element in tree.iter("html"):
        value = (element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
        return value.split("-")[0].lower() or None
    return None
