"""The floor: the same conversation with nothing but what no bot can do without, to be measured against.

Each update is on the disk, synced, with the chat's step before it is acknowledged (one commit for all that wait), and
the work comes after. Nothing is sealed, counted, limited, translated, tried again or understood. Run by `make bench`.
"""

import asyncio
import json
import os
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

import uvloop

from tests.benchmarks import wording
from tests.benchmarks.wire import JSON, Client, Reply, serve

_TABLES = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE inbox (id INTEGER PRIMARY KEY, body BLOB NOT NULL);
    CREATE TABLE chats (id INTEGER PRIMARY KEY, step INTEGER NOT NULL, number TEXT, session TEXT, account TEXT);
"""
_SAVE_CHAT = "INSERT OR REPLACE INTO chats VALUES (?, ?, ?, ?, ?)"

Row = tuple[str, tuple[Any, ...]]


class Disk:
    """Rows that wait share a commit, which is synced on a thread."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.executescript(_TABLES)
        self._rows: list[Row] = []
        self._waiting: list[asyncio.Future[None]] = []
        self._wake = asyncio.Event()

    async def save(self, *rows: Row) -> None:
        """On the disk when this returns."""
        saved = asyncio.get_running_loop().create_future()
        self._rows += rows
        self._waiting.append(saved)
        self._wake.set()
        await saved

    async def write(self) -> None:
        """For ever, group after group."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            rows, self._rows = self._rows, []
            waiting, self._waiting = self._waiting, []
            await asyncio.get_running_loop().run_in_executor(None, self._commit, rows)
            for saved in waiting:
                saved.set_result(None)

    def _commit(self, rows: list[Row]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        for statement, values in rows:
            self._connection.execute(statement, values)
        self._connection.execute("COMMIT")


class Chat:
    """One customer's place in the conversation."""

    def __init__(self, number: int) -> None:
        self.id = number
        self.step = 0
        self.phone = self.session = self.account = ""

    @property
    def row(self) -> Row:
        return _SAVE_CHAT, (self.id, self.step, self.phone, self.session, self.account)


class Floor:
    """The bot."""

    def __init__(self, disk: Disk, telegram: Client, mono: Client, token: str, key: str) -> None:
        self._disk = disk
        self._telegram, self._mono = telegram, mono
        self._methods = f"/bot{token}/".encode()
        self._headers = JSON + f"mono-sec-key: {key}\r\n".encode()
        self._chats: dict[int, Chat] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def handle(self, method: str, target: str, body: bytes, reply: Reply) -> None:
        if method == "POST":
            task = asyncio.get_running_loop().create_task(self._take(body, reply))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        else:
            reply(b"ready")

    async def _take(self, body: bytes, reply: Reply) -> None:
        update = json.loads(body)
        query = update.get("callback_query")
        message = query["message"] if query else update["message"]
        chat = self._chats.setdefault(message["chat"]["id"], Chat(message["chat"]["id"]))
        said = query["data"] if query else message["text"]
        work = self._step(chat, said, message["message_id"])
        await self._disk.save(("INSERT INTO inbox VALUES (?, ?)", (update["update_id"], body)), chat.row)
        reply(b"{}")
        if query:
            await self._call(b"answerCallbackQuery", callback_query_id=query["id"])
        await work()

    def _step(self, chat: Chat, said: str, message: int) -> Callable[[], Awaitable[None]]:
        """Where the chat stands from now on, and what is to be done about it."""
        chat.step = 1 if said == "/start" else chat.step + 1
        match chat.step:
            case 1:
                return lambda: self._send(chat, wording.HELLO, wording.CONSENT_ANSWERS)
            case 2:
                return lambda: self._send(chat, wording.ASK_NUMBER)
            case 3:
                chat.phone = said
                return lambda: self._send(chat, wording.ASK_NETWORK.format(said), wording.NETWORK_ANSWERS)
            case 4:
                return lambda: self._log_in(chat, said)
            case _:
                return lambda: self._link(chat, said, message)

    async def _log_in(self, chat: Chat, network: str) -> None:
        data = await self._post(b"/v2/telecom/auth", phone=chat.phone, provider=network.lower())
        chat.session = data["session_id"]
        await self._disk.save(chat.row)
        await self._send(chat, wording.ASK_CODE.format(network), wording.CODE_ANSWERS)

    async def _link(self, chat: Chat, code: str, message: int) -> None:
        session = self._headers + f"x-session-id: {chat.session}\r\n".encode()
        checked = await self._post(b"/v2/telecom/verify", session, otp=code)
        await self._call(b"deleteMessage", chat_id=chat.id, message_id=message)
        chat.account = (await self._post(b"/v2/accounts/auth", code=checked["code"]))["id"]
        await self._disk.save(chat.row)
        account = f"/accounts/{chat.account}".encode()
        await self._read(account)
        readings = (self._read(account + path) for path in (b"/identity", b"/balances"))
        identity, balances = await asyncio.gather(*readings)
        rows = [(each["name"], each["value"], each["unit"]) for each in balances]
        await self._send(chat, wording.summary(identity["fullName"], rows))
        await self._send(chat, wording.RECEIPT, wording.RECEIPT_ANSWERS)

    async def _send(self, chat: Chat, text: str, answers: tuple[str, ...] = ()) -> None:
        keys = [[{"text": label, "callback_data": label} for label in answers]]
        markup = {"reply_markup": {"inline_keyboard": keys}} if answers else {}
        await self._call(b"sendMessage", chat_id=chat.id, text=text, **markup)

    async def _call(self, method: bytes, **fields: Any) -> None:
        await self._telegram.ask(b"POST", self._methods + method, json.dumps(fields).encode())

    async def _post(self, path: bytes, headers: bytes = b"", **fields: Any) -> dict[str, Any]:
        _, body = await self._mono.ask(b"POST", path, json.dumps(fields).encode(), headers or self._headers)
        data: dict[str, Any] = json.loads(body)["data"]
        return data

    async def _read(self, path: bytes) -> Any:
        return json.loads((await self._mono.ask(b"GET", path, headers=self._headers))[1])


async def main() -> None:
    told = os.environ
    disk = Disk(f"{told['PEER_FOLDER']}/floor.db")
    telegram, mono = Client(told["PEER_TELEGRAM"]), Client(told["PEER_MONO"], connections=256)
    floor = Floor(disk, telegram, mono, told["PEER_TOKEN"], told["PEER_MONO_KEY"])
    async with serve(floor.handle, int(told["PEER_PORT"])):
        await disk.write()


if __name__ == "__main__":
    uvloop.run(main())
