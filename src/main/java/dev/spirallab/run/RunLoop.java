package dev.spirallab.run;

import dev.spirallab.dataset.Matrix;
import dev.spirallab.engine.Checkpoint;
import dev.spirallab.engine.Edit;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.Learnt;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Progress;
import dev.spirallab.engine.Training;
import dev.spirallab.engine.Tuning;
import dev.spirallab.engine.Walk;
import dev.spirallab.engine.Weights;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.spec.training.TrainingSpec;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Trains an experiment from its start to its end: where the curves have points, when to stop and
 * why. Knows no threads and no clock, so what it computes depends on the experiment alone, however
 * the steps are divided into calls. Owned by one thread at a time.
 */
public final class RunLoop implements AutoCloseable {
    private final TrainingSpec spec;
    private final ParkedTraining training;
    private final Examiner examiner;
    private final Ending ending;
    private final Curve curve;
    private final Tempo tempo = new Tempo();
    private Position position;
    private boolean batchSizePending;
    private long modelVersion;

    /**
     * At step 0, with its first point.
     *
     * @param opener opens the training, more than once if it is parked in between
     */
    public RunLoop(Supplier<Training> opener, TrainingSpec spec, PointPlan plan) {
        this(opener, spec, plan, false);
    }

    private RunLoop(
            Supplier<Training> opener, TrainingSpec spec, PointPlan plan, boolean inPieces) {
        this.spec = spec;
        this.training = new ParkedTraining(opener);
        this.examiner = new Examiner(training, inPieces);
        this.ending = new Ending(spec);
        this.curve = new Curve(List.of(), plan);
        this.position = Position.of(training.get());
        examiner.begin(this::record);
    }

    private RunLoop(Supplier<Training> opener, LoopState state, List<MetricPoint> points) {
        this.spec = state.spec();
        this.training = new ParkedTraining(opener, state.checkpoint());
        this.examiner = new Examiner(training, true, state.evaluation());
        this.ending = new Ending(state);
        this.curve = new Curve(points.subList(0, state.points()), state.plan());
        this.position = state.position();
        this.batchSizePending = state.batchSizePending();
    }

    /**
     * A loop that leaves evaluations, that of step 0 too, to {@link #examine}, so that no call
     * lasts long.
     */
    static RunLoop inPieces(Supplier<Training> opener, TrainingSpec spec, PointPlan plan) {
        return new RunLoop(opener, spec, plan, true);
    }

    /**
     * A loop in pieces that goes on where another was, parked.
     *
     * @param points of the curves, those that the other had at least
     */
    static RunLoop restored(Supplier<Training> opener, LoopState state, List<MetricPoint> points) {
        return new RunLoop(opener, state, points);
    }

    /**
     * What another loop may go on from.
     *
     * @throws IllegalStateException while an evaluation is under way
     */
    LoopState state() {
        if (examining()) {
            throw new IllegalStateException("between two states");
        }
        return new LoopState(
                spec,
                position,
                curve.points().size(),
                curve.plan(),
                ending.budget().limit(),
                ending.isWithoutTarget(),
                batchSizePending,
                ending.reason(),
                ending.divergedAt(),
                examiner.latest(),
                ending.patience(),
                training.checkpoint());
    }

    /** Whether an evaluation is under way, which has to be finished before training goes on. */
    boolean examining() {
        return examiner.isBusy();
    }

    /** Does a piece of the evaluation under way. */
    void examine() {
        examiner.advance();
    }

    /**
     * Trains for at most {@code maxSteps} steps, to the next point of the curves at the furthest; a
     * step over a large batch takes several calls.
     *
     * @return steps done
     * @throws IllegalStateException after the end, or while an evaluation is under way
     */
    public int advance(int maxSteps) {
        if (ended() || examining()) {
            throw new IllegalStateException("ended or not ready: " + reason());
        }
        long begin = System.nanoTime();
        Progress progress = training.get().train((int) Math.min(maxSteps, stepsToNextStop()));
        if (progress.steps() == 0) {
            return 0;
        }
        tempo.took(progress.steps(), System.nanoTime() - begin);
        moved();
        if (progress.firstNonFinite().isPresent()) {
            diverge(progress.firstNonFinite().getAsLong());
        } else {
            judge();
        }
        return progress.steps();
    }

    /** Whether there is nothing to do, for {@link #reason()}. */
    public boolean ended() {
        return reason() != EndReason.NONE && !examining();
    }

    public EndReason reason() {
        return ending.reason();
    }

    /** Ends for a reason from outside; the curves then have a point here. */
    public void stop() {
        mark();
        ending.stop();
    }

    /**
     * Goes on after the end: after the budget for as much again, after early stopping with the best
     * parameters and new patience, after the target without it.
     *
     * @throws IllegalStateException after divergence
     */
    public void goOn() {
        ending.goOn(position);
    }

    /** Adds a point of the curves here, where there is none. */
    public void mark() {
        if (examining()) {
            examiner.alsoThen(this::record);
        } else if (!curve.hasPointAt(position)) {
            examiner.begin(this::record);
        }
    }

