"""Attacks at a server, many at once, and genuine messages beside them: what came of each, and how long they took."""

import asyncio
import json
import random
import secrets
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tests.hostile.attacks import Attack, attacks
from tests.server_stage import Town, open_town

AT_ONCE = 20
PATIENCE = 30.0  # seconds for an answer
PROMISED = 0.25  # seconds within which others are answered


@dataclass(slots=True)
class Outcome:
    """`statuses` are of the attacks, by kind; 0 where none came. `genuine` are the seconds of what was genuine."""

    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    genuine: list[float] = field(default_factory=list)
    lost: int = 0

    @property
    def served(self) -> list[tuple[str, int]]:
        """What nobody may be served for, and was; or was an error of ours."""
        return [each for each in self.statuses if 200 <= each[1] < 400 or each[1] >= 500]

    @property
    def slowest(self) -> float:
        """Of a hundred genuine ones, all but one were as quick as this."""
        return sorted(self.genuine)[int(len(self.genuine) * 0.99)] if self.genuine else float("inf")


@asynccontextmanager
async def under_attack(folder: Path, number: int, seed: int = 1) -> AsyncIterator[tuple[Town, Outcome]]:
    """A server that has had so many attacks when the block is entered."""
    outcome = Outcome()
    secret = secrets.token_hex(16)
    async with open_town(folder, TELEGRAM_WEBHOOK_SECRET=secret) as town:
        await town.server.start()
        settings = town.server.settings
        source = islice(attacks(random.Random(seed), settings["TWILIO_ACCOUNT_SID"], settings["WHATSAPP_FROM"]), number)
        attacking = [asyncio.create_task(_attack(town, source, outcome)) for _ in range(AT_ONCE)]
        asking = asyncio.create_task(_ask(town, outcome))
        await asyncio.gather(*attacking)
        asking.cancel()
        with suppress(asyncio.CancelledError):
            await asking
        yield town, outcome


async def _attack(town: Town, source: Iterator[Attack], outcome: Outcome) -> None:
    port = int(town.server.settings["PORT"])
    for attack in source:
        outcome.statuses[attack.kind, await _status(port, attack)] += 1


async def _status(port: int, attack: Attack) -> int:
    """What is never finished is left as it is after a moment in which others come in."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return 0
    try:
        writer.write(attack.content)
        if not attack.whole:
            await asyncio.sleep(0)
            return 0
        async with asyncio.timeout(PATIENCE):
            words = (await reader.readline()).split()
        return int(words[1]) if len(words) > 1 else 0
    except (OSError, TimeoutError):
        return 0
    finally:
        writer.close()


async def _ask(town: Town, outcome: Outcome) -> None:
    """One after another writes to the bot, and Telegram brings it."""
    settings = town.server.settings
    secret = settings["TELEGRAM_WEBHOOK_SECRET"].encode()
    number = 0
    while True:
        number += 1
        began = time.perf_counter()
        content = _update(number)
        head = b"POST /telegram HTTP/1.1\r\nhost: bot\r\nx-telegram-bot-api-secret-token: " + secret
        answered = await _status(
            int(settings["PORT"]), Attack("genuine", head + b"\r\ncontent-length: %d\r\n\r\n" % len(content) + content)
        )
        if answered == 200:
            outcome.genuine.append(time.perf_counter() - began)
        else:
            outcome.lost += 1


def _update(number: int) -> bytes:
    person = {"id": 7_000_000 + number, "is_bot": False, "first_name": "Ada"}
    chat = {"id": person["id"], "type": "private"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": "hello"}
    return json.dumps({"update_id": 900_000 + number, "message": message}).encode()
