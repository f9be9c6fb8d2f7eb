"""Below PUBLIC_URL: where the page of a link, of a receipt and of a file begin, and a file's own address.

They are in people's chats, and in programs: what was released stays.
"""

LINKS = "/l/"
RECEIPTS = "/r/"
FILE_PAGES = "/d/"
FILES = "/f/"
