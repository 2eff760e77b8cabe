package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.engine.Training;
import dev.spirallab.engine.Tuning;
import dev.spirallab.engine.Weights;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.RunState;
import dev.spirallab.owner.OwnerId;
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

    /** Of larger ones only the curves are kept: bytes of a checkpoint. */
    private static final long LARGEST_KEPT = 32L << 20;

    private static final int BYTES_PER_PARAMETER = 12;

    private final RunId id;
    private final Workshop workshop;
    private final Room.Place place;
    private final Board board;
    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Map<String, Weights>>> weightsWanted =
            new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Void>> keepsWanted = new ConcurrentLinkedQueue<>();
    private final List<Consumer<RunStatus>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch disposed = new CountDownLatch(1);
    private final boolean fixed;
    private final Ledger ledger;
    private volatile RunOptions options;
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
    private @Nullable KeptRun comingBack;
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
     * @param place holds the memory of a new run already, and nothing for one that was kept
     */
    RunWorker(Beginning beginning, Workshop workshop, Room.Place place, Board board) {
        this.id = beginning.id();
        this.fixed = beginning.fixed();
        this.options = beginning.options();
        this.valid = beginning.valid();
        this.workshop = workshop;
        this.place = place;
        this.board = board;
        this.pacer = new Pacer(options.pace());
        this.ledger = new Ledger(beginning.tray(), workshop.settings().keepEvery().toNanos());
        beginning.kept().ifPresent(this::takeUp);
    }

    /** Where it was left, though not running; its training is opened when it is needed. */
    private void takeUp(KeptRun kept) {
        comingBack = kept.status().reason() == EndReason.FAILED ? null : kept;
        parked = true;
        points = kept.points();
        state = kept.status().state();
        reason = kept.status().reason();
        problem = kept.status().problem();
        attempt = kept.status().at().attempt();
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

    void ask(Command command) {
        if (!fixed) {
            commands.add(command);
        }
    }

    /** Done when it is kept as it is now, with a picture. */
    CompletableFuture<Void> askToKeep() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        keepsWanted.add(answer);
        return answer;
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

    boolean isDisposed() {
        return disposed.getCount() == 0;
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
            long sliceNanos = workshop.settings().sliceNanos(waiting);
            if (comingBack != null) {
                return comeBack(Objects.requireNonNull(loop), comingBack, sliceNanos);
            }
            obey();
            tellWeights();
            return loop == null ? idle() : work(loop, sliceNanos);
        } catch (Room.Full full) {
            return holdOff(full.problem());
        } catch (UnreadableException e) {
            return fail(e.problem());
        } catch (ParkedTraining.Unfit e) {
            LOG.info("A run cannot go on", e);
            return fail(Problems.cannotGoOn());
        } catch (RuntimeException | Error e) {
            return fail(e);
        }
    }

    private Next idle() {
        publish();
        keepAsAsked();
        ledger.look(entry(), this::kept);
        long now = System.nanoTime();
        return whenDue(now, ledger.nanosToNext(entry(), now));
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
        drawStill();
        draw(open, end);
        if (canBeKept(open)) {
            keepAsAsked();
        }
        train(open, end);
        publish();
        draw(open, end);
        park(open);
        keep(open);
        return next(open);
    }

    // coming back

    /**
     * The first slices of a run that was kept: goes on, where its savepoint is not the newest, to
     * where it was. What it was told before that is told until then.
     */
    private Next comeBack(RunLoop open, KeptRun kept, long sliceNanos) {
        long end = System.nanoTime() + sliceNanos;
        while (isBehind(open, kept) && !closing && System.nanoTime() < end) {
            if (open.examining()) {
                open.examine();
            } else {
                long missing = kept.status().at().step() - open.position().step();
                open.advance((int) Math.min(missing, open.stepsWithin(end - System.nanoTime())));
            }
        }
        if (!isBehind(open, kept)) {
            arrive(open, kept);
        }
        return new Next.Again();
    }

    private static boolean isBehind(RunLoop open, KeptRun kept) {
        return open.examining()
                || (!open.ended() && open.position().step() < kept.status().at().step());
    }

    private void arrive(RunLoop open, KeptRun kept) {
        comingBack = null;
        if (!open.points().equals(kept.points())) {
            LOG.warn("A run did not come by the same points again");
            attempt = nextAttempt();
        }
        points = open.points();
        keepPicture(open, kept);
        ledger.takeUp(entry(), points.size());
    }

    private void keepPicture(RunLoop open, KeptRun kept) {
        if (artist != null) {
            Scene scene = scene(open);
            kept.boundary()
                    .filter(boundary -> boundary.at().equals(scene.at()))
                    .ifPresent(
                            boundary -> Objects.requireNonNull(artist).hasDrawn(boundary, scene));
        }
    }

    // opening and closing

    private void open() {
        if (loop == null && reason != EndReason.FAILED) {
            loop = comingBack == null ? loop(valid) : loop(comingBack);
        }
    }

    private RunLoop loop(Valid now) {
        Dataset examples = examples();
        RunLoop fresh =
                RunLoop.inPieces(
                        () -> openTraining(now, examples),
                        now.experiment().training(),
                        PointPlan.forPace(pacer.pace()));
        points = fresh.points();
        return fresh;
    }

    private RunLoop loop(KeptRun kept) {
        Dataset examples = examples();
        LoopState left = LoopState.of(kept);
        Valid begun = retrained(left.spec());
        return RunLoop.restored(() -> openTraining(begun, examples), left, kept.points());
    }

    private Training openTraining(Valid now, Dataset examples) {
        place.require(valid.budget().bytes());
        return workshop.engine().open(now, examples);
    }

    private Dataset examples() {
        if (dataset == null) {
            Dataset made = workshop.library().examples(valid.experiment().dataset()).orThrow();
            dataset = made;
            artist = new Artist(board, made);
            artist.showExamples(new Moment(0, 0, 0));
        }
        return dataset;
    }

    private void restart() {
        closeLoop();
        attempt = nextAttempt();
        state = RunState.READY;
        reason = EndReason.NONE;
        problem = Optional.empty();
        goal = NO_GOAL;
        open();
    }

    private int nextAttempt() {
        return (attempt + 1) & 0xFFFF;
    }

    private void closeLoop() {
        if (loop != null) {
            loop.close();
            loop = null;
        }
        place.leave();
    }

    private Next dispose() {
        if (isDisposed()) {
            refuseAll();
            return new Next.WhenWoken();
        }
        try {
            keepAtLast();
            closeLoop();
        } finally {
            state = RunState.CLOSED;
            points = List.of();
            dataset = null;
            artist = null;
            board.clear(status());
            tellListeners();
            refuseAll();
            disposed.countDown();
        }
        return new Next.WhenWoken();
    }

    /** Whoever asks a closed run is answered too, even if he came while it was closing. */
    private void refuseAll() {
        refuseWeights();
        refuseKeeps();
    }

    private Next fail(Throwable failure) {
        LOG.warn("A run failed", failure);
        return fail(Problems.failed(failure));
    }

    private Next fail(Problem why) {
        refuseWeights();
        comingBack = null;
        state = RunState.ENDED;
        reason = EndReason.FAILED;
        problem = Optional.of(why);
        try {
            closeLoop();
        } catch (RuntimeException e) {
            LOG.warn("Its memory may be lost", e);
            loop = null;
        }
        return idle();
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
                valid = retrained(experiment().training().withSeed(seed));
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
        ledger.begin();
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

    /** With other settings of which it is known that they are sound. */
    private Valid retrained(TrainingSpec training) {
        return new Valid(
                valid.experiment().withTraining(training),
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
        while (!isDisturbed()
                && !isDrawing(open)
                && (keepsWanted.isEmpty() || open.examining())
                && now < end
                && hasWork(open, now)) {
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

    /** Training waits for it, too. */
    private boolean canBeKept(RunLoop open) {
        return !keepsWanted.isEmpty()
                && !open.examining()
                && (artist == null || !artist.lacksStill(scene(open)));
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
        if (hasWork(open, now) || drawing == 0 || canBeKept(open)) {
            return new Next.Again();
        }
        long due = Math.min(drawing, ledger.nanosToNext(entry(), now));
        if (state == RunState.RUNNING) {
            return rest(now, Math.min(pacer.nextDue(now), now + Math.min(due, 1L << 40)));
        }
        return whenDue(now, due);
    }

    /**
     * @param nanos from now on; {@link Long#MAX_VALUE}: nothing is due
     */
    private Next whenDue(long now, long nanos) {
        return nanos == Long.MAX_VALUE ? new Next.WhenWoken() : rest(now, now + nanos);
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

    // keeping

    private void keep(RunLoop open) {
        if (!open.examining()) {
            ledger.look(entry(), this::kept);
        }
    }

    private void keepAtLast() {
        if (comingBack == null) {
            ledger.close(entry(), this::kept);
        }
    }

    private void keepAsAsked() {
        if (!keepsWanted.isEmpty()) {
            CompletableFuture<Void> keeping = ledger.keep(entry(), this::kept);
            for (var next = keepsWanted.poll(); next != null; next = keepsWanted.poll()) {
                answer(next, keeping);
            }
        }
    }

    private static void answer(CompletableFuture<Void> asked, CompletableFuture<Void> keeping) {
        var _ =
                keeping.whenComplete((_, failure) -> {
                    if (failure == null) {
                        asked.complete(null);
                    } else {
                        asked.completeExceptionally(failure);
                    }
                });
    }

    private void refuseKeeps() {
        for (var next = keepsWanted.poll(); next != null; next = keepsWanted.poll()) {
            next.cancel(false);
        }
    }

    private Ledger.Entry entry() {
        return new Ledger.Entry(
                state,
                problem,
                moment(),
                pacer.pace(),
                experiment(),
                state != RunState.RUNNING && picture().isPresent());
    }

    private KeptRun kept(int firstPoint, boolean withSavepoint) {
        return new KeptRun(
                id,
                options.withPace(pacer.pace()),
                false,
                experiment(),
                status(),
                firstPoint,
                points.subList(firstPoint, points.size()),
                withSavepoint ? savepoint() : Optional.empty(),
                picture());
    }

    private Optional<Savepoint> savepoint() {
        boolean small = valid.budget().parameters() <= LARGEST_KEPT / BYTES_PER_PARAMETER;
        return loop == null || loop.examining() || !small
                ? Optional.empty()
                : Optional.of(loop.state().write());
    }

    /** A boundary of this very moment. */
    private Optional<Frame.Boundary> picture() {
        return loop == null || artist == null ? Optional.empty() : artist.drawn(scene(loop));
    }

    // telling

    /** Whoever looks because he was told sees the news. */
    private void publish() {
        board.show(status(), points);
        tellListeners();
    }

    private void drawStill() {
        if (artist != null) {
            artist.wantStill(!keepsWanted.isEmpty());
        }
    }

    private void draw(RunLoop open, long end) {
        if (artist != null && !isStill(open)) {
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
        return artist == null || isStill(open)
                ? Long.MAX_VALUE
                : artist.nanosToNext(scene(open), now);
    }

    /** Of what never changes one picture is enough. */
    private boolean isStill(RunLoop open) {
        return fixed && artist != null && artist.drawn(scene(open)).isPresent();
    }

    private Scene scene(RunLoop open) {
        return new Scene(moment(), open.modelVersion(), state == RunState.RUNNING);
    }

    private Moment moment() {
        if (comingBack != null) {
            return comingBack.status().at();
        }
        if (loop != null) {
            return new Moment(attempt, loop.position().epoch(), loop.position().step());
        }
        return points.isEmpty()
                ? new Moment(attempt, 0, 0)
                : new Moment(attempt, (int) points.getLast().epoch(), points.getLast().step());
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
