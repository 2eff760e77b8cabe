package dev.spirallab.experiment;

import dev.spirallab.experiment.Packed.Piece;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Documents by their hash, equal ones once. A document stays while anything refers to it ({@code
 * holding} in the database). Who adds one adds what refers to it in the same transaction; who gives
 * one up lets it be collected after that.
 *
 * <p>A document that is about to be referred to is locked, and so is one that is about to be
 * deleted, before it is asked whether anything refers to it; the same holds for data, and for
 * files. Who adds may hold files and data while waiting for a document. So who deletes waits for
 * data or files only when holding nothing else, and deletes several in the order of their hashes:
 * nobody waits in a circle. Where several things are deleted in one transaction, all of that comes
 * after it.
 */
final class Documents {
    /** Columns for {@link #read}. */
    static final String CONTENT =
            " document.content as document_content, dataset.content as dataset_content ";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final JdbcContents contents;

    Documents(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.contents = new JdbcContents(jdbc);
    }

    /** What else a document is made of that was deleted. */
    private record Left(Optional<String> dataset, List<String> contents) {}

    /** What gives the columns, for a table with a column {@code document}. */
    static String joinedTo(String table) {
        return " join document on document.hash = "
                + table
                + ".document"
                + " left join dataset on dataset.hash = document.dataset ";
    }

    /** The experiment of a row with the columns. */
    static Experiment read(ResultSet row) throws SQLException {
        return Packed.unpack(
                row.getString("document_content"),
                Optional.ofNullable(row.getString("dataset_content")));
    }

    /** Sees to it that the document is there until the transaction ends. */
    void add(Packed packed) {
        while (!lock("document", packed.document().hash())) {
            contents.hold(packed.contents());
            packed.dataset().ifPresent(this::addDataset);
            insert(packed);
        }
    }

    /** Bytes that a document takes, and the files that it learns from. */
    long bytes(Packed packed) {
        return packed.bytes() + contents.bytes(packed.contents());
    }

    /** Bytes that all documents of an owner take, and files: those of documents, and uploads. */
    long bytes(OwnerId owner) {
        return jdbc.sql(
                        """
                        select coalesce(sum(bytes), 0) from (
                            select document.hash, document.bytes
                            from holding join document on document.hash = holding.document
                            where holding.owner = :owner
                            union
                            select dataset.hash, dataset.bytes
                            from holding join document on document.hash = holding.document
                                join dataset on dataset.hash = document.dataset
                            where holding.owner = :owner
                            union
                            select content.hash, content.bytes
                            from holding
                                join document_content
                                    on document_content.document = holding.document
                                join content on content.hash = document_content.content
                            where holding.owner = :owner
                            union
                            select content.hash, content.bytes
                            from upload join content on content.hash = upload.content
                            where upload.owner = :owner
                        ) as held
                        """)
                .param("owner", owner.value())
                .query(Long.class)
                .single();
    }

    /**
     * Deletes those of the documents that nothing refers to, and data and files that were theirs
     * alone; in transactions of its own. Within another it does nothing: who began that calls
     * {@link #collectAll} after it.
     */
    void collect(Collection<String> released) {
        if (!released.isEmpty() && !TransactionSynchronizationManager.isActualTransactionActive()) {
            List<Left> left =
                    transaction.execute(_ ->
                            locked("document", released).stream()
                                    .map(this::deleteUnheld)
                                    .flatMap(Optional::stream)
                                    .toList());
            collectDatasets(left.stream().flatMap(each -> each.dataset().stream()).toList());
            collectContents(left.stream().flatMap(each -> each.contents().stream()).toList());
        }
    }

    /** Deletes all that nothing refers to, as a process leaves it that ends too soon. */
    void collectAll() {
        collect(
                orphans(
                        """
                        select hash from document
                        where not exists (select 1 from holding where holding.document = hash)
                        """));
        collectDatasets(
                orphans(
                        """
                        select hash from dataset
                        where not exists
                            (select 1 from document where document.dataset = dataset.hash)
                        """));
        collectContents(contents.unused());
    }

    private List<String> orphans(String query) {
        return jdbc.sql(query).query((row, _) -> row.getString("hash")).list();
    }

    private void collectDatasets(Collection<String> released) {
        if (!released.isEmpty()) {
            transaction.executeWithoutResult(
                    _ -> locked("dataset", released).forEach(this::deleteUnusedDataset));
        }
    }

    private void collectContents(Collection<String> released) {
        if (!released.isEmpty()) {
            transaction.executeWithoutResult(_ -> contents.deleteUnused(released));
        }
    }

    private void addDataset(Piece dataset) {
        while (!lock("dataset", dataset.hash())) {
            jdbc.sql(
                            """
                            insert into dataset (hash, content, bytes)
                            values (:hash, :content, :bytes) on conflict do nothing
                            """)
                    .param("hash", dataset.hash())
                    .param("content", dataset.content())
                    .param("bytes", dataset.bytes())
                    .update();
        }
    }

    private void insert(Packed packed) {
        int inserted = insertDocument(packed);
        if (inserted > 0) {
            packed.contents().forEach(content -> name(packed.document().hash(), content));
        }
    }

    private void name(String document, String content) {
        jdbc.sql("insert into document_content (document, content) values (:document, :content)")
                .param("document", document)
                .param("content", content)
                .update();
    }

    private int insertDocument(Packed packed) {
        return jdbc.sql(
                        """
                        insert into document (hash, content, bytes, dataset)
                        values (:hash, :content, :bytes, :dataset) on conflict do nothing
                        """)
                .param("hash", packed.document().hash())
                .param("content", packed.document().content())
                .param("bytes", packed.document().bytes())
                .param("dataset", packed.dataset().map(Piece::hash).orElse(null))
                .update();
    }

    /** Those that are there, in the order in which all lock them. */
    private List<String> locked(String table, Collection<String> hashes) {
        return hashes.stream().distinct().sorted().filter(hash -> lock(table, hash)).toList();
    }

    /** Whether the row is there; if so, nobody else changes it for now. */
    private boolean lock(String table, String hash) {
        return jdbc.sql("select hash from " + table + " where hash = :hash for update")
                .param("hash", hash)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** What is left of a document if it was deleted. */
    private Optional<Left> deleteUnheld(String hash) {
        Left left = new Left(dataset(hash), contents(hash));
        int deleted =
                jdbc.sql(
                                """
                                delete from document where hash = :hash
                                and not exists (select 1 from holding where document = :hash)
                                """)
                        .param("hash", hash)
                        .update();
        return deleted == 0 ? Optional.empty() : Optional.of(left);
    }

    private Optional<String> dataset(String document) {
        return jdbc.sql("select dataset from document where hash = :hash and dataset is not null")
                .param("hash", document)
                .query(String.class)
                .optional();
    }

    private List<String> contents(String document) {
        return jdbc.sql("select content from document_content where document = :hash")
                .param("hash", document)
                .query((row, _) -> row.getString("content"))
                .list();
    }

    private void deleteUnusedDataset(String hash) {
        jdbc.sql(
                        """
                        delete from dataset where hash = :hash
                        and not exists (select 1 from document where dataset = :hash)
                        """)
                .param("hash", hash)
                .update();
    }
}
