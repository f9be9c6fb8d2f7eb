"""What of a session is over by now, whatever happens next: what one tap resumes with, a wait for a person."""

from datetime import datetime

from conversations.changing import replace
from conversations.session import Session


def without_what_is_over(session: Session, now: datetime) -> Session:
    memory, case = session.memory, session.case
    if memory and now >= memory.until:
        session = replace(session, memory=None)
    return replace(session, case=None) if case and now >= case.until else session
