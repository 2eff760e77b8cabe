package dev.spirallab.run;

import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.frame.RunState;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Scheduler.Next;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The side of a run that belongs to one training thread at a time: obeys commands, trains, draws,
 * keeps, tells the {@link Board}, and says when it wants its next turn. Whatever goes wrong here
 * ends this run and no other.
 */
final class RunWorker implements Scheduler.Job {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    /** One part of so many of a slice. */
    private static final int SURVEYING = 3;

    private final RunSettings settings;
    private final Room.Place place;
    private final Board board;
    private final boolean fixed;
    private final Session session;
    private final Phase phase;
    private final Easel easel;
    private final Ledger ledger;
    private final Orders orders;
    private final Requests requests = new Requests();
    private final Surveying surveying = new Surveying();
    private final Listeners listeners = new Listeners();
    private final CountDownLatch disposed = new CountDownLatch(1);
    private volatile boolean parked;
    private long restedFrom;
    private long restedTo;

    /**
     * @param place holds the memory of a new run already, and nothing for one that was kept
     */
    RunWorker(Beginning beginning, Workshop workshop, Room.Place place, Board board) {
        this.settings = workshop.settings();
        this.place = place;
        this.board = board;
        this.fixed = beginning.fixed();
        Trail trail = new Trail(workshop.attic(), Trail.BYTES);
        this.easel = new Easel(board, trail, fixed);
        this.session = new Session(beginning, new Opener(workshop, place), easel, trail);
        this.phase = session.phase();
        this.ledger = new Ledger(beginning.tray(), settings.keepEvery().toNanos());
        this.orders = new Orders(session, ledger, place, workshop.validator());
        this.parked = beginning.kept().isPresent();
    }

    RunOptions options() {
        return session.options();
    }

    void giveTo(OwnerId owner) {
        session.giveTo(owner);
    }

    Experiment experiment() {
        return session.experiment();
    }

    void ask(Command command) {
        if (!fixed) {
            requests.command(command);
        }
    }

    /** Done when it is kept as it is now, with a picture. */
    CompletableFuture<Void> askToKeep() {
        return requests.keep();
    }

    <T> CompletableFuture<T> ask(Function<RunLoop, T> asked) {
        return requests.ask(asked);
    }

    /** What it had learnt at a moment that is remembered. */
    CompletableFuture<Optional<List<NodeTensor>>> askBack(long step) {
        return ask(open -> session.trail().at(step).map(each -> open.tensors(each.learnt())));
    }

    Survey survey(Survey.Wish wish) {
        Survey begun = surveying.begin(wish);
        if (requests.closing()) {
            surveying.giveUp();
        }
        return begun;
    }

    void askToClose() {
        requests.close();
        place.close();
    }

    boolean isClosing() {
        return requests.closing();
    }

    boolean isParked() {
        return parked;
    }

    Run.Registration onChange(Consumer<RunStatus> listener) {
        return listeners.add(listener);
    }

    boolean isDisposed() {
        return disposed.getCount() == 0;
    }

