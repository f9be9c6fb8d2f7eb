"""The peer: python-telegram-bot's own ConversationHandler with its own persistence, doing the same conversation.

Built as its documentation has it (custom webhook behind Starlette, PicklePersistence), with the same calls to Mono, the
same replies, buttons and deletion; updates one at a time, or concurrent where PEER_CONCURRENT is set. Run by `make
bench`; alone it needs the PEER_ variables.
"""

import asyncio
import logging
import os
import warnings
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from tests.benchmarks import wording

CONSENT, NUMBER, NETWORK, CODE = range(4)
Context = ContextTypes.DEFAULT_TYPE


class Mono:
    """The five calls of the conversation."""

    def __init__(self) -> None:
        headers = {"mono-sec-key": os.environ["PEER_MONO_KEY"]}
        self._http = httpx.AsyncClient(base_url=os.environ["PEER_MONO"], headers=headers, timeout=15)

    async def log_in(self, phone: str, provider: str) -> str:
        answer = await self._http.post("/v2/telecom/auth", json={"phone": phone, "provider": provider})
        return str(answer.raise_for_status().json()["data"]["session_id"])

    async def verify(self, session: str, otp: str) -> str:
        answer = await self._http.post("/v2/telecom/verify", json={"otp": otp}, headers={"x-session-id": session})
        return str(answer.raise_for_status().json()["data"]["code"])

    async def exchange(self, code: str) -> str:
        answer = await self._http.post("/v2/accounts/auth", json={"code": code})
        return str(answer.raise_for_status().json()["data"]["id"])

    async def read(self, account: str) -> tuple[Any, Any]:
        await self._http.get(f"/accounts/{account}")
        identity, balances = await asyncio.gather(
            self._http.get(f"/accounts/{account}/identity"), self._http.get(f"/accounts/{account}/balances")
        )
        return identity.json(), balances.json()


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label) for label in labels]])


async def start(update: Update, context: Context) -> int:
    assert update.message
    await update.message.reply_text(wording.HELLO, reply_markup=keyboard(*wording.CONSENT_ANSWERS))
    return CONSENT


async def agree(update: Update, context: Context) -> int:
    query = update.callback_query
    assert query
    assert update.effective_chat
    await query.answer()
    await update.effective_chat.send_message(wording.ASK_NUMBER)
    return NUMBER


async def take_number(update: Update, context: Context) -> int:
    assert update.message
    assert context.user_data is not None
    context.user_data["number"] = update.message.text
    text = wording.ASK_NETWORK.format(update.message.text)
    await update.message.reply_text(text, reply_markup=keyboard(*wording.NETWORK_ANSWERS))
    return NETWORK


async def take_network(update: Update, context: Context) -> int:
    query = update.callback_query
    assert query
    assert query.data
    assert update.effective_chat
    assert context.user_data is not None
    await query.answer()
    mono: Mono = context.bot_data["mono"]
    context.user_data["session"] = await mono.log_in(context.user_data["number"], query.data.lower())
    text = wording.ASK_CODE.format(query.data)
    await update.effective_chat.send_message(text, reply_markup=keyboard(*wording.CODE_ANSWERS))
    return CODE


async def take_code(update: Update, context: Context) -> int:
    assert update.message
    assert context.user_data is not None
    mono: Mono = context.bot_data["mono"]
    code = await mono.verify(context.user_data["session"], str(update.message.text))
    await update.message.delete()
    account = await mono.exchange(code)
    identity, balances = await mono.read(account)
    rows = [(each["name"], each["value"], each["unit"]) for each in balances]
    await update.message.reply_text(wording.summary(identity["fullName"], rows), do_quote=False)
    buttons = keyboard(*wording.RECEIPT_ANSWERS)
    await update.message.reply_text(wording.RECEIPT, reply_markup=buttons, do_quote=False)
    return ConversationHandler.END


def build() -> Application[Any, Any, Any, Any, Any, Any]:
    persistence = PicklePersistence(f"{os.environ['PEER_FOLDER']}/peer.pickle")
    base = f"{os.environ['PEER_TELEGRAM']}/bot"
    builder = Application.builder().token(os.environ["PEER_TOKEN"]).base_url(base)
    concurrent = bool(os.environ.get("PEER_CONCURRENT"))
    application = builder.persistence(persistence).concurrent_updates(concurrent).updater(None).build()
    text = filters.TEXT & ~filters.COMMAND
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", start)],
            states={
                CONSENT: [CallbackQueryHandler(agree)],
                NUMBER: [MessageHandler(text, take_number)],
                NETWORK: [CallbackQueryHandler(take_network)],
                CODE: [MessageHandler(text, take_code)],
            },
            fallbacks=[CommandHandler("start", start)],
            name="linking",
            persistent=True,
        )
    )
    return application


async def main() -> None:
    application = build()

    async def webhook(request: Request) -> Response:
        await application.update_queue.put(Update.de_json(await request.json(), application.bot))
        return PlainTextResponse("ok")

    async def ready(_: Request) -> Response:
        return PlainTextResponse("ready")

    web = Starlette(routes=[Route("/telegram", webhook, methods=["POST"]), Route("/readyz", ready)])
    config = uvicorn.Config(web, port=int(os.environ["PEER_PORT"]), log_config=None, access_log=False)
    async with application:
        application.bot_data["mono"] = Mono()
        await application.start()
        await application.bot.set_webhook(f"{os.environ['PEER_URL']}/telegram", max_connections=100)
        await uvicorn.Server(config).serve()
        application.bot_data.clear()
        await application.stop()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    asyncio.run(main())
