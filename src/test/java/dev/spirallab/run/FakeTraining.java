package dev.spirallab.run;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.Bank;
import dev.spirallab.engine.Checkpoint;
import dev.spirallab.engine.Edit;
import dev.spirallab.engine.Evaluating;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Evaluation.Score;
import dev.spirallab.engine.Learnt;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Progress;
import dev.spirallab.engine.Training;
import dev.spirallab.engine.Tuning;
import dev.spirallab.engine.Unit;
import dev.spirallab.engine.Walk;
import dev.spirallab.engine.Weights;
import dev.spirallab.frame.Interior;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.frame.Look;
import dev.spirallab.spec.training.TrainingSpec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model of one number that follows from the steps done, so that every difference in what was done
 * shows: {@code w = fraction(w * 1.1 + rate + seed)}; its loss falls with the steps all the same.
 */
final class FakeTraining implements Training {

    /** What happens as the steps go by. */
    enum Behaviour {
        LEARNS,
        /** The loss is least after epoch 5. */
        OVERFITS,
        /** The loss of step 37 is no number. */
        DIVERGES,
        /** Step 20 throws. */
        BREAKS,
        /** Each step takes three calls. */
        PLODS,
        /** Each step takes three calls, and step 20 is never done. */
        LINGERS
    }

    private final TrainingSpec spec;
    private final int rows;
    private final Behaviour behaviour;
    private final Runnable onScores;
    private final Runnable onClose;
    private final AtomicInteger portions = new AtomicInteger();
    private double learningRate;
    private int batchSize;
    private int nextBatchSize;
    private long step;
    private int epoch;
    private int stepInEpoch;
    private double weight;
    private boolean closed;

    /** The epoch whose parameters were adopted since the last step; 0: none. */
    private int adopted;

    FakeTraining(
            TrainingSpec spec, int rows, Behaviour behaviour, Runnable onScores, Runnable onClose) {
        this.spec = spec;
        this.rows = rows;
        this.behaviour = behaviour;
        this.onScores = onScores;
        this.onClose = onClose;
        this.learningRate = spec.optimizer().learningRate();
        this.batchSize = spec.batchSize();
        this.nextBatchSize = batchSize;
        this.weight = spec.seed() % 100 / 100.0;
    }

    @Override
    public Progress train(int maxSteps) {
        requireOpen();
        if (isSlow()) {
            boolean never = behaviour == Behaviour.LINGERS && step == 19;
            if (portions.incrementAndGet() < 3 || never) {
                return Progress.NONE;
            }
            portions.set(0);
            return go(1);
        }
        return go(maxSteps);
    }

    private boolean isSlow() {
        return behaviour == Behaviour.PLODS || behaviour == Behaviour.LINGERS;
    }

    @Override
    public void rest() {
        portions.set(0);
    }

    /** How many calls of the next step are done; any thread may ask. */
    int portions() {
        return portions.get();
    }

