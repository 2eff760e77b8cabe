package dev.spirallab.experiment;

import dev.spirallab.owner.OwnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links to watch, in a database; they go where their experiment goes. */
final class JdbcWatches implements Watches {
    private static final String SELECT =
            """
            select watch.id, watch.experiment, watch.created, experiment.owner, experiment.title
            from watch join experiment on experiment.id = watch.experiment
            """;

    private final JdbcClient jdbc;
    private final Keepers keepers;
    private final Changes changes;
    private final Clock clock;

    JdbcWatches(JdbcClient jdbc, Keepers keepers, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.keepers = keepers;
        this.changes = changes;
        this.clock = clock;
    }

    private record OwnedWatch(OwnerId owner, Watch watch) {}

    @Override
    public Optional<Watch> open(OwnerId owner, ExperimentId experiment) {
        return changes.of(
                owner,
                _ -> {
                    if (isOf(owner, experiment) && of(owner, experiment).isEmpty()) {
                        insert(experiment);
                    }
                    return of(owner, experiment);
                });
    }

    private Optional<Watch> of(OwnerId owner, ExperimentId experiment) {
        return list(owner).stream()
                .filter(watch -> watch.experiment().equals(experiment))
                .findFirst();
    }

    private boolean isOf(OwnerId owner, ExperimentId experiment) {
        return jdbc.sql("select count(*) from experiment where owner = :owner and id = :id")
                        .param("owner", owner.value())
                        .param("id", experiment.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void insert(ExperimentId experiment) {
        jdbc.sql("insert into watch (id, experiment, created) values (:id, :experiment, :created)")
                .param("id", UUID.randomUUID())
                .param("experiment", experiment.value())
                .param("created", Times.of(Times.now(clock)))
                .update();
    }

    @Override
    public Optional<ExperimentId> find(UUID id) {
        Optional<OwnedWatch> found =
                jdbc.sql(SELECT + "where watch.id = :id")
                        .param("id", id)
                        .query(JdbcWatches::read)
                        .optional();
        found.ifPresent(one -> keepers.seen(one.owner()));
        return found.map(one -> one.watch().experiment());
    }

    @Override
    public List<Watch> list(OwnerId owner) {
        return jdbc
                .sql(
                        SELECT
                                + "where experiment.owner = :owner order by watch.created desc, watch.id")
                .param("owner", owner.value())
                .query(JdbcWatches::read)
                .list()
                .stream()
                .map(OwnedWatch::watch)
                .toList();
    }

    private static OwnedWatch read(ResultSet row, int number) throws SQLException {
        return new OwnedWatch(
                new OwnerId(row.getObject("owner", UUID.class)),
                new Watch(
                        row.getObject("id", UUID.class),
                        new ExperimentId(row.getObject("experiment", UUID.class)),
                        row.getString("title"),
                        Times.read(row, "created")));
    }

    @Override
    public Optional<ExperimentId> revoke(OwnerId owner, UUID id) {
        return changes.of(
                owner,
                _ -> {
                    Optional<Watch> revoked =
                            list(owner).stream().filter(watch -> watch.id().equals(id)).findFirst();
                    revoked.ifPresent(watch -> delete(watch.id()));
                    return revoked.map(Watch::experiment);
                });
    }

    private void delete(UUID id) {
        jdbc.sql("delete from watch where id = :id").param("id", id).update();
    }
}
