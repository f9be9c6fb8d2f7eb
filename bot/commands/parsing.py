"""What was typed, taken apart by each command for itself. Never what a command takes, nor what it does."""

import argparse
from collections.abc import Sequence
from typing import Any


class CommandParser(argparse.ArgumentParser):
    """What is left over is told with the usage of the command that it was typed for, and not with the whole program's.

    The parsers of its commands, and of their acts, are of the same kind: argparse makes them so.
    """

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> tuple[Any, list[str]]:  # type: ignore[override]
        options, strange = super().parse_known_args(args, namespace)
        if strange:
            self.error(f"unrecognized arguments: {' '.join(strange)}")
        return options, strange
