"""A phone line as the emulator plays it: where it lives, what its log-in asks, what it holds, what goes wrong on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from bot.sandbox.emulators.mono.faults import MonoFault
from bot.sandbox.emulators.mono.forms import SIX_DIGITS, Form

FOR_EVER = float("inf")
MAIN_BALANCE = "Main Balance"

Operation = Literal["log_in", "check", "exchange", "details", "identity", "balances", "transactions", "job", "unlink"]
Part = Literal["identity", "balance", "transactions"]  # in the order and words of `retrieved_data`
PARTS: tuple[Part, ...] = ("identity", "balance", "transactions")


@dataclass(frozen=True, slots=True)
class Holding:
    """One balance as docs/telco-account-balances has it: kobo for `ngn`, decimal gigabytes, minutes."""

    name: str
    type: str
    value: float = field(repr=False)
    unit: str


class Refresh(StrEnum):
    """What reading the line in real time comes to."""

    NEW_DATA = "new data"
    NOTHING_NEW = "nothing new"
    SLOW = "slow"  # new data, but until then the answer is `data: null`
    FAILS = "fails"
    NEEDS_LOG_IN = "needs log-in"


@dataclass(frozen=True, slots=True)
class EmulatedLine:
    """How one number behaves. What is not said is as on a line on MTN where all goes well.

    `network`: None for one that Mono does not reach. `processing`: seconds from linking to data, or `FOR_EVER`.
    `lacks`: what the network never gives, `without_data` the status when that is all there is to read.
    `person` replaces parts of what is invented, `age` in whole years the birth date, `holdings` all balances;
    `bvn` is in no answer unless given. `refresh`: what reading it in real time comes to.
    `history`: what moved on it before, in the words of `invented_histories`.
    `keeps_account`: linked again after it was unlinked, it has the same account id.
    `other_shapes`: answers in the second of two shapes, where reference page mono.md has evidence for two.
    """

    phone: str = field(repr=False)
    name: str = ""
    about: str = ""
    network: str | None = "mtn"
    faults: Mapping[Operation, MonoFault] = field(default_factory=dict)
    form: Form = SIX_DIGITS
    processing: float = 0.0
    lacks: frozenset[Part] = frozenset()
    without_data: Literal["UNAVAILABLE", "FAILED"] = "UNAVAILABLE"
    person: Mapping[str, str | None] = field(default_factory=dict, repr=False)
    bvn: str | None = field(default=None, repr=False)
    age: int | None = field(default=None, repr=False)
    holdings: tuple[Holding, ...] | None = field(default=None, repr=False)
    refresh: Refresh = Refresh.NEW_DATA
    history: str = "month"
    keeps_account: bool = False
    other_shapes: bool = False

    @property
    def retrieved(self) -> list[Part]:
        """What Mono gets from the network."""
        return [part for part in PARTS if part not in self.lacks]

    @property
    def data_status(self) -> str:
        """As since September 2025: both of balance and transactions, one of them, or neither."""
        lacking = len(self.lacks & {"balance", "transactions"})
        return ("AVAILABLE", "PARTIAL", self.without_data)[lacking]
