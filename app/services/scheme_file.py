"""A scoring scheme as a file of its own, to be handed on to other workbooks."""

from __future__ import annotations

import json
from pathlib import Path

from app.domain.scheme import Scheme, scheme_as_dict, scheme_from_dict, with_clean_labels
from app.errors import EnvironmentProblem, UserError
from app.store.problems import environment

_LARGEST = 1024 * 1024


def write_scheme(scheme: Scheme, target: Path) -> None:
    """Write a scheme as JSON and read it back; the file appears whole or not at all.

    Raises UserError `scheme.labels`.
    """
    scheme = with_clean_labels(scheme)
    partial = target.with_name(f".{target.name}.partial")
    with environment(target):
        try:
            content = json.dumps(scheme_as_dict(scheme), ensure_ascii=False, indent=2)
            partial.write_text(content + "\n", encoding="utf-8")
            if read_scheme(partial) != scheme:
                raise EnvironmentProblem("disk.failing", path=str(target), detail=partial.name)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)


def read_scheme(file: Path) -> Scheme:
    """The scheme of a file. UserError `scheme.file` where it holds none, `scheme.…` where the
    scheme can't score.
    """
    with environment(file):
        if file.stat().st_size > _LARGEST:
            raise UserError("scheme.file", name=file.name)
        content = file.read_bytes()
    try:
        scheme = scheme_from_dict(json.loads(content))
    except (ValueError, RecursionError):  # no JSON, or no text at all
        raise UserError("scheme.file", name=file.name) from None
    except UserError as error:
        if error.code == "scheme.unreadable":
            raise UserError("scheme.file", name=file.name) from None
        raise
    levels = (level.label for level in scheme.levels)
    names = (scheme.name, *levels, *(band.label for band in scheme.bands))
    if not all(isinstance(text, str) for name in names for text in (name.zh, name.en)):
        raise UserError("scheme.file", name=file.name)
    return with_clean_labels(scheme)
