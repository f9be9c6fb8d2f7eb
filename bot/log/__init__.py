"""The log. Nothing that is secret or anybody's own passes it, whoever writes to it."""

from bot.log.lines import set_up_log

__all__ = ["set_up_log"]
