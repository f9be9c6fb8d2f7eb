"""The emulated Mono's webhooks: what it announces, and how it delivers it. The times of its retries are ours."""

import asyncio
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiohttp

from bot.emulators.clock import Clock
from bot.emulators.mono.inventions import details_of
from bot.emulators.mono.world import Account

TRIES = 5
FIRST_WAIT = 2.0  # seconds, doubled each time
PATIENCE = aiohttp.ClientTimeout(total=10)


@dataclass(slots=True)
class Target:
    """Where events go. The next `lose` are lost on the way; the next `double` arrive twice."""

    url: str
    secret: str
    lose: int = 0
    double: int = 0


class Webhooks:
    """Announces what happens to accounts, when somebody listens."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._session: aiohttp.ClientSession | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self.target: Target | None = None

    async def start(self) -> None:
        self._session = aiohttp.ClientSession(timeout=PATIENCE)

    async def stop(self) -> None:
        for task in list(self._under_way):
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        if self._session:
            await self._session.close()

    def announce(self, account: Account) -> None:
        """A new account: at once that it is connected, and that its data came when it has."""
        if not self.target:
            return
        self._post({"event": "mono.events.account_connected", "data": {"id": account.id, "meta": {}}})
        if account.ready_at is not None:
            self._post(_updated(account), account.ready_at - self._clock.now())

    def announce_unlinked(self, account: Account) -> None:
        if self.target:
            self._post({"event": "mono.events.account_unlinked", "data": {"account": {"id": account.id}}})

    def _post(self, event: dict[str, Any], after: timedelta = timedelta()) -> None:
        task = asyncio.create_task(self._deliver(event, after))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _deliver(self, event: dict[str, Any], after: timedelta) -> None:
        await self._clock.sleep(after.total_seconds())
        target = self.target
        if target is None:
            return
        if target.lose:
            target.lose -= 1
            return
        times = 2 if target.double else 1
        target.double -= times - 1
        for _ in range(times):
            await self._insist(target, json.dumps(event).encode())

    async def _insist(self, target: Target, body: bytes) -> None:
        headers = {"content-type": "application/json", "mono-webhook-secret": target.secret}
        for turn in range(TRIES):
            if await self._try(target.url, body, headers):
                return
            await self._clock.sleep(FIRST_WAIT * 2**turn)

    async def _try(self, url: str, body: bytes, headers: dict[str, str]) -> bool:
        assert self._session is not None  # noqa: S101 - deliveries begin after `start`
        try:
            async with self._session.post(url, data=body, headers=headers, allow_redirects=False) as answer:
                return 200 <= answer.status < 300
        except (aiohttp.ClientError, TimeoutError):
            return False


def _updated(account: Account) -> dict[str, Any]:
    shared = details_of(account.line, account.id)
    fields = {
        "_id": account.id,
        "name": "Main Balance",
        "accountNumber": shared["number"],
        "currency": "NGN",
        "balance": shared["balance"],
        "type": "CURRENCY",
        "bvn": None,
        "authMethod": "mobile_banking",
        "institution": {"name": shared["network"], "bankCode": None, "type": "PERSONAL_BANKING"},
    }
    meta = {
        "data_status": account.line.data_status,
        "auth_method": "mobile_banking",
        "retrieved_data": ["identity", "balance", "transactions"],
    }
    return {"event": "mono.events.account_updated", "data": {"account": fields, "meta": meta}}
