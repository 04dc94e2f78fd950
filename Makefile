# Everything is set up in .venv by the first target that needs it; nothing
# outside this folder is touched but the package cache and the gazetteer's.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPORA ?= ../shared

.PHONY: demo test check install score bench train docs test-postgres lock clean

demo: $(VENV)/.installed ## set up, read the sample reports, open the workbench
	@$(BIN)/fogline demo

test: $(VENV)/.dev ## set up what tests need and run them
	@$(BIN)/python -m pytest

install: $(VENV)/.installed $(VENV)/.dev

check: $(VENV)/.dev ## what the continuous integration runs: format, lint, strict types, tests
	@$(BIN)/ruff format --check src tests runs examples bench
	@$(BIN)/ruff check src tests runs examples bench
	@$(BIN)/mypy
	@$(BIN)/python -m pytest

score: $(VENV)/.installed ## figures on held-back articles, where the corpora are
	@$(BIN)/fogline evaluate --corpora $(CORPORA) --record evaluation/figures.json

bench: $(VENV)/.installed ## speed and memory, side by side in one run
	@$(BIN)/fogline bench

train: $(VENV)/.dev ## the reader, from base weights to ONNX (needs the corpora)
	@$(BIN)/pip install -q --disable-pip-version-check -e '.[train]'
	@CORPORA=$(CORPORA) PYTHON=$(BIN)/python sh runs/train.sh

docs: $(VENV)/.dev ## check that every command and setting is documented
	@$(BIN)/python -m pytest tests/test_docs.py

test-postgres: $(VENV)/.dev ## the ledger's tests on a throw-away PostgreSQL
	@PYTHON=$(BIN)/python bash runs/test-postgres.sh

lock: $(VENV)/.dev ## renew the pinned dependencies
	@$(BIN)/pip install -q --disable-pip-version-check uv
	@$(BIN)/uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-header pyproject.toml --extra postgres -o requirements.lock
	@$(BIN)/uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-header --group dev -c requirements.lock -o requirements-dev.lock

$(VENV)/.installed: requirements.lock pyproject.toml
	@echo "Setting up in $(VENV) (a minute or two the first time) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed requirements-dev.lock
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) build dist src/*.egg-info
