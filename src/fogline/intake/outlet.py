"""Who published a report, as far as it can be told from where it came."""

from __future__ import annotations

from urllib.parse import urlsplit

# Sites whose name cannot be read off their domain.
_KNOWN = {
    "bbc.co.uk": "BBC",
    "bbc.com": "BBC",
    "theguardian.com": "The Guardian",
    "nytimes.com": "The New York Times",
    "washingtonpost.com": "The Washington Post",
    "reuters.com": "Reuters",
    "apnews.com": "Associated Press",
    "afp.com": "AFP",
    "france24.com": "France 24",
    "aljazeera.com": "Al Jazeera",
    "aljazeera.net": "Al Jazeera",
    "alarabiya.net": "Al Arabiya",
    "thenationalnews.com": "The National",
    "dailystar.com.lb": "The Daily Star",
    "sana.sy": "SANA",
    "rt.com": "RT",
    "tass.com": "TASS",
    "aa.com.tr": "Anadolu Agency",
    "dailysabah.com": "Daily Sabah",
    "syriahr.com": "Syrian Observatory for Human Rights",
    "kyivindependent.com": "The Kyiv Independent",
    "timesofisrael.com": "The Times of Israel",
    "haaretz.com": "Haaretz",
    "dw.com": "Deutsche Welle",
}
KNOWN_OUTLETS = frozenset(_KNOWN.values())
_SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac", "edu"}


def outlet_of_url(url: str | None) -> str | None:
    """Return the outlet of an address: its known name, or else its registrable domain as it stands."""
    host = (urlsplit(url).hostname or "") if url else ""
    labels = host.removeprefix("www.").split(".")
    for n in range(len(labels)):
        if name := _KNOWN.get(".".join(labels[n:])):
            return name
    if len(labels) < 2:
        return None
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-keep:])
