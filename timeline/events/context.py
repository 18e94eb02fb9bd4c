"""What the readers of one document share: its words, tree, lexicon, and which token stands for which time, place or actor."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.actors.phrases import storms
from timeline.events.lexicon import EventLexicon
from timeline.language.tree import Tree
from timeline.records import ActorMention, Parsed, PlaceMention, Quotation, TimeMention, Token

_OTHER_CLAUSE = ("acl:relcl", "advcl", "ccomp", "csubj", "parataxis", "discourse", "advcl:relcl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A token reached from a trigger: through which first relation and preposition, and how many steps away.

    `path` holds the relations from the trigger down to the token, `first` the preposition of the branch's own head.
    """

    index: int
    relation: str
    preposition: str | None
    path: tuple[str, ...]
    first: str | None = None


def _part_of(actor: ActorMention, places: Sequence[tuple[int, int]]) -> bool:
    """Whether an actor's words are only a part of a place's name ("au-Prince")."""
    return any(start <= actor.start and actor.end <= end and end - start > actor.end - actor.start for start, end in places)


class Context:
    """One parsed document with its mentions, indexed by the tokens that head them."""

    def __init__(
        self,
        parsed: Parsed,
        lexicon: EventLexicon,
        *,
        times: Sequence[TimeMention],
        places: Sequence[PlaceMention],
        actors: Sequence[ActorMention],
    ) -> None:
        self.parsed, self.tree, self.lexicon, self.tokens = parsed, Tree(parsed), lexicon, parsed.tokens
        self._starts = [t.start for t in parsed.tokens]
        wide = [(p.start, p.end) for p in places if p.place is not None and not p.demonym]
        self.actor_at: dict[int, ActorMention] = {a.head: a for a in actors if not _part_of(a, wide)}
        self.place_at: dict[int, PlaceMention] = {self.head_of(p.start, p.end): p for p in places}
        self.time_at: dict[int, TimeMention] = {self.head_of(t.start, t.end): t for t in times}
        self._times_in: dict[int, list[TimeMention]] = defaultdict(list)
        for index in sorted(self.time_at):
            self._times_in[self.tokens[index].sentence].append(self.time_at[index])
        self._places_in: dict[int, list[tuple[int, PlaceMention]]] = defaultdict(list)
        for index in sorted(self.place_at):
            self._places_in[self.tokens[index].sentence].append((index, self.place_at[index]))
        self._quotation_starts = [q.start for q in parsed.quotations]
        self.published = parsed.document.published
        self.storms = storms(parsed)

    def token_at(self, offset: int) -> int:
        """Index of the token that holds a character offset, or the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def head_of(self, start: int, end: int) -> int:
        """Index of the token that governs a span: the first whose own governor lies outside."""
        first, last = self.token_at(start), self.token_at(max(start, end - 1)) + 1
        for i in range(first, last):
            head = self.tokens[i].head
            if head == i or not first <= head < last:
                return i
        return first

    def times_in(self, sentence: int) -> list[TimeMention]:
        """The time mentions of a sentence, by its index, in the order of the text."""
        return self._times_in.get(sentence, [])

    def places_in(self, sentence: int) -> list[tuple[int, PlaceMention]]:
        """The place mentions of a sentence with their head tokens, in the order of the text."""
        return self._places_in.get(sentence, [])

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation around a character offset, or None."""
        number = bisect_right(self._quotation_starts, offset) - 1
        found = self.parsed.quotations[number] if number >= 0 else None
        return found if found is not None and offset < found.end else None

    def words(self, first: int, last: int) -> str:
        """The text's own words from token `first` up to, not including, `last`."""
        return self.parsed.document.text[self.tokens[first].start : self.tokens[last - 1].end]

    def children(self, index: int) -> list[Token]:
        """The tokens that a token governs, in the order of the text."""
        return [self.tokens[c] for c in self.tree.children(index)]

    def preposition(self, index: int) -> str | None:
        """The preposition of a noun phrase, lower case; of several ("out of") the last."""
        found = [t.text.lower() for t in self.children(index) if t.deprel == "case" and t.index < index]
        return found[-1] if found else None

    def prepositions(self, index: int) -> tuple[str, ...]:
        """All prepositions of a noun phrase, lower case."""
        return tuple(t.text.lower() for t in self.children(index) if t.deprel == "case" and t.index < index)

    def roots(self, head: int, clause: int, stop: frozenset[int]) -> tuple[int, ...]:
        """Where an event's words hang: its head, its clause, and the verbs that only carry it ("had to flee on Monday")."""
        out, here = [head, clause], self.tokens[clause]
        while here.deprel == "xcomp" and here.head != here.index and here.head not in stop:
            here = self.tokens[here.head]
            out.append(here.index)
        return tuple(dict.fromkeys(out))

    def reach(self, roots: Sequence[int], stop: frozenset[int]) -> Iterator[Reached]:
        """Tokens below the roots, nearest branch first in the text, without entering other clauses or the tokens in `stop`."""
        for root in dict.fromkeys(roots):
            for child in self.tree.children(root):
                if child in roots:
                    continue
                yield from self._below(child, stop, ())

    def _below(self, index: int, stop: frozenset[int], path: tuple[str, ...]) -> Iterator[Reached]:
        first = self.preposition(index)
        stack: list[tuple[int, tuple[str, ...], str, str | None]] = [(index, path, "", None)]
        while stack:
            here, way, relation, preposition = stack.pop()
            token = self.tokens[here]
            clause = token.deprel in _OTHER_CLAUSE or (token.deprel == "conj" and token.upos == "VERB") or token.deprel == "acl"
            if here in stop or clause or len(way) > 5:
                continue
            own = self.preposition(here)
            relation = relation or token.deprel
            if own and not (own == "of" and preposition):
                preposition = own
            if token.deprel == "conj" and own:
                preposition = own
            way = (*way, token.deprel)
            yield Reached(index=here, relation=relation, preposition=preposition, path=way, first=first)
            stack += [(c, way, relation, preposition) for c in reversed(self.tree.children(here))]
