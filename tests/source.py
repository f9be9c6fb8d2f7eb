"""What a source file says, read once for all who look at it: a tree is slow to walk, and large to keep."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NAMED: dict[type, str] = {
    ast.Name: "id",
    ast.Attribute: "attr",
    ast.FunctionDef: "name",
    ast.ClassDef: "name",
    ast.arg: "arg",
}


@dataclass(frozen=True)
class Source:
    """A file, without its tree."""

    text: str
    imports: list[str]  # the full name of everything imported, at the top or inside
    texts: list[str]  # every string that is not documentation
    names: set[str]  # every identifier
    functions: dict[str, int]  # and how long each is
    called: set[str]  # bare names


@cache
def read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    nodes = list(ast.walk(ast.parse(text)))
    constants = [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    documentation = documentation_in(nodes)
    return Source(
        text,
        list(imports_in(nodes)),
        [str(node.value) for node in constants if id(node) not in documentation],
        {getattr(node, NAMED[type(node)]) for node in nodes if type(node) in NAMED},
        {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in sorted(functions, key=length_of)},
        {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)},
    )


def imports_in(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def documentation_in(nodes: list[ast.AST]) -> set[int]:
    """The ids of the constants that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in nodes if isinstance(node, owners)]
    return {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}


def length_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or 0) - node.lineno
