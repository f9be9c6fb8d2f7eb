"""What is made of the figures: verdicts, shares of a profile, a picture, a database as large as it is said to be."""

import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

from storage.sealing import Keyring
from tests.benchmarks.drawing import Chart, Curve, draw
from tests.benchmarks.profiling import REST, layer_of, read_samples
from tests.benchmarks.promises import Promise
from tests.benchmarks.seeding import seeded_file
from tests.for_every import for_every


def test_a_promise_says_whether_it_was_held() -> None:
    assert Promise("a wait", 249.96, 250, " ms").held
    assert not Promise("a wait", 250.1, 250, " ms").held
    assert Promise("a speed", 4, 4, at_least=True).held
    assert str(Promise("a speed", 3.99, 4, " times", at_least=True)) == (
        "NOT HELD  a speed: 3.99 times (at least 4 times is promised)"
    )


@for_every(
    ("stack", "layer"),
    [
        (["main (bot/__main__.py:3)", "run (asyncio/runners.py:8)"], REST),
        (["run (asyncio/runners.py:8)", "send (bot/outbox/dispatcher.py:9)", "post (aiohttp/client.py:5)"], "sending"),
        (["data_received (aiohttp/client_proto.py:5)"], "outgoing HTTP that nobody called"),
        (["commit (storage/sqlite/transaction.py:5)", "step (conversations/customer/machine.py:7)"], "turns"),
        (["app (starlette/routing.py:5)", "decode (bot/channels/telegram/updates.py:7)"], "web door"),
    ],
)
def test_a_moment_belongs_to_the_innermost_part_of_the_house(stack: list[str], layer: str) -> None:
    assert layer_of(stack) == layer


def test_moments_of_the_start_are_left_out() -> None:
    samples = "main (a.py:1);start (bot/app.py:70);learn (b.py:3) 7\nmain (a.py:1);step (c d.py:2) 5\n"
    assert list(read_samples(samples)) == [(["main (a.py:1)", "step (c d.py:2)"], 5)]


def test_a_picture_shows_every_point_within_its_bounds() -> None:
    points = [(1.0, 900.0), (10.0, 1_000.0), (1_000.0, 12_345.0)]
    root = ElementTree.fromstring(draw([Chart("chats & more", [Curve("µs", points)])]))  # noqa: S314
    dots = list(root.iter("{http://www.w3.org/2000/svg}circle"))
    assert len(dots) == len(points)
    assert all(0 < float(dot.attrib["cx"]) < float(root.attrib["width"]) for dot in dots)
    assert all(0 < float(dot.attrib["cy"]) < float(root.attrib["height"]) for dot in dots)


async def test_a_seeded_database_holds_a_session_an_account_and_a_consent_for_each_customer() -> None:
    path: Path = await seeded_file(Keyring.generate_key(), 3)
    with closing(sqlite3.connect(path)) as database:
        tables = ("sessions", "accounts", "consents")
        assert [database.execute(f"SELECT count(*) FROM {table}").fetchone() for table in tables] == [(3,)] * 3  # noqa: S608
