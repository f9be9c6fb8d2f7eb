"""What puts right or takes back the number or the network of a link that is being described. Never a note."""

import re

from conversations.agents import commands
from conversations.agents.commands import Command
from conversations.agents.link_commands import MendLink
from conversations.agents.networks_typed import take_networks
from conversations.agents.numbers_typed import split_words, take_number
from conversations.agents.session import (
    AskingNote,
    AskingOwnName,
    AskingWhichNetwork,
    AskingWhichNumber,
    Draft,
)
from conversations.changing import replace
from conversations.customer.problems import not_served, number_problem
from conversations.discretion import Discreet, Hidden
from conversations.intents.naming import network_meant
from conversations.intents.networks import NamedNetwork
from conversations.intents.words import heard_words, is_heard_as, words_in
from conversations.network import OtherNetwork
from conversations.phone import NumberProblem, PhoneNumber
from conversations.typed import plain

_BESIDE_ENDING = ("heard-agent-last", "heard-agent-being")  # "the last digits are 68"
_FEW_DIGITS = re.compile(r"[0-9]{1,4}[.!]?")
Describing = AskingWhichNumber | AskingWhichNetwork | AskingNote | AskingOwnName


class SaidOfLine(Discreet, frozen=True):
    """The number and the networks that a text names, what else it says, and `around` the number all of it."""

    number: Hidden[PhoneNumber | None]
    named: tuple[NamedNetwork, ...]
    words: Hidden[frozenset[str]]
    around: Hidden[str]

    @property
    def takes_back(self) -> bool:
        return not self.words.isdisjoint(heard_words("heard-agent-takes-back"))

    @property
    def puts_right(self) -> bool:
        """ "The number is …", "it should be …", "… is the right one": of that number, though nothing is taken back."""
        is_told = self.speaks_of("heard-agent-line") and self.speaks_of("heard-agent-being")
        return self.number is not None and (is_told or self.speaks_of("heard-agent-right"))

    @property
    def says_no_more(self) -> bool:
        """Whether nothing in it can be what a link is for."""
        known = heard_words("heard-agent-takes-back") | heard_words("heard-agent-beside-correction")
        return self.words <= (known | heard_words("heard-agent-sets-out") if self.number or self.named else known)

    @property
    def blames_part(self) -> bool:
        """Whether something of a link that is neither its number nor its network is said to be wrong, and nothing
        more. What an agent calls "my" is rather their own.
        """
        parts = heard_words("heard-agent-parts")
        known = parts | heard_words("heard-agent-takes-back") | heard_words("heard-agent-beside-correction")
        is_amiss = self.speaks_of("heard-agent-amiss") or (self.takes_back and self.speaks_of("heard-agent-right"))
        return (
            is_amiss
            and self.speaks_of("heard-agent-parts")
            and self.words <= known - heard_words("heard-my")
            and not (self.number or self.named)
        )

    def speaks_of(self, entry: str) -> bool:
        return not self.words.isdisjoint(heard_words(entry))


def read_mending(reference: str, text: str) -> Command | None:
    """What is put right of a link that is made, and on the screen; None for what says more than that, or nothing of it.

    Digits by which the right number is said to end are no number, and what they are is not looked at.
    """
    words, ends = _without_ending(split_words(text))
    number, around = take_number(words)
    if isinstance(number, NumberProblem):
        around = [word for word in around if not any(map(str.isdecimal, word))]
    named, rest = take_networks(around)
    beside = " ".join(_behind_no(words, around)) if number else text
    known = number if isinstance(number, PhoneNumber) else None
    said = SaidOfLine(known, named, frozenset(words_in(" ".join(rest)).words), beside)
    if said.blames_part:
        return MendLink(reference)
    if not said.says_no_more or not (said.takes_back or said.puts_right or ends or (named and not number)):
        return None
    if isinstance(number, NumberProblem):
        return commands.Refuse(number_problem(number))
    network = network_meant(said.around) if named else None
    if isinstance(network, OtherNetwork):
        return commands.Refuse(not_served(network))
    of_network = bool(named) or said.speaks_of("heard-agent-network")
    is_of_it = known or network or ends or (said.takes_back and (of_network or said.speaks_of("heard-agent-line")))
    return MendLink(reference, known, network, of_network) if is_of_it else None


