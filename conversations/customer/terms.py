"""What is asked of one customer, in the very words that they are shown. Never whether they agreed."""

from collections.abc import Iterable
from functools import lru_cache

from conversations.changing import replace
from conversations.consent import Asked, Scopes, Terms
from conversations.customer.questions import consent_text, scope_question
from conversations.effects import Say, Sentence
from conversations.linked_line import LinkedLine
from conversations.session import Session
from conversations.wording import Business, render


def consent_asked(session: Session, terms: Terms) -> Asked:
    """The consent text, with the words of the link by which they came."""
    offer = session.offer
    if not offer:
        return Asked(terms, _consent_words(session.language, terms))
    words = _consent_words(session.language, terms, offer.agent, offer.words)
    return Asked(terms, words, offer.agent, offer.reference)


def chosen_asked(session: Session, terms: Terms, reads: Scopes) -> Asked:
    """The same with what was asked one by one, of all of which they said yes to `reads` alone."""
    offer, chosen = session.offer, replace(terms, reads=reads)
    text = consent_text(offer.agent, offer.words) if offer else consent_text()
    words = _words((*text, *(scope_question(each) for each in terms.reads)), session.language, terms)
    return Asked(chosen, words, offer.agent, offer.reference) if offer else Asked(chosen, words)


def renewal_asked(session: Session, line: LinkedLine, terms: Terms, sentences: Iterable[Sentence]) -> Asked:
    """The notice that a consent ends, which offers to go on: with what was agreed to, and no more."""
    same = replace(terms, reads=line.claim.agreement.reads)
    return Asked(same, _words(sentences, session.language, same), link=line.reference)


@lru_cache(maxsize=256)  # everybody without a link is shown the same, and each customer's is needed twice
def _consent_words(language: str, terms: Terms, agent: str = "", words: tuple[str, str] = ("", "")) -> str:
    return _words(consent_text(agent, words), language, terms)


def _words(sentences: Iterable[Sentence], language: str, terms: Terms) -> str:
    return render(Say(tuple(sentences)), language, Business.asking(terms)).text
