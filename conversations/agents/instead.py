"""What is said in the place of an answer while a link is being described: that none is wanted, that it is to wait, a
question, another order. Never the answer.
"""

from functools import partial

from conversations.account import clean
from conversations.agents import commands
from conversations.agents.commands import Command
from conversations.agents.corrections import Describing, read_correction
from conversations.agents.networks_typed import take_networks
from conversations.agents.notes_typed import note_said
from conversations.agents.numbers_typed import split_words, take_number
from conversations.agents.offering import note_among, offer_link, orders_link
from conversations.agents.questions import read_question, read_talk
from conversations.agents.session import LONGEST_NOTE, AskingNote, AskingOwnName, Draft
from conversations.agents.small_talk import COURTESIES, asks_to_resend
from conversations.agents.standing import Which
from conversations.agents.verbs import names_reference, read_verb
from conversations.choice import Choice
from conversations.customer.problems import number_problem
from conversations.effects import sentence
from conversations.intents.intent import Courtesy
from conversations.intents.meaning import Meant, meaning_of
from conversations.intents.networks import networks_in
from conversations.intents.stages import Situation
from conversations.intents.wondering import asks_whether
from conversations.intents.words import heard_words, words_in
from conversations.keys import Key
from conversations.phone import NumberProblem, PhoneNumber
from conversations.typed import place_in

_ENDS = [*map(Meant, (Choice.CANCEL, Choice.DECLINE))]
_ENDS_ALONE = [*map(Meant, (Choice.UNLINK, Choice.DELETE))]  # with more words they are what a link is for
_ALONE = 2  # words
_WAITS = [*map(Meant, (Courtesy.WAIT, Courtesy.LATER))]
_NODS = [*map(Meant, (Courtesy.YES, Courtesy.OK))]
# What is told of a customer who cannot go on is answered, though it does not ask; the rest of the answers are to words
# that stand in notes as well: "real estate", "balance of the rent".
_OF_TROUBLE: frozenset[Key] = frozenset(
    {
        *("agent-answer-no-code", "agent-answer-wrong-code", "agent-answer-code-theirs"),
        *("agent-answer-not-opening", "agent-answer-unlink"),
    }
)
_SETS_OUT = ("heard-agent-sets-out", "heard-negations")  # alone before a comma: no note begins so
_OF_A_DRAFT = (
    "heard-negations",
    "heard-agent-takes-back",
    "heard-agent-beside-correction",
    "heard-agent-declines",
    "heard-agent-beside-declining",
)
_MENDS = commands.SmallTalk("agent-answer-mend")  # which is about a link that there is


def read_aside(step: Describing, text: str) -> Command | None:
    """What a text says at any question about a link; None where it may answer that."""
    return _holding_back(text) or read_correction(step, text) or _listed(text)


def _holding_back(text: str) -> Command | None:
    meant, said = meaning_of(text, Situation.NUMBER, (Choice.CANCEL,)), frozenset(words_in(text).words)
    declines = _declines(said)
    # "Wait till salary" is no wish to wait.
    waits = meant in _WAITS and said.isdisjoint(heard_words("heard-agent-until"))
    if waits or (declines and not said.isdisjoint(heard_words("heard-agent-not-yet"))):
        return commands.SmallTalk("agent-waits")
    ends = meant in _ENDS or (meant in _ENDS_ALONE and len(said) <= _ALONE)
    return commands.LeaveDialog() if declines or ends else None


def _declines(said: frozenset[str]) -> bool:
    """ "Don't make it", "no link"; but "no need for a deposit" is what a link is for."""
    denies, declines = heard_words("heard-negations"), heard_words("heard-agent-declines")
    around = heard_words("heard-agent-beside-declining") | heard_words("heard-agent-not-yet")
    return not said.isdisjoint(denies) and not said.isdisjoint(declines) and said <= denies | declines | around


def asked_instead(text: str) -> Command | None:
    """A question in the place of an answer, which the dialog waits for: it holds no number, network or courtesy."""
    if any(map(str.isdigit, text)) or networks_in(text):
        return None
    known = read_question(text) or read_talk(text)
    return None if known == commands.Wonder() or _is_courtesy(known) else known


