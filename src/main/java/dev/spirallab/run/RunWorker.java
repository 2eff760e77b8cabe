package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.engine.Training;
import dev.spirallab.engine.Tuning;
import dev.spirallab.engine.Weights;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.RunState;
import dev.spirallab.run.Scheduler.Next;
import dev.spirallab.run.Sketch.Scene;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Invalid;
import dev.spirallab.validation.ValidationResult.Valid;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The side of a run that belongs to one training thread at a time: obeys commands, trains, tells
 * the {@link Board}. Whatever goes wrong here ends this run and no other.
 */
final class RunWorker implements Scheduler.Job {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
    private static final long NO_GOAL = Long.MAX_VALUE;

    private final Workshop workshop;
    private final Room.Place place;
    private final Board board;
    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Map<String, Weights>>> weightsWanted =
            new ConcurrentLinkedQueue<>();
    private final List<Consumer<RunStatus>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch disposed = new CountDownLatch(1);
    private volatile Valid valid;
    private volatile boolean closing;
    private volatile boolean parked;

    private final Pacer pacer;
    private final Speedometer speedometer = new Speedometer();
    private @Nullable Dataset dataset;
    private @Nullable Artist artist;
    private @Nullable RunLoop loop;
    private List<MetricPoint> points = List.of();
    private RunState state = RunState.READY;
    private EndReason reason = EndReason.NONE;
    private Optional<Problem> problem = Optional.empty();
    private int attempt;
    private long goal = NO_GOAL;
    private @Nullable Change told;
    private long restedFrom;
    private long restedTo;

    /** What listeners want to hear of. */
    private record Change(
            RunState state,
            EndReason reason,
            int attempt,
            Experiment experiment,
            Optional<Problem> problem) {}

    /**
     * @param place holds the memory of the run already
     */
    RunWorker(Valid valid, RunOptions options, Workshop workshop, Room.Place place, Board board) {
        this.valid = valid;
        this.workshop = workshop;
        this.place = place;
        this.board = board;
        this.pacer = new Pacer(options.pace());
    }

    Experiment experiment() {
        return valid.experiment();
    }

    void ask(Command command) {
        commands.add(command);
    }

    CompletableFuture<Map<String, Weights>> askForWeights() {
        CompletableFuture<Map<String, Weights>> answer = new CompletableFuture<>();
        weightsWanted.add(answer);
        return answer;
    }

    void askToClose() {
        closing = true;
        place.close();
    }

    boolean isClosing() {
        return closing;
    }

    boolean isParked() {
        return parked;
    }

