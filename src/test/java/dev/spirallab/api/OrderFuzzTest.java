package dev.spirallab.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged bodies are read or refused; nothing is thrown. */
class OrderFuzzTest {
    private static final List<String> ORDERS =
            List.of(
                    "{\"command\": \"play\"}",
                    "{\"command\": \"stepEpoch\"}",
                    "{\"command\": \"reseed\", \"seed\": -9007199254740991}",
                    "{\"command\": \"pace\", \"stepsPerSecond\": 1e9}",
                    "{\"command\": \"tune\", \"learningRate\": 0.25, \"batchSize\": 0,"
                            + " \"regularization\": {\"l1\": 0.1}, \"weightDecay\": null}");

    private static final List<String> TOKENS =
            List.of("null", "{}", "[]", "\"\"", "-1", "1e400", "NaN", "\"play\"", ",", ":", "[[[[");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damagedBytesAreReadOrRefused(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (String order : ORDERS) {
            for (int i = 0; i < 300; i++) {
                byte[] bytes = order.getBytes(StandardCharsets.UTF_8);
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                judge(ExperimentJson.readPart(Order.class, bytes));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void ordersWithForeignPiecesAreReadOrRefused(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (String order : ORDERS) {
            for (int i = 0; i < 300; i++) {
                int from = random.nextInt(order.length());
                int to = Math.min(order.length(), from + random.nextInt(12));
                String token = TOKENS.get(random.nextInt(TOKENS.size()));
                String spliced = order.substring(0, from) + token + order.substring(to);
                judge(ExperimentJson.readPart(Order.class, spliced));
            }
        }
    }

    /** What is read makes a command. */
    private static void judge(Part<Order> part) {
        switch (part) {
            case Part.Read<Order>(var order) -> assertThat(order.command()).isNotNull();
            case Part.Unreadable<Order>(var problems) -> assertThat(problems).isNotEmpty();
        }
    }
}
