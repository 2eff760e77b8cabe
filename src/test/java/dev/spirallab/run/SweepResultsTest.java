package dev.spirallab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.run.Sweep.State;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SweepResultsTest {

    private static byte[] written() {
        return SweepResults.of(SomeSweeps.STANDING, SomeSweeps.LEARNT).bytes();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        SweepResults.Read read = new SweepResults(written()).read().orElseThrow();
        assertThat(read.standing(State.DONE))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(SomeSweeps.STANDING);
        assertThat(read.tensors())
                .usingRecursiveComparison()
                .withEqualsForType(Float::equals, Float.class)
                .isEqualTo(SomeSweeps.LEARNT);
    }

    @Test
    void whatIsCutOffAnywhereIsNoResult() {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length++) {
            assertThat(new SweepResults(Arrays.copyOf(whole, length)).read()).isEmpty();
        }
    }

    /** Neither breaks the reader nor makes it ask for more memory than there are bytes. */
    @Test
    void whateverBytesThereAreTheyAreReadOrRefused() {
        Random random = new Random(11);
        byte[] whole = written();
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            refused += new SweepResults(bytes).read().isEmpty() ? 1 : 0;
        }
        assertThat(refused).isBetween(500, 4_900);
    }
}
