"""What an agent can want of the report, as values. Never how it is typed, nor what follows from it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShowReport:
    """The figures of so many days, today the last of them; of one agent's links, where `name` is given."""

    days: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class WantReports:
    """Whether the weekly report is wanted."""

    wanted: bool
