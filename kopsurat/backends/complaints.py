"""What libraries log while they work, caught instead of printed."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["complaints_of"]


@contextmanager
def complaints_of(name: str) -> Iterator[list[str]]:
    """Collect the warnings that the logger ``name`` is given in this thread, and keep them from others."""
    said: list[str] = []
    here = threading.get_ident()

    def collect(record: logging.LogRecord) -> bool:
        if record.thread != here or record.levelno < logging.WARNING:
            return True
        said.append(record.getMessage())
        return False

    logger = logging.getLogger(name)
    logger.addFilter(collect)
    try:
        yield said
    finally:
        logger.removeFilter(collect)
