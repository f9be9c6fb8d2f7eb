"""Who wants to stop sharing while a line is being linked: none is linked behind that."""

from conversations.customer.events import AccountOpened
from conversations.effects import UnlinkAtProvider
from conversations.session import CheckingOtp, ExchangingCode, Idle, SendingOtp, Step
from tests.for_every import for_every
from tests.scenes import ACCOUNT, ASKING_OTP, CLAIM, CODE, NOON, session_at
from tests.talk import Talk


@for_every("at", [SendingOtp(1, CLAIM), CheckingOtp(1, ASKING_OTP), ExchangingCode(1, CLAIM, CODE, NOON)])
def test_who_wants_to_unlink_while_the_line_is_being_linked_has_none_linked_a_moment_later(at: Step) -> None:
    talk = Talk(session_at(at)).types("stop sharing my line")
    assert (talk.step, talk.keys[0]) == (Idle(), "cancelled-code")
    assert talk.gets(AccountOpened, ACCOUNT).session.lines == ()
    assert talk.wishes(UnlinkAtProvider) == [UnlinkAtProvider(ACCOUNT)]
