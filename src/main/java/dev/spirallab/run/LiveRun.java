package dev.spirallab.run;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Walk;
import dev.spirallab.engine.Weights;
import dev.spirallab.frame.RunState;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The side of a run that everybody may touch; the {@link RunWorker} does what is asked here. */
final class LiveRun implements Run {
    private final RunId id;
    private final boolean fixed;
    private final Optional<Keeper.Tray> tray;
    private final RunSettings settings;
    private final Room.Place place;
    private final Board board;
    private final RunWorker worker;
    private final Scheduler.Slot slot;

    /**
     * @param place holds the memory of a new run already, and nothing for one that was kept
     */
    LiveRun(Beginning beginning, Workshop workshop, Room.Place place) {
        this.id = beginning.id();
        this.fixed = beginning.fixed();
        this.tray = beginning.tray();
        this.settings = workshop.settings();
        this.place = place;
        this.board = new Board(RunStatus.opening(beginning.options().pace()), settings.viewers());
        beginning.kept().ifPresent(this::hangOut);
        this.worker = new RunWorker(beginning, workshop, place, board);
        this.slot = workshop.scheduler().add(worker);
        board.onWish(slot::wake);
        tray.ifPresent(to -> to.onLost(slot::wake));
        slot.wake();
    }

    private void hangOut(KeptRun kept) {
        board.show(kept.status(), kept.points());
        kept.boundary().ifPresent(drawn -> board.show(new Motif.Plane(drawn.width()), drawn));
    }

    @Override
    public RunId id() {
        return id;
    }

    @Override
    public RunOptions options() {
        return worker.options();
    }

    void giveTo(OwnerId owner) {
        worker.giveTo(owner);
        tray.ifPresent(to -> to.giveTo(owner));
    }

    boolean belongsTo(OwnerId owner) {
        return options().belongsTo(owner);
    }

    /** Done when it is kept as it is now, with a picture. */
    CompletableFuture<Void> keep() {
        CompletableFuture<Void> done = worker.askToKeep();
        slot.wake();
        return done;
    }

    /** Done when nothing of it is on the way to the shelf. */
    CompletableFuture<Void> isKept() {
        return tray.map(Keeper.Tray::kept).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Closes it; nothing of it is put on the shelf any more. */
    void discard() {
        tray.ifPresent(Keeper.Tray::discard);
        close();
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
        return ask(RunLoop::weights);
    }

    @Override
    public CompletableFuture<List<NodeTensor>> tensors() {
        return ask(RunLoop::tensors);
    }

    @Override
    public CompletableFuture<Optional<List<NodeTensor>>> tensorsAt(long step) {
        CompletableFuture<Optional<List<NodeTensor>>> answer = worker.askBack(step);
        slot.wake();
        return answer;
    }

    @Override
    public Survey survey(Survey.Wish wish) {
        Survey begun = worker.survey(wish);
        slot.wake();
        return begun;
    }

    @Override
    public CompletableFuture<Walk> walk(OptionalInt row) {
        return ask(loop -> loop.walk(row)).thenApply(Supplier::get);
    }

    private <T> CompletableFuture<T> ask(Function<RunLoop, T> asked) {
        CompletableFuture<T> answer = worker.ask(asked);
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

    /** Whether it is a copy that never changes. */
    boolean isFixed() {
        return fixed;
    }

    /** Whether its memory is free and what was to be kept of it is on the shelf. */
    boolean isGone() {
        return worker.isDisposed() && isKept().isDone();
    }

    /** Whether it holds memory to train, or to go on at once. */
    boolean isAtWork() {
        return place.isTaken();
    }

    boolean isClosed() {
        return worker.isClosing();
    }

    /** Whether its owner may have it closed for another of his: nobody looks, and it rests. */
    boolean isResting() {
        RunStatus status = board.status();
        return status.viewers() == 0 && status.state() != RunState.RUNNING;
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
        long alone = isBusyUnattended() ? 0 : board.nanosAlone(now);
        if (alone > settings.closeAfter().toNanos()) {
            close();
        } else if (alone > settings.pauseAfter().toNanos() && !worker.isParked()) {
            command(new Command.Pause());
        }
    }

    private boolean isBusyUnattended() {
        return options().unattended() && board.status().state() == RunState.RUNNING;
    }

    /** Waits until its memory is free. */
    boolean awaitDisposal(Duration most) throws InterruptedException {
        return worker.awaitDisposal(most);
    }
}
