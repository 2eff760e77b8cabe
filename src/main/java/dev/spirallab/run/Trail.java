package dev.spirallab.run;

import dev.spirallab.frame.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Moments of a run's present attempt, evenly over all of it: at points of its curves, where its
 * figures are known. When there are as many as may be, every second one goes, and from then on they
 * are twice as far apart; so copying costs next to nothing in a long run. Belongs to the training
 * thread; nothing of the training changes by it.
 */
final class Trail {
    static final int MOST = 128;

    /** Of one run's moments together. */
    static final long BYTES = 32L << 20;

    /** Fewer would be no history: of larger models none are kept. */
    private static final int LEAST = 8;

    private final Attic attic;
    private final long mostBytes;
    private final List<Milestone> milestones = new ArrayList<>();
    private int attempt;
    private int stride = 1;
    private long version;

    /**
     * @param mostBytes what its moments may take together, be there ever so much room in the attic
     */
    Trail(Attic attic, long mostBytes) {
        this.attic = attic;
        this.mostBytes = mostBytes;
    }

    /** The earliest first. */
    List<Milestone> milestones() {
        return List.copyOf(milestones);
    }

    Optional<Milestone> at(long step) {
        return milestones.stream().filter(each -> each.at().step() == step).findFirst();
    }

    /** Another number when there are others. */
    long version() {
        return version;
    }

    /** Remembers the present moment, if it is one to remember. */
    void look(RunLoop open, int ofAttempt) {
        if (ofAttempt != attempt) {
            clear();
            attempt = ofAttempt;
        }
        int point = open.points().size() - 1;
        if (isDue(point)
                && isNew(open)
                && isWhole(open)
                && makeRoom(Milestone.bytes(open.learntBytes()))) {
            Position at = open.position();
            milestones.add(
                    new Milestone(
                            new Moment(attempt, at.epoch(), at.step()),
                            point,
                            Figures.point(at, open.evaluation()),
                            open.learnt()));
            version++;
        }
    }

    /**
     * Remembers what was kept of a run that stands where it did then, as far as there is room. A
     * savepoint of another model is refused before anybody asks what it had learnt.
     */
    void restore(Album album, Moment now) {
        clear();
        attempt = now.attempt();
        milestones.addAll(album.milestones(attic::take));
        if (milestones.size() > 1) {
            stride = Math.max(1, milestones.get(1).point() - milestones.getFirst().point());
        }
    }

    private boolean isDue(int point) {
        return milestones.isEmpty() ? point >= 0 : point >= milestones.getLast().point() + stride;
    }

    /** A step that was changed by hand has two points, but one moment. */
    private boolean isNew(RunLoop open) {
        return milestones.isEmpty() || milestones.getLast().at().step() < open.position().step();
    }

    /** Whether the figures are known of what it has learnt, and it has learnt something. */
    private static boolean isWhole(RunLoop open) {
        return !open.examining()
                && !open.isParked()
                && open.points().getLast().step() == open.position().step()
                && Double.isFinite(open.points().getLast().trainLoss());
    }

    /** Takes the memory for one more. */
    private boolean makeRoom(long bytes) {
        int most = (int) Math.min(MOST, mostBytes / bytes);
        if (most < LEAST) {
            return false;
        }
        if (milestones.size() >= most) {
            thin();
        }
        boolean taken = attic.take(bytes);
        while (!taken && milestones.size() >= LEAST) {
            thin();
            taken = attic.take(bytes);
        }
        return taken;
    }

    /** The first stays. */
    private void thin() {
        List<Milestone> left =
                IntStream.iterate(0, at -> at < milestones.size(), at -> at + 2)
                        .mapToObj(milestones::get)
                        .toList();
        long before = bytes();
        milestones.clear();
        milestones.addAll(left);
        attic.giveBack(before - bytes());
        stride *= 2;
    }

    private long bytes() {
        return milestones.stream().mapToLong(Milestone::bytes).sum();
    }

    void clear() {
        attic.giveBack(bytes());
        milestones.clear();
        stride = 1;
        version++;
    }
}
