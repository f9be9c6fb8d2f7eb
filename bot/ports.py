"""What the shell asks of the outside, as protocols: the provider of lines. Never how a vendor does it."""

from dataclasses import dataclass
from typing import Protocol

from conversations.account import AccountDetails, Balance, Identity, TransactionPage
from conversations.network import Line
from conversations.otp import OtpForm
from conversations.secret import AccountId, ExchangeCode, OtpCode, SessionReference


@dataclass(frozen=True, slots=True)
class OtpChallenge:
    """An OTP request that was accepted: its reference, and what the customer is to type."""

    reference: SessionReference
    form: OtpForm


class Provider(Protocol):
    """The provider of lines. Every method raises `ProviderRefused` or `ProviderSilent` and nothing else."""

    async def request_otp(self, line: Line) -> OtpChallenge:
        """Have the network send an OTP. Never repeated by itself: each call may cost an SMS."""

    async def check_otp(self, reference: SessionReference, code: OtpCode) -> ExchangeCode:
        """Check what the customer typed. Never repeated by itself: each call may cost a try."""

    async def exchange(self, code: ExchangeCode) -> AccountId:
        """Turn the code of a right OTP into the permanent account ID. May be repeated within the code's life."""

    async def fetch_details(self, account: AccountId) -> AccountDetails:
        """How far the provider is with the line's data, and which number it is about."""

    async def fetch_identity(self, account: AccountId) -> Identity | None:
        """None when the provider has no identity for the line."""

    async def fetch_balances(self, account: AccountId) -> tuple[Balance, ...] | None:
        """None when the provider has no balances for the line (yet)."""

    async def fetch_transactions(self, account: AccountId, page: int = 1, limit: int = 5) -> TransactionPage:
        """One page of transactions, newest first; pages are counted from 1."""

    async def refresh(self, account: AccountId) -> None:
        """Ask the provider to read the line anew. At most once in five minutes has an effect."""

    async def unlink(self, account: AccountId) -> None:
        """Give the account back. Unlinking what is already gone is no error."""
