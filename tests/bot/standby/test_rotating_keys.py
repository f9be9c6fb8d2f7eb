"""Keys are turned in one process after another, and the one that has the new key ends before the others have it."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from storage.sealing import show_id
from tests.customers import crowd
from tests.local_postgres import LocalPostgres
from tests.ports import free_port
from tests.server_stage import Server, Town, open_town
from tests.storage.keys.keys_stage import NEW, OLD, ring

NOT_POLLED = ("TWILIO_", "WHATSAPP_", "PUBLIC_URL", "ACCEPT_LOSING_DATA")


@pytest.fixture
async def town(postgres: LocalPostgres, tmp_path: Path) -> AsyncIterator[Town]:
    async with open_town(tmp_path, DATABASE_URL=postgres.place().reveal()) as town:
        for name in [name for name in town.server.settings if name.startswith(NOT_POLLED)]:
            del town.server.settings[name]
        yield town


def process_of(town: Town, name: str, *keys: str) -> Server:
    folder = town.server.folder / name
    folder.mkdir()
    return Server(town.server.settings | {"PORT": str(free_port()), "ENCRYPTION_KEYS": ",".join(keys)}, folder)


@pytest.mark.timeout(180)  # some seconds, on a machine that has nothing else to do
async def test_nobody_takes_over_who_could_not_open_what_customers_have(town: Town) -> None:
    first, behind = (process_of(town, name, OLD) for name in ("first", "behind"))
    turned = process_of(town, "turned", NEW, OLD)
    customer = next(crowd(town.telegram.phone, town.mono))
    try:
        await first.start()
        for each in (turned, behind):
            each.spawn()
            await each.says("standing_by")
        behind.pause()  # so that the other is the next
        assert await first.stop() == 0
        await turned.until_ready()
        behind.go_on()
        await customer.link()
        assert await turned.stop() == 0
        await behind.says("cannot_lead")
        async with httpx.AsyncClient(base_url=behind.url) as visitor:
            answer = await visitor.get("/readyz")
        assert answer.status_code == 503
        assert f"Key {show_id(ring(NEW).ids[0])} is missing from ENCRYPTION_KEYS: " in answer.text
        town.telegram.emulator.advance(2)
        await turned.start()
        town.telegram.end_rests()
        assert "Main Balance" in (await customer.ask("balance")).text
        assert await behind.stop() == 0
    finally:
        for each in (first, turned, behind):
            await each.put_away()
