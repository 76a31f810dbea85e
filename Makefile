PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin

.PHONY: setup demo serve test check test-long bench measure lock words clean

setup: .venv/ready

.venv/ready: requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	touch $@

demo: setup  ## build the demonstration and serve it on PORT
	$(BIN)/python -m app demo --port $(PORT)

serve: setup
	$(BIN)/python -m app serve --port $(PORT)

check: setup  ## everything that reads the code without running it
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/djlint templates --check --lint --quiet

test: check  ## what CI runs; says at its end what it skipped
	$(BIN)/pytest -n 3 --dist worksteal -m "not long"

test-long: setup  ## longer runs; their reports go to docs/
	$(BIN)/pytest -m long

bench: setup  ## one file per budget, each a ratio to its reference in the same run
	for file in benchmarks/bench_*.py; do $(BIN)/python $$file || exit 1; done

measure: setup  ## how well texts are cut and matched: docs/splitting.md, docs/matching.md
	$(BIN)/python benchmarks/splitting.py tests/data/splitting/*.jsonl > docs/splitting.md
	$(BIN)/python benchmarks/matching.py tests/data/matching/*.jsonl > docs/matching.md

lock:  ## resolve the dependencies anew; names no registry
	$(BIN)/python -m pip install --quiet uv==0.13.9
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -o requirements.lock

clean:
	rm -rf .venv var

words: setup  ## bring the catalogues up to the templates; new words await translation
	mkdir -p var
	$(BIN)/pybabel -q extract -F pyproject.toml -k _ --ignore-dirs '.*' --no-location -o var/words.pot .
	for lang in ar zh fr ru es; do \
	  $(BIN)/pybabel -q update -i var/words.pot -o app/data/locale/$$lang.po -l $$lang \
	    --no-fuzzy-matching --ignore-pot-creation-date; done
