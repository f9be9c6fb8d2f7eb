"""What of a line is not to be read, as somebody names it who is asked one by one. Never what follows from it."""

from conversations.consent import EVERY_SCOPE, Scope, Scopes
from conversations.intents.wondering import begins_to_ask
from conversations.intents.words import heard_words, words_in

_NAMED = {
    Scope.IDENTITY: "heard-scope-identity",
    Scope.BALANCES: "heard-scope-balances",
    Scope.TRANSACTIONS: "heard-scope-transactions",
}


def scopes_left_out(text: str) -> Scopes:
    """Those behind a "not" or a "hide", or else before it; all others where "only" stands, or "nothing but". None that
    are asked about."""
    said = words_in(text)
    if said.asks or begins_to_ask(said) or _says("heard-questions", said.words):
        return ()
    denying = heard_words("heard-negations") | heard_words("heard-leaving-out")
    first = next((place for place, word in enumerate(said.words) if word in denying), None)
    if _says("heard-nothing-else", said.words) or (first is None and _says("heard-only", said.words)):
        kept = _named(said.words)
        return tuple(scope for scope in EVERY_SCOPE if scope not in kept) if kept else ()
    return () if first is None else _named(said.words[first:]) or _named(said.words[:first])


def _says(entry: str, words: tuple[str, ...]) -> bool:
    return not heard_words(entry).isdisjoint(words)


def _named(words: tuple[str, ...]) -> Scopes:
    return tuple(scope for scope in EVERY_SCOPE if not heard_words(_NAMED[scope]).isdisjoint(words))
