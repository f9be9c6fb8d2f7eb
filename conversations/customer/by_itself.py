"""The arrows of what happens by itself: time, links, other chats, the record, the operator. Never a customer's word."""

from typing import assert_never

from conversations.changing import replace
from conversations.consent import ShownAs
from conversations.consent_events import ConsentDue, ReceiptsFound
from conversations.customer import (
    answers,
    coming_by_link,
    everywhere,
    first_reading,
    holders,
    letting_go,
    my_data,
    receipts,
    scoping,
    sharing,
)
from conversations.customer.events import FromSystem, Restarted, TimeRanOut, WarningDue
from conversations.customer.turn import Turn
from conversations.line_events import LineEnded, LineShared, NarrowedElsewhere
from conversations.link_events import LinkEnded, LinkHanded, TemplateUnsent
from conversations.on_behalf import EndedOnBehalf
from conversations.session import FetchingSummary


def followed(turn: Turn, event: FromSystem) -> Turn:
    match event:
        case TimeRanOut():
            return _out_of_time(turn)
        case WarningDue():
            return everywhere.warn(turn)
        case Restarted():
            return answers.restarted(turn)
        case LinkEnded():
            return coming_by_link.link_ended(turn, event)
        case LinkHanded():
            return coming_by_link.link_handed(turn, event)
        case LineShared() | LineEnded():
            return holders.heard(turn, event)
        case NarrowedElsewhere():
            return scoping.narrowed_elsewhere(turn, event)
        case TemplateUnsent():
            return turn
        case EndedOnBehalf():
            return letting_go.ended_on_behalf(turn, event)
        case ConsentDue():
            return sharing.tend(turn, event.account)
        case ReceiptsFound():
            return _looked_up(turn, event)
        case _:
            assert_never(event)


def _looked_up(turn: Turn, event: ReceiptsFound) -> Turn:
    match event.shown:
        case ShownAs.RECEIPTS:
            return receipts.found(turn, event)
        case ShownAs.CARDS:
            return my_data.show(turn, event)
        case ShownAs.IN_SHORT:
            return my_data.show_in_short(turn, event)
        case ShownAs.SEEN:
            return my_data.show_seen(turn, event)
        case ShownAs.FILE:
            return my_data.give(turn, event)
        case _:
            assert_never(event.shown)


def _out_of_time(turn: Turn) -> Turn:
    at = turn.session.step
    if isinstance(at, FetchingSummary):
        return first_reading.summary_failed(turn, replace(at, then=()))
    return everywhere.time_ran_out(turn)