    private Progress go(int steps) {
        OptionalLong bad = OptionalLong.empty();
        for (int i = 0; i < steps; i++) {
            step++;
            adopted = 0;
            if (behaviour == Behaviour.BREAKS && step == 20) {
                throw new IllegalStateException("broken on purpose");
            }
            if (behaviour == Behaviour.DIVERGES && step >= 37 && bad.isEmpty()) {
                bad = OptionalLong.of(step);
            }
            weight = weight * 1.1 + learningRate + 0.01;
            weight -= Math.floor(weight);
            stepInEpoch++;
            if (stepInEpoch >= stepsPerEpoch()) {
                stepInEpoch = 0;
                epoch++;
                batchSize = nextBatchSize;
            }
        }
        return new Progress(steps, loss(), bad);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("used after it was closed");
        }
    }

    private double loss() {
        double base =
                behaviour == Behaviour.OVERFITS
                        ? 1 + Math.abs((adopted > 0 ? adopted : epoch) - 5)
                        : 10.0 / (1 + step);
        return base + weight * 1e-3;
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public int stepsPerEpoch() {
        return batchSize == 0 ? 1 : Math.ceilDiv(rows, batchSize);
    }

    @Override
    public int stepInEpoch() {
        return stepInEpoch;
    }

    @Override
    public void judged(Evaluation evaluation) {}

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public Tuning tuning() {
        return new Tuning(
                OptionalDouble.of(learningRate),
                OptionalInt.of(batchSize),
                Optional.of(spec.regularization()),
                OptionalDouble.of(spec.optimizer().weightDecay()));
    }

    /** In three pieces. */
    @Override
    public Evaluating evaluating() {
        requireOpen();
        long begunAt = step;
        Iterator<Integer> pieces = List.of(1, 2, 3).iterator();
        return () -> {
            requireOpen();
            if (step != begunAt) {
                throw new IllegalStateException("trained while it was being evaluated");
            }
            return pieces.next() < 3 ? Optional.empty() : Optional.of(evaluation());
        };
    }

    private Evaluation evaluation() {
        return new Evaluation(
                new Score(loss(), 1 - 1 / (1.0 + step)), new Score(loss() * 1.5, weight));
    }

    @Override
    public float[] scores(Matrix inputs) {
        requireOpen();
        onScores.run();
        float[] scores = new float[inputs.rows() * 3];
        Arrays.fill(scores, (float) weight);
        return scores;
    }

    @Override
    public Optional<LayerReport> probe(Matrix inputs) {
        requireOpen();
        if (isSlow() && portions.get() < 2) {
            portions.incrementAndGet();
            return Optional.empty();
        }
        LayerReport.Layer only =
                new LayerReport.Layer(
                        "only",
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(weight),
                        Optional.empty(),
                        Optional.empty());
        return Optional.of(new LayerReport(learningRate, batchSize, inputs.rows(), List.of(only)));
    }

    @Override
    public int rowsToProbe() {
        return 10;
    }

    @Override
    public Walk walk(OptionalInt row) {
        throw new IllegalStateException("there is no model to walk through");
    }

    @Override
    public List<Bank> banks() {
        return List.of(new Bank("only", 40));
    }

    /** A unit answers with its number. */
    @Override
    public float[] outputs(Matrix inputs, List<Unit> units) {
        requireOpen();
        float[] outputs = new float[inputs.rows() * units.size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = units.get(i % units.size()).index();
        }
        return outputs;
    }

    /** Its one number. */
    @Override
    public Interior interior(Look look, Matrix example) {
        requireOpen();
        return new Interior(
                List.of(new Interior.Layer("only", "weight", "", "", List.of(1))),
                0,
                new Interior.Window(
                        new int[] {look.row()},
                        new int[1],
                        new float[] {(float) weight},
                        new float[0]),
                Interior.Overview.NONE,
                Interior.Pictures.NONE,
                Interior.Pictures.NONE);
    }

    @Override
    public boolean edit(Edit edit) {
        requireOpen();
        if (edit.index() > 0) {
            return false;
        }
        weight = edit.value();
        return true;
    }

    @Override
    public float[] outputs(Matrix inputs, String node) {
        requireOpen();
        return inputs.values();
    }

    @Override
    public int rowsAtOnce() {
        return 1000;
    }

    @Override
    public int scoreColumns() {
        return 3;
    }

    @Override
    public void tune(Tuning tuning) {
        requireOpen();
        learningRate = tuning.learningRate().orElse(learningRate);
        nextBatchSize = tuning.batchSize().orElse(nextBatchSize);
        batchSize = stepInEpoch == 0 ? nextBatchSize : batchSize;
    }

    @Override
    public Map<String, Weights> weights() {
        requireOpen();
        float[] number = {(float) weight};
        return Map.of("only", new Weights(List.of(1), number, number));
    }

    @Override
    public void begin(List<NodeTensor> start) {
        requireOpen();
        weight = start.getFirst().values()[0];
    }

    @Override
    public long learntBytes() {
        return Float.BYTES;
    }

    @Override
    public Learnt learnt() {
        requireOpen();
        return new Learnt(new float[] {(float) weight}, new float[0]);
    }

    @Override
    public List<NodeTensor> tensors(Learnt other) {
        return List.of(new NodeTensor("only", "weight", List.of(1), other.parameters()));
    }

    @Override
    public float[] scores(Learnt other, Matrix inputs) {
        requireOpen();
        float[] scores = new float[inputs.rows() * 3];
        Arrays.fill(scores, other.parameters()[0]);
        return scores;
    }

    /** A valley whose bottom is at 1. */
    @Override
    public double loss(Learnt other, int asked) {
        requireOpen();
        return Math.pow(other.parameters()[0] - 1, 2);
    }

    @Override
    public Checkpoint checkpoint() {
        requireOpen();
        ByteBuffer bytes = ByteBuffer.allocate(48);
        bytes.putLong(step)
                .putInt(epoch)
                .putInt(stepInEpoch)
                .putInt(batchSize)
                .putInt(nextBatchSize)
                .putInt(adopted);
        return new Checkpoint(bytes.putDouble(weight).putDouble(learningRate).array());
    }

    @Override
    public void goOnFrom(Checkpoint checkpoint) {
        int own = batchSize;
        restore(checkpoint);
        stepInEpoch = 0;
        batchSize = own;
        nextBatchSize = own;
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        ByteBuffer bytes = ByteBuffer.wrap(checkpoint.bytes());
        portions.set(0);
        step = bytes.getLong();
        epoch = bytes.getInt();
        stepInEpoch = bytes.getInt();
        batchSize = bytes.getInt();
        nextBatchSize = bytes.getInt();
        adopted = bytes.getInt();
        weight = bytes.getDouble();
        learningRate = bytes.getDouble();
    }

    @Override
    public void adopt(Checkpoint checkpoint) {
        ByteBuffer bytes = ByteBuffer.wrap(checkpoint.bytes());
        bytes.getLong();
        adopted = bytes.getInt();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            portions.set(0);
            onClose.run();
        }
    }
}
