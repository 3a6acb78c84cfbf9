# make demo · make test · make lab · make site: each first sets up what it needs, in .venv.

VENV := .venv
BIN := $(VENV)/bin
# uv where it is there; else one of its own, in .uv: apart from the environment, which uv may make anew.
FOUND_UV := $(shell command -v uv 2>/dev/null)
UV := $(or $(FOUND_UV),.uv/bin/uv)
PYTHONS := python3.13 python3.12 python3.11 python3 python
IN_RANGE := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
# Set up once for each Python that is asked for: UV_PYTHON=3.12 make demo
READY := $(VENV)/ready-$(shell printf '%s' '$(UV_PYTHON)' | tr -c 'A-Za-z0-9.' '_')
# Trust what this machine trusts: a school's network may have a certificate authority of its own.
export UV_SYSTEM_CERTS := 1
# What notebooks, JupyterLab and the grading import: compiled at set-up, or each sandbox would do it anew.
NOTEBOOKS := rnncourse.quiet, rnncourse.plotting, keras, sklearn.datasets, sklearn.linear_model, sklearn.model_selection, \
             sklearn.preprocessing, pydot, tqdm.auto, ipywidgets, ipykernel.kernelapp, ipykernel.debugger
STAFF := jupyterlab.labapp, nbgrader.apps, rnnstaff.cli, rnnstaff.running.execute, rnnstaff.intake.restore, \
         rnnstaff.intake.harmless, rnnstaff.classroom.report, rnnstaff.classroom.pool, rnnstaff.authoring.check
SITE := dist/site
SPHINX := $(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --conf-dir site
ROOT_OPTIONS := $(if $(filter 0,$(shell id -u)),--allow-root --ServerApp.ip=127.0.0.1)

.PHONY: ready demo test test-slow nightly lab build check bundle site links format clean

ready: $(READY)

demo: $(READY)
	@$(BIN)/rnncourse demo

test: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pytest

test-slow: $(READY)
	$(BIN)/pytest -m "slow and not nightly" tests

nightly: $(READY)
	$(BIN)/pytest -m nightly tests

# LAB is for more options of JupyterLab, such as LAB="--no-browser --port=9000".
lab: $(READY)
	$(BIN)/rnncourse lab $(ROOT_OPTIONS) $(LAB)

build: $(READY)
	$(BIN)/rnncourse build

check: $(READY)
	$(BIN)/rnncourse build --check

bundle: $(READY)
	@$(BIN)/rnncourse bundle

# MyST-NB puts the figures beside the site, and Sphinx copies them into it.
site: $(READY)
	rm -rf '$(SITE)'
	$(SPHINX) --builder html . '$(SITE)'
	rm -rf '$(dir $(SITE))jupyter_execute' '$(SITE)/.doctrees' '$(SITE)/.buildinfo'

# Do the addresses of other sites still answer? Needs the network.
links: $(READY)
	$(SPHINX) --builder linkcheck . dist/links

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) .uv demo $(SITE) .pytest_cache .ruff_cache

$(READY): pyproject.toml rnncourse/pyproject.toml rnnstaff/pyproject.toml uv.lock | $(if $(FOUND_UV),,.uv/bin/uv)
	@echo "Setting up $(VENV): about 2.5 GB are downloaded the first time"
	@"$(UV)" sync --locked
	@echo "Compiling what is imported, with $$($(BIN)/python --version): about half a minute"
	@unset PYTHONDONTWRITEBYTECODE; export PYDEVD_DISABLE_FILE_VALIDATION=1; \
	 $(BIN)/python -c 'import $(NOTEBOOKS)' & notebooks=$$!; \
	 $(BIN)/python -c 'import $(STAFF)'; staff=$$?; wait $$notebooks && exit $$staff
	@rm -f $(VENV)/ready* && touch '$@'

.uv/bin/uv:
	@for python in $(PYTHONS); do \
	    if $$python -c '$(IN_RANGE)' 2>/dev/null; then \
	        echo "Installing uv, which sets up the rest"; \
	        $$python -m venv .uv || { rm -rf .uv; continue; }; \
	        .uv/bin/python -m pip install --quiet --disable-pip-version-check uv && exit 0; \
	        rm -rf .uv; exit 1; \
	    fi; \
	done; \
	echo "No Python from 3.11 to 3.13 that can make virtual environments was found. Install one (on Debian and Ubuntu:"; \
	echo "sudo apt install python3-venv), or uv (https://docs.astral.sh/uv), which brings its own."; exit 1
