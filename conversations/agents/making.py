"""How an agent makes a link, step by step or at once, and hands it out. Never what becomes of it."""

from datetime import timedelta

from conversations.agents.commands import RemindOfLink
from conversations.agents.names import poses_as_business
from conversations.agents.sending import Plan, note_of, plan, plan_again
from conversations.agents.session import (
    AgentContext,
    AskingNote,
    AskingOwnName,
    AskingWhichNetwork,
    AskingWhichNumber,
    Draft,
    Resting,
)
from conversations.agents.turn import Act, AgentTurn, KeepAgent, KeepLink, SendTemplate, Tell
from conversations.allowance import Allowance, Limit, Refused, allowances_for_link
from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.notifications import name_of
from conversations.customer.problems import LIMITS_FOR_AGENTS
from conversations.effects import Say, Sentence, sentence
from conversations.external_reference import shorten
from conversations.link import Link
from conversations.minting import make_reference, make_token, make_words
from conversations.secret import LinkToken
from conversations.wording import name_of as name_of_language
from conversations.wording import names_of

UNSENT = Plan()
REMINDERS = Limit("reminders_per_link_day", 5, timedelta(days=1))

# Step by step


def refuse_link(turn: AgentTurn, because: Sentence, draft: Draft | None = None) -> AgentTurn:
    """No link is made of what was said. One for another line that was being described ends with it, and is named: the
    next answer would be taken for one about the refused link. While a number is asked for there is no such line.
    """
    match turn.session.step:
        case AskingWhichNetwork(older) | AskingNote(older) | AskingOwnName(older):
            left = sentence("agent-no-link-either", number=older.number.spaced if older.number else "")
            told = (because,) if draft and draft.number == older.number else (because, left)
            return turn.turned(Resting()).say(*told)
        case _:
            return ask_again(turn, because)


def begin(turn: AgentTurn, draft: Draft) -> AgentTurn:
    """A bare number is asked back: whatever is answered next says that a link is wanted."""
    if not draft.number:
        return ask_again(turn.turned(AskingWhichNumber(draft)))
    step = AskingNote(draft) if draft.network else AskingWhichNetwork(draft)
    return ask_again(turn.turned(step), sentence("agent-offer-link", number=draft.number.spaced))


def answered(turn: AgentTurn, draft: Draft, context: AgentContext) -> AgentTurn:
    """On to the next thing that is not known; then the link is made."""
    match turn.session.step:
        case AskingWhichNumber() if not draft.network:
            return ask_again(turn.turned(AskingWhichNetwork(draft)))
        case AskingWhichNumber() if not draft.note:
            return ask_again(turn.turned(AskingNote(draft)))
        case AskingWhichNetwork() if not (draft.note or draft.send):
            return ask_again(turn.turned(AskingNote(draft)))
        case _:
            return make(turn, draft, context)


def ask_network(turn: AgentTurn, draft: Draft, because: Sentence) -> AgentTurn:
    """All else was said in one line, and the link follows the answer."""
    return ask_again(turn.turned(AskingWhichNetwork(draft)), because)


def ask_again(turn: AgentTurn, *before: Sentence) -> AgentTurn:
    """The question of the dialog; nothing but what stands before it where none is open."""
    match turn.session.step:
        case AskingWhichNumber() as at:
            return turn.ask(at, *before, sentence("agent-ask-number"), choices=(Choice.ANY_NUMBER, Choice.CANCEL))
        case AskingWhichNetwork() as at:
            choices = (Choice.MTN, Choice.AIRTEL, Choice.SKIP)
            which = at.draft.number.spaced if at.draft.number else ""
            asked = sentence("agent-ask-network", number=which, known="yes" if which else "no")
            return turn.ask(at, *before, asked, choices=choices)
        case AskingNote() as at:
            return turn.ask(at, *before, *_about_note(turn, at.draft), choices=(Choice.SKIP, Choice.CANCEL))
        case AskingOwnName() as at:
            return turn.ask(at, *before, sentence("agent-ask-name"), choices=(Choice.CANCEL,))
        case _:
            return turn.say(*before) if before else turn


