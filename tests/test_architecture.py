"""The shape of the house, read from its source: which way imports point, who may name whom, and how long things are."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from bot.channels.settings import DECLARATIONS as CHANNELS
from bot.config.declarations import ChannelSettings
from bot.providers.settings import DECLARATIONS as PROVIDERS
from tests.for_every import for_every
from tests.source import read

ROOT = Path(__file__).parents[1]
LAYERS = ("conversations", "storage", "bot")  # each may import itself and those before it
SOURCES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
EVERYTHING = [*SOURCES, *TESTS]

LONGEST_FILE = 250  # lines
LONGEST_FUNCTION = 35
# A table has a line for each arrow.
TABLES = {
    "conversations/customer/machine.py: follow",
    "conversations/customer/chosen.py: followed",
    "conversations/customer/traits.py: traits_of",
    "conversations/agents/acting.py: act",
}
VAGUE = {"util", "utils", "helper", "helpers", "common", "base", "manager", "managers", "misc", "tools"}

# What the core may not have: a clock, the disk, the network, chance, the environment, other programs.
IMPURE = """
    aiohttp asyncio concurrent http httpx io logging multiprocessing os pathlib psycopg random secrets select shutil
    signal socket sqlite3 starlette structlog subprocess sys tempfile telegram threading time twilio urllib uuid uvicorn
"""
CLOCKS = re.compile(r"\.(now|utcnow|today)\(\)|\bopen\(|\binput\(")
VENDORS = re.compile(r"telegram|whatsapp|twilio|\bmono(?!ton)|withmono|\bptb\b", re.IGNORECASE)
# The only places of `bot` that may name a vendor: adapters, emulators, the demo, and the commands named after one.
MAY_NAME_VENDORS = ("bot/channels/", "bot/providers/", "bot/sandbox/emulators/", "bot/sandbox/demo/", "bot/__main__.py")
SQL = re.compile(r"\b(SELECT\b.+\bFROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|PRAGMA)\b")
# What only SQLite understands.
ONE_DIALECT = re.compile(r"INSERT OR |REPLACE INTO|\browid\b|sqlite_|\?\d|\bx'|\bPRAGMA\b|WHERE 1\b|IN \(\)")
DRIVERS = {"storage/sqlite/": {"sqlite3", "aiosqlite"}, "storage/postgres/": {"psycopg"}}
# Repeated possessively, a group of a pattern loses its way before Python 3.11.5; a set of characters does not.
POSSESSIVE_GROUP = re.compile(r"(?<![(\\])\)(?:[*+?]|\{[0-9,]+\})\+|\(\?>")
BEGINNING = re.compile(r'"""(.+?)(\n\n|""")', re.DOTALL)  # the first paragraph of a docstring
REAL_SLEEPS = {"asyncio.sleep", "time.sleep", "sleep"}
MAY_WAIT = (
    "tests/waiting.py",
    "tests/benchmarks/",
    "tests/soak/",
)  # whoever looks again, or measures for so long
COMMAND_LINES = ("__main__.py", "command.py", "doctor.py", "terminal.py")  # these talk to whoever typed the command


@cache
def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def layer_of(path: Path) -> str:
    return name_of(path).partition("/")[0]


def top(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


# Imports


def test_imports_point_inward() -> None:
    outer = {layer: {"tests", *LAYERS[place + 1 :]} for place, layer in enumerate(LAYERS)}
    imported = [(path, name) for path in SOURCES for name in read(path).imports]
    assert [f"{name_of(path)}: {name}" for path, name in imported if top(name) in outer[layer_of(path)]] == []


def test_the_core_has_no_clock_no_disk_no_network_no_chance_and_no_environment() -> None:
    core = [path for path in SOURCES if layer_of(path) == "conversations"]
    impure = [f"{name_of(path)}: {name}" for path in core for name in read(path).imports if top(name) in IMPURE.split()]
    assert impure == []
    assert [name_of(path) for path in core if CLOCKS.search(read(path).text)] == []


def test_the_layers_do_not_reach_into_each_others_private_parts() -> None:
    imported = [(path, name) for path in SOURCES for name in read(path).imports if top(name) in LAYERS]
    assert [f"{name_of(path)}: {name}" for path, name in imported if "._" in name] == []


def test_nothing_in_production_imports_the_sandbox() -> None:
    """Only the command line does, which runs the demo and the emulators."""
    production = [path for path in SOURCES if not name_of(path).startswith(("bot/sandbox/", "bot/__main__.py"))]
    imported = [(path, name) for path in production for name in read(path).imports]
    assert [f"{name_of(path)}: {name}" for path, name in imported if f"{name}.".startswith("bot.sandbox.")] == []


def test_the_libraries_that_are_imported_are_those_that_are_asked_for() -> None:
    """One that only another brings along may be gone with its next release."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[^\w.-]", each)[0] for each in project["dependencies"]}
    homes = packages_distributions()
    roots = {top(name) for path in SOURCES for name in read(path).imports} - {*LAYERS, *sys.stdlib_module_names}
    assert {plain(home) for root in roots for home in homes[root]} == {plain(name) for name in asked}


def plain(distribution: str) -> str:
    """Its name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


# Vendors


def test_the_core_names_no_vendor_anywhere_not_even_in_its_words() -> None:
    files = [path for path in (ROOT / "conversations").rglob("*") if path.suffix in {".py", ".ftl"}]
    named = [(path, VENDORS.search(path.read_text(encoding="utf-8"))) for path in files]
    assert [f"{name_of(path)}: {vendor[0]}" for path, vendor in named if vendor] == []


def test_only_adapters_and_the_command_line_name_a_vendor() -> None:
    """Comments and docstrings may: they say which platform's rule a line obeys."""
    neutral = [path for path in SOURCES if not name_of(path).startswith(MAY_NAME_VENDORS)]
    named = [(path, text) for path in neutral for text in (*read(path).texts, *read(path).names, *read(path).imports)]
    assert [f"{name_of(path)}: {text}" for path, text in named if VENDORS.search(text)] == []


