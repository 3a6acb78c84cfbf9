# make demo · make test · make test-slow · make lab: each first sets up what it needs, in .venv.

VENV := .venv
BIN := $(VENV)/bin
# uv where it is there; else one of its own, in .venv. Any Python from 3.11 to 3.13 will do.
UV := $(or $(shell command -v uv 2>/dev/null),$(BIN)/uv)
PYTHONS := python3.13 python3.12 python3.11 python3 python
# Trust what this machine trusts: a school's network may have a certificate authority of its own.
export UV_SYSTEM_CERTS := 1
IN_RANGE := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))

.PHONY: demo test test-slow lab build check format clean

demo: $(VENV)/installed
	$(BIN)/rnncourse demo

test: $(VENV)/installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pytest

test-slow: $(VENV)/installed
	$(BIN)/pytest -m slow tests

lab: $(VENV)/installed
	$(BIN)/jupyter lab --LabApp.default_url=/lab/tree/notebooks

build: $(VENV)/installed
	$(BIN)/rnncourse build

check: $(VENV)/installed
	$(BIN)/rnncourse build --check

format: $(VENV)/installed
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) demo .pytest_cache .ruff_cache

# --inexact keeps the uv that was put into .venv. Bytecode is compiled now, or TensorFlow's first import takes long.
$(VENV)/installed: pyproject.toml uv.lock | $(UV)
	$(UV) sync --locked --inexact --compile-bytecode
	@touch $@

$(BIN)/uv:
	@for python in $(PYTHONS); do \
	    if $$python -c '$(IN_RANGE)' 2>/dev/null; then \
	        echo "Setting up $(VENV) with $$($$python --version)"; \
	        $$python -m venv $(VENV) && $(BIN)/python -m pip install --quiet --disable-pip-version-check uv && exit 0; \
	        echo "The virtual environment could not be made. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; \
	    fi; \
	done; \
	echo "No Python from 3.11 to 3.13 was found. Install one, or uv (https://docs.astral.sh/uv), which brings its own."; exit 1
