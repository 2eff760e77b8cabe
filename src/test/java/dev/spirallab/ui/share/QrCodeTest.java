package dev.spirallab.ui.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrCodeTest {

    @Test
    void aCodeSaysWhereItLeadsAndKeepsAQuietZone() {
        var code = QrCode.of("http://192.168.1.7:8080/x/abc", "To the experiment").orElseThrow();

        assertThat(code.getElement().getAttribute("role")).isEqualTo("img");
        assertThat(code.getElement().getAttribute("aria-label")).isEqualTo("To the experiment");
        assertThat(code.getElement().getProperty("innerHTML"))
                .contains("viewBox='0 0 33 33'")
                .contains("M4 4h1v1h-1z")
                .doesNotContain("M3 ")
                .doesNotContain("M29 ");
    }

    @Test
    void aTextThatACameraCouldNotReadGetsNone() {
        assertThat(QrCode.of("x".repeat(3000), "")).isEmpty();
        assertThat(QrCode.of("x".repeat(10_000), "")).isEmpty();
    }
}
