"""`telcolink demo --web` as it is typed: an address is printed, whatever browser there is; a port may be taken."""

import argparse
import asyncio
import socket
from pathlib import Path

import httpx
import pytest

from bot.sandbox import demo
from bot.sandbox.demo.script import parse_script
from bot.sandbox.demo.venue import Venue
from bot.sandbox.demo.web import show


def options(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    demo.add_arguments(parser)
    return parser.parse_args(["--web", *words])


def test_a_port_that_is_taken_is_named_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert demo._show(options("--port", port)) == 1
    said = capsys.readouterr().out
    assert f"Port {port}" in said
    assert "--port" in said


def test_a_script_that_is_wrong_is_refused_before_anything_is_started(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "mine.chat"
    script.write_text("me: hello\nnonsense\n", encoding="utf-8")
    assert demo.main(options("--play", str(script))) == 1
    assert "mine.chat:2" in capsys.readouterr().out


async def test_it_tells_an_address_that_answers_until_it_is_told_to_end() -> None:
    told: asyncio.Queue[str] = asyncio.Queue()
    script = parse_script("# A greeting\nme: hello")
    showing = asyncio.create_task(show(Venue("telegram", "telegram"), 0, told.put_nowait, script))
    address = await told.get()
    async with httpx.AsyncClient(base_url=address) as http:
        page = await http.get("")
    assert "telcolink" in page.text
    showing.cancel()
    assert isinstance((await asyncio.gather(showing, return_exceptions=True))[0], asyncio.CancelledError)
