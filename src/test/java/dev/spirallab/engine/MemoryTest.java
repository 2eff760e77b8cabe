package dev.spirallab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spirallab.validation.ValidationResult.Valid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** 1 MB of parameters, gradients and state, so that a leak of 500 runs would be 500 MB. */
    private static final Valid EXPERIMENT =
            Lab.valid(
                    "{'kind': 'spiral', 'samples': 300}",
                    Lab.chain(Lab.linear(250, "relu"), Lab.linear(250, "relu"), Lab.linear(3)),
                    Lab.CROSS_ENTROPY,
                    Lab.ADAM);

    @Test
    void fiveHundredRunsInARowLeaveMemoryFlat() throws IOException {
        assumeTrue(Files.exists(STATUS), "resident memory is read from /proc");
        run(300); // until the allocator, the compilers and PyTorch's caches have what they keep
        long before = residentMegabytes();
        run(500);
        assertThat(residentMegabytes() - before).isLessThan(150);
    }

    private static void run(int times) {
        for (int i = 0; i < times; i++) {
            try (Training training = Lab.open(EXPERIMENT)) {
                training.train(2);
                training.evaluate();
            }
        }
    }

    private static long residentMegabytes() throws IOException {
        System.gc();
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
