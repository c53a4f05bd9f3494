"""Parties, offices and publishers as the tables give them: the entries that conflicts and the world layer share."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party of the tables. `descriptions` are common nouns that mean it in this conflict ("paramilitary group").

    `institution` names the institution of its side that it is ("armed-forces", world/institutions.toml), so that "the army" finds it;
    `pronoun` is the one that means it, where it is not plain from the title.
    """

    id: str
    name: str
    kind: str = "organisation"
    side: str | None = None
    faction: str | None = None
    member_of: str | None = None
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    institution: str | None = None
    country: str | None = None
    pronoun: str | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """Who holds an office `since` when, `until` when (both days included). `of`: the id or name of a body, country or place."""

    title: str
    of: str
    holder: str
    aliases: tuple[str, ...] = ()
    side: str | None = None
    since: date | None = None
    until: date | None = None
    pronoun: str | None = None
    example: str | None = None

    def held_on(self, day: date | None) -> bool:
        """Tells whether the holder was in office on `day`; on an unknown day, whether they are still."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet: `kind` agency, newspaper, broadcaster, state-media, blog, magazine or website; `side` whose voice it is."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    side: str | None = None
    kind: str = "newspaper"
    example: str | None = None
