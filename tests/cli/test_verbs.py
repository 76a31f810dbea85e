"""Every verb, begun by a Python that has imported nothing: other tests fork theirs."""

import pytest

from app.cli import VERBS
from tests.cli.process import Operator


@pytest.mark.long
@pytest.mark.parametrize("verb", VERBS)
def test_it_imports_what_it_needs(operator: Operator, verb: str) -> None:
    run = operator.run(verb, "--help", measured=True)

    assert (run.status, run.err) == (0, "")
    assert verb in run.text
