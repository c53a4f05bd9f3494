"""The engine: maps a pure function over items, in order, on one core, on many, or on a cluster. Knows nothing of news."""

from counterclaim.engine.mapped import ENGINES, EngineError, mapped

__all__ = ["ENGINES", "EngineError", "mapped"]
