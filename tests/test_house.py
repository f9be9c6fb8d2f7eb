"""What the counts of the house may be, and that the counting sees what it is there to see."""

import builtins
import re
from functools import cache
from pathlib import Path

from bot.channels.settings import DECLARATIONS
from tests.house import CHANNELS, House, describe

MODULES_AT_THE_ROOT_OF_BOT = 14


whole = cache(House)


def build(root: Path, files: dict[str, str]) -> House:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return House(root)


def test_the_root_of_the_shell_stays_small() -> None:
    assert len(whole().root_of_bot) <= MODULES_AT_THE_ROOT_OF_BOT


def test_rooms_import_from_each_other_only_where_a_folder_gathers_what_it_has_in_it() -> None:
    """Settings, too, are gathered from the channels and providers that declare them, and read by these."""
    pairs = [pair.split(" ⇄ ") for pair in whole().two_way_arrows]
    apart = [pair for pair in pairs if not pair[1].startswith(f"{pair[0]}/")]
    assert apart == [["bot/channels", "bot/config"], ["bot/config", "bot/providers"]]


def test_no_two_classes_have_one_name() -> None:
    assert whole().doubled_classes == {}


def test_no_alias_has_the_name_of_a_class_elsewhere() -> None:
    """Who looks for a name finds one thing."""
    assert whole().doubled_by_aliases == {}


def test_what_a_docstring_says_is_raised_is_there() -> None:
    modules = whole().modules
    there = {name for module in modules for name in module.classes} | set(dir(builtins))
    raised = [(module.name, set(re.findall(r"[Rr]aises `(\w+)`", module.text))) for module in modules]
    assert [(where, names - there) for where, names in raised if names - there] == []


def test_rooms_are_folders_and_the_modules_at_the_root_of_the_shell(tmp_path: Path) -> None:
    files = dict.fromkeys(("storage/a.py", "storage/b.py", "bot/app.py", "bot/http/routes.py"), "")
    house = build(tmp_path, files)
    assert house.rooms == {"storage", "bot/app", "bot/http"}
    assert house.root_of_bot == ["bot/app.py"]


def test_an_arrow_is_counted_once_from_room_to_room_and_never_within_one(tmp_path: Path) -> None:
    files = {
        "storage/links.py": "from storage.codec import encode\nimport json\n",
        "storage/codec.py": "",
        "bot/app.py": "from storage.links import Links\nfrom storage import codec\nimport bot.http.routes\n",
        "bot/http/routes.py": "def later():\n    from bot.app import App\n",
    }
    house = build(tmp_path, files)
    assert house.arrows == {("bot/app", "storage"), ("bot/app", "bot/http"), ("bot/http", "bot/app")}
    assert house.two_way_arrows == ["bot/app ⇄ bot/http"]


def test_one_class_name_in_two_places_is_found(tmp_path: Path) -> None:
    files = {"bot/ports.py": "class Unreadable: ...", "storage/codec.py": "def f():\n    class Unreadable: ..."}
    assert build(tmp_path, files).doubled_classes == {"Unreadable": ["bot/ports.py", "storage/codec.py"]}


def test_an_alias_with_the_name_of_a_class_is_found(tmp_path: Path) -> None:
    files = {
        "bot/ports.py": "class Report: ...\nMOST = 7\nT = TypeVar('T')",
        "bot/calls.py": "Report = Callable[[int], None]",
        "bot/sandbox/a.py": "Report = int",
    }
    assert build(tmp_path, files).doubled_by_aliases == {"Report": ["bot/ports.py", "bot/calls.py"]}


def test_a_channel_is_named_in_code_outside_its_own_folder(tmp_path: Path) -> None:
    files = {
        "bot/channels/telegram/updates.py": "TELEGRAM = 1",
        "bot/channels/whatsapp/module.py": '"""Unlike Telegram."""\nx = 1  # Telegram, too',
        "bot/config/settings.py": "telegram_token = ''",
        "bot/sandbox/demo/people/telegram.py": "",
    }
    house = build(tmp_path, files)
    assert house.naming("telegram") == ["bot/config/settings.py", "bot/sandbox/demo/people/telegram.py"]
    assert house.naming_channels == (["bot/config/settings.py"], ["bot/sandbox/demo/people/telegram.py"])


def test_every_channel_is_counted() -> None:
    assert set(CHANNELS) == {channel.name for channel in DECLARATIONS}, "CHANNELS in tests/house.py"


def test_the_databases_driver_is_found_outside_storage(tmp_path: Path) -> None:
    files = {"storage/database.py": "import sqlite3", "bot/app.py": "import sqlite3\nx: sqlite3.Row"}
    assert build(tmp_path, files).driver_outside_storage == {"bot/app.py": 2}


def test_every_figure_is_described_with_what_it_counts(tmp_path: Path) -> None:
    said = describe(build(tmp_path, {"bot/app.py": "import sqlite3"}))
    assert "    1  modules at the root of bot/\n         bot/app.py\n" in said
    assert said.endswith("    1  times `sqlite3` outside storage/\n         bot/app.py: 1")
