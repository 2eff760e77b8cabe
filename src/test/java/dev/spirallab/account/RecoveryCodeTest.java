package dev.spirallab.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

    @Test
    void aCodeHasSevenGroupsOfFour() {
        assertThat(RecoveryCode.random().text())
                .matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}");
    }

    @Test
    void itMayBeTypedAsPeopleDo() {
        RecoveryCode code = RecoveryCode.random();
        String text = code.text();

        assertThat(RecoveryCode.parse(text)).contains(code);
        assertThat(RecoveryCode.parse(text.toLowerCase(java.util.Locale.ROOT))).contains(code);
        assertThat(RecoveryCode.parse("  " + text.replace('-', ' ') + "\n")).contains(code);
        assertThat(RecoveryCode.parse(text.replace("-", ""))).contains(code);
        assertThat(RecoveryCode.parse(text.replace('-', '—'))).contains(code);
        assertThat(RecoveryCode.parse(text.replace('0', 'o').replace('1', 'l'))).contains(code);
        assertThat(RecoveryCode.parse(text.replace('0', 'O').replace('1', 'I'))).contains(code);
        assertThat(RecoveryCode.parse(wide(text))).contains(code);
    }

    @Test
    void aWrongLetterIsNoticed() {
        RecoveryCode code = RecoveryCode.random();
        String value = code.value();
        long unnoticed = 0;
        for (int at = 0; at < value.length(); at++) {
            char other = value.charAt(at) == 'Z' ? 'Y' : 'Z';
            String wrong = value.substring(0, at) + other + value.substring(at + 1);
            unnoticed += RecoveryCode.parse(wrong).stream().count();
        }
        // Each has a chance of 1 in 1024 to be a code all the same.
        assertThat(unnoticed).isLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCD", "UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU", "二〇二六"})
    void whatIsNoCodeIsNotOne(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEmpty();
    }

    /** As a Chinese keyboard writes it. */
    private static String wide(String text) {
        return text.chars()
                .map(letter -> letter + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
