"""Event codes and the tables of the cross-check (codes/*.toml): what follows from a code and what it rules out."""

import functools
import re
from dataclasses import dataclass
from typing import Any

from counterclaim.knowledge.tables import ROOT, DataError, parsed
from counterclaim.knowledge.world import load_world

Link = tuple[str, str]
"""Another code, and whose: "same" agent or its "opponent"."""

NAME = r"(?P<name>[A-Z][^\W\d_]{2,}(?:[- ][A-Z][^\W\d_]+)?)"
MODEL = re.compile(r"\b([A-Z]{1,3})-?(\d{1,3})s?\b")
"""What arms are called by letter and number: F-16, M1, T-72."""
HEADLINE_WORD = 5
"""Words of so many letters and more are capitalised in such headlines; shorter ones often are not."""
HEADLINE_LENGTH = 4
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Code:
    """One event code: its meaning, its relatives, its questions, and its names in PLOVER, ACLED and UCDP."""

    code: str
    definition: str
    example: str
    family: str
    favours: str
    plover: tuple[str, str]
    acled: str
    ucdp: str
    whether: str
    who: str | None = None
    how_many: str | None = None
    scope: str = "place"
    agentless: bool = False
    state: bool = False
    deed: bool = False
    blamed: bool = False
    many: bool = False
    outright: bool = False
    lasting: bool = False
    settled: bool = False
    unlike: tuple[str, ...] = ()
    entails: tuple[Link, ...] = ()
    incompatible: tuple[Link, ...] = ()
    denies: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A degree of control and the words that tell it."""

    degree: str
    codes: frozenset[str]
    expression: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the published table of credibility; None where it does not ask."""

    credibility: int
    why: str
    voices: int = 0
    sides: int = 0
    admitted: bool | None = None
    denied: bool | None = None
    stronger: bool | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Codes:
    """All codes, with what follows from each, and the tables that the cross-check needs."""

    by_code: dict[str, Code]
    degrees: tuple[Pattern, ...]
    objects: dict[str, str]
    rare: frozenset[str]
    counted: dict[str, str]
    kinds: dict[str, tuple[str, str]]
    whereabouts: tuple[tuple[re.Pattern[str], str], ...]
    countries: frozenset[str]
    seats: frozenset[str]
    again: re.Pattern[str]
    unknowing: re.Pattern[str]
    turned_down: re.Pattern[str]
    backers: re.Pattern[str]
    settings: dict[str, Any]
    rows: tuple[Row, ...]
    admiralty: dict[str, dict[str, str]]
    follows: dict[tuple[str, str], tuple[frozenset[Link], frozenset[Link]]]

    def get(self, code: str) -> Code | None:
        """Returns a code's entry, or None for a code that is not in the table."""
        return self.by_code.get(code)

    def family(self, code: str) -> str:
        """Returns the family that a code is compared in; an unknown code is its own."""
        found = self.by_code.get(code)
        return found.family if found else code

    def consequences(self, code: str, polarity: str) -> tuple[frozenset[Link], frozenset[Link]]:
        """Returns what saying (or denying) a code affirms, and what it rules out, each as links to codes."""
        known = self.follows.get((code, polarity))
        if known is not None:
            return known
        alone = frozenset({(code, "same")})
        return (alone, frozenset()) if polarity == "positive" else (frozenset(), alone)

    def degree(self, code: str, text: str) -> str:
        """Returns how much of a place the words of a claim with this code speak of: "all", "most", "part" or "contested"."""
        bearing = [p for p in self.degrees if code in p.codes]
        words = text.lower() if bearing else ""
        return next((p.degree for p in bearing if p.expression.search(words)), "all")

    def is_region(self, precision_km: float, feature: str | None) -> bool:
        """Tells whether a place of this radius and feature is a region or a country, whose point says little."""
        limits = self.settings["places"]
        return precision_km >= limits["region_km"] or (feature or "").casefold() in limits["regions"]

    def places_named(self, text: str) -> tuple[str, ...]:
        """Returns the names, each once, that the words give as the place ("Kesten" of "it still holds Kesten"); no country or people.

        In a headline that capitalises every word, a capital marks no name.
        """
        long = [word for word in WORD.findall(text) if len(word) >= HEADLINE_WORD]
        if len(long) >= HEADLINE_LENGTH and all(word[0].isupper() for word in long):
            return ()
        return self.named_as_place(text)

    def named_as_place(self, text: str) -> tuple[str, ...]:
        """Returns the names that stand after words of place or of taking and holding, headline or not."""
        found = (match["name"] for pattern, _ in self.whereabouts for match in pattern.finditer(text))
        return tuple(dict.fromkeys(name for name in found if name not in self.countries))

    def counts(self, of: str | None) -> str | None:
        """Returns what kind of toll the words of what is counted name ("killed", "wounded"), or None."""
        return next((kind for word in WORD.findall((of or "").lower()) if (kind := self.counted.get(word))), None)

    def kinds_named(self, text: str) -> frozenset[tuple[str, str]]:
        """Returns what kinds of arms, troops, people or truce the words name, each as (of what, kind)."""
        named = {found for word in WORD.findall(text.lower()) if (found := self.kinds.get(word))}
        return frozenset(named | {("model", model[1] + model[2]) for model in MODEL.finditer(text)})

    def entails(self, strong: str, weak: str) -> bool:
        """Tells whether who says the one code also says the other, of the same agent; every code entails itself."""
        return strong == weak or (weak, "same") in self.consequences(strong, "positive")[0]

    def akin(self, one: str, other: str) -> bool:
        """Tells whether two codes are one deed in other words, or two kinds of one (a missile strike and a drone strike: an attack)."""
        return one == other or bool(self.consequences(one, "positive")[0] & self.consequences(other, "positive")[0])

    def things(self, text: str) -> frozenset[str]:
        """Returns the names of the things in the words that can be struck or destroyed."""
        found = (self.objects.get(word) for word in WORD.findall(text.lower()))
        return frozenset(thing for thing in found if thing)


