"""Noun phrases that can act: which words they span, what they are called, how many they count."""

import re
from dataclasses import dataclass, replace

from timeline.actors.nouns import actor_kind, always_plural
from timeline.language.tree import Tree
from timeline.records import Name, Parsed, Token

_LEFT = frozenset({"amod", "compound", "nummod", "flat", "nmod:desc", "nmod:poss", "goeswith"})
_DROPPED = frozenset({"det", "nummod", "nmod:poss", "punct", "cc", "advmod", "case", "det:predet", "cc:preconj"})
_OF_HEADS = frozenset(
    "ten score chief leader head member group number crowd team representative minister commander soldier troop force official hundred "
    "thousand dozen million president king queen prince secretary department ministry university bank government coalition fleet "
    "army people men rest majority".split()
)
_PRONOUNS = frozenset("he him his himself she her hers herself they them their theirs themselves it its itself who whom whose".split())
_SMALL = {
    written: number
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
    for written in (word, str(number))
}
_MANY = frozenset({"tens", "dozens", "scores", "hundreds", "thousands", "millions", "others"})
_QUANTIFIERS = frozenset({"most", "many", "some", "several", "few", "all"})
_LONGEST = 4
"""Words that a ship's name has on either side of its head."""
_PAIRS = frozenset({"couple", "pair", "duo"})
_STORMS = frozenset({"hurricane", "storm", "typhoon", "cyclone"})
_NUMBER = re.compile(r"[\d.,]*\d")


def storms(parsed: Parsed) -> dict[str, str]:
    """Names that the text gives to storms and their full form: "Hurricane Ian" gives "Ian". They act, but are nobody."""
    pairs = zip(parsed.tokens, parsed.tokens[1:], strict=False)
    return {b.text: f"{a.text} {b.text}" for a, b in pairs if a.text.istitle() and a.text.lower() in _STORMS and b.text.istitle()}


