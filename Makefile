# Everything runs in .venv, made here from any Python 3.11 or newer; no environment has to be active.
#
#   make demo          the flagship answer from the shipped archive
#   make test          every test, on SQLite and on a PostgreSQL that it starts by itself
#   make check         format, lint, types, help text in the docs, and the record files
#   make fix           format, and mend what the linter can
#   make bench         what things cost, as ratios within one run
#   make soak PART=x   the long tests, one part at a time
#   make docs          the site, in build/docs
#   make test-lowest   every test with the lowest versions that pyproject.toml allows
#   make clean         remove what these targets made

PYTHON := .venv/bin/python
LOWEST := .venv-lowest/bin/python

# An editable install points at one folder: in a copied or moved checkout it has to be made again.
HERE := $(shell pwd | cksum | cut -d ' ' -f 1)
DEMO := .venv/installed-for-the-demo-$(HERE)
FULL := .venv/installed-$(HERE)
LOW := .venv-lowest/installed-$(HERE)

# After an upgrade of the system an environment may point at a Python that is gone: then it is made again.
$(shell for venv in .venv .venv-lowest; do test -x $$venv/bin/python || rm -rf $$venv; done)

PIP_INSTALL = -m pip install --quiet --disable-pip-version-check
PYTEST = -m pytest -n auto --maxprocesses 4 --dist worksteal

# What an active environment or a personal setting would change.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME PIP_USER PIP_TARGET PIP_PREFIX

.PHONY: demo test check fix bench soak docs test-lowest clean

demo: $(DEMO)
	$(PYTHON) -m communique demo

test: $(FULL)
	$(PYTHON) $(PYTEST)

check: $(FULL)
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m ruff check
	$(PYTHON) -m mypy
	$(PYTHON) docs/cli_help.py --check
	$(PYTHON) docs/codes_page.py --check
	$(PYTHON) docs/er_diagram.py --check
	$(PYTHON) docs/sql_page.py --check
	$(PYTHON) -m communique check --strict seeds

fix: $(FULL)
	$(PYTHON) -m ruff check --fix-only
	$(PYTHON) -m ruff format

bench: $(FULL)
	$(PYTHON) $(PIP_INSTALL) --editable '.[bench]'
	$(PYTHON) -m bench

soak: $(FULL)
	$(PYTHON) $(PIP_INSTALL) --editable '.[soak]'
	$(PYTHON) -m bench.soak $(PART)

docs: $(FULL)
	$(PYTHON) -m sphinx -W --keep-going -q -b html docs build/docs

test-lowest: $(LOW)
	$(LOWEST) $(PYTEST) -m 'not extras'

clean:
	rm -rf .venv .venv-lowest .hypothesis .mypy_cache .pytest_cache .ruff_cache .coverage .coverage.* dist build htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The demo needs only what users need, so it installs no more; the full set serves the demo too.
$(DEMO): pyproject.toml .venv/pyvenv.cfg
	$(PYTHON) $(PIP_INSTALL) --editable .
	rm -f .venv/installed*
	touch $@

$(FULL): pyproject.toml .venv/pyvenv.cfg
	$(PYTHON) $(PIP_INSTALL) --editable '.[postgresql,async,examples,test,lint,docs]'
	rm -f .venv/installed*
	touch $(DEMO) $@

$(LOW): pyproject.toml tests/lowest.txt .venv-lowest/pyvenv.cfg
	$(LOWEST) $(PIP_INSTALL) --constraint tests/lowest.txt --editable '.[postgresql,async,examples,test]'
	rm -f .venv-lowest/installed*
	touch $@

.venv/pyvenv.cfg .venv-lowest/pyvenv.cfg:
	@rm -rf $(@D)
	@for python in python3 python3.11 python3.12 python3.13 python3.14 /usr/bin/python3; do \
	    if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        echo "$$python -m venv $(@D)"; exec $$python -m venv $(@D); \
	    fi; \
	done; \
	echo "communique needs Python 3.11 or newer with its venv module, and found none:" \
	    "install it (on Debian and Ubuntu: python3.11 and python3.11-venv), then run make again." >&2; \
	exit 1
