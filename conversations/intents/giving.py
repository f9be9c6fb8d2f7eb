"""Whether a code, a number or a network that stands in a text is given: in which order what is said beside it decides.

Never how a code, a number or a network is found, nor how each thing beside it is known (`doubts`, `holding_back`).
"""

from collections.abc import Callable

from conversations.choice import Choice
from conversations.intents.agreeing import agrees_beside_number
from conversations.intents.beside import Beside
from conversations.intents.codes import without_figures
from conversations.intents.doubts import is_dictated, is_doubted_number, is_not_handed_over, is_of_something_else
from conversations.intents.given import (
    CodeDoubted,
    CodeHeard,
    Heard,
    NetworkHeard,
    NumberHeard,
    WhichCode,
    WhichNumber,
)
from conversations.intents.holding_back import (
    holds_back_a_code,
    is_anothers,
    is_asked_or_given_away,
    is_bank_pin,
    meant_instead,
    refuses_behind,
    wants_a_person,
)
from conversations.intents.intent import Topic
from conversations.intents.meaning import AskBack, Meaning, Meant, NotUnderstood, Why, meaning_of, speaks_of
from conversations.intents.naming import Naming, network_meant
from conversations.intents.networks import networks_in
from conversations.intents.numbers import names_identity
from conversations.intents.patterns import Pattern
from conversations.intents.phrases import phrased
from conversations.intents.read_out import without_who_says
from conversations.intents.stages import BOTH_NETWORKS, Situation
from conversations.network import Network
from conversations.phone import PhoneNumber
from conversations.secret import OtpCode

# The first that is so decides; a code beside which none is so is used.
_BESIDE_A_CODE: tuple[tuple[Callable[[Beside], bool], Heard], ...] = (
    (is_asked_or_given_away, Meant(Topic.CODE_ASKED)),
    (is_dictated, Meant(Topic.CODE_ASKED)),
    (wants_a_person, Meant(Choice.PERSON)),
    (is_of_something_else, CodeDoubted()),
    (is_anothers, Meant(Topic.OTHERS_LINE)),
    (holds_back_a_code, CodeDoubted(beside=True)),
    (is_not_handed_over, CodeDoubted()),
    (is_bank_pin, Meant(Topic.PIN)),
)
# Where one number can be asked back; elsewhere one that is doubted is kept without its network, and shown once more.
_ASKING_BACK = frozenset({Situation.NUMBER, Situation.NETWORK})


# What the network did, and no more: "they don send am", which elsewhere is what a fraud says of the code.
_SENT_IT = Pattern(
    r"\W*(?:{heard-before-it-is-sent}\W+)?(?:{heard-senders}|mtn|airtel)(?: {heard-people})? (?:{heard-has-just} )*"
    r"{heard-sent}(?: {heard-what-is-sent})*\W*$"
)
# What answers "if you moved the number", or says whose the line is, names no network and denies none.
_NOT_MOVED = Pattern(r"\b{heard-never-moved}\b[^,.;]*")
_IN_MY_NAME = Pattern(r"\b{heard-in-my-name}\b")


def code_heard(text: str, codes: tuple[OtpCode, ...]) -> Heard:
    if len(codes) > 1:
        return WhichCode()
    code = CodeHeard(codes[0])
    if text.strip().isdecimal():  # as most are typed: nothing is said beside it
        return code
    beside, given = _without_who_says(Beside(text), code)
    if not beside.around.said.words and not _says_more_figures(beside, codes[0]):
        return given
    if _SENT_IT.match(without_figures(beside.text)):
        return given
    return next((heard for is_so, heard in _BESIDE_A_CODE if is_so(beside)), given)


def _without_who_says(beside: Beside, code: CodeHeard) -> tuple[Beside, CodeHeard | CodeDoubted]:
    """What is said beside that the SMS says it, or whoever that is; and what the code then is.

    An SMS itself speaks of others: "even if they say that they are from MTN".
    """
    if beside.is_sms:
        return beside, code
    saying = without_who_says(beside.text)
    return Beside(saying.beside), CodeDoubted(told=True) if saying.by_whoever else code


def _says_more_figures(beside: Beside, code: OtpCode) -> bool:
    """Whether any stand there beside the code, in whatever groups that is: "482913 419"."""
    return bool("".join(filter(str.isdecimal, beside.said.words)).replace(code.reveal(), ""))


def number_heard(text: str, numbers: tuple[PhoneNumber, ...], at: Situation, offered: tuple[Choice, ...]) -> Heard:
    """Not one that is said to be somebody else's: no code goes there before they say that it is their own."""
    beside = Beside(_without_in_my_name(text))
    if meaning := meant_instead(beside, at, offered):
        return meaning
    if speaks_of(beside.whole, Topic.OTHERS_LINE):
        return Meant(Topic.OTHERS_LINE)
    doubted = is_doubted_number(beside) or refuses_behind(beside)
    if len(numbers) > 1 or (at in _ASKING_BACK and doubted):
        return WhichNumber(numbers)
    agrees = at is Situation.CONSENT and not doubted and agrees_beside_number(text, offered)
    return NumberHeard(numbers[0], None if doubted else network_meant(text), names_identity(text), agrees)


def network_heard(text: str, offered: tuple[Choice, ...]) -> Heard:
    """One network named is the answer; two, or one that is asked about, are asked back by name."""
    text = _without_in_my_name(_without_not_moved(text))
    meaning, naming = meaning_of(text, Situation.NETWORK, offered), Naming(text)
    if not naming.named or _says_more(meaning):
        return meaning
    if network := naming.meant:
        return meant_instead(Beside(text), Situation.NETWORK, offered) or NetworkHeard(network)
    if naming.tells_of_before:
        return AskBack(BOTH_NETWORKS, Why.SEVERAL)
    if len(naming.named) > 1:
        served = tuple(Choice(network.value) for network in naming.named if isinstance(network, Network))
        return AskBack(served or BOTH_NETWORKS, Why.SEVERAL)
    asks = isinstance(meaning, NotUnderstood) and naming.asks_which
    return Meant(Choice.HELP) if asks else meaning


def _without_in_my_name(text: str) -> str:
    """But for a line that is said to be in no name of theirs: that holds it back."""
    left = _IN_MY_NAME.sub(" ", text)
    return left if left != text and not speaks_of(phrased(text), Topic.OTHERS_LINE) else text


def _without_not_moved(text: str) -> str:
    left = _NOT_MOVED.sub(" ", text)
    return left if left != text and networks_in(left) else text


def _says_more(meaning: Meaning) -> bool:
    """Whether a sentence that names a network is about something else: "will MTN know", "call MTN for me".

    "It is MTN, send it now" is not: it names what the sending waits for; nor is how long they have had the line.
    """
    more = isinstance(meaning, Meant) and isinstance(meaning.intent, Topic | Choice)
    return more and meaning not in {Meant(Choice.RESUME), Meant(Topic.FORMER_OWNER)}
