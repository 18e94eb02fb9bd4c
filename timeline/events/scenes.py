"""What a text leaves unsaid because its scene goes on: the place and the day of the event told just before.

Only inside one paragraph. A place is carried over three sentences; a day over one, and only between plain past tenses. Every reason says
that it was carried over.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from maps.place import Place
from timeline.events.context import Context
from timeline.events.dating import UNDATED, Dating
from timeline.events.locating import Location
from timeline.events.staying import Staying
from timeline.events.triggers import Trigger
from timeline.records import PlaceMention, Sentence
from timeline.times import from_edtf

_LATER = frozenset(
    "later soon eventually afterwards afterward subsequently finally meanwhile ultimately earlier previously once already since gradually "
    "increasingly long years months weeks days decades".split()
)
_SPOTS = frozenset(
    "palace mosque church cathedral temple hotel hospital stadium arena airport square street avenue road bridge station university "
    "college school hall museum park market prison jail embassy parliament court courthouse theatre theater plaza tower port harbour "
    "harbor green camp beach field garden house farm base centre center mine quarter strasse straße rue calle stade pier barracks "
    "castle cemetery".split()
)
_STREETS = frozenset(
    "street st avenue ave road rd drive dr lane boulevard blvd highway block court apartments square terrace parkway alley way "
    "elementary school hospital college university mall plaza motel inn neighborhood neighbourhood side park manor heights village complex "
    "subdivision estates colony club bar church store".split()
)
_LOCAL = frozenset({"attack", "crime", "death", "accident", "disaster", "rescue"})
_VIOLENT = frozenset({"attack", "crime", "accident", "death"})
_DEFINITE = frozenset("the this that his her their its".split())
_DONE = frozenset("was were been being be is are".split())
_NEARLY_ALL, _OFTEN, _LONG, _MOSTLY = 0.75, 2, 5, 0.5
_SPOT_SENTENCES = 1
_YEAR_SENTENCES = 6
_YEAR = re.compile(r"-?\d{4}(?!\d)")
_INSIDE_YEAR = frozenset({"minute", "hour", "part", "day", "week", "month", "season", "year"})


class Scenes:
    """Carries places and days along the scenes of one document."""

    def __init__(self, context: Context, triggers: Sequence[Trigger]) -> None:
        self.context, self.triggers = context, triggers

    def places(self, locations: Sequence[Location], staying: Staying) -> list[Location]:
        """Locations with those of the scene filled in."""
        out = list(locations)
        for number, trigger in enumerate(self.triggers):
            location = out[number]
            if not location.places and not location.unread and (found := staying.choose(number, out)):
                out[number] = replace(found, origin=location.origin)
            elif len(location.places) == 1 and location.places[0].place is None:
                out[number] = self._around(number, out)
            elif not location.places and not location.names_place and (found := self._only_town(trigger)):
                out[number] = replace(found, origin=location.origin)
        return self._at_the_incident(out)

    def _at_the_incident(self, locations: Sequence[Location]) -> list[Location]:
        """Locations with the place where nearly all placed violence of a report is filled in for what tells the incident again."""
        out = list(locations)
        placed = {
            number: location.places[0].place.id
            for number, location in enumerate(out)
            if self.triggers[number].type in _LOCAL and len(location.places) == 1 and location.places[0].place is not None
        }
        if self.context.published is None or not placed:
            return out
        most, count = Counter(placed.values()).most_common(1)[0]
        if count < max(_OFTEN, _NEARLY_ALL * len(placed)):
            return out
        first = next(number for number, place in placed.items() if place == most)
        why = f"no place is named here: the violence that the text places is where “{self._word(self.triggers[first])}” was told"
        for number, trigger in enumerate(self.triggers):
            location = out[number]
            bare = not location.places and not location.names_place
            if bare and trigger.type in _VIOLENT and self._of_the_incident(trigger):
                place = replace(out[first].places[0], role="location")
                out[number] = Location(places=(place,), origin=location.origin, own=False, why=why)
        return out

    def _around(self, number: int, locations: Sequence[Location]) -> Location:
        """A spot that no gazetteer knows ("the Merdeka Palace") lies in the town where the text is."""
        spot = locations[number]
        mention = spot.places[0]
        if mention.candidates:
            return spot
        facility = bool(_SPOTS & set(mention.text.lower().split()))
        for other in self._before(number, _SPOT_SENTENCES if facility else 0):
            town = locations[other].places[0].place if len(locations[other].places) == 1 else None
            if town is not None and town.granularity in ("city", "site", "neighbourhood"):
                return self._within(spot, town) if self._one_country(self.triggers[number]) else spot
        if _STREETS & set(mention.text.lower().rstrip(".").split()) and self._towns:
            before = [place for start, place in self._towns if start < mention.start]
            return self._within(spot, before[-1] if before else self._towns[0][1])
        return self._within(spot, town) if facility and (town := self._main_town(mention.start)) else spot

    def _main_town(self, start: int) -> Place | None:
        """The town told last before an offset, or first in the text, in the country that most places of the text are in."""
        placed = [(m.start, m.place) for _, m in sorted(self.context.place_at.items()) if m.place is not None]
        countries = Counter(place.country for _, place in placed if place.country)
        if not countries or countries.most_common(1)[0][1] < _MOSTLY * len(placed):
            return None
        home = countries.most_common(1)[0][0]
        towns = [(at, place) for at, place in placed if place.country == home and place.granularity == "city"]
        before = [place for at, place in towns if at < start]
        return before[-1] if before else towns[0][1] if towns else None

    def _one_country(self, trigger: Trigger) -> bool:
        """Whether the places that the trigger's paragraph names, and those of its people, are all of one country."""
        paragraph = self._sentence(trigger).paragraph
        sentences = self.context.parsed.sentences
        places = (m.place for m in self.context.place_at.values() if sentences[self._sentence_at(m)].paragraph == paragraph)
        return len({place.country for place in places if place is not None and place.country}) == 1

    def _sentence_at(self, mention: PlaceMention) -> int:
        return self.context.tokens[self.context.token_at(mention.start)].sentence

    def _within(self, spot: Location, town: Place) -> Location:
        why = f"{spot.why}; {spot.places[0].text} is not in the gazetteer: the text is in {town.name}"
        return replace(spot, places=(replace(spot.places[0], place=town, why=""),), why=why)

    @cached_property
    def _towns(self) -> list[tuple[int, Place]]:
        """The towns of the text in its order, where nearly all lie in one region: then its streets lie there too."""
        found = [
            (mention.start, mention.place)
            for _, mention in sorted(self.context.place_at.items())
            if mention.place is not None and mention.place.granularity == "city" and not mention.demonym
        ]
        regions = Counter((place.country, place.admin1) for _, place in found)
        if not regions or regions.most_common(1)[0][1] < _NEARLY_ALL * len(found):
            return []
        home = regions.most_common(1)[0][0]
        return [(start, place) for start, place in found if (place.country, place.admin1) == home]

    def _only_town(self, trigger: Trigger) -> Location | None:
        """Violence and mishaps of a text that names one town, and that town more than once, are there."""
        towns = {place.id: place for _, place in self._towns}
        if trigger.type not in _LOCAL or len(towns) != 1 or len(self._towns) < _OFTEN or len(self.context.parsed.sentences) < _LONG:
            return None
        start = self._towns[0][0]
        mention = next(m for m in self.context.place_at.values() if m.start == start)
        why = f"no place is named here: {mention.text} is the only town in the text"
        return Location(places=(replace(mention, role="location"),), origin=None, own=False, why=why)

    def dates(self, datings: Sequence[Dating]) -> list[Dating]:
        """Datings with the day of the one incident that a report is about filled in, and in a history with the year of the scene."""
        out = list(datings)
        if self.context.published is not None and (first := self._only_day(out)) is not None:
            for number, trigger in enumerate(self.triggers):
                if (
                    out[number] is UNDATED
                    and trigger.type in _VIOLENT
                    and self._of_the_incident(trigger)
                    and not self._moves_on(self._sentence(trigger))
                ):
                    told = self._word(self.triggers[first])
                    why = f"no date is told here: the violence that the text dates is of the day of “{told}”"
                    out[number] = replace(out[first], own=False, why=f"{why}; {out[first].why}")
        if self.context.published is None:
            for number, trigger in enumerate(self.triggers):
                if out[number] is UNDATED and self._plain_past(trigger) and (year := self._year(number, out)):
                    out[number] = year
        return out

    def _of_the_incident(self, trigger: Trigger) -> bool:
        """Whether the words may tell the incident again: "the shooting", "was shot", "after being hit"; not "had been shot", "may die"."""
        children = self.context.children(trigger.head if trigger.kind == "noun" else trigger.clause)
        if trigger.kind == "noun":
            return any(c.text.lower() in _DEFINITE for c in children if c.deprel in ("det", "nmod:poss"))
        auxiliaries = {c.text.lower() for c in children if c.deprel.startswith("aux")}
        return self.context.tokens[trigger.clause].xpos in ("VBD", "VBN", "VBG") and auxiliaries <= _DONE

    def _only_day(self, datings: Sequence[Dating]) -> int | None:
        """The first event of the one day on which nearly all dated violence of the text happened, or None."""
        days: dict[int, str] = {}
        for number, trigger in enumerate(self.triggers):
            interval = datings[number].interval
            if trigger.type in _LOCAL and interval is not None and datings[number].own:
                days[number] = interval.earliest[:10] if interval.earliest[:10] == interval.latest[:10] else ""
        if not days:
            return None
        day, count = Counter(days.values()).most_common(1)[0]
        return next(number for number, one in days.items() if one == day) if day and count >= _NEARLY_ALL * len(days) else None

    def _year(self, number: int, datings: Sequence[Dating]) -> Dating | None:
        """In a history, the year of the date told last in the paragraph, unless a word moves the time on."""
        for other in self._before(number, _YEAR_SENTENCES):
            dating = datings[other]
            if dating.interval is None or not dating.own:
                continue
            year = _YEAR.match(dating.interval.edtf)
            if year is None or dating.interval.precision not in _INSIDE_YEAR or not self._plain_past(self.triggers[other]):
                return None
            first, last = (self._sentence(self.triggers[n]).index for n in (other, number))
            if any(self._moves_on(self.context.parsed.sentences[i]) for i in range(first + 1, last + 1)):
                return None
            why = f"no date is told here: the text is still in the year of “{self._word(self.triggers[other])}”; {dating.why}"
            return replace(dating, interval=from_edtf(year[0]), own=False, why=why)
        return None

    def _moves_on(self, sentence: Sentence) -> bool:
        """Whether a sentence has a time of its own, or a word that leaves the day behind ("later", "soon", "within weeks")."""
        if any(m.interval is None for m in self.context.times_in(sentence.index)):
            return True
        words = self.context.tokens[sentence.first : sentence.last]
        return any(t.text.lower() in _LATER for t in words)

    def _before(self, number: int, sentences: int) -> list[int]:
        """Earlier triggers of the paragraph, nearest first, at most so many sentences back."""
        here, out = self._sentence(self.triggers[number]), []
        for other in range(number - 1, -1, -1):
            there = self._sentence(self.triggers[other])
            if there.paragraph != here.paragraph or here.index - there.index > sentences:
                break
            out.append(other)
        return out

    def _plain_past(self, trigger: Trigger) -> bool:
        """Whether the clause is in the simple past ("fell", "was taken")."""
        verb = self.context.tokens[trigger.clause]
        auxiliaries = {c.text.lower() for c in self.context.children(verb.index) if c.deprel.startswith("aux")}
        return (verb.xpos == "VBD" and not auxiliaries) or (verb.xpos == "VBN" and bool(auxiliaries) and auxiliaries <= {"was", "were"})

    def _sentence(self, trigger: Trigger) -> Sentence:
        return self.context.parsed.sentences[self.context.tokens[trigger.head].sentence]

    def _word(self, trigger: Trigger) -> str:
        return self.context.words(trigger.first, trigger.last)
