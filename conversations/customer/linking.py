"""The arrows from the greeting to the network: consent, number, network. Never how a code is asked for."""

from conversations.changing import replace
from conversations.choice import NUMBERS, Choice
from conversations.consent import Asked, EndReason, agree
from conversations.customer import straying
from conversations.customer.events import LinkOpened
from conversations.customer.facts import LineLinked, OfferAccepted, OfferDeclined, OfferShown
from conversations.customer.problems import NUMBER_REASONS, not_served, number_problem
from conversations.customer.questions import MENU
from conversations.customer.sending import recent_requests, request_otp
from conversations.customer.stumbling import stumbled
from conversations.customer.terms import consent_asked
from conversations.customer.turn import Turn
from conversations.customer.typed_codes import holds_code_at
from conversations.effects import RecordConsent, Sentence, sentence
from conversations.intents.given import NetworkHeard, NumberAmiss, NumberHeard, TextHeard, WhichNumber
from conversations.intents.naming import network_meant
from conversations.intents.numbers import names_identity
from conversations.intents.phrases import answers_in
from conversations.intents.replies import IDENTITY_NOT_NEEDED
from conversations.intents.words import words_in
from conversations.link import Reason
from conversations.linked_line import Claim, LinkedLine
from conversations.network import Line, Network, OtherNetwork, parse_network
from conversations.phone import NumberProblem, PhoneNumber, parse_number
from conversations.schedule import scheduled
from conversations.session import AskingConsent, AskingNetwork, AskingNumber
from conversations.wording import name_of

# Greeting and consent


def begin(
    turn: Turn, opened: LinkOpened | None = None, *, told: tuple[Sentence, ...] = (), tongue: str | None = None
) -> Turn:
    """A new session. Requests of the last minutes still count, so that starting again brings no further codes.

    `tongue` is another language of ours, in which they spoke to us.
    """
    offer = (opened and opened.offer) or turn.session.offer
    turn = turn.stating(OfferShown()) if opened and opened.offer else turn
    fresh = replace(turn.session, requests=recent_requests(turn), offer=offer, memory=None)
    stale = (sentence("stale-link"),) if opened and opened.stale else ()
    asking = turn.with_session(fresh).forward(AskingConsent())
    if tongue:
        return asking.ask(*told, sentence("offer-tongue", name=name_of(tongue)), beside=(Choice(tongue),))
    return asking.ask(*stale, *told)


def agreed(turn: Turn, step: AskingConsent) -> Turn:
    """Only to the words that were shown; else they are shown again. What was said before it counts from now on."""
    asked = consent_asked(turn.session, turn.rules.terms)
    if asked.digest != turn.session.consent_shown:
        return turn.ask(sentence("consent-changed"))
    return agreed_to(turn, asked, step.found, step.network)


def agreed_to(
    turn: Turn, asked: Asked, found: tuple[PhoneNumber, ...], network: Network | None, *told: Sentence
) -> Turn:
    """On record before anything else; `told` is said with what is asked next."""
    agreement = agree(turn.session.contact, turn.session.language, turn.now, asked.terms)
    recorded = turn.do(RecordConsent(agreement, asked=asked)).stating(OfferAccepted())
    offer = turn.session.offer
    known = (offer.number,) if offer and offer.number else found
    says_it = known == found and (known[:1] == (turn.session.own_number,) or straying.is_taken(turn))
    recorded = straying.strayed(recorded) if found and known != found else recorded
    asking = AskingNumber(agreement, known if len(known) > 1 else ())
    if len(known) != 1:
        return recorded.forward(asking).ask(*told)
    said = recorded.forward(asking).say(*told) if told else recorded.forward(asking)
    return number_given(said, asking, known[0], network=network if says_it else None, typed=says_it)


def declined(turn: Turn) -> Turn:
    left = replace(turn.session, offer=None, memory=None)
    return turn.with_session(left).stating(OfferDeclined()).idle().say(sentence("declined", lines=len(left.lines)))


# Number


def number_heard(turn: Turn, step: AskingNumber, heard: NumberHeard | WhichNumber) -> Turn:
    """A number, and often its network with it; a button for each where there are several."""
    if isinstance(heard, WhichNumber):
        return turn.with_step(AskingNumber(step.agreement, heard.numbers[: len(NUMBERS)])).ask()
    told = never_needed(identity=heard.identity)
    if isinstance(heard.network, OtherNetwork):
        return _not_served(turn, heard.network, *told)
    said = turn.say(*told) if told else turn
    return number_given(said, step, heard.number, network=heard.network)


def number_given(
    turn: Turn,
    step: AskingNumber,
    number: PhoneNumber,
    *,
    proven: bool = False,
    network: Network | None = None,
    typed: bool = True,
) -> Turn:
    """An agent's link for one line works for that line alone. A network that was said with the number is not asked.

    Not `typed` is the number that the link names.
    """
    invited = turn.session.offer.number if turn.session.offer else None
    proven = proven or number == turn.session.own_number
    if invited and typed and not proven and not straying.is_taken(turn):
        return _typed_for_nothing(turn, step, invited)
    if invited and number != invited:
        stuck = turn.stuck(Reason.OTHER_NUMBER) if proven else straying.strayed(turn.stuck(Reason.OTHER_NUMBER))
        return stuck.remind(sentence("link-for-other-number", number=invited.masked))
    asking = AskingNetwork(step.agreement, number, proven)
    session = replace(turn.session, unshown=None if typed or proven else number)
    asked = turn.with_session(session).forward(asking)
    return network_chosen(asked, asking, network) if network else asked.ask()


