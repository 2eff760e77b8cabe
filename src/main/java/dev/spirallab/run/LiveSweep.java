package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.engine.Ensemble;
import dev.spirallab.engine.Evaluation;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Together;
import dev.spirallab.frame.EndReason;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Scheduler.Next;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.validation.SweepResult;
import dev.spirallab.validation.ValidationResult.Valid;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sweep under way: one job among the runs. What lags behind most goes on first. */
final class LiveSweep implements Sweep, Scheduler.Job {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSweep.class);

    /** Of models with more numbers in all only the best variants are kept. */
    private static final long MOST_NUMBERS = 4 << 20;

    private final SweepId id = SweepId.random();
    private final SweepSpec spec;
    private final List<Valid> variants;
    private final BiConsumer<LiveSweep, SweepShelf.Kept> keep;
    private final CountDownLatch kept = new CountDownLatch(1);
    private final Dataset dataset;
    private final Workshop workshop;
    private final Room.Place place;
    private final Scheduler.Slot slot;
    private final Queue<Question> questions = new ConcurrentLinkedQueue<>();
    private final Queue<Together.Group> unopened = new ArrayDeque<>();
    private final List<Part> parts = new ArrayList<>();
    private volatile Standing standing;
    private volatile long lookedAt = System.nanoTime();
    private volatile boolean closing;
    private volatile Optional<OwnerId> owner;
    private volatile boolean unattended;
    private boolean grouped;
    private boolean told;
    private boolean disposed;

    /** Some of the variants, and who trains them. */
    private record Part(List<Integer> indices, Troupe troupe) {}

    private record Question(int variant, CompletableFuture<List<NodeTensor>> answer) {}

    /**
     * @param place holds the memory already
     * @param owner whom it is kept for
     * @param keep hears once what it has come to, and says when that is kept
     */
    LiveSweep(
            SweepResult.Sound asked,
            Dataset dataset,
            Workshop workshop,
            Room.Place place,
            OwnerId owner,
            BiConsumer<LiveSweep, SweepShelf.Kept> keep) {
        spec = asked.sweep();
        variants = asked.variants();
        this.keep = keep;
        this.dataset = dataset;
        this.workshop = workshop;
        this.place = place;
        this.owner = Optional.of(owner);
        Variant unseen = new Variant(List.of(), Optional.empty(), EndReason.NONE);
        standing =
                new Standing(
                        State.RUNNING,
                        0,
                        Collections.nCopies(variants.size(), unseen),
                        Optional.empty());
        slot = workshop.scheduler().add(this);
        slot.wake();
    }

    @Override
    public SweepId id() {
        return id;
    }

    @Override
    public SweepSpec spec() {
        return spec;
    }

    /** Whether it goes on while nobody looks. */
    void setUnattended(boolean goesOn) {
        unattended = goesOn;
    }

    void belongsTo(OwnerId somebody) {
        owner = Optional.of(somebody);
    }

    /** Nobody wants to keep it. */
    void belongsToNobody() {
        owner = Optional.empty();
    }

    Optional<OwnerId> owner() {
        return owner;
    }

    @Override
    public Standing standing() {
        lookedAt = System.nanoTime();
        return standing;
    }

    @Override
    public List<Valid> variants() {
        return variants;
    }

    @Override
    public CompletableFuture<List<NodeTensor>> tensors(int variant) {
        Question question = new Question(variant, new CompletableFuture<>());
        questions.add(question);
        slot.wake();
        return question.answer();
    }

    @Override
    public void close() {
        closing = true;
        slot.wake();
    }

    boolean isClosed() {
        return closing;
    }

    /** Whether nobody has looked for longer than it goes on by itself. */
    boolean isLeft(long now) {
        boolean busy = unattended && standing.state() == State.RUNNING;
        RunSettings settings = workshop.settings();
        Duration most = busy ? settings.closeAfter() : settings.pauseAfter();
        return now - lookedAt > most.toNanos();
    }

    /** Whoever keeps it has done so. */
    void setKept() {
        kept.countDown();
    }

    boolean isKept() {
        return kept.getCount() == 0;
    }

    /**
     * @return false if it takes longer
     */
    boolean awaitKept(Duration patience) throws InterruptedException {
        return kept.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Next slice(int waiting) {
        try {
            return closing ? dispose() : work(workshop.settings().sliceNanos(waiting));
        } catch (RuntimeException | Error e) {
            LOG.warn("A sweep failed", e);
            standing = brokenOff(Optional.of(Problems.failed(e)));
            closing = true;
            return dispose();
        }
    }

    private Next work(long sliceNanos) {
        if (!grouped) {
            grouped = true;
            unopened.addAll(Together.groups(variants));
        }
        Together.Group next = unopened.poll();
        if (next != null) {
            open(next);
            return new Next.Again();
        }
        answer();
        Optional<Part> last = mostBehind();
        last.ifPresent(part -> part.troupe().work(System.nanoTime() + sliceNanos));
        standing = seen();
        if (standing.state() == State.DONE) {
            tell();
        }
        return last.isPresent() ? new Next.Again() : new Next.WhenWoken();
    }

    /** One a turn: there may be a program for each variant, which others need not wait for. */
    private void open(Together.Group group) {
        Optional<Drawing> drawing = dataset.plane().map(plane -> new Drawing(dataset, plane));
        Ensemble ensemble = workshop.engine().openTogether(group, dataset);
        parts.add(new Part(group.indices(), new Troupe(ensemble, group.variants(), drawing)));
    }

    private Optional<Part> mostBehind() {
        return parts.stream()
                .filter(part -> !part.troupe().isDone())
                .min(Comparator.comparingDouble(part -> part.troupe().done()));
    }

    private Standing seen() {
        Variant[] each = new Variant[variants.size()];
        double done = 0;
        for (Part part : parts) {
            List<Variant> own = part.troupe().variants();
            for (int i = 0; i < own.size(); i++) {
                each[part.indices().get(i)] = own.get(i);
            }
            done += part.troupe().done() * own.size() / variants.size();
        }
        State state = mostBehind().isPresent() ? State.RUNNING : State.DONE;
        return new Standing(state, done, List.of(each), Optional.empty());
    }

    private Standing brokenOff(Optional<Problem> problem) {
        return new Standing(State.BROKEN_OFF, standing.done(), standing.variants(), problem);
    }

    private void answer() {
        for (Question next = questions.poll(); next != null; next = questions.poll()) {
            tensors(next.variant(), next.answer()::complete);
        }
    }

    /** What it has come to, once. */
    private void tell() {
        if (!told) {
            told = true;
            keep.accept(
                    this,
                    new SweepShelf.Kept(
                            id,
                            spec,
                            standing.state(),
                            variants.size(),
                            SweepResults.of(standing, learnt())));
        }
    }

    /** Whatever has failed, its memory is freed. */
    private void tellAsFarAsPossible() {
        try {
            tell();
        } catch (RuntimeException e) {
            LOG.warn("A sweep cannot be kept", e);
            setKept();
        }
    }

    /** Of the best variants, as far as there is room. */
    private List<List<NodeTensor>> learnt() {
        List<List<NodeTensor>> all =
                new ArrayList<>(Collections.nCopies(variants.size(), List.of()));
        long numbers = 0;
        for (int variant : bestFirst()) {
            numbers += size(variants.get(variant));
            if (numbers <= MOST_NUMBERS) {
                tensors(variant, learnt -> all.set(variant, learnt));
            }
        }
        return all;
    }

    private static long size(Valid valid) {
        return valid.parameters().values().stream().mapToLong(Long::longValue).sum();
    }

    private void tensors(int variant, Consumer<List<NodeTensor>> taker) {
        for (Part part : parts) {
            int at = part.indices().indexOf(variant);
            if (at >= 0) {
                taker.accept(part.troupe().tensors(at));
            }
        }
    }

    private List<Integer> bestFirst() {
        return IntStream.range(0, variants.size())
                .boxed()
                .sorted(Comparator.comparingDouble(this::loss))
                .toList();
    }

    private double loss(int variant) {
        Variant one = standing.variants().get(variant);
        if (one.diverged() || one.points().isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        Evaluation last = one.points().getLast().evaluation();
        double test = last.figure(Figure.testLoss);
        return Double.isNaN(test) ? last.figure(Figure.trainLoss) : test;
    }

    private Next dispose() {
        if (!disposed) {
            disposed = true;
            if (standing.state() == State.RUNNING) {
                standing = brokenOff(Optional.empty());
            }
            tellAsFarAsPossible();
            parts.forEach(part -> part.troupe().close());
            place.close();
        }
        for (Question next = questions.poll(); next != null; next = questions.poll()) {
            next.answer().cancel(false);
        }
        return new Next.WhenWoken();
    }
}
