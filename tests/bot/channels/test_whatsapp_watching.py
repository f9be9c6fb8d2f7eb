"""It is looked at every so often whether Twilio knows us: by its token, which signs, and by what we send with."""

import secrets
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager

import pytest

from bot.channels.whatsapp.access import TwilioAccess
from bot.channels.whatsapp.watching import AccountWatch
from bot.monitoring.channel_health import ChannelHealth, Way
from bot.outgoing.client import LeanClient
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.twilio import TwilioEmulator, TwilioFault
from conversations.secret import Secret

SENDER = "whatsapp:+2348030000000"


@pytest.fixture
def health() -> ChannelHealth:
    health = ChannelHealth()
    health.expect("whatsapp")
    return health


@asynccontextmanager
async def watching(
    twilio: TwilioEmulator, health: ChannelHealth, *tokens: str, secret: str = ""
) -> AsyncIterator[AccountWatch]:
    account = twilio.state.account
    async with serve(twilio.app) as url, aclosing(LeanClient()) as http:
        user, password = (account.api_key_sid, secret) if secret else (account.sid, tokens[0])
        access = TwilioAccess(account.sid, user, Secret(password), SENDER, "", url, url)
        yield AccountWatch(http, access, [Secret(token) for token in tokens], health)


def well(health: ChannelHealth) -> tuple[bool, bool]:
    return health.is_well("whatsapp", Way.TAKES), health.is_well("whatsapp", Way.SENDS)


async def test_with_the_right_token_all_is_well(health: ChannelHealth) -> None:
    twilio = TwilioEmulator(sender=SENDER)
    old = secrets.token_hex(16)
    async with watching(twilio, health, twilio.state.account.auth_token, old) as watch:
        await watch.look()
    assert well(health) == (True, True)


async def test_a_token_that_was_changed_at_twilio_shows_although_sending_goes_on(health: ChannelHealth) -> None:
    twilio = TwilioEmulator(sender=SENDER)
    twilio.state.account.api_key_secret = secrets.token_hex(16)
    async with watching(twilio, health, secrets.token_hex(16), secret=twilio.state.account.api_key_secret) as watch:
        await watch.look()
    assert well(health) == (False, True)


async def test_without_an_api_key_neither_works_then(health: ChannelHealth) -> None:
    async with watching(TwilioEmulator(sender=SENDER), health, secrets.token_hex(16)) as watch:
        await watch.look()
    assert well(health) == (False, False)


async def test_a_twilio_that_fails_says_nothing_of_what_it_brings(health: ChannelHealth) -> None:
    twilio = TwilioEmulator(sender=SENDER)
    async with watching(twilio, health, twilio.state.account.auth_token) as watch:
        for _ in range(2):
            twilio.fail(TwilioFault("GET", "", status=503))
        await watch.look()
    assert well(health) == (True, False)
