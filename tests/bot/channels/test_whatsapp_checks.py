"""The doctor says of WhatsApp what is in the way of messages: credentials, sender, webhooks, contents."""

import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.whatsapp.checks import check_whatsapp
from bot.checks.finding import CheckContext, Finding, HostFacts, Verdict
from bot.checks.probe import Probe
from bot.sandbox.emulators.twilio import TwilioFault
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_stage import PUBLIC, Stage, open_stage, settings_for

pytestmark = pytest.mark.asyncio(loop_scope="module")

SENDER = "whatsapp:+2347000000001"


@pytest_asyncio.fixture(loop_scope="module")
async def stage(board: Board, tmp_path: Path) -> AsyncIterator[Stage]:
    """A sender of the account's own; everything is set up."""
    async with open_stage(board, tmp_path) as stage:
        stage.twilio.state.sender.address = SENDER
        stage.given["WHATSAPP_FROM"] = SENDER
        stage.set_up_contents()
        yield stage


async def examine(stage: Stage, **settings: str) -> list[Finding]:
    given = settings_for(stage.twilio, stage.board.url, **stage.given | settings)
    around = HostFacts(now=stage.clock.now)
    return await check_whatsapp(CheckContext(given, Probe(stage.board.http, around.now), around))


async def troubles(stage: Stage, **settings: str) -> list[str]:
    findings = await examine(stage, **settings)
    assert all(finding.advice for finding in findings if finding.verdict is not Verdict.OK)
    return [f"{finding.verdict}: {finding.said}" for finding in findings if finding.verdict is not Verdict.OK]


async def test_where_all_is_well_everything_is_said_to_be(stage: Stage) -> None:
    assert [finding.said for finding in await examine(stage)] == [
        "Twilio takes the credentials",
        "the auth token is right: it checks who posts to us",
        "the sender is online",
        "messages are posted to our endpoint",
        "reports are posted to our endpoint",
        "buttons and lists are set up",
    ]


async def test_without_settings_it_is_off(stage: Stage) -> None:
    without = dict.fromkeys(("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "WHATSAPP_FROM"), "")
    keys = {"TWILIO_API_KEY_SID": "", "TWILIO_API_KEY_SECRET": "", "TELEGRAM_TOKEN": "1:x"}
    (finding,) = await examine(stage, **without, **keys)
    assert finding.said.startswith("off: TWILIO_ACCOUNT_SID")


async def test_a_wrong_api_key_ends_the_examination(stage: Stage) -> None:
    assert await troubles(stage, TWILIO_API_KEY_SECRET="wrong") == ["wrong: the credentials are refused"]


async def test_a_wrong_auth_token_would_refuse_every_webhook(stage: Stage) -> None:
    wrong = secrets.token_hex(16)
    found = await troubles(stage, TWILIO_AUTH_TOKEN=wrong)
    assert found == ["wrong: the auth token is refused, so every webhook would be, too"]
    assert wrong not in str(await examine(stage, TWILIO_AUTH_TOKEN=wrong))


async def test_an_old_auth_token_is_to_be_taken_out(stage: Stage) -> None:
    tokens = f"{stage.twilio.account.auth_token},{secrets.token_hex(16)}"
    assert await troubles(stage, TWILIO_AUTH_TOKEN=tokens) == ["warn: one of the auth tokens is no longer right"]


async def test_auth_tokens_in_the_wrong_order_are_said_to_be(stage: Stage) -> None:
    tokens = {"TWILIO_AUTH_TOKEN": f"{secrets.token_hex(16)},{stage.twilio.account.auth_token}"}
    (found,) = await examine(stage, **tokens, TWILIO_API_KEY_SID="", TWILIO_API_KEY_SECRET="")
    assert (found.verdict, found.advice) == (Verdict.WRONG, "Put the current one first in TWILIO_AUTH_TOKEN.")
    assert await troubles(stage, **tokens) == ["warn: one of the auth tokens is no longer right"]


async def test_a_twilio_that_does_not_answer_is_said(stage: Stage) -> None:
    assert await troubles(stage, TWILIO_API_BASE="http://127.0.0.1:9") == [
        "wrong: http://127.0.0.1:9 does not answer: connection refused"
    ]


async def test_a_twilio_in_trouble_is_said(stage: Stage) -> None:
    stage.twilio.fail(TwilioFault("GET", f"Accounts/{stage.twilio.account.sid}.json", status=503))
    assert await troubles(stage) == ["wrong: Twilio answers 503"]


async def test_another_number_is_no_sender(stage: Stage) -> None:
    assert await troubles(stage, WHATSAPP_FROM="whatsapp:+2347000000002") == [
        "wrong: WHATSAPP_FROM is no WhatsApp sender of this account"
    ]


async def test_webhooks_that_lead_elsewhere_are_said_with_where_they_should_lead(stage: Stage) -> None:
    stage.twilio.set_webhook("https://old.example/whatsapp", status_url="")
    findings = [finding for finding in await examine(stage) if finding.verdict is not Verdict.OK]
    assert [(finding.verdict, finding.advice) for finding in findings] == [
        (Verdict.WRONG, f"Set {PUBLIC}/whatsapp at the sender."),
        (Verdict.WARN, f"Set {PUBLIC}/whatsapp/status at the sender."),
    ]


async def test_connection_overrides_are_no_part_of_an_address(stage: Stage) -> None:
    stage.twilio.set_webhook(f"{PUBLIC}/whatsapp#rc=2&rp=all", status_url=f"{PUBLIC}/whatsapp/status")
    assert await troubles(stage) == []


async def test_the_sandbox_is_said_to_be_one(stage: Stage) -> None:
    assert await troubles(stage, WHATSAPP_FROM="whatsapp:+14155238886") == ["warn: the sender is Twilio's sandbox"]


async def test_contents_that_are_not_set_up_are_counted(stage: Stage) -> None:
    for content in stage.twilio.state.contents.everything()[:2]:
        stage.twilio.state.contents.delete(content.sid)
    assert await troubles(stage) == ["warn: 2 contents are not set up: some questions go as numbered lists"]


async def test_a_template_must_be_approved(stage: Stage) -> None:
    approved = stage.twilio.add_template("Something waits.")
    fine = stage.twilio.state.contents.find(approved)
    assert await troubles(stage, TWILIO_TEMPLATE_DONE=approved) == []
    fine.approval = "rejected"
    assert await troubles(stage, TWILIO_TEMPLATE_DONE=approved) == ["wrong: TWILIO_TEMPLATE_DONE is rejected"]
    assert await troubles(stage, TWILIO_TEMPLATE_INVITE=approved) == ["wrong: TWILIO_TEMPLATE_INVITE is rejected"]
    (missing,) = await troubles(stage, TWILIO_TEMPLATE_RESUME=f"HX{'0' * 32}")
    assert missing == "wrong: TWILIO_TEMPLATE_RESUME is not there, or was never put forward"
