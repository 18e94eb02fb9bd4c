"""The words that put one event before another: "after", "ahead of", "follows", "had already", an aim, a plan."""

from bisect import bisect_right
from collections.abc import Sequence

from timeline.language.tree import Tree
from timeline.ordering.bounds import placing
from timeline.records import Event, Parsed, Relation, Token

_AFTER = frozenset({"after", "since", "following", "once"})
_BEFORE = frozenset({"before", "until", "till", "ahead"})
_THEN = frozenset({"then", "later", "afterwards", "afterward", "next", "subsequently", "eventually", "finally", "soon", "thereafter"})
_EARLIER = frozenset({"earlier", "previously", "already", "beforehand", "formerly"})


class CueReader:
    """Reads the ordering words of one parsed document between its events."""

    def __init__(self, parsed: Parsed, events: Sequence[Event]) -> None:
        self.tree, self.tokens, self.events = Tree(parsed), parsed.tokens, events
        self._starts = [t.start for t in parsed.tokens]
        self._event_at: dict[int, int] = {}
        for number, event in enumerate(events):
            for mention in event.mentions:
                for index in range(self._token(mention.start), self._token(mention.end - 1) + 1):
                    self._event_at.setdefault(index, number)

    def read(self) -> tuple[Relation, ...]:
        """Every relation that words state, each pair once, in the order of the text."""
        found: dict[tuple[int, int], str] = {}
        for index in sorted(self._event_at):
            here = self._event_at[index]
            for before, after, why in self._of(index, here):
                if before != after and (after, before) not in found:
                    found.setdefault((before, after), why)
        for before, after, why in self._narrative():
            if before != after and (after, before) not in found:
                found.setdefault((before, after), why)
        return tuple(Relation(before=self.events[a].id, after=self.events[b].id, why=why) for (a, b), why in found.items())

    def _token(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _children(self, index: int) -> list[Token]:
        return [self.tokens[c] for c in self.tree.children(index)]

    def _governing(self, index: int) -> int | None:
        """The event whose words govern this token most nearly."""
        own = self._event_at.get(index)
        for above in self.tree.ancestors(index):
            found = self._event_at.get(above)
            if found is not None and found != own:
                return found
        return None

    def _of(self, index: int, here: int) -> list[tuple[int, int, str]]:
        token, out = self.tokens[index], []
        above = self._governing(index)
        marks = [c for c in self._children(index) if c.deprel in ("mark", "case")]
        for mark in marks:
            word = mark.text.lower()
            if above is not None and word in _AFTER:
                out.append((here, above, f"“{mark.text}” puts it later"))
            elif above is not None and word in _BEFORE:
                out.append((above, here, f"“{mark.text}” puts it earlier"))
            elif above is not None and word == "to" and token.deprel.startswith("advcl") and token.upos == "VERB":
                out.append((above, here, "an aim comes after what is done for it"))
        for child in self._children(index):
            other = self._event_at.get(child.index)
            if other is not None and other != here and token.lemma == "follow" and child.deprel == "obj":
                out.append((other, here, "“follows” puts it later"))
        out += self._follow(token)
        return out

    def _follow(self, token: Token) -> list[tuple[int, int, str]]:
        """ "X follows Y", "X preceded Y", where the verb itself hangs above both."""
        if token.head == token.index:
            return []
        verb = self.tokens[token.head]
        if verb.lemma not in ("follow", "precede") or not token.deprel.startswith("nsubj"):
            return []
        mine = self._event_at[token.index]
        passive = token.deprel == "nsubj:pass"
        for child in self._children(verb.index):
            other = self._event_at.get(child.index)
            if other is None or other == mine or not child.deprel.startswith(("obj", "obl")):
                continue
            first = mine if (verb.lemma == "precede") != passive else other
            second = other if first == mine else mine
            return [(first, second, f"the text says “{verb.text}”")]
        return []

    def _narrative(self) -> list[tuple[int, int, str]]:
        """Past perfect reaches back behind the event told before it; "then", "later" go on from it."""
        out: list[tuple[int, int, str]] = []
        line: int | None = None
        for number, event in sorted(enumerate(self.events), key=lambda pair: pair[1].trigger.start):
            index = self._token(event.trigger.start)
            verb = self.tokens[index]
            perfect = any(c.text.lower() == "had" and c.deprel == "aux" for c in self._children(index))
            words = {c.text.lower() for c in self._children(index) if c.deprel in ("advmod", "cc")}
            if line is not None and perfect and not placing(event):
                out.append((number, line, "“had” tells what came before"))
            elif line is not None and words & _EARLIER and not placing(event):
                out.append((number, line, f"“{sorted(words & _EARLIER)[0]}” puts it earlier"))
            elif line is not None and words & _THEN and not placing(event):
                out.append((line, number, f"“{sorted(words & _THEN)[0]}” puts it later"))
            if event.status == "happened" and event.type != "statement" and not perfect and verb.upos == "VERB":
                line = number
        return out


def find_relations(parsed: Parsed, events: Sequence[Event]) -> tuple[Relation, ...]:
    """What the words of one document say of the order of its events."""
    return CueReader(parsed, events).read()
