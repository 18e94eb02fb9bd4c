"""Silver annotation from the treebanks' own trees: who did what to whom, when, from where and to where, and whether it happened.

Only what grammar alone settles is marked; "-" and missing roles stand where a reader would need to know more.
"""

import re
from collections.abc import Iterable, Iterator

from training.convert import Sentence
from training.heads.drafts import Links

_SURE_PLANS = frozenset("plan intend aim prepare schedule arrange slate expect go".split())
_FAILURES = frozenset("fail refuse decline forget neglect".split())
_NEGATIONS = frozenset("not n't never no n’t".split())
_MAYBE = frozenset("may might could".split())
_WILL = frozenset("will shall 'll ’ll wo sha".split())
_CLAUSES = frozenset("if unless whether".split())
_MOVES = frozenset(
    """go come fly travel move sail drive head return arrive leave depart withdraw flee march send deploy ship transfer bring walk run
    escape evacuate ride journey land carry transport retreat emigrate migrate relocate cross""".split()
)
_TOWARDS, _AWAY = frozenset("to into toward towards onto".split()), frozenset(["from"])
_TIME_WORD = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|yesterday|today|tomorrow|tonight|ago|1\d{3}|20\d\d|(?:day|week|month|year|hour|morning|afternoon|evening|night|decade)s?",
    re.IGNORECASE,
)
_INSIDE_NAME = frozenset("flat compound nummod amod appos flat:name".split())


def silver(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Sentences of treebanks with the columns of `training.heads.drafts`; those without a verb are left out."""
    for sentence in sentences:
        size = len(sentence["words"])
        verbs = [i for i in range(size) if sentence["upos"][i] == "VERB"]
        if not verbs:
            continue
        children: list[list[int]] = [[] for _ in range(size)]
        for i, head in enumerate(sentence["heads"]):
            if head:
                children[head - 1].append(i)
        one: Sentence = {
            "words": sentence["words"],
            "mention": ["-"] * size,
            "story": ["-"] * size,
            "weight": [0.0] * size,
            "types": ["-"] * size,
            "factuality": ["-"] * size,
            "links": [None] * size,
        }
        for verb in verbs:
            one["factuality"][verb] = _status(sentence, verb, children)
            one["links"][verb] = _arguments(sentence, children[verb]) | _times(sentence, verb, children) | _moves(sentence, verb, children)
        yield one


def _status(sentence: Sentence, verb: int, children: list[list[int]]) -> str:
    words, labels, xpos = sentence["words"], sentence["labels"], sentence["xpos"]
    own = [words[i].lower() for i in children[verb] if labels[i].startswith("aux")]
    if any(words[i].lower() in _CLAUSES for i in children[verb] if labels[i] == "mark"):
        return "possible" if not own or own[0] not in _WILL else "-"
    negated = any(words[i].lower() in _NEGATIONS for i in children[verb] if labels[i] in ("advmod", "det"))
    if labels[verb] == "xcomp":
        return _governed(sentence, sentence["heads"][verb] - 1, children)
    if own and own[0] in _MAYBE:
        return "possible"
    if own and own[0] in _WILL:
        return "denied" if negated else "planned"
    past = xpos[verb] == "VBD" or (xpos[verb] == "VBN" and own and own[0] in ("has", "have", "had", "was", "were", "'ve", "’ve"))
    past = past or (own and own[0] == "did")
    if past and not (own and own[0] in ("would", "should", "can", "must")):
        return "denied" if negated else "happened"
    if xpos[verb] == "VBG" and own in (["is"], ["are"], ["am"], ["'re"], ["’re"]) and not negated:
        return "-" if words[verb].lower() == "going" else "ongoing"
    return "-"


def _governed(sentence: Sentence, governor: int, children: list[list[int]]) -> str:
    """The status of an infinitive by the verb above it: "plans to", "failed to"."""
    if governor < 0:
        return "-"
    lemma = sentence["lemmas"][governor].lower()
    if any(sentence["words"][i].lower() in _NEGATIONS for i in children[governor] if sentence["labels"][i] == "advmod"):
        return "-"
    if lemma in _FAILURES:
        return "denied"
    if lemma == "go" and sentence["xpos"][governor] != "VBG":
        return "-"
    return "planned" if lemma in _SURE_PLANS else "-"


def _arguments(sentence: Sentence, below: list[int]) -> Links:
    """Agents and patients by the labels of the verb's own dependents; what they share with other verbs is left unsaid."""
    by_label = {"nsubj": "agent", "obl:agent": "agent", "nsubj:pass": "patient", "obj": "patient"}
    found: Links = {"agent": [[], []], "patient": [[], []]}
    for i in below:
        if role := by_label.get(sentence["labels"][i]):
            found[role][0].append(i)
    nouns = [i for i, tag in enumerate(sentence["upos"]) if tag in ("NOUN", "PROPN", "PRON")]
    for role, (filled, unsaid) in found.items():
        if not filled and role == "agent":
            unsaid += [i for i in nouns if i not in found["patient"][0]]
        if not filled and role == "patient" and not found["agent"][0]:
            unsaid += nouns
    return found


def _times(sentence: Sentence, verb: int, children: list[list[int]]) -> Links:
    """Words of time that hang on the verb itself; a verb without any may share another's, so that nothing is said of it."""
    found = []
    for i in children[verb]:
        if sentence["labels"][i].split(":")[0] in ("obl", "advmod") and _TIME_WORD.fullmatch(sentence["words"][i]):
            found += [i, *(below for below in children[i] if sentence["labels"][below] not in ("case", "punct", "acl:relcl", "acl"))]
    return {"time": [found, []]} if found else {}


def _moves(sentence: Sentence, verb: int, children: list[list[int]]) -> Links:
    """Names of places that a verb of movement goes to or comes from."""
    if sentence["lemmas"][verb].lower() not in _MOVES:
        return {}
    links: Links = {"origin": [[], []], "destination": [[], []]}
    lemma = sentence["lemmas"][verb].lower()
    for i in children[verb]:
        label = sentence["labels"][i].split(":")[0]
        cases = {sentence["words"][below].lower() for below in children[i] if sentence["labels"][below] == "case"}
        role = ""
        if label == "obl" and (cases & _TOWARDS or (lemma in ("arrive", "land") and cases & {"in", "at"})):
            role = "destination"
        elif (label == "obl" and cases & _AWAY) or (label == "obj" and lemma in ("leave", "flee", "depart", "evacuate")):
            role = "origin"
        if role:
            names = [i, *(below for below in children[i] if sentence["labels"][below] in _INSIDE_NAME)]
            is_name = sentence["upos"][i] == "PROPN"
            links[role][0 if is_name else 1] += names
    return links if links["origin"][0] or links["destination"][0] else {}
