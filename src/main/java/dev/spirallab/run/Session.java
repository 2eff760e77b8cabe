package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.engine.Edit;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Tuning;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Moment;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Sketch.Scene;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run consists of, and what is to be said of it. Belongs to the training thread, but for its
 * options and its experiment, which everybody may read.
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final RunId id;
    private final Opener opener;
    private final Phase phase = new Phase();
    private final Pacer pacer;
    private final Speedometer speedometer = new Speedometer();
    private final Easel easel;
    private final Trail trail;
    private final Bookbinder bookbinder;
    private volatile RunOptions options;
    private volatile Valid valid;
    private final List<NodeTensor> weights;
    private @Nullable RunLoop loop;
    private List<MetricPoint> points = List.of();
    private @Nullable Comeback comingBack;

    /** How many numbers were set by hand: what follows does not follow from what was before. */
    private long edits;

    Session(Beginning beginning, Opener opener, Easel easel, Trail trail) {
        this.id = beginning.id();
        this.options = beginning.options();
        this.valid = beginning.valid();
        this.weights = beginning.weights();
        this.opener = opener;
        this.easel = easel;
        this.trail = trail;
        this.bookbinder = new Bookbinder(trail);
        this.pacer = new Pacer(options.pace());
        beginning.kept().ifPresent(this::takeUp);
    }

    /** Where it was left, though not running; its training is opened when it is needed. */
    private void takeUp(KeptRun kept) {
        phase.takeUp(kept.status());
        comingBack = phase.hasFailed() ? null : new Comeback(kept);
        points = kept.points();
    }

    RunOptions options() {
        return options;
    }

    void giveTo(OwnerId owner) {
        options = options.withOwner(owner);
    }

    Experiment experiment() {
        return valid.experiment();
    }

    Valid valid() {
        return valid;
    }

    Phase phase() {
        return phase;
    }

    Pacer pacer() {
        return pacer;
    }

    /** The moments that may be looked back at. */
    Trail trail() {
        return trail;
    }

    /** What trains, if anything does. */
    Optional<RunLoop> loop() {
        return Optional.ofNullable(loop);
    }

    /**
     * What trains.
     *
     * @throws NullPointerException if nothing does
     */
    RunLoop opened() {
        return Objects.requireNonNull(loop);
    }

    /** On the way to where it was kept. */
    Optional<Comeback> comingBack() {
        return Optional.ofNullable(comingBack);
    }

    List<MetricPoint> points() {
        return points;
    }

    // opening and closing

    /**
     * Opens what trains, where nothing does yet.
     *
     * @throws Room.Full if there is no room for it now
     * @throws UnreadableException if its examples cannot be read
     * @throws ParkedTraining.Unfit if it cannot go on from where it was kept
     */
    void open() {
        if (loop != null || phase.hasFailed()) {
            return;
        }
        Dataset examples = easel.examples(() -> opener.examples(valid));
        if (comingBack == null) {
            PointPlan plan = PointPlan.forPace(pacer.pace());
            loop = opener.fresh(valid, examples, weights, plan);
            points = loop.points();
        } else {
            loop = opener.restored(comingBack.kept(), valid, examples);
        }
    }

    /** It is where it was kept. */
    void isBack(RunLoop open, KeptRun kept) {
        comingBack = null;
        if (!open.points().equals(kept.points())) {
            LOG.warn("A run did not come by the same points again");
            phase.beginAttempt();
        } else {
            kept.album().ifPresent(album -> trail.restore(album, kept.status().at()));
            bookbinder.takeUp();
        }
        points = open.points();
        trail.look(open, phase.attempt());
        kept.boundary().ifPresent(boundary -> easel.hasDrawn(boundary, scene(open)));
    }

    void restart() {
        closeLoop();
        phase.restart();
        open();
    }

    void restart(Valid changed) {
        valid = changed;
        restart();
    }

    void fail(Problem why) {
        comingBack = null;
        phase.end(EndReason.FAILED, Optional.of(why));
        try {
            closeLoop();
        } catch (RuntimeException e) {
            LOG.warn("Its memory may be lost", e);
            loop = null;
        }
    }

    void closeLoop() {
        if (loop != null) {
            loop.close();
            loop = null;
        }
        opener.place().leave();
    }

    /** Nothing is left of it. */
    void clear() {
        phase.close();
        points = List.of();
        easel.clear();
        trail.clear();
    }

    // training

    /**
     * @param until the step at which it pauses
     */
    void run(long until) {
        if (!phase.isRunning()) {
            pacer.start(System.nanoTime());
            speedometer.start(System.nanoTime());
        }
        phase.run(until);
    }

    void did(int steps) {
        pacer.did(steps);
        speedometer.did(steps, System.nanoTime());
    }

    /** Ends or pauses where it has come to an end or to its goal, and remembers what was there. */
    void settle(RunLoop open) {
        trail.look(open, phase.attempt());
        if (open.ended()) {
            phase.end(
                    open.reason(), open.divergedAt().stream().mapToObj(this::diverged).findFirst());
        } else if (open.position().step() == phase.goal()) {
            open.mark();
            if (!open.examining()) {
                phase.pause();
            }
        }
    }

    private Problem diverged(long step) {
        return Problems.diverged(step, experiment().training().optimizer().learningRate());
    }

    /** Says what is wrong with it, if anything is. */
    Optional<Problem> edit(Edit edit) {
        if (!opened().edit(edit)) {
            return Optional.of(Problems.noSuchWeight(edit));
        }
        edits++;
        phase.changed(ByHand.WEIGHT);
        phase.consent();
        return Optional.empty();
    }

    void tune(Tuning tuning, Valid tuned) {
        valid = tuned;
        phase.consent();
        changedOnTheWay(ByHand.SETTING);
        loop().ifPresent(open -> open.tune(tuning));
    }

    /** Goes on with other data; nothing changes where they cannot be read. */
    void relearn(Valid changed) {
        Dataset examples = opener.examples(changed);
        valid = changed;
        phase.consent();
        changedOnTheWay(ByHand.DATA);
        easel.change(examples, moment());
        loop().ifPresent(open -> open.relearn(opener.training(changed, examples)));
    }

    /** What it begins with is its experiment. */
    private void changedOnTheWay(ByHand what) {
        if (moment().step() > 0) {
            phase.changed(what);
        }
    }

    void pace(double stepsPerSecond) {
        pacer.pace(stepsPerSecond, System.nanoTime());
        loop().ifPresent(open -> open.plan(PointPlan.forPace(stepsPerSecond)));
    }

    // telling

    Scene scene(RunLoop open) {
        return new Scene(moment(), open.modelVersion(), phase.isRunning());
    }

    private Moment moment() {
        if (comingBack != null) {
            return comingBack.kept().status().at();
        }
        if (loop != null) {
            return new Moment(phase.attempt(), loop.position().epoch(), loop.position().step());
        }
        return points.isEmpty()
                ? new Moment(phase.attempt(), 0, 0)
                : new Moment(
                        phase.attempt(), (int) points.getLast().epoch(), points.getLast().step());
    }

    RunStatus status() {
        return new RunStatus(
                phase.state(),
                phase.reason(),
                moment(),
                loop == null ? 0 : loop.position().stepsPerEpoch(),
                phase.isRunning() ? speedometer.perSecond(System.nanoTime()) : 0,
                pacer.pace(),
                loop == null ? 0 : loop.position().learningRate(),
                0,
                points.isEmpty() ? Optional.empty() : Optional.of(points.getLast()),
                phase.problem(),
                phase.byHand());
    }

    Ledger.Entry entry() {
        return new Ledger.Entry(
                phase.state(),
                phase.problem(),
                moment(),
                pacer.pace(),
                experiment(),
                edits,
                !phase.isRunning() && picture().isPresent());
    }

    KeptRun kept(int firstPoint, boolean withSavepoint) {
        return new KeptRun(
                id,
                options.withPace(pacer.pace()),
                false,
                experiment(),
                status(),
                firstPoint,
                points.subList(firstPoint, points.size()),
                withSavepoint ? savepoint() : Optional.empty(),
                picture(),
                firstPoint == 0 && !weights.isEmpty()
                        ? Optional.of(Start.of(weights))
                        : Optional.empty(),
                withSavepoint
                        ? bookbinder.bind(phase.isRunning(), firstPoint == 0)
                        : Optional.empty());
    }

    private Optional<Savepoint> savepoint() {
        boolean small = Savepoint.isKeptOf(valid.budget().parameters());
        return loop == null || loop.examining() || !small
                ? Optional.empty()
                : Optional.of(loop.state().write());
    }

    /** A boundary of this very moment. */
    private Optional<Frame.Boundary> picture() {
        return loop().flatMap(open -> easel.drawn(scene(open)));
    }
}
