package dev.spirallab.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An experiment's row, its document by its hash. */
record ExperimentRow(
        ExperimentId id,
        String title,
        String document,
        List<Origin> lineage,
        long revision,
        Instant created,
        Instant changed,
        int numbered,
        Instant marked,
        int versions) {

    static ExperimentRow read(ResultSet row, int number) throws SQLException {
        return new ExperimentRow(
                new ExperimentId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("document"),
                Json.lineage(row.getString("lineage")),
                row.getLong("revision"),
                Times.read(row, "created"),
                Times.read(row, "changed"),
                row.getInt("numbered"),
                Times.read(row, "marked"),
                row.getInt("versions"));
    }

    Summary summary() {
        return new Summary(id, title, created, changed, revision, lineage, versions);
    }
}
