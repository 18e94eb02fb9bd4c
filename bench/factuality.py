"""Measures what is said of whether an event happened, at the triggers that annotators marked in MEANTIME and in the gold stories.

usage: python bench/factuality.py [--start training/work/english.pt] [--check] [--errors]

Systems: "always happened"; the rules of timeline.events.factuality alone; the event heads as shipped (they have seen four fifths of these
documents: look at the held-out ones for them); heads trained anew on frozen vectors of the --start checkpoint, whose encoder has not seen
them, in FOLDS folds by document; the rules with either head. --check measures the held-back documents, with heads trained on all of the
others, and prints totals only.
--errors prints what the rules with the retrained heads get wrong.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, Literal

import torch
from torch import Tensor

from timeline.events.factuality import FactualityReader
from timeline.events.lexicon import event_lexicon
from timeline.events.triggers import Trigger, TriggerFinder
from timeline.language import English, Tree, load
from timeline.language.model import vocabulary
from timeline.language.signals import FACTUALITY, STATUSES
from timeline.records import Document, EventSignal, Parsed
from training.batches import collate
from training.convert import read
from training.heads import gold as annotated
from training.heads.gold import meantime_status
from training.heads.losses import STATUS_WEIGHTS
from training.heads.network import EventHead
from training.heads.silver import silver
from training.network import Network, Settings
from training.paths import ASSETS, ROOT, WORK

SHARED = ROOT / ".." / "shared"
FOLDS, SEED, PASSES, BATCH, RATE = 6, 20261124, 6, 64, 1e-3
COPIES, SILVER, SILVER_PLAIN = 5, 2500, 500
GROUPS = {
    "planned or possible": ("planned", "possible"),
    "denied": ("denied",),
    "happened": ("happened",),
    "ongoing": ("ongoing",),
}
Vectors = dict[int, Tensor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One gold trigger: the number of its document, the trigger as the rules see it, the statuses that the gold leaves open."""

    document: int
    trigger: Trigger
    allowed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Parsed documents, their sets and their items."""

    parsed: list[Parsed]
    sets: list[str]
    items: list[Item]


def read_gold(root: Path, english: English) -> Gold:
    """MEANTIME and the stories under a root."""
    gold = Gold(parsed=[], sets=[], items=[])
    for line in (root / "events" / "meantime-dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = [(e["start"], e["end"], frozenset(meantime_status(e).split("|"))) for e in row["events"]]
        _add(gold, "meantime", row, [span for span in spans if "-" not in span[2]], english)
    for path in sorted((root / "stories").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        told = {(m["start"], m["end"], frozenset([e["status"]])) for e in row["events"] for m in e["mentions"]}
        _add(gold, "stories", row, sorted(told, key=lambda span: span[:2]), english)
    return gold


def _add(gold: Gold, name: str, row: dict[str, Any], spans: Iterable[tuple[int, int, frozenset[str]]], english: English) -> None:
    document = Document(
        id=row["id"], source=name, title=row.get("title"), text=row["text"], published=row.get("published") or row.get("dct"),
        published_basis="given", language="en", digest="",
    )  # fmt: skip
    parsed = english.parse(document)
    tree = Tree(parsed)
    found = TriggerFinder(parsed, tree, event_lexicon()).find()
    for start, end, allowed in spans:
        words = tree.tokens_between(start, end)
        if words:
            gold.items.append(Item(document=len(gold.parsed), trigger=_trigger(words, tree, found), allowed=allowed))
    gold.parsed.append(parsed)
    gold.sets.append(name)


def _trigger(words: Sequence[int], tree: Tree, found: Sequence[Trigger]) -> Trigger:
    """The product's own trigger where it has one at these words, else one made of them."""
    own = next((t for t in found if t.first <= words[-1] and words[0] < t.last), None)
    if own:
        return replace(own, first=words[0], last=words[-1] + 1)
    head = tree.head_of(words)
    kind: Literal["verb", "noun"] = "verb" if tree[head].upos in ("VERB", "AUX") else "noun"
    return Trigger(
        head=head, clause=head, first=words[0], last=words[-1] + 1, kind=kind, lemma=tree[head].lemma, particle=None, type="other"
    )


