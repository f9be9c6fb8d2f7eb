"""A text in which a network may be named, read once: which, and whether the line is said to be there.

Never which network a line is really on.
"""

import re
from functools import cache, cached_property

from conversations.discretion import Discreet, Hidden
from conversations.intents.networks import NamedNetwork, network_of, networks_in
from conversations.intents.patterns import Pattern
from conversations.intents.wondering import asks_whether
from conversations.intents.words import heard_words, squeezed
from conversations.typed import plain

_WORD = re.compile(r"[a-z]+")
_APOSTROPHE = re.compile("['\u2019]")
# A "no" to what we took it for, and then what it is.
_NO_AND_THEN = Pattern(r"^\s*{heard-saying-no}\b\s*(?:[,.!;:]|(?={heard-telling}\b))")

_CLAUSE = re.compile(r"[,.;:!?\n]")
_MOVED = Pattern(r"\b{heard-from} [a-z]+ {heard-moved-to} ([a-z]+)\b")
_LEFT = Pattern(r"\b{heard-left}\b")
# Moved, and not said where to: the network that is named is the one that it was on.
_MOVED_ON = Pattern(
    r"\b{heard-but} (?:i )?(?:{heard-has-just} )*{heard-moving}\b(?!(?: {heard-what-is-moved})* {heard-moved-to}\b)"
)
_EMPLOYED = Pattern(r"\b{heard-employed}\b")
# "MTN no Airtel" says either that it is not Airtel, or that it is.
_NO_AND_ANOTHER = Pattern(r"[a-z]\W+{heard-saying-no}\W+[a-z]+\W*$")


class Naming(Discreet, frozen=True, dict=True):
    """Each answer is found when it is asked for first, and kept as long as this is."""

    text: Hidden[str]

    @cached_property
    def named(self) -> tuple[NamedNetwork, ...]:
        return networks_in(self.text)

    @property
    def meant(self) -> NamedNetwork | None:
        """The one network that is plainly said to be the line's: named alone, not denied, and not asked about."""
        if len(self.named) == 1 and not self._is_beside:
            return self.named[0]
        return self._corrected if len(self.named) == 2 else None

    @property
    def _corrected(self) -> NamedNetwork | None:
        """Of two the one that is left: "it is mtn not airtel", "no be airtel, na mtn"; or where the line has gone."""
        if self.asks or self.tells_a_story or self._says("heard-formerly"):
            return None
        written = _NO_AND_THEN.sub(" ", plain(self.text)).casefold()
        if _NO_AND_ANOTHER.search(written):
            return None
        if not self.denies:
            moved = _MOVED.search(written)
            return network_of(moved[1]) if moved else None
        denied = denied_in(written) if _says_no_more(written) else frozenset[NamedNetwork]()
        left = [network for network in self.named if network not in denied]
        return left[0] if len(left) == 1 else None

    @property
    def _is_beside(self) -> bool:
        return self.asks or self.denies or self.tells_of_before or self.tells_a_story

    @cached_property
    def asks(self) -> bool:
        """Whether it is a question, which names a network without saying that the line is there."""
        return self._asks_whether or self._says("heard-questions")

    @property
    def asks_which(self) -> bool:
        """Whether it asks if the line is there, and of nothing else: "is it mtn", and not "how much is mtn data"."""
        return self._asks_whether and not (self._says("heard-questions") or self.denies or self.tells_a_story)

    @cached_property
    def denies(self) -> bool:
        """Whether it holds a "not": what it names may be what it is not about. "No, Airtel" says what is."""
        written = _NO_AND_THEN.sub(" ", plain(self.text))
        return not _words(written).isdisjoint(_denials())

    @property
    def tells_of_before(self) -> bool:
        """Whether it names where a line was, which is not where it is: "na MTN before", "I port comot from MTN", "MTN
        but I ported"."""
        written = plain(self.text)
        return self._says("heard-formerly") or any(gone.search(written) for gone in (_LEFT, _MOVED_ON))

    @property
    def tells_a_story(self) -> bool:
        """Whether it is about the network, and not where a line is: "MTN called me", "MTN dey tief my money"."""
        return self._says("heard-network-stories") or _EMPLOYED.search(plain(self.text)) is not None

    @cached_property
    def _asks_whether(self) -> bool:
        return asks_whether(self.text)

    @cached_property
    def _said(self) -> frozenset[str]:
        return _words(plain(self.text))

    def _says(self, entry: str) -> bool:
        return not self._said.isdisjoint(heard_words(entry))


def network_meant(text: str) -> NamedNetwork | None:
    return Naming(text).meant


def denied_in(written: str) -> frozenset[NamedNetwork]:
    """The networks before which a "not" stands in their own clause."""
    denied = set()
    for clause in _CLAUSE.split(_APOSTROPHE.sub("", written)):
        denies = False
        for word in _WORD.findall(clause):
            network = network_of(word)
            if network and denies:
                denied.add(network)
            denies = squeezed(word) in _denials() or (denies and word in heard_words("heard-up-to-a-name"))
    return frozenset(denied)


def _says_no_more(written: str) -> bool:
    """Whether there is one "not", and nothing that might be about something else."""
    words = [word for word in _WORD.findall(_APOSTROPHE.sub("", written)) if not network_of(word)]
    denials = [word for word in words if squeezed(word) in _denials()]
    around = {squeezed(word) for word in words if word not in denials} - heard_words("heard-up-to-a-name")
    return len(denials) == 1 and around <= heard_words("heard-beside-a-name") | heard_words("heard-courtesies")


def _words(written: str) -> frozenset[str]:
    return frozenset(squeezed(word) for word in _WORD.findall(_APOSTROPHE.sub("", written.casefold())))


@cache
def _denials() -> frozenset[str]:
    """What denies: "not", and as it is left without its apostrophe "dont"."""
    return heard_words("heard-negations") | heard_words("heard-denials")
