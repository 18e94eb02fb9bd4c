"""Words and marks by the conventions of the English Universal Dependencies treebanks (EWT), with exact offsets."""

import re

from timeline.language.abbreviations import ALWAYS, NUMBERED, OFTEN, TITLES, UNSURE

Spans = list[tuple[int, int]]

BLANK = r"\s\x00-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_CHUNK = re.compile(rf"[^{BLANK}]+")
_MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff\u0e31-\u0e4e\u1ab0-\u1aff"
    r"\u200c\u200d\u20d0-\u20f0"
)
_WORD = rf"(?:\w|[{_MARKS}])"
_TOP_LEVEL = "com|org|net|gov|edu|mil|info|io|co|uk|de|fr|eu|ca|au|ru|int|tv|me|pdf|docx?|html?|xlsx?|csv|jpe?g|png|txt|zip"
_UNITS = (
    r"a\.?m\.?|p\.?m\.?|km|kg|cm|mm|mi|ml|mg|m|g|l|ft|in|lbs?|oz|mph|kph|kw|mw|gw|hz|khz|mhz|ghz|kb|mb|gb|tb|hrs?|mins?|secs?|yrs?"
    r"|bn|tn|b|k|x|million|billion|kt|kts|nm|gmt|utc|est|edt|pst|ha"
)
_PREFIXES = (
    "anti|co|counter|cross|e|ex|extra|hyper|infra|inter|intra|macro|mega|meta|micro|mid|mini|multi|neo|non|over|pan|para|post|pre|pro"
    "|proto|pseudo|psycho|quasi|re|semi|socio|sub|super|trans|tri|ultra|un|uni|vice"
)
_TOKEN = re.compile(
    rf"""
    (?P<link> (?:https?|ftp)://\S+ | www\.\S+ | mailto:\S+ | [\w.+%-]{{1,64}}@\w[\w-]*(?:\.[\w-]+)+
        | (?:[a-zA-Z0-9][\w-]{{0,62}}\.){{1,4}}(?:{_TOP_LEVEL})\b(?![.'’]?\w)(?:/\S*)? )
  | (?P<handle> [@#]\w*[^\W\d_]\w* )
  | (?P<dots> \.{{2,}}|…+ )
  | (?P<initials> (?:[^\W\d_]\.){{2,}} (?:[^\W\d_](?!{_WORD}))? | Ph\.?D\.? (?!{_WORD}) | [^\W\d_]\.(?=[^\W\d_]\.) )
  | (?P<money> (?:US|U\.S\.|A|C|CA|NZ|HK|S|R|NT|AU)?\$ | [£€¥₹₽₩₪₦] )
  | (?P<number>
        \d{{1,4}}[-/]\d{{1,2}}[-/]\d{{1,4}}(?!\w) | (?:\d-)?\d{{3}}-(?:\d{{3}}-)?\d{{4}}(?!\w) | \d+/\d+(?!\w)
      | \d+(?:[.,:]\d+)*(?: (?:st|nd|rd|th)(?!\w) | ['’]?s(?!\w) | (?=(?:{_UNITS})(?!\w)) | (?:(?![.,:])\w)* ) | \.\d+(?!\w) )
  | (?P<decade> ['’`]\d0s(?!\w) | ['’`]\d\d(?!\w) | ['’`](?:em|n|til|cause|bout)(?!\w) )
  | (?P<clitic> ['’`](?:s|re|ve|ll|d|m)(?!\w) )
  | (?P<smiley> [:;=]-?[()DPp](?!\w) )
  | (?P<word> {_WORD}+(?:&{_WORD}+(?!{_WORD}))? )
  | (?P<run> -{{2,}}|={{2,}}|\*{{2,}}|~{{2,}}|[!?]{{2,}}|``|''|’’|‘‘|<{{2,}}|>{{2,}}|\+{{2,}}|\#{{2,}} )
  | (?P<emoji> [\U0001F000-\U0001FAFF\u2600-\u27BF](?:[\ufe0f\U0001F3FB-\U0001F3FF\U0001F1E6-\U0001F1FF]
        |\u200d[\U0001F000-\U0001FAFF\u2600-\u27BF])* )
  | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_JOINED_PREFIX = re.compile(rf"(?:{_PREFIXES})$", re.IGNORECASE)
_LINK_TAIL = re.compile(r"[.,;:!?)\]}'\"»”’>]+$")
_NEGATION = re.compile(r"(?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|could|should|must|might|need|ai|sha|may)n$", re.IGNORECASE)
_SPLIT_WORDS = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "im": 1, "ive": 1, "cant": 2, "thats": 4, "alot": 1, "aint": 2} | {
    verb + "nt": len(verb) for verb in ("do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could", "should")
}
_LONGEST_NEGATED = len("shouldn't")
_APOSTROPHES = frozenset("'’`")
_CACHE_LIMIT = 50_000


class Tokeniser:
    """Splits texts and remembers how it split each stretch between blanks."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[int, int], ...]] = {}

    def tokenise(self, text: str) -> Spans:
        """Half-open offsets of every word and mark, in order. Blanks and control characters belong to none."""
        out: Spans = []
        before = ""
        for match in _CHUNK.finditer(text):
            start, chunk = match.start(), match.group()
            pieces = self._pieces(chunk)
            if chunk[-1] == "." and len(pieces) > 1 and pieces[-1][0] == len(chunk) - 1:
                pieces = _with_stop(chunk, pieces, before, text[match.end() : match.end() + 3])
            out.extend((start + first, start + last) for first, last in pieces)
            before = chunk
        return out

    def _pieces(self, chunk: str) -> tuple[tuple[int, int], ...]:
        found = self._known.get(chunk)
        if found is None:
            found = tuple(_split(chunk))
            if len(self._known) >= _CACHE_LIMIT:
                self._known.clear()
            self._known[chunk] = found
        return found


def _split(chunk: str) -> Spans:
    if chunk.isalpha() and chunk.lower() not in _SPLIT_WORDS:
        return [(0, len(chunk))]
    pieces: Spans = []
    position = 0
    while position < len(chunk):
        match = _TOKEN.match(chunk, position)
        assert match is not None
        end = match.end()
        if match.lastgroup == "link":
            end = max(position + 1, position + len(_LINK_TAIL.sub("", match.group())))
        _add(chunk, pieces, position, end, match.lastgroup or "")
        position = end
    return _with_abbreviations(chunk, pieces)


def _add(chunk: str, pieces: Spans, start: int, end: int, kind: str) -> None:
    """Add one match; joins or cuts where clitics, apostrophes and hyphens ask for it."""
    before = chunk[start - 1] if pieces and pieces[-1] == (start - 1, start) else ""
    if kind == "word":
        if (before in _APOSTROPHES and _is_inner(chunk, pieces)) or (before == "-" and _is_prefix(chunk, pieces)):
            pieces[-2:] = [(pieces[-2][0], end)]
        elif cut := _SPLIT_WORDS.get(chunk[start:end].lower()):
            pieces += [(start, start + cut), (start + cut, end)]
        else:
            pieces.append((start, end))
    else:
        pieces.append((start, end))
    if kind in ("word", "other"):
        _cut_negation(chunk, pieces)


def _is_inner(chunk: str, pieces: Spans) -> bool:
    """Whether the apostrophe at the end of `pieces` stands inside a word, as in O'Brien; not one that opens a quotation."""
    return len(pieces) > 1 and pieces[-2][1] == pieces[-1][0] and chunk[pieces[-2][1] - 1].isalpha()


def _is_prefix(chunk: str, pieces: Spans) -> bool:
    if len(pieces) < 2:
        return False
    (start, end), (hyphen, _) = pieces[-2:]
    starts_word = start == 0 or not (chunk[start - 1].isalnum() or chunk[start - 1] == "-")
    return end == hyphen and starts_word and _JOINED_PREFIX.match(chunk[start:end]) is not None


def _cut_negation(chunk: str, pieces: Spans) -> None:
    """ "don" "'t" as joined to "don't" becomes "do" "n't"."""
    start, end = pieces[-1]
    if not 4 <= end - start <= _LONGEST_NEGATED or chunk[end - 1] not in "tT" or chunk[end - 2] not in _APOSTROPHES:
        return
    if _NEGATION.match(chunk[start : end - 2]):
        pieces[-1:] = [(start, end - 3), (end - 3, end)]


def _with_abbreviations(chunk: str, pieces: Spans) -> Spans:
    """Give the full stop back to abbreviations and initials."""
    out: Spans = []
    for number, (start, end) in enumerate(pieces):
        if out and chunk[start:end] == "." and out[-1][1] == start and _keeps_stop(chunk, out[-1], number == len(pieces) - 1):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _keeps_stop(chunk: str, span: tuple[int, int], is_last: bool) -> bool:
    word = chunk[span[0] : span[1]]
    lower = word.lower()
    if lower in TITLES or lower in ALWAYS:
        return not (word.isupper() and len(word) > 4)
    if not is_last and lower in UNSURE and chunk[span[1] + 1 : span[1] + 2] in (",", ")", ";", ":"):
        return True
    return len(word) == 1 and word.isupper() and word != "I"


def _with_stop(chunk: str, pieces: tuple[tuple[int, int], ...], before: str, after: str) -> tuple[tuple[int, int], ...]:
    """The last word with its full stop, where it is one of those that are only sometimes abbreviations."""
    start, end = pieces[-2]
    word = chunk[start:end]
    lower = word.lower()
    if lower not in UNSURE or end != pieces[-1][0]:
        return pieces
    follows = after.strip()[:1]
    if lower in NUMBERED:
        keeps = follows.isdigit()
    elif word in OFTEN:
        keeps = True
    elif word[0].isupper():
        keeps = follows.islower() or follows.isdigit() or before.endswith(",") or lower == "co"
    else:
        keeps = follows.islower() and before[-1:].isdigit()
    return (*pieces[:-2], (start, end + 1)) if keeps else pieces


def tokenise(text: str) -> Spans:
    """`Tokeniser.tokenise` once, without memory of other texts."""
    return Tokeniser().tokenise(text)
