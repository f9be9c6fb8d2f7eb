"""An emulator's levers as its help lists them, from the methods themselves: so none is missing. Never what they do."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from textwrap import wrap
from typing import Any, Literal, get_args, get_origin

WIDTH = 79
_RAISES = re.compile(r" Raises \w+( [^.]*)?\.")  # which is for whoever calls it in Python


def tell_levers(kind: type, names: Iterable[str], leading: int = 1) -> str:
    """Each by its name with what its object of arguments holds, those in brackets if wanted, and what it does.

    `leading` of its parameters are no arguments: the emulator itself, and whoever is moved.
    """
    return "\n".join(line for name in names for line in _tell(getattr(kind, name), leading))


def _tell(lever: Callable[..., Any], leading: int) -> Iterator[str]:
    parameters = list(inspect.signature(lever).parameters.values())[leading:]
    called = " ".join((lever.__name__, *(_called(each) for each in parameters)))
    yield from wrap(called, WIDTH, initial_indent="  ", subsequent_indent="      ")
    held = [each for each in parameters if is_dataclass(each.annotation)]
    said = [_RAISES.sub("", " ".join((lever.__doc__ or "").split()))]
    said += [f"{each.name}: {', '.join(field.name for field in fields(each.annotation))}." for each in held]
    yield from wrap(" ".join(filter(None, said)), WIDTH, initial_indent="      ", subsequent_indent="      ")


def _called(parameter: inspect.Parameter) -> str:
    choices = get_args(parameter.annotation) if get_origin(parameter.annotation) is Literal else ()
    name = f"{parameter.name}={'|'.join(choices)}" if choices else parameter.name
    return name if parameter.default is inspect.Parameter.empty else f"[{name}]"
