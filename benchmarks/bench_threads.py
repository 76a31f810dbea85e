"""How many threads a server on SQLite wants: the delegation's matrix under several clients."""

from contextlib import ExitStack
from functools import partial
from statistics import median
from tempfile import TemporaryDirectory

from client import rate, request
from measure import Report, is_quick
from stage import HORSESHOE, SLUG, rehearsed, serving, sign_in, sqlite

THREADS = (1, 2, 4, 40)
CLIENTS = 8


def main() -> None:
    quick = is_quick(__doc__)
    rounds, lasts = (2, 1.0) if quick else (5, 3.0)
    rates: dict[int, list[float]] = {threads: [] for threads in THREADS}
    with TemporaryDirectory() as folder, ExitStack() as servers:
        url = sqlite(folder)
        sessions = rehearsed(url, 15, 16, 5)
        cookie = sign_in(sessions, "M2")
        sessions.kw["bind"].dispose()
        asking = {}
        for threads in THREADS:
            started = serving(HORSESHOE, HORSESHOE_DATABASE_URL=url, HORSESHOE_THREADS=str(threads))
            port = servers.enter_context(started)
            asked = request(f"/briefings/{SLUG}/positions", port, Cookie=cookie)
            asking[threads] = partial(
                rate, port, asked, status=200, connections=CLIENTS, lasts=lasts
            )
        for _ in range(rounds):
            for threads, ask in asking.items():
                rates[threads].append(ask())
    _show(rates)


def _show(rates: dict[int, list[float]]) -> None:
    report = Report(
        "Threads on SQLite, matrix 16 × 5", f"the same server with one thread; {CLIENTS} clients"
    )
    one = median(rates[1])
    for threads, found in rates.items():
        ratio = median(mine / first for mine, first in zip(found, rates[1], strict=True))
        measured = f"{median(found):.0f}/s"
        report.add(f"{threads} threads", measured, f"{one:.0f}/s", f"{ratio:.2f}", "")
    report.show()


if __name__ == "__main__":
    main()
