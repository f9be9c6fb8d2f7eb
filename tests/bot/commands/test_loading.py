"""What a command loads: itself, and of what can be off only what is on."""

import subprocess
import sys

import pytest

from bot.__main__ import COMMANDS, main
from bot.commands.serve import trust
from bot.outgoing.trust import known_authorities

ON = "from bot.channels.registry import CHANNELS; next(k for k in CHANNELS if k.name == '{}').load()"
LOADED = "import sys; from bot.__main__ import main, build_parser; {}; print(*sys.modules)"


def loaded_after(statement: str) -> set[str]:
    """The names of all modules of a new process that did this."""
    command = [sys.executable, "-c", LOADED.format(statement)]
    return set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


def test_the_command_line_loads_no_command_that_is_not_called() -> None:
    loaded = loaded_after("build_parser(['serve'])")
    ours = {name for name in loaded if name.startswith(("bot.", "storage", "conversations"))}
    assert ours == {"bot.__main__", "bot.commands", "bot.commands.parsing"}


@pytest.mark.parametrize(
    ("typed", "usage"),
    [
        ("resume now", "telcolink resume "),
        ("doctor x", "telcolink doctor "),
        ("events --foo", "telcolink events "),
        ("customers find --number 08031234567 x", "telcolink customers find "),
    ],
)
def test_who_types_too_much_is_told_what_that_command_takes(
    typed: str, usage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed.split())
    said = capsys.readouterr().err
    assert (ended.value.code, said.startswith(f"usage: {usage}")) == (2, True)
    assert "unrecognized arguments: " in said


def test_who_mistypes_a_command_is_told_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["serv"], ["--help"]):
        with pytest.raises(SystemExit):
            main(words)
        told = "".join(capsys.readouterr())
        assert [name for name in COMMANDS if name not in told] == []


def test_a_service_on_telegram_alone_loads_neither_the_sandbox_nor_whatsapp() -> None:
    loaded = loaded_after(f"import bot.commands.serving; {ON.format('telegram')}")
    assert "bot.channels.telegram.channel" in loaded
    idle = {"bot.sandbox", "bot.channels.whatsapp.module", "twilio", "phonenumbers.carrier", "aiohttp"}
    assert loaded & idle == set()
    # For these the first text or sentence waits, or nobody does.
    assert loaded & {"fluent", "phonenumbers", "rapidfuzz", "segno"} == set()
    assert loaded & {"telegram", "httpx", "certifi", "dotenv"} == set()  # for these a picture waits, or who has a file
    later = {"apscheduler", "tomllib", "importlib.metadata", "pydantic"}
    assert loaded & later == set()  # these come when customers are let in


def test_a_service_on_whatsapp_alone_loads_neither_telegram_nor_what_twilios_rare_calls_need() -> None:
    loaded = loaded_after(f"import bot.commands.serving; {ON.format('whatsapp')}")
    assert "bot.channels.whatsapp.channel" in loaded
    assert loaded & {"bot.channels.telegram.module", "telegram", "httpx", "twilio.rest", "requests"} == set()


def test_the_database_is_opened_before_most_is_loaded() -> None:
    """So that a large one is looked through meanwhile."""
    loaded = loaded_after("import bot.commands.serve, bot.config.reading")
    assert "storage.database" in loaded
    later = (
        "uvicorn",
        "starlette",
        "prometheus_client",
        "bot.turns",
        "bot.http.doors",
        "bot.channels.telegram.channel",
    )
    assert {name for name in loaded if name.startswith(later)} == set()


def test_whose_certificates_are_good_is_read_at_the_start_unless_every_platform_is_here() -> None:
    """Beside the rest, for the first call of a platform would wait for it."""
    known_authorities.cache_clear()
    for rehearsal, read in ((True, 0), (False, 1)):
        trust(rehearsal=rehearsal)
        assert known_authorities.cache_info().currsize == read


def test_who_keeps_a_file_loads_no_driver_of_a_server() -> None:
    loaded = loaded_after("import bot.app, bot.commands.doctor, bot.commands.keys, bot.commands.database")
    assert "sqlite3" in loaded
    assert {name for name in loaded if name.startswith(("psycopg", "storage.postgres"))} == set()


def test_an_end_looks_no_more_through_all_that_was_loaded() -> None:
    """It is waited for: by who pressed Ctrl-C, and by who begins the service again."""
    told = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 0))"
    command = [sys.executable, "-c", f"{told}; from bot.__main__ import main; main(['--version'])"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1] == "True"
