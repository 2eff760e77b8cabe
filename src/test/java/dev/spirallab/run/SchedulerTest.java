package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.run.Scheduler.Next;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private final Scheduler scheduler = new Scheduler(0);

    @Test
    void jobsOfOneSizeTakeTurns() {
        List<Integer> turns = new ArrayList<>();
        for (int job = 0; job < 3; job++) {
            int number = job;
            scheduler.add(again(() -> turns.add(number))).wake();
        }
        work(9, 10);
        assertThat(turns).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
    }

    @Test
    void fortyJobsGetTheSameTimeHoweverLongTheirSlices() {
        long[] used = new long[40];
        long[] slice = new long[1];
        for (int job = 0; job < 40; job++) {
            int number = job;
            scheduler
                    .add(
                            again(() -> {
                                slice[0] = 5L + number % 7;
                                used[number] += slice[0];
                            }))
                    .wake();
        }
        for (int i = 0; i < 20_000; i++) {
            scheduler.workOnce(() -> slice[0]);
        }
        assertThat(least(used) / most(used)).isGreaterThan(0.98);
    }

    @Test
    void whoRestedGainsNothing() {
        List<String> turns = new ArrayList<>();
        Scheduler.Slot late = scheduler.add(again(() -> turns.add("late")));
        scheduler.add(again(() -> turns.add("early"))).wake();
        work(100, 10);
        turns.clear();
        late.wake();
        work(10, 10);
        assertThat(turns).hasSize(10);
        assertThat(turns.stream().filter("late"::equals)).hasSizeBetween(5, 6);
    }

    @Test
    void aWakeUpDuringASliceIsNotLost() {
        AtomicInteger slices = new AtomicInteger();
        Scheduler.Slot[] self = new Scheduler.Slot[1];
        self[0] =
                scheduler.add(waiting -> {
                    if (slices.incrementAndGet() == 1) {
                        self[0].wake();
                    }
                    return new Next.WhenWoken();
                });
        self[0].wake();
        work(2, 1);
        assertThat(slices).hasValue(2);
        assertThat(scheduler.workOnce(() -> 1)).isFalse();
    }

    @Test
    void aJobThatBreaksDisturbsNobody() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(20);
        try (Scheduler threads = new Scheduler(1)) {
            threads.add(
                            waiting -> {
                                throw new IllegalStateException("broken on purpose");
                            })
                    .wake();
            threads.add(again(done::countDown)).wake();
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aRestEndsByItself() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(3);
        try (Scheduler threads = new Scheduler(1)) {
            threads.add(
                            waiting -> {
                                done.countDown();
                                return new Next.At(System.nanoTime() + 1_000_000);
                            })
                    .wake();
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void work(int slices, long nanos) {
        for (int i = 0; i < slices; i++) {
            scheduler.workOnce(() -> nanos);
        }
    }

    private static Scheduler.Job again(Runnable work) {
        return waiting -> {
            work.run();
            return new Next.Again();
        };
    }

    private static double least(long[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double most(long[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
