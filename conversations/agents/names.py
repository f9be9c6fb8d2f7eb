"""Which names an agent may go by: a person's, and none that customers would take for a network or the business.

Never who has one already.
"""

from itertools import pairwise

from conversations.wording import words_in_all


def poses_as_business(name: str, business: str) -> bool:
    """Whether it is, or holds, the name of a network, of an authority, of an office, or of the business itself."""
    said, own = name.casefold().replace(".", "").split(), set(business.casefold().split())
    reserved = {word.replace(" ", "") for word in words_in_all("reserved-names")}
    pairs = {first + second for first, second in pairwise(said)}
    like_own = bool(own) and (set(said) <= own or own <= set(said))
    return like_own or not reserved.isdisjoint({*said, *pairs})
