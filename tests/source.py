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
    said: set[str]  # the entries of the wording that it has said by their name
    ends: list[str]  # with what f-strings begin and end
    hiding: dict[str, set[str]]  # classes with a hidden field, and on what they build
    compared: set[str]  # the texts in sets, tuples, lists and tables, and those that something is compared with


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
        set(said_in(nodes)),
        list(ends_in(nodes)),
        {
            node.name: set(map(ast.unparse, node.bases))
            for node in nodes
            if isinstance(node, ast.ClassDef)
            if hides(node)
        },
        set(compared_in(nodes)),
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


def said_in(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        match node:
            case ast.Call(func=ast.Name("sentence") | ast.Attribute(attr="say"), args=[ast.Constant(name), *_]):
                yield str(name)


def ends_in(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            yield from (str(end.value) for end in (node.values[0], node.values[-1]) if isinstance(end, ast.Constant))


def compared_in(nodes: list[ast.AST]) -> Iterator[str]:
    """Of tables those that stand for a whole module: within a function they are the values of a sentence."""
    modules = [node.body for node in nodes if isinstance(node, ast.Module)]
    standing = [node.value for body in modules for node in body if isinstance(node, ast.Assign | ast.AnnAssign)]
    constants = {id(value) for value in standing}
    for node in nodes:
        for part in parts_of(node, constants):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def parts_of(node: ast.AST, constants: set[int]) -> list[ast.expr]:
    match node:
        case ast.Set(parts) | ast.Tuple(parts) | ast.List(parts):
            return parts
        case ast.Dict(keys) if id(node) in constants:
            return [key for key in keys if key]
        case ast.Compare(left, _, others):
            return [left, *others]
        case ast.Call(ast.Attribute(attr="count" | "index"), parts):
            return parts
        case ast.MatchValue(value):
            return [value]
        case ast.Constant() if id(node) in constants:
            return [node]
        case _:
            return []


def hides(kind: ast.ClassDef) -> bool:
    return any(isinstance(field, ast.AnnAssign) and "Hidden" in ast.unparse(field.annotation) for field in kind.body)
