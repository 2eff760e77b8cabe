package dev.spirallab.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0.001, 0.001",
        "0.00001, 0.00001",
        "1e-8, 1e-8",
        "1.5E-9, 1.5e-9",
        "3000, 3000",
        "0, 0",
        "1, 1"
    })
    void aNumberIsWrittenAsPeopleDo(double number, String text) {
        assertThat(Numbers.text(number)).isEqualTo(text);
        assertThat(Numbers.parse(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "NaN", "Infinity", "1e999", "1 2"})
    void whatIsNoFiniteNumberIsNotTaken(String typed) {
        assertThat(Numbers.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 0.5 ", "0,5", ".5", "5e-1"})
    void numbersAreTakenHoweverTheyAreTyped(String typed) {
        assertThat(Numbers.parse(typed)).contains(0.5);
    }
}
