"""Values of the model to plain JSON values and back, without loss: `decode(type(x), encode(x)) == x`."""

import dataclasses
import functools
import types
import typing
from typing import Any, TypeVar

T = TypeVar("T")


def encode(value: Any) -> Any:
    """Returns a value of the model as dicts, lists, strings, numbers and None; fields at their default are left out."""
    if isinstance(value, tuple | list):
        return [encode(v) for v in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = _fields(type(value))
        return {name: encode(v) for name, (_, default) in fields.items() if (v := getattr(value, name)) != default}
    return value


def decode(kind: type[T], data: Any) -> T:
    """Returns the value of type `kind` that `encode` turned into `data`.

    Raises:
        TypeError: `data` lacks a field that has no default, or has one that `kind` does not know.
    """
    return typing.cast(T, _decoder(typing.cast(Any, kind))(data))


@functools.cache
def _fields(kind: Any) -> dict[str, tuple[Any, Any]]:
    hints = typing.get_type_hints(kind)
    missing = dataclasses.MISSING
    return {
        f.name: (hints[f.name], f.default if f.default is not missing else (() if f.default_factory is not missing else missing))
        for f in dataclasses.fields(kind)
    }


@functools.cache
def _decoder(kind: Any) -> Any:
    """Returns a function that decodes one type: a dataclass, Span, tuple[X, ...], an optional, or a plain value."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _decoder(next(a for a in arguments if a is not types.NoneType))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        item = _decoder(arguments[0])
        return lambda data: tuple(item(d) for d in data)
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_make"):
        return kind._make
    if dataclasses.is_dataclass(kind):
        record: Any = kind
        decoders = {name: _decoder(hint) for name, (hint, _) in _fields(record).items()}
        return lambda data: record(**{name: decoders[name](value) for name, value in data.items()})
    return lambda data: data
