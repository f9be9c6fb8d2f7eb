"""What is wrong with a number or a network that somebody typed, as sentences for them. Never how it is read."""

from conversations.effects import Sentence, sentence
from conversations.network import OtherNetwork
from conversations.phone import NumberProblem


def number_problem(problem: NumberProblem) -> Sentence:
    return sentence(f"number-{problem.value.replace('_', '-')}")


def not_served(network: OtherNetwork) -> Sentence:
    return sentence("network-not-served", network=network.label)
