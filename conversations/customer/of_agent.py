"""What somebody says of the agent by whose link they came: who that is, which two words they gave. Never who it is."""

from conversations.choice import Choice
from conversations.customer.events import Chosen, Event
from conversations.intents.given import TextHeard
from conversations.intents.intent import Topic
from conversations.intents.meaning import Meant
from conversations.intents.words import heard_words, words_in
from conversations.intents.words_told import words_told
from conversations.link import LinkOffer


def of_agent(offer: LinkOffer | None, text: str) -> Event | None:
    """Other words than the link's are a fraud's; the same, or a question who it is, are answered by the proof."""
    if offer is None:
        return None
    if told := words_told(text):
        is_same = set(told) == set(words_in(" ".join(offer.words)).words)
        return Chosen(Choice.PROOF) if is_same else TextHeard(Meant(Topic.WORDS_DIFFER), text)
    return Chosen(Choice.PROOF) if _asks_who(offer.agent, text) else None


def _asks_who(agent: str, text: str) -> bool:
    """ "Who is Tunde", "I don't know Tunde"."""
    said = words_in(text).words
    return not heard_words("heard-asking-who").isdisjoint(said) and not set(words_in(agent).words).isdisjoint(said)
