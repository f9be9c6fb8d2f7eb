"""`telcolink whatsapp setup` makes what is missing, says so, and can be run again."""

import asyncio

import pytest

from bot.channels.whatsapp.access import TwilioAccess
from bot.channels.whatsapp.contents import SHAPES
from bot.channels.whatsapp.setup import setup
from bot.config.settings import Settings
from bot.sandbox.emulators.twilio import TwilioFault
from tests.bot.channels.whatsapp_stage import Stage, settings_for

pytestmark = pytest.mark.asyncio(loop_scope="module")


def made(stage: Stage) -> int:
    return len(stage.twilio.state.contents.everything())


async def test_it_makes_every_content_once(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    assert [await asyncio.to_thread(setup, stage.settings) for _ in range(2)] == [0, 0]
    assert made(stage) == len(SHAPES)
    first, second, _ = capsys.readouterr().out.split("\n")
    assert first.startswith(f"{len(SHAPES)} contents are ready, {len(SHAPES)} of them new.")
    assert second.startswith(f"{len(SHAPES)} contents are ready, 0 of them new.")


async def test_it_goes_on_where_it_was_cut_off(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    await asyncio.to_thread(setup, stage.settings)
    for content in stage.twilio.state.contents.everything()[:3]:
        stage.twilio.state.contents.delete(content.sid)
    stage.twilio.fail(TwilioFault("POST", "Content", status=500))
    assert await asyncio.to_thread(setup, stage.settings) == 1
    assert "Run this again" in capsys.readouterr().err
    assert await asyncio.to_thread(setup, stage.settings) == 0
    assert made(stage) == len(SHAPES)


async def test_other_peoples_contents_stay(stage: Stage) -> None:
    template = stage.twilio.add_template("Something waits.")
    await asyncio.to_thread(setup, stage.settings)
    assert stage.twilio.state.contents.find(template).approved
    assert made(stage) == len(SHAPES) + 1


async def test_wrong_credentials_are_said_without_the_secret(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = settings_for(stage.twilio, stage.board.url, **stage.given | {"TWILIO_API_KEY_SECRET": "not-it"})
    assert await asyncio.to_thread(setup, wrong) == 1
    said = capsys.readouterr()
    assert "20003" in said.err
    assert "not-it" not in said.err + said.out


async def test_without_whatsapp_there_is_nothing_to_set_up(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    off = Settings({**vars(stage.settings), "whatsapp_from": ""})
    assert setup(off) == 1
    assert "WhatsApp is off: WHATSAPP_FROM is not set." in capsys.readouterr().err


async def test_an_api_key_opens_the_api_where_there_is_one_and_the_token_otherwise(stage: Stage) -> None:
    by_key, by_token = (
        TwilioAccess.of(stage.settings),
        TwilioAccess.of(Settings({**vars(stage.settings), "twilio_api_key_sid": ""})),
    )
    assert by_key.user == stage.twilio.account.api_key_sid
    assert (by_token.user, by_token.password.reveal()) == (
        stage.twilio.account.sid,
        stage.twilio.account.auth_token,
    )
    assert stage.twilio.account.auth_token not in repr(by_token)


@pytest.mark.parametrize(
    ("api", "messaging"),
    [
        ("https://api.twilio.com", "https://messaging.twilio.com"),
        ("https://api.dublin.ie1.twilio.com", "https://messaging.dublin.ie1.twilio.com"),
        ("http://127.0.0.1:8103", "http://127.0.0.1:8103"),
    ],
)
async def test_the_typing_indicator_has_a_host_of_its_own(stage: Stage, api: str, messaging: str) -> None:
    settings = Settings({**vars(stage.settings), "twilio_api_base": api})
    assert TwilioAccess.of(settings).messaging_base == messaging
