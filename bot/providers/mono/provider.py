"""The provider of lines over Mono's Telco Data API: each operation as one call; never a shape, a status or a retry."""

from datetime import timedelta
from functools import partial

from bot.outgoing.client import LeanClient
from bot.providers.mono.lazy import answers
from bot.providers.mono.operations import MonoCall, Operation
from bot.providers.mono.transport import MonoAccess, MonoTransport, no_observer
from bot.providers.mono.webhooks import MonoWebhook
from bot.providers.patience import Timing
from bot.providers.port import Observe, OtpChallenge
from conversations.account import AccountDetails, Balance, Identity, TransactionPage
from conversations.network import Line
from conversations.reading import Span
from conversations.secret import AccountId, ExchangeCode, OtpCode, SessionReference

_DAY = timedelta(days=1)


class Mono:
    """`Provider` over `http`, which stays the caller's. See docs.mono.co/api/telco-data.

    `webhook` is None where no secret of Mono's is set, by which its posts are known.
    """

    def __init__(
        self,
        http: LeanClient,
        access: MonoAccess,
        *,
        timing: Timing | None = None,
        observe: Observe = no_observer,
        webhook: MonoWebhook | None = None,
    ) -> None:
        self.webhook = webhook
        self._otp_length = access.otp_length
        self._mono = MonoTransport(http, access, timing or Timing(), observe)

    async def request_otp(self, line: Line) -> OtpChallenge:
        # The local form is the only one that Mono's pages show on input.
        body = {"phone": line.number.local, "provider": line.network.value}
        read = partial(answers.read_challenge, usual=self._otp_length)
        return await self._mono.ask(MonoCall(Operation.REQUEST_OTP, body=body), read)

    async def check_otp(self, reference: SessionReference, code: OtpCode) -> ExchangeCode:
        call = MonoCall(Operation.CHECK_OTP, session=reference, body={"otp": code.reveal()})
        return await self._mono.ask(call, answers.read_code)

    async def exchange(self, code: ExchangeCode) -> AccountId:
        return await self._mono.ask(MonoCall(Operation.EXCHANGE, body={"code": code.reveal()}), answers.read_account_id)

    async def fetch_details(self, account: AccountId) -> AccountDetails:
        return await self._mono.ask(MonoCall(Operation.FETCH_DETAILS, account), answers.read_details)

    async def fetch_identity(self, account: AccountId) -> Identity | None:
        return await self._mono.ask(MonoCall(Operation.FETCH_IDENTITY, account), answers.read_identity)

    async def fetch_balances(self, account: AccountId) -> tuple[Balance, ...] | None:
        """In the v2 family only the main balance comes."""
        return await self._mono.ask(MonoCall(Operation.FETCH_BALANCES, account), answers.read_balances)

    async def fetch_transactions(
        self, account: AccountId, page: int = 1, limit: int = 100, span: Span | None = None
    ) -> TransactionPage:
        # By number: the `next` link that Mono gives lacks a part of its path.
        query = {"paginate": "true", "limit": str(limit), "page": str(page)}
        if span:
            # Whose midnight begins a day there is not documented, so a day more at either end (seen in code).
            query |= {"start": f"{span.first - _DAY:%d-%m-%Y}", "end": f"{span.last + _DAY:%d-%m-%Y}"}
        call = MonoCall(Operation.FETCH_TRANSACTIONS, account, query=query)
        return await self._mono.ask(call, partial(answers.read_transactions, page=page, limit=limit))

    async def refresh(self, account: AccountId) -> None:
        await self._mono.ask(MonoCall(Operation.REFRESH, account), _read_nothing)

    async def unlink(self, account: AccountId) -> None:
        await self._mono.ask(MonoCall(Operation.UNLINK, account), _read_nothing)

    async def check_key(self) -> None:
        await self._mono.ask(MonoCall(Operation.CHECK_KEY, query={"page": "1"}), _read_nothing)


def _read_nothing(content: object) -> None:
    """For answers that matter only by having come."""
