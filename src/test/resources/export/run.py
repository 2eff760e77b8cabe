"""Runs scripts, each by itself, and prints what goes wrong."""
import contextlib
import os
import runpy
import sys
import traceback

import torch

torch.set_num_threads(1)

for script in sys.argv[1:]:
    with contextlib.redirect_stdout(sys.stderr):
        try:
            runpy.run_path(script)
        except Exception:
            sys.__stdout__.write(f"{os.path.basename(script)}: {traceback.format_exc()}")
