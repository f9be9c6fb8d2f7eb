"""What an agent means by a text or a tap, where the dialog stands. Never what follows from it."""

from conversations.account import clean
from conversations.agents import commands
from conversations.agents.agents_typed import hand_by_ending, parse_persons_name
from conversations.agents.arguments import parse_note, stray_number, take_reference, unfit_external
from conversations.agents.bare import bare
from conversations.agents.buttons import ABOUT_LINK, link_on_screen, read_choice, read_link_button, remind_of_latest
from conversations.agents.commands import Command
from conversations.agents.corrections import Describing, read_correction, read_mending, says_ending
from conversations.agents.instead import (
    asked_instead,
    ordered_instead,
    read_aside,
    read_instead_of_name,
    read_instead_of_note,
)
from conversations.agents.link_commands import MendLink
from conversations.agents.links_typed import seeks_digits
from conversations.agents.misspelt import read_misspelt
from conversations.agents.networks_typed import take_networks
from conversations.agents.notes_typed import note_said, take_note
from conversations.agents.numbers_typed import split_words, take_masked, take_number
from conversations.agents.offering import note_among, offer_link
from conversations.agents.questions import read_question, read_talk
from conversations.agents.session import (
    LONGEST_NOTE,
    Agent,
    AgentSession,
    AskingNote,
    AskingOwnName,
    AskingWhichNetwork,
    AskingWhichNumber,
    Draft,
)
from conversations.agents.small_talk import asks_for_links, asks_how_it_goes, asks_to_resend
from conversations.agents.standing import Which
from conversations.agents.verbs import LONGEST_COMMAND, is_line, is_verb, read_verb, sought_by_ending, split_verb
from conversations.changing import replace
from conversations.choice import LANGUAGES, LINK_CHOICES, Choice
from conversations.customer.events import (
    ButtonTapped,
    ContactShared,
    Event,
    LinkOpened,
    MessageUnreadable,
    OddityReceived,
    OptedOut,
    TextReceived,
)
from conversations.customer.problems import not_served, number_problem
from conversations.customer.understanding import choice_meant, read_answer, read_tap
from conversations.effects import sentence
from conversations.external_reference import take_external_reference
from conversations.intents.naming import network_meant
from conversations.intents.spelt import numbers_spelt
from conversations.network import OtherNetwork
from conversations.otp import holds_code, is_sum, looks_like_otp
from conversations.phone import NumberProblem, PhoneNumber, parse_number
from conversations.typed import place_in

EVERYWHERE = (Choice.CANCEL, Choice.BACK, Choice.HELP, Choice.LANGUAGE, *LANGUAGES)
HARMLESS = frozenset({Choice.HELP, Choice.LANGUAGE, *LANGUAGES})  # also from an old button
CODE_LENGTHS = range(4, 9)  # digits
FREE_TEXT = AskingNote | AskingOwnName


def read(agent: Agent, session: AgentSession, event: Event) -> Command:
    """Total: every event is some command. A command that this agent may not use is none at all."""
    match event:
        case TextReceived():
            return _read_text(agent, session, event)
        case ButtonTapped(button, prompt) if button in ABOUT_LINK:
            return read_link_button(session, Choice(button), prompt)
        case ButtonTapped(button, prompt):
            current = session.dialog.is_current(prompt)
            return read_choice(session, read_tap(button, session.dialog, HARMLESS, current=current))
        case ContactShared(number):
            return _read_number(session, number)
        case LinkOpened(offer, stale, token):
            return commands.OpenLinkOneself() if offer or stale or token else commands.ShowHelp()
        case OddityReceived(oddity, text, message):
            return commands.TypeCode(message) if _hides_code(text) else commands.SendOddity(oddity)
        case MessageUnreadable():
            return commands.BeUnreadable()
        case OptedOut():
            return commands.WantSilence()
        case _:
            return commands.DoNothing()


def _read_text(agent: Agent, session: AgentSession, event: TextReceived) -> Command:
    text = " ".join(event.text.split())
    answered = None if is_line(text) else _read_answered(session, event)
    if answered:
        return answered
    if _hides_code(text) and not _is_no_code(session, text):
        code = commands.TypeCode(event.message, of_link=_orders_link(session, text))
        return hand_by_ending(*split_verb(text), event.message) or sought_by_ending(text, event.message) or code
    if len(text) > LONGEST_COMMAND:
        too_long = sentence("agent-too-long", most=LONGEST_COMMAND)
        return commands.RefuseLink(too_long) if _orders_link(session, text) else commands.Refuse(too_long)
    if _is_answer(session, text):
        return _read_answer(session, text, admin=agent.admin)
    command = hand_by_ending(*split_verb(text), event.message) or read_verb(text, admin=agent.admin)
    if not command and text.startswith("/"):
        command = read_misspelt(agent, text)
    if isinstance(command, commands.RemindOfLink) and not command.reference:
        return remind_of_latest(session, command.send, event.quoted)
    return command or _read_rest(agent, session, event, text)


def _read_answered(session: AgentSession, event: TextReceived) -> Command | None:
    """A text that is the place, the label or a word of an answer and nothing else."""
    dialog = session.dialog
    if place_in(event.text) is not None and not session.is_numbered(event.quoted):
        return None
    if event.quoted and session.link_under(event.quoted) and (meant := choice_meant(event.text, LINK_CHOICES, ())):
        return read_link_button(session, meant, event.quoted)
    answer = read_answer(event.text, dialog, EVERYWHERE, current=dialog.is_current(event.quoted))
    return read_choice(session, answer) if answer else None


