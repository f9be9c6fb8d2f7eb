"""The provider's half of the table: what follows from each of its answers. Never what a customer's words lead to."""

from datetime import datetime
from typing import assert_never

from conversations.changing import replace
from conversations.customer import (
    afterwards,
    browsing,
    checking,
    first_reading,
    missing,
    rumours,
    sending,
    usage_reading,
)
from conversations.customer.events import (
    AccountOpened,
    FromProvider,
    LimitReached,
    OtpSent,
    OtpVerified,
    ProviderRefused,
    ProviderUnreachable,
    StatementRead,
    SummaryFetched,
    SummaryPending,
    TransactionsFetched,
    UsageFetched,
)
from conversations.customer.turn import Turn
from conversations.effects import ExchangeForAccount, ReadLine, UnlinkAtProvider
from conversations.line_events import AccountFound, AccountMissing, DataReady, EndPosted
from conversations.reading import Reading
from conversations.refusal import Refusal
from conversations.scopes import may_read
from conversations.secret import AccountId
from conversations.session import (
    CheckingOtp,
    ExchangingCode,
    FetchingSummary,
    Idle,
    ReadingLine,
    SendingOtp,
    Session,
    UnderWay,
)


def answered(turn: Turn, event: FromProvider) -> Turn:
    """An answer counts only for the attempt that is being waited for."""
    match event:
        case EndPosted():
            return rumours.heard(turn, event)
        case AccountFound():
            return rumours.found(turn, event)
        case AccountMissing():
            return rumours.not_found(turn, event)
        case DataReady(account, as_of):
            return _data_ready(rumours.ask_when_due(_dated(turn, account, as_of), account), account)
    at = turn.session.step
    return _awaited(turn, at, event) if isinstance(at, UnderWay) and at.attempt == event.attempt else _late(turn, event)


def _awaited(turn: Turn, at: UnderWay, event: FromProvider) -> Turn:
    match at:
        case SendingOtp():
            return _sending(turn, at, event)
        case CheckingOtp():
            return _checking(turn, at, event)
        case ExchangingCode():
            return _exchanging(turn, at, event)
        case FetchingSummary():
            return _fetching(turn, at, event)
        case ReadingLine():
            return _reading(turn, at, event)
        case _:
            assert_never(at)


def _sending(turn: Turn, at: SendingOtp, event: FromProvider) -> Turn:
    match event:
        case OtpSent():
            return sending.otp_sent(turn, at, event)
        case ProviderRefused():
            return sending.sending_refused(turn, at, event)
        case ProviderUnreachable():
            return sending.sending_silent(turn, at)
        case LimitReached():
            return sending.sending_limited(turn, at, event)
        case _:
            return turn


def _checking(turn: Turn, at: CheckingOtp, event: FromProvider) -> Turn:
    match event:
        case OtpVerified():
            return checking.code_verified(turn, at, event)
        case ProviderRefused():
            return checking.check_refused(turn, at, event)
        case ProviderUnreachable():
            return checking.check_silent(turn, at)
        case LimitReached():
            return checking.check_limited(turn, at, event)
        case _:
            return turn


def _exchanging(turn: Turn, at: ExchangingCode, event: FromProvider) -> Turn:
    match event:
        case AccountOpened():
            return checking.account_opened(turn, at, event)
        case ProviderRefused(refusal=refusal, until=until):
            return checking.exchange_failed(turn, at, refusal, until)
        case ProviderUnreachable():
            return checking.exchange_failed(turn, at, None)
        case _:
            return turn


def _fetching(turn: Turn, at: FetchingSummary, event: FromProvider) -> Turn:
    match event:
        case SummaryFetched():
            return first_reading.summary_fetched(turn, at, event)
        case SummaryPending():
            return first_reading.summary_pending(turn, at)
        case ProviderRefused(refusal=Refusal.ACCOUNT_GONE):
            return first_reading.summary_missing(turn, at)
        case ProviderRefused() | ProviderUnreachable():
            return first_reading.summary_failed(turn, at)
        case _:
            return turn