def _whole(name: Name, parsed: Parsed) -> Name:
    """A person's name with what the model cut off: a surname behind a hyphen, a country behind "of" ("Christina of Sweden")."""
    tokens, last = parsed.tokens, name.last
    if name.label != "PERSON" or last + 1 >= len(tokens):
        return name
    if tokens[last - 1].text == "of" and last - name.first == 2 and tokens[last].upos == "PROPN":
        return replace(name, last=last + 1, end=tokens[last].end, text=parsed.document.text[name.start : tokens[last].end])
    if tokens[last - 1].text == "of" and last - name.first > 2:
        end = tokens[last - 2].end
        return replace(name, last=last - 1, end=end, text=parsed.document.text[name.start : end])
    mark, rest = tokens[last], tokens[last + 1]
    if mark.text != "-" or mark.start != name.end or rest.start != mark.end or not rest.text[:1].isupper():
        return name
    return replace(name, last=last + 2, end=rest.end, text=parsed.document.text[name.start : rest.end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One noun phrase: its head's index, its span in characters, its name without determiner and count.

    `label` is PERSON, ORG, PLACE or NORP where the model named it; `kind` what its noun says (see `nouns.actor_kind`).
    `count` is how many are told in digits, `number` how many from two to twelve in digits or words ("both", "the couple").
    """

    head: int
    start: int
    end: int
    name: str
    label: str | None
    kind: str | None
    lemma: str
    plural: bool
    pronoun: bool
    proper: bool
    roles: tuple[str, ...]
    norps: tuple[str, ...]
    count: int | None
    number: int | None = None


class Phrases:
    """The noun phrases of one parsed document, made on demand and remembered by their head."""

    def __init__(self, parsed: Parsed, tree: Tree) -> None:
        self.parsed, self.tree, self.tokens = parsed, tree, parsed.tokens
        self.name_of: dict[int, Name] = {
            i: name for n in parsed.names for name in [_whole(n, parsed)] for i in range(name.first, name.last)
        }
        self._storms = storms(parsed)
        self._made: dict[int, Phrase | None] = {}

    def at(self, head: int) -> Phrase | None:
        """The phrase whose head is this token, or None where the token heads none that can act."""
        if head not in self._made:
            self._made[head] = self._make(head)
        return self._made[head]

    def heads(self) -> list[int]:
        """Indices of the tokens that may head a phrase, in the order of the text."""
        inner = ("flat", "compound", "goeswith", "fixed")
        return [t.index for t in self.tokens if t.upos in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ") and t.deprel not in inner]

    def named(self, head: int) -> Name | None:
        """The person or organisation a phrase is called by: inside it, after its title, or beside it ("the foreman, Luis Urzúa")."""
        name = self.name_of.get(head)
        if name and name.label not in ("PERSON", "ORG", "PLACE", "NORP"):
            name = None
        noun = self.tokens[head]
        full = name is not None and name.label == "PERSON" and name.last - name.first > 1
        if not full and actor_kind(noun.lemma.lower(), plural=False) in ("role", "group"):
            beside = next((n for c in (*self.tree.children(head), *self._twin(head)) if (n := self._beside(c, head))), None)
            name = beside or name
        return name if name and (name.first > head or self._outward(name) == head) else None

    def _twin(self, head: int) -> tuple[int, ...]:
        """The name right behind a noun, where the parser made both of them subjects or objects of one verb."""
        if head + 1 >= len(self.tokens):
            return ()
        noun, behind = self.tokens[head], self.tokens[head + 1]
        same = noun.head == behind.head and noun.deprel == behind.deprel and noun.head not in (head, head + 1)
        return (behind.index,) if same and behind.upos == "PROPN" else ()

    def _beside(self, child: int, head: int) -> Name | None:
        """The person that a word below a title names: beside it, bare behind it, or behind "named"."""
        token, name = self.tokens[child], self.name_of.get(child)
        if token.deprel == "acl" and token.lemma.lower() in ("name", "call"):
            below = (self.name_of.get(c) for c in self.tree.children(child) if self.tokens[c].deprel in ("xcomp", "obj"))
            return next((n for n in below if n and n.label == "PERSON"), None)
        if name is None or name.label != "PERSON" or name.first <= head <= name.last:
            return None
        singular = self.tokens[head].xpos in ("NN", "NNP")
        bare = (
            singular
            and token.deprel == "nmod"
            and child > head
            and not any(self.tokens[c].deprel == "case" for c in self.tree.children(child))
        )
        near = token.deprel in ("flat", "appos", "nmod:desc") or (token.deprel == "compound" and child > head)
        return name if near or bare or child in self._twin(head) else None

    def _vessel(self, head: int) -> Name | None:
        """The name of a ship or craft that its kind stands before or beside: "the steamer Vega", "a Dutch liner, the Vega"."""
        token = self.tokens[head]
        inside = [self.tokens[c] for c in self.tree.children(head)]
        if token.upos == "NOUN" and actor_kind(token.lemma.lower(), plural=False) == "vehicle" and token.xpos == "NN":
            named = next((c for c in inside if c.index > head and c.upos == "PROPN" and c.deprel in ("flat", "appos", "compound")), None)
            behind = named.index if named else next(iter(self._twin(head)), None)
            return None if behind is None or token.lemma.lower() in ("bomber", "carrier") else self._proper(behind)
        kinds = [c for c in inside if c.index < head and c.upos == "NOUN" and c.deprel in ("compound", "nmod:desc")]
        if token.upos == "PROPN" and any(actor_kind(c.lemma.lower(), plural=False) == "vehicle" for c in kinds):
            return self._proper(head)
        return None

    def _proper(self, head: int) -> Name:
        """The name that the model found at a token, with the proper nouns around it."""
        sentence, known = self.parsed.sentences[self.tokens[head].sentence], self.name_of.get(head)
        first, last = (known.first, known.last) if known else (head, head + 1)
        while first > max(sentence.first, head - _LONGEST) and self.tokens[first - 1].upos == "PROPN":
            first -= 1
        while last < min(sentence.last, head + _LONGEST) and self.tokens[last].upos == "PROPN":
            last += 1
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Name(first=first, last=last, start=start, end=end, text=self.parsed.document.text[start:end], label="ORG")

    def _outward(self, name: Name) -> int:
        for i in range(name.first, name.last):
            head = self.tokens[i].head
            if head == i or not name.first <= head < name.last:
                return i
        return name.last - 1

    def _make(self, head: int) -> Phrase | None:
        token = self.tokens[head]
        lower = token.text.lower()
        agency = token.text == "WHO"
        if self._number_alone(token):
            return self._several(token)
        if (token.upos == "PRON" and not agency) or (lower in _PRONOUNS and not (token.text.isupper() and len(lower) > 2)):
            return self._pronoun(token) if lower in _PRONOUNS else None
        if token.text in self._storms and not self._full_name(head):
            return self._storm(token)
        if any(self.tokens[c].text.lower() == "no" and self.tokens[c].deprel == "det" for c in self.tree.children(head)):
            return None
        vessel = self._vessel(head)
        name = vessel or self.named(head)
        plural = (name is None or name.label == "NORP") and (
            token.xpos in ("NNS", "NNPS") or always_plural(token.text) or self._uncounted(head)
        )
        kind = "vehicle" if vessel else actor_kind(token.lemma.lower(), plural=plural)
        if name is None and token.upos not in ("NOUN", "PROPN") and not self._counts_people(token):
            return None
        first, last = self._bounds(head, name)
        words = self._called(head, first, last, name)
        inside = range(first, last)
        return Phrase(
            head=head, start=self.tokens[first].start, end=self.tokens[last - 1].end, name=words,
            label=name.label if name else None, kind=kind, lemma=token.lemma.lower(), plural=plural,
            pronoun=False, proper=token.upos == "PROPN",
            roles=self._roles(head, first, name), count=self._count(head),
            norps=tuple(dict.fromkeys(n.text for i in inside if (n := self.name_of.get(i)) and n.label in ("NORP", "PLACE"))),
            number=self._number(head),
        )  # fmt: skip

    def _number_alone(self, token: Token) -> bool:
        """Whether a number stands for people: "the two", "both" as a subject or object, "many" as a subject."""
        lower = token.text.lower()
        if token.deprel.split(":")[0] not in ("nsubj", "obj", "iobj", "obl", "nmod"):
            return False
        if lower == "both":
            return True
        if lower in _QUANTIFIERS and token.deprel.startswith("nsubj"):
            return not any(self.tokens[c].deprel == "nmod" for c in self.tree.children(token.index))
        return lower in _SMALL and any(self.tokens[c].text.lower() in ("the", "these", "those") for c in self.tree.children(token.index))

    def _several(self, token: Token) -> Phrase:
        lower = token.text.lower()
        return Phrase(
            head=token.index, start=token.start, end=token.end, name=token.text, label=None, kind="group", lemma=lower, plural=True,
            pronoun=False, proper=False, roles=(), norps=(), count=None, number=2 if lower == "both" else _SMALL.get(lower),
        )  # fmt: skip

    def _number(self, head: int) -> int | None:
        """How many, from two to twelve, the words before the noun say; a couple is two."""
        if self.tokens[head].lemma.lower() in _PAIRS:
            return 2
        words = [self.tokens[c].text.lower() for c in self.tree.children(head) if c < head]
        return 2 if "both" in words else next((_SMALL[w] for w in words if w in _SMALL), None)

    def _pronoun(self, token: Token) -> Phrase:
        lower = token.text.lower()
        plural = lower in ("they", "them", "their", "theirs", "themselves")
        return Phrase(
            head=token.index, start=token.start, end=token.end, name=token.text, label=None, kind=None, lemma=lower, plural=plural,
            pronoun=True, proper=False, roles=(), norps=(), count=None,
        )  # fmt: skip

    def _full_name(self, head: int) -> bool:
        """Whether a token stands in a person's name of several words, none of which says storm."""
        name = self.name_of.get(head)
        if name is None or name.label != "PERSON" or name.last - name.first < 2:
            return False
        return not any(self.tokens[i].text.lower() in _STORMS for i in range(name.first, name.last))

    def _storm(self, token: Token) -> Phrase:
        """A storm by its name: it acts, but no pronoun for a person stands for it."""
        first = token.index - 1 if token.index and self.tokens[token.index - 1].text.lower() in _STORMS else token.index
        return Phrase(
            head=token.index, start=self.tokens[first].start, end=token.end, name=self._storms[token.text], label=None, kind="vehicle",
            lemma=self._storms[token.text].split()[0].lower(), plural=False, pronoun=False, proper=True, roles=(), norps=(), count=None,
        )  # fmt: skip

    def _counts_people(self, token: Token) -> bool:
        return (
            token.upos == "NUM"
            and bool(_NUMBER.fullmatch(token.text) or token.text.isalpha())
            and token.deprel.startswith(("nsubj", "obj"))
        )

    def _uncounted(self, head: int) -> bool:
        token = self.tokens[head]
        return token.upos != "PROPN" and token.text.lower() in _MANY

    def _bounds(self, head: int, name: Name | None) -> tuple[int, int]:
        """First and one past the last token of the base phrase: modifiers on the left, the name and a short "of" phrase on the right."""
        first, last = head, head + 1
        for child in self.tree.children(head):
            token = self.tokens[child]
            if child < head and token.deprel in _LEFT:
                first = min(first, self.tree.subtree(child)[0])
            elif child < head and token.deprel in ("det", "det:predet"):
                first = min(first, child)
            elif child > head and token.deprel in ("flat", "compound", "goeswith") and child <= last + 1:
                last = max(last, self.tree.subtree(child)[-1] + 1)
        if name:
            first, last = min(first, name.first), max(last, name.last)
        elif self.tokens[head].lemma.lower() in _OF_HEADS:
            last = max(last, self._of_phrase(head, last))
        return first, last

    def _of_phrase(self, head: int, last: int) -> int:
        for child in self.tree.children(head):
            if child > head and self.tokens[child].deprel.startswith("nmod"):
                inside = self.tree.subtree(child)
                preposition = self.tokens[inside[0]].text.lower()
                if inside[0] == last and len(inside) <= 6 and preposition in ("of", "from") and inside[-1] - inside[0] == len(inside) - 1:
                    return inside[-1] + 1
        return last

    def _called(self, head: int, first: int, last: int, name: Name | None) -> str:
        if name:
            return name.text
        dropped: set[int] = set()
        for child in self.tree.children(head):
            relation = self.tokens[child].deprel
            if child < head and (relation in _DROPPED or relation.startswith("nmod:poss")):
                inside = self.tree.subtree(child)
                possessor = relation == "nmod:poss" and any(self.tokens[i].upos == "PROPN" for i in inside)
                if not possessor:
                    dropped.update(inside)
        kept = [i for i in range(first, last) if i not in dropped]
        while kept and self.tokens[kept[0]].upos in ("PUNCT", "CCONJ", "DET", "ADP"):
            kept.pop(0)
        if not kept:
            return self.tokens[head].text
        return self.parsed.document.text[self.tokens[kept[0]].start : self.tokens[kept[-1]].end].replace("\n", " ")

    def _roles(self, head: int, first: int, name: Name | None) -> tuple[str, ...]:
        """Role nouns of the phrase: its own noun, a title before the name, appositions."""
        lemmas = [self.tokens[i].lemma.lower() for i in range(first, name.first if name else head + 1)]
        lemmas += [self.tokens[c].lemma.lower() for c in self.tree.children(head) if self.tokens[c].deprel == "appos"]
        if name and self.tokens[head].deprel == "appos":
            lemmas.append(self.tokens[self.tokens[head].head].lemma.lower())
        if name and self.tokens[name.first].lemma.lower() not in lemmas:
            lemmas.append(self.tokens[name.first].lemma.lower())
        return tuple(dict.fromkeys(word for word in lemmas if actor_kind(word, plural=False) in ("role", "group", "vehicle")))

    def _count(self, head: int) -> int | None:
        """The number before the noun where it is written in digits."""
        numbers = [t for t in (self.tokens[c] for c in self.tree.children(head)) if t.deprel == "nummod" and t.upos == "NUM"]
        digits = numbers[0].text.replace(",", "") if numbers else ""
        return int(digits) if digits.isdigit() and len(digits) < 10 else None