def _read_rest(agent: Agent, session: AgentSession, event: TextReceived, text: str) -> Command:
    """A sentence that asks for nothing here may still tell a customer's code: 419 alone is a question about fraud."""
    command = _read_answer(session, text, admin=agent.admin)
    asks_nothing = isinstance(command, commands.Wonder | commands.SmallTalk)
    if asks_nothing and holds_code(take_masked(text)[1]):
        return sought_by_ending(text, event.message) or commands.TypeCode(event.message)
    return command


def _hides_code(text: str) -> bool:
    """Whether a customer's code may stand in it, beside the number or the references that belong there."""
    if len(text) > LONGEST_COMMAND:
        return looks_like_otp(text)
    _, text = take_external_reference(take_masked(text)[1])
    _, words = take_number(split_words(text))
    _, around = take_reference(" ".join(words))
    return looks_like_otp(around) or any(len(digits) in CODE_LENGTHS for digits in numbers_spelt(around))


def _is_no_code(session: AgentSession, text: str) -> bool:
    """An amount that is noted; the last digits of a number by which a link is sought."""
    ends_line = says_ending(text) and _read_ending(session, text) is not None
    if _is_answer(session, text):
        return isinstance(session.step, AskingNote) and (is_sum(text) or ends_line)
    return seeks_digits(*split_verb(text)) or ends_line


def _is_answer(session: AgentSession, text: str) -> bool:
    """A note or a name may begin with any word; only a slash, a command alone, or "link" and a number is one there."""
    is_command = text.startswith("/") or is_verb(text) or _orders_link(session, text)
    return isinstance(session.step, FREE_TEXT) and not is_command


def _orders_link(session: AgentSession, text: str) -> bool:
    """Whether it is the command for a link: where a note is asked for, the word alone may begin that."""
    is_whole = text.startswith("/") or is_line(text) or not isinstance(session.step, FREE_TEXT)
    return split_verb(text)[0] == "link" and is_whole


# Answers


def _read_answer(session: AgentSession, text: str, *, admin: bool) -> Command:
    match session.step:
        case AskingWhichNumber() as step:
            return read_aside(step, text) or asked_instead(text) or _read_number(session, text)
        case AskingWhichNetwork(draft) as step:
            aside = read_aside(step, text) or asked_instead(text) or ordered_instead(draft, text)
            return aside or _read_network(draft, text)
        case AskingNote() as step:
            return read_instead_of_note(step, text, admin=admin) or _read_note(step.draft, text)
        case AskingOwnName() as step:
            name = parse_persons_name(bare(text))
            known = commands.NameOneself(name) if name else commands.Wonder()
            return read_instead_of_name(step, text) or known
        case _ if mended := _read_mending(session, text):
            return mended
        case _ if asks_to_resend(text):
            reference = link_on_screen(session)
            return commands.RemindOfLink(reference, guessed=True) if reference else commands.ShowBoard(Which.ALL)
        case _ if shown := read_question(text):
            return shown
        case _ if asks_for_links(text) and not asks_how_it_goes(text):
            offered = offer_link(text)
            return commands.ExplainLink() if offered == commands.Wonder() else offered
        case _:
            command = _read_number(session, text)
            return _of_link_on_screen(session, read_talk(text)) if command == commands.Wonder() else command


def _read_mending(session: AgentSession, text: str) -> Command | None:
    """Of the link whose buttons are the newest."""
    reference = link_on_screen(session)
    return read_mending(reference, text) if reference else None


def _read_ending(session: AgentSession, text: str) -> Command | None:
    """What is said of the link that is being described, or else of the one on the screen."""
    return read_correction(session.step, text) if isinstance(session.step, Describing) else _read_mending(session, text)


def _of_link_on_screen(session: AgentSession, command: Command) -> Command:
    """How a link is mended is told of that one."""
    reference = link_on_screen(session) if command == commands.SmallTalk("agent-answer-mend") else ""
    return MendLink(reference) if reference else command


def _read_number(session: AgentSession, text: str) -> Command:
    """A number, typed or on a contact card, and its network where that is said with it."""
    if session.rests:
        return offer_link(text)
    if not isinstance(session.step, AskingWhichNumber):
        return commands.Wonder()
    external, said = take_external_reference(text)
    noted, words = take_note(split_words(said))
    number, around = take_number(words)
    if number is None:
        problem = parse_number(text)
        return commands.Refuse(number_problem(problem)) if isinstance(problem, NumberProblem) else commands.Wonder()
    if not isinstance(number, PhoneNumber):
        return commands.Refuse(number_problem(number))
    if refused := unfit_external(external, said, session.step.draft.external_reference):
        return refused
    if stray := stray_number([*around, *noted], number):
        return stray
    network = network_meant(" ".join(around))
    if isinstance(network, OtherNetwork):
        return commands.Refuse(not_served(network))
    note = clean(" ".join([*note_among(take_networks(around)[1]), *noted]), LONGEST_NOTE)
    draft = replace(session.step.draft, number=number, note=note or session.step.draft.note)
    draft = replace(draft, network=network or draft.network)
    return commands.AnswerQuestion(replace(draft, external_reference=external or draft.external_reference))


def _read_note(draft: Draft, text: str) -> Command:
    noted = parse_note(note_said(text), draft)
    return commands.AnswerQuestion(noted) if isinstance(noted, Draft) else noted or commands.Wonder()


def _read_network(draft: Draft, text: str) -> Command:
    network = network_meant(text)
    if isinstance(network, OtherNetwork):
        return commands.Refuse(not_served(network))
    return commands.AnswerQuestion(replace(draft, network=network)) if network else commands.Wonder()
