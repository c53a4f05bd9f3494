"""Dates that take their year from the next one: "in April and June 1955", "26 June to 4 August 1952"."""

from dataclasses import replace

from counterclaim.reading.times_rules import MONTHS, Draft

_YEARS = ("YEAR", "BC", "BCHEAD", "NUM")
_JOINED = 2


def borrowed_years(drafts: list[Draft]) -> list[Draft]:
    """Returns the candidates; a month or day without a year that stands right before one with a year takes it over."""
    found = list(drafts)
    for at in range(len(found) - 2, -1, -1):
        here, there = found[at], found[at + 1]
        if _bare(here) and _dated(there) and here.block is there.block and _joined(here, there):
            found[at] = _with_year_of(here, there)
    return found


def _month(draft: Draft) -> int | None:
    return next((int(draft.roles[r][0]) for r in MONTHS if r in draft.roles), None)


def _bare(draft: Draft) -> bool:
    """Tells whether a candidate names a month or season and nothing that gives it a year."""
    named = any(role in draft.roles for role in (*MONTHS, "SEASON", "SURESEASON"))
    return draft.rule.kind == "date" and named and not any(r in draft.roles for r in (*_YEARS, "YEARWORD", "YY", "LAST", "NEXT", "THIS"))


def _dated(draft: Draft) -> bool:
    named = any(role in draft.roles for role in (*MONTHS, "SEASON"))
    return draft.rule.kind in ("date", "days") and named and any(r in draft.roles for r in ("YEAR", "BC", "BCHEAD"))


def _joined(left: Draft, right: Draft) -> bool:
    """Tells whether at most two words, and no end of a line or sentence, stand between two candidates."""
    between = left.block.words[left.stop : right.first]
    return len(between) <= _JOINED and not any(word in ".!?\n;(" for word in between)


def _with_year_of(left: Draft, right: Draft) -> Draft:
    roles = dict(left.roles) | {r: right.roles[r] for r in _YEARS if r in right.roles}
    first, second = _month(left), _month(right)
    if first is not None and second is not None and first > second and "YEAR" in roles:
        roles["YEAR"] = [roles["YEAR"][0] - 1]
    return replace(left, roles=roles)
