"""The command line of the notebook checker."""

import sys

from tools.check.rules import main

sys.exit(main(sys.argv[1:]))
