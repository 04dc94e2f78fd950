"""Names of places that stand for a state, a paper or an outlet, or for where guns stood, and not for where something happened.

"The Kremlin said", "the Saudi hospital", "the Brazilian embassy", "a crossing with Kenya", "told a briefing in Kyiv that", "the Arusha accords".
"""

from __future__ import annotations

import re

from fogline.grounding.gazetteer import fold
from fogline.grounding.grounding import GroundedPlace
from fogline.grounding.regions import capitals_by_country
from fogline.span import Span


def acts_as_state(text: str, span: Span, place: GroundedPlace) -> bool:
    """Tell whether a seat of government is named as who speaks or acts: "the Kremlin spokesman", "Moscow denied"."""
    if _is_dealt_with(text, span, place):
        return True
    if not may_be_its_government(text, span, place):
        return False
    does = _DOES.match(text, span.end) or _WOULD_DO.match(text, span.end)
    return place.feature == "site" or does is not None or _acts_in_a_condition(text, span)


def may_be_its_government(text: str, span: Span, place: GroundedPlace) -> bool:
    """Tell whether a seat of government or a capital may stand for those who govern: nothing before it says that it is a place."""
    seat = place.feature == "site" and place.name in _SEATS
    capital = place.feature == "city" and fold(place.name) == fold(capitals_by_country().get(place.country or "", ""))
    return (seat or capital) and _THERE.search(text[max(0, span.start - 24) : span.start]) is None


def _is_dealt_with(text: str, span: Span, place: GroundedPlace) -> bool:
    """Tell whether a capital is named as a government that something is asked of or given: "appealed to Tehran", "arms Kabul"."""
    capital = place.feature in ("city", "adm1") and fold(place.name) == fold(capitals_by_country().get(place.country or "", ""))
    return capital and _DEALS_WITH.search(text, max(0, span.start - 30), span.start) is not None


def is_anothers(text: str, span: Span, place: GroundedPlace) -> bool:
    """Tell whether an adjective only says whose something is, not where: "the Saudi hospital" in Sudan, "the Serb suburbs" in Bosnia."""
    held = span.of(text) in _PEOPLES and _HELD_BY.match(text, span.end) is not None
    return bool(place.adjective) and (held or _OF_A_STATE.match(text, span.end) is not None)


def is_whose_mission_it_is(text: str, span: Span, place: GroundedPlace) -> bool:
    """Tell whether a country only says whose an embassy is: "the Brazilian embassy", "the residence of Chad's ambassador"."""
    if place.feature != "country":
        return False
    before = max(0, span.start - 40)
    behind = _MISSION.match(text, span.end)
    if behind is None and _HOUSE_OF.search(text, before, span.start) is not None:
        behind = _AMBASSADOR.match(text, span.end)
    # "The Kenya embassy" is in Kenya: a bare country says whose it is only by its letters.
    if behind is not None and (place.adjective or behind[0][0] in "'’" or span.of(text).isupper()):
        return True
    return _MISSION_OF.search(text, before, span.start) is not None


def is_a_mission(words: str) -> bool:
    """Tell whether words describe somebody's embassy, which is in the capital of the country where it is."""
    return _IS_A_MISSION.search(words) is not None


def names_an_accord(text: str, span: Span, place: GroundedPlace, home: str | None) -> bool:
    """Tell whether a town abroad only names what was once agreed or set up there: "broke the Arusha accords", "the Minsk group"."""
    somewhere = place.feature not in ("country", "region", "water") and not place.adjective
    accord = _ACCORD.match(text, span.end) or _ACCORD_OF.search(text, max(0, span.start - 24), span.start)
    return somewhere and place.country != home and accord is not None


def is_an_outlets(text: str, span: Span, place: GroundedPlace) -> bool:
    """Tell whether a name is the first part of an outlet's: "told Volga News", "the Kyiv Post".

    A country in it says what the report is about: "Mozambique News".
    """
    return place.feature != "country" and _OUTLET.match(text, span.end) is not None


def lies_across(text: str, span: Span, place: GroundedPlace) -> bool:
    """Tell whether a country is only named for what lies on this side of its border: "a border crossing with Kenya"."""
    return place.feature == "country" and _BORDER_WITH.search(text, max(0, span.start - 100), span.start) is not None


