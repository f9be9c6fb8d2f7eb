"""Every turn leaves one line in the log, by which a complaint is led to its cause, and which names nobody."""

import asyncio
import io
import json
import logging
import re
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from structlog.testing import capture_logs

from bot.log import set_up_log
from bot.log.straight import CallLine, TurnLine, straight_log
from bot.ports import UnreadableInbound
from bot.sandbox.demo.stage import open_stage
from bot.sandbox.demo.venue import Venue
from bot.turns.log_lines import tag_of
from conversations.customer.events import LinkOpened, TextReceived
from tests.bot.service_stage import ADA, NUMBER, Talk

GUIDE = (Path(__file__).parents[3] / "docs" / "operations.md").read_text("utf-8")
JQ = re.compile(r"jq -cR '(fromjson\? \| select\(.+?\))' server\.log")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Logging is the process's: other tests find it as they left it."""
    root, hook, stream = logging.getLogger(), sys.excepthook, io.StringIO()
    level, handlers = root.level, root.handlers[:]
    set_up_log("json", "info", stream)
    yield stream
    structlog.reset_defaults()
    straight_log.write_to(None)
    root.setLevel(level)
    root.handlers[:] = handlers
    sys.excepthook = hook


@pytest.fixture
async def talk(tmp_path: Path, log: io.StringIO) -> AsyncIterator[Talk]:
    async with open_stage(tmp_path, Venue("console")) as stage:
        yield Talk(stage)


def turns(log: io.StringIO) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    return [line for line in lines if line["event"] == "turn"]


async def refuse_a_code(talk: Talk) -> str:
    """Ada types a code that is not the right one; the code."""
    await talk.asks_for_a_code()
    await talk.hears("digit code by SMS")
    right = talk.stage.newest_code(NUMBER)
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    await talk.does(TextReceived(wrong, "m1"))
    await talk.hears("not right")
    await talk.stage.idle()
    return wrong


async def test_a_complaint_leads_to_its_cause_by_the_line_in_the_guide(talk: Talk, log: io.StringIO) -> None:
    await refuse_a_code(talk)
    minute, chat, _ = JQ.findall(GUIDE)
    line = turns(log)[-1]
    query = minute.replace("2026-11-29T13:05", line["timestamp"][:16])
    found = [json.loads(each) for each in ask_jq(query, log.getvalue())]
    shown = json.loads(re.findall(r'^ {4}({"event":"turn".+?),…}$', GUIDE, re.MULTILINE)[0] + "}")
    assert {name: found[-1].get(name) for name in shown} == {**shown, "who": line["who"]}
    assert ask_jq(chat.replace("gtkcrjbf", line["who"]), log.getvalue())


def ask_jq(query: str, text: str) -> list[str]:
    jq = shutil.which("jq")
    if not jq:
        pytest.skip("jq is not here")
    done = subprocess.run([jq, "-cR", query], input=text, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


async def test_a_link_is_told_from_step_to_step_and_by_its_receipt(talk: Talk, log: io.StringIO) -> None:
    await talk.links()
    await talk.stage.idle()
    told = turns(log)
    ways = [(line["before"], line["after"]) for line in told]
    assert ways[0] == ("Idle", "AskingConsent")
    assert ("AskingOtp", "CheckingOtp") in ways
    assert len({line["who"] for line in told}) == 1
    receipts = {line["receipt"] for line in told if "receipt" in line}
    assert len(receipts) == 1
    assert re.fullmatch(r"C-[A-Z2-7]{8}", receipts.pop())
    assert all(line["ms"] > 0 and line["came"] and line["level"] == "info" for line in told)


async def test_it_holds_nothing_that_was_typed(talk: Talk, log: io.StringIO) -> None:
    code = await refuse_a_code(talk)
    await talk.does(TextReceived("my mother is Zubairu"))
    assert len(turns(log)) > 5
    assert not re.search(rf"{code}|{NUMBER}|{NUMBER[1:]}|Zubairu|mother|ada", log.getvalue())


async def test_what_is_refused_says_why(talk: Talk, log: io.StringIO) -> None:
    await talk.does(LinkOpened())
    inbound = await talk.does(TextReceived("blue elephants"))
    await talk.stage.app.service.receive(inbound)
    await talk.stage.app.service.receive(UnreadableInbound("console", "no JSON", b"{", delivery="x"))
    await talk.stage.idle()
    assert [line.get("refused", "") for line in turns(log)] == ["", "not-understood", "repeated", "unreadable"]


async def test_the_tag_is_another_each_day_and_for_each_chat_and_key(talk: Talk) -> None:
    keyring, day = talk.stage.app.store.keyring, talk.stage.clock.now().date()
    tag = tag_of(keyring, ADA, day)
    assert re.fullmatch(r"[a-z]{8}", tag)
    assert tag == tag_of(keyring, ADA, day)
    assert tag != tag_of(keyring, ADA, day + timedelta(days=1))


async def test_what_shares_a_commit_is_written_at_once(log: io.StringIO) -> None:
    writes: list[str] = []
    straight_log.write_to(writes.append)
    for who in ("one", "two"):
        straight_log.tell([TurnLine(who, "TextReceived")])
        straight_log.tell([])
    assert writes == []

    await asyncio.sleep(0)
    assert [json.loads(line)["who"] for line in writes[0].splitlines()] == ["one", "two"]


async def test_no_turn_leaves_no_line_not_even_an_empty_one(log: io.StringIO) -> None:
    straight_log.tell([])
    await asyncio.sleep(0)
    assert log.getvalue() == ""


def test_where_people_read_the_log_it_goes_through_it_as_everything_else() -> None:
    straight_log.write_to(None)
    with capture_logs() as said:
        straight_log.tell([TurnLine("gtkcrjbf", "TextReceived", refused="repeated")])
    assert [(line["event"], line["refused"]) for line in said] == [("turn", "repeated")]


async def test_a_call_of_the_provider_leaves_a_line_like_every_other(log: io.StringIO) -> None:
    straight_log.tell([CallLine("request_otp", None, "silent", 0.25)])
    await asyncio.sleep(0)
    line = json.loads(log.getvalue())
    assert abs(datetime.fromisoformat(line.pop("timestamp")) - datetime.now(UTC)) < timedelta(minutes=1)
    told = {"operation": "request_otp", "status": None, "outcome": "silent", "seconds": 0.25}
    assert line == {"event": "provider_called", "level": "info", **told}


def test_lines_that_nobody_wants_to_read_are_not_even_made(log: io.StringIO) -> None:
    set_up_log("json", "warning", log)
    made = iter([TurnLine("gtkcrjbf", "TextReceived")])
    straight_log.tell(made)
    assert len(list(made)) == 1
