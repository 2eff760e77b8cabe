package dev.spirallab.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;

/** Curves as a table (RFC 4180); a figure that is no finite number is an empty cell. */
final class TableWriter extends AnswerWriter<CurveAnswer> {
    static final String CSV = "text/csv;charset=UTF-8";
    private static final String HEAD =
            "step,epoch,trainLoss,testLoss,trainAccuracy,testAccuracy,learningRate\r\n";

    TableWriter() {
        super(CurveAnswer.class, MediaType.valueOf(CSV));
    }

    @Override
    byte[] bytes(CurveAnswer curve) {
        String lines = curve.points().stream().map(TableWriter::line).collect(Collectors.joining());
        return (HEAD + lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(PointAnswer point) {
        Stream<String> figures =
                Stream.of(
                                point.trainLoss(),
                                point.testLoss(),
                                point.trainAccuracy(),
                                point.testAccuracy(),
                                point.learningRate())
                        .map(TableWriter::cell);
        return Stream.concat(
                        Stream.of(Long.toString(point.step()), Float.toString(point.epoch())),
                        figures)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Optional<Float> figure) {
        return figure.map(String::valueOf).orElse("");
    }
}
