package dev.spirallab.run;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.engine.Ensemble;
import dev.spirallab.engine.NodeTensor;
import dev.spirallab.engine.Together;
import dev.spirallab.run.Scheduler.Next;
import dev.spirallab.spec.Problem;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sweep under way: one job among the runs. What lags behind most goes on first. */
final class LiveSweep implements Sweep, Scheduler.Job {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSweep.class);

    private final List<Valid> variants;
    private final Dataset dataset;
    private final Workshop workshop;
    private final Room.Place place;
    private final Scheduler.Slot slot;
    private final Queue<Question> questions = new ConcurrentLinkedQueue<>();
    private final List<Part> parts = new ArrayList<>();
    private volatile Standing standing;
    private volatile long lookedAt = System.nanoTime();
    private volatile boolean closing;
    private boolean disposed;

    /** Some of the variants, and who trains them. */
    private record Part(List<Integer> indices, Troupe troupe) {}

    private record Question(int variant, CompletableFuture<List<NodeTensor>> answer) {}

    /**
     * @param place holds the memory already
     */
    LiveSweep(List<Valid> variants, Dataset dataset, Workshop workshop, Room.Place place) {
        this.variants = List.copyOf(variants);
        this.dataset = dataset;
        this.workshop = workshop;
        this.place = place;
        Variant unseen = new Variant(List.of(), Optional.empty(), false);
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

    /** For how long nobody has looked. */
    long nanosAlone(long now) {
        return now - lookedAt;
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
        if (parts.isEmpty()) {
            Together.groups(variants).forEach(this::open);
        }
        answer();
        Optional<Part> last = mostBehind();
        last.ifPresent(part -> part.troupe().work(System.nanoTime() + sliceNanos));
        standing = seen();
        return last.isPresent() ? new Next.Again() : new Next.WhenWoken();
    }

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
            for (Part part : parts) {
                int at = part.indices().indexOf(next.variant());
                if (at >= 0) {
                    next.answer().complete(part.troupe().ensemble().tensors(at));
                }
            }
        }
    }

    private Next dispose() {
        if (!disposed) {
            disposed = true;
            if (standing.state() == State.RUNNING) {
                standing = brokenOff(Optional.empty());
            }
            parts.forEach(part -> part.troupe().close());
            place.close();
        }
        for (Question next = questions.poll(); next != null; next = questions.poll()) {
            next.answer().cancel(false);
        }
        return new Next.WhenWoken();
    }
}
