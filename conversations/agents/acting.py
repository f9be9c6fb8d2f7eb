"""The agents' conversation as one table: what was wanted, what follows. Never how it was typed.

Its rules:

1.  Every command is answered, and every answer is short enough for a phone.
2.  What an agent may not do, and what is another agent's, is answered as what does not exist.
3.  A customer's code is never read, kept or said again, wherever in an agent's text it stands.
4.  Agents are no customers of links: nothing here leads into the customer's conversation. What an administrator who
    has a line in the same chat says of that is no agent's command, and does not get here (`own_line`).
5.  Chance, time and what stands on the disk are handed in.
"""

from conversations.agents import administration, board, commands, making, reporting, unnamed
from conversations.agents.commands import Command
from conversations.agents.link_commands import MendLink, SeekEnding
from conversations.agents.links_left import show_links_left
from conversations.agents.mending import mend
from conversations.agents.report_commands import ShowReport, WantReports
from conversations.agents.session import AgentContext, Resting, ShowingBoard
from conversations.agents.today import show_today
from conversations.agents.turn import Act, AgentTurn, Tell
from conversations.agents.usage import USAGE
from conversations.allowance import TEMPLATE_LIMITS, Refused
from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.problems import oddity_received
from conversations.effects import DeleteMessage, Say, sentence
from conversations.keys import Key
from conversations.languages import LANGUAGES
from conversations.link import DONE, Link
from conversations.wording import names_of


def act(turn: AgentTurn, command: Command, context: AgentContext) -> AgentTurn:  # noqa: C901, PLR0912 - a table
    """What follows from a command of `turn.agent`, to whom `context` may be shown. Total, and never raises."""
    match command:
        # making
        case commands.BeginLink(draft):
            return making.begin(turn, draft)
        case commands.ExplainLink():
            return turn.say(sentence("agent-explain-link", example=sentence("agent-example-link")))
        case commands.MakeLink(draft):
            return making.make(turn, draft, context)
        case commands.AnswerQuestion(draft):
            return making.answered(turn, draft, context)
        case commands.AskNetwork(draft, because):
            return making.ask_network(turn, draft, because)
        case commands.Correct(step):
            return making.ask_again(turn.turned(step))
        case commands.NameOneself(name):
            return making.name_oneself(turn, name, context)
        case commands.LeaveDialog():
            return leave(turn, context)

        # the board
        case commands.ShowBoard() | commands.ShowToday() | ShowReport() if context.namesakes:
            return board.ask_which_agent(turn, context.namesakes)
        case commands.ShowBoard(which, page, today, sought, yesterday, whose, counts, networks):
            shown = ShowingBoard(which, page, today, sought, yesterday, whose, networks)
            return board.show_board(turn, shown, context, counts=counts)
        case commands.ShowToday(whose, networks):
            return show_today(turn, context, whose, networks)
        case commands.ShowLinksLeft():
            return show_links_left(turn, context)
        case ShowReport(name=name):
            return reporting.show_report(turn, context, name)
        case WantReports(wanted):
            return reporting.want_reports(turn, wanted=wanted)
        case commands.ShowLink():
            return board.show_link(turn, context.link, context.named) if context.link else board.no_such_link(turn)
        case commands.CancelLink():
            return board.with_link(turn, context.link, lambda link: board.cancel(turn, link))
        case MendLink():
            return mend(turn, command, context.link)
        case commands.RemindOfLink():
            return board.with_link(turn, context.link, lambda link: making.remind(turn, command, link, context))
        case commands.HandLink(_, name):
            return board.with_link(turn, context.link, lambda link: hand(turn, link, context, name), also=DONE)
        case commands.HandAll(name, of):
            return board.hand_all(turn, name, of, context)

        # the administration
        case commands.ShowAgents():
            return administration.show_agents(turn, context)
        case commands.InviteAgent(name):
            return administration.invite(turn, name, context)
        case commands.RemoveAgent(name):
            return administration.remove(turn, name, context)
        case commands.ShowHelp():
            return administration.help_(turn, context)
        case commands.AskLanguage():
            return turn.ask(turn.session.step, sentence("ask-language"), choices=tuple(map(Choice, LANGUAGES)))
        case commands.SpeakLanguage(language) if language not in LANGUAGES:
            return turn.say(sentence("answer-languages", languages=names_of(LANGUAGES)))
        case commands.SpeakLanguage(language):
            return making.ask_again(turn.speaking(language), sentence("language-changed"))

        # what is none of these
        case SeekEnding(ending, hand_to=name) if context.links:
            return unnamed.show_to_hand(turn, ending, name, context)
        case SeekEnding(_, message):
            return type_code(turn, message)
        case commands.TypeCode(message, of_link):
            return type_code(turn, message, of_link=of_link)
        case commands.OpenLinkOneself():
            return turn.record(Act.LINK_OPENED_ONESELF).say(sentence("agent-own-link"))
        case commands.Misuse(name, wrong):
            key: Key = "agent-misuse-wrong" if wrong else "agent-misuse"
            return turn.say(sentence(key, example=sentence(USAGE[name].example)))
        case commands.SmallTalk("agent-answer-person") if turn.agent.admin:
            return making.ask_again(turn, sentence("agent-answer-person-admin"))
        case commands.SmallTalk("agent-answer-leave") if turn.agent.admin:
            return making.ask_again(turn, sentence("agent-answer-leave-admin"))
        case commands.SmallTalk(about):
            return making.ask_again(turn, sentence(about, life=turn.rules.life, name=turn.agent.name))
        case commands.Refuse(because):
            return making.ask_again(turn, because)
        case commands.RefuseLink(because):
            return making.refuse_link(turn, because)
        case commands.SendOddity(oddity):
            return making.ask_again(turn, oddity_received(oddity))
        case commands.TapOldButton():
            return making.ask_again(turn, sentence("agent-old-button"))
        case commands.BeUnreadable():
            return making.ask_again(turn, sentence("message-unreadable"))
        case commands.Wonder():
            return making.ask_again(turn, sentence("agent-not-understood"))
        case commands.WantSilence():
            own_line = (sentence("ask-after-stop", lines=1),) if context.holds_line else ()
            told = Say((sentence("agent-opted-out"), *own_line), last=True)
            return turn.turned(Resting()).do(Tell(turn.agent.contact, told))
        case commands.DoNothing():
            return turn


def type_code(turn: AgentTurn, message: str, *, of_link: bool = False) -> AgentTurn:
    """It goes, is explained and counted."""
    hidden = turn.do(DeleteMessage(message)).record(Act.CODE_TYPED)
    return (making.refuse_link if of_link else making.ask_again)(hidden, sentence("agent-code-typed"))


def refuse(turn: AgentTurn, command: Command, context: AgentContext, refused: Refused) -> AgentTurn:
    """What follows instead, where an allowance is used up: what goes without it, or nothing."""
    if refused.limit not in TEMPLATE_LIMITS:
        return making.limited(turn, refused)
    noted = turn.record(Act.LIMIT_REACHED, refused.limit.name)
    return act(noted, command, replace(context, spent=refused))


def hand(turn: AgentTurn, link: Link, context: AgentContext, name: str) -> AgentTurn:
    if not context.named:
        return board.no_such_agent(turn, name, context.namesakes)
    return board.hand(turn, link, context.named)


def leave(turn: AgentTurn, context: AgentContext) -> AgentTurn:
    """`cancel` alone gives up what is being described; a link is cancelled by its reference, the only one by a tap."""
    if not turn.session.rests:
        return turn.turned(Resting()).say(sentence("agent-left"))
    return unnamed.ask_what_to_cancel(turn, context)
