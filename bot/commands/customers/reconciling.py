"""After a copy was brought back: what was ended since the copy was made, and stands in it again, is ended once more.

Who still knows: the provider, which has let go of an account; and the business's own system, which was told of it.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import aclosing
from pathlib import Path

from bot.commands.customers.ending import ToEnd, carry_out
from bot.commands.customers.lookup import describe
from bot.commands.customers.told_events import Told, ToldEvents, read_told
from bot.commands.operator import Operator
from bot.commands.output import fail, tell, tell_rows
from bot.commands.records import mask
from bot.config.settings import Settings
from bot.errors import ProviderError, ProviderRefusal
from bot.outgoing.client import LeanClient
from bot.providers.registry import PROVIDERS
from conversations.agents.turn import Act
from conversations.contact import Contact
from conversations.on_behalf import Because
from conversations.refusal import Refusal
from storage.accounts import Owned
from storage.consents import Evidence
from storage.customers import find_customer
from storage.noted_heads import NotedHeads

_WITHDRAWN, _NARROWED = "line.withdrawn", "line.narrowed"
FEW = 2  # so many may be gone without a doubt about the key that asked

Confirm = Callable[[str], bool]


Holder = tuple[Contact, str]  # a chat, and an account that it holds
WhoKnows = dict[Holder, str]  # who knows that it ended there


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--events", type=Path, metavar="FILE", help="the bodies of events that your system took, one on a line"
    )
    parser.add_argument("--repeat", action="store_true", help="end them again; without it they are listed")
    parser.add_argument("--yes", action="store_true", help="do not ask whether to go on")


async def reconcile(operator: Operator, options: argparse.Namespace, confirm: Confirm) -> int:
    """Raises `NoEvents`, storage's errors and `OSError`."""
    events = read_told(options.events) if options.events else ToldEvents()
    with operator.look() as (tx, store):
        owned = store.accounts.all(tx)
        agreed = _who_agreed(store.consents.ledger.entries(tx)) if events.told else {}
    told = _ended_by_events(events.told, owned, agreed)
    gone, unanswered = await _ask_provider(operator.settings, [each for each in owned if _holder(each) not in told])
    if len(gone) > FEW and 2 * len(gone) > len(owned):
        return fail(
            f"The provider says of {len(gone)} of {len(owned)} lines that they are gone. A wrong key looks like that:"
            " nothing was done. Let `telcolink doctor` look at the key."
        )
    known = {**told, **gone}
    _tell(owned, known, unanswered)
    _tell_narrowed(_narrowed_by_events(events.told, [each for each in owned if _holder(each) not in known], agreed))
    _tell_unknown(events.told, owned)
    _tell_strange(events.strange)
    if not options.repeat:
        return 0
    if known and not options.yes and not confirm(f"{len(known)} lines are to be ended again."):
        return fail("Nothing was done: nobody said yes. Add --yes where nobody can be asked.")
    status = await _repeat(operator, [each for each in owned if _holder(each) in known]) if known else 0
    if not status and not unanswered:
        _settle(operator)
    return status


async def _ask_provider(settings: Settings, owned: Iterable[Owned]) -> tuple[WhoKnows, int]:
    """One after the other: which accounts it does not have any more, and of how many it said nothing."""
    gone: WhoKnows = {}
    unanswered = 0
    async with aclosing(LeanClient()) as http:
        provider = PROVIDERS[settings.provider].build(settings, http, lambda *_: None)
        for each in owned:
            try:
                await provider.fetch_details(each.line.account)
            except ProviderRefusal as refusal:
                lost = refusal.refusal is Refusal.ACCOUNT_GONE
                gone |= {_holder(each): "the provider"} if lost else {}
                unanswered += not lost
            except ProviderError:
                unanswered += 1
    return gone, unanswered


def _who_agreed(entries: Iterable[tuple[int, Evidence | None]]) -> dict[str, set[Contact]]:
    """Whose each receipt on record is."""
    agreed: dict[str, set[Contact]] = {}
    for _, entry in entries:
        if entry:
            agreed.setdefault(entry.agreement.reference, set()).add(entry.contact)
    return agreed


