"""What an unmodified python-telegram-bot can do at the emulator over HTTP: an oracle that is not our own."""

import io
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
import segno
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    MenuButtonCommands,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.sandbox.emulators.telegram import TelegramEmulator, TelegramFault, make_token
from tests.for_every import for_every

pytestmark = pytest.mark.asyncio(loop_scope="module")

Doing = Callable[[Bot, int], Awaitable[object]]


async def test_the_bot_knows_itself(telegram: TelegramEmulator, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (telegram.user["id"], "telcolink_bot", True)


async def test_a_picture_is_uploaded_and_seen(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    picture = io.BytesIO()
    segno.make("https://t.me/telcolink_bot").save(picture, kind="png", scale=4)
    sent = await bot.send_photo(ada, picture.getvalue(), caption="Scan <i>me</i>", parse_mode=ParseMode.HTML)
    line = telegram.screen(ada).shown[-1]
    assert (line.kind, line.text, line.file_id) == ("photo", "Scan me", sent.photo[-1].file_id)
    assert telegram.state.files[sent.photo[-1].file_id] == picture.getvalue()
    assert sent.photo[0].width == sent.photo[0].height > 100
    again = await bot.send_photo(ada, sent.photo[-1].file_id)
    assert again.photo[-1].file_id == sent.photo[-1].file_id


async def test_typing_and_deleting_are_seen(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    typed = telegram.say(ada, "493021")
    await bot.send_chat_action(ada, ChatAction.TYPING)
    await bot.delete_message(ada, typed)
    sent = [await bot.send_message(ada, str(number)) for number in range(3)]
    await bot.delete_messages(ada, [*(message.message_id for message in sent[:2]), 999])
    screen = telegram.screen(ada)
    assert [action.action for action in screen.actions] == ["typing"]
    assert [line.text for line in screen.shown] == ["/start", "2"]
    assert [line.text for line in screen.lines if line.deleted] == ["493021", "0", "1"]


async def test_the_profile_is_kept(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    commands = [BotCommand("start", "Begin"), BotCommand("help", "What I can do")]
    await bot.set_my_commands(commands)
    await bot.set_my_commands(commands[:1], language_code="ha")
    await bot.set_my_description("Links lines.")
    await bot.set_my_short_description("Lines.", language_code="yo")
    await bot.set_my_name("Telcolink")
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert await bot.get_my_commands() == tuple(commands)
    assert await bot.get_my_commands(language_code="ha") == tuple(commands[:1])
    assert (await bot.get_my_description("ig")).description == "Links lines."
    assert (await bot.get_my_short_description()).short_description == ""
    assert (await bot.get_my_name()).name == "Telcolink"
    assert isinstance(await bot.get_chat_menu_button(ada), MenuButtonCommands)
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()
    assert (await bot.get_chat(ada)).first_name == "Ada"


async def test_a_menu_shows_the_narrowest_list_in_the_persons_language(
    telegram: TelegramEmulator, bot: Bot, ada: int
) -> None:
    """core.telegram.org/bots/api#determining-list-of-commands."""
    ben = telegram.add_person("Ben", language_code=None).id
    telegram.change_person(ada, {"language_code": "en-GB"})
    scopes: list[BotCommandScope] = [
        BotCommandScopeDefault(),
        BotCommandScopeAllPrivateChats(),
        BotCommandScopeChat(ada),
    ]
    assert telegram.menu(ada) == {}
    for number, (scope, language) in enumerate((scope, language) for scope in scopes for language in ("", "en")):
        await bot.set_my_commands([BotCommand(f"c{number}", "does it")], scope, language)
        assert telegram.menu(ada) == {f"c{number}": "does it"}
    assert telegram.menu(ben) == {"c2": "does it"}
    for left in (4, 3, 2, 1, 0):
        await bot.delete_my_commands(scopes[(left + 1) // 2], "" if left % 2 else "en")
        assert list(telegram.menu(ada)) == [f"c{left}"]


@for_every(
    ("doing", "refusal", "text"),
    [
        (lambda bot, ada: bot.send_message(1, "hi"), BadRequest, "Chat not found"),
        (lambda bot, ada: bot.send_message(ada, "a" * 4097), BadRequest, "Message is too long"),
        (lambda bot, ada: bot.send_message(ada, "<b>", parse_mode="HTML"), BadRequest, "Can't parse entities"),
        (lambda bot, ada: bot.delete_message(ada, 99), BadRequest, "Message to delete not found"),
        (lambda bot, ada: bot.answer_callback_query("1"), BadRequest, "Query is too old"),
        (
            lambda bot, ada: bot.send_message(ada, "hi", reply_parameters=ReplyParameters(99)),
            BadRequest,
            "Message to be replied not found",
        ),
    ],
)
async def test_refusals_become_the_errors_that_clients_know(
    bot: Bot, ada: int, doing: Doing, refusal: type[TelegramError], text: str
) -> None:
    with pytest.raises(refusal, match=text):
        await doing(bot, ada)


async def test_another_token_is_not_let_in(bot: Bot) -> None:
    other = Bot(make_token(), base_url=bot.base_url.removesuffix(bot.token))
    with pytest.raises(InvalidToken):
        async with other:
            pass


async def test_too_fast_is_told_with_the_time_to_wait(
    telegram: TelegramEmulator, bot: Bot, ada: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    for number in range(5):
        await bot.send_message(ada, str(number))
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(ada, "one too many")
    assert refused.value.retry_after == timedelta(seconds=1)
    telegram.advance(1)
    await bot.send_message(ada, "patience")


async def test_a_lost_answer_leaves_it_open_whether_it_was_done(telegram: TelegramEmulator, bot: Bot, ada: int) -> None:
    telegram.fail(TelegramFault("sendMessage", drop=True))
    with pytest.raises(NetworkError):
        await bot.send_message(ada, "are you there?")
    assert telegram.screen(ada).shown[-1].text == "are you there?"


async def test_polling_beside_a_webhook_is_a_conflict(telegram: TelegramEmulator, bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/telegram", secret_token="s3cret", allowed_updates=["message"])
    info = await bot.get_webhook_info()
    assert (info.url, info.allowed_updates) == ("http://127.0.0.1:9/telegram", ("message",))
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()
