"""What the shell asks of a provider of lines. Never how one of them does it."""

from collections.abc import Callable, Mapping
from typing import Protocol

from msgspec import Struct

from conversations.account import AccountDetails, Balance, Identity, TransactionPage
from conversations.line_events import DataReady, EndPosted
from conversations.network import Line
from conversations.otp import OtpForm
from conversations.reading import Span
from conversations.secret import AccountId, ExchangeCode, OtpCode, SessionReference

AccountEvent = DataReady | EndPosted

# Told of every single try: the operation, its outcome (`done`, `silent` or a `Refusal`), the seconds that it took.
Observe = Callable[[str, str, float], None]


class OtpChallenge(Struct, frozen=True):
    """An OTP request that was accepted: its reference, and what the customer is to type."""

    reference: SessionReference
    form: OtpForm


class ProviderWebhook(Protocol):
    """The provider's news of accounts, which it posts to `path` of this service."""

    @property
    def path(self) -> str:
        """Where it is posted, such as `/mono`."""

    def is_genuine(self, headers: Mapping[str, str]) -> bool:
        """Whether it comes from the provider. Names of headers are found in whatever case."""

    def decode(self, body: bytes) -> AccountEvent | None:
        """What happened, None where it has no consequence or cannot be read. Raises nothing."""


class Provider(Protocol):
    """The provider of lines. Every method raises `ProviderRefusal` or `ProviderSilent` and nothing else."""

    @property
    def webhook(self) -> ProviderWebhook | None:
        """None where nothing can be told from a forgery, for its secret is not set."""

    async def request_otp(self, line: Line) -> OtpChallenge:
        """Have the network send an OTP. Never repeated by itself: each call may cost an SMS."""

    async def check_otp(self, reference: SessionReference, code: OtpCode) -> ExchangeCode:
        """Check what the customer typed. Never repeated by itself: each call may cost a try."""

    async def exchange(self, code: ExchangeCode) -> AccountId:
        """Turn the code of a right OTP into the permanent account ID. May be repeated within the code's life."""

    async def fetch_details(self, account: AccountId) -> AccountDetails:
        """How far the provider is with the line's data, and what it holds."""

    async def fetch_identity(self, account: AccountId) -> Identity | None:
        """None when the provider has no identity for the line."""

    async def fetch_balances(self, account: AccountId) -> tuple[Balance, ...] | None:
        """None when the provider has no balances for the line (yet)."""

    async def fetch_transactions(
        self, account: AccountId, page: int = 1, limit: int = 100, span: Span | None = None
    ) -> TransactionPage:
        """One page of transactions, newest first; pages are counted from 1.

        Of days around `span` at least, where it is given: which ones exactly is the provider's affair.
        """

    async def refresh(self, account: AccountId) -> None:
        """Ask the provider to read the line anew. At most once in five minutes has an effect."""

    async def unlink(self, account: AccountId) -> None:
        """Give the account back. To give back what is already gone is no error."""

    async def check_key(self) -> None:
        """Ask what changes nothing and costs nothing, to see that it answers and takes our key."""