def _ended_by_events(
    told: Iterable[Told], owned: Iterable[Owned], agreed: Mapping[str, Collection[Contact]]
) -> WhoKnows:
    """A line that was linked again after its withdrawal is not meant, nor is the one of another chat that holds it: of
    that one's agreement an event of its own would tell. A receipt that is not on record here may be anybody's.
    """
    withdrawn = _of_each_account(told, _WITHDRAWN)
    return {
        _holder(each): "your events"
        for each in owned
        if any(_is_meant(event, each, agreed) for event in withdrawn.get(_id(each), ()))
    }


def _of_each_account(told: Iterable[Told], kind: str) -> Mapping[str, list[Told]]:
    """The events of that kind, oldest first: there may be many, and many lines."""
    events = defaultdict[str, list[Told]](list)
    for each in sorted(told, key=lambda event: event.at):
        if each.kind == kind:
            events[each.account].append(each)
    return events


def _is_meant(event: Told, owned: Owned, agreed: Mapping[str, Collection[Contact]]) -> bool:
    """Of two with the same account."""
    return event.at > owned.line.linked_at and owned.contact in agreed.get(event.receipt, (owned.contact,))


def _narrowed_by_events(
    told: Iterable[Told], owned: Iterable[Owned], agreed: Mapping[str, Collection[Contact]]
) -> list[Owned]:
    """Those of which more may be read here than their customer left, as far as was told of them."""
    narrowed = _of_each_account(told, _NARROWED)
    return [each for each in owned if _reads_more(each, narrowed.get(_id(each), ()), agreed)]


def _reads_more(owned: Owned, narrowed: Iterable[Told], agreed: Mapping[str, Collection[Contact]]) -> bool:
    """Than was told of it last, under any receipt."""
    latest = {each.receipt: each for each in narrowed}
    return any(_is_meant(each, owned, agreed) and _is_less(each, owned) for each in latest.values())


def _is_less(event: Told, owned: Owned) -> bool:
    return not set(owned.line.claim.agreement.reads) <= set(event.scopes)


def _tell_narrowed(owned: Iterable[Owned]) -> None:
    if receipts := [each.line.claim.agreement.reference for each in owned]:
        tell(
            f"Your system was told that less may be read than stands here: {', '.join(receipts)}. It is not done by"
            " itself: `telcolink customers unlink --receipt` ends such a line, and its customer may agree anew."
        )


def _tell_unknown(told: Iterable[Told], owned: Iterable[Owned]) -> None:
    """Lines that your system may read, and of which nothing stands here: nobody can prove or end their agreement."""
    here, receipts = {_id(each) for each in owned}, dict[str, str]()
    for each in sorted(told, key=lambda each: each.at):
        receipts.pop(each.account, "")
        if each.kind == "line.linked" and each.account not in here:
            receipts[each.account] = each.receipt
    if receipts:
        tell(f"Linked, says your system, and not known here: {', '.join(receipts.values())}. Have them linked anew.")


def _tell_strange(lines: tuple[int, ...]) -> None:
    if lines:
        some = f"{len(lines)} lines of the file are no events, the first of them line {lines[0]}"
        tell(f"{some}: whether one of them tells of an end is not known.")


def _tell(owned: Iterable[Owned], known: WhoKnows, unanswered: int) -> None:
    rows = [
        (mask(each.contact), describe(each.line), each.line.claim.agreement.reference, known[_holder(each)])
        for each in owned
        if _holder(each) in known
    ]
    if not tell_rows(("CHAT", "LINE", "RECEIPT", "ENDED, SAYS"), (18, 22, 10, 11), rows):
        tell("Nothing that stands here is known to have ended.")
    if unanswered:
        tell(f"Of {unanswered} lines the provider said nothing: ask again later.")


async def _repeat(operator: Operator, ended: Iterable[Owned]) -> int:
    with operator.look() as (tx, store):
        chosen = [ToEnd(find_customer(tx, store, each.contact), (each.line,)) for each in ended]
    return await carry_out(operator, Act.CUSTOMER_UNLINKED, Because.AGAIN, chosen)


def _settle(operator: Operator) -> None:
    """A copy that was brought back is spoken of no more, neither at a start nor by doctor."""
    place = operator.settings.database_place()
    if isinstance(place, Path):
        noted = NotedHeads.beside(place)
        with operator.look() as (tx, store):
            missed, heads = noted.not_held(tx, store.ledgers), store.heads(tx)
        if missed:
            noted.write(heads)
            tell("Noted that this copy is reconciled.")


def _id(owned: Owned) -> str:
    return owned.line.account.reveal()


def _holder(owned: Owned) -> Holder:
    return owned.contact, _id(owned)
