"""The address is had before anybody is let in, and nobody who comes meanwhile is turned away."""

import asyncio

import pytest

from bot.errors import PortTaken
from bot.http.listening import bind


async def test_who_comes_before_anybody_is_let_in_waits_and_is_answered() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.readexactly(5))
        writer.close()

    with bind("127.0.0.1", 0) as endpoint:
        reader, writer = await asyncio.open_connection(*endpoint.getsockname())
        writer.write(b"knock")
        async with await asyncio.start_server(answer, sock=endpoint):
            assert await reader.read() == b"knock"
        writer.close()
        await writer.wait_closed()


def test_an_address_that_another_has_is_told_as_taken() -> None:
    with bind("127.0.0.1", 0) as endpoint, pytest.raises(PortTaken):
        bind("127.0.0.1", endpoint.getsockname()[1])
