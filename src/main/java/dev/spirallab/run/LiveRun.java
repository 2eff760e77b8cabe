package dev.spirallab.run;

import dev.spirallab.engine.Engine;
import dev.spirallab.frame.RunState;
import dev.spirallab.spec.Experiment;
import dev.spirallab.validation.ValidationResult.Valid;
import java.time.Duration;
import java.util.function.Consumer;

/** The side of a run that everybody may touch; the {@link RunWorker} does what is asked here. */
final class LiveRun implements Run {
    private final RunId id = RunId.random();
    private final Valid valid;
    private final RunSettings settings;
    private final Board board;
    private final RunWorker worker;
    private final Scheduler.Slot slot;

    LiveRun(
            Valid valid,
            RunOptions options,
            Engine engine,
            Scheduler scheduler,
            RunSettings settings) {
        this.valid = valid;
        this.settings = settings;
        this.board = new Board(RunStatus.opening(options.pace()));
        this.worker = new RunWorker(valid, options, engine, board, settings);
        this.slot = scheduler.add(worker);
        board.onWish(slot::wake);
        slot.wake();
    }

    @Override
    public RunId id() {
        return id;
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
    public Registration onChange(Consumer<RunStatus> listener) {
        return worker.onChange(listener);
    }

    @Override
    public void close() {
        worker.askToClose();
        slot.wake();
    }

    long bytes() {
        return valid.budget().bytes();
    }

    boolean isClosed() {
        return worker.isClosing();
    }

    /** Whether it may be closed to make room: over, and nobody looks. */
    boolean isLeftBehind() {
        return board.status().state() == RunState.ENDED && board.viewers() == 0;
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
        } else if (alone > settings.pauseAfter().toNanos() && !worker.isParked()) {
            command(new Command.Pause());
        }
    }

    /** Waits until its memory is free. */
    boolean awaitDisposal(Duration most) throws InterruptedException {
        return worker.awaitDisposal(most);
    }
}
