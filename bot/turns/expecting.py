"""What a turn will ask of the disk beside what every turn does, as far as its session tells. Never what it decides.

It is read for a whole group of turns at once, where the database is elsewhere; what is not foreseen is asked for.
"""

from bot.ports import Inbound, UnreadableInbound
from conversations.session import AskingOtp, ExchangingCode, FetchingSummary, SendingOtp
from storage.store import Store
from storage.transaction import Transaction, Wanted


def expected_by(store: Store, inbound: Inbound | UnreadableInbound, tx: Transaction) -> tuple[Wanted, ...]:
    """Who holds the line that is being linked, which links were made for it, and what is on its receipt."""
    session = store.sessions.load(tx, inbound.contact) if inbound.contact else None
    match session.step if session else None:
        case SendingOtp(claim=claim) | AskingOtp(claim=claim):
            return (store.accounts.wanted_of_number(claim.line.number),)
        case ExchangingCode(claim=claim):
            number = claim.line.number
            return store.accounts.wanted_of_number(number), store.links.wanted_of_number(number)
        case FetchingSummary(account=account, unsaid=unsaid) if inbound.contact:
            lines = store.accounts.of(tx, inbound.contact) if unsaid else ()
            held = (line.claim.line.number for line in lines if line.account == account)
            return (store.consents.ledger.wanted(inbound.contact), *map(store.links.wanted_of_number, held))
    return ()
