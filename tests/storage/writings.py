"""What was written by one release and is written again by the next, compared. Never which release it was."""

from datetime import datetime
from typing import Any


def assert_stands_in(again: Any, written: Any) -> None:
    """All that was written is written again; beside it there may be what later releases added."""
    match written:
        case dict():
            for name, value in written.items():
                assert_stands_in(again[name], value)
        case list():
            assert len(again) == len(written)
            for one, other in zip(again, written, strict=True):
                assert_stands_in(one, other)
        case str() if "T" in written and written.endswith("+00:00"):
            assert datetime.fromisoformat(again) == datetime.fromisoformat(written)  # a Z, which all releases read
        case _:
            assert again == written
