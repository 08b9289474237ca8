"""The register: numbers that never clash, sealed letters, revocations, and a log that shows tampering.

The only state of this package besides key files. SQLite by default, PostgreSQL by URL; both are
used through SQLAlchemy Core (extra ``db``).
"""

from __future__ import annotations

from kopsurat.register import database  # noqa: F401 - first: without SQLAlchemy it names the extra to install
from kopsurat.register.store import Register
from kopsurat.register.values import Entry, LogFault, Record, Reservation, Revocation, Shipment

__all__ = ["Entry", "LogFault", "Record", "Register", "Reservation", "Revocation", "Shipment"]
