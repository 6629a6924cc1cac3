#!/bin/sh
# Writes requirements/*.lock anew from pyproject.toml: the newest versions allowed, for Python 3.11 on, for
# Linux, Windows and macOS, with the hash of every file. `make lock` runs it; only this needs uv.
set -eu

tool=.venv-lock
if [ ! -x "$tool/bin/uv" ]; then
    "${PYTHON:-python3}" -m venv "$tool"
    "$tool/bin/python" -m pip install --quiet "uv>=0.9"
fi

compile() {
    "$tool/bin/uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command 'make lock' "$@"
}

compile pyproject.toml -c requirements/qt.txt -o requirements/run.lock
compile --group build -c requirements/run.lock -o requirements/build.lock
compile pyproject.toml --group build --group dev -c requirements/run.lock -c requirements/build.lock \
    -o requirements/dev.lock
compile pyproject.toml --group build --group dev -c requirements/qt-oldest.txt -o requirements/oldest.lock
