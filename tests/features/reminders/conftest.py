from collections.abc import Iterator

import pytest

from tests.postbox import Postbox


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with Postbox() as box:
        yield box
