package dev.spirallab.experiment;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.Templates;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that keeps experiments, many at a time, and tells of each after it is kept: owner, id
 * and revision on a line. It goes on until it is killed.
 */
final class Scribe {
    private static final int THREADS = 4;

    private Scribe() {}

    /**
     * @param arguments the folder of the database
     */
    public static void main(String[] arguments) {
        Experiments experiments = keeping(Databases.h2(Path.of(arguments[0]))).experiments();
        for (int thread = 0; thread < THREADS; thread++) {
            new Thread(() -> write(experiments)).start();
        }
    }

    static Keeping keeping(HikariDataSource database) {
        return new Keeping(
                JdbcClient.create(database),
                Databases.transactions(database),
                new CopiedRuns(),
                KeepingSettings.standard(),
                Clock.systemUTC());
    }

    private static void write(Experiments experiments) {
        OwnerId owner = OwnerId.random();
        Experiment experiment = Templates.get(Templates.FIRST);
        Summary summary =
                ((Saving.Saved) experiments.create(owner, experiment.withTitle("new"))).summary();
        while (true) {
            String title = UUID.randomUUID().toString();
            summary =
                    ((Saving.Saved)
                                    experiments.save(
                                            owner,
                                            summary.id(),
                                            summary.revision(),
                                            experiment.withTitle(title)))
                            .summary();
            System.out.printf("kept %s %s %d.%n", owner, summary.id(), summary.revision());
        }
    }
}
