# make demo · make test · make lab · make site: each first sets up what it needs, in .venv.

.DEFAULT_GOAL := ready
include rnnstaff/authoring/edition/uv.mk

VENV := .venv
BIN := $(VENV)/bin
# Set up once for each Python that is asked for: UV_PYTHON=3.12 make demo
READY := $(VENV)/ready-$(shell printf '%s' '$(UV_PYTHON)' | tr -c 'A-Za-z0-9.' '_')
# What notebooks, JupyterLab and the grading import: compiled at set-up, or each sandbox would do it anew.
NOTEBOOKS := rnncourse.quiet, rnncourse.plotting, keras, sklearn.datasets, sklearn.linear_model, sklearn.model_selection, \
             sklearn.preprocessing, pydot, tqdm.auto, ipywidgets, ipykernel.kernelapp, ipykernel.debugger
STAFF := jupyterlab.labapp, nbgrader.apps, rnnstaff.cli, rnnstaff.running.execute, rnnstaff.intake.restore, \
         rnnstaff.intake.harmless, rnnstaff.classroom.feedback_page, rnnstaff.classroom.report, \
         rnnstaff.classroom.pool, rnnstaff.authoring.check
SITE := dist/site
SPHINX := $(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --conf-dir site

.PHONY: ready demo test test-slow nightly audit lab build check bundle proxy site links format clean

ready: $(READY)

demo: $(READY)
	@$(BIN)/rnncourse demo

test: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pytest

test-slow: $(READY)
	$(BIN)/pytest -m "slow and not nightly" tests

nightly: $(READY) proxy
	$(BIN)/pytest -m nightly tests
	$(BIN)/rnncourse audit --mutants --through-judge

# How good are the graders? All answers of the bank, three times, and mutants.
audit: $(READY)
	$(BIN)/rnncourse audit --full --seeds 3 --mutants --write

# LAB is for more options of JupyterLab, such as LAB="--no-browser --port=9000".
lab: $(READY)
	$(BIN)/rnncourse lab $(ROOT_OPTIONS) $(LAB)

build: $(READY)
	$(BIN)/rnncourse build

check: $(READY)
	$(BIN)/rnncourse build --check

bundle: $(READY)
	@$(BIN)/rnncourse bundle

# What JupyterHub needs of npm: docs/deploy.md.
proxy: deploy/node_modules/.package-lock.json

deploy/node_modules/.package-lock.json: deploy/package-lock.json
	npm ci --prefix deploy --no-audit --no-fund
	@touch '$@'

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
	rm -rf $(VENV) .uv demo deploy/node_modules $(SITE) .pytest_cache .ruff_cache

$(READY): pyproject.toml rnncourse/pyproject.toml rnnstaff/pyproject.toml uv.lock | $(if $(FOUND_UV),,.uv/bin/uv)
	@echo "Setting up $(VENV): about 2.5 GB are downloaded the first time"
	@"$(UV)" sync --locked
	@echo "Compiling what is imported, with $$($(BIN)/python --version): about half a minute"
	@unset PYTHONDONTWRITEBYTECODE; export PYDEVD_DISABLE_FILE_VALIDATION=1; \
	 $(BIN)/python -c 'import $(NOTEBOOKS)' & notebooks=$$!; \
	 $(BIN)/python -c 'import $(STAFF)'; staff=$$?; wait $$notebooks && exit $$staff
	@rm -f $(VENV)/ready* && touch '$@'
