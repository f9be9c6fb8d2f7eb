"""The whole service behind a real web server, and somebody who posts by hand: clients refuse to send such things."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.app import App, run_app
from bot.config.reading import read_settings
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.telegram import TelegramEmulator, make_token
from storage.sealing import Keyring

NOBODY = "http://127.0.0.1:9"
DEEP, LONG = 100_000, b"7" * 5_000


class ServiceStage:
    """The service, its two routes' secrets, and the emulated Telegram that its answers go to."""

    def __init__(self) -> None:
        self.telegram = TelegramEmulator(make_token(), limits=False)
        self.telegram_secret, self.mono_secret = secrets.token_hex(16), secrets.token_hex(16)
        self.app: App
        self.port = 0

    async def post(self, path: str, body: bytes, *headers: bytes, length: int | None = None) -> int:
        """The status of the answer. With a greater `length` than the body's the rest never comes, and no answer: 0."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        declared = len(body) if length is None else length
        head = (f"POST {path} HTTP/1.1", "Host: bot", "Connection: close", f"Content-Length: {declared}")
        writer.write(b"\r\n".join([*(line.encode() for line in head), *headers, b"", body]))
        if declared > len(body):
            await writer.drain()
            writer.close()
            return 0
        status = (await reader.readline()).split()[1:2]
        writer.close()
        return int(status[0]) if status else 0

    async def held(self, table: str) -> int:
        query = f"SELECT count(*) FROM {table}"  # noqa: S608 - a test's own word
        return int(await self.app.database.read(lambda tx: tx.execute(query).fetchone()[0]))


@asynccontextmanager
async def open_stage(folder: Path) -> AsyncIterator[ServiceStage]:
    stage = ServiceStage()
    async with serve(stage.telegram.app) as telegram_url:
        environment = {
            "PUBLIC_URL": NOBODY,
            "DATABASE_URL": f"sqlite:///{folder / 'telcolink.tx'}",
            "ENCRYPTION_KEYS": Keyring.generate_key(),
            "TELEGRAM_TOKEN": stage.telegram.token,
            "TELEGRAM_WEBHOOK_SECRET": stage.telegram_secret,
            "TELEGRAM_API_BASE": telegram_url,
            "TELEGRAM_SECONDS_PER_CHAT": "0",
            "MONO_SECRET_KEY": f"test_sk_{secrets.token_hex(8)}",
            "MONO_API_BASE": NOBODY,
            "MONO_WEBHOOK_SECRET": stage.mono_secret,
        }
        async with run_app(read_settings(environment)) as stage.app, serve(stage.app.web) as url:
            stage.port = int(url.rpartition(":")[2])
            yield stage


def wrong(secret: str) -> dict[str, list[bytes]]:
    """What stands in the place of a secret when somebody does not have it: nothing, or one or more values."""
    right = secret.encode()
    return {
        "no header": [],
        "empty": [b""],
        "wrong": [secrets.token_hex(16).encode()],
        "prefix": [right[:-1]],
        "longer": [right + b"0"],
        "other case": [right.swapcase() + b"A"],
        "no ASCII": [b"\xff\xc3\xa9" + right[3:]],
        "a megabyte": [b"a" * 2**20],
        "many": [b"a", b"b", b"c"],
    }


def hostile(genuine: dict[str, Any]) -> dict[str, bytes]:
    """Bodies that no platform sends, some of them around a genuine one."""
    text = json.dumps(genuine).encode()
    return {
        "nothing": b"",
        "no JSON": b"{",
        "half of it": text[: len(text) // 2],
        "a list": b"[]",
        "a list of it": b"[" + text + b"]",
        "null": b"null",
        "a text": b'"hello"',
        "an endless number": LONG,
        "no number": b'{"update_id": NaN, "event": Infinity}',
        "deep lists": b"[" * DEEP + b"]" * DEEP,
        "deep objects": b'{"a":' * (DEEP // 4) + b"1" + b"}" * (DEEP // 4),
        "no UTF-8": b'{"update_id": 1, "event": "\xff\xfe"}',
        "UTF-16": text.decode().encode("utf-16"),
        "a byte order mark": b"\xef\xbb\xbf" + text,
        "NULs": b"\0" * 100,
    }
