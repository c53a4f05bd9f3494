"""Results come in the order of the items, the same on every engine, and few items are in memory at once."""

import functools
import importlib.util
import operator
import os

import pytest

from counterclaim.engine import ENGINES, EngineError, mapped
from counterclaim.engine.mapped import CHUNK, CHUNKS_A_WORKER

SIZES = [(0, "none"), (1, "one"), (CHUNK, "a chunk, which runs here"), (CHUNK + 1, "just over a chunk"), (500, "many chunks")]


@pytest.mark.parametrize("engine", ["serial", "processes"])
@pytest.mark.parametrize(("size", "why"), SIZES)
def test_order_and_results(engine, size, why):
    assert list(mapped(functools.partial(pow, 3), range(size), 2, engine)) == [3**n for n in range(size)], why


def test_ray_gives_the_same():
    if importlib.util.find_spec("ray") is None:
        pytest.skip("the extra 'ray' is not installed")
    assert list(mapped(functools.partial(pow, 3), range(100), 2, "ray")) == [3**n for n in range(100)]


def test_engine_that_is_not_installed_says_how():
    if importlib.util.find_spec("ray") is not None:
        pytest.skip("the extra 'ray' is installed")
    with pytest.raises(EngineError, match="pip install 'counterclaim\\[ray\\]'"):
        list(mapped(abs, range(3), 2, "ray"))


def test_unknown_engine_names_those_there_are():
    with pytest.raises(EngineError, match="no engine 'gpu'; there are: processes, ray, serial"):
        mapped(abs, [], engine="gpu")
    assert sorted(ENGINES) == ["processes", "ray", "serial"]


@pytest.mark.parametrize("workers", [1, 2])
def test_items_are_taken_as_results_are(workers):
    taken = []
    items = (taken.append(n) or n for n in range(100_000))
    results = mapped(abs, items, workers)
    for _ in range(5):
        next(results)
    assert len(taken) <= CHUNK * (CHUNKS_A_WORKER * workers + 2)
    results.close() if hasattr(results, "close") else None


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_of_the_function_is_raised(workers):
    results = mapped(functools.partial(operator.floordiv, 1), range(-40, 60), workers)
    with pytest.raises(ZeroDivisionError):
        list(results)


def test_a_worker_that_dies_is_told():
    with pytest.raises(EngineError, match="a worker process died"):
        list(mapped(os._exit, range(100), 2))
