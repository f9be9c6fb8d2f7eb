"""What an agent means by a button, or by the word or place that means the same. Never what follows from it."""

from collections.abc import Callable, Mapping

from conversations.agents import commands
from conversations.agents.commands import Command
from conversations.agents.session import (
    AgentSession,
    AskingNote,
    AskingWhichNetwork,
    AskingWhichNumber,
    ShowingBoard,
)
from conversations.changing import replace
from conversations.choice import LANGUAGES, NETWORKS, Choice
from conversations.customer.events import OldButtonTapped
from conversations.effects import sentence

ABOUT_LINK: Mapping[str, Callable[[str], Command]] = {
    Choice.LINK_REMIND: commands.RemindOfLink,
    Choice.LINK_STATUS: commands.ShowLink,
    Choice.LINK_CANCEL: commands.CancelLink,
}


def read_choice(session: AgentSession, choice: Choice | OldButtonTapped) -> Command:
    match choice, session.step:
        case OldButtonTapped(), _:
            return commands.TapOldButton()
        case Choice() as about, _ if about in ABOUT_LINK:
            meant = read_link_button(session, about, None)
            return replace(meant, guessed=True) if isinstance(meant, commands.RemindOfLink) else meant
        case Choice.HELP, _:
            return commands.ShowHelp()
        case Choice.LANGUAGE, _:
            return commands.AskLanguage()
        case Choice() as spoken, _ if spoken in LANGUAGES:
            return commands.SpeakLanguage(LANGUAGES[spoken])
        case Choice.CANCEL, _:
            return commands.LeaveDialog()
        case Choice.ANY_NUMBER, AskingWhichNumber(draft):
            return commands.AnswerQuestion(draft)
        case Choice.SKIP, (AskingWhichNetwork(draft) | AskingNote(draft)):
            return commands.AnswerQuestion(draft)
        case ((Choice.MTN | Choice.AIRTEL), AskingWhichNetwork(draft)):
            return commands.AnswerQuestion(replace(draft, network=NETWORKS[choice]))
        case ((Choice.MORE | Choice.BACK), ShowingBoard(which, page, today, sought, yesterday, whose, networks)):
            turned = max(0, page + (1 if choice is Choice.MORE else -1))
            return commands.ShowBoard(which, turned, today, sought, yesterday, whose, networks=networks)
        case Choice.BACK, (AskingWhichNumber() | AskingWhichNetwork() | AskingNote()):
            return commands.BeginLink()
        case _:
            return commands.Wonder()


def read_link_button(session: AgentSession, choice: Choice, prompt: int | None) -> Command:
    """The message above the button says which link, also when others came after it."""
    reference = session.link_under(prompt)
    return ABOUT_LINK[choice](reference) if reference else commands.Refuse(sentence("agent-old-link"))


def link_on_screen(session: AgentSession) -> str:
    """The link of the newest buttons, where nothing is being described; "" where there is none."""
    return session.link_under(None) if session.rests else ""


def remind_of_latest(session: AgentSession, send: str, quoted: int | None) -> Command:
    """ "/remind send" names no link: that of the message it answers, or of the newest buttons, as of "/remind"."""
    offered = quoted or Choice.LINK_REMIND in session.dialog.offered
    reference = session.link_under(quoted) if offered else ""
    return commands.RemindOfLink(reference, send, guessed=True) if reference else commands.Misuse("remind")
