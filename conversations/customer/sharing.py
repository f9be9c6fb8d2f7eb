"""How long a line is shared: the reminder, the notice of the end, going on, the end itself. Never how it was linked."""

from datetime import datetime

from conversations.changing import replace
from conversations.choice import Choice
from conversations.consent import Asked, EndNotice, EndReason, Receipt, Scopes, agree
from conversations.customer import afterwards, holders, letting_go, my_data, scoping, talking
from conversations.customer.facts import LineRenewed
from conversations.customer.holders import NOTE_MATTERS
from conversations.customer.questions import reads_named
from conversations.customer.receipts import show_new
from conversations.customer.terms import renewal_asked
from conversations.customer.turn import Turn
from conversations.customer.which_line import means_every_line
from conversations.effects import RecordConsent, Sentence, sentence
from conversations.intents.given import TextHeard
from conversations.lagos import next_polite_moment
from conversations.linked_line import LinkedLine
from conversations.network import Network
from conversations.phone import PhoneNumber
from conversations.schedule import dated, notice_at, reminder_at, scheduled
from conversations.scopes import READINGS
from conversations.secret import AccountId
from conversations.session import ChoosingLine, Idle

# The end


def end_due(turn: Turn) -> Turn:
    """Every consent that is over ends, whatever else has happened."""
    for line in turn.session.lines:
        if line.end and turn.now >= line.end[0]:
            turn = _end(turn, line, line.end[1])
    return turn


def _end(turn: Turn, line: LinkedLine, why: EndReason) -> Turn:
    agreement = line.claim.agreement
    told = sentence(
        "consent-over",
        **line.named,
        reference=agreement.reference,
        at=turn.now,
        why=why.value,
        unused=agreement.unused_days or 0,
    )
    return holders.let_go(turn, line, why).remind(told).lasting(turn.now + NOTE_MATTERS)


# Before it


def tend(turn: Turn, account: AccountId) -> Turn:
    """What is due for a line now. Nothing is said by night, or in the middle of something else."""
    line = turn.session.line_of(account)
    if not line:
        return turn
    line = scheduled(dated(line, turn.rules, turn.now), turn.rules)
    if not line.end or line.tend_at is None or line.tend_at > turn.now:
        return turn.keep(line)
    if later := _later(turn):
        return turn.keep(replace(line, tend_at=min(later, line.end[0])))
    return _notify(turn, line) if turn.now >= notice_at(line.end[0], turn.rules) else _remind(turn, line)


def _later(turn: Turn) -> datetime | None:
    """When it can be said, where that is not now."""
    if not isinstance(turn.session.step, Idle):
        return turn.session.expires_at
    polite = next_polite_moment(turn.now)
    return polite if polite > turn.now else None


def _notify(turn: Turn, line: LinkedLine, *before: Sentence) -> Turn:
    """What ends and when, with one tap to go on and one to stop. What was shown is noted, for the tap."""
    assert line.end  # noqa: S101 - for the type checker: only such a line is looked at
    end, _ = line.end
    told = _notice(line, end)
    notice = EndNotice(end, renewal_asked(turn.session, line, turn.rules.terms, told).digest)
    noticed = scheduled(replace(line, notice=notice, reminded_at=turn.now), turn.rules)
    asked = turn.keep(noticed).say(*before, *told, choices=(Choice.SHARE_ON, Choice.STOP_SHARING))
    return asked.lasting(end)


def _notice(line: LinkedLine, end: datetime) -> tuple[Sentence, ...]:
    agreement = line.claim.agreement
    why = EndReason.TIME if end == agreement.until else EndReason.UNUSED
    reads = reads_named(agreement.reads)
    return (sentence("consent-ends", **line.named, reads=reads, end=end, at=agreement.at, why=why.value),)


