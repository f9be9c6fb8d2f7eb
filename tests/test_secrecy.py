"""After a full run of the real server nothing private stands in the open, on the disk or in the log."""

import asyncio
import base64
import json
import re
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from bot.sandbox.emulators.mono import MonoFault
from bot.sandbox.emulators.telegram import TelegramFault
from tests.customers import Customer
from tests.secrets_stage import find, forms_of, numbers_of, read_all
from tests.server_stage import Town, open_town

ADA, BEN, CHIDI, DELE, EZE = "08030000101", "08020000102", "08030000122", "08030000137", "08032000101"
MISPLACED, UNREADABLE = "482915", "804613"  # codes, in places where none belongs
PRIVATE = {"code", "session", "exchange code", "account", "number", "name", "balance", "person", "token", "key"}


@pytest.mark.timeout(180)  # eight seconds, on a machine that has nothing else to do
async def test_nothing_private_stands_in_the_open(tmp_path: Path) -> None:
    async with open_town(tmp_path, LOG_LEVEL="info", TMPDIR=str(tmp_path)) as town:
        await town.server.start()
        ada, ben, chidi, dele = people = [arrive(town, number) for number in (ADA, BEN, CHIDI, DELE)]
        people.append(eze := Customer(town.whatsapp.phone(EZE), town.mono, EZE))  # the only one on WhatsApp
        await asyncio.gather(err(eze), err(ada), share(town, ben), fail(town, chidi), wait_in_vain(dele))
        await look_around(ada)
        await forge(town, dele)
        private = dict(private_of(town, people))
        running = read_all(tmp_path)
        assert await town.server.stop() == 0
        stopped = read_all(tmp_path)
    check_that_there_was_much_to_be_seen(running, stopped)
    assert set(private.values()) == PRIVATE
    assert find(private, running) == []
    assert find(private, stopped) == []


def arrive(town: Town, number: str) -> Customer:
    return Customer(town.telegram.phone(number), town.mono, number)


def id_of(customer: Customer) -> int:
    return int(customer.phone.person)


async def err(ada: Customer) -> None:
    """A code in the wrong place, a number that the chat need not vouch for, a wrong code, the right one."""
    await ada.ask("/start")
    await ada.choose("I agree")
    await ada.enter(MISPLACED)
    await ada.ask(f"{ada.number[:4]} {ada.number[4:7]} {ada.number[7:]}")
    await ada.choose("MTN")
    await ada.enter("".join(str(9 - int(digit)) for digit in ada.newest_code()))
    assert "is linked" in (await ada.enter(ada.newest_code())).text
    await ada.next()


async def look_around(ada: Customer) -> None:
    """What can be asked for once a line is linked, and a refusal with a number in its words."""
    for wish in ("balance", "transactions", "receipt", "usage", "accounts"):
        await ada.ask(wish)
    ada.mono.fail("*/balances", MonoFault(422, message=f"nothing is known of {ada.number}"))
    await ada.ask("balance")


async def share(town: Town, ben: Customer) -> None:
    """A number that Telegram vouches for, and everything is deleted in the end."""
    await ben.ask("/start")
    await ben.choose("I agree")
    town.telegram.emulator.share_contact(id_of(ben))
    await ben.next()
    await ben.choose("Airtel")
    assert "is linked" in (await ben.enter(ben.newest_code())).text
    await ben.next()
    await ben.ask("delete")
    assert "Done." in (await ben.choose("Yes, do it")).text


async def fail(town: Town, chidi: Customer) -> None:
    """A gateway that answers in HTML, and a message that the platform refuses with a number in its words."""
    await chidi.ask("/start")
    await chidi.choose("I agree")
    await chidi.ask(f"+234{chidi.number[1:]}")
    await chidi.choose("MTN")
    refusal = f"Bad Request: there is something about {chidi.number}"
    fault = TelegramFault("sendMessage", status=400, description=refusal, chat_id=id_of(chidi))
    town.telegram.emulator.fail(fault)
    chidi.say("help")
    await chidi.ask("cancel")


async def wait_in_vain(dele: Customer) -> None:
    """Linked, and then nothing can be read."""
    await dele.ask("/start")
    await dele.choose("I agree")
    await dele.ask(dele.number)
    await dele.choose("MTN")
    dele.type_code(dele.newest_code())


async def forge(town: Town, dele: Customer) -> None:
    """Deliveries that cannot be read, from the platform, the provider and strangers."""
    chat = {"id": id_of(dele), "type": "private"}
    town.telegram.emulator.inject({"message": {"chat": chat, "text": UNREADABLE, "from": {"first_name": "Zubairu"}}})
    await dele.next()
    async with httpx.AsyncClient(base_url=town.server.url) as http:
        secret = {"mono-webhook-secret": town.server.settings["MONO_WEBHOOK_SECRET"]}
        for headers in (secret, {"mono-webhook-secret": secrets.token_hex(16)}):
            await http.post("/mono", json={"event": "unknown", "data": {"id": dele.number}}, headers=headers)
        await http.get(f"/l/{dele.number}?code={UNREADABLE}")
        await http.post("/telegram", content=f'{{"text": "{UNREADABLE}"}}', headers={"authorization": dele.number})


