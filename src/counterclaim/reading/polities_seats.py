"""The towns that speak for a state which no file names: called its capital, or where the text seats its government."""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.knowledge.lexicon import POSSESSIVE, Hit, Token
from counterclaim.reading.camps import ARMED
from counterclaim.reading.polities_text import Found, Polity, PolityWords

SEATED = 8
"""Tokens between a town and the government that sits in it."""


def seated(found: tuple[Polity, ...], seen: Found) -> tuple[Polity, ...]:
    """Returns the states with the towns that speak for them: called their capital, or where their government is said to be."""
    forms = {form: p.name for p in found if not p.armed_group for form in (p.name, *p.adjectives)}
    seats: dict[str, set[str]] = {}
    for n in range(len(seen.tokens)):
        owner, seat = _capital_of(seen, forms, n) or _government_in(seen, forms, n) or ("", "")
        if owner and seat not in forms:
            seats.setdefault(owner, set()).add(seat)
    return tuple(replace(p, seats=tuple(sorted(seats.get(p.name, ())))) for p in found)


def _capital_of(seen: Found, forms: dict[str, str], n: int) -> tuple[str, str] | None:
    """Returns state and seat of "the Kestrian capital, Talvar", "Talvar, the capital of Kestria" and their like."""
    tokens = seen.tokens
    if tokens[n].key not in seen.table.small["capital"]:
        return None
    before = n - 2 if n > 1 and tokens[n - 1].key == POSSESSIVE else n - 1
    owner, start, after = forms.get(tokens[before].text, ""), before, n + 1
    if not owner and n + 2 < len(tokens) and tokens[n + 1].key in seen.table.small["of"]:
        owner, start, after = forms.get(tokens[n + 2].text, ""), n, n + 3
    after += after < len(tokens) and tokens[after].text == ","
    if owner and seen.free(after):
        return owner, tokens[after].text
    while start > 0 and tokens[start].text != "," and n - start < 4:
        start -= 1
    return (owner, tokens[start - 1].text) if owner and tokens[start].text == "," and seen.free(start - 1) else None


def _government_in(seen: Found, forms: dict[str, str], n: int) -> tuple[str, str] | None:
    """Returns state and seat where a one-word source is a town in which the text has a state's government or president."""
    tokens = seen.tokens
    if tokens[n].key not in seen.table.small["in"] or not seen.free(n + 1) or tokens[n + 1].text not in seen.said:
        return None
    near = {forms[t.text] for t in _clause(tokens, n) if t.text in forms}
    ruling = any(h.first < n + SEATED and h.last > n - SEATED and _ruling(h, seen.table) for h in seen.hits)
    return (near.pop(), tokens[n + 1].text) if len(near) == 1 and ruling else None


def _clause(tokens: Sequence[Token], n: int) -> Sequence[Token]:
    """Returns the tokens around one up to the next full stops, not far."""
    first, last = n, n
    while first > max(0, n - SEATED) and tokens[first - 1].text != ".":
        first -= 1
    while last < min(len(tokens), n + SEATED) and tokens[last].text != ".":
        last += 1
    return tokens[first:last]


def _ruling(hit: Hit, table: PolityWords) -> bool:
    """Tells whether a name is of those who rule: a head of state or a civil institution; armies are in many towns."""
    return any(
        (t.kind == "title" and t.key in table.titles) or (t.kind == "institution" and t.key in table.institutions and t.key not in ARMED)
        for t in hit.terms
    )