class Heads:
    """Status heads on vectors of an encoder that stays as it is."""

    def __init__(self, checkpoint: Path) -> None:
        stored = torch.load(checkpoint, weights_only=True)
        self.settings = Settings(**stored["settings"])
        self.network = Network(self.settings).eval()
        self.network.load_state_dict(stored["network"])
        self.wordpiece = vocabulary(ASSETS / "vocab.txt")

    def vectors(self, sentences: Sequence[Sequence[str]]) -> list[Tensor]:
        """[words, 2 * width] for every sentence."""
        out: list[Tensor] = [torch.empty(0)] * len(sentences)
        order = sorted(range(len(sentences)), key=lambda number: len(sentences[number]))
        with torch.no_grad():
            for start in range(0, len(order), 24):
                chosen = order[start : start + 24]
                rows = self.network.words(collate([{"words": list(sentences[n])} for n in chosen], self.wordpiece))
                for row, number in zip(rows, chosen, strict=True):
                    out[number] = row[1 : len(sentences[number]) + 1].clone()
        return out

    def of_items(self, gold: Gold) -> Tensor:
        """The vectors of the first words of all items."""
        wanted = {(i.document, gold.parsed[i.document].tokens[i.trigger.first].sentence) for i in gold.items}
        keys = sorted(wanted)
        parts = [gold.parsed[document].sentences[sentence] for document, sentence in keys]
        words = [[t.text for t in gold.parsed[d].tokens[p.first : p.last]] for (d, _), p in zip(keys, parts, strict=True)]
        rows = {key: (row, p.first) for key, row, p in zip(keys, self.vectors(words), parts, strict=True)}
        out = []
        for item in gold.items:
            row, first = rows[item.document, gold.parsed[item.document].tokens[item.trigger.first].sentence]
            out.append(row[item.trigger.first - first])
        return torch.stack(out)

    def of_silver(self) -> tuple[Tensor, list[frozenset[str]]]:
        """Verbs of treebanks whose status grammar settles."""
        marked = [s for s in silver(read("syntax.train")) if 6 <= len(s["words"]) <= 45]
        random = Random(SEED)
        unreal = [s for s in marked if not {"denied", "possible", "planned"}.isdisjoint(s["factuality"])]
        plain = [s for s in marked if {"denied", "possible", "planned"}.isdisjoint(s["factuality"])]
        chosen = random.sample(unreal, min(SILVER, len(unreal))) + random.sample(plain, SILVER_PLAIN)
        rows, allowed = [], []
        for sentence, row in zip(chosen, self.vectors([s["words"] for s in chosen]), strict=True):
            for word, value in enumerate(sentence["factuality"]):
                if value != "-":
                    rows.append(row[word])
                    allowed.append(frozenset(value.split("|")))
        return torch.stack(rows), allowed

    def train(self, rows: Tensor, allowed: Sequence[frozenset[str]]) -> EventHead:
        """A head that makes the open statuses likely."""
        torch.manual_seed(SEED)
        head = EventHead(self.settings)
        open_to = torch.tensor([[status in left for status in STATUSES] for left in allowed])
        weights = torch.tensor([STATUS_WEIGHTS[STATUSES.index(min(a))] if len(a) == 1 else 0.3 for a in allowed])
        optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
        schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.1, PASSES * -(-len(rows) // BATCH))
        for _ in range(PASSES):
            for batch in torch.randperm(len(rows)).split(BATCH):
                chances = head(rows[batch])[:, FACTUALITY].log_softmax(-1).masked_fill(~open_to[batch], float("-inf")).logsumexp(-1)
                optimiser.zero_grad()
                (-(chances * weights[batch]).sum() / weights[batch].sum()).backward()
                optimiser.step()
                schedule.step()
        return head.eval()


def chances(head: EventHead, rows: Tensor) -> list[list[float]]:
    with torch.no_grad():
        return head(rows)[:, FACTUALITY].softmax(-1).tolist()


def retrained(heads: Heads, gold: Gold, held: Gold | None) -> list[list[float]]:
    """The chances of all items: by heads that have not seen the document, or of the held-back ones by a head that has seen `gold`."""
    rows, allowed = heads.of_items(gold), [item.allowed for item in gold.items]
    more, known = heads.of_silver()
    if held is not None:
        head = heads.train(torch.cat([*[rows] * COPIES, more]), [*allowed * COPIES, *known])
        return chances(head, heads.of_items(held))
    documents = list(range(len(gold.parsed)))
    Random(SEED).shuffle(documents)
    fold_of = {document: place % FOLDS for place, document in enumerate(documents)}
    out: list[list[float]] = [[] for _ in gold.items]
    for fold in range(FOLDS):
        seen = [n for n, item in enumerate(gold.items) if fold_of[item.document] != fold]
        unseen = [n for n, item in enumerate(gold.items) if fold_of[item.document] == fold]
        head = heads.train(torch.cat([*[rows[seen]] * COPIES, more]), [*[allowed[n] for n in seen] * COPIES, *known])
        for number, answer in zip(unseen, chances(head, rows[unseen]), strict=True):
            out[number] = answer
    return out


def with_signals(gold: Gold, answers: Sequence[Sequence[float]]) -> list[Parsed]:
    """The documents with the given chances at the items in place of the model's own signals."""
    signals: list[dict[int, EventSignal]] = [{} for _ in gold.parsed]
    for item, row in zip(gold.items, answers, strict=True):
        told = tuple(zip(STATUSES, row, strict=True))
        token = item.trigger.first
        signals[item.document][token] = EventSignal(token=token, probability=1.0, story=1.0, continues=0, factuality=told, links=())
    return [replace(p, signals=tuple(s[t] for t in sorted(s))) for p, s in zip(gold.parsed, signals, strict=True)]


def rules(gold: Gold, documents: Sequence[Parsed]) -> list[str]:
    readers = [FactualityReader(parsed, Tree(parsed), event_lexicon()) for parsed in documents]
    return [readers[item.document].read(item.trigger).status for item in gold.items]


def head_alone(gold: Gold, documents: Sequence[Parsed]) -> list[str]:
    told = [{s.token: max(s.factuality, key=lambda pair: pair[1])[0] for s in parsed.signals} for parsed in documents]
    return [told[item.document].get(item.trigger.first, "happened") for item in gold.items]


def unseen(gold: Gold) -> list[int]:
    """The documents that the shipped heads were not trained on."""
    meantime = [p.document.id for p, name in zip(gold.parsed, gold.sets, strict=True) if name == "meantime"]
    told = [p.document.id for p in gold.parsed if p.document.id not in meantime and p.document.id not in annotated.NEVER_TRAINED]
    held = annotated._held(sorted(meantime)) | annotated._held(told) | annotated.NEVER_TRAINED
    return [number for number, parsed in enumerate(gold.parsed) if parsed.document.id in held]


def report(name: str, gold: Gold, found: Sequence[str], wanted_sets: Sequence[str]) -> None:
    """Precision, recall and F1 of each group; where the gold leaves several statuses open, each of them is right."""
    count: Counter[tuple[str, str]] = Counter()
    for item, status in zip(gold.items, found, strict=True):
        if gold.sets[item.document] in wanted_sets:
            count[status if status in item.allowed else "happened" if "happened" in item.allowed else min(item.allowed), status] += 1
    cells = []
    for group, members in GROUPS.items():
        right = sum(n for (w, f), n in count.items() if w in members and f in members)
        told = sum(n for (_, f), n in count.items() if f in members)
        wanted = sum(n for (w, _), n in count.items() if w in members)
        precision, recall = right / max(1, told), right / max(1, wanted)
        cells.append(f"{group} {precision:.2f} {recall:.2f} {2 * precision * recall / max(1e-9, precision + recall):.3f} of {wanted}")
    right = sum(n for (w, f), n in count.items() if w == f)
    print(f"{name:24} accuracy {right / max(1, count.total()):.3f} | " + " | ".join(cells), flush=True)


def print_errors(gold: Gold, documents: Sequence[Parsed], found: Sequence[str]) -> None:
    for item, status in zip(gold.items, found, strict=True):
        if status not in item.allowed:
            parsed = documents[item.document]
            reader = FactualityReader(parsed, Tree(parsed), event_lexicon())
            token = parsed.tokens[item.trigger.first]
            sentence = parsed.sentences[token.sentence]
            chance = next(([f"{s} {c:.2f}" for s, c in g.factuality if c > 0.1] for g in parsed.signals if g.token == token.index), [])
            text = parsed.document.text
            marked = f"{text[sentence.start : token.start]}>>>{token.text}<<<{text[token.end : sentence.end]}"
            print(f"{'|'.join(sorted(item.allowed))} {status} ({reader.read(item.trigger).why}) {chance}\n    {marked}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, default=WORK / "english.pt")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    english = load()
    gold = read_gold(SHARED / "gold", english)
    measured = read_gold(SHARED / "check", english) if options.check else gold
    answers = retrained(Heads(options.start), gold, measured if options.check else None)
    anew = with_signals(measured, answers)
    bare = [replace(parsed, signals=()) for parsed in measured.parsed]
    systems: dict[str, Callable[[], list[str]]] = {
        "always happened": lambda: ["happened"] * len(measured.items),
        "rules": lambda: rules(measured, bare),
        "heads as shipped": lambda: head_alone(measured, measured.parsed),
        "heads retrained": lambda: head_alone(measured, anew),
        "rules, heads as shipped": lambda: rules(measured, measured.parsed),
        "rules, heads retrained": lambda: rules(measured, anew),
    }
    for sets in (("meantime", "stories"), ("meantime",), ("stories",)):
        print(" + ".join(sets), "(precision, recall, F1)")
        for name, run in systems.items():
            report(name, measured, run(), sets)
    if not options.check:
        held = set(unseen(measured))
        apart = replace(measured, sets=["held out" if number in held else "seen" for number in range(len(measured.parsed))])
        print("the documents that the shipped heads have not seen")
        for name, run in systems.items():
            report(name, apart, run(), ["held out"])
    if options.errors and not options.check:
        print_errors(measured, anew, rules(measured, anew))


if __name__ == "__main__":
    main()
