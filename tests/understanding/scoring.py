"""The corpus read, heard as the bot hears it, and compared with what was wanted. Never what should be wanted."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from conversations.choice import Choice
from conversations.intents.given import (
    CodeDoubted,
    CodeHeard,
    CodeMissed,
    Heard,
    LeftOut,
    NetworkHeard,
    NumberAmiss,
    NumberHeard,
    SelectionHeard,
    WhichCode,
    WhichNumber,
)
from conversations.intents.hearing import heard_in
from conversations.intents.meaning import AskBack, Meant, NotUnderstood
from conversations.intents.stages import Situation
from conversations.network import Network
from conversations.otp import OtpForm

CORPUS = Path(__file__).parent / "corpus"
HELD_OUT = ".held-out"  # written with the rest, and looked at only when the phrases were done
LANGUAGES = ("en", "pcm")

OFFERED: dict[Situation, tuple[Choice, ...]] = {
    Situation.CONSENT: (Choice.AGREE, Choice.DECLINE, Choice.PROOF),
    Situation.NUMBER: (Choice.OWN_NUMBER,),
    Situation.NETWORK: (Choice.MTN, Choice.AIRTEL),
    Situation.CODE: (Choice.NEW_CODE, Choice.CHANGE_NUMBER),
    Situation.CONFIRMING: (Choice.CONFIRM, Choice.KEEP),
    Situation.LINKED: (Choice.BALANCE, Choice.TRANSACTIONS, Choice.UNLINK),
    Situation.RESUMING: (Choice.RESUME, Choice.BEGIN),
    Situation.ENDED: (Choice.BEGIN,),
}
# What must never be taken from a text that does not say it.
IRREVERSIBLE = ("agree", "confirm", "cancel", "decline", "opt-out", "code:")


@dataclass(frozen=True, slots=True)
class Case:
    """One text, where it was typed, and what it should be understood as."""

    step: str
    language: str
    typed: str
    wanted: str

    @property
    def got(self) -> str:
        return _heard(self)

    @property
    def right(self) -> bool:
        return same(self.got, self.wanted)

    @property
    def wrongly_taken(self) -> bool:
        """Whether something that cannot be undone was done although it was not said."""
        return not self.right and self.got.startswith(IRREVERSIBLE)

    @property
    def negative(self) -> bool:
        """Whether it must not count as it stands: nothing in it, or something to be asked back."""
        return self.wanted.startswith(("nothing", "ask:", "which-code", "code-doubted", "numbers:", "bad-number"))


def hear(case: Case) -> str:
    stage = Situation(case.step)
    return label(heard_in(case.typed, stage, OFFERED[stage], OtpForm()))


_heard = cache(hear)


def label(heard: Heard) -> str:  # noqa: PLR0912 - a table
    """What was heard, as the corpus writes it."""
    match heard:
        case CodeHeard(code):
            return f"code:{code.reveal()}"
        case WhichCode():
            return "which-code"
        case CodeDoubted():
            return "code-doubted"
        case CodeMissed(told):
            return "code-late" if told else "code-where"
        case SelectionHeard(wish):
            return wish.value
        case NumberHeard(number, network, identity, agrees):
            with_network = f"+{network.value}" if network else ""
            return f"{'agree' if agrees else 'bvn' if identity else 'number'}:{number.local}{with_network}"
        case WhichNumber(numbers):
            return "numbers:" + "|".join(number.local for number in numbers)
        case LeftOut(scopes):
            return f"left-out:{'+'.join(scope.value for scope in scopes)}"
        case NumberAmiss():
            return "bad-number"
        case NetworkHeard(network):
            return network.value if isinstance(network, Network) else f"other:{network.value}"
        case Meant(intent):
            return intent.value
        case AskBack(intents):
            return "ask:" + "+".join(intent.value for intent in intents)
        case NotUnderstood():
            return "nothing"


def same(got: str, wanted: str) -> bool:
    """The order in which two things are asked back is of no account."""
    return sorted(got.partition(":")[2].split("+")) == sorted(wanted.partition(":")[2].split("+")) and (
        got.partition(":")[0] == wanted.partition(":")[0]
    )


@cache
def cases(language: str, part: str = "") -> tuple[Case, ...]:
    return tuple(_read(CORPUS / f"{language}{part}.tsv"))


def all_cases(language: str) -> tuple[Case, ...]:
    return (*cases(language), *cases(language, HELD_OUT))


def _read(file: Path) -> Iterator[Case]:
    lines = file.read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        yield Case(*line.split("\t"))
