"""The program's own sources, for tests that read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"


@cache
def parsed(folder: Path) -> dict[str, ast.Module]:
    """The modules of a folder by their path from the root."""
    return {
        str(file.relative_to(ROOT)): ast.parse(file.read_text(encoding="utf-8"), file.name)
        for file in sorted(folder.rglob("*.py"))
    }


def calls(name: str, folder: Path = APP) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function or method of this name, with the path of its module."""
    for path, module in parsed(folder).items():
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                called = node.func
                if name in (getattr(called, "id", None), getattr(called, "attr", None)):
                    yield path, node


def constant(node: ast.Call, position: int = 0) -> str | None:
    """An argument that is written out as a text."""
    if len(node.args) > position:
        argument = node.args[position]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            return argument.value
    return None


def imports(module: ast.Module) -> Iterator[str]:
    """The names of all modules that are imported, wherever in the file."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
