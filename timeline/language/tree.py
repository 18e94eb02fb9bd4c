"""Walks over the trees of a parsed document: children, subtrees, phrases, paths to the root."""

from collections.abc import Iterable, Iterator

from timeline.records import Name, Parsed, Sentence, Token

CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "csubj:pass", "parataxis"})
LOOSE = CLAUSES | {"appos", "cc", "cc:preconj", "conj", "dep", "discourse", "list", "orphan", "punct", "vocative"}
_BREAKS = frozenset({",", ";", ":", "(", "—", "–", "--"})


class Tree:
    """The trees of all sentences of one document. Every index is a token's in the document; answers are in order of the text."""

    __slots__ = ("_by_start", "_children", "_name_of", "parsed", "text", "tokens")

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.tokens: tuple[Token, ...] = parsed.tokens
        self.text = parsed.document.text
        self._children: list[list[int]] = [[] for _ in parsed.tokens]
        for token in parsed.tokens:
            if token.head != token.index:
                self._children[token.head].append(token.index)
        self._name_of: dict[int, Name] = {index: name for name in parsed.names for index in range(name.first, name.last)}
        self._by_start: dict[int, int] = {token.start: token.index for token in parsed.tokens}

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def children(self, index: int, *deprels: str) -> list[int]:
        """What hangs from a token; only by the given relations where any are given. "obl" takes in "obl:tmod"."""
        found = self._children[index]
        return [child for child in found if self.is_a(child, *deprels)] if deprels else list(found)

    def child(self, index: int, *deprels: str) -> int | None:
        """The first of `children`, or None."""
        return next((child for child in self._children[index] if self.is_a(child, *deprels)), None)

    def is_a(self, index: int, *deprels: str) -> bool:
        """Whether a token hangs by one of the relations, subtypes included ("nsubj" takes in "nsubj:pass")."""
        deprel = self.tokens[index].deprel
        return deprel in deprels or deprel.partition(":")[0] in deprels

    def is_root(self, index: int) -> bool:
        """Whether a token is its sentence's root."""
        return self.tokens[index].head == index

    def parent(self, index: int) -> int | None:
        """The governing token, None for a root."""
        head = self.tokens[index].head
        return None if head == index else head

    def ancestors(self, index: int) -> Iterator[int]:
        """The governing tokens from the nearest up to the root, the token itself left out."""
        tokens = self.tokens
        while (head := tokens[index].head) != index:
            yield head
            index = head

    def root(self, index: int) -> int:
        """The root of the token's sentence."""
        tokens = self.tokens
        while (head := tokens[index].head) != index:
            index = head
        return index

    def depth(self, index: int) -> int:
        """How many tokens govern this one."""
        return sum(1 for _ in self.ancestors(index))

    def governs(self, above: int, below: int) -> bool:
        """Whether `above` is `below` or one of its ancestors."""
        return above == below or above in self.ancestors(below)

    def subtree(self, index: int, without: Iterable[str] = ()) -> list[int]:
        """A token and all below it, sorted. Branches that hang by a relation in `without` are left out, with all below."""
        cut = frozenset(without)
        found, waiting = [index], [index]
        while waiting:
            below = self._children[waiting.pop()]
            if cut:
                below = [child for child in below if self.tokens[child].deprel not in cut]
            found += below
            waiting += below
        return sorted(found)

    def phrase(self, index: int) -> list[int]:
        """The stretch of words around a head that names one thing, sorted and without a gap.

        Coordination, appositions, clauses, marks at the edges, the preposition in front and all behind a comma are left out.
        """
        words = [i for i in self.subtree(index, LOOSE) if i == index or not self._introduces(i, index)]
        if self._children[index]:
            words = self._with_inner_marks(words, index)
        first = last = words.index(index)
        while first > 0 and words[first - 1] == words[first] - 1:
            first -= 1
        while last + 1 < len(words) and words[last + 1] == words[last] + 1 and self.tokens[words[last + 1]].text not in _BREAKS:
            last += 1
        return words[first : last + 1]

    def _introduces(self, index: int, head: int) -> bool:
        return self.tokens[index].head == head and self.is_a(index, "case", "mark", "cop", "aux")

    def _with_inner_marks(self, words: list[int], head: int) -> list[int]:
        """Hyphens and other marks that stand between two words of the phrase belong to it."""
        known = set(words)
        whole = [i for i in self.subtree(head) if i not in known and self.tokens[i].deprel == "punct" and i - 1 in known and i + 1 in known]
        return sorted(words + whole)

    def span(self, index: int) -> tuple[int, int]:
        """Half-open character offsets of the whole subtree, gaps included."""
        return self.offsets(self.subtree(index))

    def offsets(self, indices: Iterable[int]) -> tuple[int, int]:
        """Half-open character offsets from the first to the last of the tokens. Raises ValueError for none."""
        chosen = list(indices)
        return self.tokens[min(chosen)].start, self.tokens[max(chosen)].end

    def words(self, indices: Iterable[int]) -> str:
        """The document's own text from the first to the last of the tokens."""
        start, end = self.offsets(indices)
        return self.text[start:end]

    def conjuncts(self, index: int) -> list[int]:
        """The token and what is joined to it by "and", "or" or a comma, itself first."""
        found = [index]
        for one in found:
            found += self.children(one, "conj")
        return [index, *sorted(found[1:])]

    def first_conjunct(self, index: int) -> int:
        """The head of the coordination in which a token stands, or the token."""
        while self.tokens[index].deprel.startswith("conj") and not self.is_root(index):
            index = self.tokens[index].head
        return index

    def clause(self, index: int) -> int:
        """The head of the nearest clause at or above a token: the predicate that it takes part in."""
        tokens = self.tokens
        while (head := tokens[index].head) != index and tokens[index].deprel not in CLAUSES:
            if self.is_a(index, "xcomp", "conj") and tokens[index].upos in ("VERB", "AUX"):
                break
            index = head
        return index

    def subject(self, index: int) -> int | None:
        """The subject of a predicate; for a joined or open predicate that of the one above it. None where there is none."""
        seen = index
        while True:
            found = self.child(seen, "nsubj", "csubj")
            if found is not None:
                return found
            if self.is_root(seen) or not self.is_a(seen, "conj", "xcomp"):
                return None
            seen = self.tokens[seen].head

    def sentence(self, index: int) -> Sentence:
        """The sentence of a token."""
        return self.parsed.sentences[self.tokens[index].sentence]

    def name_at(self, index: int) -> Name | None:
        """The name that a token is part of, or None."""
        return self._name_of.get(index)

    def name_head(self, name: Name) -> int:
        """The token of a name that governs the others: the one whose head lies outside the name."""
        for index in range(name.first, name.last):
            head = self.tokens[index].head
            if head == index or not name.first <= head < name.last:
                return index
        return name.first

    def token_at(self, start: int) -> int | None:
        """The token that begins at a character offset, or None."""
        return self._by_start.get(start)

    def tokens_between(self, start: int, end: int) -> list[int]:
        """The tokens that overlap the half-open character offsets."""
        low = _lower_bound(self.tokens, start)
        found = []
        for token in self.tokens[low:]:
            if token.start >= end:
                break
            found.append(token.index)
        return found

    def head_of(self, indices: Iterable[int]) -> int:
        """The token of a stretch that is nearest to the root; the first of several. Raises ValueError for none."""
        return min(indices, key=lambda index: (self.depth(index), index))

    def is_negated(self, index: int) -> bool:
        """Whether "not", "never" or "no" hangs directly from a token."""
        return any(self.tokens[child].lemma in ("not", "never", "no") for child in self.children(index, "advmod", "det", "neg"))


def _lower_bound(tokens: tuple[Token, ...], start: int) -> int:
    """The first token that ends behind `start`."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    return low
