package dev.spirallab.experiment;

import dev.spirallab.experiment.Packed.Packing;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.RunShelf.Unkeepable;
import dev.spirallab.run.Sweep.State;
import dev.spirallab.run.SweepId;
import dev.spirallab.run.SweepResults;
import dev.spirallab.run.SweepShelf;
import dev.spirallab.run.Sweeps;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSetting;
import dev.spirallab.spec.sweep.SweepSpec;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Sweeps in a database. */
final class JdbcSweepShelf implements SweepShelf {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Documents documents;
    private final KeepingSettings settings;
    private final Clock clock;

    JdbcSweepShelf(
            JdbcClient jdbc,
            TransactionOperations transaction,
            KeepingSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.documents = new Documents(jdbc, transaction);
        this.settings = settings;
        this.clock = clock;
    }

    private record Row(UUID id, String document, long bytes) {}

    private record Found(Experiment base, String axes, State state, int variants) {}

    @Override
    public Optional<Problem> obstacle(Experiment base) {
        return switch (Packed.of(base)) {
            case Packing.Done _ -> Optional.empty();
            case Packing.Impossible(var problem) -> Optional.of(problem);
        };
    }

    @Override
    public void keep(OwnerId owner, Kept sweep) {
        switch (Packed.of(sweep.spec().base())) {
            case Packing.Done(var base) -> keep(owner, sweep, base);
            case Packing.Impossible(var problem) -> throw new Unkeepable(problem);
        }
    }

    private void keep(OwnerId owner, Kept sweep, Packed base) {
        byte[] bytes = sweep.results().bytes();
        documents.collect(
                inTransaction(() -> {
                    documents.add(base);
                    insert(owner, sweep, base, bytes.length);
                    insert(sweep.id(), bytes);
                    return prune(owner);
                }));
    }

    private void insert(OwnerId owner, Kept sweep, Packed base, long bytes) {
        jdbc.sql(
                        """
                        insert into sweep (id, owner, title, document, axes, variants, state,
                            format, bytes, kept)
                        values (:id, :owner, :title, :document, :axes, :variants, :state,
                            :format, :bytes, :kept)
                        """)
                .param("id", sweep.id().value())
                .param("owner", owner.value())
                .param("title", base.title())
                .param("document", base.document().hash())
                .param("axes", axes(sweep.spec()))
                .param("variants", sweep.variants())
                .param("state", sweep.state().name())
                .param("format", SweepResults.FORMAT)
                .param("bytes", bytes)
                .param("kept", Times.of(Times.now(clock)))
                .update();
    }

    private void insert(SweepId id, byte... bytes) {
        List<byte[]> pieces = Pieces.of(bytes);
        for (int number = 0; number < pieces.size(); number++) {
            jdbc.sql(
                            "insert into sweep_piece (sweep, number, content) values (:id, :number, :piece)")
                    .param("id", id.value())
                    .param("number", number)
                    .param("piece", pieces.get(number))
                    .update();
        }
    }

    /** The documents that are given up by what is too much; the last kept stays in any case. */
    private List<String> prune(OwnerId owner) {
        List<String> released = new ArrayList<>();
        long bytes = 0;
        int count = 0;
        for (Row row : where("owner = :owner", Map.of("owner", owner.value()))) {
            bytes += row.bytes();
            count++;
            if (count > 1 && (count > settings.sweeps() || bytes > settings.sweepBytes())) {
                delete(row);
                released.add(row.document());
            }
        }
        return released;
    }

    private List<Row> where(String condition, Map<String, ?> parameters) {
        return jdbc.sql(
                        "select id, document, bytes from sweep where "
                                + condition
                                + " order by kept desc, id")
                .params(parameters)
                .query((row, _) ->
                        new Row(
                                row.getObject("id", UUID.class),
                                row.getString("document"),
                                row.getLong("bytes")))
                .list();
    }

    private void delete(Row row) {
        jdbc.sql("delete from sweep where id = :id").param("id", row.id()).update();
    }

    @Override
    public Optional<Kept> find(OwnerId owner, SweepId id) {
        return inTransaction(() -> row(owner, id).flatMap(found -> kept(id, found)));
    }

    private Optional<Found> row(OwnerId owner, SweepId id) {
        return jdbc.sql(
                        "select sweep.axes, sweep.state, sweep.variants,"
                                + Documents.CONTENT
                                + "from sweep"
                                + Documents.joinedTo("sweep")
                                + "where sweep.id = :id and sweep.owner = :owner"
                                + " and sweep.format = :format")
                .param("id", id.value())
                .param("owner", owner.value())
                .param("format", SweepResults.FORMAT)
                .query((row, _) ->
                        new Found(
                                Documents.read(row),
                                row.getString("axes"),
                                State.valueOf(row.getString("state")),
                                row.getInt("variants")))
                .optional();
    }

    /**
     * @return empty where this version does not know a setting that is varied
     */
    private Optional<Kept> kept(SweepId id, Found found) {
        List<Axis> axes =
                found.axes().lines().flatMap(line -> SweepSetting.read(line).stream()).toList();
        if (axes.size() < found.axes().lines().count()) {
            return Optional.empty();
        }
        return Optional.of(
                new Kept(
                        id,
                        new SweepSpec(found.base(), axes),
                        found.state(),
                        found.variants(),
                        new SweepResults(bytes(id))));
    }

    private static String axes(SweepSpec sweep) {
        return sweep.axes().stream().map(SweepSetting::text).collect(Collectors.joining("\n"));
    }

    private byte[] bytes(SweepId id) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        jdbc.sql("select content from sweep_piece where sweep = :id order by number")
                .param("id", id.value())
                .query((row, _) -> row.getBytes("content"))
                .list()
                .forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Override
    public List<Sweeps.Summary> list(OwnerId owner) {
        return jdbc.sql("select * from sweep where owner = :owner order by kept desc, id")
                .param("owner", owner.value())
                .query(JdbcSweepShelf::summary)
                .list();
    }

    private static Sweeps.Summary summary(ResultSet row, int number) throws SQLException {
        return new Sweeps.Summary(
                new SweepId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getInt("variants"),
                State.valueOf(row.getString("state")),
                Times.read(row, "kept"));
    }

    @Override
    public boolean delete(OwnerId owner, SweepId id) {
        return deleteWhere(
                "id = :id and owner = :owner", Map.of("id", id.value(), "owner", owner.value()));
    }

    @Override
    public void deleteAll(OwnerId owner) {
        deleteWhere("owner = :owner", Map.of("owner", owner.value()));
    }

    private boolean deleteWhere(String condition, Map<String, ?> parameters) {
        List<Row> found =
                inTransaction(() -> {
                    List<Row> rows = where(condition, parameters);
                    rows.forEach(this::delete);
                    return rows;
                });
        documents.collect(found.stream().map(Row::document).toList());
        return !found.isEmpty();
    }

    @Override
    public void adopt(OwnerId from, OwnerId to) {
        jdbc.sql("update sweep set owner = :to where owner = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
