"""How Sphinx builds the site: make docs."""

from communique import __version__

project = "communique"
project_copyright = "the communique authors, MIT licence"
version = release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_heading_anchors = 3
autodoc_typehints = "none"
autodoc_member_order = "bysource"
exclude_patterns: list[str] = []
html_theme = "alabaster"
html_theme_options = {"description": "The public record of diplomacy", "fixed_sidebar": True}
suppress_warnings = ["myst.xref_missing", "misc.highlighting_failure"]
