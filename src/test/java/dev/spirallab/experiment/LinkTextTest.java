package dev.spirallab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spirallab.spec.json.Reading;
import dev.spirallab.spec.json.Templates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTextTest {

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateFitsIntoAnAddressAndComesBackEqual(String name) {
        var experiment = Templates.get(name).withTitle("螺旋 & “spiral” <b>");

        var text = LinkText.write(experiment);

        assertThat(text).hasSizeLessThan(1200).matches("[A-Za-z0-9_-]+");
        assertThat(LinkText.read(text)).isEqualTo(new Reading.Read(experiment));
    }

    static Iterable<String> templates() {
        return Templates.NAMES;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "eyJmb3JtYXQiOjF9", "=", "ab cd", "%00"})
    void aTextThatIsNoneIsDamaged(String text) {
        assertThat(problem(text)).isEqualTo("link.damaged");
    }

    @Test
    void aTextThatWasCutIsDamaged() {
        var text = LinkText.write(Templates.get(Templates.FIRST));

        for (int length = 0; length < text.length(); length += 7) {
            assertThat(problem(text.substring(0, length))).isEqualTo("link.damaged");
        }
    }

    @Test
    void aTextThatWouldGrowBeyondAllBoundsIsNotUnpacked() throws IOException {
        var text = packed(new byte[40 << 20]);

        assertThat(text).hasSizeLessThan(64 * 1024);
        assertThat(problem(text)).isEqualTo("link.damaged");
    }

    @Test
    void aTextThatIsTooLongIsNotLookedAt() {
        assertThat(problem("A".repeat(64 * 1024 + 1))).isEqualTo("link.tooLong");
    }

    @Test
    void whatIsPackedMustBeAnExperiment() throws IOException {
        assertThat(
                        LinkText.read(
                                packed(
                                        "{\"format\": 99}"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOf(Reading.Unreadable.class);
    }

    private static String problem(String text) {
        return switch (LinkText.read(text)) {
            case Reading.Unreadable(var problems) -> problems.getFirst().code();
            case Reading.Read read -> "read " + read;
        };
    }

    private static String packed(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            out.write(plain);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
