"""Mono's readers of answers and news, each loaded with its first use: what `lazy import` will be (PEP 810).

They are made with pydantic, which would be a quarter of a start; nobody has an answer of Mono's before some messages.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = ("answers", "load", "news")

_ANSWERS, _NEWS = "bot.providers.mono.answers", "bot.providers.mono.news"


class LazyModule:
    """Stands for a module: whatever is asked of it loads it. The type checker sees the module itself."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)


if TYPE_CHECKING:
    from bot.providers.mono import answers, news
else:
    answers, news = LazyModule(_ANSWERS), LazyModule(_NEWS)


def load() -> None:
    """Both, by whom nobody waits for."""
    for name in (_ANSWERS, _NEWS):
        import_module(name)
