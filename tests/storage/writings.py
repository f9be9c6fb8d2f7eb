"""What was written by one release and is written again by the next, compared. Never which release it was."""

from typing import Any


def assert_stands_in(again: Any, written: Any) -> None:
    """All that was written is written again; beside it there may be what later releases added."""
    if not isinstance(written, dict):
        assert again == written
        return
    for name, value in written.items():
        assert_stands_in(again[name], value)
