"""Which outlets have one owner. Hand-kept general knowledge, short on purpose.

Two titles of one house share desks, wires and often one page under two
names; together they are one witness. An outlet that is not listed is its
own house: a wrong entry would take a witness away, a missing one leaves one too many.
"""

from __future__ import annotations

from collections.abc import Mapping

from fogline.incidents.affiliation import key_of

# Owner -> its outlets, as they are named in print.
HOUSES: Mapping[str, tuple[str, ...]] = {
    "MBC Group": ("Al Arabiya", "Al Arabiya English", "Al Hadath"),
    "SRMG": ("Asharq Al-Awsat", "Asharq News", "Arab News", "Independent Arabia", "Independent Persian"),
    "Al Jazeera Media Network": ("Al Jazeera", "Al Jazeera English", "Al Jazeera Arabic", "AJ+"),
    "Fadaat Media": ("The New Arab", "Al-Araby Al-Jadeed", "Al Araby TV", "Syria TV"),
    "International Media Investments": ("The National", "Sky News Arabia", "Al-Ain News"),
    "Demirören": ("Hürriyet", "Hürriyet Daily News", "Milliyet", "Posta", "CNN Türk", "Demirören News Agency"),
    "Turkuvaz": ("Sabah", "Daily Sabah", "A Haber", "Takvim"),
    "France Médias Monde": ("France 24", "RFI", "Radio France Internationale", "Monte Carlo Doualiya"),
    "US Agency for Global Media": (
        "Voice of America",
        "VOA",
        "RFE/RL",
        "Radio Free Europe/Radio Liberty",
        "Radio Free Asia",
        "Alhurra",
        "Current Time",
    ),
    "BBC": ("BBC", "BBC News", "BBC Arabic", "BBC Monitoring", "BBC Persian", "BBC Russian"),
    "Guardian Media Group": ("The Guardian", "The Observer"),
    "News Corp": (
        "The Times",
        "The Sunday Times",
        "The Sun",
        "The Wall Street Journal",
        "Wall Street Journal",
        "New York Post",
        "The Australian",
    ),
    "DMG Media": ("Daily Mail", "MailOnline", "The Mail on Sunday", "Metro", "The i Paper"),
    "Reach": ("Daily Mirror", "Sunday Mirror", "Daily Express", "Daily Star", "Daily Record"),
    "Comcast": ("NBC News", "MSNBC", "CNBC", "Sky News"),
    "Axel Springer": ("Bild", "Die Welt", "Politico", "Business Insider"),
    "Thomson Reuters": ("Reuters", "Reuters TV"),
    "Rossiya Segodnya": ("RIA Novosti", "Sputnik", "Sputnik News"),
    "ANO TV-Novosti": ("RT", "RT Arabic", "Ruptly"),
}

_OWNER = {key_of(outlet): owner for owner, outlets in HOUSES.items() for outlet in outlets}


def owner_of(outlet: str | None, owners: Mapping[str, str] = _OWNER) -> str | None:
    """Return who owns an outlet, None if that is not recorded; ``owners`` maps outlets' keys."""
    return owners.get(key_of(outlet)) if outlet else None


def house_of(outlet: str | None) -> str:
    """Return the name under which an outlet counts as a publisher: its owner's, else its own."""
    return owner_of(outlet) or outlet or "unknown outlet"
