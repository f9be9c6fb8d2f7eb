"""What takes seconds to find out, found once in a process for all who look at it there."""

import pytest

from tests.explored import Scene, find_every_scene


@pytest.fixture(scope="session")
def every_scene() -> list[Scene]:
    return find_every_scene()
