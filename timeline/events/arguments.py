"""Who takes part in an event: agents, patients, partners, how many, and on whose word it is told."""

from dataclasses import dataclass

from timeline.actors.nouns import actor_kind
from timeline.events.context import Context
from timeline.events.learned import Learned
from timeline.events.triggers import Trigger
from timeline.records import Actor, ActorMention, LinkRole, Participant, Token

_PARTNERED = frozenset({"meeting", "agreement", "sport", "attack", "business", "sanction", "travel", "visit"})
_SUFFERED = frozenset({"death", "attack", "arrest", "rescue", "court", "crime", "health", "appointment", "election", "award", "accident"})
_AGENT, _PATIENT = 0.5, 0.6
"""The chances from which the model's word for who did or suffered it fills a gap."""
_BODIES_SUFFER = frozenset({"sport", "sanction", "business", "aid", "attack", "court", "law", "statement", "rescue"})
_STATES_SUFFER = frozenset({"sport", "sanction", "aid"})
"""Types of events that are done to bodies and to states, not only to people."""
_HANDED = frozenset({"statement", "sport", "business", "award", "withdrawal", "appointment", "aid"})
"""Types of events that are done to whom "to" or "from" names."""
_TOLD_FOR_US = frozenset({"reporter", "journalist", "viewer", "reader", "listener", "audience", "congress", "parliament"})
_NOBODY = frozenset({"nobody", "none", "nothing", "no"})
_CLAUSES = ("conj", "xcomp", "advcl")
_SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "offer", "agree", "refuse", "decide"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """Agents (partners included), patients, the text's words for how many, and the speaker it is attributed to."""

    agents: tuple[Participant, ...]
    patients: tuple[Participant, ...]
    quantity: str | None
    attributed_to: str | None
    heads: tuple[int, ...]


