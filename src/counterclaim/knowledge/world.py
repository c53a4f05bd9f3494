"""What holds in every war: states, their seats and institutions, international bodies, office-holders, outlets, rivalries."""

import functools
from dataclasses import dataclass

from counterclaim.knowledge.entries import check_unique, entries, table_of
from counterclaim.knowledge.parties import KnownParty, Office, Publisher
from counterclaim.knowledge.tables import ROOT


@dataclass(frozen=True, slots=True)
class Country:
    """A state: `side` where its camp has a short name of its own; `short` the adjective that its institutions' names take.

    `observer` marks a state that speaks on many wars and fights none now.
    """

    iso: str
    name: str
    side: str | None = None
    short: str | None = None
    observer: bool = False
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    example: str | None = None

    @property
    def slug(self) -> str:
        """The name as an id: small letters and hyphens."""
        return slug(self.name)

    @property
    def attribute(self) -> str:
        """The word before an institution's name: "Armenian" Ministry of Defence, "UK" Ministry of Defence."""
        return self.short or (self.adjectives[0] if self.adjectives else self.name)


@dataclass(frozen=True, slots=True)
class Institution:
    """A body that every state has. `name` is its canonical name, with {attribute} for the state; `words` its common nouns.

    `of_state` tells that the government as a whole is meant ("the government"); `group` that "the group" takes it up;
    `alone` is the id of the body of the world that the words mean without a state ("the Red Cross").
    """

    id: str
    name: str
    words: tuple[str, ...]
    kind: str = "organisation"
    of_state: bool = False
    group: bool = False
    alone: str | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True)
class NamedInstitution:
    """One state's own name for an institution ("Israel Defense Forces", "IDF")."""

    country: str
    institution: str
    name: str
    aliases: tuple[str, ...] = ()
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Rivalry:
    """States at war or at daggers drawn, with the regions over which: both are camps wherever either is with the other."""

    countries: tuple[str, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class World:
    """The layer under every conflict."""

    countries: tuple[Country, ...]
    institutions: tuple[Institution, ...]
    named: tuple[NamedInstitution, ...]
    organisations: tuple[KnownParty, ...]
    offices: tuple[Office, ...]
    publishers: tuple[Publisher, ...]
    rivalries: tuple[Rivalry, ...]

    def country(self, iso: str) -> Country | None:
        """Returns a state by its ISO 3166-1 code."""
        return _by_iso().get(iso)


def slug(name: str) -> str:
    """Returns a name as an id: small letters, digits and hyphens; letters of other scripts stay."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold().replace("'", "").replace("’", "")).split())


@functools.cache
def load_world() -> World:
    """Returns the world layer, from `world/*.toml`.

    Raises:
        DataError: a file is damaged; the message names the file and the entry.
    """
    files = {part: ROOT / "world" / f"{part}.toml" for part in ("countries", "institutions", "organisations", "offices")}
    tables = {part: table_of(file) for part, file in files.items()}
    world = World(
        countries=entries(files["countries"], tables["countries"], "country", Country),
        institutions=entries(files["institutions"], tables["institutions"], "institution", Institution),
        named=entries(files["institutions"], tables["institutions"], "named", NamedInstitution),
        organisations=entries(files["organisations"], tables["organisations"], "party", KnownParty),
        offices=entries(files["offices"], tables["offices"], "office", Office),
        publishers=entries(files["organisations"], tables["organisations"], "publisher", Publisher),
        rivalries=entries(files["countries"], tables["countries"], "rivalry", Rivalry),
    )
    check_unique(files["countries"], tuple(c.iso for c in world.countries))
    check_unique(files["institutions"], tuple(i.id for i in world.institutions))
    check_unique(files["organisations"], tuple(p.id for p in world.organisations))
    return world


@functools.cache
def _by_iso() -> dict[str, Country]:
    return {country.iso: country for country in load_world().countries}
