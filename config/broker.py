"""Kombu's broker of files, where half a message stops nobody.

A full disk leaves files without content, and a reader may be faster than a writer. The task is then
not lost for good: the clock sends each of ours again within a minute.
"""

import logging
from typing import Any

from kombu.transport import filesystem

logger = logging.getLogger(__name__)


class Channel(filesystem.Channel):
    def _get(self, queue: str, timeout: float | None = None) -> Any:
        while True:
            try:
                return super()._get(queue)
            except ValueError as broken:  # its file is gone by now
                logger.warning("a message to %s was not whole: %s", queue, broken)


class Transport(filesystem.Transport):
    Channel = Channel
