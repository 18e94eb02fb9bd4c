"""Where a document is written from, if it says so: its dateline, its title's "X, Y" or paper, the host of its address."""

import re

from maps.gazetteer import Gazetteer
from maps.place import Place, Toponym
from maps.resolve import resolve
from timeline.places.words import COMMON, NOT_COUNTRIES
from timeline.records import Document

OPENING = 300
"""Characters in which a dateline begins."""
SURE = 0.75
"""The likelihood from which on a town named alone is believed to be that one."""
_DAY = r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
_AGENCY = r"(?:\([^)\n]{1,40}\)|/[^/\n]{1,30}/)?"
_DATELINE = re.compile(
    r"(?:^|\n|\. )[ \t]*(?P<town>[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3})(?:, (?P<outer>[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,2}))?"
    rf"{_DAY},? ?{_AGENCY} ?(?:--|[-–—:])"
)
_TITLED = re.compile(
    r"(?:^|\n|[.!?] )[ \t]*(?P<town>[A-Z][a-z'’.-]+(?: [A-Z][a-z'’.-]+){0,3}), (?P<outer>[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,2})"
    rf"{_DAY},? ?{_AGENCY} ?(?:--|[–—])"
)
_PAPER = re.compile(
    r"(?: [|–—-] | :: )(?:The )?(?P<town>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}?)"
    r"(?:[ -](?:Daily|Evening|Morning|Weekly|Sunday|Times|News|Herald|Post|Gazette|Tribune|Chronicle|Journal|Star|Sun|Mail|Press|Leader|"
    r"Argus|Echo|Courier|Observer|Dispatch|Examiner|Record|Register|Sentinel|Standard|Telegraph|Today|Advertiser|Citizen|Guardian|Online))"
    r"{1,3}(?:\.com)?$"
)
"""The name of a paper behind the title of its story ("Man hurt in fire | Salem Daily News")."""
_PAIR = re.compile(r"\b([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}), ([A-Z][\w.]+(?: [A-Z][\w.]+)?)")
_HOST = re.compile(r"^(?:[a-z]+:)?//(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)


def home_of(document: Document, gazetteer: Gazetteer) -> Place | None:
    """The place that a document reports from: a town where dateline or title name one, else the address's country; or None.

    A name of which the gazetteer cannot tell which town is meant is none.
    """
    country = _of_host(document.url, gazetteer)
    town = _of_dateline(document.text[:OPENING], gazetteer) or _of_title(document.title, gazetteer)
    return town or _of_paper(document.title, country, gazetteer) or country


def _of_dateline(opening: str, gazetteer: Gazetteer) -> Place | None:
    match = _DATELINE.search(opening) or _TITLED.search(opening)
    return _town(match["town"], match["outer"], gazetteer) if match else None


def _of_title(title: str | None, gazetteer: Gazetteer) -> Place | None:
    for match in _PAIR.finditer((title or "")[:OPENING]):
        found = _town(match[1], match[2], gazetteer)
        if found is not None:
            return found
    return None


def _of_paper(title: str | None, country: Place | None, gazetteer: Gazetteer) -> Place | None:
    """The town that a paper is called after, in the country of its address where that is known."""
    match = _PAPER.search((title or "")[-OPENING:])
    return _town(match["town"], country.name if country else None, gazetteer) if match else None


def _town(name: str, outer: str | None, gazetteer: Gazetteer) -> Place | None:
    """The town of a name, inside `outer` where that is given (None where it does not lie there)."""
    if name.title() in COMMON:
        return None
    if outer is not None and not (gazetteer.abbreviation(outer) or gazetteer.known(outer)):
        return None
    toponym = Toponym(start=0, end=len(name), text=name, containers=(outer,) if outer else (), feature=None if outer else "city")
    read = resolve([toponym], gazetteer)[0]
    place = read.place
    if place is None or place.granularity != "city":
        return None
    if outer is None:
        return place if read.candidates[0].score >= SURE else None
    areas = (*gazetteer.abbreviation(outer), *gazetteer.lookup(outer)[:3])
    return place if any(gazetteer.contains(area, place) for area in areas) else None


def _of_host(url: str | None, gazetteer: Gazetteer) -> Place | None:
    """The country of an address's ending (".co.ke"). What a paper's address begins with is no help: there is a Columbus in every state."""
    match = _HOST.match(url or "")
    ending = match[1].lower().rpartition(".")[2] if match else ""
    return None if ending in NOT_COUNTRIES else gazetteer.country("GB" if ending == "uk" else ending)
