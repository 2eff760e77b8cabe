package dev.spirallab.experiment;

import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.frame.Moment;
import dev.spirallab.frame.RunState;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.ByHand;
import dev.spirallab.run.KeptRun;
import dev.spirallab.run.Mark;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunStatus;
import dev.spirallab.run.RunSummary;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs as rows of a table, without what of them is bytes. */
final class RunRows {
    /** With the piece that the last point is in, as {@code latest}. */
    private static final String WITH_LATEST =
            """
             left join run_piece on run_piece.run = run.id and run_piece.kind = 'points'
                and run_piece.number = (run.points - 1) / %d
            """
                    .formatted(RunPieces.POINTS);

    private static final String ROWS =
            "select run.*, run_piece.content as latest from run" + WITH_LATEST;

    private static final String ROWS_WITH_EXPERIMENT =
            "select run.*, run_piece.content as latest,"
                    + Documents.CONTENT
                    + "from run"
                    + WITH_LATEST
                    + Documents.joinedTo("run");

    private static final String INSERT =
            """
            insert into run (id, owner, experiment, unattended, format, title, document, state,
                reason, attempt, epoch, step, steps_per_epoch, pace, learning_rate, problem,
                by_hand, points, bytes, kept)
            values (:id, :owner, :experiment, :unattended, :format, :title, :document, :state,
                :reason, :attempt, :epoch, :step, :stepsPerEpoch, :pace, :learningRate, :problem,
                :byHand, :points, 0, :kept)
            """;

