"""How many: counts, ranges and measures of a text."""

from counterclaim.model import Quantity


def quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """Returns the quantities of a text, sorted by span."""
    return ()
