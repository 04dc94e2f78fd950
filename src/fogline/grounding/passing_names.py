"""Names of places that a text tells only in passing: where somebody spoke from, came from or went, what something is likened to.

"The road to Orvat", "governments in Orvat", "an area the size of Orvat", "Orvat radio". Whatever is told next of "the city"
is told of another, if there is another.
"""

from __future__ import annotations

import re

from fogline.span import Span

__all__ = ["is_somebodys_home", "is_told_in_passing"]


def is_told_in_passing(text: str, name: Span) -> bool:
    """Tell whether the words around a name say that the text goes on about another place.

    Told in passing are the ways, homes and talk of single people, and the seats of those who govern.
    """
    if _AN_OUTLET.match(text, name.end) is not None:
        return True
    if _OPENS.search(text, max(0, name.start - 8), name.start) is not None and _OFFICIAL_SAID.match(text, name.end) is not None:
        return True
    before = text[max(0, name.start - _REACH) : name.start]
    return any(
        pattern.search(before) is not None
        for pattern in (_ON_THE_WAY, _WENT, _SPOKE_FROM, _MET, _SEAT, _ORIGIN, _SPEAKERS_HOME, _LIKENED)
    )


def is_somebodys_home(text: str, name: Span) -> bool:
    """Tell whether a name only says where somebody comes from: a camp's people live in it, and come from elsewhere."""
    return _CAME_FROM.search(text, max(0, name.start - _REACH), name.start) is not None


_REACH = 70
_OUT_THERE = r"(?:(?:the |nearby |neighbou?ring )*(?:(?:city|town|village|capital|port) of )?)?\Z"
# "The road from Sana to Orvat": neither is where the road is shelled.
_ON_THE_WAY = re.compile(
    rf"\b(?:road|highway|motorway|buses|bus|trains?|flights?|planes?|lorr(?:y|ies)|taxis?|journey|trip|hours|drive|dollars|by (?:air|sea|rail)) (?:back )?"
    rf"(?:from|to|for|towards?|between) (?:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)* (?:to|and) )?{_OUT_THERE}"
)
_WENT = re.compile(
    rf"\b(?:fled|flee|walk(?:s|ed)?|flew|flown|fly|travel(?:s|led|ed)?|evacuated|bused|ferried|airlifted|go|goes|went|gone|studied|trained"
    rf"|telephon(?:es?|ed)|phoned|appealed|referred)(?: (?:[a-z]+|by [a-z]+)){{0,2}} (?:to|in|at|for) {_OUT_THERE}"
    rf"|\b(?:left|leave|leaving|set out) for {_OUT_THERE}"
    rf"|\b(?:sends?|sent|dispatch(?:es|ed)?) (?:[a-z]+ ){{0,3}}(?:delegat(?:es|ions?)|envoys?|negotiators|ministers?|mediators?|letters?) to {_OUT_THERE}"
)
# "He met their leaders in Orvat", but "they met fierce resistance in Orvat".
_MET = re.compile(
    r"\b(?:met(?! (?:[\w-]+ ){0,2}(?:resistance|opposition|fire|troops|soldiers|fighters|rebels|militia(?:men)?|forces|death|end)\b(?!['’]))"
    rf"|(?:was |were )?(?:signed|initialled|brokered|negotiated)|spent (?:\w+ )?(?:days?|hours?|weeks?|months?))(?: [\w’'-]+){{0,5}} (?:in|at) {_OUT_THERE}"
)
_SPOKE_FROM = re.compile(
    r"\b(?:sp(?:oke|eaks|eaking)|interviewed|reached|told|said|says|reporting|by (?:tele)?phone)"
    rf"(?: (?:to )?(?:us|me|him|her|reporters|journalists|Reuters|by (?:tele)?phone|later)){{0,2}} (?:in|from) {_OUT_THERE}"
    rf"|\btold (?:our|its|an?|the) (?:[a-z]+ )?(?:correspondent|reporter) (?:in|from) {_OUT_THERE}"
)
_SEAT = re.compile(
    r"\b(?:governments?|spokes(?:man|woman|person|men|people)|diplomats?|ministers?|ambassadors?|envoys?|embassy|analysts?|academics?|professors?"
    r"|lawyers?|politicians?|presidents?|ayatollahs?|patriarchs?|mediators?|negotiators?|spies|institute|think-?tank|talks|conference|summit|briefing|exhibition|parliament|presidency|(?:foreign |defen[cs]e |interior )?ministry)"
    rf" (?:based )?(?:in|at) {_OUT_THERE}|\b(?:based|headquartered) in {_OUT_THERE}",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:man|men|woman|women|boy|girl|father|mother|son|daughter|family|families|trader|farmer|student|teacher|baker|driver|carpenter|merchant"
    r"|refugee|volunteer|recruit|conscript|native)s?"
)
_CAME_FROM = re.compile(rf"\b(?:came|comes|come|{_PEOPLE}) from {_OUT_THERE}")
_ORIGIN = re.compile(
    rf"\b(?:born|lives?|lived|living|grew up|brought up|settled|came|comes|come|coming|who is|who was|{_PEOPLE})"
    rf"(?: (?:[a-z]+ )?(?:house|flat|hotel|room))? (?:in|from|of) {_OUT_THERE}"
    rf"|\b(?:(?:travell?ed|walked|arrived|set out)|(?:drove|driven|driving|rode|sailed|flew|flown|trucked|brought|shipped|hauled) (?:in|up|over|here)"
    rf"|driven in (?:lorries|trucks|buses|cars))(?: [a-z]+)? from {_OUT_THERE}|\bfrom the direction of {_OUT_THERE}"
)
# "Said Ada Byrne, from Orvat", "Ada Byrne, 34, from Orvat".
_SPEAKERS_HOME = re.compile(
    rf"(?:\b(?:[Ss]aid|[Ss]ays|recalled|added|told)(?: [A-Z][\w’'-]+){{1,3}},|(?:[A-Z][\w’'-]+ ){{0,2}}[A-Z][\w’'-]+, \d\d?,) (?:from|of) {_OUT_THERE}"
)
_LIKENED = re.compile(
    rf"\b(?:(?:since|unlike|like) the (?:siege|fall|battle|massacre) (?:of|at)|statements? from|paid by|within [\w -]{{2,20}} of|the size of|as large as|as big as|bigger than|larger than|as in|unlike|like|than in|prices? in|what (?:it|they) (?:do(?:es)?|did|costs?|cost|fetch(?:es|ed)?) in|the fate of) {_OUT_THERE}"
)
_AN_OUTLET = re.compile(r" (?:radio|television|TV|newspapers?|road|highway)\b", re.IGNORECASE)
# "In Orvat a minister denied it" tells where the minister is.
_OPENS = re.compile(r"(?:\A|[\s\"“])In \Z")
_OFFICIAL_SAID = re.compile(
    r",? (?:an?|the|its|his|their|one) (?:[a-z-]+ ){0,3}(?:ministers?|spokes(?:man|woman|person)|officials?|diplomats?|senators?|president|government|ministry"
    r"|ambassador|secretary) (?:[a-z]+ ){0,3}(?:said|says|dismissed|denied|denies|warned|called|told|promised|announced|admitted|insisted|spoke)\b"
)