def _reading(turn: Turn, at: ReadingLine, event: FromProvider) -> Turn:
    """What is not agreed to any more, since it was asked for, is not shown."""
    line = turn.session.line_of(at.account)
    match event:
        case SummaryFetched() | TransactionsFetched() | StatementRead() | UsageFetched() if line and not may_read(
            line, at.reading
        ):
            return afterwards.not_agreed(turn, line, at.reading)
        case SummaryFetched(summary=summary) if line and first_reading.is_too_young(turn, summary.identity):
            return first_reading.refuse(turn, line)  # the provider gave no birth date before
        case SummaryFetched() | TransactionsFetched() | StatementRead() | UsageFetched() if line:
            return _read(afterwards.note_read(turn, line), at, event)
        case _:
            return _read(turn, at, event)


def _read(turn: Turn, at: ReadingLine, event: FromProvider) -> Turn:
    match event:
        case SummaryFetched():
            return afterwards.balances_read(turn, at, event)
        case TransactionsFetched():
            return browsing.page_read(turn, at, event)
        case StatementRead():
            return browsing.statement_read(turn, at, event)
        case UsageFetched():
            return usage_reading.usage_read(turn, at, event)
        case ProviderRefused():
            return afterwards.reading_failed(turn, at, event)
        case SummaryPending():
            return afterwards.reading_pending(turn, at)
        case LimitReached():
            return afterwards.reading_limited(turn, event)
        case ProviderUnreachable():
            return afterwards.reading_failed(turn, at)
        case _:
            return turn


def _late(turn: Turn, event: FromProvider) -> Turn:
    """The attempt was given up, so nothing changes; but an account that nobody waits for is not kept either."""
    match event:
        case AccountOpened(account=account) if not turn.session.line_of(account):
            return turn.do(UnlinkAtProvider(account))
        case _:
            return turn


def _dated(turn: Turn, account: AccountId, as_of: datetime | None) -> Turn:
    """When the network gave what the provider has; never earlier than is known, nor later than it is now.

    It is kept for the balances, and not where those may not be read.
    """
    line = turn.session.line_of(account)
    if not line or not as_of or not may_read(line, Reading.BALANCE) or (line.as_of and as_of <= line.as_of):
        return turn
    return turn.keep(replace(line, as_of=min(as_of, turn.now)))


def _data_ready(turn: Turn, account: AccountId) -> Turn:
    """Read at once where that disturbs nothing; otherwise the line's own date will call again."""
    line = turn.session.line_of(account)
    if line and line.missing:
        return missing.look(turn, line, line.missing)
    match turn.session.step:
        case FetchingSummary(account=fetching) if fetching == account:
            return first_reading.fetch_summary(turn, account)
        case Idle() if _is_due(turn.session, account):
            return first_reading.fetch_summary(turn, account)
        case _:
            return turn


def _is_due(session: Session, account: AccountId) -> bool:
    line = session.line_of(account)
    return line is not None and line.summary_due is not None


def restarted(turn: Turn) -> Turn:
    """The process died with a call under way: reads go on, one-time chances are never taken again by themselves."""
    at = turn.session.step
    return _cut_off(turn, at) if isinstance(at, UnderWay) else turn


def _cut_off(turn: Turn, at: UnderWay) -> Turn:
    match at:
        case SendingOtp():
            return sending.sending_silent(turn, at)
        case CheckingOtp():
            return checking.check_silent(turn, at)
        case ExchangingCode(attempt, _, code):
            return turn.do(ExchangeForAccount(attempt, code))
        case FetchingSummary(attempt, account):
            return turn.do(first_reading.wanted(turn, attempt, account))
        case ReadingLine():
            line = turn.session.line_of(at.account)
            anew_at = line.anew_at if line else None
            return turn.do(ReadLine(at.attempt, at.account, at.reading, at.page, at.selection, anew_at))
        case _:
            assert_never(at)
