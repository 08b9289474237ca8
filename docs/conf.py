"""Configuration of the documentation: Sphinx with MyST and furo."""

from __future__ import annotations

import tomllib
from pathlib import Path

_PROJECT = tomllib.loads(
    (Path(__file__).resolve().parents[1] / "pyproject.toml").read_text(encoding="utf-8")
)["project"]

project = "kopsurat"
copyright = "2026, The kopsurat developers"  # noqa: A001 - Sphinx's own name
author = "The kopsurat developers"
release = version = _PROJECT["version"]

extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "changes", "tools"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "deflist"]
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
default_role = "literal"
suppress_warnings = ["myst.header", "ref.python"]

html_theme = "furo"
html_title = f"kopsurat {release}"
html_show_sphinx = False
