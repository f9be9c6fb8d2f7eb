"""A text in which a code, a number or a network stands, read once: its words, and what is said around those.

Never what follows from it: whether it denies, asks, tells or holds back is asked of this reading (`doubts`,
`holding_back`), and in which order that decides stands in `giving`.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from conversations.discretion import Discreet, Hidden
from conversations.intents.codes import with_codes_named, without_figures
from conversations.intents.networks import without_networks
from conversations.intents.phrases import Phrased, phrased, phrases_in
from conversations.intents.words import Words, heard_words, words_in
from conversations.typed import plain

WARNED_WITHIN = 3  # words, of "do not ever share"
_SENTENCE = re.compile(r"[^.!?\n]++\??")
_FIGURE = re.compile(r"[0-9]")


class Beside(Discreet, frozen=True, dict=True):
    """Each reading of the text is made when it is asked for first, and kept as long as this is."""

    text: Hidden[str]

    @cached_property
    def said(self) -> Words:
        """Every word, the figures too."""
        return words_in(self.text)

    @cached_property
    def whole(self) -> Phrased:
        return Phrased(self.said, tuple(phrases_in(self.said)))

    @cached_property
    def around(self) -> Phrased:
        """What is said around the figures."""
        return phrased(without_figures(self.text))

    @cached_property
    def around_names(self) -> Phrased:
        """What is said around the figures and the networks."""
        return phrased(without_networks(without_figures(self.text)))

    @cached_property
    def named(self) -> Phrased:
        """The text with the word for it in the place of what may be a code."""
        return phrased(with_codes_named(self.text))

    @cached_property
    def is_sms(self) -> bool:
        """Whether it may be a network's SMS, which says "your" or "do not share", asks nothing, and has no "I"."""
        words = self.said.words
        if speaks_of_itself(words):
            return False
        wonders = self.said.asks or not heard_words("heard-why").isdisjoint(words)
        return not heard_words("heard-your").isdisjoint(words) or (warns_of_sharing(words) and not wonders)

    @cached_property
    def is_asked_with_its_sign(self) -> bool:
        """Whether a question mark ends the sentence of the figures: that of "hello? 482913" does not."""
        sentences = _SENTENCE.findall(plain(self.text)) if self.said.asks else ()
        return any(said.endswith("?") and _FIGURE.search(said) for said in sentences)


def speaks_of_itself(words: Sequence[str]) -> bool:
    """As a network's SMS never does, which speaks to somebody."""
    return not heard_words("heard-i").isdisjoint(words)


def warns_of_sharing(words: Sequence[str]) -> bool:
    """Whether a "not" stands before a word for giving away: "never share this with anyone"."""
    negations, warnings = heard_words("heard-negations"), heard_words("heard-sms-warnings")
    return any(
        word in negations and not warnings.isdisjoint(words[place + 1 : place + 1 + WARNED_WITHIN])
        for place, word in enumerate(words)
    )
