package dev.spirallab.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Run with {@code -Dgolden=write} to write the files anew after a change of the format (which then
 * needs a new version).
 */
class FrameCodecTest {
    private static final Path FOLDER = Path.of("src/test/resources/contract/frames");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Stream<String> names() {
        return GoldenFrames.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theGoldenFileHoldsTheBytesWritten(String name) throws IOException {
        byte[] written = FrameCodec.encode(GoldenFrames.all().get(name));
        write(name + ".bin", written);
        assertThat(written).isEqualTo(Files.readAllBytes(FOLDER.resolve(name + ".bin")));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theGoldenFileHoldsTheContentInWords(String name) throws IOException {
        List<?> content = GoldenFrames.all().get(name).stream().map(FrameText::of).toList();
        write(name + ".json", MAPPER.writeValueAsBytes(content));
        assertThat(MAPPER.readTree(MAPPER.writeValueAsBytes(content)))
                .isEqualTo(MAPPER.readTree(FOLDER.resolve(name + ".json").toFile()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsWrittenCanBeReadBack(String name) {
        List<Frame> frames = GoldenFrames.all().get(name);
        assertThat(FrameReader.read(FrameCodec.encode(frames)))
                .usingRecursiveComparison()
                .withEqualsForType(Float::equals, Float.class)
                .isEqualTo(frames);
    }

    @Test
    void aBoundaryIsItsHeadAndOneByteACell() {
        assertThat(FrameCodec.encode(GoldenFrames.all().get("boundary-classes")))
                .hasSize(24 + 30 + 3 * 4 * 2);
    }

    private static void write(String name, byte[] content) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name), content);
        }
    }
}
