"""Brings the Chinese of the window up to date with the sources, or checks that it is.

Usage: python -m scripts.translations [--check]

The labels in app/views are English. lupdate collects them into resources/i18n/window_zh.ts, where
the Chinese is written, and lrelease makes the window_zh.qm that the program loads. With --check
nothing is written, and the exit code is 1 where a label is missing, unfinished or no longer used,
where the {0} of a label and of its translation differ, or where the .qm is not what the .ts gives.
"""

import argparse
import ast
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "i18n" / "window_zh.ts"
SOURCES = (ROOT / "app" / "views", ROOT / "app" / "bootstrap.py")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_MNEMONIC = re.compile(r"&([^&\s])")

# A label: the class that it stands in, its English text, and a remark that tells equal texts apart.
Key = tuple[str, str, str]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts.translations")
    parser.add_argument("--check", action="store_true", help="only say what is not up to date")
    if parser.parse_args(arguments).check:
        complaints = check()
    else:
        update(TS)
        release(TS, TS.with_suffix(".qm"))
        complaints = [*unseen(messages(TS)), *wrong(messages(TS))]
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if not complaints:
        print(f"{len(messages(TS))} labels, all translated")
    return 1 if complaints else 0


def check(ts: Path = TS) -> list[str]:
    """What is not as it should be; empty where everything is."""
    qm = ts.with_suffix(".qm")
    with tempfile.TemporaryDirectory() as scratch:
        fresh_ts, fresh_qm = Path(scratch, ts.name), Path(scratch, qm.name)
        shutil.copyfile(ts, fresh_ts)
        update(fresh_ts)
        release(ts, fresh_qm)
        stored, fresh = messages(ts), messages(fresh_ts)
        stale_qm = not qm.is_file() or qm.read_bytes() != fresh_qm.read_bytes()
    complaints = [f"not in {ts.name}: {_name(key)}" for key in fresh.keys() - stored.keys()]
    complaints += [f"no longer used: {_name(key)}" for key in stored.keys() - fresh.keys()]
    complaints += [*unseen(fresh), *wrong(stored)]
    if stale_qm:
        complaints.append(f"{qm.name} is not what {ts.name} gives")
    if complaints:
        complaints.append("Run python -m scripts.translations, and translate what is new.")
    return complaints


def update(ts: Path) -> None:
    """Take new labels over into the .ts and drop those that are gone."""
    files = [str(file) for file in source_files()]
    options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
    _run("lupdate", *files, *options, "-target-language", "zh_CN", "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    _run("lrelease", "-silent", str(ts), "-qm", str(qm))


def source_files() -> list[Path]:
    found = [
        file for place in SOURCES for file in ([place] if place.is_file() else place.rglob("*.py"))
    ]
    return sorted(found)


def messages(ts: Path) -> dict[Key, str | None]:
    """Every label with its translation; None where that is unfinished."""
    found: dict[Key, str | None] = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            key = (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            found[key] = (translation.text or "") if translation is not None and done else None
    return found


def wrong(labels: dict[Key, str | None]) -> list[str]:
    """Labels that are not translated, or that differ from their translation in placeholders."""
    complaints = []
    for key, translation in labels.items():
        if not translation:
            complaints.append(f"not translated: {_name(key)}")
        elif sorted(_PLACEHOLDER.findall(key[1])) != sorted(_PLACEHOLDER.findall(translation)):
            complaints.append(f"other placeholders: {_name(key)}: {translation!r}")
        elif bool(_MNEMONIC.search(key[1])) != bool(_MNEMONIC.search(translation)):
            complaints.append(f"a mnemonic (&) in one of both only: {_name(key)}: {translation!r}")
    return complaints


def unseen(labels: dict[Key, str | None]) -> list[str]:
    """Calls of tr in the sources whose text lupdate did not find: in f-strings, or no literals."""
    known = {key[:2] for key in labels}
    return [
        f"{file.relative_to(ROOT)}:{line}: lupdate does not see this label of {context}: {text!r}"
        for file in source_files()
        for line, context, text in _calls(ast.parse(file.read_text(encoding="utf-8")), "")
        if (context, text) not in known
    ]


def _calls(node: ast.AST, inside: str) -> Iterator[tuple[int, str, str | None]]:
    """Line, class and text of each call of tr(text) and translate(class, text)."""
    if isinstance(node, ast.ClassDef):
        inside = node.name
    if isinstance(node, ast.Call):
        bare = isinstance(node.func, ast.Name)
        called = getattr(node.func, "id", "") if bare else getattr(node.func, "attr", "")
        if called == "tr":
            # A function of another name is needed for translate: lupdate takes tr for self.tr.
            yield node.lineno, inside, None if bare else _literal(node.args[0])
        elif called == "translate" and len(node.args) > 1:
            yield node.lineno, _literal(node.args[0]) or "?", _literal(node.args[1])
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, inside)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _name(key: Key) -> str:
    context, source, comment = key
    return f"{context}: {source!r}" + (f" ({comment})" if comment else "")


def _run(tool: str, *arguments: str) -> None:
    """Run one of Qt's translation tools, which PySide6 carries; it needs no display."""
    program = shutil.which(tool, path=str(Path(PySide6.__file__).parent))
    if program is None:
        raise SystemExit(f"{tool} is missing from the PySide6 package")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode or done.stderr:
        raise SystemExit(f"{tool} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
