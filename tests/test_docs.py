"""What the documents name exists: files, targets of make, commands, settings and metrics."""

import argparse
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.__main__ import COMMANDS, build_parser
from bot.config.secret_files import file_names
from bot.monitoring.metrics import Metrics
from tests.for_every import for_every

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")})
TARGETS = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
SETTINGS = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
SETTINGS |= set(file_names(SETTINGS))
TREES = [ROOT / name for name in ("conversations", "storage", "bot", "tests")]
MADE_LATER = (".venv", ".env", "FILE.chat", "xx.ftl", "telcolink.db", "copy.db")  # in examples, not in the checkout

CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"(?:\]\(|src=\")([^)\s\"#]+)")
SHELL = re.compile(r"^ {4}(?=make |telcolink |\.venv/)(.+?)(?: {2,}.*)?$", re.MULTILINE)
SUFFIXES = "py md ftl toml chat yaml sql db txt example"
FILE = re.compile(rf"(?!PUBLIC_URL)(?:[\w.-]+/)*(?:[\w.*-]+\.(?:{SUFFIXES.replace(' ', '|')})|[\w.-]+/[\w*-]*)")
MAKE = re.compile(r"\bmake ([a-z-]+)")
SETTING = re.compile(r"[A-Z]{2,}(?:_[A-Z]+)+")
METRIC = re.compile(r"telcolink_[a-z_]+[a-z]")
OTHERS_NAMES = {"STORED_NAMES"}  # capitals that are no setting

every_document = for_every("document", DOCUMENTS)
the_parser = cache(build_parser)


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def commands_of(text: str) -> Iterator[list[str]]:
    """The words after `telcolink` wherever it is written as a command."""
    for written in (*CODE.findall(text), *SHELL.findall(text)):
        words = shlex.split(written, comments=True) if "'" not in written else written.split()
        if words and words[0].rpartition("/")[2] == "telcolink":
            yield words[1:]


@cache
def counted() -> set[str]:
    return set(METRIC.findall(Metrics().render().decode()))


def exists(name: str, document: Path) -> bool:
    """A file or folder by its path from the root, from its layer, or from beside the document; `*` is any name."""
    if any(word in name for word in MADE_LATER):
        return True
    if any(any(place.glob(name.rstrip("/"))) for place in (ROOT, document.parent, *TREES)):
        return True
    return "/" not in name and any(any(tree.rglob(name)) for tree in TREES)


def subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    choices = (each.choices for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    return next(choices, {})


def is_understood(words: list[str]) -> bool:
    """Whether the first words are a command, and every option one of its own; the rest may be anything."""
    parser = the_parser(tuple(COMMANDS))
    while words and (known := subcommands(parser)):
        if words[0].startswith("-"):
            break
        if words[0] not in known and not words[0].startswith("{"):
            return False
        parser = known.get(words[0], parser)
        words = words[1:]
    options = {option for action in parser._actions for option in action.option_strings}
    return all(word.partition("=")[0] in options for word in words if word.startswith("--"))


@every_document
def test_every_link_leads_to_a_file(document: Path) -> None:
    named = [name for name in LINK.findall(text_of(document)) if "://" not in name]
    assert [name for name in named if not (document.parent / name).exists()] == []


@every_document
def test_every_file_that_is_named_exists(document: Path) -> None:
    named = [name for name in CODE.findall(text_of(document)) if FILE.fullmatch(name) and not name.startswith("/")]
    assert [name for name in named if not exists(name, document)] == []


@every_document
def test_every_target_of_make_exists(document: Path) -> None:
    written = " \n".join((*CODE.findall(text_of(document)), *SHELL.findall(text_of(document))))
    assert set(MAKE.findall(written)) <= TARGETS


@every_document
def test_every_setting_exists(document: Path) -> None:
    named = {name for code in CODE.findall(text_of(document)) for name in SETTING.findall(code)}
    assert named - OTHERS_NAMES - SETTINGS == set()


@every_document
def test_every_metric_exists(document: Path) -> None:
    named = {name.removesuffix("_count") for name in METRIC.findall(text_of(document))}
    assert named - counted() == set()


@every_document
def test_every_command_is_understood(document: Path) -> None:
    assert [words for words in commands_of(text_of(document)) if not is_understood(words)] == []


@every_document
def test_every_row_belongs_to_a_table(document: Path) -> None:
    """Behind an empty line it is a text with strokes in it."""
    tables = re.findall(r"(?:^\|.*\n)+", text_of(document), re.MULTILINE)
    assert [each.split("\n")[0] for each in tables if not re.match(r"\|.*\n\|[-:| ]+\|\n", each)] == []


def test_the_map_of_the_readme_is_the_tree() -> None:
    """Each folder of it stands where its indentation says, and none of our own is left out."""
    house = text_of(ROOT / "README.md").partition("## The house")[2]
    layer, drawn = "", set[str]()
    for line in re.findall(r"^ {4}( *\S.*)$", house, re.MULTILINE):
        folders = re.findall(r"(?<![\w/])([\w]+)/", line[:19])
        layer = "" if line[0] != " " else layer
        assert [name for name in folders if not (ROOT / layer / name).is_dir()] == []
        layer = layer or folders[0]
        drawn |= {f"{layer}/{name}" for name in folders}
    rooms = (path for tree in TREES[:3] for path in tree.iterdir() if any(path.glob("*.py")))
    assert {str(path.relative_to(ROOT)) for path in rooms} <= drawn


def test_the_look_finds_what_is_not_there() -> None:
    here = ROOT / "README.md"
    assert not exists("bot/courier.py", here)
    assert not exists("gone.py", here)
    assert exists("tests/journeys/*.chat", here)
    assert not is_understood(["sing"])
    assert not is_understood(["demo", "--loudly"])
    assert is_understood(["demo", "--play", "FILE.chat"])
    assert list(commands_of("`telcolink doctor`\n    telcolink serve   # on\n")) == [["doctor"], ["serve"]]
    assert MAKE.findall("make demo ARGS=--whatsapp") == ["demo"]
    assert SETTING.findall("set TELEGRAM_TOKEN") == ["TELEGRAM_TOKEN"]
