"""The shape of the house in figures: rooms, arrows, the root of `bot/`, names that stand twice, who names a channel.

python -m tests.house [ROOT]      (or `make house`; ROOT is another checkout, to compare with)
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

HERE = Path(__file__).parents[1]
LAYERS = ("conversations", "storage", "bot")
# A channel's folders are called after it or after who carries it; what names it elsewhere knows that there is one.
CHANNELS = {"telegram": ("telegram",), "whatsapp": ("whatsapp", "twilio")}
SANDBOX = ("bot/sandbox/", "bot/demo/", "bot/emulators/")  # the last two: where it stood in the first release
NAME_OF_A_TYPE = re.compile(r"[A-Z][A-Za-z]*[a-z][A-Za-z]*")
DRIVER = re.compile(r"\bsqlite3\b")


@dataclass(frozen=True)
class Module:
    """A source file: where it stands, and what its code (never its comments or docstrings) says."""

    name: str
    text: str

    @property
    def folder(self) -> str:
        return self.name.rpartition("/")[0]

    @property
    def room(self) -> str:
        """Its folder; at the root of `bot/` itself, for nothing there says what it belongs with."""
        return self.name.removesuffix(".py") if self.folder == "bot" else self.folder

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def classes(self) -> list[str]:
        return [node.name for node in _statements(self.tree) if isinstance(node, ast.ClassDef)]

    @property
    def aliases(self) -> list[str]:
        """Names at its top that stand for a type, as `Receive = Callable[…]` does."""
        named = (target for node in self.tree.body if isinstance(node, ast.Assign) for target in node.targets)
        return [each.id for each in named if isinstance(each, ast.Name) and NAME_OF_A_TYPE.fullmatch(each.id)]

    @property
    def imports(self) -> Iterator[str]:
        """The dotted name of everything imported: `a.b` of `from a import b`, whatever `b` is."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    @cached_property
    def code(self) -> str:
        """The code as the parser sees it, without its docstrings; comments are no part of it."""
        tree = ast.parse(self.text)
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                node.body = [each for each in node.body if not _is_text(each)] or [ast.Pass()]
        return ast.unparse(tree)


def _statements(block: ast.AST) -> Iterator[ast.AST]:
    """Those within it at any depth, but no expressions, which are most of a tree."""
    for part in ("body", "handlers", "orelse", "finalbody", "cases"):
        for each in getattr(block, part, ()):
            yield each
            yield from _statements(each)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


class House:
    """The three layers of a checkout."""

    def __init__(self, root: Path = HERE) -> None:
        paths = sorted(path for layer in LAYERS for path in (root / layer).rglob("*.py"))
        self.modules = [Module(str(path.relative_to(root)), path.read_text(encoding="utf-8")) for path in paths]

    @property
    def folders(self) -> set[str]:
        return {module.folder for module in self.modules}

    @cached_property
    def rooms(self) -> set[str]:
        return {module.room for module in self.modules}

    @cached_property
    def arrows(self) -> set[tuple[str, str]]:
        """Which room imports from which other."""
        pairs = {(module.room, room) for module in self.modules for room in self._imported_rooms(module)}
        return {(one, other) for one, other in pairs if one != other}

    def _imported_rooms(self, module: Module) -> Iterator[str]:
        """The innermost room that each import leads into."""
        for name in module.imports:
            parts = name.split(".")
            folders = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
            yield from islice((folder for folder in folders if folder in self.rooms), 1)

    @property
    def two_way_arrows(self) -> list[str]:
        """Rooms that import from each other, each pair once."""
        return sorted(f"{one} ⇄ {other}" for one, other in self.arrows if one < other and (other, one) in self.arrows)

    @property
    def root_of_bot(self) -> list[str]:
        return [module.name for module in self.modules if module.folder == "bot"]

    @property
    def doubled_classes(self) -> dict[str, list[str]]:
        """Names that more than one class has, and where they stand."""
        places: dict[str, list[str]] = {}
        for module in self.modules:
            for name in module.classes:
                places.setdefault(name, []).append(module.name)
        return {name: where for name, where in sorted(places.items()) if len(where) > 1}

    @property
    def doubled_by_aliases(self) -> dict[str, list[str]]:
        """Names of classes under which an alias goes in another module; outside of the sandbox."""
        production = [module for module in self.modules if not module.name.startswith(SANDBOX)]
        places = {name: [module.name] for module in production for name in module.classes}
        for module in production:
            for name in module.aliases:
                if name in places and module.name not in places[name]:
                    places[name].append(module.name)
        return {name: where for name, where in sorted(places.items()) if len(where) > 1}

    def naming(self, channel: str) -> list[str]:
        """Files outside its own folders whose code names it: docs/recipes.md has those that one more touches."""
        named = re.compile("|".join(CHANNELS[channel]), re.IGNORECASE)
        strangers = (each for each in self.modules if not set(CHANNELS[channel]) & set(each.folder.split("/")))
        return [each.name for each in strangers if named.search(each.name) or named.search(each.code)]

    @property
    def naming_channels(self) -> tuple[list[str], list[str]]:
        """Those of any channel: in production, and in the sandbox."""
        named_in = sorted({name for channel in CHANNELS for name in self.naming(channel)})
        sandbox = [name for name in named_in if name.startswith(SANDBOX)]
        return [name for name in named_in if name not in sandbox], sandbox

    @property
    def driver_outside_storage(self) -> Counter[str]:
        """Files outside `storage/` that name SQLite's driver, and how often."""
        outside = (each for each in self.modules if not each.name.startswith("storage/"))
        return Counter({each.name: times for each in outside if (times := len(DRIVER.findall(each.code)))})


def describe(house: House) -> str:
    """Every figure on a line, with what it counts below it."""
    doubled, driver = house.doubled_classes, house.driver_outside_storage
    aliased = house.doubled_by_aliases
    production, sandbox = house.naming_channels
    figures: list[tuple[int, str, list[str]]] = [
        (len(house.folders), "folders with modules", []),
        (len(house.rooms), "rooms (those folders, and each module at the root of bot/)", []),
        (len(house.arrows), "arrows (imports from room to room)", []),
        (len(house.two_way_arrows), "pairs of rooms that import from each other", house.two_way_arrows),
        (len(house.root_of_bot), "modules at the root of bot/", house.root_of_bot),
        (len(doubled), "class names that stand twice", [f"{name}: {', '.join(at)}" for name, at in doubled.items()]),
        (len(aliased), "that an alias has too", [f"{name}: {', '.join(at)}" for name, at in aliased.items()]),
        (len(production), "files that name a channel outside its folder, in production", production),
        (len(sandbox), "and in the sandbox", sandbox),
        (driver.total(), "times `sqlite3` outside storage/", [f"{name}: {times}" for name, times in driver.items()]),
    ]
    return "\n".join(
        "\n".join((f"{count:5}  {what}", *(f"         {item}" for item in of))) for count, what, of in figures
    )


if __name__ == "__main__":
    sys.stdout.write(describe(House(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)) + "\n")
