"""The words that names are written in: their letters, the particles and titles among them, and the names of countries."""

from __future__ import annotations

import re
from functools import lru_cache

import pycountry

LETTERS = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PARTICLES_WORDS = """
    al el ul bin ibn bint abu abou umm um ben van von der den de da di do dos la le du y of the as ash ad
"""
PARTICLES = frozenset(_PARTICLES_WORDS.split())
_TITLES_WORDS = """
    mr mrs ms miss dr sheikh hajji haji sayyid imam father sister brother prof professor engineer uncle aunt
"""
TITLES = frozenset(_TITLES_WORDS.split())


@lru_cache(maxsize=1)
def country_names() -> frozenset[str]:
    """Return the names of countries in small letters."""
    names = {
        value.casefold()
        for country in pycountry.countries
        for value in (country.name, getattr(country, "common_name", country.name))
    }
    return frozenset(names | {"england", "scotland", "wales", "northern ireland", "south korea", "north korea", "ivory coast"})
