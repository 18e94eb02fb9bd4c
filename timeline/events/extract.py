"""From the mentions of one document to its events: find the triggers, read each, merge what is one happening."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from maps.gazetteer import Gazetteer
from timeline.events.anaphora import PlaceAnaphora
from timeline.events.arguments import ArgumentReader, Arguments
from timeline.events.context import Context
from timeline.events.counting import Counting
from timeline.events.dating import Dater, Dating
from timeline.events.draft import Draft
from timeline.events.factuality import Factuality, FactualityReader
from timeline.events.inheritance import Inheritance
from timeline.events.lasting import Lasting
from timeline.events.learned import Learned
from timeline.events.lexicon import event_lexicon
from timeline.events.locating import Location, Locator
from timeline.events.merging import merge
from timeline.events.origins import origin_of_nationality
from timeline.events.retelling import add_retellings
from timeline.events.scenes import Scenes
from timeline.events.selecting import chance, is_told
from timeline.events.staying import Staying
from timeline.events.titles import title_of
from timeline.events.triggers import Trigger, TriggerFinder
from timeline.events.typing import Matter, type_of
from timeline.events.weighing import confidence, salience
from timeline.records import ActorMention, Event, EventMention, Parsed, Participant, PlaceMention, Reasons, Span, TimeMention


def find_events(
    parsed: Parsed,
    gazetteer: Gazetteer,
    *,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    actors: Sequence[ActorMention],
) -> tuple[Event, ...]:
    """The events of one document in the order of the text, each happening once; not yet ordered in time (`order` is 0)."""
    pointing = PlaceAnaphora(parsed, places, gazetteer).find()
    context = Context(parsed, event_lexicon(), times=times, places=(*pointing, *places), actors=actors)
    learned = Learned(context)
    read = [replace(draft, chance=chance(draft.trigger, learned)) for draft in _drafts(context, learned)]
    drafts = [draft for draft in read if is_told(draft, context, learned)]
    events = [_event(group, context) for group in merge(drafts, context)]
    return add_retellings(events, context, learned)


def _drafts(context: Context, learned: Learned) -> list[Draft]:
    found = TriggerFinder(context.parsed, context.tree, context.lexicon).find()
    matter = Matter(context)
    triggers = tuple(replace(t, type=type_of(t, context, matter=matter, learned=learned)) for t in found)
    facts_of, arguments_of = FactualityReader(context.parsed, context.tree, context.lexicon), ArgumentReader(context, learned)
    locator, dater = Locator(context, triggers, learned), Dater(context, triggers, learned)
    sharing, scenes = Inheritance(context, triggers), Scenes(context, triggers)
    facts = [facts_of.read(t) for t in triggers]
    arguments = [arguments_of.read(t) for t in triggers]
    counting = Counting(context, triggers)
    unreal = [fact.status != "happened" for fact in facts]
    lasting = Lasting(context, triggers, arguments=arguments, unreal=unreal)
    datings = lasting.dates(counting.dates(sharing.dates(triggers, [dater.read(t) for t in triggers])))
    datings = scenes.dates(datings)
    staying = Staying(context, triggers, arguments=arguments, datings=datings, unreal=unreal)
    locations = scenes.places(sharing.places(triggers, [locator.read(t) for t in triggers]), staying)
    datings = [dater.explain(t, d) for t, d in zip(triggers, datings, strict=True)]
    out: list[Draft] = []
    for trigger, fact, who, when, where in zip(triggers, facts, arguments, datings, locations, strict=True):
        out += _one_a_place(context, trigger, fact=fact, who=who, when=when, where=where)
    return out


def _one_a_place(context: Context, trigger: Trigger, *, fact: Factuality, who: Arguments, when: Dating, where: Location) -> list[Draft]:
    tokens, text = context.tokens, context.parsed.document.text
    start, end = tokens[trigger.first].start, tokens[trigger.last - 1].end
    places: Sequence[PlaceMention | None] = where.places or (None,)
    home = None if where.origin else origin_of_nationality(trigger, who, places[0], context)
    origin, why_origin = home or (where.origin, _why_place(where.origin, "told as where the move began"))
    return [
        Draft(
            trigger=trigger, ordinal=ordinal, sentence=context.parsed.sentences[tokens[trigger.head].sentence], start=start, end=end,
            text=text[start:end], arguments=who, dating=when, place=place, origin=origin, place_own=where.own,
            why_place=_why_place(place, where.why), why_origin=why_origin, factuality=fact,
        )
        for ordinal, place in enumerate(places)
    ]  # fmt: skip


def _why_place(place: PlaceMention | None, why: str) -> str:
    if place is None:
        return ""
    return f"{why}; {place.why}" if place.why else why


def _event(group: Sequence[Draft], context: Context) -> Event:
    """One event of all readings of it: the fullest one's words, with dates, places and people it lacks from the others."""
    best = group[0]
    dated = next((d for d in group if d.dating.interval is not None), best)
    placed = best if best.place is not None and best.place_own else next((d for d in group if d.place is not None and d.place_own), best)
    if placed.place is None:
        placed = next((d for d in group if d.place is not None), best)
    origin = next((d for d in group if d.origin is not None), best)
    fact = _status(group)
    agents, patients = _people(group)
    filled = replace(best, dating=dated.dating, place=placed.place, place_own=placed.place_own, factuality=fact.factuality)
    time = dated.dating.time
    basis = (time.basis if dated.dating.own else "inferred") if time else None
    quoted = best.arguments.attributed_to or next((d.arguments.attributed_to for d in group if d.arguments.attributed_to), None)
    return Event(
        id=_identity(best, context), document_id=context.parsed.document.id, type=_type(group), action=best.trigger.lemma,
        trigger=Span(start=best.start, end=best.end, text=best.text), mentions=tuple(_mention(d, context) for d in group),
        title=title_of(best, context), actors=agents, targets=patients,
        quantity=next((d.arguments.quantity for d in group if d.arguments.quantity), None),
        place=placed.place, places=(placed.place,) if placed.place else (), origin=origin.origin,
        interval=dated.dating.interval, time_basis=basis, time=time, status=fact.factuality.status, attributed_to=quoted,
        salience=salience(group, len(context.parsed.sentences)), confidence=confidence(filled, best.chance),
        reasons=Reasons(
            date=dated.dating.why or "the text gives no date for it", place=placed.why_place or "the text names no place for it",
            origin=origin.why_origin, status=fact.factuality.why, actors="",
        ),
        quote=_quote(best, context),
    )  # fmt: skip


