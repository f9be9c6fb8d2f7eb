"""What a text can mean: an answer with a button, a question that people ask, or a courtesy. Never how it is said."""

from enum import StrEnum

from conversations.choice import Choice


class Topic(StrEnum):
    """A question that people ask at any step; each has its `answer-…` in the wording files."""

    FREE = "free"
    MONEY = "money"
    CALLS = "calls"
    WHY_DETAILS = "why-details"
    WHY_BIRTH = "why-birth"
    NAME = "name"  # of the line's owner, as the network has it: hidden, misspelt, to be corrected
    WHY_NUMBER = "why-number"
    WHY_NETWORK = "why-network"  # or what happens when it is chosen
    BEFORE = "before"  # what is seen before they agree: nothing
    WHAT_SEEN = "what-seen"
    WHO_SEES = "who-sees"
    OWN_CHOICE = "own-choice"  # whether they must, and can stop later
    LOAN = "loan"
    LOAN_ENDING = "loan-ending"  # to be ended: the business's, and no line
    HOW_LONG = "how-long"
    NEXT = "next"
    CODE_ASKED = "code-asked"  # somebody wants the code: the fraud that the code is there against
    REFUSING = "refusing"  # to type the code, or to go on, by themselves or because somebody told them
    CODE_USE = "code-use"  # what it is for, and what it lets whoever has it do
    NO_CODE = "no-code"  # one that has not come is spoken of where none is waited for
    SMS_TO_COME = "sms-to-come"  # whether one comes, before it does
    PHONE_LOST = "phone-lost"  # or stolen: whoever holds it may go on in this chat
    WHO_LINKED = "who-linked"  # and when: by mistake, by an agent, or by a thief
    WORDS_DIFFER = "words-differ"  # the agent's two words are others: the link is not from that agent
    BVN = "bvn"  # or a NIN: never needed
    PIN = "pin"  # of a card or a bank: never needed, and no code of ours
    ROBOT = "robot"  # whether a person is here
    LINE_UNCHANGED = "line-unchanged"  # whether it is blocked, or anything on it changes: nothing
    ENDINGS = "endings"  # what unlinking and deleting do
    DELETE_MESSAGE = "delete-message"  # how, of one that they wrote
    WHAT_RECEIPT = "what-receipt"  # what it is for, and whether it is real
    CANNOT_READ = "cannot-read"  # or write, or see it well
    OTHERS_LINE = "others-line"  # not theirs to agree for, whoever's it is
    FORMER_OWNER = "former-owner"  # that the line was another's before, whom the record may still name
    LANGUAGES = "languages"  # Hausa, Yoruba or Igbo, by name or as first words


class Courtesy(StrEnum):
    """What is said between people and asks for nothing by itself; a step may hear an answer in it."""

    YES = "yes"
    NO = "no"
    OK = "ok"  # "ok", a thumb up: no promise, and never a consent
    LATER = "later"
    WAIT = "wait"
    THANKS = "thanks"
    GREETING = "greeting"
    OPT_OUT = "opt-out"  # write to me no more


Intent = Choice | Topic | Courtesy
INTENTS: tuple[Intent, ...] = (*Choice, *Topic, *Courtesy)
