"""The keyboards that a bot attaches to its messages, checked as the server checks them; never who taps them."""

import re
from typing import Any

from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.refusals import TelegramRefusal, bad_request

Markup = dict[str, Any]

BUTTON_LIMIT = 100
ROW_LIMIT = 8
CALLBACK_DATA_LIMIT = 64  # bytes, not characters
COPY_TEXT_LIMIT = 256
_WEB_ADDRESS = re.compile(r"(?:https?://)?[^\s/:]+\.[^\s/]+\S*|https?://\S+|tg://\S+")
_OTHER_INLINE = ("login_url", "web_app", "switch_inline_query", "switch_inline_query_current_chat", "pay")


def read_markup(arguments: Arguments, *, private: bool) -> Markup | None:
    """The reply markup of a new message, None for none. Raises `TelegramRefusal`."""
    markup = arguments.structure("reply_markup", "can't parse reply keyboard markup JSON object")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup)
    if "keyboard" in markup:
        return _reply_keyboard(markup, private=private)
    return markup if markup.get("remove_keyboard") or markup.get("force_reply") else None


def read_inline_markup(arguments: Arguments) -> Markup | None:
    """The reply markup of an edited message, which may be inline only. Raises `TelegramRefusal`."""
    markup = read_markup(arguments, private=True)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def inline_buttons(markup: Markup | None) -> list[dict[str, Any]]:
    """All inline buttons, row after row."""
    return [button for row in (markup or {}).get("inline_keyboard", []) for button in row]


def _inline(markup: Markup) -> Markup | None:
    rows = _rows(markup, "inline_keyboard", "InlineKeyboardMarkup")
    for row in rows:
        for button in row:
            _check_inline(button)
    return {"inline_keyboard": rows} if rows else None


def _reply_keyboard(markup: Markup, *, private: bool) -> Markup | None:
    rows = _rows(markup, "keyboard", "ReplyKeyboardMarkup")
    buttons = [[{"text": b} if isinstance(b, str) else b for b in row] for row in rows]
    for button in (button for row in buttons for button in row):
        _check_text(button, "keyboard button")
        if not private and button.get("request_contact"):
            raise bad_request("phone number can be requested in private chats only")
        if not private and button.get("request_location"):
            raise bad_request("location can be requested in private chats only")
    return {**markup, "keyboard": buttons} if buttons else None


def _rows(markup: Markup, name: str, type_name: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" of the {type_name} must be an Array of Arrays')
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > BUTTON_LIMIT or any(len(row) > ROW_LIMIT for row in rows):
        raise bad_request("reply markup is too long")
    return rows


def _check_text(button: Any, kind: str) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request(f'can\'t parse {kind}: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request(f"{kind} text must be non-empty")


def _check_inline(button: Any) -> None:
    _check_text(button, "inline keyboard button")
    if "callback_data" in button:
        _check_callback_data(button["callback_data"])
    elif "url" in button:
        _check_url(button["url"])
    elif "copy_text" in button:
        _check_copy_text(button["copy_text"])
    elif not any(name in button for name in _OTHER_INLINE):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def _check_callback_data(data: Any) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode(errors="replace")) <= CALLBACK_DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(url: Any) -> None:
    if not isinstance(url, str) or not _WEB_ADDRESS.fullmatch(url):
        raise _wrong_url(url)


def _wrong_url(url: Any) -> TelegramRefusal:
    return bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_copy_text(copied: Any) -> None:
    text = copied.get("text") if isinstance(copied, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= COPY_TEXT_LIMIT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
