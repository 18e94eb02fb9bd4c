"""What the words around a time expression say: the tense of its verb."""

from bisect import bisect_right
from collections.abc import Callable

from timeline.records import Parsed, Token
from timeline.times.leaning import Tense
from timeline.times.lexer import Words
from timeline.times.vocabulary import words_of

_FUTURE = words_of("will would shall scheduled due payable upcoming ll")
_SET = words_of("scheduled due payable")
_WERE = words_of("was were been")
_BEFORE_TO = words_of("is are expects expected plans plan planned planning set going scheduled due hopes intends wants")
_PAST = words_of(
    """
    was were had did has have said told began took went came won made killed left met fell rose found got gave held led lost
    paid put ran saw sent set shot sold spoke stood struck thought wrote broke brought built bought chose drew drove ate fought
    flew grew heard hit kept knew lay rode sang sank sat slept spent swept threw understood withdrew became blew caught cut
    shook stole hung
    """
)
_PASSIVE = words_of("be being is are")
_STOPS = frozenset((".", "!", "?", "\n"))
_MODALS = frozenset(("will", "would", "shall", "'ll", "’ll", "may", "might", "could", "should", "must", "can"))


def tense_reader(parsed: Parsed, words: Words) -> Callable[[int], Tense]:
    """Answers the tense of the verb that governs a word, by index: by the parse, or where it has no tags by the words near."""
    tokens = parsed.tokens
    starts = [token.start for token in tokens]
    tagged = any(token.xpos for token in tokens[:50])
    by_words: list[Tense] = []

    def tense_at(index: int) -> Tense:
        parsed_tense = _by_parse(tokens, bisect_right(starts, words.starts[index]) - 1) if tagged else ""
        if parsed_tense:
            return parsed_tense
        if not by_words:
            by_words.extend(_by_words(words))
        return by_words[index]

    return tense_at


def pluperfect_reader(parsed: Parsed, words: Words) -> Callable[[int], bool]:
    """Answers whether the verb that governs a word, by index, looks back from the story ("had come in March")."""
    tokens = parsed.tokens
    starts = [token.start for token in tokens]
    tagged = any(token.xpos for token in tokens[:50])

    def looks_back(index: int) -> bool:
        if not tagged:
            near = words.lower[max(0, index - _HAD_NEAR) : index]
            return "had" in near and _STOPS.isdisjoint(near[near.index("had") :])
        return _is_pluperfect(tokens, bisect_right(starts, words.starts[index]) - 1)

    return looks_back


_HAD_NEAR = 8
_HAD = frozenset(("had", "'d", "’d"))


def _is_pluperfect(tokens: tuple[Token, ...], index: int) -> bool:
    token = tokens[max(0, index)]
    for _ in range(12):
        near = tokens[max(0, token.index - 6) : token.index]
        if any(other.head == token.index and other.deprel.startswith("aux") and other.text.lower() in _HAD for other in near):
            return True
        if token.xpos.startswith("VB") and (token.xpos not in ("VBN", "VBG") or token.deprel != "conj"):
            return False
        if token.head == token.index:
            return False
        token = tokens[token.head]
    return False


def _by_words(words: Words) -> list[Tense]:
    """For each word the tense of the last verb before it in its sentence, else of the first after it."""
    count, lower = len(words.lower), words.lower
    cues: list[Tense] = [_cue(lower, index) for index in range(count)]
    breaks = [word in _STOPS and _ends_sentence(words, index) for index, word in enumerate(lower)]
    ahead: list[Tense] = [""] * count
    following: Tense = ""
    for index in range(count - 1, -1, -1):
        following = "" if breaks[index] else following
        ahead[index] = following
        following = cues[index] or following
    found: list[Tense] = []
    last: Tense = ""
    for index in range(count):
        last = "" if breaks[index] else last
        found.append(last or ahead[index])
        last = cues[index] or last
    return found


def _cue(lower: list[str], index: int) -> Tense:
    word = lower[index]
    before = lower[index - 1] if index else ""
    if word in _SET and before in _WERE:
        return ""
    if word in _FUTURE or (word == "to" and before in _BEFORE_TO):
        return "future"
    past = word in _PAST or (len(word) > 3 and word.endswith("ed"))
    return "past" if past and before not in _PASSIVE else ""


def _ends_sentence(words: Words, index: int) -> bool:
    """Whether the stop at `index` ends a sentence: a capital or nothing follows, and no initial or title stands before it."""
    after = words.starts[index + 1] if index + 1 < len(words.starts) else -1
    if after >= 0 and not words.text[after].isupper() and words.text[after] not in "“\"‘'\n`":
        return False
    before = words.lower[index - 1] if index else ""
    return len(before) != 1 and before not in ("mr", "mrs", "dr", "gen", "col", "sen", "gov", "st", "inc", "corp", "co")


_NEAR_WHEN = 4
_CARRIED_OUT = frozenset("fail refuse decline manage begin start continue come go help have try attempt seek force allow".split())
"""Verbs whose infinitive tells what was (or was not) done at their own time: "failed to sign", "had to leave"."""


