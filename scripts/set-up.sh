#!/bin/sh
# Makes a virtual environment (or completes one) with the locked packages and this project in it.
# Usage: set-up.sh FOLDER LOCK_FILE...; the variable PYTHON names the Python to use, if not the newest found.
set -eu

venv=$1
shift
here=$(dirname "$0")

recent='import sys; sys.exit(sys.version_info < (3, 11))'

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c "$recent" 2>/dev/null; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

if ! "$venv/bin/python" -c 'import pip' >/dev/null 2>&1; then
    if ! python=$(find_python); then
        echo "Python 3.11 or newer is needed and was not found${PYTHON:+ under the name $PYTHON}." >&2
        echo "If it is installed under another name: make PYTHON=/path/to/python3 ..." >&2
        exit 1
    fi
    "$python" "$here/system_packages.py" venv
    echo "Making $venv with $("$python" --version 2>&1)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi

for lock in "$@"; do
    echo "Installing the packages of $lock"
    "$venv/bin/python" -m pip install --quiet --no-warn-script-location --require-hashes -r "$lock"
done
# The project itself, in place: needs nothing from outside.
"$venv/bin/python" -m pip install --quiet --no-index --no-deps --no-build-isolation --editable .
pwd >"$venv/.root"