    private static final String UPDATE =
            """
            update run set owner = :owner, experiment = :experiment, unattended = :unattended,
                format = :format, title = :title, document = :document, state = :state,
                reason = :reason, attempt = :attempt, epoch = :epoch, step = :step,
                steps_per_epoch = :stepsPerEpoch, pace = :pace, learning_rate = :learningRate,
                problem = :problem, by_hand = :byHand, points = :points, kept = :kept
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RunRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What holds a document, and how much room it takes. */
    record Entry(RunId id, String document, int attempt, long bytes) {}

    /** A row as it was read. */
    record Row(RunId id, RunOptions options, Experiment experiment, RunStatus status) {}

    /** Holds the row until the transaction ends. */
    Optional<Entry> lock(RunId id) {
        return jdbc.sql("select * from run where id = :id for update")
                .param("id", id.value())
                .query(RunRows::entry)
                .optional();
    }

    void insert(KeptRun run, Packed experiment) {
        write(INSERT, run, experiment);
    }

    void update(KeptRun run, Packed experiment) {
        write(UPDATE, run, experiment);
    }

    private void write(String statement, KeptRun run, Packed experiment) {
        RunStatus status = run.status();
        jdbc.sql(statement)
                .param("id", run.id().value())
                .param("owner", run.options().owner().map(OwnerId::value).orElse(null))
                .param("experiment", run.options().of().orElse(null))
                .param("unattended", run.options().unattended())
                .param("format", RunBytes.FORMAT)
                .param("title", experiment.title())
                .param("document", experiment.document().hash())
                .param("state", status.state().name())
                .param("reason", status.reason().name())
                .param("attempt", status.at().attempt())
                .param("epoch", status.at().epoch())
                .param("step", status.at().step())
                .param("stepsPerEpoch", status.stepsPerEpoch())
                .param("pace", status.pace())
                .param("learningRate", status.learningRate())
                .param("problem", status.problem().map(RunRows::text).orElse(null))
                .param(
                        "byHand",
                        status.byHand().stream()
                                .map(ByHand::name)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("points", run.firstPoint() + run.points().size())
                .param("kept", Times.of(Times.now(clock)))
                .update();
    }

    void count(RunId id, long bytes) {
        jdbc.sql("update run set bytes = :bytes where id = :id")
                .param("bytes", bytes)
                .param("id", id.value())
                .update();
    }

    /** A row whose pieces this version understands. */
    Optional<Row> find(RunId id) {
        return jdbc.sql(ROWS_WITH_EXPERIMENT + "where run.id = :id and run.format = :format")
                .param("id", id.value())
                .param("format", RunBytes.FORMAT)
                .query(RunRows::row)
                .optional();
    }

    /** The last kept first. */
    List<RunSummary> summaries(OwnerId owner) {
        return jdbc.sql(ROWS + "where run.owner = :owner order by run.kept desc, run.id")
                .param("owner", owner.value())
                .query(RunRows::summary)
                .list();
    }

    /** An owner's, in the order in which they are worth their room. */
    List<Entry> dearest(OwnerId owner) {
        return jdbc.sql(
                        "select * from run where owner = :owner order by starred desc, kept desc, id")
                .param("owner", owner.value())
                .query(RunRows::entry)
                .list();
    }

    /** Those that meet a condition, the last kept first. */
    List<Entry> where(String condition, Map<String, ?> parameters) {
        return jdbc.sql("select * from run where " + condition + " order by kept desc, id")
                .params(parameters)
                .query(RunRows::entry)
                .list();
    }

    /** A copy that is nobody's, kept now. */
    void copy(RunId from, RunId to) {
        jdbc.sql(
                        """
                        insert into run (id, owner, experiment, unattended, format, title,
                            document, state, reason, attempt, epoch, step, steps_per_epoch, pace,
                            learning_rate, problem, by_hand, points, bytes, kept)
                        select :to, cast(null as uuid), cast(null as uuid), unattended, format, title,
                            document, state, reason, attempt, epoch, step, steps_per_epoch, pace,
                            learning_rate, problem, by_hand, points, bytes, cast(:now as timestamp with time zone)
                        from run where id = :from
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .param("now", Times.of(Times.now(clock)))
                .update();
    }

    void delete(RunId id) {
        jdbc.sql("delete from run where id = :id").param("id", id.value()).update();
    }

    void hand(OwnerId from, OwnerId to) {
        jdbc.sql("update run set owner = :to where owner = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new RunId(row.getString("id")),
                row.getString("document"),
                row.getInt("attempt"),
                row.getLong("bytes"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Optional<OwnerId> owner =
                Optional.ofNullable(row.getObject("owner", UUID.class)).map(OwnerId::new);
        return new Row(
                new RunId(row.getString("id")),
                new RunOptions(row.getDouble("pace"), owner, of(row), row.getBoolean("unattended")),
                Documents.read(row),
                status(row));
    }

    private static RunSummary summary(ResultSet row, int number) throws SQLException {
        return new RunSummary(
                new RunId(row.getString("id")),
                of(row),
                row.getString("title"),
                status(row),
                Times.read(row, "kept"),
                mark(row, 0));
    }

    private static Mark mark(ResultSet row, int number) throws SQLException {
        return new Mark(row.getBoolean("starred"), row.getString("note"));
    }

    Optional<Mark> mark(OwnerId owner, RunId id) {
        return jdbc.sql("select starred, note from run where id = :id and owner = :owner")
                .param("id", id.value())
                .param("owner", owner.value())
                .query(RunRows::mark)
                .optional();
    }

    boolean mark(OwnerId owner, RunId id, Mark mark) {
        return jdbc.sql(
                                """
                                update run set starred = :starred, note = :note
                                where id = :id and owner = :owner
                                """)
                        .param("starred", mark.starred())
                        .param("note", Names.storable(mark.note()))
                        .param("id", id.value())
                        .param("owner", owner.value())
                        .update()
                > 0;
    }

    private static Optional<UUID> of(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("experiment", UUID.class));
    }

    private static RunStatus status(ResultSet row) throws SQLException {
        return new RunStatus(
                RunState.valueOf(row.getString("state")),
                EndReason.valueOf(row.getString("reason")),
                new Moment(row.getInt("attempt"), row.getInt("epoch"), row.getLong("step")),
                row.getInt("steps_per_epoch"),
                0,
                row.getDouble("pace"),
                row.getDouble("learning_rate"),
                0,
                latest(row.getBytes("latest")),
                problem(row.getString("problem")),
                byHand(row.getString("by_hand")));
    }

    private static Optional<MetricPoint> latest(byte @Nullable [] points) {
        return points == null ? Optional.empty() : Optional.of(RunBytes.points(points).getLast());
    }

    private static Set<ByHand> byHand(String text) {
        return Stream.of(text.split(","))
                .filter(name -> !name.isEmpty())
                .map(ByHand::valueOf)
                .collect(Collectors.toSet());
    }

    private static String text(Problem problem) {
        return Json.text(ExperimentJson.tree(problem));
    }

    private static Optional<Problem> problem(@Nullable String text) {
        return text != null
                        && ExperimentJson.readPart(Problem.class, Json.tree(text))
                                instanceof Part.Read<Problem>(var problem)
                ? Optional.of(problem)
                : Optional.empty();
    }
}