    boolean awaitDisposal(Duration most) throws InterruptedException {
        return disposed.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Next slice(int waiting) {
        if (requests.closing()) {
            return dispose();
        }
        try {
            session.open();
            long sliceNanos = settings.sliceNanos(waiting);
            if (session.comingBack().isPresent()) {
                return comeBack(session.opened(), session.comingBack().get(), sliceNanos);
            }
            obey();
            answerQuestions();
            return session.loop().map(open -> work(open, sliceNanos)).orElseGet(this::idle);
        } catch (Room.Full full) {
            return holdOff(full.problem());
        } catch (UnreadableException e) {
            return fail(e.problem());
        } catch (ParkedTraining.Unfit e) {
            LOG.info("A run cannot go on", e);
            return fail(Problems.cannotGoOn());
        } catch (RuntimeException | Error e) {
            LOG.warn("A run failed", e);
            return fail(Problems.failed(e));
        }
    }

    /** The first slices of a run that was kept. */
    private Next comeBack(RunLoop open, Comeback back, long sliceNanos) {
        back.advance(open, System.nanoTime() + sliceNanos, requests::closing);
        if (!back.isBehind(open)) {
            session.isBack(open, back.kept());
            ledger.takeUp(session.entry(), session.points().size());
        }
        return new Next.Again();
    }

    private void obey() {
        for (var next = requests.next(); next.isPresent(); next = requests.next()) {
            orders.obey(next.get());
        }
    }

    private Next work(RunLoop open, long sliceNanos) {
        long begin = System.nanoTime();
        rested(begin);
        long end = begin + sliceNanos;
        easel.wantStill(requests.wantKeeping());
        draw(open, end);
        if (canBeKept(open)) {
            keepAsAsked();
        }
        train(open, end);
        publish();
        draw(open, end);
        survey(open, sliceNanos);
        letGo(open);
        park(open);
        keep(open);
        return next(open);
    }

    private Next idle() {
        surveying.giveUp();
        publish();
        keepAsAsked();
        ledger.look(session.entry(), session::kept);
        long now = System.nanoTime();
        return whenDue(now, ledger.nanosToNext(session.entry(), now));
    }

    /** Rests until somebody asks again for what there is no room for now. */
    private Next holdOff(Problem obstacle) {
        requests.refuseQuestions();
        phase.holdOff(obstacle);
        return idle();
    }

    private Next fail(Problem why) {
        requests.refuseQuestions();
        session.fail(why);
        return idle();
    }

    private Next dispose() {
        if (isDisposed()) {
            requests.refuseAll();
            return new Next.WhenWoken();
        }
        try {
            keepAtLast();
            session.closeLoop();
        } finally {
            session.clear();
            board.clear(session.status());
            listeners.tell(session.status(), experiment());
            requests.refuseAll();
            surveying.giveUp();
            disposed.countDown();
        }
        return new Next.WhenWoken();
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
        while (!requests.disturb()
                && !easel.isDrawing(session.scene(open))
                && (!requests.wantKeeping() || open.examining())
                && now < end
                && hasWork(open, now)) {
            if (open.examining()) {
                open.examine();
            } else {
                advance(open, now, end);
            }
            session.settle(open);
            now = System.nanoTime();
        }
        easel.didOtherThings(now - begin);
    }

    private boolean hasWork(RunLoop open, long now) {
        return open.examining() || (phase.isRunning() && steps(now) > 0);
    }

    private void advance(RunLoop open, long begin, long end) {
        long most = Math.min(steps(begin), open.stepsWithin(end - begin));
        session.did(open.advance((int) Math.min(most, phase.goal() - open.position().step())));
    }

    private int steps(long now) {
        return phase.goal() == Phase.NO_GOAL ? session.pacer().allowed(now) : Integer.MAX_VALUE;
    }

    // resting

    private Next next(RunLoop open) {
        long now = System.nanoTime();
        long drawing = nanosToDrawing(open, now);
        if (hasWork(open, now) || drawing == 0 || requests.wantKeeping() || surveying.isDue()) {
            return new Next.Again();
        }
        long due = Math.min(drawing, ledger.nanosToNext(session.entry(), now));
        if (phase.isRunning()) {
            return rest(now, Math.min(session.pacer().nextDue(now), now + Math.min(due, 1L << 40)));
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
        easel.didOtherThings(Math.max(0, Math.min(now, restedTo) - restedFrom));
        restedFrom = restedTo;
    }

    /** Unless the layers are being looked at, by way of the next step. */
    private void letGo(RunLoop open) {
        if (!phase.isRunning() && !easel.isDrawing(session.scene(open))) {
            open.rest();
        }
    }

    /** Whoever is over and drawn, or rests with nobody watching, needs no native memory. */
    private void park(RunLoop open) {
        long now = System.nanoTime();
        boolean over =
                phase.state() == RunState.ENDED && nanosToDrawing(open, now) == Long.MAX_VALUE;
        boolean alone = board.nanosAlone(now) > settings.pauseAfter().toNanos();
        if (!surveying.isDue() && (over || (!phase.isRunning() && alone))) {
            open.park();
        }
        parked = open.isParked();
        if (parked) {
            place.leave();
        }
    }

    // keeping

    /** With a picture, which was perhaps not asked for yet when this slice began. */
    private boolean canBeKept(RunLoop open) {
        return requests.wantKeeping()
                && !open.examining()
                && !easel.lacksStill(session.scene(open));
    }

    private void keep(RunLoop open) {
        if (!open.examining()) {
            ledger.look(session.entry(), session::kept);
        }
    }

    private void keepAtLast() {
        if (session.comingBack().isEmpty()) {
            ledger.close(session.entry(), session::kept);
        }
    }

    private void keepAsAsked() {
        if (requests.wantKeeping()) {
            requests.answerWhen(ledger.keep(session.entry(), session::kept));
        }
    }

    /** Training gives up some of its time for it, and no more. */
    private void survey(RunLoop open, long sliceNanos) {
        long share = phase.isRunning() ? sliceNanos / SURVEYING : sliceNanos;
        surveying.advance(
                open,
                session.trail(),
                experiment().dataset(),
                System.nanoTime() + share,
                requests::disturb);
    }

    // telling

    /** Whoever looks because he was told sees the news. */
    private void publish() {
        RunStatus now = session.status();
        board.show(now, session.points());
        listeners.tell(now, experiment());
    }

    private void draw(RunLoop open, long end) {
        easel.draw(session.scene(open), open.model(), end, requests::disturb);
    }

    private long nanosToDrawing(RunLoop open, long now) {
        return easel.nanosToNext(session.scene(open), now);
    }

    /** One that is parked is opened for it, where there is room. */
    private void answerQuestions() {
        Optional<RunLoop> open = session.loop();
        if (open.isEmpty()) {
            requests.refuseQuestions();
        } else if (requests.hasQuestions()) {
            try {
                requests.answer(open.get());
            } catch (Room.Full _) {
                requests.refuseQuestions();
            }
        }
    }
}
