package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {
    private static final long MILLISECOND = 1_000_000;
    private static final Offset<Double> NEARLY = Offset.offset(0.01);
    private final Allowance allowance = new Allowance();

    @Test
    void theFirstIsFree() {
        assertThat(allowance.nanosToNext(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 20, 55})
    void drawingTakesASmallShareOfTheTime(long milliseconds) {
        assertThat(share(milliseconds, 1)).isEqualTo(Allowance.SHARE, NEARLY);
    }

    @Test
    void aQuickDrawingLeavesRoomForThirtyASecond() {
        allowance.drew(3 * MILLISECOND, 0);
        assertThat(allowance.nanosToNext(3 * MILLISECOND)).isLessThan(30 * MILLISECOND);
    }

    @ParameterizedTest
    @CsvSource({"150, 500", "200, 500", "400, 800", "5000, 10000"})
    void aSlowOneIsDoneTwiceASecondOrForHalfOfTheTime(long milliseconds, long between) {
        allowance.drew(milliseconds * MILLISECOND, 0);
        assertThat(allowance.nanosToNext(milliseconds * MILLISECOND))
                .isEqualTo((between - milliseconds) * MILLISECOND);
    }

    @Test
    void amongManyRunsWaitingCountsForNothing() {
        assertThat(share(2, 10)).isEqualTo(Allowance.SHARE, NEARLY);
    }

    /** Of a run that gets one millisecond in {@code jobs} milliseconds. */
    private double share(long milliseconds, int jobs) {
        long now = 0;
        long drawing = 0;
        long training = 0;
        while (drawing < 20 * milliseconds) {
            if (allowance.nanosToNext(now) == 0) {
                allowance.drew(milliseconds * MILLISECOND, now);
                now += milliseconds * MILLISECOND * jobs;
                drawing += milliseconds;
            } else {
                allowance.didOtherThings(MILLISECOND);
                now += MILLISECOND * jobs;
                training++;
            }
        }
        return (double) drawing / (drawing + training);
    }
}
