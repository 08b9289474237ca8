"""The office's static site: a page that checks letters, the lists it needs, the official contacts.

Any web host can serve it; nothing of a letter ever reaches the server.
"""

from __future__ import annotations

from kopsurat.site.build import build_site
from kopsurat.site.publish import Published, publish

__all__ = ["Published", "build_site", "publish"]
