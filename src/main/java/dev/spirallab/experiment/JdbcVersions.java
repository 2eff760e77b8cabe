package dev.spirallab.experiment;

import dev.spirallab.experiment.Changes.Change;
import dev.spirallab.spec.Experiment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The versions of experiments. What is changed here is part of the caller's transaction. */
final class JdbcVersions {
    private static final String UNNAMED = "";

    private final JdbcClient jdbc;
    private final KeepingSettings settings;
    private final Clock clock;

    JdbcVersions(JdbcClient jdbc, KeepingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Keeps the experiment as it is. */
    Versioning keep(Change change, ExperimentRow experiment, String name) {
        if (name.length() > Names.LONGEST) {
            return new Versioning.Refused(Problems.nameTooLong(Names.LONGEST));
        }
        if (!makeRoom(change, experiment.id())) {
            return new Versioning.Refused(Problems.tooManyVersions(settings.versions()));
        }
        return new Versioning.Made(insert(experiment, Names.storable(name)));
    }

    /**
     * Keeps the experiment as it was before it changes now, if that has not happened for a while.
     */
    void keepNowAndThen(Change change, ExperimentRow experiment) {
        boolean due = !clock.instant().isBefore(experiment.marked().plus(settings.versionEvery()));
        if (due && !isKept(experiment) && makeRoom(change, experiment.id())) {
            insert(experiment, UNNAMED);
        }
    }

    /** The newest first. */
    List<Version> list(ExperimentId experiment) {
        return jdbc.sql(
                        """
                        select number, name, made from version
                        where experiment = :experiment order by number desc
                        """)
                .param("experiment", experiment.value())
                .query((row, _) ->
                        new Version(
                                row.getInt("number"),
                                row.getString("name"),
                                Times.read(row, "made")))
                .list();
    }

    /** The experiment as it was. */
    Optional<Experiment> experiment(ExperimentId experiment, int number) {
        return jdbc.sql(
                        "select"
                                + Documents.CONTENT
                                + "from version"
                                + Documents.joinedTo("version")
                                + "where experiment = :experiment and number = :number")
                .param("experiment", experiment.value())
                .param("number", number)
                .query((row, _) -> Documents.read(row))
                .optional();
    }

    /** Whether it was there. */
    boolean delete(Change change, ExperimentId experiment, int number) {
        document(experiment, number).ifPresent(change::releases);
        return jdbc.sql("delete from version where experiment = :experiment and number = :number")
                        .param("experiment", experiment.value())
                        .param("number", number)
                        .update()
                > 0;
    }

    /** Deletes all of an experiment's. */
    void deleteAll(Change change, ExperimentId experiment) {
        jdbc.sql("select document from version where experiment = :experiment")
                .param("experiment", experiment.value())
                .query(String.class)
                .list()
                .forEach(change::releases);
        jdbc.sql("delete from version where experiment = :experiment")
                .param("experiment", experiment.value())
                .update();
    }

    private Optional<String> document(ExperimentId experiment, int number) {
        return jdbc.sql(
                        """
                        select document from version
                        where experiment = :experiment and number = :number
                        """)
                .param("experiment", experiment.value())
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** Whether the newest version is what the experiment is now. */
    private boolean isKept(ExperimentRow experiment) {
        return document(experiment.id(), experiment.numbered())
                .filter(experiment.document()::equals)
                .isPresent();
    }

    /** Deletes the oldest unnamed versions until there is room for one more. */
    private boolean makeRoom(Change change, ExperimentId experiment) {
        List<Version> versions = list(experiment);
        int excess = versions.size() + 1 - settings.versions();
        List<Version> oldest =
                versions.reversed().stream()
                        .filter(version -> version.name().isEmpty())
                        .limit(Math.max(0, excess))
                        .toList();
        oldest.forEach(version -> delete(change, experiment, version.number()));
        return oldest.size() >= excess;
    }

    private Version insert(ExperimentRow experiment, String name) {
        Version version = new Version(experiment.numbered() + 1, name, experiment.changed());
        jdbc.sql(
                        """
                        insert into version (experiment, number, name, made, document)
                        values (:experiment, :number, :name, :made, :document)
                        """)
                .param("experiment", experiment.id().value())
                .param("number", version.number())
                .param("name", version.name())
                .param("made", Times.of(version.at()))
                .param("document", experiment.document())
                .update();
        Instant now = clock.instant();
        jdbc.sql("update experiment set numbered = :number, marked = :now where id = :id")
                .param("number", version.number())
                .param("now", Times.of(now))
                .param("id", experiment.id().value())
                .update();
        return version;
    }
}