def _remind(turn: Turn, line: LinkedLine) -> Turn:
    assert line.end  # noqa: S101 - for the type checker: only such a line is looked at
    reminded = scheduled(replace(line, reminded_at=turn.now), turn.rules)
    told = sentence("sharing-reminder", **line.named, end=line.end[0])
    return turn.keep(reminded).say(told).lasting(reminder_at(reminded, turn.rules))


# Going on, and stopping


def notice_answered(turn: Turn, choice: Choice) -> Turn:
    return _share_on(turn) if choice is Choice.SHARE_ON else _stop_sharing(turn)


def _share_on(turn: Turn) -> Turn:
    """A tap that may come weeks after the notice, and at any step."""
    noticed = [line for line in turn.session.lines if line.notice]
    if len(noticed) == 1:
        return _renew(turn, noticed[0])
    if noticed and isinstance(turn.session.step, Idle | ChoosingLine):
        return turn.forward(ChoosingLine(None, renews=True)).ask()
    return turn.remind(sentence("finish-first")) if noticed else my_data.find_in_short(turn)


def line_typed(turn: Turn, step: ChoosingLine, heard: TextHeard) -> Turn:
    if line := afterwards.line_meant(turn, heard.text):
        return line_chosen(turn, step, line)
    if means_every_line(heard.text):
        return turn.ask(sentence("one-line-first"))
    return talking.not_understood(turn, heard)


def line_chosen(turn: Turn, step: ChoosingLine, line: LinkedLine) -> Turn:
    if step.narrows:
        return scoping.narrow_line(turn, line, step.named)
    return _renew(turn.idle(), line) if step.renews else afterwards.line_chosen(turn, step, line)


def wished_of(turn: Turn, wish: Choice, of: Network | PhoneNumber, named: Scopes = ()) -> Turn:
    """What is wished of a line that is named: with one there it is that line, with several it is asked which."""
    lines = [line for line in turn.session.lines if of in (line.claim.line.network, line.claim.line.number)]
    if isinstance(of, Network) and not lines:
        linked = ", ".join(line.claim.line.network.label for line in turn.session.lines)
        return turn.remind(sentence("no-line-on", network=of.label, named=linked))
    if wish is Choice.UNLINK and len(lines) == 1:
        return letting_go.ask_whether(turn, lines[0].account)
    step = ChoosingLine(READINGS.get(wish), narrows=wish is Choice.CHOOSE, named=named)
    return line_chosen(turn, step, lines[0]) if len(lines) == 1 else turn.idle().forward(step).ask()


def _stop_sharing(turn: Turn) -> Turn:
    """The notice asked about one line: that one ends at once. Anything else is asked about first."""
    noticed = [line for line in turn.session.lines if line.notice]
    return letting_go.unlinked(turn, noticed[0]) if len(noticed) == 1 else letting_go.unlink(turn)


def _renew(turn: Turn, line: LinkedLine) -> Turn:
    """A new agreement to the words of the notice. Where those are others by now, they are shown first."""
    asked = _asked_by(turn, line)
    if not asked:
        return _notify(turn, line, *((sentence("consent-changed"),) if line.notice else ()))
    agreement = agree(turn.session.contact, turn.session.language, turn.now, asked.terms)
    claim = replace(line.claim, agreement=agreement)
    renewed = replace(line, claim=claim, notice=None, used_at=turn.now, reminded_at=turn.now)
    recorded = turn.do(
        RecordConsent(agreement, asked=asked),
        RecordConsent(line.claim.agreement, withdrawn=True, why=EndReason.RENEWED),
    )
    going_on = scheduled(renewed, turn.rules)
    return show_new(recorded.keep(going_on).stating(LineRenewed(going_on)), Receipt(agreement, asked))


def _asked_by(turn: Turn, line: LinkedLine) -> Asked | None:
    """What the notice asked, if it would ask the same today."""
    if not line.notice:
        return None
    asked = renewal_asked(turn.session, line, turn.rules.terms, _notice(line, line.notice.end))
    return asked if asked.digest == line.notice.shown else None
