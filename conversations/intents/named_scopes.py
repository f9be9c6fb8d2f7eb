"""What of a line somebody names who wants less of it to be seen: "hide my transactions". Never what is hidden then."""

from conversations.consent import Scope, Scopes
from conversations.intents.words import heard_words, words_in

_NAMES = {
    Scope.IDENTITY: "heard-naming-identity",
    Scope.BALANCES: "heard-naming-balances",
    Scope.TRANSACTIONS: "heard-naming-transactions",
}


def named_in(text: str) -> Scopes:
    """Nothing where all the rest may be meant: "only my balance", "everything but my name"."""
    words = frozenset(words_in(text).words)
    if not heard_words("heard-leaving-the-rest").isdisjoint(words):
        return ()
    return tuple(scope for scope, entry in _NAMES.items() if not heard_words(entry).isdisjoint(words))
