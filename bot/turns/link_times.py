"""How a link stands by the clock, also before the sweep has come by. Never what anybody is told of it."""

from datetime import datetime, timedelta

from conversations.changing import replace
from conversations.customer.link_progress import end
from conversations.link import Link, Milestone
from storage.store import Store
from storage.transaction import Transaction

A_MOMENT = timedelta(seconds=5)  # until a session that is over has been swept


def by_clock(tx: Transaction, store: Store, link: Link, now: datetime) -> Link:
    """A link whose time is over has ended, or ends later where its customer is in the middle of it."""
    if link.is_final or now < link.expires_at:
        return link
    busy_until = _busy_until(tx, store, link)
    if busy_until:
        return replace(link, expires_at=max(busy_until, now + A_MOMENT))
    return end(link, Milestone.EXPIRED, link.expires_at)


def _busy_until(tx: Transaction, store: Store, link: Link) -> datetime | None:
    """Until when the link's customer is in the middle of it; None when they are not."""
    session = store.sessions.load(tx, link.customer) if link.customer else None
    if not session or not session.offer or session.offer.reference != link.reference:
        return None
    return session.expires_at
