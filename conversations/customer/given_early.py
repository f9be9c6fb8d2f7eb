"""The arrows of a number and a network that come before the consent: kept for after it, or taken back. Never used."""

from conversations.changing import replace
from conversations.choice import NUMBERS
from conversations.customer.linking import agreed, begin, never_needed
from conversations.customer.problems import not_served
from conversations.customer.stumbling import stumbled, stumbled_at_consent
from conversations.customer.turn import Turn
from conversations.effects import Sentence, sentence
from conversations.intents.given import NetworkHeard, NumberHeard, WhichNumber
from conversations.network import Network, OtherNetwork
from conversations.scope_steps import ChoosingScopes
from conversations.session import AskingConsent


def begin_with_number(turn: Turn, heard: NumberHeard | WhichNumber) -> Turn:
    """Somebody whose first words are a number."""
    kept, told = _kept(heard)
    begun = begin(turn, told=told)
    return begun.with_step(kept)


def given_early(turn: Turn, heard: NumberHeard | WhichNumber | NetworkHeard) -> Turn:
    """A number before the consent is kept for after it, and told so: agreeing then says that the line is theirs."""
    if isinstance(heard, NetworkHeard):
        return _network_early(turn, heard.network)
    kept, told = _kept(heard)
    at = turn.session.step
    same = replace(at, found=kept.found, network=kept.network) if isinstance(at, ChoosingScopes) else kept
    keeping = turn.with_step(same)
    if isinstance(heard, NumberHeard) and heard.agrees:
        return agreed(keeping, kept)
    return keeping.remind(*told)


def taken_back(turn: Turn, step: AskingConsent | ChoosingScopes, told: Sentence) -> Turn:
    """A number that is not to be used after all, which is told."""
    return turn.with_step(replace(step, found=(), network=None)).remind(told)


def _network_early(turn: Turn, network: Network | OtherNetwork) -> Turn:
    """It belongs to the one number that was given; without one it is asked for in its time, unless it is not served."""
    match network, turn.session.step:
        case OtherNetwork(), AskingConsent() | ChoosingScopes() as at:
            return turn.with_step(replace(at, network=None)).remind(not_served(network))
        case Network(), (AskingConsent(found=(number,)) | ChoosingScopes(found=(number,))) as at:
            told = sentence("number-kept", number=number.spaced, network=network.label)
            return turn.with_step(replace(at, network=network)).remind(told)
        case _, AskingConsent():
            return stumbled_at_consent(turn)
        case _:
            return stumbled(turn, sentence("not-understood-consent"), asks=False)


def _kept(heard: NumberHeard | WhichNumber) -> tuple[AskingConsent, tuple[Sentence, ...]]:
    match heard:
        case WhichNumber(numbers):
            return AskingConsent(numbers[: len(NUMBERS)]), (sentence("number-kept", number="", network=""),)
        case NumberHeard(_, OtherNetwork() as network, identity):
            return AskingConsent(), (*never_needed(identity=identity), not_served(network))
        case NumberHeard(number, network, identity):
            named = network if isinstance(network, Network) else None
            told = sentence("number-kept", number=number.spaced, network=named.label if named else "")
            return AskingConsent((number,), named), (*never_needed(identity=identity), told)