    Run.Registration onChange(Consumer<RunStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    boolean awaitDisposal(Duration most) throws InterruptedException {
        return disposed.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Next slice(int waiting) {
        if (closing) {
            return dispose();
        }
        try {
            open();
            obey();
            tellWeights();
            return loop == null ? idle() : work(loop, workshop.settings().sliceNanos(waiting));
        } catch (Room.Full full) {
            return holdOff(full.problem());
        } catch (RuntimeException | Error e) {
            return fail(e);
        }
    }

    private Next idle() {
        publish();
        return new Next.WhenWoken();
    }

    /** Rests until somebody asks again for what there is no room for now. */
    private Next holdOff(Problem obstacle) {
        refuseWeights();
        pause();
        problem = Optional.of(obstacle);
        return idle();
    }

    private Next work(RunLoop open, long sliceNanos) {
        long begin = System.nanoTime();
        rested(begin);
        long end = begin + sliceNanos;
        draw(open, end);
        train(open, end);
        publish();
        draw(open, end);
        park(open);
        return next(open);
    }

    // opening and closing

    private void open() {
        if (loop == null && reason != EndReason.FAILED) {
            Dataset examples = examples();
            Valid now = valid;
            loop =
                    RunLoop.inPieces(
                            () -> openTraining(now, examples),
                            now.experiment().training(),
                            PointPlan.forPace(pacer.pace()));
            points = loop.points();
        }
    }

    private Training openTraining(Valid now, Dataset examples) {
        place.require(valid.budget().bytes());
        return workshop.engine().open(now, examples);
    }

    private Dataset examples() {
        if (dataset == null) {
            dataset = Datasets.create(valid.experiment().dataset());
            artist = new Artist(board, dataset);
            artist.showExamples(new Moment(0, 0, 0));
        }
        return dataset;
    }

    private void restart() {
        closeLoop();
        attempt = (attempt + 1) & 0xFFFF;
        state = RunState.READY;
        reason = EndReason.NONE;
        problem = Optional.empty();
        goal = NO_GOAL;
        open();
    }

    private void closeLoop() {
        if (loop != null) {
            loop.close();
            loop = null;
        }
        place.leave();
    }

    private Next dispose() {
        try {
            closeLoop();
        } finally {
            state = RunState.CLOSED;
            points = List.of();
            dataset = null;
            artist = null;
            board.clear(status());
            tellListeners();
            refuseWeights();
            disposed.countDown();
        }
        return new Next.WhenWoken();
    }

    private Next fail(Throwable failure) {
        LOG.warn("A run failed", failure);
        refuseWeights();
        state = RunState.ENDED;
        reason = EndReason.FAILED;
        problem = Optional.of(Problems.failed(failure));
        try {
            closeLoop();
        } catch (RuntimeException e) {
            LOG.warn("Its memory may be lost", e);
            loop = null;
        }
        publish();
        return new Next.WhenWoken();
    }

    // commands

    private void obey() {
        for (Command next = commands.poll(); next != null; next = commands.poll()) {
            obey(next);
        }
    }

    private void obey(Command command) {
        switch (command) {
            case Command.Play() -> run(NO_GOAL);
            case Command.Pause() -> pause();
            case Command.StepOnce() -> step(false);
            case Command.StepEpoch() -> step(true);
            case Command.Reset() -> restart();
            case Command.Reseed(long seed) -> {
                valid = reseeded(seed);
                restart();
            }
            case Command.Stop() -> stop();
            case Command.Pace(double stepsPerSecond) -> pace(stepsPerSecond);
            case Command.Tune(Tuning tuning) -> tune(tuning);
        }
    }

    /**
     * @param steps where to pause again, counted from here
     */
    private void run(long steps) {
        RunLoop ready = ableToRun();
        if (ready.ended()) {
            ready.goOn();
        }
        goal = steps == NO_GOAL ? NO_GOAL : ready.position().step() + steps;
        if (state != RunState.RUNNING) {
            pacer.start(System.nanoTime());
            speedometer.start(System.nanoTime());
        }
        state = RunState.RUNNING;
        reason = EndReason.NONE;
        problem = Optional.empty();
    }

    private void step(boolean wholeEpoch) {
        run(wholeEpoch ? ableToRun().position().stepsLeftInEpoch() : 1);
    }

    /** What broke or diverged starts anew. */
    private RunLoop ableToRun() {
        if (loop == null || reason == EndReason.DIVERGED) {
            restart();
        }
        return Objects.requireNonNull(loop);
    }

    private void pause() {
        goal = NO_GOAL;
        if (state == RunState.RUNNING) {
            state = RunState.PAUSED;
        }
    }

    private void stop() {
        if (loop != null && !loop.ended()) {
            loop.stop();
            arrive(loop);
        }
    }

    private void pace(double stepsPerSecond) {
        pacer.pace(stepsPerSecond, System.nanoTime());
        if (loop != null) {
            loop.plan(PointPlan.forPace(stepsPerSecond));
        }
    }

    private Valid reseeded(long seed) {
        TrainingSpec reseeded = Tuned.reseeded(valid.experiment().training(), seed);
        return new Valid(
                valid.experiment().withTraining(reseeded),
                valid.order(),
                valid.head(),
                valid.shapes(),
                valid.parameters(),
                valid.budget(),
                valid.problems());
    }

    /** Settings that would break the limits, or for which there is no room, are refused. */
    private void tune(Tuning tuning) {
        TrainingSpec tuned = Tuned.training(experiment().training(), tuning);
        switch (workshop.validator().retrained(valid, tuned)) {
            case Valid possible ->
                    obstacle(possible).ifPresentOrElse(this::refuse, () -> tune(tuning, possible));
            case Invalid impossible ->
                    impossible.problems().stream()
                            .filter(found -> !found.hint())
                            .findFirst()
                            .ifPresent(this::refuse);
        }
    }

    private Optional<Problem> obstacle(Valid tuned) {
        return loop == null ? Optional.empty() : place.take(tuned.budget().bytes());
    }

    private void tune(Tuning tuning, Valid tuned) {
        valid = tuned;
        if (!isBroken()) {
            problem = Optional.empty();
        }
        if (loop != null) {
            loop.tune(tuning);
        }
    }

    private void refuse(Problem obstacle) {
        if (!isBroken()) {
            problem = Optional.of(obstacle);
        }
    }

    /** Then that is the problem, whatever else there is. */
    private boolean isBroken() {
        return reason == EndReason.DIVERGED || reason == EndReason.FAILED;
    }

    // training

    /**
     * Stops sooner where a boundary is due sooner; waits while one is being drawn. However short
     * the slice, something is done.
     */
    private void train(RunLoop open, long sliceEnd) {
        long begin = System.nanoTime();
        long now = begin;
        long end = now + Math.clamp(nanosToDrawing(open, now), 1, Math.max(1, sliceEnd - now));
        while (!isDisturbed() && !isDrawing(open) && now < end && hasWork(open, now)) {
            if (open.examining()) {
                open.examine();
            } else {
                advance(open, now, end);
            }
            arrive(open);
            now = System.nanoTime();
        }
        didOtherThings(now - begin);
    }

    private boolean isDisturbed() {
        return closing || !commands.isEmpty();
    }

    private boolean hasWork(RunLoop open, long now) {
        return open.examining() || (state == RunState.RUNNING && steps(now) > 0);
    }

    private void advance(RunLoop open, long begin, long end) {
        long most = Math.min(steps(begin), open.stepsWithin(end - begin));
        int done = open.advance((int) Math.min(most, goal - open.position().step()));
        pacer.did(done);
        speedometer.did(done, System.nanoTime());
    }

    private int steps(long now) {
        return goal == NO_GOAL ? pacer.allowed(now) : Integer.MAX_VALUE;
    }

    private void arrive(RunLoop open) {
        if (open.ended()) {
            end(open);
        } else if (open.position().step() == goal) {
            open.mark();
            if (!open.examining()) {
                pause();
            }
        }
    }

    private void end(RunLoop open) {
        state = RunState.ENDED;
        reason = open.reason();
        goal = NO_GOAL;
        problem = open.divergedAt().stream().mapToObj(this::diverged).findFirst();
    }

    private Problem diverged(long step) {
        return Problems.diverged(step, experiment().training().optimizer().learningRate());
    }

    private Next next(RunLoop open) {
        long now = System.nanoTime();
        long drawing = nanosToDrawing(open, now);
        if (hasWork(open, now) || drawing == 0) {
            return new Next.Again();
        }
        if (state == RunState.RUNNING) {
            return rest(now, Math.min(pacer.nextDue(now), now + Math.min(drawing, 1L << 40)));
        }
        return drawing == Long.MAX_VALUE ? new Next.WhenWoken() : rest(now, now + drawing);
    }

    private Next rest(long from, long to) {
        restedFrom = from;
        restedTo = to;
        return new Next.At(to);
    }

    /** Time is a run's own while it rests, but not while it waits for its turn. */
    private void rested(long now) {
        didOtherThings(Math.max(0, Math.min(now, restedTo) - restedFrom));
        restedFrom = restedTo;
    }

    private void didOtherThings(long nanos) {
        if (artist != null) {
            artist.didOtherThings(nanos);
        }
    }

    /** Whoever is over and drawn, or rests with nobody watching, needs no native memory. */
    private void park(RunLoop open) {
        long now = System.nanoTime();
        boolean over = state == RunState.ENDED && nanosToDrawing(open, now) == Long.MAX_VALUE;
        boolean alone = board.nanosAlone(now) > workshop.settings().pauseAfter().toNanos();
        if (over || (state != RunState.RUNNING && alone)) {
            open.park();
        }
        parked = open.isParked();
        if (parked) {
            place.leave();
        }
    }

    // telling

    /** Whoever looks because he was told sees the news. */
    private void publish() {
        board.show(status(), points);
        tellListeners();
    }

    private void draw(RunLoop open, long end) {
        if (artist != null) {
            Scene scene = scene(open);
            do {
                artist.draw(scene, open);
            } while (artist.isDrawing(scene) && !isDisturbed() && System.nanoTime() < end);
        }
    }

    private boolean isDrawing(RunLoop open) {
        return artist != null && artist.isDrawing(scene(open));
    }

    private long nanosToDrawing(RunLoop open, long now) {
        return artist == null ? Long.MAX_VALUE : artist.nanosToNext(scene(open), now);
    }

    private Scene scene(RunLoop open) {
        return new Scene(moment(), open.modelVersion(), state == RunState.RUNNING);
    }

    private Moment moment() {
        return loop == null
                ? new Moment(attempt, 0, 0)
                : new Moment(attempt, loop.position().epoch(), loop.position().step());
    }

    private RunStatus status() {
        return new RunStatus(
                state,
                reason,
                moment(),
                loop == null ? 0 : loop.position().stepsPerEpoch(),
                state == RunState.RUNNING ? speedometer.perSecond(System.nanoTime()) : 0,
                pacer.pace(),
                loop == null ? 0 : loop.position().learningRate(),
                0,
                points.isEmpty() ? Optional.empty() : Optional.of(points.getLast()),
                problem);
    }

    /** One that is parked is opened for it, where there is room. */
    private void tellWeights() {
        if (loop == null) {
            refuseWeights();
        } else if (!weightsWanted.isEmpty()) {
            try {
                answerAll(loop.weights());
            } catch (Room.Full _) {
                refuseWeights();
            }
        }
    }

    private void answerAll(Map<String, Weights> weights) {
        for (var next = weightsWanted.poll(); next != null; next = weightsWanted.poll()) {
            next.complete(weights);
        }
    }

    private void refuseWeights() {
        for (var next = weightsWanted.poll(); next != null; next = weightsWanted.poll()) {
            next.cancel(false);
        }
    }

    private void tellListeners() {
        Change now = new Change(state, reason, attempt, experiment(), problem);
        if (!now.equals(told)) {
            told = now;
            listeners.forEach(listener -> tell(listener, status()));
        }
    }

    private static void tell(Consumer<RunStatus> listener, RunStatus status) {
        try {
            listener.accept(status);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed", e);
        }
    }
}
