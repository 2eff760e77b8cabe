package dev.spirallab.experiment;

import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A link's row: what it shows, the document by its hash. */
record LinkRow(
        OwnerId owner,
        SharedLink link,
        String document,
        Optional<RunId> run,
        List<Origin> lineage) {

    static LinkRow read(ResultSet row, int number) throws SQLException {
        Optional<RunId> run = Optional.ofNullable(row.getString("run")).map(RunId::new);
        SharedLink link =
                new SharedLink(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        Times.read(row, "created"),
                        row.getString("beginning"),
                        run.isPresent());
        return new LinkRow(
                new OwnerId(row.getObject("owner", UUID.class)),
                link,
                row.getString("document"),
                run,
                Json.lineage(row.getString("lineage")));
    }
}