def says_ending(text: str) -> bool:
    """Whether it says by which digits a number ends."""
    return _without_ending(split_words(text))[1]


def _without_ending(words: list[str]) -> tuple[list[str], bool]:
    """The words without "it ends 68", and whether that was said."""
    place = next((place for place, word in enumerate(words) if is_heard_as(word, "heard-agent-ends")), len(words))
    digits = {each for each in words[place + 1 :] if _FEW_DIGITS.fullmatch(plain(each))}
    if not digits:
        return words, False
    rest = (each for each in words if each != words[place] and each not in digits)
    return [each for each in rest if not any(is_heard_as(each, entry) for entry in _BESIDE_ENDING)], True


def read_correction(step: Describing, text: str) -> Command | None:
    """What is known now, or asked for anew; None for what corrects nothing, or says more than that."""
    words, ends = _without_ending(split_words(text))
    number, around = take_number(words)
    named, rest = take_networks(around)
    known = number if isinstance(number, PhoneNumber) else None
    beside = " ".join(_behind_no(words, around)) if number else text
    said = SaidOfLine(known, named, frozenset(words_in(" ".join(rest)).words), beside)
    if (number and not known) or not said.says_no_more:
        return None
    draft = step.draft
    if known and known != draft.number:
        is_of_it = said.takes_back or said.puts_right
        return _of_number(step, replace(draft, number=known), said) if is_of_it else None
    if ends and not number:
        return _taken_back(step, draft, said)
    if isinstance(step, AskingWhichNumber | AskingWhichNetwork) and not said.takes_back:
        return None  # it answers the question
    if named:
        return None if isinstance(step, AskingWhichNumber) else _of_network(step, draft, said)
    return _taken_back(step, draft, said) if said.takes_back and not known else None


def _behind_no(words: list[str], around: list[str]) -> list[str]:
    """What stands around the number. "No 0803 123 4567 airtel" denies no network, as "no be mtn" does."""
    is_before_number = is_heard_as(words[0], "heard-agent-sets-out") and words[1:2] != around[1:2] if words else False
    return around[1:] if is_before_number else around


def _of_number(step: Describing, draft: Draft, said: SaidOfLine) -> Command:
    """The line's network stays as it was described, unless another is named with the number."""
    return _of_network(step, draft, said) if said.named else _described(step, draft)


def _of_network(step: Describing, draft: Draft, said: SaidOfLine) -> Command:
    network = network_meant(said.around)
    if isinstance(network, OtherNetwork):
        return commands.Refuse(not_served(network))
    if not network:
        return commands.Correct(AskingWhichNetwork(replace(draft, network=None)))
    return _described(step, replace(draft, network=network))


def _taken_back(step: Describing, draft: Draft, said: SaidOfLine) -> Command:
    """What it should be is not said. Where it is not said either what is wrong, all is asked again."""
    if isinstance(step, AskingWhichNumber):
        return commands.Correct(replace(step, draft=replace(draft, network=None)))  # a number was taken back before
    if said.speaks_of("heard-agent-network") and not said.speaks_of("heard-agent-line"):
        return commands.Correct(AskingWhichNetwork(replace(draft, network=None)))
    return commands.Correct(AskingWhichNumber(replace(draft, number=None, network=None)))


def _described(step: Describing, draft: Draft) -> Command:
    """The same question once more, which says what is known now; or the next where this one is answered with it."""
    if isinstance(step, AskingWhichNumber) or (isinstance(step, AskingWhichNetwork) and draft.network):
        return commands.AnswerQuestion(draft)
    return commands.Correct(replace(step, draft=draft))
