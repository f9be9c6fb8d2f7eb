"""Unlinking and deleting for a customer: what exactly, whether to go on, and what came of it. Never how it is done."""

import argparse
from collections.abc import Callable, Sequence
from datetime import timedelta

from msgspec import Struct

from bot.commands.customers.lookup import describe, nobody
from bot.commands.operator import Operator
from bot.commands.output import fail, tell
from bot.commands.records import mask
from bot.outbox.payloads import LIVES, ChatMessage
from conversations.agents.turn import Act
from conversations.linked_line import LinkedLine
from conversations.on_behalf import Because
from storage.customers import Customer, is_forgotten
from storage.operator_wishes import OperatorAnswer, OperatorWish, Target


class ToEnd(Struct, frozen=True):
    """A customer, and those of their lines that are to end; `everything` of the chat goes with them."""

    customer: Customer
    lines: tuple[LinkedLine, ...]
    everything: bool = False

    @property
    def target(self) -> Target:
        accounts = None if self.everything else tuple(line.account for line in self.lines)
        return Target(self.customer.contact, accounts)

    @property
    def receipts(self) -> tuple[str, ...]:
        """All of the chat's, also those under which nothing is linked, where everything goes."""
        if self.everything:
            return self.customer.receipts
        return tuple(line.claim.agreement.reference for line in self.lines)


NOTHING_LEFT = (
    "Nothing of that chat can be deleted any more. What stays is how it is reached, that it wants to hear no more, what"
    " it agreed to and when that ended, as docs/privacy.md says. Nothing was done, and the customer was told nothing."
)


def choose(operator: Operator, options: argparse.Namespace, found: Sequence[Customer]) -> list[ToEnd] | str:
    """What the command is about; or, in words, why it is about nothing."""
    if not found:
        return nobody(options)
    if options.act == "delete" and len(found) > 1:
        return f"{len(found)} chats have that line. Say with --contact or --receipt which is to be forgotten."
    if options.act == "delete":
        with operator.look() as (tx, store):
            if is_forgotten(tx, store, found[0], operator.clock.now()):
                return NOTHING_LEFT
        return [ToEnd(found[0], found[0].lines, everything=True)]
    chosen = [ToEnd(customer, _lines(options, customer)) for customer in found]
    return [each for each in chosen if each.lines] or "Nothing is linked there: there is nothing to unlink."


async def end(
    operator: Operator, options: argparse.Namespace, chosen: Sequence[ToEnd], confirm: Callable[[str], bool]
) -> int:
    everything = options.act == "delete"
    for each in chosen:
        lines = ", ".join(map(describe, each.lines)) or "no line"
        tell(f"{mask(each.customer.contact)}: {lines}" + (", and all that is kept of the chat" if everything else ""))
    if not options.yes and not confirm("This cannot be undone."):
        return fail("Nothing was done: nobody said yes. Add --yes where nobody can be asked.")
    act = Act.CUSTOMER_DELETED if everything else Act.CUSTOMER_UNLINKED
    return await carry_out(operator, act, Because(options.because), chosen)


async def carry_out(operator: Operator, act: Act, because: Because, chosen: Sequence[ToEnd]) -> int:
    about = " ".join(dict.fromkeys(receipt for each in chosen for receipt in each.receipts))
    targets = tuple(each.target for each in chosen)
    answer = await operator.carry_out(OperatorWish(operator.name, act, about, because, targets))
    if answer.forgotten:
        return fail(NOTHING_LEFT)  # another operator, or the same command before it, was quicker
    known = {each.name for each in operator.settings.channels}
    used = {each.customer.contact.channel for each in chosen} & known
    tell(_report(answer, act, sorted(name for name in used if operator.settings.off_because(name))))
    return 0


def _report(answer: OperatorAnswer, act: Act, off: Sequence[str]) -> str:
    """`off` are the channels of theirs that are off: what is said there waits, as long as a message lives."""
    if answer.repeated:
        return "It had been done already."
    done = "Deleted" if act is Act.CUSTOMER_DELETED else "Unlinked"
    ended = f"Agreements that ended: {', '.join(answer.ended)}." if answer.ended else "No agreement was running."
    told = "The customer is told in the chat"
    if off:
        hours = LIVES[ChatMessage] // timedelta(hours=1)
        told = (
            f"By these settings {' and '.join(off)} is off: the customer is told there only if it is on again within"
            f" {hours} hours, so tell them yourself"
        )
    return f"{done}. {ended} {told}; the provider is asked until it has let go."


def _lines(options: argparse.Namespace, customer: Customer) -> tuple[LinkedLine, ...]:
    if options.number:
        return tuple(line for line in customer.lines if line.claim.line.number == options.number)
    if options.receipt:
        return tuple(line for line in customer.lines if line.claim.agreement.reference == options.receipt)
    return customer.lines
