"""What the servers of tests are forked from: all that one loads and builds as it begins, once for all of them."""

import gc

import apscheduler.executors.asyncio
import apscheduler.schedulers.asyncio  # noqa: F401 - all of it is loaded for those who follow
import babel.dates
import babel.numbers  # noqa: F401
import uvicorn.protocols.http.httptools_impl  # noqa: F401
import uvloop  # noqa: F401
from twilio.rest import Client

import bot.channels.telegram.library_calls
import bot.channels.whatsapp.transport
import bot.commands.refused_start
import bot.commands.serve
import bot.commands.streams
import bot.providers.mono.answers  # noqa: F401
import storage.postgres.server  # noqa: F401
import tests.server_process  # noqa: F401
from bot.channels.registry import CHANNELS
from bot.commands.serving import learn
from bot.providers.registry import PROVIDERS
from tests.fresh_databases import copy_when_new, migrated

for kind in CHANNELS:
    kind.load()
twilio = Client("AC", "token")
assert all((twilio.api.v2010.account, twilio.content.v1.contents))  # which loads what it has as it is asked for
for provider in PROVIDERS.values():
    learn(provider)
copy_when_new()
migrated()
gc.collect()
gc.freeze()
