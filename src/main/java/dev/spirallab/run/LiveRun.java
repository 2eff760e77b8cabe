package dev.spirallab.run;

import dev.spirallab.engine.Weights;
import dev.spirallab.frame.RunState;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.validation.ValidationResult.Valid;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The side of a run that everybody may touch; the {@link RunWorker} does what is asked here. */
final class LiveRun implements Run {
    private final RunId id = RunId.random();
    private final RunSettings settings;
    private volatile RunOptions options;
    private final Board board;
    private final RunWorker worker;
    private final Scheduler.Slot slot;

    /**
     * @param place holds the memory of the run already
     */
    LiveRun(Valid valid, RunOptions options, Workshop workshop, Room.Place place) {
        this.settings = workshop.settings();
        this.options = options;
        this.board = new Board(RunStatus.opening(options.pace()), settings.viewers());
        this.worker = new RunWorker(valid, options, workshop, place, board);
        this.slot = workshop.scheduler().add(worker);
        board.onWish(slot::wake);
        slot.wake();
    }

    @Override
    public RunId id() {
        return id;
    }

    @Override
    public RunOptions options() {
        return options;
    }

    void giveTo(OwnerId owner) {
        options = options.withOwner(owner);
    }

    @Override
    public Experiment experiment() {
        return worker.experiment();
    }

    @Override
    public RunStatus status() {
        return board.status();
    }

    @Override
    public void command(Command command) {
        worker.ask(command);
        slot.wake();
    }

    @Override
    public Viewer watch(View view, Cursor cursor) {
        return board.watch(view, cursor);
    }

    @Override
    public History history(int from) {
        return board.history(from);
    }

    @Override
    public CompletableFuture<Map<String, Weights>> weights() {
        CompletableFuture<Map<String, Weights>> answer = worker.askForWeights();
        slot.wake();
        return answer;
    }

    @Override
    public Registration onChange(Consumer<RunStatus> listener) {
        return worker.onChange(listener);
    }

    @Override
    public void close() {
        worker.askToClose();
        slot.wake();
    }

    boolean isClosed() {
        return worker.isClosing();
    }

    /** Whether it may be closed to make room: nobody looks, and it is over or parked. */
    boolean isLeftBehind() {
        RunStatus status = board.status();
        return status.viewers() == 0 && (status.state() == RunState.ENDED || worker.isParked());
    }

    long nanosAlone(long now) {
        return board.nanosAlone(now);
    }

    /**
     * Pauses or closes what nobody has watched for long.
     *
     * @param now by {@link System#nanoTime}
     */
    void sweep(long now) {
        long alone = board.nanosAlone(now);
        if (alone > settings.closeAfter().toNanos()) {
            close();
        } else if (!options.unattended()
                && alone > settings.pauseAfter().toNanos()
                && !worker.isParked()) {
            command(new Command.Pause());
        }
    }

    /** Waits until its memory is free. */
    boolean awaitDisposal(Duration most) throws InterruptedException {
        return worker.awaitDisposal(most);
    }
}
