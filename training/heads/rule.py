"""The yardstick for place links: names of places whose nearest verb above them in the tree is the trigger."""

from collections import Counter
from collections.abc import Sequence

from timeline.language.model import Analysis, Model
from training.convert import Sentence


def places(analysis: Analysis, verb: int) -> set[int]:
    """The words (from 0) of PLACE names that hang on the verb, on a noun below it or on a verb's noun, but on no other verb."""
    found: set[int] = set()
    for first, last, label in analysis.names:
        if label == "PLACE" and verb in (_verb_above(analysis, i) for i in range(first, last)):
            found.update(range(first, last))
    return found


def _verb_above(analysis: Analysis, word: int) -> int:
    """The first verb above a word, or -1."""
    while (word := analysis.heads[word] - 1) >= 0:
        if analysis.upos[word] == "VERB":
            return word
    return -1


def score(model: Model, data: Sequence[Sentence]) -> dict[str, float]:
    """Token precision, recall and F1 over sentences with the columns of `training.heads.drafts`, the gold trigger given."""
    count: Counter[str] = Counter()
    for sentence in data:
        analysis = model.analyse(sentence["words"])
        for verb, links in enumerate(sentence["links"]):
            if links:
                found, wanted = places(analysis, verb), set(links["place"][0])
                count.update(found=len(found), wanted=len(wanted), right=len(found & wanted))
    p, r = count["right"] / max(1, count["found"]), count["right"] / max(1, count["wanted"])
    return {"p": p, "r": r, "f1": 2 * p * r / max(1e-9, p + r)}