class ArgumentReader:
    """Reads who takes part in the triggers of one document."""

    def __init__(self, context: Context, learned: Learned) -> None:
        self.context, self.tokens, self.learned = context, context.tokens, learned
        self._actors = {m.actor.id: m.actor for m in context.actor_at.values()}

    def read(self, trigger: Trigger) -> Arguments:
        """The participants of one trigger, each actor once, agents before patients."""
        agents, patients = self._noun(trigger) if trigger.kind == "noun" else ([], [])
        if trigger.clause != trigger.head or trigger.kind == "verb":
            more_agents, more_patients = self._verb(trigger.clause, trigger, depth=0)
            agents, patients = more_agents + agents, more_patients + patients
        agents, patients = self._heeded(trigger, "agent", agents, patients), self._heeded(trigger, "patient", patients, agents)
        agents, patients = self._spread(agents), [p for p in self._spread(patients) if self._suffers(p, trigger)]
        if any(map(self._is_person, patients)):
            agents = [a for a in agents if not self._carries(a)]
        return Arguments(
            agents=self._participants(agents),
            patients=self._participants(patients),
            quantity=self._quantity(agents + patients, trigger),
            attributed_to=self._speaker(trigger),
            heads=tuple(agents + patients),
        )

    def _heeded(self, trigger: Trigger, role: LinkRole, heads: list[int], others: list[int]) -> list[int]:
        """The heads that grammar found; where they name nobody, those of whom the model is sure."""
        if any(head in self.context.actor_at for head in heads):
            return heads
        sure = _AGENT if role == "agent" else _PATIENT
        return heads + [
            i for i, chance in self.learned.fillers(trigger, role) if chance >= sure and i in self.context.actor_at and i not in others
        ]

    def _verb(self, verb: int, trigger: Trigger, depth: int) -> tuple[list[int], list[int]]:
        agents: list[int] = []
        patients: list[int] = []
        passive = any(c.deprel in ("nsubj:pass", "aux:pass") for c in self.context.children(verb))
        for child in self.context.children(verb):
            relation = child.deprel
            if child.index in self.context.time_at:
                continue
            if relation in ("nsubj", "csubj"):
                agents.append(self._rider(self._stand_in(child), trigger))
            elif relation == "nsubj:pass":
                patients.append(self._owner(self._stand_in(child), trigger))
            elif relation in ("obj", "iobj") and child.index != trigger.head:
                patients.append(self._owner(child.index, trigger))
            elif relation.startswith("obl"):
                preposition = self.context.preposition(child.index)
                if preposition == "by" or relation == "obl:agent":
                    agents += [child.index] if self._done_by(child.index, verb, passive=passive) else []
                elif preposition in ("with", "against") and trigger.type in _PARTNERED and self._alive(child.index):
                    (agents if preposition == "with" else patients).append(child.index)
                elif preposition in ("to", "from") and trigger.type in _HANDED and self._is_person(child.index):
                    patients.append(child.index)
        if not any(c.deprel.startswith("nsubj") for c in self.context.children(verb)):
            inherited = self._inherited(verb, trigger, depth)
            (patients if passive or self._participle(verb) else agents)[:0] = inherited
        return agents, patients

    def _rider(self, head: int, trigger: Trigger) -> int:
        """Whose vehicle it is that travels ("his jet touched down"), else the head itself."""
        if trigger.type not in ("travel", "visit") or actor_kind(self.tokens[head].lemma.lower(), plural=False) != "vehicle":
            return head
        return next((c.index for c in self.context.children(head) if c.deprel == "nmod:poss" and self._is_person(c.index)), head)

    def _carries(self, head: int) -> bool:
        """Whether a doer is only a vehicle without a name or a flag ("a train"): who is carried is told of."""
        token, mention = self.tokens[head], self._mention(head)
        vehicle = token.xpos == "NN" and actor_kind(token.lemma.lower(), plural=False) == "vehicle"
        return vehicle and mention is not None and mention.actor.name.islower()

    def _owner(self, head: int, trigger: Trigger) -> int:
        """Whose body, sentence or term it is that something is done to ("her body was cremated"), else the head itself."""
        if head in self.context.actor_at or trigger.type not in _SUFFERED:
            return head
        return next((c.index for c in self.context.children(head) if c.deprel == "nmod:poss" and self._is_person(c.index)), head)

    def _is_person(self, head: int) -> bool:
        mention = self._mention(head)
        return mention is not None and mention.actor.kind == "person"

    def _done_by(self, head: int, verb: int, *, passive: bool) -> bool:
        """Whether "by" tells the doer of a passive, not the means ("by bus", "had come by train")."""
        inside = self.context.children(verb)
        means = actor_kind(self.tokens[head].lemma.lower(), plural=False) == "vehicle" and not self.context.children(head)[1:]
        participle = self.tokens[verb].xpos == "VBN" and not any(c.deprel == "aux" and c.lemma == "have" for c in inside)
        return (passive or participle) and not means

    def _alive(self, head: int) -> bool:
        """Whether a partner is somebody, not what the deed is done with ("by car", "with refrigerators")."""
        token, mention = self.tokens[head], self._mention(head)
        if mention is None or token.upos in ("PROPN", "PRON"):
            return mention is not None
        return actor_kind(token.lemma.lower(), plural=mention.actor.kind == "group") not in (None, "vehicle")

    def _suffers(self, head: int, trigger: Trigger) -> bool:
        """Whether something is done to somebody, and not to a vehicle, an office or a building."""
        token, mention = self.tokens[head], self._mention(head)
        if mention is None:
            return True
        ship = token.text.lower() == "her" and mention.actor.kind == "group"
        if ship or token.text.lower() == "it" or actor_kind(token.lemma.lower(), plural=False) == "vehicle":
            return False
        if mention.actor.kind not in ("organisation", "state"):
            return trigger.type != "statement" or token.lemma.lower() not in _TOLD_FOR_US
        return token.upos in ("PROPN", "PRON") and trigger.type in (_STATES_SUFFER if mention.actor.kind == "state" else _BODIES_SUFFER)

    def _participle(self, verb: int) -> bool:
        token = self.tokens[verb]
        return token.xpos == "VBN" and token.deprel in ("acl", "advcl", "amod")

    def _stand_in(self, child: Token) -> int:
        """For "which" and "that" the noun they stand for; else the token itself."""
        if child.text.lower() not in ("which", "that", "who") or child.index in self.context.actor_at:
            return child.index
        token = child
        while token.head != token.index:
            if token.deprel.startswith("acl"):
                return token.head
            token = self.tokens[token.head]
        return child.index

    def _inherited(self, verb: int, trigger: Trigger, depth: int) -> list[int]:
        """The subject a clause shares with the one that governs it, or the noun it modifies."""
        token = self.tokens[verb]
        if depth > 3 or token.head == verb:
            return []
        governor = self.tokens[token.head]
        relation = token.deprel.split(":")[0]
        if relation == "acl":
            purpose = any(c.deprel == "mark" and c.text.lower() == "to" for c in self.context.children(verb))
            return [] if purpose and governor.index not in self.context.actor_at else [governor.index]
        if relation not in _CLAUSES or governor.upos not in ("VERB", "ADJ", "NOUN", "AUX"):
            return []
        if relation == "xcomp" and governor.lemma.lower() not in _SUBJECT_CONTROL:
            controlled = [c.index for c in self.context.children(governor.index) if c.deprel in ("obj", "iobj")]
            if controlled:
                return controlled
        own = [self._stand_in(c) for c in self.context.children(governor.index) if c.deprel.startswith("nsubj")]
        return own or self._inherited(governor.index, trigger, depth + 1)

    def _noun(self, trigger: Trigger) -> tuple[list[int], list[int]]:
        agents: list[int] = []
        patients: list[int] = []
        for child in self.context.children(trigger.head):
            preposition = self.context.preposition(child.index)
            if child.deprel == "nmod:poss":
                (patients if trigger.type in ("death", "rescue", "arrest", "court", "appointment") else agents).append(child.index)
            elif child.deprel.startswith("nmod") and preposition == "by":
                agents.append(child.index)
            elif child.deprel.startswith("nmod") and preposition == "of":
                (patients if trigger.type in _SUFFERED else agents).append(child.index)
            elif child.deprel.startswith("nmod") and preposition in ("between", "with", "among") and trigger.type in _PARTNERED:
                agents.append(child.index)
            elif child.deprel.startswith("nmod") and preposition == "against":
                patients.append(child.index)
            elif child.deprel == "compound" and child.index in self.context.actor_at:
                agents.append(child.index)
        return agents, patients

    def _spread(self, heads: list[int]) -> list[int]:
        """Each head with the nouns joined to it by "and"."""
        out: list[int] = []
        for head in heads:
            joined = [c.index for c in self.context.children(head) if c.deprel == "conj" and c.upos in ("NOUN", "PROPN", "PRON", "NUM")]
            out += [h for h in (head, *joined, *self._led_by(head)) if h not in out]
        return out

    def _led_by(self, head: int) -> list[int]:
        """Who leads those told of: "soldiers under General Ruiz", "a delegation led by Ruiz"."""
        led = [c for c in self.context.children(head) if c.deprel == "acl" and c.lemma.lower() in ("lead", "head", "command")]
        below = [c for verb in led for c in self.context.children(verb.index) if self.context.preposition(c.index) == "by"]
        below += [c for c in self.context.children(head) if c.deprel == "nmod" and self.context.preposition(c.index) == "under"]
        return [c.index for c in below if self._is_person(c.index)]

    def _mention(self, head: int) -> ActorMention | None:
        return self.context.actor_at.get(head)

    def _participants(self, heads: list[int]) -> tuple[Participant, ...]:
        out: dict[str, Participant] = {}
        for mention in filter(None, map(self._mention, heads)):
            for actor in self._each(mention.actor):
                out.setdefault(
                    actor.id,
                    Participant(
                        start=mention.start, end=mention.end, name=actor.name, actor_id=actor.id, kind=actor.kind, country=actor.country
                    ),
                )
        return tuple(out.values())

    def _each(self, actor: Actor) -> list[Actor]:
        """The actor, or those told together under it."""
        return [self._actors[one] for one in actor.id.split("+") if one in self._actors]

    def _quantity(self, heads: list[int], trigger: Trigger) -> str | None:
        """The first count of people or things among the participants, in the text's words ("at least 53 people")."""
        candidates = [*heads, *(c.index for c in self.context.children(trigger.head) if c.deprel == "nmod")]
        for head in candidates:
            for child in self.context.children(head):
                if child.deprel == "nummod" and child.upos == "NUM" and self.tokens[head].upos in ("NOUN", "PROPN"):
                    first = self.context.tree.subtree(child.index)[0]
                    text = self.context.parsed.document.text
                    return " ".join(text[self.tokens[first].start : self.tokens[head].end].split())
        return None

    def _speaker(self, trigger: Trigger) -> str | None:
        """The name of who is told to say it: the subject of a speech verb above, or the speaker of the quotation around."""
        here = self.tokens[trigger.clause]
        quotation = self.context.quotation_at(here.start)
        if quotation is not None and quotation.speaker is not None:
            mention = self._mention(quotation.speaker)
            return mention.actor.name if mention else self._nobody(self.tokens[quotation.speaker].text)
        for _ in range(6):
            if here.head == here.index:
                break
            governor = self.tokens[here.head]
            if here.deprel in ("ccomp", "parataxis") and self.context.lexicon.within("speech", governor.lemma.lower()):
                return self._subject_name(governor.index)
            here = governor
        reported = [
            c
            for c in self.context.children(here.index)
            if c.deprel == "parataxis" and self.context.lexicon.within("speech", c.lemma.lower())
        ]
        return self._subject_name(reported[0].index) if reported else None

    def _subject_name(self, verb: int) -> str | None:
        for child in self.context.children(verb):
            if child.deprel.startswith("nsubj"):
                mention = self._mention(child.index)
                return mention.actor.name if mention else self._nobody(child.text)
        return None

    @staticmethod
    def _nobody(word: str) -> str | None:
        """The word as a speaker's name; None where it says that there is none ("nobody said")."""
        return None if word.lower() in _NOBODY else word
