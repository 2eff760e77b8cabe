package dev.spirallab.experiment;

import dev.spirallab.frame.MetricPoint;
import dev.spirallab.run.RunId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of runs is bytes, in pieces small enough for every database. What is written here is part of
 * the caller's transaction, which holds the run's row.
 */
final class RunPieces {
    /** Points a piece: one that is not full is written anew with each point. */
    static final int POINTS = 1024;

    private static final String CURVE = "points";

    private final JdbcClient jdbc;

    RunPieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts points in the place of all from {@code first} on.
     *
     * @throws IllegalStateException if points before the first are missing
     */
    void points(RunId run, int first, List<MetricPoint> points) {
        int piece = first / POINTS;
        int before = first % POINTS;
        List<MetricPoint> changed = new ArrayList<>(beginning(run, piece, before));
        changed.addAll(points);
        delete(run, CURVE, piece);
        for (int from = 0; from < changed.size(); from += POINTS) {
            List<MetricPoint> some = changed.subList(from, Math.min(changed.size(), from + POINTS));
            insert(run, CURVE, piece + from / POINTS, RunBytes.points(some));
        }
    }

    private List<MetricPoint> beginning(RunId run, int piece, int count) {
        if (count == 0) {
            require(piece == 0 || size(run, piece - 1) == POINTS);
            return List.of();
        }
        List<MetricPoint> there = one(run, piece).map(RunBytes::points).orElse(List.of());
        require(there.size() >= count);
        return there.subList(0, count);
    }

    private static void require(boolean complete) {
        if (!complete) {
            throw new IllegalStateException("points before the first are missing");
        }
    }

    private int size(RunId run, int piece) {
        return one(run, piece).map(bytes -> bytes.length / MetricPoint.BYTES).orElse(0);
    }

    private Optional<byte[]> one(RunId run, int piece) {
        return jdbc.sql(
                        """
                        select content from run_piece
                        where run = :run and kind = :kind and number = :number
                        """)
                .param("run", run.value())
                .param("kind", CURVE)
                .param("number", piece)
                .query((row, _) -> row.getBytes("content"))
                .optional();
    }

    List<MetricPoint> points(RunId run) {
        return RunBytes.points(read(run, CURVE));
    }

    /** Puts bytes in the place of all of their kind. */
    void replace(RunId run, String kind, byte... bytes) {
        delete(run, kind, 0);
        List<byte[]> pieces = Pieces.of(bytes);
        for (int number = 0; number < pieces.size(); number++) {
            insert(run, kind, number, pieces.get(number));
        }
    }

    /** All of a kind; empty if there is nothing. */
    byte[] read(RunId run, String kind) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        jdbc.sql(
                        """
                        select content from run_piece
                        where run = :run and kind = :kind order by number
                        """)
                .param("run", run.value())
                .param("kind", kind)
                .query((row, _) -> row.getBytes("content"))
                .list()
                .forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** All pieces of a run, to another. */
    void copy(RunId from, RunId to) {
        jdbc.sql(
                        """
                        insert into run_piece (run, kind, number, content)
                        select :to, kind, number, content from run_piece where run = :from
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    void delete(RunId run, String kind, int from) {
        jdbc.sql("delete from run_piece where run = :run and kind = :kind and number >= :from")
                .param("run", run.value())
                .param("kind", kind)
                .param("from", from)
                .update();
    }

    private void insert(RunId run, String kind, int number, byte... content) {
        jdbc.sql(
                        """
                        insert into run_piece (run, kind, number, content)
                        values (:run, :kind, :number, :content)
                        """)
                .param("run", run.value())
                .param("kind", kind)
                .param("number", number)
                .param("content", content)
                .update();
    }

    /** How many bytes a run takes. */
    long bytes(RunId run) {
        return jdbc.sql(
                        "select coalesce(sum(octet_length(content)), 0) from run_piece where run = :run")
                .param("run", run.value())
                .query(Long.class)
                .single();
    }
}
