"""The match words that somebody says their agent has: "my agent words are lion table". Never whether they are right."""

from functools import cache
from itertools import pairwise

from conversations.intents.words import heard_words, squeezed, words_in
from conversations.match_words import WORDS


def words_told(text: str) -> tuple[str, str] | None:
    """As they stand in a text that was read; of "the agent comes Monday morning" none, but where words are named."""
    said = words_in(text).words
    if heard_words("heard-of-match-words").isdisjoint(said):
        return None
    left = [word for word in said if word not in heard_words("heard-joining")]
    when = heard_words("heard-days-and-times")
    return next((pair for pair in pairwise(left) if _vocabulary() >= set(pair) and not when >= set(pair)), None)


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(map(squeezed, WORDS))
