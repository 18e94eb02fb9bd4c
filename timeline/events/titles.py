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
_DANGLING = frozenset("those whose which that of some whom who and the".split())
_OBJECT_PRONOUNS = frozenset({"him", "them"})
_KEPT_INSIDE = frozenset({"advcl", "acl:relcl", "parataxis", "discourse", "advcl:relcl", "appos"})


def title_of(draft: Draft, context: Context) -> str:
    """At most 90 characters, without subordinate clauses; the agent's full name stands for a pronoun or surname."""
    trigger = draft.trigger
    if trigger.kind == "noun" and trigger.clause == trigger.head:
        return _cut(_sentence_case(_join(_noun_words(trigger.head, context), context)))
    tokens, clause = context.tokens, trigger.clause
    subject = next((c for c in context.tree.children(clause) if tokens[c].deprel.startswith("nsubj")), None)
    first = clause if subject is None else min(subject, context.tree.subtree(subject)[0])
    kept = [i for i in _clause_words(clause, context) if i >= first or tokens[i].deprel.startswith("aux")]
    while kept and tokens[kept[0]].xpos in ("WDT", "WP", "WRB"):
        kept.pop(0)
    lead = _lead(draft, context, subject)
    if subject is None:
        kept = [i for i in kept if not _bare_auxiliary(i, clause, context)]
    elif lead:
        phrase = set(context.tree.subtree(subject))
        kept = [i for i in kept if i not in phrase]
    aim = tokens[clause].xpos == "VB" and any(c.text.lower() == "to" for c in context.children(clause))
    if aim:
        kept = [i for i in kept if not (tokens[i].lemma == "be" and tokens[i].head == clause) and tokens[i].text != "to"]
    return _cut(_sentence_case(f"{lead} {'to ' if aim and lead else ''}{_join(kept, context)}".strip()))


def _lead(draft: Draft, context: Context, subject: int | None) -> str:
    """The full name to begin with: that of a person or of what a pronoun stands for; of a clause without subject its agent's.

    What a passive clause without subject ("the man shot by police") tells of is its patient.
    """
    agents, patients = draft.arguments.agents, draft.arguments.patients
    if subject is None:
        told_of = patients if _passive(draft.trigger.clause, context) else agents
        return told_of[0].name if told_of else ""
    mention = context.actor_at.get(subject)
    token = context.tokens[subject]
    if mention and (mention.actor.kind == "person" or token.upos == "PRON"):
        return mention.actor.name
    relative = token.text.lower() in ("who", "which", "that")
    return agents[0].name if relative and agents and not mention else ""


def _passive(clause: int, context: Context) -> bool:
    token = context.tokens[clause]
    return token.xpos == "VBN" and not any(c.lemma == "have" for c in context.children(clause) if c.deprel == "aux")


def _bare_auxiliary(index: int, clause: int, context: Context) -> bool:
    """ "has", "had", "was", "being" of a clause whose subject stands elsewhere."""
    token = context.tokens[index]
    return token.head == clause and token.deprel.startswith("aux") and token.lemma.lower() in ("have", "be")


def _noun_words(head: int, context: Context) -> list[int]:
    tokens = context.tokens
    words = context.tree.subtree(head, _KEPT_INSIDE)
    return [i for i in words if not (tokens[i].head == head and tokens[i].deprel in ("case", "cc", "punct", "mark"))]


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


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
        out += _named(index, context)
    return _whole(_LOOSE.sub(r"\1", " ".join(out.split())).strip(" ,;:-–—"))


def _named(index: int, context: Context) -> str:
    """The token's text; for "him" and "them" the proper name of who is meant."""
    token, mention = context.tokens[index], context.actor_at.get(index)
    if token.text.lower() in _OBJECT_PRONOUNS and mention and mention.actor.name[:1].isupper():
        return mention.actor.name
    return token.text


def _whole(title: str) -> str:
    """The title without an end that hangs in the air where a clause was left out ("little more than half of those")."""
    before, comma, rest = title.rpartition(", ")
    if comma and rest.rsplit(" ", 1)[-1].lower() in _DANGLING:
        return before
    return title


def _cut(title: str) -> str:
    if len(title) <= _LONGEST:
        return title
    return title[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"
