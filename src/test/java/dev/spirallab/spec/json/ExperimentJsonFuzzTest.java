package dev.spirallab.spec.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged documents are read or refused; nothing is thrown. */
class ExperimentJsonFuzzTest {
    private static final List<String> TOKENS =
            List.of(
                    "null",
                    "true",
                    "{}",
                    "[]",
                    "\"\"",
                    "-1",
                    "1e400",
                    "NaN",
                    "0.5",
                    "9".repeat(1200),
                    "{\"kind\":\"linear\"}",
                    "[[[[[[",
                    "\"relu\"",
                    "\\u0000",
                    "\"\\ud800\"",
                    ",",
                    ":",
                    "\uFEFF",
                    "[0,0,0]");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damagedBytesAreReadOrRefused(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (String template : Templates.NAMES) {
            byte[] sound =
                    ExperimentJson.write(Templates.get(template)).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                judge(ExperimentJson.read(damaged(sound, random)));
            }
        }
    }

    private static byte[] damaged(byte[] sound, RandomGenerator random) {
        byte[] bytes = sound.clone();
        int hits = 1 + random.nextInt(4);
        for (int i = 0; i < hits; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void documentsWithForeignPiecesAreReadOrRefused(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (String template : Templates.NAMES) {
            String sound = ExperimentJson.tree(Templates.get(template)).toString();
            for (int i = 0; i < 100; i++) {
                judge(ExperimentJson.read(spliced(sound, random)));
            }
        }
    }

    private static String spliced(String sound, RandomGenerator random) {
        int from = random.nextInt(sound.length());
        int to = Math.min(sound.length(), from + random.nextInt(12));
        return sound.substring(0, from)
                + TOKENS.get(random.nextInt(TOKENS.size()))
                + sound.substring(to);
    }

    @Test
    void everyShorterDocumentIsRefused() {
        String sound = ExperimentJson.tree(Templates.get(Templates.FIRST)).toString();
        for (int length = 0; length < sound.length(); length++) {
            assertThat(ExperimentJson.read(sound.substring(0, length)))
                    .isInstanceOf(Reading.Unreadable.class);
        }
    }

    private static void judge(Reading reading) {
        switch (reading) {
            case Reading.Read(var experiment) ->
                    assertThat(ExperimentJson.read(ExperimentJson.write(experiment)))
                            .isEqualTo(reading);
            case Reading.Unreadable(var problems) ->
                    assertThat(problems).isNotEmpty().hasSizeLessThanOrEqualTo(100);
        }
    }
}
