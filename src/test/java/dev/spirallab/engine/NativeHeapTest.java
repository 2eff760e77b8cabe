package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.validation.ValidationResult.Valid;
import java.io.IOException;
import java.lang.foreign.Linker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeHeapTest {

    /** 1.7 million parameters: its tensors are of 7 MB, which glibc takes from its heaps. */
    private static final Valid LARGE =
            Lab.valid(
                    Lab.THREE,
                    Lab.chain(Lab.linear(1300, "relu"), Lab.linear(1300, "relu"), Lab.linear(3)),
                    Lab.CROSS_ENTROPY,
                    Lab.ADAM);

    @Test
    void whatClosedModelsHadGoesBackToTheSystem() throws IOException {
        ResidentMemory.assumeKnown();
        assumeTrue(
                Linker.nativeLinker().defaultLookup().find("malloc_trim").isPresent(),
                "the C library is glibc");
        Dataset data = Datasets.create(LARGE.experiment().dataset());
        open(data, 1).forEach(Training::close); // compilers and PyTorch have what they keep
        long before = ResidentMemory.megabytes();
        List<Training> open = open(data, 8);
        long most = ResidentMemory.megabytes() - before;
        assertThat(most).isGreaterThan(200);
        open.forEach(Training::close);
        assertThat(ResidentMemory.megabytes() - before).isLessThan(most / 2);
    }

    private static List<Training> open(Dataset data, int count) {
        List<Training> open = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Training training = Lab.ENGINE.open(LARGE, data);
            training.train(1);
            open.add(training);
        }
        return open;
    }
}