def name_oneself(turn: AgentTurn, name: str, context: AgentContext) -> AgentTurn:
    """What an administrator's customers will read. Where a link was wanted, it follows."""
    if context.named and context.named.contact != turn.agent.contact:
        return ask_again(turn, sentence("agent-name-taken", name=name))
    if poses_as_business(name, turn.rules.business):
        return ask_again(turn, sentence("agent-name-refused", name=name))
    named = _take_name(turn, name)
    match turn.session.step:
        case AskingOwnName(draft):
            return make(named, draft, context)
        case _:
            return ask_again(named, sentence("agent-name-now", name=name))


def _take_name(turn: AgentTurn, name: str) -> AgentTurn:
    named = replace(turn.agent, name=name, since=turn.agent.since if turn.agent.name else turn.now)
    return replace(turn, agent=named).do(KeepAgent(named)).record(Act.AGENT_NAMED, name)


def _about_note(turn: AgentTurn, draft: Draft) -> tuple[Sentence, ...]:
    """What was understood stands in the question: a number that was taken back is seen before a link is made for it."""
    direct, network = turn.rules.direct, draft.network.label if draft.network else ""
    line = f"{draft.number.spaced} ({network})" if draft.number and network else network
    line = draft.number.spaced if draft.number and not network else line
    kept = sentence("agent-keep-note", line=line, note=draft.note)
    asked = kept if draft.note else sentence("agent-ask-note", line=line)
    if not direct or not draft.number or draft.send:
        return (asked,)
    return asked, sentence("agent-ask-send", chat=direct.chat)


# The link


def make(turn: AgentTurn, draft: Draft, context: AgentContext) -> AgentTurn:
    """A link, unless the agent has an open one for the same number, or no name to show."""
    if not turn.agent.name and context.own_name and not poses_as_business(context.own_name, turn.rules.business):
        return make(_take_name(turn, context.own_name), draft, context)
    if not turn.agent.name:
        return ask_again(turn.turned(AskingOwnName(draft)))
    if draft.language and draft.language not in turn.rules.languages:
        unspoken = sentence("agent-text-languages", languages=names_of(turn.rules.languages))
        return refuse_link(turn, unspoken, draft)
    if twin := context.twin:
        return refuse_link(turn, sentence("agent-twin", link=name_of(twin), reference=twin.reference), draft)
    planned = plan(turn, draft, context.spent)
    if turn.agent.name == context.own_name:
        planned = replace(planned, told=(*planned.told, sentence("agent-name-first", name=turn.agent.name)))
    link, token = new_link(turn, draft, planned), make_token(turn.fresh)
    made = turn.turned(Resting()).do(KeepLink(link, token)).record(Act.LINK_MADE, link.reference)
    if planned.to:
        made = made.do(SendTemplate(planned.to, link, turn.agent.name)).record(Act.LINK_SENT, link.reference)
    limits = allowances_for_link(turn.rules.limits, str(turn.agent.contact)) + planned.allowances
    told = (*_about_line(context), *planned.told)
    return _hand_out(replace(made, allowances=limits), link, token, told)


def remind(turn: AgentTurn, command: RemindOfLink, link: Link, context: AgentContext) -> AgentTurn:
    """The text to forward once more, with a token of its own: earlier ones cannot be read back, and still work.

    Where that is wanted the invitation goes straight to the number once more too, while the link is nobody's. Whoever
    asks, customers read the name of who serves the link, as their chat tells them.
    """
    planned = plan_again(turn, link, command.send, context.spent)
    reminded = replace(link, template_chat=planned.chat or link.template_chat)
    token, name = make_token(turn.fresh), _name_of_server(turn, link, context)
    minted = turn.do(KeepLink(reminded, token)).record(Act.LINK_REMINDED, link.reference)
    if planned.to:
        minted = minted.do(SendTemplate(planned.to, reminded, name)).record(Act.LINK_SENT, link.reference)
    which = (sentence("agent-reminded-of", link=name_of(link)),) if command.guessed else ()
    minted = minted.say(*which, *planned.told) if which or planned.told else minted
    limit = Allowance(REMINDERS, f"reminder:link:{link.reference}")
    return replace(minted, allowances=(limit, *planned.allowances)).do(_forwardable(turn, link, token, name))


