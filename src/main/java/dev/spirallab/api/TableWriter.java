package dev.spirallab.api;

import dev.spirallab.frame.CurveTable;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** Curves as a table. */
final class TableWriter extends AnswerWriter<CurveAnswer> {
    static final String CSV = "text/csv;charset=UTF-8";

    TableWriter() {
        super(CurveAnswer.class, MediaType.valueOf(CSV));
    }

    @Override
    byte[] bytes(CurveAnswer curve) {
        return CurveTable.of(curve.points().stream().map(PointAnswer::point).toList())
                .getBytes(StandardCharsets.UTF_8);
    }
}
