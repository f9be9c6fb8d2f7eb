"""The arrows of what may be read of a line: said one by one before agreeing, and less of it later. Never more of it.

More is a new agreement (`linking`). What is not agreed to is neither asked of the provider nor shown, whoever asks.
"""

from conversations.changing import replace
from conversations.choice import HIDES, Choice
from conversations.consent import EndReason, Scope, Scopes
from conversations.customer.afterwards import nothing_linked
from conversations.customer.facts import LineNarrowed
from conversations.customer.holders import NOTE_MATTERS, let_go
from conversations.customer.linking import agreed_to, begin, declined
from conversations.customer.questions import reads_named
from conversations.customer.terms import chosen_asked, consent_asked
from conversations.customer.turn import Turn
from conversations.effects import NarrowForHolders, RecordConsent, Sentence, sentence
from conversations.line_events import NarrowedElsewhere
from conversations.linked_line import LinkedLine
from conversations.network import Network
from conversations.phone import PhoneNumber
from conversations.schedule import scheduled
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    ChoosingLine,
    ConfirmingUnlink,
    Idle,
    ShowingTransactions,
)

# Before agreeing


def choose(turn: Turn, named: Scopes = ()) -> Turn:
    """Before there is a line, what is to be read of it; afterwards, what is to be read no more, first what is named."""
    match turn.session.step:
        case AskingConsent(found, network):
            return _ask_one_by_one(turn, found, network)
        case ChoosingScopes(found=found, network=network):
            return _ask_one_by_one(turn, found, network)
        case AskingNumber(found=found):
            return _ask_one_by_one(turn, found)
        case AskingNetwork(number=number):
            return _ask_one_by_one(turn, (number,))
        case Idle() | ShowingTransactions() | ChoosingLine() | NarrowingConsent() | ConfirmingUnlink():
            return _narrow(turn, named) if turn.session.lines else begin(turn)
        case _:
            return turn.remind(sentence("finish-first"))


def _ask_one_by_one(turn: Turn, found: tuple[PhoneNumber, ...], network: Network | None = None) -> Turn:
    """Only of what the business asks for at all; of one thing alone there is nothing to choose."""
    asked = consent_asked(turn.session, turn.rules.terms)
    if len(asked.terms.reads) < 2:
        return turn.back(AskingConsent(found, network)).ask()
    shown = turn.with_session(replace(turn.session, consent_shown=asked.digest))
    return shown.forward(ChoosingScopes(asked.terms.reads, (), found, network)).ask(sentence("one-by-one"))


def answered(turn: Turn, step: ChoosingScopes, *, yes: bool) -> Turn:
    """The next one; after the last, what they said yes to is agreed."""
    first, *left = step.left
    chosen = (*step.chosen, first) if yes else step.chosen
    if left:
        return turn.forward(replace(step, left=tuple(left), chosen=chosen)).ask()
    return _agree(turn, step, chosen) if chosen else declined(turn)


def left_out(turn: Turn, step: ChoosingScopes, scopes: Scopes) -> Turn:
    """What is named is a no, wherever it stands in the row; all other answers stay, and nothing is agreed by it."""
    left = tuple(each for each in step.left if each not in scopes)
    chosen = tuple(each for each in step.chosen if each not in scopes)
    if left:
        told = sentence("scopes-left-out", reads=reads_named(scopes))
        return turn.forward(replace(step, left=left, chosen=chosen)).ask(told)
    return _agree(turn, step, chosen) if chosen else declined(turn)


def _agree(turn: Turn, step: ChoosingScopes, chosen: Scopes) -> Turn:
    terms = turn.rules.terms
    if consent_asked(turn.session, terms).digest != turn.session.consent_shown:
        return turn.forward(AskingConsent(step.found, step.network)).ask(sentence("consent-changed"))
    told = sentence("scopes-agreed", reads=reads_named(chosen))
    return agreed_to(turn, chosen_asked(turn.session, terms, chosen), step.found, step.network, told)


# Afterwards


def _narrow(turn: Turn, named: Scopes) -> Turn:
    lines = turn.session.lines
    if len(lines) > 1:
        return turn.idle().forward(ChoosingLine(None, narrows=True, named=named)).ask()
    return narrow_line(turn, lines[0], named)


def narrow_line(turn: Turn, line: LinkedLine, named: Scopes) -> Turn:
    """What is hidden already is not asked about once more."""
    still = tuple(each for each in named if each in line.claim.agreement.reads)
    return turn.idle().forward(NarrowingConsent(line.account, still)).ask()


def hide(turn: Turn, step: NarrowingConsent, choice: Choice) -> Turn:
    """At once, for everybody who holds the line. Without the last of it nothing is shared: that is asked first."""
    line, scope = turn.session.line_of(step.account), HIDES[choice]
    if not line:
        return nothing_linked(turn.idle())
    if line.claim.agreement.reads == (scope,):
        return turn.forward(ConfirmingUnlink(line.account)).ask()
    narrowed = _without(turn, line, scope).do(NarrowForHolders(line, scope)).idle()
    return narrowed.say(_hidden(line, scope), sentence("hidden-again"))


def narrowed_elsewhere(turn: Turn, event: NarrowedElsewhere) -> Turn:
    """Another chat took it back for all who hold the line; where it was all that this one agreed to, it is over."""
    line = turn.session.line_of(event.account)
    if not line or event.scope not in line.claim.agreement.reads:
        return turn
    if line.claim.agreement.reads == (event.scope,):
        whole = sentence("hidden-whole", channel=event.channel, **line.named)
        return let_go(turn, line, EndReason.OTHER_CHAT).remind(whole).lasting(turn.now + NOTE_MATTERS)
    told = _hidden(line, event.scope), sentence("hidden-elsewhere", channel=event.channel)
    return _without(turn, line, event.scope).remind(*told).lasting(turn.now + NOTE_MATTERS)


def _without(turn: Turn, line: LinkedLine, scope: Scope) -> Turn:
    """The same agreement with less to it, on record as such; what was kept of it goes."""
    older = line.claim.agreement
    agreement = replace(older, reads=tuple(each for each in older.reads if each is not scope))
    as_of, anew_at = (None, None) if scope is Scope.BALANCES else (line.as_of, line.anew_at)
    claim = replace(line.claim, agreement=agreement)
    less = replace(line, claim=claim, notice=None, as_of=as_of, anew_at=anew_at)
    narrowed = scheduled(less, turn.rules)
    return turn.do(RecordConsent(agreement, narrowed=True)).keep(narrowed).stating(LineNarrowed(narrowed))


def _hidden(line: LinkedLine, scope: Scope) -> Sentence:
    left = tuple(each for each in line.claim.agreement.reads if each is not scope)
    return sentence("hidden", gone=reads_named((scope,)), reads=reads_named(left), **line.named)
