package dev.spirallab.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.dataset.UnreadableException;
import dev.spirallab.dataset.table.TableSketch.Sketching;
import dev.spirallab.i18n.Messages;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.data.Content;
import dev.spirallab.spec.data.Table;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files are read or refused with a reason; nothing else is thrown. */
class TableFuzzTest {
    private static final Messages MESSAGES = new Messages();
    private static final List<String> PIECES =
            List.of(
                    ",",
                    ";",
                    "\t",
                    "|",
                    "\"",
                    "\"\"",
                    "\n",
                    "\r\n",
                    "\r",
                    "\n\n",
                    " ",
                    "0",
                    "-1.5",
                    "1e999",
                    "1e15",
                    "NaN",
                    "NA",
                    "",
                    "红",
                    "é",
                    "\uFEFF",
                    "\u0000",
                    "\uD83D\uDE00",
                    "x".repeat(300),
                    "a,b,c\n1,2,3\n",
                    "\"a\nb\"",
                    "#",
                    "'",
                    "\\",
                    "=1+1",
                    "\u2028");
    private static final List<String> CHARSETS =
            List.of("UTF-8", "UTF-16", "UTF-16LE", "GB18030", "windows-1252");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damagedBytesAreReadOrRefused(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        byte[] sound =
                Csv.of("size,colour,good", "1.5,\"red, dark\",yes", "2,蓝,no", "3,,yes").bytes();
        for (int round = 0; round < 100; round++) {
            byte[] bytes = sound.clone();
            for (int hit = 0; hit <= random.nextInt(4); hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            judge(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void anyPiecesInAnyEncodingAreReadOrRefused(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int round = 0; round < 100; round++) {
            StringBuilder text = new StringBuilder();
            for (int piece = 0; piece <= random.nextInt(40); piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
            judge(text.toString().getBytes(Charset.forName(charset)));
        }
    }

    private static void judge(byte... bytes) {
        switch (TableSketch.of(bytes, FormatHints.NONE)) {
            case Sketching.Unreadable(Problem problem) -> judge(problem);
            case Sketching.Done(TableSketch sketch) -> judge(sketch, bytes);
        }
    }

    private static void judge(Problem problem) {
        assertThat(MESSAGES.text(Locale.ENGLISH, problem)).doesNotStartWith("[");
    }

    /**
     * What was looked at can be read as it is most likely meant, unless nothing can be foretold.
     */
    private static void judge(TableSketch sketch, byte... bytes) {
        assertThat(sketch.rows()).isPositive();
        assertThat(sketch.columns()).isNotEmpty();
        if (sketch.label().isPresent()) {
            Table table = sketch.table(new Content(Sha256.of(bytes), "fuzz.csv"));
            try {
                TableData data = TableReader.read(table, _ -> Optional.of(bytes));
                assertThat(data.rows()).isEqualTo(sketch.rows());
            } catch (UnreadableException e) {
                throw new AssertionError(e.problem().toString(), e);
            }
        }
    }
}
