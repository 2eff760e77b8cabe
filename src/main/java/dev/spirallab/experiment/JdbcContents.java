package dev.spirallab.experiment;

import dev.spirallab.dataset.Contents;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files in a database, in pieces. A file that is about to be referred to is locked, and so is one
 * that is about to be deleted, before it is asked whether anything refers to it.
 */
final class JdbcContents implements Contents {

    private final JdbcClient jdbc;

    JdbcContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<byte[]> find(String hash) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        jdbc.sql("select piece from content_piece where content = :hash order by number")
                .param("hash", hash)
                .query((RowCallbackHandler) row -> bytes.writeBytes(row.getBytes("piece")));
        return Optional.of(bytes.toByteArray()).filter(found -> found.length > 0);
    }

    /** Sees to it that the file is there until the transaction ends. */
    void add(String hash, byte[] bytes) {
        while (!lock(hash)) {
            int inserted =
                    jdbc.sql(
                                    """
                                    insert into content (hash, bytes) values (:hash, :bytes)
                                    on conflict do nothing
                                    """)
                            .param("hash", hash)
                            .param("bytes", bytes.length)
                            .update();
            if (inserted > 0) {
                insertPieces(hash, bytes);
            }
        }
    }

    private void insertPieces(String hash, byte[] bytes) {
        List<byte[]> pieces = Pieces.of(bytes);
        for (int number = 0; number < pieces.size(); number++) {
            jdbc.sql(
                            """
                            insert into content_piece (content, number, piece)
                            values (:content, :number, :piece)
                            """)
                    .param("content", hash)
                    .param("number", number)
                    .param("piece", pieces.get(number))
                    .update();
        }
    }

    /**
     * Keeps those that are there from being deleted until the transaction ends.
     *
     * @param hashes in order
     */
    void hold(List<String> hashes) {
        hashes.forEach(this::lock);
    }

    /** Bytes that those take together that are there. */
    long bytes(List<String> hashes) {
        return hashes.isEmpty()
                ? 0
                : jdbc.sql("select coalesce(sum(bytes), 0) from content where hash in (:hashes)")
                        .param("hashes", hashes)
                        .query(Long.class)
                        .single();
    }

    /** Deletes those to which nothing refers; in the caller's transaction. */
    void deleteUnused(Collection<String> hashes) {
        hashes.stream().distinct().sorted().filter(this::lock).forEach(this::deleteUnused);
    }

    /** All to which nothing refers. */
    List<String> unused() {
        return jdbc.sql(
                        """
                        select hash from content
                        where not exists
                            (select 1 from document_content where content = content.hash)
                        and not exists (select 1 from upload where content = content.hash)
                        """)
                .query((row, _) -> row.getString("hash"))
                .list();
    }

    private boolean lock(String hash) {
        return jdbc.sql("select hash from content where hash = :hash for update")
                .param("hash", hash)
                .query(String.class)
                .optional()
                .isPresent();
    }

    private void deleteUnused(String hash) {
        jdbc.sql(
                        """
                        delete from content where hash = :hash
                        and not exists (select 1 from document_content where content = :hash)
                        and not exists (select 1 from upload where content = :hash)
                        """)
                .param("hash", hash)
                .update();
    }
}
