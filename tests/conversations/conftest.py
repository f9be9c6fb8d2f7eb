"""What finding out takes seconds: all who look at it do so in one process."""

import pytest

from tests.explored import Scene, find_every_scene


@pytest.fixture(scope="session")
def every_scene() -> list[Scene]:
    return find_every_scene()
