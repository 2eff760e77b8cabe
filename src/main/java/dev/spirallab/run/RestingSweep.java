package dev.spirallab.run;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A sweep as it was kept. */
record RestingSweep(SweepShelf.Kept kept, List<Valid> variants) implements Sweep {
    @Override
    public SweepId id() {
        return kept.id();
    }

    @Override
    public SweepSpec spec() {
        return kept.spec();
    }

    @Override
    public Standing standing() {
        return kept.standing();
    }

    @Override
    public CompletableFuture<List<NodeTensor>> tensors(int variant) {
        List<NodeTensor> learnt = kept.tensors().get(variant);
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
