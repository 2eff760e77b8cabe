package dev.spirallab.run;

import dev.spirallab.spec.Problem;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The memory that all runs may take together, by their budgets. A run holds its part of it while
 * its training is open, so one that is parked holds none. Safe for use by many threads.
 */
final class Room {
    private final long bytes;
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
        private long held;
        private boolean closed;

        private Place(Gate gate) {
            this.gate = gate;
        }

        /** Whether a run is at work here. */
        boolean isTaken() {
            synchronized (Room.this) {
                return held > 0;
            }
        }

        /**
         * Holds {@code wanted} bytes, not less and not more.
         *
         * @return why that is impossible, when everything stays as it was
         */
        Optional<Problem> take(long wanted) {
            synchronized (Room.this) {
                long free = bytes - taken + held;
                if (wanted > free || closed) {
                    return Optional.of(Problems.noMemory(wanted, free));
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
        void require(long wanted) {
            Optional<Problem> obstacle = isTaken() ? take(wanted) : gate.pass(() -> take(wanted));
            obstacle.ifPresent(problem -> {
                throw new Full(problem);
            });
        }

        /** Holds nothing for the time being. */
        void leave() {
            synchronized (Room.this) {
                hold(0);
            }
        }

        /** Holds nothing any more. */
        void close() {
            synchronized (Room.this) {
                hold(0);
                closed = true;
            }
        }

        private void hold(long wanted) {
            taken += wanted - held;
            held = wanted;
        }
    }
}
