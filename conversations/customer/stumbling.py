"""Messages in a row that lead nowhere: what is said to the second, who hears of the third. Never why they do not."""

from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.turn import Turn
from conversations.effects import Sentence, sentence
from conversations.link import Reason
from conversations.scope_steps import ChoosingScopes

OFFERS_PERSON = 2  # from this one on
TELLS = 3  # at this one


def stumbled_at_consent(turn: Turn) -> Turn:
    """Asked once more in one line, so that a "yes" is one to that: the offer of a person behind it asks nothing."""
    return stumbled(turn, sentence("not-understood-consent"), asks=False).with_asking(asks=True)


def stumbled(turn: Turn, *told: Sentence, beside: tuple[Choice, ...] = (), asks: bool = True) -> Turn:
    """What is said to it, with the question (unless `told` is one); from the second in a row on with a person."""
    stumbles = turn.session.stumbles + 1
    counted = turn.with_session(replace(turn.session, stumbles=stumbles))
    if stumbles < OFFERS_PERSON:
        return counted.remind(*told, beside=beside) if asks else counted.offer(*told, beside=beside)
    noted = counted.stuck(Reason.NOT_UNDERSTOOD) if stumbles == TELLS else counted
    # "Yes, this too" says nothing without its question.
    offer = noted.remind if isinstance(turn.session.step, ChoosingScopes) else noted.offer
    return offer(*told, sentence("offer-person"), beside=(*beside, Choice.PERSON))
