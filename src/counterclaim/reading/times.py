"""When: TIMEX3 expressions of a text."""

from counterclaim.model import TimeExpression


def times(text: str, published: str | None, language: str = "en") -> tuple[TimeExpression, ...]:
    """Returns the time expressions of a text, sorted by span."""
    return ()
