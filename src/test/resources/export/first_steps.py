"""Runs exported scripts for their first steps, with given examples, batches and start values, and
writes the losses. The arguments are folders, each with script.py, case.json, numbers.bin and what it
reads."""
import contextlib
import importlib.util
import json
import math
import os
import sys
import traceback

import torch

torch.set_num_threads(1)


class Enough(Exception):
    pass


class Numbers:
    """The numbers of tensors, one after the other."""

    def __init__(self, file):
        with open(file, "rb") as numbers:
            self.left = torch.frombuffer(bytearray(numbers.read()), dtype=torch.float32)

    def tensor(self, given):
        size = math.prod(given["shape"])
        values, self.left = self.left[:size], self.left[size:]
        return values.view(given["shape"]).to(torch.int64 if given["whole"] else torch.float32)


def losses(folder):
    os.chdir(folder)
    spec = importlib.util.spec_from_file_location("exported", "script.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with open("case.json", encoding="utf-8") as file:
        case = json.load(file)
    own = module.load_data()
    numbers = Numbers("numbers.bin")
    given = [numbers.tensor(part) for part in case["data"]]
    state = {name: numbers.tensor(value) for name, value in case["state"].items()}
    for mine, theirs in zip(own, given, strict=True):
        assert mine.dtype == theirs.dtype, f"{mine.dtype} for {theirs.dtype}"
        assert mine.shape == theirs.shape, f"{mine.shape} for {theirs.shape}"
        if case["sameData"]:
            torch.testing.assert_close(mine, theirs)
    model_class, learn = module.Model, module.learn
    epochs = iter([[torch.tensor(rows) for rows in epoch] for epoch in case["epochs"]])
    found = []

    def made():
        model = model_class()
        problems = model.load_state_dict(state, strict=False)
        missing = [name for name in problems.missing_keys if not name.endswith("num_batches_tracked")]
        assert not missing, missing
        assert not problems.unexpected_keys, problems.unexpected_keys
        return model

    def learning(*arguments):
        found.append(learn(*arguments))
        if len(found) == case["steps"]:
            raise Enough
        return found[-1]

    module.load_data = lambda: given
    module.batches = lambda count: next(epochs)
    module.Model = made
    module.learn = learning
    with contextlib.suppress(Enough):
        module.main()
    return found


answers = {}
for folder in sys.argv[1:]:
    with contextlib.redirect_stdout(sys.stderr):
        try:
            answers[os.path.basename(folder)] = {"losses": losses(folder)}
        except Exception:
            answers[os.path.basename(folder)] = {"error": traceback.format_exc()}
print(json.dumps(answers))
