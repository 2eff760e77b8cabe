package dev.spirallab.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    @ParameterizedTest
    @CsvSource({
        "900, 900",
        "0.00001, 0.00001",
        "-2.50, -2.5",
        "1e9, 1000000000",
        "1e300, 1.0E300",
        "0, 0"
    })
    void aNumberIsWrittenAsPeopleWriteIt(double value, String written) {
        assertThat(Problem.number(value)).isEqualTo(written);
    }
}