def is_where_it_was_said(text: str, span: Span) -> bool:
    """Tell whether a place is only where somebody spoke of what follows: "told a briefing in Kyiv that the town was shelled"."""
    return _THAT.match(text, span.end) is not None and _SPOKE_IN.search(text, max(0, span.start - 70), span.start) is not None


def is_where_it_was_fired_from(text: str, span: Span) -> bool:
    """Tell whether a place is where guns stood, not what they hit: "shelled the stop from Yenakiieve"."""
    return _FIRED_FROM.search(text, max(0, span.start - 110), span.start) is not None


_FIRED_FROM = re.compile(
    r"\b(?:fired?|firing|shell(?:s|ed|ing)?|launch(?:ed|ing)|shot|rockets?|missiles?|mortars?)\b[^.;:\n]{0,60}\bfrom "
    r"(?:near |(?:the )?(?:direction|area|town|city|village) of )?\Z",
    re.IGNORECASE,
)
_SPOKE_IN = re.compile(
    r"\b(?:told (?:an? |the |state |local |foreign )*(?:[a-z-]+ )?(?:reporters|journalists|correspondents|briefing|conference|meeting|parliament|rally|"
    r"television|crowd|gathering|agency|council|forum|lawmakers|deputies)|(?:said|announced|declared|claimed|insisted|told us)(?: later| also)?) (?:in|from) \Z"
)
_THAT = re.compile(r",? (?:(?:late |early )?on \w+day,? )?that\b")


def _acts_in_a_condition(text: str, span: Span) -> bool:
    """Tell whether a capital is who would act: "if Washington attacked". "If Damascus falls" is the city."""
    conditional = _IF.search(text, max(0, span.start - 12), span.start) is not None
    return conditional and _IF_IT_DOES.match(text, span.end) is not None


