"""What processes tell each other by way of the server: that something waits. Never what it is (LISTEN and NOTIFY)."""

from collections.abc import Callable

import psycopg

from storage.backend import News
from storage.place import ServerUrl
from storage.postgres.connection import parameters_of
from storage.postgres.failures import storage_error
from storage.postgres.lease import HEARD_ON


async def hear(url: ServerUrl, tell: Callable[[News], None]) -> None:
    """As `Lease.hear` says, on a connection of its own."""
    try:
        async with await psycopg.AsyncConnection.connect(parameters_of(url), autocommit=True) as connection:
            (session,) = await (await connection.execute("SELECT pg_backend_pid()")).fetchone() or (0,)
            if session != connection.info.backend_pid:
                return  # a pooler's, who may hand the next statement to another one
            await connection.execute(f"LISTEN {HEARD_ON}")
            for news in News:
                tell(news)
            async for heard in connection.notifies():
                tell(News.MESSAGES if heard.payload == News.MESSAGES else News.POSTS)
    except psycopg.Error as error:
        raise storage_error(error) from error
