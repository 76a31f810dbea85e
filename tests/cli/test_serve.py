"""serve: it migrates, answers, and stops when told to."""

import socket
from http.client import HTTPConnection

from tests.cli.process import Operator, is_refused
from tests.cli.server import Server


def test_it_migrates_answers_and_stops(newcomer: Operator) -> None:
    with Server(newcomer) as server:
        held_open = HTTPConnection("127.0.0.1", server.port)
        held_open.request("GET", "/en/record/")
        assert b"<html" in held_open.getresponse().read()
    assert server.ended is not None
    assert "Traceback" not in server.ended.err
    assert "GET" not in server.ended.err + server.ended.text
    assert server.seconds_to_stop < 5
    held_open.close()


def test_several_workers_answer_and_stop(operator: Operator) -> None:
    with Server(operator, "serve", "--workers", 2) as server:
        assert server.get("/healthz") == b"ok"
    assert server.seconds_to_stop < 5


def test_a_port_that_is_taken_is_one_line(operator: Operator) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = operator.run("serve", "--port", port)
    assert is_refused(run, "Address already in use", str(port))


def test_no_such_port(operator: Operator) -> None:
    run = operator.run("serve", "--port", 70_000)
    assert (run.status, run.out) == (2, b"")
    assert "Traceback" not in run.err


def test_a_setting_that_makes_no_sense_is_one_line(operator: Operator) -> None:
    run = operator.run("serve", HORSESHOE_THREADS="none")
    assert is_refused(run, "HORSESHOE_THREADS", "whole number")
