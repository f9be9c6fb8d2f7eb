"""What shows that this is real: who asks, what the SMS is for, whom to call. Never what is done about a doubt."""

from conversations.choice import Choice
from conversations.customer.traits import is_linking
from conversations.customer.turn import Turn
from conversations.effects import sentence
from conversations.session import AskingOtp, Idle


def proof(turn: Turn) -> Turn:
    """Who asks, what the SMS is for, whom to call; whoever has a line linked, how to take it back.

    Whoever holds the code in their hand has no time to read much.
    """
    at, offer = turn.session.step, turn.session.offer
    told = [sentence("proof-code" if isinstance(at, AskingOtp) and at.tries_left else "proof")]
    told.append(sentence("proof-site"))
    if offer:
        first, second = offer.words
        told.append(sentence("proof-agent", agent=offer.agent, reference=offer.reference, first=first, second=second))
    if turn.session.lines:
        told.append(sentence("proof-unlink"))
    elif is_linking(at) and not isinstance(at, AskingOtp):
        told.append(sentence("proof-cancel"))
    at_rest = isinstance(at, Idle) and turn.session.lines  # that it is linked was said already
    stops = (Choice.CANCEL,) if isinstance(at, AskingOtp) else ()
    return turn.offer(*told) if at_rest else turn.remind(*told, beside=stops)
