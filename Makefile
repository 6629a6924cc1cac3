# `make run` and `make test` do all the setting up a fresh Linux machine needs; `make help` lists the rest.
# Set-up is done once: the stamp files in .venv say what is already there.

PYTHON ?=
VENV := .venv
PY := $(VENV)/bin/python
OLDEST := .venv-oldest
JOBS ?= 2
PYTEST_ARGS ?=

RUN_STAMP := $(VENV)/.run-stamp
DEV_STAMP := $(VENV)/.dev-stamp
QT_STAMP := $(VENV)/.qt-stamp
WINDOW_STAMP := $(VENV)/.window-stamp
OLDEST_STAMP := $(OLDEST)/.dev-stamp

# A virtual environment knows its place: if the project was moved, the set-up is gone through again.
$(shell [ -e $(VENV)/.root ] && [ "`cat $(VENV)/.root`" != "`pwd`" ] && rm -f $(VENV)/.*-stamp)

export PYTHON
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help setup run demo test test-oldest check format lock bench screenshots dist clean

help: ## list these targets
	@echo 'make TARGET, where TARGET is one of:'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/  \1|\2/p' Makefile | while IFS='|' read -r name what; do \
	    printf '%-14s %s\n' "$$name" "$$what"; done

run: $(RUN_STAMP) ## start the program; without a screen, make the sample workbook and its reports
	@if sh scripts/has-screen.sh; then \
	    $(MAKE) --no-print-directory -s $(WINDOW_STAMP) && exec $(PY) -m app; \
	else \
	    echo 'There is no screen here: making the sample workbook and its reports instead.'; \
	    exec $(PY) -m app demo build/demo --replace; \
	fi

demo: $(RUN_STAMP) ## make the sample workbook and its reports in build/demo
	@$(PY) -m app demo build/demo --replace

test: $(DEV_STAMP) $(QT_STAMP) ## run the tests, without a screen
	@$(PY) -m pytest -n $(JOBS) $(PYTEST_ARGS)

test-oldest: $(OLDEST_STAMP) $(QT_STAMP) ## run the tests on the oldest Qt that the program supports
	@$(OLDEST)/bin/python -m pytest -n $(JOBS) -p no:cacheprovider $(PYTEST_ARGS)

check: $(DEV_STAMP) $(QT_STAMP) ## style, types, layers and translations
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -c "from importlinter.cli import lint_imports_command as main; main()" --no-logo
	$(PY) -m scripts.translations --check

format: $(DEV_STAMP) ## put imports and layout in order
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: $(DEV_STAMP) $(QT_STAMP) ## measure the program on a large workbook
	@$(PY) -m benchmarks

screenshots: $(DEV_STAMP) $(QT_STAMP) ## draw the pictures for the documents
	@$(PY) -m scripts.screenshots

dist: $(DEV_STAMP) ## build the wheel and the source archive in build/dist
	@$(PY) -m build --no-isolation --outdir build/dist

setup: $(DEV_STAMP) $(QT_STAMP) ## only set up, for running and for development

clean: ## remove everything that was made
	rm -rf build $(VENV) $(OLDEST) .venv-lock .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

lock: ## choose the versions anew and write the lock files
	@sh scripts/lock.sh

$(RUN_STAMP): pyproject.toml requirements/run.lock requirements/build.lock
	@sh scripts/set-up.sh $(VENV) requirements/run.lock requirements/build.lock
	@touch $@

$(DEV_STAMP): $(RUN_STAMP) requirements/dev.lock
	@sh scripts/set-up.sh $(VENV) requirements/dev.lock
	@touch $@

$(OLDEST_STAMP): pyproject.toml requirements/oldest.lock
	@sh scripts/set-up.sh $(OLDEST) requirements/oldest.lock
	@touch $@

# The libraries of the system that Qt loads: for drawing without a screen, and those for a window.
$(QT_STAMP): $(RUN_STAMP) scripts/system_packages.py
	@$(PY) scripts/system_packages.py qt
	@touch $@

$(WINDOW_STAMP): $(RUN_STAMP) scripts/system_packages.py
	@$(PY) scripts/system_packages.py window
	@touch $@
