"""From nothing to the first page, against the smallest FastAPI application on the same server."""

from collections.abc import Callable
from tempfile import TemporaryDirectory
from time import perf_counter

from measure import Report, in_turns, is_quick, ms
from stage import HORSESHOE, filled, serving, sqlite, uvicorn


def main() -> None:
    rounds = 2 if is_quick(__doc__) else 7
    report = Report("Cold start to first page", "uvicorn with a FastAPI application of one route")
    with TemporaryDirectory() as folder:
        filled(sqlite(folder), 3, 2, 2).kw["bind"].dispose()
        environment = {"HORSESHOE_DATABASE_URL": sqlite(folder)}

        def start_horseshoe() -> float:
            return _until_first(HORSESHOE, "/en/record/", **environment)

        def start_smallest() -> float:
            return _until_first(uvicorn("bare:smallest"), "/healthz")

        pair = in_turns(rounds, start_horseshoe, start_smallest)
    report.add(
        "python -m app serve → /en/record/",
        ms(pair.measured),
        ms(pair.reference),
        f"{pair.ratio:.2f}",
        "≤ 2 s",
    )
    report.show()


def _until_first(command: Callable[[int], list[str]], path: str, **environment: str) -> float:
    began = perf_counter()
    with serving(command, path, **environment):
        return perf_counter() - began


if __name__ == "__main__":
    main()
