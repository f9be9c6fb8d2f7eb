"""What an agent can want of the report, as values. Never how it is typed, nor what follows from it."""

from msgspec import Struct


class ShowReport(Struct, frozen=True):
    """The figures of so many days, today the last of them; of one agent's links, where `name` is given."""

    days: int
    name: str = ""


class WantReports(Struct, frozen=True):
    """Whether the weekly report is wanted."""

    wanted: bool
