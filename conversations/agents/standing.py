"""Which links are meant on a board: where they stand now, and how far they ever came. Never how that is typed."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from conversations.link import DONE, FAILED, FINAL, Milestone, Reason, Stage
from conversations.network import Network

EVERY = frozenset(Milestone)
_UNDER_WAY = EVERY - FINAL


class Which(StrEnum):
    """Which links the board shows: those in a state, or in one of several, or those that ever came so far."""

    ALL = "all"
    OPEN = "open"  # all that go on
    UNOPENED = "unopened"  # nobody has come yet
    DONE = "done"
    FAILED = "failed"
    OPENED = "opened"
    AGREED = "agreed"
    STUCK = "stuck"
    LINKED = "linked"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"
    WITHOUT = "without"  # administrators only: lines that came by no link
    # Asked for in a sentence, wherever they stand now.
    HAVE_MOVED = "have-moved"  # with which anything happened on a day
    HAVE_OPENED = "have-opened"
    HAVE_AGREED = "have-agreed"
    HAVE_LINKED = "have-linked"
    HAVE_CANCELLED = "have-cancelled"  # the agent, or the customer, who may still go on
    NOT_AGREED = "not-agreed"  # those that go on
    OPENED_NOT_AGREED = "opened-not-agreed"
    OPENED_NOT_LINKED = "opened-not-linked"
    AGREED_NOT_LINKED = "agreed-not-linked"


class Happened(StrEnum):
    """What it is of a link that was on a day."""

    MADE = "made"
    OPENED = "opened"
    AGREED = "agreed"
    LINKED = "linked"
    MOVED = "moved"  # the last that happened
    ANYTHING = "anything"


class Standing(Struct, frozen=True):
    """Links that stand at one of `milestones`, or for that `reason`; that ever came to the stage `came`, and never to
    `short_of`, where that is given; on `networks` alone, where there are any.
    """

    milestones: Iterable[Milestone] = EVERY
    came: Stage = Stage.MADE
    short_of: Stage | None = None
    reason: Reason | None = None
    networks: tuple[Network, ...] = ()


STANDINGS: Mapping[Which, Standing] = {
    Which.ALL: Standing(),
    Which.OPEN: Standing(_UNDER_WAY),
    Which.UNOPENED: Standing({Milestone.OPEN}),
    Which.DONE: Standing(DONE),
    Which.FAILED: Standing(FAILED),
    **{Which(each): Standing({each}) for each in Milestone if each not in (Milestone.OPEN, Milestone.CODE_SENT)},
    Which.HAVE_MOVED: Standing(),
    Which.HAVE_OPENED: Standing(came=Stage.OPENED),
    Which.HAVE_AGREED: Standing(came=Stage.AGREED),
    Which.HAVE_LINKED: Standing(came=Stage.LINKED),
    Which.HAVE_CANCELLED: Standing({Milestone.CANCELLED}, reason=Reason.CANCELLED),
    Which.NOT_AGREED: Standing(_UNDER_WAY, short_of=Stage.AGREED),
    Which.OPENED_NOT_AGREED: Standing(came=Stage.OPENED, short_of=Stage.AGREED),
    Which.OPENED_NOT_LINKED: Standing(came=Stage.OPENED, short_of=Stage.LINKED),
    Which.AGREED_NOT_LINKED: Standing(came=Stage.AGREED, short_of=Stage.LINKED),
}
# Beside a day a state is what came about on it, whatever happened since.
_ON_A_DAY = {
    Which.OPENED: Which.HAVE_OPENED,
    Which.AGREED: Which.HAVE_AGREED,
    Which.LINKED: Which.HAVE_LINKED,
    Which.DONE: Which.HAVE_LINKED,
}
_HAPPENED = {
    Which.HAVE_OPENED: Happened.OPENED,
    Which.HAVE_AGREED: Happened.AGREED,
    Which.HAVE_LINKED: Happened.LINKED,
    Which.OPENED_NOT_AGREED: Happened.OPENED,
    Which.OPENED_NOT_LINKED: Happened.OPENED,
    Which.AGREED_NOT_LINKED: Happened.AGREED,
    Which.HAVE_CANCELLED: Happened.MOVED,
    Which.HAVE_MOVED: Happened.ANYTHING,
}


def on_a_day(which: Which) -> Which:
    return _ON_A_DAY.get(which, which)


def happened_today(which: Which) -> Happened:
    """What has ended is of the day on which it did, what goes on of the one on which it was made."""
    over = STANDINGS[which].milestones
    return _HAPPENED.get(which, Happened.MOVED if FINAL.issuperset(over) else Happened.MADE)


def happened_yesterday(which: Which) -> Happened:
    """Of all of them anything; of those in a state the last."""
    return Happened.ANYTHING if which is Which.ALL else _HAPPENED.get(which, Happened.MOVED)
