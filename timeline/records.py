"""Every record that one stage hands to the next. Frozen; spans are half-open character offsets into `Document.text`."""

from dataclasses import dataclass
from typing import Literal

from maps.place import Candidate, Place

Precision = Literal["minute", "hour", "part", "day", "week", "month", "season", "quarter", "year", "decade", "century"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["stated", "relative", "published", "inferred"]
PlaceRole = Literal["location", "origin", "destination", "mentioned"]
ActorKind = Literal["person", "organisation", "state", "group", "role"]
Status = Literal["happened", "ongoing", "planned", "possible", "denied"]
SentenceKind = Literal["title", "heading", "body"]
LinkRole = Literal["place", "time", "agent", "patient", "origin", "destination"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text. `published` is an EDTF day or None (never guessed), `published_basis` where it was read from.

    `id` is the source's own, else the digest of the text; never a path. `source` is what the reader would recognise
    (a file's name, a link's host). `title` may also stand in `text`.
    """

    id: str
    source: str
    title: str | None
    text: str
    published: str | None
    published_basis: str | None
    language: str
    digest: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What could not be read or done, for which document, and why, in a sentence."""

    document_id: str | None
    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. `head` is the index (in the document) of the governing token, its own index for a root.

    Tags are Universal Dependencies (`upos`, `deprel`, with "root") and Penn Treebank (`xpos`).
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Tokens `first` up to (not including) `last`; `start` and `end` in characters."""

    index: int
    first: int
    last: int
    start: int
    end: int
    kind: SentenceKind
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that the model found. Label: PERSON, ORG, PLACE, NORP (peoples, demonyms, parties), DATE or EVENT."""

    first: int
    last: int
    start: int
    end: int
    text: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words told as somebody's own: offsets inside the marks. `speaker` is a token index or None, `cue` that of "said"."""

    start: int
    end: int
    speaker: int | None
    cue: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The chance (0 to 1) that the word with index `token` fills a role of an event. Multi-word names have a link a word."""

    role: LinkRole
    token: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSignal:
    """A word that may be the first of an event's trigger, as the model's event heads see it. Chances run from 0 to 1.

    `probability`: any action or state that a corpus would mark; `story`: an event that a story tells. `continues` counts the tokens
    behind the first that belong to the trigger. `factuality` has every status once; `links` only those worth a look, in the text's order;
    `types` the likeliest types of event, likeliest first (none from a model without that head).
    """

    token: int
    probability: float
    story: float
    continues: int
    factuality: tuple[tuple[Status, float], ...]
    links: tuple[Link, ...]
    types: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A document with its words, sentences, names and quotations; `signals` in the order of their tokens, empty without event heads.

    `vectors`: what the model made of each token, as a trigger and as what fills a role of one: rows of 2 x 96 float16, little-endian, a row
    a token; empty without event heads. Scenes are read from it (timeline/events/staying.py).
    """

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    quotations: tuple[Quotation, ...]
    signals: tuple[EventSignal, ...] = ()
    vectors: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Days `earliest` to `latest`, both included, as ISO 8601 with astronomical years (0000 is 1 BC); EDTF level 1."""

    edtf: str
    earliest: str
    latest: str
    precision: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression: TIMEX3 `type` and `value`; `interval` where it names a stretch of the calendar.

    `basis` says what the value rests on, `why` says it in words.
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    interval: Interval | None
    basis: Basis
    why: str
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A name of a place in the text and what it was read as (None: not known). `demonym` marks "Kenyan"."""

    start: int
    end: int
    text: str
    place: Place | None
    candidates: tuple[Candidate, ...]
    role: PlaceRole
    why: str
    demonym: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who: one actor of a document under one name. `country` is ISO 3166-1 alpha-2."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that stand for an actor; `head` is the token index of the phrase's head."""

    start: int
    end: int
    text: str
    actor: Actor
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half-open character offsets and the words between them."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """Where a document tells of an event: the trigger's span, and the sentence it stands in."""

    document_id: str
    start: int
    end: int
    quote: str
    quote_start: int
    quote_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor in an event: the words that named it there, its best name in the document and its id."""

    start: int
    end: int
    name: str
    actor_id: str
    kind: ActorKind
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Why this date, place, origin, status, actors and position in the order, each in plain words ("" where there is none)."""

    date: str = ""
    place: str = ""
    origin: str = ""
    status: str = ""
    actors: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening. `mentions` begins with the trigger's own; `place` is the chosen one of `places`.

    `salience` and `confidence` run from 0 to 1. `order` is 0 until `timeline.ordering` has set it (from 1, without gaps).
    `attributed_to` is the name of who is told to have said it. `quantity` keeps the text's words ("400 officers").
    """

    id: str
    document_id: str
    type: str
    action: str
    trigger: Span
    mentions: tuple[EventMention, ...]
    title: str
    actors: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    quantity: str | None
    place: PlaceMention | None
    places: tuple[PlaceMention, ...]
    origin: PlaceMention | None
    interval: Interval | None
    time_basis: Basis | None
    time: TimeMention | None
    status: Status
    attributed_to: str | None
    salience: float
    confidence: float
    reasons: Reasons
    quote: str
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Event `before` comes before event `after` (ids), and the words that say so."""

    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Events (ids) whose dates or order contradict one another, and how."""

    events: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one document gave: what `timeline.pipeline` answers. `events` are in order."""

    document: Document
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    actors: tuple[ActorMention, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Events of all documents in order. `undated` are the ids of those without a date."""

    documents: tuple[Document, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    conflicts: tuple[Conflict, ...]
    undated: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
