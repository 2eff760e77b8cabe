package dev.spirallab.run;

import dev.spirallab.dataset.Library;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.validation.Budget;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The memory that all runs may take together, by their budgets. A run holds its part of it while
 * its training is open, so one that is parked holds none. Data that several runs learn from is
 * there once, and counts once. Safe for use by many threads.
 */
final class Room {
    private final long bytes;
    private final Map<DatasetSpec, Integer> users = new HashMap<>();
    private long taken;

    Room(long bytes) {
        this.bytes = bytes;
    }

    /**
     * A place that holds nothing yet.
     *
     * @param gate who has left asks there whether he may come back
     */
    Place place(Gate gate) {
        return new Place(gate);
    }

    /**
     * What a run needs.
     *
     * @param own bytes for itself
     * @param shared bytes of the data, for all who use it
     */
    record Claim(long own, Optional<DatasetSpec> data, long shared) {
        static final Claim NOTHING = new Claim(0);

        Claim(long own) {
            this(own, Optional.empty(), 0);
        }

        static Claim of(Valid valid) {
            DatasetSpec data = valid.experiment().dataset();
            long shared = Budget.ofData(data);
            return new Claim(
                    valid.budget().bytes() - shared, Optional.of(Library.shared(data)), shared);
        }
    }

    /** Decides whether a run may come back to work. */
    interface Gate {
        /**
         * @param take takes the memory, if it may
         * @return why it may not, if so
         */
        Optional<Problem> pass(Supplier<Optional<Problem>> take);
    }

    /** There is no room; the run has to wait. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        private Full(Problem problem) {
            super(problem.code());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /** What one run holds. */
    final class Place {
        private final Gate gate;
        private Claim held = Claim.NOTHING;
        private boolean closed;

        private Place(Gate gate) {
            this.gate = gate;
        }

        /** Whether a run is at work here. */
        boolean isTaken() {
            synchronized (Room.this) {
                return !held.equals(Claim.NOTHING);
            }
        }

        /**
         * Holds what is wanted, not less and not more.
         *
         * @return why that is impossible, when everything stays as it was
         */
        Optional<Problem> take(Claim wanted) {
            synchronized (Room.this) {
                Claim before = held;
                hold(Claim.NOTHING);
                long needed = bytesFor(wanted);
                long free = bytes - taken;
                if (needed > free || closed) {
                    hold(before);
                    return Optional.of(Problems.noMemory(needed, free));
                }
                hold(wanted);
                return Optional.empty();
            }
        }

        /**
         * The same, after asking at the gate if it holds nothing so far.
         *
         * @throws Full if that is impossible
         */
        void require(Claim wanted) {
            Optional<Problem> obstacle = isTaken() ? take(wanted) : gate.pass(() -> take(wanted));
            obstacle.ifPresent(problem -> {
                throw new Full(problem);
            });
        }

        /** Holds nothing for the time being. */
        void leave() {
            synchronized (Room.this) {
                hold(Claim.NOTHING);
            }
        }

        /** Holds nothing any more. */
        void close() {
            synchronized (Room.this) {
                hold(Claim.NOTHING);
                closed = true;
            }
        }

        private void hold(Claim wanted) {
            held.data().ifPresent(data -> users.merge(data, -1, Room::sumOrNone));
            taken -= bytesFor(held);
            taken += bytesFor(wanted);
            wanted.data().ifPresent(data -> users.merge(data, 1, Room::sumOrNone));
            held = wanted;
        }
    }

    /** With its data only where nobody else uses that. */
    private long bytesFor(Claim claim) {
        boolean there = claim.data().filter(users::containsKey).isPresent();
        return claim.own() + (there ? 0 : claim.shared());
    }

    private static @Nullable Integer sumOrNone(int some, int more) {
        return some + more == 0 ? null : some + more;
    }
}
