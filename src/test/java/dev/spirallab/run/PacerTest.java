package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void withoutAPaceEverythingIsAllowed() {
        Pacer pacer = new Pacer(0);
        pacer.start(5);
        assertThat(pacer.allowed(5)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theFirstStepIsDueAtOnceAndTheOthersInTime() {
        Pacer pacer = new Pacer(100);
        pacer.start(0);
        assertThat(pacer.allowed(0)).isEqualTo(1);
        pacer.did(1);
        assertThat(pacer.allowed(9 * MILLISECOND)).isZero();
        assertThat(pacer.allowed(11 * MILLISECOND)).isEqualTo(1);
        assertThat(pacer.allowed(52 * MILLISECOND)).isEqualTo(5);
    }

    @Test
    void aSlowPaceSleepsUntilItsNextStep() {
        Pacer pacer = new Pacer(2);
        pacer.start(0);
        pacer.did(1);
        assertThat(pacer.nextDue(100 * MILLISECOND))
                .isCloseTo(500 * MILLISECOND, within(MILLISECOND));
    }

    @Test
    void aFastPaceWorksInBunches() {
        Pacer pacer = new Pacer(6000);
        pacer.start(0);
        pacer.did(1);
        long due = pacer.nextDue(0);
        assertThat(due).isCloseTo(1_000 * MILLISECOND / 60, within(MILLISECOND));
        assertThat(pacer.allowed(due)).isBetween(99, 101);
    }

    @Test
    void whoFellBehindDoesNotRushLater() {
        Pacer pacer = new Pacer(100);
        pacer.start(0);
        assertThat(pacer.allowed(60_000 * MILLISECOND)).isEqualTo(1);
    }

    @Test
    void aChangedPaceCountsFromNow() {
        Pacer pacer = new Pacer(1);
        pacer.start(0);
        pacer.did(1);
        pacer.pace(1000, 100 * MILLISECOND);
        assertThat(pacer.allowed(110 * MILLISECOND)).isEqualTo(11);
    }
}
