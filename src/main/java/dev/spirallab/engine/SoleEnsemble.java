package dev.spirallab.engine;

import dev.spirallab.dataset.Matrix;
import java.util.List;
import java.util.Objects;

/** One alone: what cannot be trained together with others. */
record SoleEnsemble(Training training) implements Ensemble {
    @Override
    public int size() {
        return 1;
    }

    @Override
    public Advance train(int maxSteps) {
        Progress progress = training.train(maxSteps);
        boolean broken = progress.firstNonFinite().isPresent();
        return new Advance(progress.steps(), broken ? Float.NaN : (float) progress.lastLoss());
    }

    @Override
    public long step() {
        return training.step();
    }

    @Override
    public int epoch() {
        return training.epoch();
    }

    @Override
    public int stepsPerEpoch() {
        return training.stepsPerEpoch();
    }

    private Training only(int variant) {
        Objects.checkIndex(variant, 1);
        return training;
    }

    @Override
    public Evaluating evaluating(int variant) {
        return only(variant).evaluating();
    }

    @Override
    public void judged(int variant, Evaluation evaluation) {
        only(variant).judged(evaluation);
    }

    @Override
    public float[] scores(int variant, Matrix inputs) {
        return only(variant).scores(inputs);
    }

    @Override
    public int rowsAtOnce() {
        return training.rowsAtOnce();
    }

    @Override
    public List<NodeTensor> tensors(int variant) {
        return only(variant).tensors();
    }

    @Override
    public Checkpoint checkpoint(int variant) {
        return only(variant).checkpoint();
    }

    @Override
    public void close() {
        training.close();
    }
}
