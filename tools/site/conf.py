"""How Sphinx makes the pages."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tools.site.headings import slug

project = "Before Step One"
html_title = project
extensions = ["myst_nb", "tools.site.formulas"]
nb_execution_mode = "off"
nb_code_prompt_show = "What this lesson imports"
nb_code_prompt_hide = "What this lesson imports"
myst_enable_extensions = ["dollarmath", "amsmath"]
myst_heading_anchors = 3
myst_heading_slug_func = slug
html_math_renderer = "katex"
suppress_warnings = ["config.cache"]  # a function among the settings
html_theme = "furo"
templates_path = ["templates"]
html_static_path = []
html_css_files = ["katex.min.css", "site.css"]
html_show_copyright = False  # the licence stands in the README
html_show_sourcelink = False
html_copy_source = False
html_show_search_summary = False  # it would fetch pages, which no browser allows in a folder on a disk
html_use_index = False
html_theme_options = {"top_of_page_buttons": [], "footer_icons": []}
pygments_style = "friendly"
pygments_dark_style = "github-dark"
