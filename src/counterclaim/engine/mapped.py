"""A pure function over items: results in the order of the items, the same on every engine, few items in memory at once."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Any, TypeVar

from counterclaim import plugins
from counterclaim.plugins import Engine, PluginError, plugin

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 32
"""Items that travel to a worker together."""
CHUNKS_A_WORKER = 3
"""Chunks that are under way for each worker: one at work, the others waiting."""


class EngineError(RuntimeError):
    """The engine is unknown, not installed, or lost its workers; the message says what to do."""


def mapped(function: Callable[[Item], Result], items: Iterable[Item], workers: int = 1, engine: str | None = None) -> Iterator[Result]:
    """Yields `function(item)` for each item, in order.

    Args:
        function: pure; for more than one worker a function of a module, or a partial of one, that pickles.
        items: read as results are taken, at most a few chunks for each worker ahead.
        workers: how many processes or tasks; 1 or fewer runs here.
        engine: "serial", "processes", "ray" or a plugin's name; None for serial with one worker, else processes.

    Raises:
        EngineError: the engine is unknown or not installed, or a worker died.
    """
    try:
        run: Engine = plugin(plugins.ENGINES, engine or ("serial" if workers <= 1 else "processes"), ENGINES)
    except PluginError as error:
        raise EngineError(str(error)) from error
    return run(function, items, max(workers, 1))


def _serial(function: Callable[[Item], Result], items: Iterable[Item], workers: int) -> Iterator[Result]:
    return map(function, items)


def _processes(function: Callable[[Item], Result], items: Iterable[Item], workers: int) -> Iterator[Result]:
    """Runs in spawned processes; work that fills no more than one chunk runs here, as starting processes would cost more."""
    iterator = iter(items)
    head = list(islice(iterator, CHUNK + 1))
    if len(head) <= CHUNK:
        yield from map(function, head)
        return
    executor = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _leave_interrupts_to_us)
    try:
        yield from _in_flight(
            lambda part: executor.submit(_chunk, function, part), _result, chain(head, iterator), workers * CHUNKS_A_WORKER
        )
    except BrokenProcessPool as error:
        raise EngineError("a worker process died, most often for want of memory; try again with fewer workers") from error
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _ray(function: Callable[[Item], Result], items: Iterable[Item], workers: int) -> Iterator[Result]:
    """Runs as tasks of a Ray cluster (the one at RAY_ADDRESS, else one started here, which reports to nobody)."""
    try:
        import ray  # noqa: PLC0415 (heavy and optional)
    except ImportError as error:
        raise EngineError("the engine 'ray' needs an extra: pip install 'counterclaim[ray]'") from error
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    if not ray.is_initialized():
        ray.init(log_to_driver=False, include_dashboard=False)
    task = ray.remote(_chunk)
    shared = ray.put(function)
    yield from _in_flight(lambda part: task.remote(shared, part), ray.get, items, workers * CHUNKS_A_WORKER)


def _in_flight(
    start: Callable[[list[Item]], Any], finish: Callable[[Any], list[Result]], items: Iterable[Item], most: int
) -> Iterator[Result]:
    """Keeps at most `most` chunks under way and yields their results in the order of the items."""
    iterator = iter(items)
    waiting: deque[Any] = deque()
    while part := list(islice(iterator, CHUNK)):
        waiting.append(start(part))
        if len(waiting) >= most:
            yield from finish(waiting.popleft())
    while waiting:
        yield from finish(waiting.popleft())


def _leave_interrupts_to_us() -> None:
    """Lets Ctrl-C end the program once, here, and not with a traceback of each worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _result(future: Future[list[Result]]) -> list[Result]:
    return future.result()


def _chunk(function: Callable[[Item], Result], part: list[Item]) -> list[Result]:
    return [function(item) for item in part]


ENGINES: dict[str, Callable[..., Iterator[Any]]] = {"serial": _serial, "processes": _processes, "ray": _ray}
