"""What of a session is over by now, whatever happens next: what one tap resumes with, a wait for a person.

A clock that was ahead and was set back leaves codes that are still to be asked for: those were asked for now, at the
latest, so that nobody waits until it comes there again.
"""

from datetime import datetime

from conversations.changing import replace
from conversations.session import Session


def without_what_is_over(session: Session, now: datetime) -> Session:
    memory, case = session.memory, session.case
    if session.requests and max(session.requests) > now:
        session = replace(session, requests=tuple(min(at, now) for at in session.requests))
    if memory and now >= memory.until:
        session = replace(session, memory=None)
    return replace(session, case=None) if case and now >= case.until else session
