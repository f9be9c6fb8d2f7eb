"""The whole map of a conversation: which step can follow which. It is written out here and nowhere else."""

from datetime import timedelta

from conversations.machine import step
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    CheckingOtp,
    ChoosingLine,
    ConfirmingUnlink,
    ExchangingCode,
    FetchingSummary,
    Idle,
    ReadingLine,
    SendingOtp,
    ShowingTransactions,
)
from tests.happenings import events_for
from tests.scenes import (
    NOON,
    RULES,
    sessions,
)

# The whole map: from each step to every step that one event can lead to.
LETTING_GO = {ChoosingLine, ConfirmingUnlink, Idle}  # unlink, delete, cancel: from everywhere
ARROWS: dict[type, set[type]] = {
    Idle: {AskingConsent, AskingNumber, SendingOtp, FetchingSummary, ReadingLine},
    AskingConsent: {AskingNumber, AskingNetwork},
    AskingNumber: {AskingConsent, AskingNetwork},
    AskingNetwork: {AskingConsent, AskingNumber, SendingOtp},
    SendingOtp: {AskingNetwork, AskingOtp},
    AskingOtp: {AskingConsent, AskingNumber, AskingNetwork, SendingOtp, CheckingOtp},
    CheckingOtp: {AskingOtp, ExchangingCode},
    ExchangingCode: {AskingNetwork, FetchingSummary},
    FetchingSummary: set(),
    ReadingLine: {ShowingTransactions},
    ShowingTransactions: {AskingConsent, ReadingLine},
    ChoosingLine: {AskingConsent, ReadingLine},
    ConfirmingUnlink: {AskingConsent, ReadingLine},
}


def test_the_map_of_steps_is_exactly_this() -> None:
    minutes = (0, 3)  # a second code may be asked for after the first minute
    found: dict[type, set[type]] = {kind: set() for kind in ARROWS}
    for session in sessions():
        for event in events_for(session):
            for later in minutes:
                turn = step(session, event, NOON + timedelta(minutes=later), RULES)
                found[type(session.step)].add(type(turn.session.step))
    assert found == {kind: reached | LETTING_GO | {kind} for kind, reached in ARROWS.items()}
