package dev.spirallab.experiment;

import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StreamUtils;

/** Who brought which files lately, in a database. */
final class JdbcUploads implements Uploads {
    /** So long a file waits for an experiment that names it. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final JdbcContents contents;
    private final Quota quota;
    private final Changes changes;
    private final KeepingSettings settings;
    private final Clock clock;

    JdbcUploads(
            JdbcClient jdbc, Quota quota, Changes changes, KeepingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.contents = new JdbcContents(jdbc);
        this.quota = quota;
        this.changes = changes;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Uploading add(OwnerId owner, byte[] content) {
        if (content.length > settings.fileBytes()) {
            return new Uploading.Refused(Problems.fileTooLarge(settings.fileMegabytes()));
        }
        if (content.length == 0) {
            return new Uploading.Refused(Problems.fileEmpty());
        }
        String hash = Sha256.of(content);
        return changes.adding(
                owner,
                change ->
                        quota.within(owner, content.length, () -> add(owner, hash, content))
                                .orElseGet(() -> change.refuse(tooLarge())));
    }

    @Override
    public Uploading add(OwnerId owner, InputStream content) throws IOException {
        Path file = Files.createTempFile("spirallab", ".upload");
        try {
            try (OutputStream copy = Files.newOutputStream(file)) {
                StreamUtils.copyRange(content, copy, 0, settings.fileBytes());
            }
            return add(owner, Files.readAllBytes(file));
        } finally {
            Files.delete(file);
        }
    }

    private Uploading tooLarge() {
        return new Uploading.Refused(Problems.tooLarge(settings.megabytes()));
    }

    private Uploading add(OwnerId owner, String hash, byte[] content) {
        contents.add(hash, content);
        forget(owner, hash);
        jdbc.sql("insert into upload (owner, content, brought) values (:owner, :content, :now)")
                .param("owner", owner.value())
                .param("content", hash)
                .param("now", Times.of(clock.instant()))
                .update();
        return new Uploading.Done(hash);
    }

    private void forget(OwnerId owner, String hash) {
        jdbc.sql("delete from upload where owner = :owner and content = :content")
                .param("owner", owner.value())
                .param("content", hash)
                .update();
    }

    /** What an owner brought was brought by another, from now on. Both are locked. */
    void hand(OwnerId from, OwnerId to) {
        jdbc.sql(
                        """
                        delete from upload where owner = :to
                        and content in (select content from upload where owner = :from)
                        """)
                .param("from", from.value())
                .param("to", to.value())
                .update();
        jdbc.sql("update upload set owner = :to where owner = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /** Forgets what an owner brought; the files go with the next sweep if nobody else has them. */
    void forgetAll(OwnerId owner) {
        jdbc.sql("delete from upload where owner = :owner").param("owner", owner.value()).update();
    }

    /** Forgets what was brought too long ago. */
    void forgetOld() {
        jdbc.sql("delete from upload where brought < :before")
                .param("before", Times.of(clock.instant().minus(PATIENCE)))
                .update();
    }
}
