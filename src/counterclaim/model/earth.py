"""Distances on the Earth."""

import math

EARTH_KM = 6371.0
"""Mean radius."""


def great_circle_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Returns the great-circle distance of two points (latitude, longitude in degrees), in km (haversine)."""
    (lat1, lon1), (lat2, lon2) = ([math.radians(x) for x in point] for point in (one, other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
