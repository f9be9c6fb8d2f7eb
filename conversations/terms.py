"""What is asked of one customer, in the very words that they are shown. Never whether they agreed."""

from collections.abc import Iterable
from functools import lru_cache

from conversations.consent import Asked, Terms
from conversations.effects import Say, Sentence
from conversations.questions import consent_text
from conversations.session import LinkedLine, Session
from conversations.wording import Business, render


def consent_asked(session: Session, terms: Terms) -> Asked:
    """The consent text, with the agent's part where they came by a link."""
    offer = session.offer
    if not offer:
        return Asked(terms, _consent_words(session.language, terms))
    words = _consent_words(session.language, terms, offer.agent, offer.words)
    return Asked(terms, words, offer.agent, offer.reference)


def renewal_asked(session: Session, line: LinkedLine, terms: Terms, sentences: Iterable[Sentence]) -> Asked:
    """The notice that a consent ends, which offers to go on."""
    return Asked(terms, _words(sentences, session.language, terms), link=line.reference)


@lru_cache(maxsize=256)  # everybody without a link is shown the same, and each customer's is needed twice
def _consent_words(language: str, terms: Terms, agent: str = "", words: tuple[str, str] = ("", "")) -> str:
    return _words(consent_text(agent, words), language, terms)


def _words(sentences: Iterable[Sentence], language: str, terms: Terms) -> str:
    asking = Business(terms.business, terms.purpose, "", consent_months=terms.months, unused_days=terms.unused_days)
    return render(Say(tuple(sentences)), language, asking).text
