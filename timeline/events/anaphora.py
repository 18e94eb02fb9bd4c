"""Words that point back to a place: "there", "the city", "the island", "the Papuan capital", "the palace"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from maps.gazetteer import Gazetteer
from maps.place import Place
from timeline.language.tree import Tree
from timeline.records import Parsed, PlaceMention, Token

_MEMORY = 60
"""Place mentions that a pointing word may reach back over."""
_POINTING = frozenset({"the", "that", "this"})
_KINDS = {
    "city": ("city",),
    "town": ("city",),
    "village": ("city",),
    "port": ("city",),
    "settlement": ("city",),
    "city-state": ("city", "country"),
    "country": ("country",),
    "nation": ("country",),
    "republic": ("country",),
    "kingdom": ("country",),
    "island": ("island", "country", "region"),
    "archipelago": ("island", "country"),
    "territory": ("country", "region"),
    "region": ("region",),
    "province": ("region",),
    "county": ("county",),
    "peninsula": ("region", "other"),
    "continent": ("continent",),
}
_SITES = frozenset(
    "palace prison jail stadium arena airport hospital church cathedral basilica mosque temple shrine museum hotel bridge camp base fort "
    "fortress castle square station university college school park harbour harbor lake river mountain mount volcano bay strait canyon "
    "valley market theatre theater desert cemetery dam mine plant factory monastery abbey tower gate crossing pass glacier beach".split()
)
"""What stands in the names of sites, and for them: "the palace" is the last palace that was named."""
POINTING_NOUNS = frozenset({*_KINDS, "capital"})
"""Lemmas that may point back to a place; where one stands unread, nothing else may be guessed for its clause."""


class PlaceAnaphora:
    """Finds and reads the pointing words of one parsed document."""

    def __init__(self, parsed: Parsed, places: Sequence[PlaceMention], gazetteer: Gazetteer) -> None:
        self.parsed, self.tree, self.gazetteer = parsed, Tree(parsed), gazetteer
        self.told = sorted((p for p in places if p.place is not None), key=lambda p: p.start)
        self._starts = [p.start for p in self.told]
        self._tokens = [t.start for t in parsed.tokens]
        self.covered = {i for p in places for i in range(p.start, p.end)}

    def find(self) -> tuple[PlaceMention, ...]:
        """Mentions for every pointing word that has something to point to, in the order of the text."""
        found = [
            self._read(t) for t in self.parsed.tokens if t.start not in self.covered and self.parsed.sentences[t.sentence].kind != "title"
        ]
        return tuple(f for f in found if f is not None)

    def _read(self, token: Token) -> PlaceMention | None:
        word = token.text.lower()
        if word == "there" and token.upos == "ADV" and token.deprel.startswith("advmod"):
            back = self._last(token.start, None, located=True)
            near = back is not None and self._sentence_of(back) >= token.sentence - 1
            return self._mention(token, token, back.place, f"“there” points back to {back.text}") if back and back.place and near else None
        if word not in _KINDS and word not in _SITES and word != "capital":
            return None
        children = [self.parsed.tokens[c] for c in self.tree.children(token.index)]
        first = next((c for c in children if c.text.lower() in _POINTING and c.deprel == "det"), None)
        if any(c.deprel.startswith("nmod") and c.index > token.index for c in children) or any(c.deprel == "appos" for c in children):
            return None
        if word == "capital":
            return self._capital(token, children)
        if first is None or any(c.deprel in ("compound", "nmod:poss") for c in children):
            return None
        back = self._last(token.start, _KINDS[word]) if word in _KINDS else self._named(token.start, word)
        if back is None or back.place is None:
            return None
        return self._mention(first, token, back.place, f"“{first.text} {token.text}” points back to {back.text}")

    def _capital(self, token: Token, children: Sequence[Token]) -> PlaceMention | None:
        for child in children:
            home = self.gazetteer.demonym(child.text) if child.index < token.index else ()
            owner = self._owner(child)
            country = home[0].country if home else owner.place.country if owner and owner.place else None
            if country and (seat := self.gazetteer.capital(country)):
                return self._mention(child, token, seat, f"the capital of {self.gazetteer.country_name(country)}")
        if not any(c.text.lower() in _POINTING for c in children):
            return None
        country = self._main_country()
        seat = self.gazetteer.capital(country) if country else None
        first = next(c for c in children if c.text.lower() in _POINTING)
        if seat is None or country is None:
            return None
        return self._mention(first, token, seat, f"“the capital” of {self.gazetteer.country_name(country)}, the country most told of")

    def _main_country(self) -> str | None:
        """The country that at least half of the document's places and demonyms belong to, or None."""
        counts = Counter(p.place.country for p in self.told if p.place and p.place.country)
        best = counts.most_common(1)
        return best[0][0] if best and 2 * best[0][1] >= sum(counts.values()) else None

    def _sentence_of(self, mention: PlaceMention) -> int:
        number = bisect_left(self._tokens, mention.start)
        return self.parsed.tokens[min(number, len(self.parsed.tokens) - 1)].sentence

    def _owner(self, child: Token) -> PlaceMention | None:
        """The place that a possessor names ("Haiti" in "Haiti's capital")."""
        number = bisect_left(self._starts, child.start + 1) - 1
        found = self.told[number] if number >= 0 and child.deprel == "nmod:poss" else None
        return found if found is not None and found.start <= child.start < found.end else None

    def _last(self, before: int, kinds: Sequence[str] | None, *, located: bool = False) -> PlaceMention | None:
        """The latest place told before an offset: of one of the kinds, or where something was located."""
        last = bisect_left(self._starts, before)
        for mention in reversed(self.told[max(0, last - _MEMORY) : last]):
            if mention.demonym or mention.place is None:
                continue
            if kinds is not None and mention.place.granularity not in kinds:
                continue
            if not located or mention.role in ("location", "destination"):
                return mention
        return None

    def _named(self, before: int, word: str) -> PlaceMention | None:
        """The latest place told before an offset that has the word in its name."""
        last = bisect_left(self._starts, before)
        for mention in reversed(self.told[max(0, last - _MEMORY) : last]):
            if mention.place is not None and not mention.demonym and word in f"{mention.text} {mention.place.name}".lower().split():
                return mention
        return None

    def _mention(self, first: Token, last: Token, place: Place, why: str) -> PlaceMention:
        text = self.parsed.document.text[first.start : last.end]
        return PlaceMention(start=first.start, end=last.end, text=text, place=place, candidates=(), role="location", why=why)