_HOUSE = r"(?:residences?|homes?|houses?|villas?|compounds?)"
_MISSION = re.compile(
    rf"(?:['’]s?)? (?:embass(?:y|ies)|consulates?|high commissions?|diplomatic missions?|(?:ambassador|consul)(?:['’]s)? {_HOUSE})\b",
    re.IGNORECASE,
)
_MISSION_OF = re.compile(
    rf"\b(?:embassy|consulate|high commission|{_HOUSE} of the (?:ambassador|consul)) of (?:the )?\Z", re.IGNORECASE
)
# "The residence of the Brazilian ambassador": an ambassador who speaks is a person and no house.
_HOUSE_OF = re.compile(rf"\b{_HOUSE} of (?:the )?\Z", re.IGNORECASE)
_AMBASSADOR = re.compile(r"(?:['’]s?)? (?:ambassador|consul)\b", re.IGNORECASE)
_IS_A_MISSION = re.compile(
    rf"\b(?:embassy|high commission|{_HOUSE} of .*\bambassador|ambassador(?:['’]s)? {_HOUSE})\b", re.IGNORECASE
)
_ACCORD = re.compile(
    r" (?:(?:peace|ceasefire|cease-fire|nuclear|climate|power-sharing|grain) ){0,2}(?:agreements?|accords?|protocols?|process|group|format|declaration|"
    r"treaty|conventions?|memorandum|communiqu[eé]|deal|pact|formula)\b",
    re.IGNORECASE,
)
_ACCORD_OF = re.compile(
    r"\b(?:accords?|agreements?|protocols?|treaty|conventions?|communiqu[eé]|declaration) of \Z", re.IGNORECASE
)
_DEALS_WITH = re.compile(
    r"\b(?:arms|armed|sold|urged|pressed|presses|warned|asked|accused|accuses|blamed|blames|criticised|criticized|thanked|persuaded|"
    r"(?:appeal(?:s|ed)?|loyal|allied|arms sales) to|(?:relations|ties|negotiations|alliance|allied) with|"
    r"(?:backed|supported|armed|supplied|funded|financed) by|sanctions (?:on|against)) (?:both |either )?\Z",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r" (?:News(?! [Cc]onference)|Times|Post(?! [Oo]ffice)|Herald|Tribune|Gazette|Chronicle|Independent|NEWS(?! CONFERENCE)|TIMES|HERALD|TRIBUNE|GAZETTE)\b"
)
_OF_A_STATE = re.compile(
    r"[ -](?:hospitals?|border|frontier|school|mosque|church|cemetery|quarter|nationals?)\b",
    re.IGNORECASE,
)
# "The Serb suburbs" are not in Serbia; "Syrian positions" are where the war is, in Syria.
_PEOPLES = frozenset(["Serb", "Croat"])
_HELD_BY = re.compile(r"[ -](?:positions?|lines|trenches|enclaves?|suburbs?|hamlets?)\b", re.IGNORECASE)
_BORDER_WITH = re.compile(
    r"\b(?:borders?|frontiers?|crossings?)(?: (?:crossing|post|point|area|region|fence|wall|gate)s?)? with (?:the |neighbou?ring )?"
    r"(?:(?-i:[A-Z])[\w'’-]*(?: (?-i:[A-Z])[\w'’-]*){0,3}(?:,? (?:and|or) (?:the |with )?|, )){0,4}\Z",
    re.IGNORECASE,
)
# Seats of government that speak and act; nothing happens there unless the words before say so.
_SEATS = frozenset(["Kremlin", "White House", "Pentagon", "Downing Street", "Capitol Hill"])
_THERE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|on|to|from|over|into|towards|toward|of|hit|struck|stormed|attacked|bombed)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
# What capitals do where they stand for their governments.
_DOES = re.compile(
    r"\s+(?:has |had |have |also |again |repeatedly |later )*(?:said|says|denied|denies|rejected|rejects|claimed|claims|blamed|blames|accused|accuses|"
    r"called|calls|demanded|demands|urged|urges|warned|warns|threatened|threatens|vowed|promised|pledged|agreed|refused|refuses|insisted|insists|"
    r"announced|condemned|welcomed|wants|wanted|fears|hopes|supports|backs|recognised|recognized|expelled|summoned|recalled|imposed|lifted|vetoed|"
    r"joins|joined|intervenes|intervened|retaliates|retaliated|responds|responded|invades|invaded|sends|sent|arms|armed|funds|funded|deploys|deployed|"
    r"withdraws|withdrew|signs|signed|seeks|sought|offers|offered|proposes|proposed|helps|helped|severs|severed|declares|declared|approves|approved|ordered|orders)\b"
    r"(?! by\b)|['’]s (?:(?:new|own|special|chief|foreign|defen[cs]e|prime|interior|permanent) )*(?:envoys?|ambassadors?|spokes(?:man|woman|person)|ministers?"
    r"|ministry|government|diplomats?|negotiators?|allies|proxies|troops|soldiers|army|air force|forces)\b(?! (?:quarters?|districts?|buildings?|offices?|barracks)\b)"
)
# "Washington would join", "Kyiv might agree"; "Kyiv could be hit", "Damascus may fall" are places.
_WOULD_DO = re.compile(
    r"\s+(?:will|would|could|might|may|must|should|can|did|does|do)\s+(?:not\s+|never\s+|also\s+|soon\s+|again\s+)*"
    r"(?:say|deny|reject|claim|blame|accuse|call|demand|urge|warn|threaten|promise|pledge|agree|refuse|insist|announce|condemn|welcome|want|"
    r"support|back|recogni[sz]e|expel|summon|recall|impose|lift|veto|join|intervene|retaliate|respond|invade|send|supply|arm|fund|deploy|withdraw|"
    r"sign|seek|offer|propose|help|aid|provide|sever|declare|approve|attack|strike|bomb|act|enter|accept|decide)\b"
)
# Those of whom a condition is told are not yet there, and do what elsewhere is done to a town.
_IF = re.compile(r"\b(?:if|unless|should|whether|until|once|in case)\s+\Z", re.IGNORECASE)
_IF_IT_DOES = re.compile(
    r"\s+(?:attack(?:s|ed)?|strikes?|struck|bomb(?:s|ed)?|acts?|acted|enter(?:s|ed)?|join|intervene|agree|accept(?:s|ed)?)\b(?! by\b)"
)
