"""The whole service behind its real web server: whatever is posted there, nobody gets in and nobody is left waiting."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.channels.telegram_doors import MOST_BYTES
from bot.demo.stage import Stage, open_stage

DEEP = 100_000
LONG = "7" * 5_000


class Door:
    """The webhook's door as strangers and Telegram find it, and Ada who talks to the bot behind it."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.ada = stage.telegram.add_person("Ada").id
        (registered,) = stage.telegram.journal.made("setWebhook")
        self.url, self.secret = registered.arguments["url"], registered.arguments["secret_token"]
        self._http = httpx.AsyncClient()
