# Cutline. `make` or `make help` lists what can be done; nothing but python3 (with venv),
# make and a C compiler is needed.

PYTHON ?= python3
PORT ?= 8000
CUTLINE_DATA ?= var
export PORT CUTLINE_DATA

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.installed
TOOLS := $(VENV)/.installed-dev
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
# What collectstatic writes with; the settings use it by themselves once it has.
HASHED := whitenoise.storage.CompressedManifestStaticFilesStorage

.DEFAULT_GOAL := help
.PHONY: bench bench-restart drill hosts bench-claims help run stand-in test lint style types contracts templates migrations catalogues suite \
	looks fuzz fuzz-api format messages lock check-captures check-drafts check-forms lighthouse screenshots clean audit

help: ## list the targets
	@echo "Cutline: make <target>  (PORT=$(PORT), CUTLINE_DATA=$(CUTLINE_DATA))"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: $(RUNTIME) ## start the site, its worker and its clock on PORT; the first start loads all known draws
	@$(BIN)/python manage.py migrate --no-input --verbosity 0
	@$(BIN)/python manage.py load_bundled
	@$(BIN)/python manage.py look_at_rules
	@$(BIN)/python manage.py load_demo
	@$(BIN)/python manage.py demo_accounts --first-start
	@$(BIN)/python manage.py release_data >/dev/null
	@STATIC_STORAGE=$(HASHED) $(BIN)/python manage.py collectstatic --no-input --verbosity 0
	@exec $(BIN)/python manage.py up

stand-in: $(RUNTIME) ## serve a copy of the official feed on a local port; it can misbehave on request
	@exec $(BIN)/python manage.py stand_in

test: lint suite ## every check and the whole suite, on SQLite and on PostgreSQL with Redis where they answer

lint: style types contracts templates migrations catalogues ## every check that is not a test

style: $(TOOLS) ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TOOLS) ## mypy
	$(BIN)/mypy .

contracts: $(TOOLS) ## import-linter: who may import whom
	$(BIN)/lint-imports --no-logo

templates: $(TOOLS) ## djlint
	$(BIN)/djlint --lint --quiet templates

migrations: $(TOOLS) ## models and migrations agree
	$(BIN)/python manage.py makemigrations --check --dry-run

catalogues: $(TOOLS) ## the French is complete, current and compiled
	$(BIN)/python manage.py messages --check

suite: $(TOOLS) ## only the tests
	@.ci/suite

looks: $(TOOLS) ## axe on every state of every page: both languages, two widths, light and dark (needs Chromium)
	$(BIN)/python -m pytest -m slow config/tests/browser

fuzz-api: $(TOOLS) ## ask each address of the API a thousand times, by its own description (Schemathesis)
	API_TRIES=1000 $(BIN)/python -m pytest config/tests/test_api_contract.py --numprocesses auto

fuzz: $(TOOLS) ## ask every address of a public site what nobody expects, for five minutes; FUZZ="60 7": seconds, seed
	@$(BIN)/python -m config.tests.security.fuzz $(FUZZ)

format: $(TOOLS) ## rewrite the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: $(TOOLS) ## collect new strings into locale/fr, drop dead ones, compile
	$(BIN)/python manage.py messages

lock: ## make requirements.txt and requirements-dev.txt again from pyproject.toml (needs uv)
	uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header \
		pyproject.toml --output-file requirements.txt
	uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header \
		pyproject.toml --group dev --constraints requirements.txt --output-file requirements-dev.txt

check-forms: $(TOOLS) ## 500 random filters in every form, and the memory that 44,800 draws need
	$(BIN)/python -m config.tests.check_forms

bench-claims: $(TOOLS) ## how well statements are judged: changes found, true articles stopped, speed
	@$(BIN)/python manage.py bench_claims

check-drafts: $(TOOLS) ## read the draft of every round against the record: none is stopped
	$(BIN)/python -m pytest -m slow articles/tests/test_claims_drafts.py

bench-growth: $(TOOLS) ## what pages cost with a hundred times the record, as ratios: docs/growth.md
	@$(BIN)/python -m config.bench.growth $(BENCH)

bench: $(TOOLS) ## requests a second by each way to a page, and what was promised (needs wrk, nginx, PostgreSQL, Redis)
	@$(BIN)/python -m config.bench.speed $(BENCH)

bench-restart: $(TOOLS) ## that no request fails while the web processes are restarted (needs wrk and nginx)
	@$(BIN)/python -m config.bench.restart

drill: $(TOOLS) ## take parts away from a running site, and see that nothing is lost, doubled or wrong: docs/drills.md
	@$(BIN)/python -m config.drills $(DRILL)

hosts: $(TOOLS) ## the site on hosts of its own, each taken away in turn (root; needs nginx, PostgreSQL, Redis, iproute2)
	@$(BIN)/python -m config.bench.hosts

audit: $(TOOLS) ## look up known weaknesses of the locked packages; fails, and says so, where it cannot
	@$(BIN)/python -m config.tests.check_packages

lighthouse: $(TOOLS) ## Lighthouse’s marks for the site that runs on PORT (needs Node and Chromium)
	$(BIN)/python -m config.tests.browser.lighthouse

screenshots: $(TOOLS) ## pictures of each kind of page in var/screenshots (needs Chromium)
	$(BIN)/python -m config.tests.browser.screenshots

check-captures: $(RUNTIME) ## hold the record as it was against copies of the official file in CAPTURES
	@$(BIN)/python manage.py check_captures $(CAPTURES)

clean: ## remove the virtual environment and the tools' caches, never the data
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Cutline needs Python 3.11 or newer.")'
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.txt | $(BIN)/python
	$(INSTALL) -r requirements.txt
	@touch $@

# Everything in requirements.txt is in requirements-dev.txt too, at the same version.
$(TOOLS): requirements-dev.txt | $(BIN)/python
	$(INSTALL) -r requirements-dev.txt
	@touch $@ $(RUNTIME)