def _typed_for_nothing(turn: Turn, step: AskingNumber, invited: PhoneNumber) -> Turn:
    """The same is said to whatever is typed, the right number too; who has the line goes on with it all the same."""
    asking = AskingNetwork(step.agreement, invited, proven=False)
    hidden = turn.with_session(replace(turn.session, unshown=invited)).stuck(Reason.OTHER_NUMBER)
    return hidden.back(asking).remind(sentence("link-number-not-typed", number=invited.masked))


def own_number_unseen(turn: Turn) -> Turn:
    """Somebody means the number of their phone, which not every channel shows."""
    return turn.remind(sentence("own-number-unseen"))


def number_unclear(turn: Turn, heard: TextHeard) -> Turn:
    """What was typed in a number's place."""
    if Choice.CHANGE_NUMBER in answers_in(words_in(heard.text)):
        return turn.ask()
    if names_identity(heard.text):
        return stumbled(turn, IDENTITY_NOT_NEEDED)
    if holds_code_at(turn.session, heard.text):
        return stumbled(turn, _code_unasked(turn))
    if isinstance(network := network_meant(heard.text), OtherNetwork):
        return _not_served(turn, network)
    if network or parse_network(heard.text):
        return turn.remind(sentence("number-first"))
    amiss = heard.heard.problem if isinstance(heard.heard, NumberAmiss) else NumberProblem.NOT_A_NUMBER
    return _not_a_number(turn, amiss)


def never_needed(*, identity: bool) -> tuple[Sentence, ...]:
    return (IDENTITY_NOT_NEEDED,) if identity else ()


def contact_shared(turn: Turn, step: AskingNumber, text: str, *, proven: bool) -> Turn:
    """Somebody else's card is not taken as a number: who means it can type it."""
    number = parse_number(text)
    if not proven:
        return turn.remind(sentence("contact-not-own"))
    if isinstance(number, NumberProblem):
        return _not_a_number(turn, number)
    return number_given(turn, step, number, proven=True)


def _not_a_number(turn: Turn, problem: NumberProblem) -> Turn:
    reason = NUMBER_REASONS.get(problem)
    stuck = turn.stuck(reason) if reason else turn
    return stumbled(stuck, number_problem(problem))


# Network


def network_heard(turn: Turn, step: AskingNetwork, heard: NetworkHeard) -> Turn:
    if isinstance(heard.network, OtherNetwork):
        return _not_served(turn, heard.network)
    return network_chosen(turn, step, heard.network)


def _not_served(turn: Turn, network: OtherNetwork, *told: Sentence) -> Turn:
    """Another line, or a kind end: what they named cannot be the answer. Which of ours it is can still be typed."""
    told = (*told, not_served(network), sentence("other-line-or-end"))
    another = () if isinstance(turn.session.step, AskingNumber) else (Choice.CHANGE_NUMBER,)
    return turn.stuck(Reason.NOT_SERVED).say(*told, choices=(*another, Choice.CANCEL))


def network_unclear(turn: Turn, heard: TextHeard) -> Turn:
    if holds_code_at(turn.session, heard.text):
        return stumbled(turn, _code_unasked(turn))
    return stumbled(turn, sentence("network-unclear"), asks=False)


def _code_unasked(turn: Turn) -> Sentence:
    """Whether it comes before its time, or is of a code that was given up a moment ago."""
    return sentence("code-out-of-place" if recent_requests(turn) else "code-too-early")


def network_chosen(turn: Turn, step: AskingNetwork, network: Network) -> Turn:
    claim = Claim(step.agreement, Line(step.number, network), step.proven)
    known = next((line for line in turn.session.lines if line.claim.line == claim.line), None)
    return already_linked(turn, known, claim) if known else request_otp(turn, claim, None)


def already_linked(turn: Turn, line: LinkedLine, claim: Claim) -> Turn:
    """A line of this chat costs no code: what was agreed to now takes the place of what was agreed to then."""
    offer = turn.session.offer
    proven = claim.proven or line.claim.proven
    agreed = replace(line, claim=replace(claim, proven=proven), notice=None, used_at=turn.now)
    anew = scheduled(replace(agreed, reference=offer.reference, origin=offer.origin) if offer else agreed, turn.rules)
    older = line.claim.agreement
    renewed = older.reference != claim.agreement.reference
    ended = turn.do(RecordConsent(older, withdrawn=True, why=EndReason.RENEWED)) if renewed else turn
    was_read = line.summary_due is None and line.readings.count > 0
    ended = ended.keep(anew, ready=was_read).stating(LineLinked(anew)).idle()
    left = ended.with_session(replace(ended.session, memory=None, offer=None))
    number, network = claim.line.number.masked, claim.line.network.label
    return left.say(sentence("already-here", number=number, network=network), choices=MENU)


def change_number(turn: Turn, claim_or_step: Claim | AskingNetwork | AskingNumber) -> Turn:
    return turn.forward(AskingNumber(claim_or_step.agreement)).ask()