def _status(group: Sequence[Draft]) -> Draft:
    """The reading that decides the status: the best one, unless it tells a plan and another one a denial."""
    best = group[0]
    if best.factuality.status in ("planned", "possible"):
        return next((d for d in group if d.factuality.status == "denied"), best)
    return best


def _type(group: Sequence[Draft]) -> str:
    """The best reading's type; an arrival that is elsewhere called a visit is one."""
    kinds = {d.trigger.type for d in group}
    return "visit" if group[0].trigger.type == "travel" and "visit" in kinds else group[0].trigger.type


def _people(group: Sequence[Draft]) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Agents then patients as actors; patients as targets. Other mentions add people only where the best one has none."""
    source = next((d for d in group if d.arguments.agents or d.arguments.patients), group[0])
    agents = source.arguments.agents
    if not agents:
        agents = next((d.arguments.agents for d in group if d.arguments.agents), ())
    patients = tuple(p for p in source.arguments.patients if p.actor_id not in {a.actor_id for a in agents})
    return agents + patients, patients


def _mention(draft: Draft, context: Context) -> EventMention:
    sentence = draft.sentence
    return EventMention(
        document_id=context.parsed.document.id, start=draft.start, end=draft.end, quote=_quote(draft, context),
        quote_start=sentence.start, quote_end=sentence.end,
    )  # fmt: skip


def _quote(draft: Draft, context: Context) -> str:
    return context.parsed.document.text[draft.sentence.start : draft.sentence.end]


def _identity(draft: Draft, context: Context) -> str:
    key = f"{context.parsed.document.id}\0{draft.start}\0{draft.end}\0{draft.ordinal}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
