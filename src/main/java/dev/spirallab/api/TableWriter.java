package dev.spirallab.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Curves as a table, for who accepts {@code text/csv} (RFC 4180). */
final class TableWriter extends AbstractHttpMessageConverter<CurveAnswer> {
    static final String CSV = "text/csv;charset=UTF-8";
    private static final String HEAD =
            "step,epoch,trainLoss,testLoss,trainAccuracy,testAccuracy,learningRate\r\n";

    TableWriter() {
        super(MediaType.valueOf(CSV));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == CurveAnswer.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected CurveAnswer readInternal(
            Class<? extends CurveAnswer> type, HttpInputMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void writeInternal(CurveAnswer curve, HttpOutputMessage message) throws IOException {
        String lines = curve.points().stream().map(TableWriter::line).collect(Collectors.joining());
        message.getBody().write((HEAD + lines).getBytes(StandardCharsets.UTF_8));
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
        return Stream.concat(Stream.of(point.step() + "", point.epoch() + ""), figures)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Optional<Float> figure) {
        return figure.map(String::valueOf).orElse("");
    }
}