def private_of(town: Town, people: list[Customer]) -> Iterator[tuple[str, str]]:
    """Everything that must not be found, with what it is called."""
    settings = town.server.settings
    yield from ((code, "code") for customer in people for code in (*customer.typed, UNREADABLE))
    yield from ((form, "number") for customer in people for form in numbers_of(customer.number))
    yield from ((customer.phone.person, "person") for customer in people)
    yield "Zubairu", "person"
    yield settings["ENCRYPTION_KEYS"], "key"
    yield settings["MONO_WEBHOOK_SECRET"], "key"
    yield town.mono.key, "key"
    yield settings["TWILIO_AUTH_TOKEN"], "token"
    yield settings["TELEGRAM_TOKEN"], "token"
    yield settings["TELEGRAM_TOKEN"].partition(":")[2], "token"
    yield from ((call.arguments["secret_token"], "token") for call in town.telegram.emulator.journal.made("setWebhook"))
    for customer in people:
        yield from ((sms.text[:6], "code") for sms in town.mono.sms(customer.number))
        yield from ((amount, "balance") for amount in _amounts(customer))
    yield from _told_by_mono(town)


def _amounts(customer: Customer) -> set[str]:
    said = " ".join(shown.text for shown in customer.seen)
    return {amount for amount in re.findall(r"₦([\d,]+\.\d\d)", said) if len(amount) > 5}


def _told_by_mono(town: Town) -> Iterator[tuple[str, str]]:
    """From its own words, whatever the shape."""
    for ending, name, pattern in (
        ("/telecom/auth", "session", r'"session_id":\s*"(\w+)"'),
        ("/telecom/verify", "exchange code", r'"code":\s*"(code_\w+)"'),
        ("/accounts/auth", "account", r'"id":\s*"(\w+)"'),
        ("/identity", "name", r'"full_?[nN]ame":\s*"(\w[^"]+)"'),
        ("/balances", "balance", r'"value":\s*(\d{5,})\b'),
    ):
        told = b" ".join(exchange.answered for exchange in town.wire.to(ending)).decode("utf-8", "replace")
        for text in re.findall(pattern, told):
            yield from ((text, name), (text.title(), name))


def check_that_there_was_much_to_be_seen(running: dict[str, bytes], stopped: dict[str, bytes]) -> None:
    assert {"telcolink.db", "telcolink.db-wal", "telcolink.db-shm", "server.log"} <= running.keys()
    assert b"AskingConsent" in running["telcolink.db-wal"]
    assert {"telcolink.db", "server.log"} <= stopped.keys()
    with_events = {json.loads(line)["event"] for line in stopped["server.log"].splitlines()}
    assert {"serving", "provider_called", "outbox_message_refused", "stopped"} <= with_events


# The scan itself


@pytest.mark.parametrize("text", ["482915", "0803 000 0101", "Zubairu", "65f0a7c1b2d3e4f5a6b7c8d9"])
def test_whatever_is_planted_is_found_in_every_form(text: str, tmp_path: Path) -> None:
    noise = secrets.token_bytes(200)
    for number, (form, raw) in enumerate(forms_of(text)):
        (tmp_path / f"file-{number}").write_bytes(noise + raw + noise)
        assert f"it as {form} in file-{number}" in find({text: "it"}, read_all(tmp_path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [b"", b"1", b"12", b"123"])
def test_base64_is_found_wherever_the_text_begins_in_it(before: bytes, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(base64.b64encode(before + "482915".encode(encoding) + b"..."))
    assert "code as base64 in letter" in find({"482915": "code"}, read_all(tmp_path))


def test_what_is_planted_in_a_database_is_found_even_after_it_was_deleted(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "some.db")) as db:
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("CREATE TABLE notes (text TEXT, sealed BLOB)")
        db.execute("INSERT INTO notes VALUES (?, ?)", ("482915", "Zubairu".encode("utf-16-le")))
        db.execute("DELETE FROM notes")
        db.commit()
    found = find({"482915": "code", "Zubairu": "person"}, read_all(tmp_path))
    assert found == ["code as plain in some.db", "person as UTF-16 in some.db"]


def test_a_clean_file_is_clean(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b'{"timestamp": "2026-11-23T20:23:03.482915Z"}' + b"telegram748291599")
    assert find({"482915": "code"}, read_all(tmp_path)) == []
