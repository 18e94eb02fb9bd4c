"""A short title for an event, cut from its own clause: who, what, where."""

import re

from timeline.events.context import Context
from timeline.events.draft import Draft

_LONGEST = 90
_LOOSE = re.compile(r" ([,;:.])(?= |$)")
_LEFT_OUT = frozenset(
    {
        "advcl",
        "acl:relcl",
        "parataxis",
        "ccomp",
        "discourse",
        "mark",
        "cc",
        "conj",
        "punct",
        "appos",
        "advcl:relcl",
        "obl:tmod",
        "vocative",
        "dep",
        "obl:unmarked",
    }
)
_KEPT_INSIDE = frozenset({"advcl", "acl:relcl", "parataxis", "discourse", "advcl:relcl", "appos"})


def title_of(draft: Draft, context: Context) -> str:
    """At most 90 characters, without subordinate clauses; the agent's full name stands for a pronoun or surname."""
    trigger = draft.trigger
    if trigger.kind == "noun" and trigger.clause == trigger.head:
        words = context.tree.subtree(trigger.head, _KEPT_INSIDE)
        words = [
            i for i in words if not (context.tokens[i].head == trigger.head and context.tokens[i].deprel in ("case", "cc", "punct", "mark"))
        ]
        text = _join(words, context)
        return _cut(text[:1].upper() + text[1:])
    subject = next((c for c in context.tree.children(trigger.clause) if context.tokens[c].deprel.startswith("nsubj")), None)
    first = trigger.clause if subject is None else min(subject, context.tree.subtree(subject)[0])
    kept = [i for i in _clause_words(trigger.clause, context) if i >= first or context.tokens[i].deprel.startswith("aux")]
    while kept and context.tokens[kept[0]].xpos in ("WDT", "WP", "WRB"):
        kept.pop(0)
    lead = ""
    if subject is not None:
        phrase = set(context.tree.subtree(subject))
        mention = context.actor_at.get(subject)
        relative = context.tokens[subject].text.lower() in ("who", "which", "that")
        if (mention and (mention.actor.kind == "person" or context.tokens[subject].upos == "PRON")) or relative:
            kept = [i for i in kept if i not in phrase]
            lead = mention.actor.name if mention else (draft.arguments.agents[0].name if draft.arguments.agents else "")
    elif draft.arguments.agents:
        lead = draft.arguments.agents[0].name
    elif draft.arguments.patients:
        lead = draft.arguments.patients[0].name
    aim = context.tokens[trigger.clause].xpos == "VB" and any(c.text.lower() == "to" for c in context.children(trigger.clause))
    if aim:
        kept = [
            i
            for i in kept
            if not (context.tokens[i].lemma == "be" and context.tokens[i].head == trigger.clause) and context.tokens[i].text != "to"
        ]
    text = f"{lead} {'to ' if aim and lead else ''}{_join(kept, context)}".strip()
    return _cut(text[:1].upper() + text[1:])


def _clause_words(clause: int, context: Context) -> list[int]:
    words = [clause]
    for child in context.tree.children(clause):
        if context.tokens[child].deprel not in _LEFT_OUT:
            words += context.tree.subtree(child, _KEPT_INSIDE)
    return sorted(words)


def _join(words: list[int], context: Context) -> str:
    """The words with the spaces of the text between neighbours, one space where something was left out."""
    out, text = "", context.parsed.document.text
    for n, index in enumerate(words):
        token = context.tokens[index]
        if n:
            before = context.tokens[words[n - 1]]
            between = text[before.end : token.start] if words[n - 1] == index - 1 else " "
            out += " " if between.strip() or not between else between
            if words[n - 1] == index - 1 and not between:
                out = out[:-1]
        out += token.text
    return _LOOSE.sub(r"\1", " ".join(out.split())).strip(" ,;:-–—")


def _cut(title: str) -> str:
    if len(title) <= _LONGEST:
        return title
    return title[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"
