"""What an agent can want of the report, as values. Never how it is typed, nor what follows from it."""

from enum import StrEnum

from msgspec import Struct

from conversations.network import Network


class Until(StrEnum):
    """The last of the days that a report is of."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    SUNDAY = "sunday"  # with which last week ended


class ShowReport(Struct, frozen=True):
    """The figures of so many days; of one agent's links, where `name` is given, and on these networks alone, where any
    are.
    """

    days: int
    name: str = ""
    until: Until = Until.TODAY
    networks: tuple[Network, ...] = ()


class WantReports(Struct, frozen=True):
    """Whether the weekly report is wanted."""

    wanted: bool
