"""A web page taken apart: headline, standfirst, captions, body, and what is furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from fogline.intake.parts import worded_kind
from fogline.intake.report import PartKind

_STANDFIRST = re.compile(
    r"\b(?:standfirst|dek|deck|subhead\w*|sub-?title|sub-?headline|strapline|article-?summary|lead-?in|kicker-text)\b",
    re.IGNORECASE,
)
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
        html, url=url, include_comments=False, include_tables=True, with_metadata=True, favor_precision=False
    )
    if found is None:
        return None
    about: dict[str, Any] = found if isinstance(found, dict) else found.as_dict()
    body = [clean(line) for line in (about.get("text") or "").split("\n")]
    body = [line for line in body if line]
    if sum(len(line.split()) for line in body) < 12:
        return None
    captions = captions_of(tree)
    known = {c.casefold() for c in captions}
    title = headline_of(tree, about.get("title"))
    standfirst = standfirst_of(tree)
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
    notice = next(
        (
            clean(n)
            for n in tree.itertext()
            if isinstance(n, str) and re.search(r"(?:machine|automat\w+)[- ]translat", n, re.IGNORECASE)
        ),
        None,
    )
    if notice and len(notice) < 300 and all(notice != text for _, text in parts):
        parts.append((PartKind.FURNITURE, notice))
    return Page(
        parts=tuple(parts),
        title=title,
        author=about.get("author"),
        outlet=about.get("sitename"),
        url=about.get("url") or url,
        day=day_of(about.get("date")),
        language=language_of_tag(tree),
    )


def clean(text: str) -> str:
    return _BLANKS.sub(" ", text.lstrip("-|•* \t")).strip()


def words_of(element: Any) -> str:
    return clean(element.text_content())


def headline_of(tree: Any, title: str | None) -> str | None:
    """Return the page's headline: the one h1, or the h1 nearest to the title in its metadata."""
    heads = [w for e in tree.iter("h1") if (w := words_of(e))]
    title = clean(title) if title else None
    if not heads:
        return title
    if title is None or len(heads) == 1:
        return heads[0] if len(heads[0]) >= 12 or title is None else title
    words = set(title.casefold().split())
    return max(heads, key=lambda h: len(words & set(h.casefold().split())))


def standfirst_of(tree: Any) -> str | None:
    for element in tree.iter("p", "h2", "div", "span"):
        name = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if _STANDFIRST.search(name) or element.get("itemprop") == "description":
            words = words_of(element)
            if 20 <= len(words) <= 400:
                return words
    return None


def captions_of(tree: Any) -> list[str]:
    found: list[str] = []
    for element in tree.iter("figcaption", "p", "div", "span"):
        caption = element.tag == "figcaption" or re.search(r"(?:^|[\s_-])caption(?:$|[\s_-])", element.get("class") or "")
        if caption and (words := words_of(element)) and 15 <= len(words) <= 1500 and not any(words in other for other in found):
            found.append(words)
    return found


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
