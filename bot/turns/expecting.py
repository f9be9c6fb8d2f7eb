"""What a turn will ask of the disk beside what every turn does, as far as its session tells. Never what it decides.

It is read for a whole group of turns at once, where the database is elsewhere; what is not foreseen is asked for.
"""

from collections.abc import Callable

from bot.ports import Inbound, UnreadableInbound
from conversations.allowance import (
    Allowance,
    Limits,
    allowances_for_otp_check,
    allowances_for_otp_request,
    allowances_for_read,
)
from conversations.customer.events import ButtonTapped, Event, ProviderRefused, TextReceived
from conversations.customer.template_reply import may_answer_template
from conversations.network import Network
from conversations.phone import PhoneNumber
from conversations.rules import Rules
from conversations.scope_steps import ChoosingScopes
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingOtp,
    CheckingOtp,
    ExchangingCode,
    FetchingSummary,
    ReadingLine,
    SendingOtp,
    Session,
)
from storage.store import Store
from storage.transaction import Transaction, Wanted

_DIGITS_OF_A_CODE = 4  # at least; what has fewer is an answer by its number, or words


def expected_by(
    store: Store, rules: Callable[[], Rules], inbound: Inbound | UnreadableInbound, tx: Transaction
) -> tuple[Wanted, ...]:
    """Who holds the line that is linked, which links were made for it, what is on its receipt; and what is spent."""
    if isinstance(inbound, UnreadableInbound):
        return ()
    session = store.sessions.load(tx, inbound.contact) or Session(inbound.contact)
    spent = _spent_by(rules().limits, session, inbound.event, holds=store.accounts.has_any(tx, session.contact))
    about = filter(None, (session.offer.reference if session.offer else "", session.after))
    links = map(store.links.wanted, about)
    invited = _invited(store, session, inbound)
    return *links, *invited, *_looked_up(store, session, tx), *(store.counters.wanted(spent) if spent else ())


def _invited(store: Store, session: Session, inbound: Inbound) -> tuple[Wanted, ...]:
    """Who has an invitation to answer may have been sent one."""
    number = inbound.own_number or session.own_number
    return (store.links.wanted_of_number(number),) if number and may_answer_template(session) else ()


def _looked_up(store: Store, session: Session, tx: Transaction) -> tuple[Wanted, ...]:
    match session.step:
        case AskingConsent() | ChoosingScopes():
            return store.consents.ledger.wanted_end(), store.consents.ledger.wanted(session.contact)
        case SendingOtp(claim=claim) | AskingOtp(claim=claim):
            return (store.accounts.wanted_of_number(claim.line.number),)
        case ExchangingCode(claim=claim):
            number = claim.line.number
            return store.accounts.wanted_of_number(number), store.links.wanted_of_number(number)
        case FetchingSummary(account=account, unsaid=True):
            lines, ledger = store.accounts.of(tx, session.contact), store.consents.ledger
            held = [line.claim.line.number for line in lines if line.account == account]
            return (
                ledger.wanted_end(),
                ledger.wanted(session.contact),
                *map(store.accounts.wanted_of_number, held),
                *map(store.links.wanted_of_number, held),
            )
    return ()


def _spent_by(limits: Limits, session: Session, event: Event, *, holds: bool) -> tuple[Allowance, ...]:
    """What may be spent at this step, or given back; of a code for a number that is typed only now, nothing."""

    def code_for(number: PhoneNumber) -> tuple[Allowance, ...]:
        return allowances_for_otp_request(limits, str(session.contact), number, vouched=False)

    match session.step, event:
        case AskingConsent((number,), Network()), TextReceived() | ButtonTapped():
            return code_for(number)
        case AskingNetwork(number=number), TextReceived() | ButtonTapped():
            return code_for(number)
        case SendingOtp(claim=claim), ProviderRefused():
            return code_for(claim.line.number)
        case AskingOtp(claim=claim), TextReceived(text) if sum(map(str.isdigit, text)) >= _DIGITS_OF_A_CODE:
            return allowances_for_otp_check(limits, claim.line.number)
        case AskingOtp(claim=claim), TextReceived() | ButtonTapped():
            return code_for(claim.line.number)
        case CheckingOtp(asked=asked), ProviderRefused():
            return allowances_for_otp_check(limits, asked.claim.line.number)
        case ((ReadingLine(then=then) | FetchingSummary(then=then)), _) if then:
            return allowances_for_read(limits, str(session.contact))
        case _, TextReceived() | ButtonTapped() if holds:
            return allowances_for_read(limits, str(session.contact))
    return ()
