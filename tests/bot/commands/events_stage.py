"""`telcolink events` as somebody types it, and the settings that it reads. Never what must come of it."""

import argparse
import asyncio
import secrets
from pathlib import Path

from bot.commands import events
from bot.config.reading import read_settings
from bot.config.settings import Settings
from storage.sealing import Keyring
from tests.bot.outbox.webhooks_stage import World


def settings_in(folder: Path, **more: str) -> Settings:
    given = {
        "DATABASE_URL": f"sqlite:///{folder}/test.db",
        "ENCRYPTION_KEYS": Keyring.generate_key(),
        "MONO_SECRET_KEY": f"test_sk_{secrets.token_hex(8)}",
    }
    return read_settings(given | more, needs_channel=False)


async def command(settings: Settings, world: World, *words: str) -> int:
    parser = argparse.ArgumentParser()
    events.add_arguments(parser)
    return await asyncio.to_thread(events.main, parser.parse_args(words), settings, world)