def ordered_instead(draft: Draft, text: str) -> Command | None:
    """A link for another number in the place of an answer: its network is none of the draft's, nor is that of a number
    that is none.
    """
    number, _ = take_number(split_words(text))
    if isinstance(number, NumberProblem):
        return commands.RefuseLink(number_problem(number))
    ordered = offer_link(text) if number and number != draft.number else None
    return commands.RefuseLink(ordered.because) if isinstance(ordered, commands.Refuse) else ordered


# Where any words may be the answer


def read_instead_of_name(step: AskingOwnName, text: str) -> Command | None:
    """What is no name of the agent's own, though it is letters."""
    known = read_aside(step, text) or _question(text)
    denies = not heard_words("heard-negations").isdisjoint(words_in(text).words)
    return known or (commands.Wonder() if denies or _asks(text) or _nods(text) else None)


def read_instead_of_note(step: AskingNote, text: str, *, admin: bool) -> Command | None:
    """What is no note, or may be none; None for what can only be one, as for all behind "note:"."""
    if note_said(text) != text:
        return None
    if place_in(text) is not None:
        return commands.Wonder()
    if step.draft.note and _nods(text):
        return commands.AnswerQuestion(step.draft)
    known = read_aside(step, text) or _ordered(step.draft, text, admin=admin) or _question(text)
    doubt = commands.Refuse(sentence("agent-doubt-note", note=clean(text, LONGEST_NOTE)))
    return known or (doubt if _is_doubtful(text) else None)


def _ordered(draft: Draft, text: str, *, admin: bool) -> Command | None:
    """What orders something else beyond doubt: by a reference, of what is being described, or of another number."""
    command = read_verb(text, admin=admin)
    if command and (names_reference(text) or command == commands.LeaveDialog()):
        return command
    number, around = take_number(split_words(text))
    is_line = draft.number and isinstance(number, PhoneNumber) and not note_among(take_networks(around)[1])
    return ordered_instead(draft, text) if is_line or orders_link(text) else None


def _listed(text: str) -> Command | None:
    """ "Resend the link to 0803 123 4567": its row on the board leads to that."""
    if not _begins_as(text, "heard-agent-orders-else"):
        return None
    number, around = take_number(split_words(text))
    asked = read_question(" ".join(around))
    if isinstance(number, PhoneNumber) and asked == commands.ShowBoard(Which.ALL):
        return commands.ShowBoard(Which.ALL, sought=number.local)
    return asked


def _question(text: str) -> Command | None:
    """What is asked, where the answer is known; and what is told of a customer who cannot go on."""
    talk = read_talk(text)
    if (_is_courtesy(talk) and not _nods(text)) or (isinstance(talk, commands.SmallTalk) and talk.about in _OF_TROUBLE):
        return talk
    known = read_question(text) or talk
    return known if _asks(text) and known not in (_MENDS, commands.Wonder()) else None


def _asks(text: str) -> bool:
    begins = any(_begins_as(text, entry) for entry in ("heard-questions", "heard-agent-asks-whether"))
    return begins or asks_whether(text)


def _is_doubtful(text: str) -> bool:
    """Whether it may be meant for us, and not for the agent's own eyes."""
    said = words_in(text)
    orders = _begins_as(text, "heard-agent-orders-on-link") and len(said.words) > 1
    sets_out = said.clauses[:2] == (0, 1) and any(map(partial(_begins_as, text), _SETS_OUT))
    is_talk = read_question(text) is not None or read_talk(text) == _MENDS
    of_link = said.words[:1] == ("link",) or asks_to_resend(text)
    return orders or sets_out or of_link or is_talk or _asks(text) or _nods(text) or _only_denies(frozenset(said.words))


def _only_denies(said: frozenset[str]) -> bool:
    """ "No stop": whatever it is that is not wanted, no word of it is what a link is for."""
    hesitates, says_nothing = heard_words("heard-agent-sets-out"), frozenset().union(*map(heard_words, _OF_A_DRAFT))
    return not said.isdisjoint(hesitates | heard_words("heard-negations")) and said <= hesitates | says_nothing


def _begins_as(text: str, entry: str) -> bool:
    return not heard_words(entry).isdisjoint(words_in(text).words[:1])


def _nods(text: str) -> bool:
    return meaning_of(text, Situation.BUSY) in _NODS


def _is_courtesy(command: Command) -> bool:
    return isinstance(command, commands.SmallTalk) and command.about in COURTESIES
