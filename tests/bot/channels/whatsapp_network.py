"""A provider without a wire, for tests of a channel: it has every line, and takes every code. Never a mistake."""

from datetime import date

from bot.providers.port import OtpChallenge
from conversations.account import AccountDetails, Balance, DataStatus, Identity, Money, TransactionPage
from conversations.network import Line
from conversations.otp import OtpForm
from conversations.reading import Span
from conversations.secret import AccountId, ExchangeCode, OtpCode, SessionReference

NAME = "Adaeze Okafor"


class Network:
    """Implements `Provider`. `ready` says whether the data of a line has come."""

    webhook = None

    def __init__(self) -> None:
        self.codes_asked = 0
        self.ready = True

    async def request_otp(self, line: Line) -> OtpChallenge:
        self.codes_asked += 1
        return OtpChallenge(SessionReference("reference"), OtpForm())

    async def check_otp(self, reference: SessionReference, code: OtpCode) -> ExchangeCode:
        return ExchangeCode("code")

    async def exchange(self, code: ExchangeCode) -> AccountId:
        return AccountId("account")

    async def fetch_details(self, account: AccountId) -> AccountDetails:
        return AccountDetails(DataStatus.AVAILABLE if self.ready else DataStatus.PROCESSING)

    async def fetch_identity(self, account: AccountId) -> Identity | None:
        return Identity(NAME, "female", date(1994, 5, 14))

    async def fetch_balances(self, account: AccountId) -> tuple[Balance, ...] | None:
        return (Balance("Airtime", Money(123_450)),)

    async def fetch_transactions(
        self, account: AccountId, page: int = 1, limit: int = 100, span: Span | None = None
    ) -> TransactionPage:
        return TransactionPage((), page, more=False)

    async def refresh(self, account: AccountId) -> None:
        return None

    async def unlink(self, account: AccountId) -> None:
        return None

    async def check_key(self) -> None:
        return None
