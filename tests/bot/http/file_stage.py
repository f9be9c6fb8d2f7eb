"""Files that are put up to be fetched once, and the routes that give them out. Never what these should answer."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
from starlette.applications import Starlette
from starlette.routing import Route

from bot.http.headers import with_headers
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.secret import FileToken
from storage.database import MEMORY, Database
from storage.one_time_files import OneTimeFile, OneTimeFiles
from storage.sealing import Keyring

Routes = Callable[[Database, OneTimeFiles, EmulatedClock], list[Route]]


class FileSite:
    """The routes over a database of their own, and whoever asks them."""

    def __init__(self, database: Database, routes: Routes) -> None:
        self.clock, self.database = EmulatedClock(), database
        self.files = OneTimeFiles(Keyring.parse(Keyring.generate_key()))
        self.web = with_headers(Starlette(routes=routes(database, self.files, self.clock)))
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(self.web), base_url="https://bot.example")

    async def put_up(self, file: OneTimeFile) -> None:
        """Under the token `token`."""
        await self.database.run(lambda tx: self.files.put_up(tx, FileToken("token"), file, self.clock.now()))


@asynccontextmanager
async def open_files(routes: Routes) -> AsyncIterator[FileSite]:
    """Until the block is left."""
    database = await Database.open(MEMORY)
    try:
        yield FileSite(database, routes)
    finally:
        await database.close()
