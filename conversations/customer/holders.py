"""The arrows of a line that several chats hold: it is shared, and whoever ends it ends it for all.

Never which chats those are: the disk knows them, and has each hear it in a turn of its own.
"""

from datetime import timedelta

from conversations.changing import replace
from conversations.consent import EndReason
from conversations.customer.turn import Turn
from conversations.effects import EndForHolders, ForgetLine, RecordConsent, UnlinkAtProvider, sentence
from conversations.keys import Key
from conversations.line_events import LineEnded, LineShared
from conversations.linked_line import LinkedLine
from conversations.scope_steps import NarrowingConsent
from conversations.secret import AccountId
from conversations.session import ChoosingLine, ConfirmingUnlink, FetchingSummary, ReadingLine, ShowingTransactions

# The word about a line that was shared or has ended matters as long as anybody may look for it.
NOTE_MATTERS = timedelta(days=365)


def end_lines(turn: Turn, lines: tuple[LinkedLine, ...], why: EndReason = EndReason.CUSTOMER) -> Turn:
    """For everybody who holds them, by whatever account."""
    numbers = {line.claim.line.number for line in lines}
    for line in turn.session.lines:
        if line in lines or line.claim.line.number in numbers:
            turn = _let_go(turn.do(EndForHolders(line, why)), line, why)
    return turn


def account_lost(turn: Turn, account: AccountId) -> Turn:
    """The provider let go of the line by itself: so do we, and the customer hears it."""
    line = turn.session.line_of(account)
    if not line:
        return turn
    ended = turn.do(EndForHolders(line, EndReason.NETWORK))
    return _told(_let_go(ended, line, EndReason.NETWORK), turn, line, "line-lost")


def let_go(turn: Turn, line: LinkedLine, why: EndReason) -> Turn:
    """The agreement of this chat alone has ended, without a word from its customer; other chats have their own."""
    left = _let_go(turn, line, why)
    return left.idle() if is_about(turn, line.account) else left


def heard(turn: Turn, event: LineShared | LineEnded) -> Turn:
    """What another chat did with a line of this one."""
    return _shared(turn, event) if isinstance(event, LineShared) else _ended_elsewhere(turn, event)


def _shared(turn: Turn, event: LineShared) -> Turn:
    """What was agreed here stands; who agreed hears at once that it is linked in another chat too."""
    line = turn.session.line_of(event.account)
    if not line:
        return turn
    number = line.claim.line.number.masked
    return turn.say(sentence("line-shared", number=number, channel=event.channel)).lasting(turn.now + NOTE_MATTERS)


def _ended_elsewhere(turn: Turn, event: LineEnded) -> Turn:
    """Another chat ended the line, or it ended for all: the agreement of this chat ends with it."""
    line = turn.session.line_of(event.account)
    if not line:
        return turn
    why = EndReason.OTHER_CHAT if event.why is EndReason.CUSTOMER else event.why
    return _told(_let_go(turn, line, why), turn, line, _SAID.get(event.why, "line-ended"), event.channel)


_SAID: dict[EndReason, Key] = {EndReason.NETWORK: "line-lost", EndReason.AGE: "line-too-young"}


def _let_go(turn: Turn, line: LinkedLine, why: EndReason) -> Turn:
    remaining = tuple(other for other in turn.session.lines if other != line)
    ended = turn.do(
        ForgetLine(line.account, why),
        RecordConsent(line.claim.agreement, withdrawn=True, why=why),
        UnlinkAtProvider(line.account),
    )
    return ended.with_session(replace(turn.session, lines=remaining))


def _told(left: Turn, before: Turn, line: LinkedLine, key: Key, channel: str = "") -> Turn:
    """Who was about to forget everything is still asked just that, and their yes still counts."""
    told = sentence(key, number=line.claim.line.number.masked, channel=channel, age=before.rules.minimum_age)
    if isinstance(at := before.session.step, ConfirmingUnlink) and at.account is None:
        return left.say(told).lasting(left.now + NOTE_MATTERS)
    still = left.idle() if is_about(before, line.account) else left
    return still.remind(told).lasting(left.now + NOTE_MATTERS)


def is_about(turn: Turn, account: AccountId) -> bool:
    match turn.session.step:
        case ChoosingLine():
            return True
        case (
            FetchingSummary() | ReadingLine() | ShowingTransactions() | NarrowingConsent() | ConfirmingUnlink() as step
        ):
            return step.account == account
        case _:
            return False
