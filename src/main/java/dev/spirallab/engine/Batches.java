package dev.spirallab.engine;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Divides epochs into batches: which examples each step uses. Every epoch has a shuffle of its own,
 * drawn from the seed and the epoch's number alone, so that any step can be found again.
 */
final class Batches {
    private final int rows;
    private final long seed;
    private int batch;
    private int nextBatch;
    private long step;
    private int epoch;
    private int stepInEpoch;
    private int[] order = new int[0];
    private int orderedEpoch = -1;

    /**
     * @param batch examples a step; 0, or more than there are, is all of them
     */
    Batches(int rows, int batch, long seed) {
        this.rows = rows;
        this.seed = seed;
        this.batch = bounded(batch);
        this.nextBatch = this.batch;
    }

    private int bounded(int wanted) {
        return wanted <= 0 ? rows : Math.min(wanted, rows);
    }

    /** Of the training part. */
    int rows() {
        return rows;
    }

    long step() {
        return step;
    }

    int epoch() {
        return epoch;
    }

    int stepInEpoch() {
        return stepInEpoch;
    }

    int stepsPerEpoch() {
        return Math.ceilDiv(rows, batch);
    }

    /** What the next epoch uses. */
    int nextBatch() {
        return nextBatch;
    }

    int batch() {
        return batch;
    }

    /** From the next epoch, or from this one if it has not begun. */
    void batchSize(int wanted) {
        nextBatch = bounded(wanted);
        adopt();
    }

    private void adopt() {
        if (stepInEpoch == 0) {
            batch = nextBatch;
        }
    }

    /** Goes to a place where training was before. */
    void move(long toStep, int toEpoch, int toStepInEpoch, int withBatch, int withNextBatch) {
        step = toStep;
        epoch = toEpoch;
        stepInEpoch = toStepInEpoch;
        batch = withBatch;
        nextBatch = withNextBatch;
    }

    /**
     * The next batches, at least one: up to {@code maxSteps}, up to {@code maxRows} examples, and
     * not beyond the epoch after which the batch size changes.
     */
    Plan next(int maxSteps, int maxRows) {
        boolean full = batch == rows;
        int steps = Math.min(maxSteps, full ? Integer.MAX_VALUE : Math.max(1, maxRows / batch));
        if (batch != nextBatch) {
            steps = Math.min(steps, stepsPerEpoch() - stepInEpoch);
        }
        return full ? fullPlan(steps) : shuffledPlan(steps);
    }

    /** The next step's batch, without going on to it. */
    Plan upcoming() {
        Snapshot.Place place = Snapshot.Place.of(this);
        Plan plan = next(1, Integer.MAX_VALUE);
        place.restore(this);
        return plan;
    }

    private Plan fullPlan(int steps) {
        long[] sizes = new long[steps];
        Arrays.fill(sizes, rows);
        long[] epochs = new long[steps];
        for (int i = 0; i < steps; i++) {
            epochs[i] = epoch;
            advance();
        }
        return new Plan(new long[0], new long[steps], sizes, epochs);
    }

    private Plan shuffledPlan(int steps) {
        long[] picked = new long[Math.toIntExact((long) steps * batch)];
        long[] starts = new long[steps];
        long[] sizes = new long[steps];
        long[] epochs = new long[steps];
        int filled = 0;
        for (int i = 0; i < steps; i++) {
            int size = pick(picked, filled);
            starts[i] = filled;
            sizes[i] = size;
            epochs[i] = epoch;
            filled += size;
            advance();
        }
        return new Plan(Arrays.copyOf(picked, filled), starts, sizes, epochs);
    }

    private int pick(long[] picked, int filled) {
        shuffle();
        int first = stepInEpoch * batch;
        int size = Math.min(batch, rows - first);
        for (int j = 0; j < size; j++) {
            picked[filled + j] = order[first + j];
        }
        return size;
    }

    private void advance() {
        step++;
        stepInEpoch++;
        if (stepInEpoch == stepsPerEpoch()) {
            stepInEpoch = 0;
            epoch++;
            adopt();
        }
    }

    private void shuffle() {
        if (orderedEpoch != epoch) {
            order = shuffled(random(epoch));
            orderedEpoch = epoch;
        }
    }

    /** Split off, for the streams of neighbouring seeds are each other's, moved by a number. */
    private SplittableRandom random(int number) {
        return new SplittableRandom(seed ^ (0x9E3779B97F4A7C15L * (number + 1))).split();
    }

    /** Fisher and Yates. */
    private int[] shuffled(SplittableRandom random) {
        int[] shuffled = new int[rows];
        for (int i = 0; i < rows; i++) {
            int j = random.nextInt(i + 1);
            shuffled[i] = shuffled[j];
            shuffled[j] = i;
        }
        return shuffled;
    }
}
