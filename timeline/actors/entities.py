"""An actor while the text is being read: what it was called, what is known of it, where it was last told of."""

import re
from dataclasses import dataclass, field

from timeline.actors.given import gender_of_name
from timeline.actors.phrases import Phrase

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_MALE = frozenset(
    "mr. mr sir lord king prince duke emperor sultan father son brother husband uncle grandfather man boy pope pontiff bishop "
    "archbishop cardinal imam businessman spokesman chairman congressman statesman actor priest monk tsar widower policeman".split()
)
_FEMALE = frozenset(
    "mrs. ms. mrs ms miss madam lady dame queen princess duchess empress mother daughter sister wife aunt grandmother woman girl "
    "nun businesswoman spokeswoman chairwoman congresswoman actress widow policewoman".split()
)
_ARTICLE = re.compile(r"\b[ae]l[- ]")


@dataclass(slots=True, eq=False)
class Entity:
    """One actor. `members` are those of several told together ("Sadat and Begin"), doer and partner where `loose`. A `thing` is a vehicle.

    `sentence`, `token`, `relation` and `pronoun` tell of the last mention: where, as what ("subject", "object", "possessor", "other"),
    and whether a pronoun stood for it; `main`, whether as the main subject of that sentence, `joined`, whether with others by "and",
    `opening`, whether it came first there.
    """

    name: str
    kind: str
    label: str | None
    gender: str | None = None
    plural: bool = False
    roles: set[str] = field(default_factory=set)
    norps: list[str] = field(default_factory=list)
    count: int | None = None
    members: tuple["Entity", ...] = ()
    loose: bool = False
    thing: bool = False
    order: int = 0
    sentence: int = 0
    token: int = -1
    relation: str = "other"
    main: bool = False
    joined: bool = False
    pronoun: bool = False
    opening: bool = False
    mentions: int = 0

    def learn(self, phrase: Phrase) -> None:
        """Take in what a phrase tells of the actor: gender, roles, peoples, number."""
        self.gender = self.gender or gender_of(phrase)
        self.roles.update(phrase.roles)
        if not phrase.pronoun and not phrase.label:
            self.roles.add(phrase.lemma)
        self.norps += [n for n in phrase.norps if n not in self.norps]
        self.count = self.count or phrase.count


def gender_of(phrase: Phrase) -> str | None:
    """ "m" or "f" where a title, a role, a given name or the pronoun itself says so."""
    words = {phrase.lemma, *phrase.roles, *phrase.name.lower().split()[:1]}
    if words & HE or words & _MALE:
        return "m"
    if words & SHE or words & _FEMALE:
        return "f"
    return gender_of_name(phrase.name) if phrase.label == "PERSON" else None


def same_name(phrase: Phrase, entity: Entity) -> bool:
    """Whether a name is the actor's: whole, a surname, a given name, or the letters of a body's."""
    mine, other = (_ARTICLE.sub("", name.lower()).split() for name in (phrase.name, entity.name))
    if mine == other:
        return True
    if entity.label == "PERSON" and phrase.label in ("ORG", "PLACE"):
        return len(mine) == 1 and len(other) > 1 and mine[0] == other[-1]
    if phrase.label == "PERSON" and entity.label == "PERSON":
        short, long = sorted((mine, other), key=len)
        return (len(short) == 1 and short[0] in (long[-1], long[0])) or (len(short) > 1 and short[-1] == long[-1] and short[0] == long[0])
    if phrase.label == "ORG" and entity.label == "ORG":
        brief, full = sorted((phrase.name, entity.name), key=len)
        return brief.isupper() and len(brief) > 1 and brief == "".join(w[0] for w in re.split(r"[\s-]+", full) if w[:1].isupper())
    return False
