"""The Bot API methods about the bot itself: who it is, its commands, descriptions, names and menu button."""

import json
import re
from typing import Any

from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.recipients import find_chat
from bot.sandbox.emulators.telegram.refusals import bad_request
from bot.sandbox.emulators.telegram.state import Json, TelegramState, TelegramUser

# core.telegram.org/bots/api; the refusals' texts for names and descriptions are not documented.
COMMAND_LIMIT = 100
COMMAND_DESCRIPTION_LIMIT = 256
TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}
_SCOPES = _CHAT_SCOPES | {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_MENU_BUTTONS = {"default", "commands", "web_app"}


class ProfileMethods:
    """What people see of the bot before and beside its messages. `bot` is its User object."""

    def __init__(self, state: TelegramState, bot: Json) -> None:
        self._state = state
        self._bot = bot
        self.clear()

    def clear(self) -> None:
        """Back to a bot that nobody has described."""
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.texts: dict[tuple[str, str], str] = {}
        self.menu_buttons: dict[int, Json] = {}

    def get_me(self, _: Arguments) -> Json:
        """A User object with what only bots have."""
        return self._bot | {
            "can_join_groups": True,
            "can_read_all_group_messages": True,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def set_commands(self, arguments: Arguments) -> bool:
        """setMyCommands, for one scope and language."""
        commands = arguments.structure("commands", "can't parse commands JSON object")
        if not isinstance(commands, list):
            raise bad_request("expected an Array of BotCommand")
        if len(commands) > COMMAND_LIMIT:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        self.commands[self._scope(arguments)] = [_read_command(command) for command in commands]
        return True

    def get_commands(self, arguments: Arguments) -> list[Json]:
        """getMyCommands, of exactly that scope and language."""
        return self.commands.get(self._scope(arguments), [])

    def delete_commands(self, arguments: Arguments) -> bool:
        """deleteMyCommands."""
        self.commands.pop(self._scope(arguments), None)
        return True

    def menu_of(self, person: TelegramUser) -> list[Json]:
        """The commands that a person's chat with the bot shows: the first list that is set."""
        own: Json = {"type": "chat", "chat_id": person.id}
        spoken = (person.language_code or "").partition("-")[0]
        scopes = (own, {"type": "all_private_chats"}, {"type": "default"})
        keys = [(_name(scope), language) for scope in scopes for language in (spoken, "")]
        return next((self.commands[key] for key in keys if self.commands.get(key)), [])

    def set_text(self, name: str, arguments: Arguments) -> bool:
        """setMyName, setMyDescription, setMyShortDescription."""
        if len(arguments.text(name)) > TEXT_LIMITS[name]:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        self.texts[name, _language(arguments)] = arguments.text(name)
        return True

    def get_text(self, name: str, arguments: Arguments) -> Json:
        """getMyName and its like; a language without its own text has the one for all."""
        default = self._bot["first_name"] if name == "name" else ""
        for_all = self.texts.get((name, ""), default)
        return {name: self.texts.get((name, _language(arguments))) or for_all}

    def set_menu_button(self, arguments: Arguments) -> bool:
        """setChatMenuButton, for one private chat or for all."""
        button = arguments.structure("menu_button", "can't parse menu button JSON object")
        button = {"type": "default"} if button is None else button
        if not isinstance(button, dict) or button.get("type") not in _MENU_BUTTONS:
            raise bad_request("can't parse menu button: MenuButton has unsupported type")
        self.menu_buttons[self._menu_owner(arguments)] = button
        return True

    def get_menu_button(self, arguments: Arguments) -> Json:
        """getChatMenuButton."""
        for_all = self.menu_buttons.get(0, {"type": "commands"})
        return self.menu_buttons.get(self._menu_owner(arguments), for_all)

    def _menu_owner(self, arguments: Arguments) -> int:
        return find_chat(self._state, arguments).id if arguments.text("chat_id") else 0

    def _scope(self, arguments: Arguments) -> tuple[str, str]:
        scope = arguments.structure("scope", "can't parse BotCommandScope JSON object") or {"type": "default"}
        if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
            raise bad_request("can't parse BotCommandScope: Unsupported type specified")
        if scope["type"] in _CHAT_SCOPES:
            chat = find_chat(self._state, Arguments({"chat_id": str(scope.get("chat_id", ""))}))
            scope = scope | {"chat_id": chat.id}
        return _name(scope), _language(arguments)


def _name(scope: Json) -> str:
    return json.dumps(scope, sort_keys=True)


def _language(arguments: Arguments) -> str:
    language = arguments.text("language_code")
    if not re.fullmatch(r"([a-z]{2})?", language):
        raise bad_request("invalid language code specified")
    return language


def _read_command(given: Any) -> Json:
    texts = given if isinstance(given, dict) else {}
    command, description = texts.get("command"), texts.get("description")
    if not isinstance(command, str) or not isinstance(description, str):
        raise bad_request('can\'t parse BotCommand: Field "command" must be of type String')
    command = command.removeprefix("/")
    if not re.fullmatch(r"[a-z0-9_]{1,32}", command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= COMMAND_DESCRIPTION_LIMIT:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}
