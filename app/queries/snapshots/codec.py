"""Frozen rows as canonical JSON (sorted keys, no spaces, UTF-8), and back by their annotations.

What is stored is read by later versions of the program too: a field that is new since then takes
its default, one that is no more is passed over.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

# Marks a date where the annotation does not say what a value is.
_DATE = "$date"


def canonical(data: object) -> bytes:
    """Canonical JSON, over which hashes are made."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def encode(value: object) -> Any:
    """Rows as plain data; values of mappings that have no annotation keep their dates marked."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {
            str(key): {_DATE: item.isoformat()} if isinstance(item, date) else encode(item)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [encode(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def decode(kind: type[T], data: Any) -> T:
    """Rows out of plain data. Raises KeyError, TypeError or ValueError where they are not there."""
    reader: Callable[[Any], T] = _reader(cast(Any, kind))
    return reader(data)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What reads values of a kind; made once, as thousands are read."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = _reader(next(one for one in arguments if one is not types.NoneType))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        item = _reader(arguments[0])
        return lambda data: tuple(item(one) for one in data)
    if origin in (dict, Mapping):
        key, value = arguments[0], _reader(arguments[1])
        return lambda data: {key(name): value(one) for name, one in data.items()}
    if is_dataclass(kind):
        return _rows(kind)
    if kind is object or kind is Any:
        return _unmarked
    if origin is Literal or kind is None:
        return lambda data: data
    return date.fromisoformat if kind is date else kind


def _rows(cls: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)
    known = {field.name: _reader(hints[field.name]) for field in fields(cls)}
    required = {
        field.name
        for field in fields(cls)
        if field.default is MISSING and field.default_factory is MISSING
    }

    def read(data: Any) -> Any:
        if not required <= data.keys():
            raise KeyError(*sorted(required - data.keys()))
        return cls(**{name: one(data[name]) for name, one in known.items() if name in data})

    return read


def _unmarked(data: Any) -> Any:
    if isinstance(data, dict) and data.keys() == {_DATE}:
        return date.fromisoformat(data[_DATE])
    return data