    public void tune(Tuning tuning) {
        training.get().tune(tuning);
        batchSizePending |= tuning.batchSize().isPresent();
        position = Position.of(training.get());
    }

    /**
     * Goes on with other data, from the parameters as they are, at the beginning of an epoch. What
     * was being evaluated is evaluated on them; else the curves tell the change.
     */
    void relearn(Supplier<Training> other) {
        training.relearn(other);
        position = Position.of(training.get());
        batchSizePending = false;
        modelVersion++;
        examiner.beginAnew(this::recordChange);
    }

    /**
     * Sets one number by hand. What is being evaluated is evaluated with it; else the curves tell
     * the change.
     *
     * @return whether there is such a number
     */
    boolean edit(Edit edit) {
        boolean done = training.get().edit(edit);
        if (done) {
            modelVersion++;
            examiner.beginAnew(this::recordChange);
        }
        return done;
    }

    private void recordChange() {
        curve.recordChange(position, examiner.latest());
    }

    /** Where the curves have points from now on. */
    public void plan(PointPlan changed) {
        curve.plan(changed);
    }

    /**
     * Where it is; after early stopping where it stopped, not where its best parameters come from.
     */
    public Position position() {
        return position;
    }

    /**
     * Loss and accuracy, as the newest point has them; those of the best epoch at the end of a run
     * that stops early or might have.
     */
    public Evaluation evaluation() {
        return examiner.latest();
    }

    /** The points of the curves, a view that grows. */
    public List<MetricPoint> points() {
        return curve.points();
    }

    /** The first step whose loss was not a finite number. */
    public OptionalLong divergedAt() {
        return ending.divergedAt();
    }

    /** The parameters per node. */
    public Map<String, Weights> weights() {
        return training.get().weights();
    }

    /** Parameters and running statistics. */
    public List<NodeTensor> tensors() {
        return training.get().tensors();
    }

    /** How many bytes {@link #learnt} copies. */
    long learntBytes() {
        return training.get().learntBytes();
    }

    /** Parameters and running statistics as they are now. */
    Learnt learnt() {
        return training.get().learnt();
    }

    /** The loss over so many rows of the training part, had it learnt that. */
    double loss(Learnt other, int rows) {
        return training.get().loss(other, rows);
    }

    /** Those of another time. */
    List<NodeTensor> tensors(Learnt other) {
        return training.get().tensors(other);
    }

    /** One example's way through the model; what goes wrong with it is not the run's fault. */
    Supplier<Walk> walk(OptionalInt row) {
        Training open = training.get();
        try {
            Walk walk = open.walk(row);
            return () -> walk;
        } catch (RuntimeException failed) {
            return () -> {
                throw failed;
            };
        }
    }

    /**
     * @param inputs {@code [rows, inputSize]}
     * @return {@code [rows, outputs]}
     */
    public float[] scores(Matrix inputs) {
        return training.scores(inputs);
    }

    /** What answers for whoever draws it. */
    Sketch.Model model() {
        return training;
    }

    /** Lets go of what is held for a step under way; changes nothing else. */
    void rest() {
        training.rest();
    }

    /**
     * Gives native memory back until it is needed again, unless an evaluation is under way; changes
     * nothing else.
     */
    public void park() {
        if (!examining()) {
            training.park();
        }
    }

    public boolean isParked() {
        return training.isParked();
    }

    /** Another number when the model may answer otherwise than before. */
    long modelVersion() {
        return modelVersion;
    }

    /** How many steps take about so long; at least one. */
    int stepsWithin(long nanos) {
        return tempo.stepsWithin(nanos);
    }

    @Override
    public void close() {
        training.close();
    }

    private void moved() {
        position = Position.of(training.get());
        batchSizePending &= !position.atEpochEnd();
        modelVersion++;
    }

    private long stepsToNextStop() {
        boolean atEpochEnd = batchSizePending || ending.watchesEveryEpoch();
        long toPoint = curve.stepsToNext(position, ending.budget(), atEpochEnd);
        return Math.max(1, Math.min(ending.budget().stepsLeft(position), toPoint));
    }

    private void judge() {
        boolean spent = ending.budget().spent(position);
        boolean judged = position.atEpochEnd() && ending.watchesEveryEpoch();
        boolean due = spent || curve.isDue(position, ending.budget());
        if (due || judged) {
            examiner.begin(() -> conclude(spent, judged, due));
        }
    }

    private void conclude(boolean spent, boolean judged, boolean due) {
        if (judged) {
            training.get().judged(evaluation());
            position = Position.of(training.get());
        }
        if (due) {
            record();
        }
        ending.decide(position, spent, judged, evaluation(), () -> training.get().checkpoint());
        if (ending.hasPoint()) {
            record();
        }
        ending.best(evaluation()).ifPresent(this::take);
    }

    private void record() {
        curve.record(position, evaluation());
    }

    /** The steps that the same call did after that step count for nothing. */
    private void diverge(long step) {
        position = position.backAt(step);
        ending.diverge(step);
        curve.breakOff(position);
    }

    private void take(Checkpoint best) {
        training.get().adopt(best);
        modelVersion++;
        examiner.begin(() -> {});
    }
}
