"""The whole map of a conversation: which step can follow which. It is written out here and nowhere else."""

from datetime import timedelta

from conversations.customer.stepping import step
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
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
from tests.explored import every_scene
from tests.scenes import (
    NOON,
    RULES,
)

LETTING_GO = {ChoosingLine, ConfirmingUnlink, Idle}  # unlink, delete, cancel: from everywhere
ARROWS: dict[type, set[type]] = {
    Idle: {AskingConsent, AskingNumber, AskingNetwork, SendingOtp, FetchingSummary, ReadingLine, NarrowingConsent},
    AskingConsent: {ChoosingScopes, AskingNumber, AskingNetwork, SendingOtp},
    ChoosingScopes: {AskingConsent, AskingNumber, AskingNetwork, SendingOtp},
    AskingNumber: {AskingConsent, ChoosingScopes, AskingNetwork, SendingOtp},
    AskingNetwork: {AskingConsent, ChoosingScopes, AskingNumber, SendingOtp},
    SendingOtp: {AskingNetwork, AskingOtp},
    AskingOtp: {AskingConsent, AskingNumber, AskingNetwork, SendingOtp, CheckingOtp},
    CheckingOtp: {AskingOtp, ExchangingCode},
    ExchangingCode: {AskingNetwork, FetchingSummary},
    FetchingSummary: {ReadingLine},
    ReadingLine: {ShowingTransactions},
    ShowingTransactions: {AskingConsent, ReadingLine, NarrowingConsent},
    ChoosingLine: {AskingConsent, ReadingLine, NarrowingConsent},
    NarrowingConsent: {AskingConsent, ReadingLine},
    ConfirmingUnlink: {AskingConsent, ReadingLine, NarrowingConsent},
}


def test_the_map_of_steps_is_exactly_this() -> None:
    later = NOON + timedelta(minutes=3)  # a second code may be asked for after the first minute
    found: dict[type, set[type]] = {kind: set() for kind in ARROWS}
    for session, event, turn in every_scene():
        found[type(session.step)].add(type(turn.session.step))
        if isinstance(session.step, AskingOtp):
            found[AskingOtp].add(type(step(session, event, later, RULES).session.step))
    assert found == {kind: reached | LETTING_GO | {kind} for kind, reached in ARROWS.items()}
