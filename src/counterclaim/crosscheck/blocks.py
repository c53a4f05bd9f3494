"""Where claims meet: blocks of near places, near days and one family of codes, so that the cost grows with the claims, not their square.

A block's key is a string. `d|...` holds one report's claims; `p|...` a family's claims in one cell and window of days, where claims of
different reports meet; `o|...` one voice's claims of a family and cell in a longer window, where it may change its answer; `q|...` a
family's claims in one cell and month, from which questions and events are made. A pair may share
several blocks; the first key in order owns it, so that it is compared once, wherever and whenever its block is checked.
"""

import math

from counterclaim.crosscheck.stands import DAY, accuses_outright, agent_of, denies_own_deed, hours, said_at, things_of, unlisted_places
from counterclaim.knowledge.codes import load_codes
from counterclaim.model import Claim


def block_keys(claim: Claim) -> tuple[str, ...]:
    """Returns the keys of the blocks that a claim lies in, sorted; a claim without a code meets only those of its own report."""
    if claim.event is None:
        return (f"d|{claim.document}",)
    codes = load_codes()
    family = codes.family(claim.event.code)
    keys = {f"d|{claim.document}"}
    cells = [*_things(claim), *(f"n:{name}" for name in unlisted_places(claim, codes)), *_cells(claim), *_charges(claim)]
    for cell in cells:
        keys |= {f"p|{family}|{cell}|{window}" for window in _windows(claim)}
    keys |= {f"o|{party}|{family}|{cells[0]}|{window}" for window, party in _returns(claim)} if cells else set()
    month = (claim.time.begin if claim.time and claim.time.begin else claim.published or "")[:7]
    home = cells[0] if cells and cells[0][:2] not in ("a:", "w:") else f"d:{claim.document}"
    keys.add(f"q|{family}|{home}|{month}")
    return tuple(sorted(keys))


def _returns(claim: Claim) -> list[tuple[int, str]]:
    """Returns the long windows in which one voice may come back to one lasting matter with another answer, with whose voice it is."""
    codes = load_codes()
    code = codes.get(claim.event.code) if claim.event else None
    party = (claim.source.party_id or claim.source.party) if claim.source and claim.attribution is not None else None
    moment = said_at(claim)
    if code is None or code.deed or code.family == "toll" or party is None or moment is None:
        return []
    window = math.floor(moment / DAY / codes.settings["days"]["update"])
    return [(window, party.replace("|", " ")), (window + 1, party.replace("|", " "))]


def owns(key: str, one: frozenset[str], other: frozenset[str]) -> bool:
    """Tells whether the block `key`, in which two claims meet, owns the pair, given the keys of each: the first that they share does."""
    return key == min(one & other)


def _things(claim: Claim) -> list[str]:
    """Returns the cells of the rare things that a claim of a deed names, in which it is asked who did it, wherever that was."""
    codes = load_codes()
    return [f"t:{thing}" for thing in sorted(things_of(claim, codes) & codes.rare)][:2]


def _charges(claim: Claim) -> list[str]:
    """Returns the cell in which an accusation meets the denial of the accused that names no place."""
    codes = load_codes()
    agent = claim.event.agent if claim.event else None
    if agent is None or not (denies_own_deed(claim, codes) or accuses_outright(claim, codes)):
        return []
    return [f"a:{agent.side}"]


def _cells(claim: Claim) -> list[str]:
    """Returns the cells of a claim's place, its own first, then those whose border is near; for a campaign, its agent or country."""
    event, place = claim.event, claim.place
    codes = load_codes()
    code = codes.get(event.code) if event else None
    if code is not None and code.scope == "campaign":
        if place is None and (code.agentless or agent_of(claim, codes) is None):
            return [f"w:{code.code}"]
        country = place.place.country if place else None
        agent = None if code.agentless else agent_of(claim, codes)
        return [key for key in (agent and f"s:{agent}", country and f"c:{country}") if key]
    if place is None:
        return []
    if place.place.point is None:
        return []
    limits = codes.settings["places"]
    size = limits["cell_degrees"]
    latitude, longitude = place.place.point
    y, x = latitude / size, longitude / size
    reach_y = limits["facility_km"] / 111.2 / size
    reach_x = min(0.5, reach_y / max(0.05, math.cos(math.radians(latitude))))
    rows = dict.fromkeys((math.floor(y), math.floor(y - reach_y / 2), math.floor(y + reach_y / 2)))
    columns = dict.fromkeys((math.floor(x), math.floor(x - reach_x / 2), math.floor(x + reach_x / 2)))
    return [f"{row}:{column}" for row in rows for column in columns]


def _windows(claim: Claim) -> list[int]:
    """Returns the windows of days that a claim lies in: two that overlap, so that claims no farther apart than one window share one."""
    limits = load_codes().settings["days"]
    width = max(limits["state"], limits["deed"]) + 1
    begin = hours(claim.time.begin) if claim.time and claim.time.begin else None
    moments = [m for m in (said_at(claim), begin) if m is not None]
    days = {math.floor(m / DAY / width) for m in moments}
    return sorted(days | {d + 1 for d in days})
