"""Quoted words and who is told to have said them."""

from collections.abc import Iterator, Sequence

from timeline.language.speech import VERBS
from timeline.records import Quotation, Sentence, Token

_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "``": "''", "‘‘": "’’", "‘": "’'", "'": "'’"}
_SINGLE = frozenset("‘'")
_TOLD = frozenset({"parataxis", "ccomp", "conj", "advcl", "dep"})
_RELATIVES = frozenset({"WP", "WDT"})
_LOOKED_AT = 4


def quotations(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The quoted stretches in order, each with its speaker and the verb of saying where the text names them.

    A stretch without such a verb takes the speaker of the one before it in its paragraph, or of the paragraph that it goes on with.
    """
    finder = _Sources(tokens, sentences)
    found: list[Quotation] = []
    previous: tuple[int, tuple[int | None, int | None]] = (-1, (None, None))
    for first, last, goes_on in _stretches(text, tokens, sentences):
        start, end = tokens[first].start, tokens[last - 1].end
        paragraph = sentences[tokens[first].sentence].paragraph
        cue, speaker = finder.governing(first, last)
        if cue is None and previous[0] == paragraph and _stands_alone(tokens, first):
            cue, speaker = previous[1]
        if cue is None:
            cue, speaker = finder.beside(first, last)
        found.append(Quotation(start=start, end=end, speaker=speaker, cue=cue))
        previous = (paragraph + goes_on, (cue, speaker))
    return tuple(found)


def _stands_alone(tokens: Sequence[Token], first: int) -> bool:
    """Whether the quoted words begin a sentence."""
    position = first - 1
    return position < 1 or tokens[position - 1].sentence != tokens[first].sentence or tokens[position].sentence != tokens[first].sentence


def _stretches(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, bool]]:
    """Half-open token indices between marks, and whether the quotation goes on in the next paragraph.

    An unclosed mark counts only where the next paragraph opens with one, as in quotations of several paragraphs.
    """
    position = 0
    bounds = _paragraph_ends(sentences)
    for end in bounds:
        while position < end:
            mark = tokens[position].text
            if mark in _CLOSING and _opens(text, tokens, position):
                close = _close(text, tokens, position, end)
                goes_on = close is None and end < len(tokens) and tokens[end].text == mark and mark not in _SINGLE
                last = end if goes_on else close
                if last is not None and last > position + 1:
                    yield position + 1, last, goes_on
                if last is not None:
                    position = last
            position += 1
        position = end


def _paragraph_ends(sentences: Sequence[Sentence]) -> list[int]:
    return [
        sentence.last
        for number, sentence in enumerate(sentences)
        if number + 1 == len(sentences) or sentences[number + 1].paragraph != sentence.paragraph
    ]


def _opens(text: str, tokens: Sequence[Token], position: int) -> bool:
    """Typographic marks open by themselves; straight ones where a blank or a bracket stands before and none behind."""
    token = tokens[position]
    if token.text not in ('"', "'"):
        return True
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    return token.xpos != "POS" and (not before or before.isspace() or before in "([{—–-/") and bool(after) and not after.isspace()


def _close(text: str, tokens: Sequence[Token], position: int, end: int) -> int | None:
    """The token that closes what `position` opens, before `end`; None where there is none."""
    mark = tokens[position].text
    closing = (_CLOSING[mark],) if mark in ("``", "‘‘") else tuple(_CLOSING[mark])
    for index in range(position + 1, end):
        token = tokens[index]
        if token.text in closing and not (mark in _SINGLE and _is_apostrophe(text, token)):
            return index
        if token.text == mark and mark not in ('"', "'"):
            return None
    return None


def _is_apostrophe(text: str, token: Token) -> bool:
    """Whether a single mark stands behind a plural, as in "the workers' party"."""
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    return token.xpos == "POS" and before in ("s", "S") and after.isspace() and token.deprel == "case"


class _Sources:
    """Finds the verb of saying that governs quoted words, and its subject."""

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> None:
        self._tokens = tokens
        self._sentences = sentences
        self._children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                self._children[token.head].append(token.index)

    def governing(self, first: int, last: int) -> tuple[int | None, int | None]:
        """(cue, speaker) of the tokens from `first` up to `last`, by the tree."""
        return self._with_speaker(self._governing(first, last), first, last)

    def beside(self, first: int, last: int) -> tuple[int | None, int | None]:
        """(cue, speaker) by what stands right beside the marks, in the same paragraph."""
        return self._with_speaker(self._beside(first, last), first, last)

    def _with_speaker(self, cue: int | None, first: int, last: int) -> tuple[int | None, int | None]:
        return (None, None) if cue is None else (cue, self._speaker(cue, first, last))

    def _governing(self, first: int, last: int) -> int | None:
        tokens = self._tokens
        edges = {tokens[first].sentence, tokens[last - 1].sentence}
        for index in range(first, last):
            if tokens[index].sentence not in edges or (first <= tokens[index].head < last and tokens[index].head != index):
                continue
            above = index
            while tokens[above].head != above:
                above = tokens[above].head
                if not first <= above < last and self._is_cue(above):
                    return above
        for index in range(first, last):
            for child in self._children[index] if tokens[index].sentence in edges else ():
                if not first <= child < last and self._is_cue(child) and tokens[child].deprel in _TOLD:
                    return child
        return None

    def _is_cue(self, index: int) -> bool:
        token = self._tokens[index]
        return (token.lemma in VERBS and token.upos == "VERB") or token.text.lower() == "according"

    def _beside(self, first: int, last: int) -> int | None:
        tokens = self._tokens
        paragraph = self._paragraph(last - 1)
        for index in range(last + 1, min(last + 1 + _LOOKED_AT, len(tokens))):
            if tokens[index].text in ("“", '"', "‘") or self._paragraph(index) != paragraph:
                break
            if self._is_cue(index) and self._subject(index) is not None:
                return index
        if first >= 3 and tokens[first - 2].text in (":", ","):
            sentence = self._sentences[tokens[first - 2].sentence]
            return next((i for i in range(first - 3, sentence.first - 1, -1) if self._is_cue(i)), None)
        return None

    def _paragraph(self, index: int) -> int:
        return self._sentences[self._tokens[index].sentence].paragraph

    def _speaker(self, cue: int, first: int, last: int) -> int | None:
        tokens = self._tokens
        if tokens[cue].text.lower() == "according":
            near = self._children[cue] + self._children[tokens[cue].head]
            return next((i for i in near if i > cue and tokens[i].upos in ("NOUN", "PROPN", "PRON") and not first <= i < last), None)
        found = self._subject(cue)
        if found is not None and first <= found < last:
            return None
        if found is not None and tokens[found].xpos in _RELATIVES and tokens[cue].deprel.startswith("acl"):
            return tokens[cue].head
        return found

    def _subject(self, cue: int) -> int | None:
        tokens = self._tokens
        seen = cue
        while True:
            below = self._children[seen]
            if any(tokens[child].deprel == "nsubj:pass" for child in below):
                return next((child for child in below if tokens[child].deprel == "obl:agent"), None)
            found = next((child for child in below if tokens[child].deprel in ("nsubj", "nsubj:outer")), None)
            if found is not None:
                return found
            if tokens[seen].deprel == "acl" and tokens[tokens[seen].head].upos in ("NOUN", "PROPN"):
                return tokens[seen].head
            if tokens[seen].head == seen or tokens[seen].deprel not in ("conj", "xcomp", "advcl"):
                return None
            seen = tokens[seen].head