def _name_of_server(turn: AgentTurn, link: Link, context: AgentContext) -> str:
    """Empty where a program made it: then the business itself asks."""
    if link.served_by == turn.agent.contact:
        return turn.agent.name
    return context.named.name if context.named else ""


def limited(turn: AgentTurn, refused: Refused) -> AgentTurn:
    """Nothing is made. When the next is free is said to the minute. What is on the screen can still be tapped."""
    told = (turn if turn.session.rests else turn.turned(Resting())).record(Act.LIMIT_REACHED, refused.limit.name)
    return told.say(sentence(LIMITS_FOR_AGENTS[refused.limit.name], again=refused.until, now=turn.now))


def new_link(turn: AgentTurn, draft: Draft, planned: Plan = UNSENT) -> Link:
    return Link(
        reference=make_reference(turn.fresh),
        enrolled_by=turn.agent.contact,
        served_by=turn.agent.contact,
        language=draft.language or turn.session.language,
        words=make_words(turn.fresh),
        made_at=turn.now,
        expires_at=turn.now + turn.rules.life,
        moved_at=turn.now,
        number=draft.number,
        network=draft.network,
        note=note_of(draft, planned),
        template_chat=planned.chat,
        external_reference=draft.external_reference,
        binds_tokens=True,
    )


def _hand_out(turn: AgentTurn, link: Link, token: LinkToken, about: tuple[Sentence, ...]) -> AgentTurn:
    """First what is for the agent, with the picture; then, alone, what can be forwarded as it is."""
    addresses, external, first, second = turn.rules.addresses, link.external_reference, *link.words
    page = addresses.page and addresses.page + token.reveal()
    chats = [prefix + token.reveal() for _, prefix in addresses.chats]
    told = (
        sentence(
            "agent-link-made", link=name_of(link), first=first, second=second, until=link.expires_at, now=turn.now
        ),
        _understood(link),
        *((sentence("agent-link-external", external=shorten(external)),) if external else ()),
        *((sentence("agent-link-page", page=page),) if page else ()),
        *about,
        *((sentence("agent-paused", words=pause.words),) if (pause := turn.rules.pause) else ()),
        sentence("agent-link-next"),
    )
    shown = turn.show(link, Say(told, qr=page or next(iter(chats), "")))
    return shown.do(_forwardable(turn, link, token, turn.agent.name))


def _understood(link: Link) -> Sentence:
    """What the agent said, as it was heard, so that a slip of theirs or ours is seen before it is forwarded."""
    return sentence(
        "agent-understood",
        number=link.number.spaced if link.number else "",
        network=link.network.label if link.network else "",
        note=link.note,
        language=name_of_language(link.language),
    )


def _about_line(context: AgentContext) -> tuple[Sentence, ...]:
    """A second link for a line is now and then wanted, and never by mistake."""
    linked = (sentence("agent-line-linked"),) if context.linked else ()
    return (*linked, *((sentence("agent-line-linking"),) if context.elsewhere else ()))


def _forwardable(turn: AgentTurn, link: Link, token: LinkToken, name: str) -> Tell:
    first, second = link.words
    text = sentence(
        "agent-forward",
        agent=name,
        links="\n".join(f"{name}: {prefix}{token.reveal()}" for name, prefix in turn.rules.addresses.chats),
        first=first,
        second=second,
        until=link.expires_at,  # as a date: nobody knows on which day it is read
    )
    return Tell(turn.agent.contact, Say((text,)), link.language)
