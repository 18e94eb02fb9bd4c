"""Words that tell a happening once more without being a reading of their own ("murder charges", "the shootings", "the escape of ...").

The model must be sure that the word tells an action, and the word must be akin to one that told the happening, or be a definite noun for
its kind of happening. Nothing else of the event changes: a retelling adds a mention, never a date, a place or a person.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from timeline.events.context import Context
from timeline.events.learned import Learned
from timeline.events.merging import related_words, same_kind
from timeline.records import Event, EventMention, Token

_SURE = 0.8
_NEAR = 60
"""Events that a reader keeps in mind around a word."""
_MOST = 40
_POINTING = frozenset({"the", "this", "that", "his", "her", "its", "their", "these", "those"})


def add_retellings(events: Sequence[Event], context: Context, learned: Learned) -> tuple[Event, ...]:
    """The events, some with more mentions; the first mention stays the trigger's own."""
    if not learned or not events:
        return tuple(events)
    told = _Told(events, context)
    for token in context.tokens:
        if token.upos in ("NOUN", "VERB") and learned.mention(token.index) >= _SURE and not told.covers(token):
            told.add(token)
    return told.events()


class _Told:
    """Which events the document has told, and where."""

    def __init__(self, events: Sequence[Event], context: Context) -> None:
        self.context = context
        self._events = list(events)
        self._more: list[list[EventMention]] = [[] for _ in events]
        self._covered = {i for event in events for m in event.mentions for i in range(*self._words(m))}
        starts = sorted((context.token_at(m.start), number) for number, event in enumerate(events) for m in event.mentions)
        self._at = [(index, number, self._lemmas(index)) for index, number in starts if events[number].type != "statement"]

    def _words(self, mention: EventMention) -> tuple[int, int]:
        return self.context.token_at(mention.start), self.context.token_at(max(mention.start, mention.end - 1)) + 1

    def _lemmas(self, index: int) -> tuple[str, ...]:
        return tuple(t.lemma.lower() for t in self.context.tokens[index : index + 2] if t.index in self._covered)

    def covers(self, token: Token) -> bool:
        """Whether a mention holds the token."""
        return token.index in self._covered

    def add(self, token: Token) -> None:
        """Give the token to the event it retells, if there is one: the last told before it, else the next after it."""
        here = bisect_left(self._at, (token.index,))
        near = (*reversed(self._at[max(0, here - _NEAR) : here]), *self._at[here : here + _NEAR])
        home = next((number for _, number, lemmas in near if self._akin(token, number, lemmas)), None)
        if home is None or len(self._events[home].mentions) + len(self._more[home]) >= _MOST:
            return
        sentence = self.context.parsed.sentences[token.sentence]
        quote = self.context.parsed.document.text[sentence.start : sentence.end]
        event = self._events[home]
        self._more[home].append(
            EventMention(
                document_id=event.document_id, start=token.start, end=token.end, quote=quote,
                quote_start=sentence.start, quote_end=sentence.end,
            )
        )  # fmt: skip
        self._covered.add(token.index)

    def _akin(self, token: Token, number: int, lemmas: tuple[str, ...]) -> bool:
        event, lemma = self._events[number], token.lemma.lower()
        if self._elsewhere(token, event) or self._by_others(token, event):
            return False
        if any(related_words(lemma, other) for other in lemmas):
            return True
        kind = self.context.lexicon.noun_type(lemma) if token.upos == "NOUN" else None
        definite = token.xpos == "NN" and any(
            c.text.lower() in _POINTING or c.deprel == "nmod:poss" for c in self.context.children(token.index)
        )
        return definite and kind not in (None, "other", "statement") and same_kind(kind or "", event.type)

    def _elsewhere(self, token: Token, event: Event) -> bool:
        """Whether the word has a place or date of its own: then it may be another happening."""
        inside = set(self.context.tree.subtree(token.index))
        place = event.place.place if event.place else None
        for index, mention in self.context.places_in(token.sentence):
            if index in inside and (mention.place is None or place is None or mention.place.id != place.id):
                return True
        return any(self.context.head_of(t.start, t.end) in inside for t in self.context.times_in(token.sentence))

    def _by_others(self, token: Token, event: Event) -> bool:
        """Whether the word's own people are none of the event's."""
        people = [
            self.context.actor_at[c.index].actor.id
            for c in self.context.children(token.index)
            if c.deprel.split(":")[0] in ("nsubj", "obj", "nmod") and c.index in self.context.actor_at
        ]
        own = {p.actor_id for p in (*event.actors, *event.targets)}
        return bool(people) and bool(own) and not own & set(people)

    def events(self) -> tuple[Event, ...]:
        """All events with the mentions they have now."""
        return tuple(replace(e, mentions=(*e.mentions, *more)) if more else e for e, more in zip(self._events, self._more, strict=True))
