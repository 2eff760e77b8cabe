package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpeedometerTest {
    private static final long MILLISECOND = 1_000_000;
    private final Speedometer speedometer = new Speedometer();

    @Test
    void itShowsTheSpeedOfTheLastSecondOnly() {
        speedometer.start(0);
        drive(0, 3000, 10);
        assertThat(speedometer.perSecond(3000 * MILLISECOND)).isCloseTo(1000, within(20.0));
        drive(3000, 4500, 1);
        assertThat(speedometer.perSecond(4500 * MILLISECOND)).isCloseTo(100, within(5.0));
    }

    @Test
    void itShowsNothingBeforeItKnows() {
        assertThat(speedometer.perSecond(0)).isZero();
        speedometer.start(0);
        assertThat(speedometer.perSecond(MILLISECOND)).isZero();
    }

    /** So many steps each 10 ms. */
    private void drive(int from, int to, int steps) {
        for (int at = from + 10; at <= to; at += 10) {
            speedometer.did(steps, at * MILLISECOND);
        }
    }
}
