package dev.spirallab.run;

import java.util.ArrayDeque;
import java.util.Deque;

/** Steps a second over the last second. */
final class Speedometer {
    private static final long WINDOW = 1_000_000_000L;
    private static final long GRAIN = WINDOW / 50;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private long steps;

    private record Reading(long time, long steps) {}

    /** Starts anew, at a standstill. */
    void start(long now) {
        readings.clear();
        steps = 0;
        readings.add(new Reading(now, 0));
    }

    void did(int more, long now) {
        steps += more;
        if (readings.isEmpty() || now - readings.getLast().time >= GRAIN) {
            readings.add(new Reading(now, steps));
        }
        while (readings.size() > 1 && now - readings.getFirst().time > WINDOW) {
            readings.removeFirst();
        }
    }

    double perSecond(long now) {
        if (readings.isEmpty() || now - readings.getFirst().time < GRAIN) {
            return 0;
        }
        Reading first = readings.getFirst();
        return (steps - first.steps) * 1e9 / (now - first.time);
    }
}
