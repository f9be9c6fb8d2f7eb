"""Messages as text: sentences, labels and values in the customer's language. Never how a channel shows them."""

from functools import lru_cache
from typing import Self

from msgspec import Struct

from conversations.choice import ENDING, IN_WORDS, LANGUAGES, LINES, NUMBERS, Choice
from conversations.consent import EVERY_SCOPE, Scopes, Terms, yes_or_no
from conversations.discretion import Discreet, Hidden
from conversations.effects import Say, Sentence
from conversations.wording.catalogue import Catalogue, catalogue_of, name_of
from conversations.wording.details import balance_table, details_of, tells_of_line
from conversations.wording.files import RenderedFile
from conversations.wording.formats import PlainValues, expand
from conversations.wording.tables import RenderedTable


class Business(Struct, frozen=True):
    """Who asks, and what for, as every sentence may name it; `adult` is the age that an owner must have."""

    name: str
    purpose: str
    support: str
    privacy: str = ""
    consent_months: int = 12
    unused_days: int = 180
    reads: Scopes = EVERY_SCOPE
    adult: int = 0
    site: str = ""

    @property
    def terms(self) -> Terms:
        """What it asks of customers."""
        return Terms(self.name, self.purpose, self.consent_months, self.unused_days, self.reads, self.adult)

    @classmethod
    def asking(cls, terms: Terms) -> Self:
        """Whoever asks for that, as far as the terms tell."""
        return cls(terms.business, terms.purpose, "", "", terms.months, terms.unused_days, terms.reads, terms.adult)


class Button(Struct, frozen=True):
    """One answer: what travels, and what is read."""

    choice: str
    label: str
    ends: bool = False  # or leads to it: what may be shown as a danger


class Rendered(Discreet, frozen=True):
    """A message that is ready for a channel. `contact_label` asks for the sender's own contact card, where it can.

    `sensitive`: it shows what was read of a line. `last`: the one thing that may be said to who opted out.
    `puts_key_away`: the contact card was asked for before this, and is not any more. `news`: it answers nothing.
    """

    text: Hidden[str]
    buttons: tuple[Button, ...] = ()
    prompt: int = 0
    contact_label: str = ""
    menu_hint: str = ""  # stands above the answers where a channel shows them as a list
    qr: Hidden[str] = ""  # an address to be shown as a QR picture, with the text as its caption
    picture: Hidden[str] = ""  # SVG of the figures that the text has in words, to be shown above it
    list_label: str = ""  # opens the answers where a channel folds them up
    sensitive: bool = False
    last: bool = False
    puts_key_away: bool = False
    file: RenderedFile | None = None
    table: RenderedTable | None = None  # stands in the text as lines, and may be shown as a table
    copies: Button | None = None  # what a tap puts into the clipboard, where the channel can
    news: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether its answers may be given by a figure."""
        return IN_WORDS.isdisjoint(button.choice for button in self.buttons)


def render(
    say: Say,
    language: str,
    business: Business,
    *,
    shares_contact: bool = False,
    deletes_messages: bool = True,
    handle: str = "",
) -> Rendered:
    """The text of a message, its sentences a blank line apart, for a channel that can or cannot do these things."""
    catalogue = catalogue_of(language)
    house = _house(catalogue, business, handle, shares_contact=shares_contact, deletes_messages=deletes_messages)
    text = "\n\n".join(filter(None, (_sentence(each, catalogue, house) for each in say.sentences)))
    return Rendered(
        text=text,
        buttons=tuple(Button(choice, _label(choice, say, catalogue), choice in ENDING) for choice in say.choices),
        prompt=say.prompt,
        contact_label=catalogue.say("button-share-contact", {}) if say.asks_contact and shares_contact else "",
        menu_hint=_menu_hint(say, catalogue),
        qr=say.qr,
        picture=say.picture.draw(catalogue.say) if say.picture else "",
        list_label=catalogue.say("list-label", {}) if say.choices else "",
        sensitive=any(map(tells_of_line, say.sentences)),
        last=say.last,
        puts_key_away=say.puts_key_away and shares_contact,
        file=_file(say, catalogue),
        table=_table(say, catalogue),
        copies=Button(say.copies, catalogue.say("button-copy", {"text": say.copies})) if say.copies else None,
    )


def _menu_hint(say: Say, catalogue: Catalogue) -> str:
    if not say.choices:
        return ""
    return catalogue.say("menu-hint" if IN_WORDS.isdisjoint(say.choices) else "menu-hint-words", {})


@lru_cache(maxsize=64)
def _house(
    catalogue: Catalogue, business: Business, handle: str, *, shares_contact: bool, deletes_messages: bool
) -> PlainValues:
    """What every sentence may name: who asks, and what the channel can do."""
    values = {
        "business": business.name,
        "purpose": business.purpose,
        "support": business.support,
        "privacy": business.privacy,
        "months": business.consent_months,
        "unused": business.unused_days,
        "handle": handle,
        "share": "yes" if shares_contact else "no",
        "deletes": "yes" if deletes_messages else "no",
        "several": "yes" if len(business.reads) > 1 else "no",
        "adult": business.adult,
        "site": business.site,
        "parts": "\n".join(f"- {catalogue.say(f'consent-{scope}', {})}" for scope in business.reads),
    }
    return expand(values | yes_or_no(business.reads), catalogue)


def _sentence(sentence: Sentence, catalogue: Catalogue, house: PlainValues) -> str:
    return catalogue.say(sentence.key, expand(sentence.values, catalogue, house) | details_of(sentence, catalogue))


def _table(say: Say, catalogue: Catalogue) -> RenderedTable | None:
    shown = next((each.values for each in say.sentences if each.key == "balances"), None)
    return balance_table(shown["summary"].balances, str(shown["network"]), catalogue) if shown else None


def _file(say: Say, catalogue: Catalogue) -> RenderedFile | None:
    if say.held:
        return RenderedFile("mydata.json", say.held)
    if say.file is None:
        return None
    from conversations.wording.statements import statement_file  # noqa: PLC0415 - few messages have one

    return statement_file(*say.file, catalogue)


def _label(choice: Choice, say: Say, catalogue: Catalogue) -> str:
    if choice in LANGUAGES:
        return name_of(choice)
    entry = "line" if choice in LINES else "number" if choice in NUMBERS else choice.value
    return catalogue.say(f"button-{entry}", say.labels.get(choice, {}))