@functools.cache
def load_codes() -> Codes:
    """Returns the codes and tables that ship with the package, read once.

    Raises:
        DataError: a file is damaged, or an entry names a code that is not in the table; the message names both.
    """
    folder = ROOT / "codes"
    by_code = {name: _code(name, entry) for name, entry in parsed(folder / "events.toml").items()}
    for code in by_code.values():
        for other, _ in (*code.entails, *code.incompatible, *code.denies):
            if other not in by_code:
                raise DataError(f"{folder / 'events.toml'}: {code.code} names {other}, which is no code; mend the entry")
    things, settings = _entries(parsed(folder / "objects.toml")), parsed(folder / "crosscheck.toml")
    return Codes(
        by_code=by_code,
        degrees=tuple(_degree(entry) for entry in _entries(parsed(folder / "degrees.toml"))),
        objects={word: entry["name"] for entry in things for word in entry["words"]},
        rare=frozenset(entry["name"] for entry in things if entry.get("rare")),
        counted={word: entry["name"] for entry in _entries(parsed(folder / "counted.toml")) for word in entry["words"]},
        kinds={word: (entry["of"], entry["name"]) for entry in _entries(parsed(folder / "kinds.toml")) for word in entry["words"]},
        whereabouts=tuple(_named_place(entry) for entry in _entries(parsed(folder / "whereabouts.toml"))),
        countries=frozenset(n for c in load_world().countries for n in (c.name, c.short, *c.aliases, *c.adjectives, *c.people) if n),
        seats=frozenset(n for c in load_world().countries for n in c.seats),
        again=re.compile(settings["places"]["again"]),
        unknowing=re.compile(settings["footing"]["unknowing"]),
        turned_down=re.compile(settings["footing"]["turned_down"]),
        backers=re.compile(settings["footing"]["backers"]),
        settings=settings,
        rows=tuple(Row(**row) for row in parsed(folder / "credibility.toml")["row"]),
        admiralty=parsed(folder / "admiralty.toml"),
        follows=_follows(by_code),
    )


def _entries(table: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry for language in sorted(table) for entry in table[language]]


def _code(name: str, entry: dict[str, Any]) -> Code:
    try:
        return Code(
            code=name,
            definition=entry["definition"],
            example=entry["example"],
            family=entry["family"],
            favours=entry["favours"],
            plover=(entry["plover"]["event"], entry["plover"]["mode"]),
            acled=entry["acled"],
            ucdp=entry["ucdp"],
            whether=entry["whether"],
            who=entry.get("who"),
            how_many=entry.get("how_many"),
            scope=entry.get("scope", "place"),
            agentless=entry.get("agent") == "any",
            state=entry.get("state", False),
            deed=entry.get("deed", False),
            blamed=entry.get("blamed", False),
            many=entry.get("many", False),
            outright=entry.get("outright", False),
            lasting=entry.get("lasting", False),
            settled=entry.get("settled", False),
            unlike=tuple(entry.get("unlike", ())),
            **{kind: _links(entry.get(kind, ())) for kind in ("entails", "incompatible", "denies")},
        )
    except KeyError as error:
        raise DataError(f"codes/events.toml: {name} has no {error}; add it") from error


def _links(entries: Any) -> tuple[Link, ...]:
    return tuple((entry["code"], entry["agent"]) for entry in entries)


def _degree(entry: dict[str, Any]) -> Pattern:
    try:
        return Pattern(entry["degree"], frozenset(entry["codes"]), re.compile(entry["pattern"]), entry["example"])
    except re.error as error:
        raise DataError(f"codes/degrees.toml: {entry['pattern']!r} is no regular expression: {error}; mend it") from error


def _named_place(entry: dict[str, Any]) -> tuple[re.Pattern[str], str]:
    try:
        return re.compile(entry["pattern"].replace("{name}", NAME)), entry["example"]
    except re.error as error:
        raise DataError(f"codes/whereabouts.toml: {entry['pattern']!r} is no regular expression: {error}; mend it") from error


def _whose(first: str, second: str) -> str:
    return "same" if first == second else "opponent"


def _follows(by_code: dict[str, Code]) -> dict[tuple[str, str], tuple[frozenset[Link], frozenset[Link]]]:
    """Returns, by code and polarity, what is affirmed and what is ruled out: the closure over `entails`, one way only."""
    said = {name: _closure(name, by_code) for name in by_code}
    follows: dict[tuple[str, str], tuple[frozenset[Link], frozenset[Link]]] = {}
    for name, code in by_code.items():
        excluded = {(o, _whose(whose, w)) for c, whose in said[name] for o, w in by_code[c].incompatible}
        follows[name, "positive"] = (said[name], frozenset(excluded))
        stronger = {(other, whose) for other in by_code for c, whose in said[other] if c == name}
        follows[name, "negative"] = (frozenset(), frozenset({(name, "same"), *stronger, *code.denies}))
    return follows


def _closure(name: str, by_code: dict[str, Code]) -> frozenset[Link]:
    found: set[Link] = set()
    waiting: list[Link] = [(name, "same")]
    while waiting:
        link = waiting.pop()
        if link not in found:
            found.add(link)
            waiting += [(code, _whose(link[1], whose)) for code, whose in by_code[link[0]].entails]
    return frozenset(found)
