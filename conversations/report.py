"""How the links of some days came along, in figures: the one place where a report is added up. Never how it is shown.

The seven steps: made, opened, agreed, code sent, code right, linked, and linked still.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self

from msgspec import Struct

from conversations.changing import replace
from conversations.link import FAILED, Milestone, Reason, Stage
from conversations.network import Network

MOST_DAYS = 30  # links are there no longer after their end
USUAL_DAYS = WEEK = 7
STILL_LINKED = 6  # the last of the seven steps; those before it are the stages


class LinkTally(Struct, frozen=True):
    """How many links are alike in all that is counted; a text is "" where that is not known.

    `agent` is the program that serves them where no agent does, "" where that is nobody, or who is no agent any more.
    """

    reached: Stage
    milestone: Milestone
    reason: Reason
    network: str
    language: str
    channel: str
    agent: str
    links: int

    @property
    def step(self) -> int:
        """The last of the seven that they came to."""
        still = self.reached is Stage.LINKED and self.milestone is Milestone.LINKED
        return STILL_LINKED if still else int(self.reached)

    @property
    def has_stopped(self) -> bool:
        """Whether it came no further: who is under way may yet."""
        return self.step < STILL_LINKED and self.milestone in FAILED | {Milestone.STUCK}


class LinkRow(Struct, frozen=True):
    """One link as a table of links has it: nothing of its customer."""

    reference: str
    made_at: datetime
    opened_at: datetime | None
    linked_at: datetime | None
    tally: LinkTally


class By(StrEnum):
    """What links are told apart by."""

    NETWORK = "network"
    LANGUAGE = "language"
    CHANNEL = "channel"
    AGENT = "agent"


class LinkShare(Struct, frozen=True):
    """Of the links of one name, "" where there is none, how many were made and came to be linked."""

    name: str
    made: int
    linked: int


class Drop(Struct, frozen=True):
    """The step after which most links were lost: how many, and what most of them, `alike`, have in common."""

    step: int
    lost: int
    milestone: Milestone
    reason: Reason
    alike: int


class LinkReport(Struct, frozen=True):
    """`funnel` has the links that came to each of the seven steps, `linked` those of each day, all days included.

    `median` is from the opening to the linking; `billed` are messages that a platform charges for, over all people
    (None: not counted here). `only` are the networks that it is of, none: of all.
    """

    first: date
    last: date
    funnel: tuple[int, ...]
    drop: Drop | None
    linked: Mapping[date, int]
    median: timedelta | None
    shares: Mapping[By, tuple[LinkShare, ...]]
    billed: int | None
    only: tuple[Network, ...] = ()

    @property
    def made(self) -> int:
        return self.funnel[Stage.MADE]

    @property
    def lines(self) -> int:
        """Links that came to be linked, whatever became of them then."""
        return self.funnel[Stage.LINKED]

    def calling(self, brand: Callable[[str], str]) -> Self:
        """The same with the channels as people call them."""
        channels = tuple(replace(each, name=brand(each.name)) for each in self.shares[By.CHANNEL])
        return replace(self, shares={**self.shares, By.CHANNEL: channels})

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def report_of(
    first: date,
    last: date,
    tallies: Sequence[LinkTally],
    *,
    linked: Mapping[date, int],
    median: timedelta | None,
    billed: int | None,
) -> LinkReport:
    """The report of the links that were made from `first` to `last`. `linked` are those of each day that has some."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    later = [day for day in linked if day > last]
    return LinkReport(
        first=first,
        last=last,
        funnel=_funnel(tallies),
        drop=_largest_drop(tallies),
        linked={day: linked.get(day, 0) for day in [*days, *sorted(later)]},
        median=median,
        shares={by: _shares(tallies, by) for by in By},
        billed=billed,
    )


def _funnel(tallies: Iterable[LinkTally]) -> tuple[int, ...]:
    """Who came to a step came to those before it."""
    ended = Counter[int]()
    for each in tallies:
        ended[each.step] += each.links
    return tuple(sum(ended[later] for later in range(step, STILL_LINKED + 1)) for step in range(STILL_LINKED + 1))


def _largest_drop(tallies: Iterable[LinkTally]) -> Drop | None:
    """Of several that are as large, the first; of several reasons, too, in the order of their names."""
    lost = Counter[int]()
    alike = Counter[tuple[int, Milestone, Reason]]()
    for each in tallies:
        if each.has_stopped:
            lost[each.step] += each.links
            alike[each.step, each.milestone, each.reason] += each.links
    if not lost.total():
        return None
    step = max(sorted(lost), key=lambda place: lost[place])
    causes = {cause: links for cause, links in alike.items() if cause[0] == step}
    cause = max(sorted(causes), key=lambda each: causes[each])
    return Drop(step, lost[step], cause[1], cause[2], causes[cause])


def _shares(tallies: Iterable[LinkTally], by: By) -> tuple[LinkShare, ...]:
    """Most links first; those of no name last."""
    made, linked = Counter[str](), Counter[str]()
    for each in tallies:
        name = getattr(each, by.value)
        made[name] += each.links
        linked[name] += each.links if each.reached is Stage.LINKED else 0
    order = sorted(made, key=lambda name: (name == "", -made[name], name))
    return tuple(LinkShare(name, made[name], linked[name]) for name in order)
