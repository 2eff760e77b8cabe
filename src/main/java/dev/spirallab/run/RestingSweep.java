package dev.spirallab.run;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.validation.SweepResult;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A sweep as it was kept. */
record RestingSweep(SweepId id, SweepResult.Sound asked, State state, SweepResults.Read results)
        implements Sweep {

    @Override
    public SweepSpec spec() {
        return asked.sweep();
    }

    @Override
    public List<Valid> variants() {
        return asked.variants();
    }

    @Override
    public Standing standing() {
        return results.standing(state);
    }

    @Override
    public CompletableFuture<List<NodeTensor>> tensors(int variant) {
        List<NodeTensor> learnt = results.tensors().get(variant);
        CompletableFuture<List<NodeTensor>> answer = new CompletableFuture<>();
        if (learnt.isEmpty()) {
            answer.cancel(false);
        } else {
            answer.complete(learnt);
        }
        return answer;
    }

    @Override
    public void close() {}
}
