package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    @Test
    void anEpochUsesEveryRowOnce() {
        Plan plan = new Batches(10, 4, 1).next(6, 1000);
        assertThat(plan.sizes()).containsExactly(4, 4, 2, 4, 4, 2);
        assertThat(Arrays.copyOf(plan.rows(), 10))
                .containsExactlyInAnyOrder(LongStream.range(0, 10).toArray())
                .isNotEqualTo(Arrays.copyOfRange(plan.rows(), 10, 20));
        assertThat(plan.starts()).containsExactly(0, 4, 8, 10, 14, 18);
        assertThat(plan.epochs()).containsExactly(0, 0, 0, 1, 1, 1);
    }

    @Test
    void fullBatchesTakeTheDataAsItLies() {
        Plan plan = new Batches(10, 0, 1).next(2, 3);
        assertThat(plan.rows()).isEmpty();
        assertThat(plan.sizes()).containsExactly(10, 10);
        assertThat(plan.shares()).containsExactly(0.1f);
    }

    @Test
    void aCallHasOnlySoManyRowsButAtLeastOneBatch() {
        assertThat(new Batches(100, 10, 1).next(50, 35).steps()).isEqualTo(3);
        assertThat(new Batches(100, 10, 1).next(50, 5).steps()).isEqualTo(1);
    }

    @Test
    void unevenBatchesGiveEachRowItsShare() {
        assertThat(new Batches(3, 2, 1).next(2, 1000).shares()).containsExactly(0.5f, 0.5f, 1f);
    }

    @Test
    void batchesThatOnlyBeginAndEndAlikeAreUneven() {
        Batches batches = new Batches(5, 2, 1);
        batches.next(2, 1000);
        assertThat(batches.next(4, 1000).shares()).containsExactly(1, .5f, .5f, .5f, .5f, 1);
    }
}
