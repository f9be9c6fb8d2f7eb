"""What a customer can type at any time, in the order of menus and of help. Never what follows from it.

Each is understood as a word, with or without a slash, in every language; what it does stands under `command-…`.
"""

from collections.abc import Iterator

from conversations.effects import Sentence, sentence
from conversations.keys import Key

_SEE: dict[str, Key] = {
    "balance": "command-balance",
    "transactions": "command-transactions",
    "statement": "command-statement",
    "usage": "command-usage",
    "accounts": "command-accounts",
    "mydata": "command-mydata",
    "choose": "command-choose",
    "receipt": "command-receipt",
    "privacy": "command-privacy",
}
_END: dict[str, Key] = {"unlink": "command-unlink", "delete": "command-delete"}
_ELSE: dict[str, Key] = {"language": "command-language", "person": "command-person"}
# The keys that a platform's own menu has beside those, before and behind them.
COMMANDS: dict[str, Key] = {
    "start": "command-start",
    **_SEE,
    **_END,
    **_ELSE,
    "cancel": "command-cancel",
    "help": "command-help",
}


def command_rows() -> tuple[Sentence, ...]:
    """Those that whoever has a line linked may want, a row each."""
    return tuple(_rows())


def _rows() -> Iterator[Sentence]:
    for command, does in (_SEE | _END | _ELSE).items():
        yield sentence("help-row", command=command, does=sentence(does))