def _by_parse(tokens: tuple[Token, ...], index: int) -> Tense:
    if index < 0:
        return ""
    token = tokens[index]
    before = tokens[index - 1].text.lower() if index else ""
    if (told := _when_clause(tokens, index)) is not None:
        return _of_verb(tokens, told)
    put_off = _PUT_OFF if before in ("until", "till") else _MOVE if before == "to" else frozenset()
    for _ in range(12):
        governor = tokens[token.head]
        if token.xpos == "VB" and token.deprel == "xcomp" and governor.lemma.lower() in _CARRIED_OUT:
            token = governor
            continue
        if token.lemma.lower() in put_off:
            return "future"
        if token.xpos.startswith("VB") or token.xpos == "MD":
            token = _said(tokens, token, index)
            if token.xpos in ("VBZ", "VBP") and index and tokens[index - 1].xpos == "VBD" and tokens[index - 1].head == token.index:
                return "past"
            tense = "" if _is_gotten(tokens, token) else _of_verb(tokens, token)
            if tense or (token.xpos != "VB" and not _is_gotten(tokens, token)):
                return tense
        copula = _copula(tokens, token)
        if copula or token.head == token.index:
            return copula or ("future" if _is_verb_misread(tokens, token) else "")
        token = tokens[token.head]
    return ""


def _when_clause(tokens: tuple[Token, ...], index: int) -> Token | None:
    """The verb of the clause that tells what happened at a date: "in December, when he hosted them"."""
    for i in range(index + 1, min(index + _NEAR_WHEN, len(tokens) - 1)):
        if tokens[i].text == "," and tokens[i + 1].text.lower() == "when":
            return tokens[tokens[i + 1].head]
    return None


def _said(tokens: tuple[Token, ...], verb: Token, index: int) -> Token:
    """Of "he said he would come in December" the verb of what is said, where it stands before the date; else the verb itself."""
    between = (t for t in tokens[verb.index + 1 : index] if t.head == verb.index and t.deprel == "ccomp" and t.xpos.startswith("VB"))
    return next(between, verb)


def _copula(tokens: tuple[Token, ...], predicate: Token) -> Tense:
    """The tense of "is" or "was" before what is no verb: "the deadline is Friday"."""
    for token in tokens[max(0, predicate.index - 12) : predicate.index]:
        if token.head == predicate.index and token.deprel == "cop":
            near = predicate.index - token.index <= 6
            return "past" if token.xpos == "VBD" else "future" if near and token.xpos in ("VBZ", "VBP") else ""
    return ""


def _is_gotten(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Whether a participle takes its tense from farther up: "is going to start getting beaten"."""
    before = tokens[verb.index - 1] if verb.index else verb
    return verb.xpos == "VBN" and before.head == verb.index and before.text.lower() in ("get", "getting", "being")


_LIKE_NOUNS = frozenset(
    "resumes lands meets opens starts ends expires votes returns leaves faces visits plays launches hosts travels".split()
)


def _is_verb_misread(tokens: tuple[Token, ...], root: Token) -> bool:
    """Whether a sentence that has no verb has one that looks like a noun: "The shuttle lands Monday"."""
    near = tokens[max(0, root.index - 5) : root.index + 6]
    before = tokens[root.index - 1] if root.index else root
    return (
        root.text.lower() in _LIKE_NOUNS
        and before.head == root.index
        and before.deprel == "compound"
        and not any(token.upos in ("VERB", "AUX") or token.xpos == "IN" for token in near if token.sentence == root.sentence)
    )


def _of_verb(tokens: tuple[Token, ...], verb: Token) -> Tense:
    near = tokens[max(0, verb.index - 6) : verb.index]
    helpers = {token.text.lower() for token in near if token.head == verb.index and token.upos in ("AUX", "PART")}
    if helpers & _MODALS or _was_to(tokens, verb):
        return "future"
    if verb.lemma in _AHEAD and verb.xpos == "VBN":
        return "" if helpers & {"was", "were", "had", "been"} else "future"
    if verb.xpos == "VBD" or helpers & {"was", "were", "had", "has", "have", "been", "did"}:
        return "past"
    if verb.xpos in ("VBZ", "VBP") or helpers & {"is", "are", "am", "to"}:
        return "future"
    return "past" if verb.xpos == "VBN" else ""


_PUT_OFF = frozenset("postpone delay adjourn defer reschedule extend suspend recess give put grant".split())
"""Verbs of the past whose "until Monday" lies ahead."""
_MOVE = frozenset("move postpone delay reschedule push shift".split())
"""Verbs of the past whose "to Monday" lies ahead."""
_AHEAD = frozenset(("schedule", "slate", "expect", "plan"))


def _was_to(tokens: tuple[Token, ...], verb: Token) -> bool:
    """ "was to resume", "was to have sailed", "were due to meet": what was still to come."""
    near = [token.text.lower() for token in tokens[max(0, verb.index - 2) : verb.index]]
    if near == ["due", "to"] and verb.index > 2 and tokens[verb.index - 3].text.lower() in ("was", "were"):
        return True
    if near[-1:] == ["have"]:
        near = [token.text.lower() for token in tokens[max(0, verb.index - 3) : verb.index - 1]]
    elif verb.xpos != "VB":
        return False
    return near[-1:] == ["to"] and near[:1] in (["was"], ["were"])
