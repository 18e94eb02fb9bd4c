"""Documents in, parsed documents out."""

from pathlib import Path
from typing import TYPE_CHECKING

from timeline.language.lemmas import Lemmas, open_lemmas
from timeline.language.names import agreed, joined
from timeline.language.quotations import quotations
from timeline.language.sentences import Segment, segments
from timeline.language.tokens import Tokeniser
from timeline.records import Document, EventSignal, Name, Parsed, Sentence, Token

if TYPE_CHECKING:
    from timeline.language.model import Analysis, Model

ASSETS = Path(__file__).parent / "en"


class English:
    """The opened English model. Not for use from several threads at once; a process opens its own."""

    def __init__(self, model: "Model", lemmas: Lemmas) -> None:
        self._model = model
        self._lemmas = lemmas
        self._tokeniser = Tokeniser()

    def parse(self, document: Document) -> Parsed:
        """Words, sentences, trees, names, quotations and signals of events of a document.

        Every token's text is the document's between its offsets. The same text gives the same answer, whatever was parsed before.
        """
        text = document.text
        words = self._tokeniser.tokenise(text)
        found = segments(text, words, document.title)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        names: list[Name] = []
        signals: list[EventSignal] = []
        vectors: list[bytes] = []
        for segment in found:
            spans = words[segment.first : segment.last]
            analysis = self._model.analyse([text[start:end] for start, end in spans])
            sentences.append(_sentence(len(sentences), segment, spans))
            tokens += self._tokens(text, spans, analysis, segment.first, len(sentences) - 1)
            names += _names(text, spans, analysis, segment.first)
            signals += analysis.signals_from(segment.first)
            vectors.append(analysis.vectors)
        return Parsed(
            document=document,
            tokens=tuple(tokens),
            sentences=tuple(sentences),
            names=agreed(joined(names, tokens)),
            quotations=quotations(text, tokens, sentences),
            signals=tuple(signals),
            vectors=b"".join(vectors),
        )

    def _tokens(self, text: str, spans: list[tuple[int, int]], analysis: "Analysis", offset: int, sentence: int) -> list[Token]:
        out = []
        columns = zip(spans, analysis.heads, analysis.labels, analysis.upos, analysis.xpos, strict=True)
        for index, ((start, end), head, label, upos, xpos) in enumerate(columns):
            word = text[start:end]
            lemma = self._lemmas.lemma(word, upos, xpos, analysis.xpos[head - 1] if head else "")
            above = offset + (head - 1 if head else index)
            out.append(Token(offset + index, start, end, word, lemma, upos, xpos, above, label, sentence))
        return out


def _sentence(index: int, segment: Segment, spans: list[tuple[int, int]]) -> Sentence:
    return Sentence(
        index=index,
        first=segment.first,
        last=segment.last,
        start=spans[0][0],
        end=spans[-1][1],
        kind=segment.kind,
        paragraph=segment.paragraph,
    )


def _names(text: str, spans: list[tuple[int, int]], analysis: "Analysis", offset: int) -> list[Name]:
    return [
        Name(
            first=offset + first,
            last=offset + last,
            start=spans[first][0],
            end=spans[last - 1][1],
            text=text[spans[first][0] : spans[last - 1][1]],
            label=label,
        )
        for first, last, label in analysis.names
    ]


def load(threads: int = 1, folder: Path = ASSETS) -> English:
    """Open the English model once, for many documents. Raises MissingAsset where a file of it is not there."""
    from timeline.language.model import open_model

    return English(open_model(folder, threads), open_lemmas(folder))
