"""The arrows of six months of usage: shown as a picture and in words. Never how they were read, nor added up."""

from conversations.account import Summary
from conversations.customer.afterwards import as_of, go_on
from conversations.customer.events import UsageFetched
from conversations.customer.missing import found
from conversations.customer.questions import MENU
from conversations.customer.turn import Turn
from conversations.drawing.usage_picture import UsagePicture
from conversations.effects import Sentence, sentence
from conversations.keys import Key
from conversations.linked_line import LinkedLine
from conversations.network import suggest_network
from conversations.session import ReadingLine
from conversations.usage import Coverage, Usage
from conversations.wording.usage import months_of, span_of


def usage_read(turn: Turn, step: ReadingLine, event: UsageFetched) -> Turn:
    """As a picture and in words, with what is not in it and why."""
    line = turn.session.line_of(step.account)
    if not line:
        return turn.idle()
    usage, network = event.usage, line.claim.line.network.label
    notes = (*_gaps(line, usage), as_of(Summary(None, None, usage.as_of), usage.as_of, turn.now))
    read = found(turn, step.account).idle()
    if not usage.count:
        return go_on(read.say(sentence("usage-none", usage=usage, **line.named), *notes, choices=MENU), step)
    told = read.say(sentence("usage", usage=usage, **line.named), *notes, choices=MENU)
    return go_on(told.pictured(UsagePicture(usage, network, span_of(usage), months_of(usage))), step)


def _gaps(line: LinkedLine, usage: Usage) -> tuple[Sentence, ...]:
    """That not all of the six months are there, nor all of their movements."""
    ported = suggest_network(line.claim.line.number) not in (line.claim.line.network, None)
    begins: Key = "usage-ported" if ported else "usage-begins"
    keys: dict[Coverage, Key] = {Coverage.STOPPED: "usage-stopped", Coverage.BEGINS: begins}
    key = keys.get(usage.coverage)
    partly = (sentence(key, usage=usage, **line.named),) if key else ()
    return (*partly, *((sentence("usage-uncounted", usage=usage),) if usage.uncounted else ()))