def test_the_look_for_vendors_knows_the_settings_of_every_channel_and_provider() -> None:
    """So that a new one is looked for as well: its settings are called after whoever it is."""
    declared = {name for each in (*CHANNELS, *PROVIDERS) for name in each.part.fields()} - {*ChannelSettings.fields()}
    assert {name for name in declared if not VENDORS.search(name)} == set(), "VENDORS lacks who that is"
    assert len(declared) > 20


# SQL, patterns, printing


def test_sql_stands_in_storage_only() -> None:
    elsewhere = [path for path in SOURCES if layer_of(path) != "storage"]
    assert [f"{name_of(path)}: {text}" for path in elsewhere for text in read(path).texts if SQL.search(text)] == []
    assert any(SQL.search(text) for path in SOURCES for text in read(path).texts)


@for_every("room", DRIVERS)
def test_a_database_is_named_in_its_own_room_only(room: str) -> None:
    """Whatever else stores, asks a `Transaction`: either can stand behind it."""
    elsewhere = [path for path in SOURCES if not name_of(path).startswith(room)]
    drivers = DRIVERS[room]
    assert [
        f"{name_of(path)}: {name}" for path in elsewhere for name in read(path).imports if top(name) in drivers
    ] == []
    assert any(top(name) in drivers for path in SOURCES for name in read(path).imports)


def test_statements_are_in_the_sql_that_databases_share() -> None:
    tables = [
        path
        for path in SOURCES
        if name_of(path).startswith("storage/") and not name_of(path).startswith(tuple(DRIVERS))
    ]
    assert [
        f"{name_of(path)}: {text}" for path in tables for text in read(path).texts if ONE_DIALECT.search(text)
    ] == []
    assert ONE_DIALECT.search("INSERT OR IGNORE INTO a VALUES (?1)")


def test_no_pattern_repeats_a_group_possessively() -> None:
    assert [
        f"{name_of(path)}: {text}" for path in SOURCES for text in read(path).texts if POSSESSIVE_GROUP.search(text)
    ] == []
    assert all(map(POSSESSIVE_GROUP.search, ("(?:a|b)++", "(a){0,3}+", "(?>a)")))


def test_only_command_lines_print() -> None:
    silent = [path for path in SOURCES if path.name not in COMMAND_LINES and "demo" not in path.parts]
    assert [name_of(path) for path in silent if "print" in read(path).called] == []


# Secrets


def test_only_who_is_discreet_hides_anything() -> None:
    """On any other class the word would do nothing."""
    hiding = {name: bases for path in SOURCES for name, bases in read(path).hiding.items()}
    assert len(hiding) > 50
    discreet = {"Discreet", *hiding}
    assert [name for name, bases in hiding.items() if discreet.isdisjoint(bases)] == []


# Time


def real_waits_of(path: Path) -> Iterator[str]:
    """Calls that let a fixed real time pass. Emulated clocks sleep too, but nobody waits; 0 lets others go first."""
    text = path.read_text(encoding="utf-8")
    if "sleep(" not in text:
        return
    tree = ast.parse(text)
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    numbers = {ast.unparse(node.targets[0]) for node in assigned if isinstance(node.value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in REAL_SLEEPS and node.args:
            span = node.args[0]
            fixed = isinstance(span, ast.Constant) and span.value != 0
            if fixed or ast.unparse(span) in numbers:
                yield f"line {node.lineno}: {ast.unparse(node)}"


def test_no_test_waits_a_fixed_real_time() -> None:
    tests = [path for path in TESTS if not name_of(path).startswith(MAY_WAIT)]
    assert [f"{name_of(path)}, {wait}" for path in tests for wait in real_waits_of(path)] == []


def test_the_look_for_real_waits_finds_them(tmp_path: Path) -> None:
    source = tmp_path / "waits.py"
    source.write_text("LONG = 2\nawait asyncio.sleep(0.05)\ntime.sleep(LONG)\nawait asyncio.sleep(0)\nclock.sleep(9)\n")
    assert sorted(real_waits_of(source)) == ["line 2: asyncio.sleep(0.05)", "line 3: time.sleep(LONG)"]


# Sizes, names, documentation


def test_no_file_is_too_long() -> None:
    lengths = {name_of(path): len(read(path).text.splitlines()) for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long_but_the_tables() -> None:
    lengths = (
        (f"{name_of(path)}: {name}", length) for path in SOURCES for name, length in read(path).functions.items()
    )
    assert {name for name, length in lengths if length > LONGEST_FUNCTION} == TABLES


def test_every_module_begins_with_a_sentence_about_what_is_in_it() -> None:
    texts = {name_of(path): path.read_text(encoding="utf-8").strip() for path in EVERYTHING}
    beginnings = {name: BEGINNING.match(text) for name, text in texts.items() if text}
    assert [
        name for name, found in beginnings.items() if not (found and found[1].strip().endswith((".", ".)", ":", "?")))
    ] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [name_of(path) for path in EVERYTHING if VAGUE & set(re.split(r"[/_.]", name_of(path)))] == []


def test_the_look_for_vendors_and_sql_finds_them() -> None:
    assert all(
        VENDORS.search(name) for name in ("TelegramError", "the Mono key", "MonoError", "mono_api", "TWILIO_SID")
    )
    assert not VENDORS.search("monotonic")
    assert SQL.search("SELECT a FROM b")
    assert not SQL.search("select one from the list")
