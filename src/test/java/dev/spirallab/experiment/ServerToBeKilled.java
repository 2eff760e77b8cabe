package dev.spirallab.experiment;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.dataset.Library;
import dev.spirallab.engine.Engines;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Command;
import dev.spirallab.run.KeptRun;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunRegistry;
import dev.spirallab.run.RunSettings;
import dev.spirallab.run.RunShelf;
import dev.spirallab.spec.Experiment;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of a server keeps things, in a process of its own: trains a run and saves an experiment
 * again and again, and says on its output what is so, until it is killed.
 */
public final class ServerToBeKilled {
    /** Steps a second. */
    static final double PACE = 1000;

    /** How long it takes to keep the other run. */
    private static final Duration SLOW = Duration.ofMillis(300);

    private static volatile RunId slowOne = new RunId("none yet");

    private ServerToBeKilled() {}

    /**
     * @param arguments the folder of the database, the owner, and the names of the experiment and
     *     the run to go on with, if any
     */
    public static void main(String... arguments) throws InterruptedException {
        Thread.ofPlatform().daemon().start(ServerToBeKilled::endWithParent);
        HikariDataSource database = Databases.h2(Path.of(arguments[0]));
        OwnerId owner = new OwnerId(UUID.fromString(arguments[1]));
        RunRegistry runs = registry(telling(slow(Shelves.on(database))));
        Run run =
                arguments.length > 2
                        ? runs.find(owner, new RunId(arguments[3])).orElseThrow()
                        : started(runs, owner);
        Experiments experiments = experiments(database, runs);
        ExperimentId id =
                arguments.length > 2
                        ? new ExperimentId(UUID.fromString(arguments[2]))
                        : created(experiments, owner, run.experiment());
        say("names " + id + " " + run.id().value());
        Run other = started(runs, owner);
        slowOne = other.id();
        run.command(new Command.Play());
        other.command(new Command.Play());
        while (true) {
            say("at " + System.currentTimeMillis() + " " + run.history(0).points().size());
            save(experiments, owner, id);
            Thread.sleep(20);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException e) {
            say("no parent: " + e);
        }
        Runtime.getRuntime().halt(1);
    }

    static RunRegistry registry(RunShelf shelf) {
        RunSettings settings =
                new RunSettings(
                        9,
                        4,
                        1000,
                        1,
                        Duration.ofMillis(10),
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        9,
                        RunSettings.standard().keepEvery());
        return new RunRegistry(
                Engines.on("cpu"),
                new Validator(Limits.standard()),
                Library.withoutFiles(),
                settings,
                shelf);
    }

    static Valid experiment() {
        return dev.spirallab.run.Experiments.epochs(2000);
    }

    private static Run started(RunRegistry runs, OwnerId owner) {
        RunOptions options = new RunOptions(PACE).withOwner(owner);
        return ((Admission.Admitted) runs.start(experiment(), options)).run();
    }

    static Experiments experiments(HikariDataSource database, RunRegistry runs) {
        return new Keeping(
                        JdbcClient.create(database),
                        Databases.transactions(database),
                        runs,
                        KeepingSettings.standard(),
                        Clock.systemUTC())
                .experiments();
    }

    private static ExperimentId created(
            Experiments experiments, OwnerId owner, Experiment experiment) {
        return ((Saving.Saved) experiments.create(owner, experiment)).summary().id();
    }

    private static void save(Experiments experiments, OwnerId owner, ExperimentId id) {
        Kept kept = experiments.find(owner, id).orElseThrow();
        Experiment changed = kept.experiment().withTitle("after " + kept.revision());
        Saving saving = experiments.save(owner, id, kept.revision(), changed);
        say("saved " + ((Saving.Saved) saving).summary().revision());
    }

    /** Takes its time with one run. */
    private static RunShelf slow(RunShelf shelf) {
        return (RunShelf)
                Proxy.newProxyInstance(
                        RunShelf.class.getClassLoader(),
                        new Class<?>[] {RunShelf.class},
                        (_, method, arguments) -> {
                            if (arguments[0] instanceof KeptRun run && run.id().equals(slowOne)) {
                                Thread.sleep(SLOW);
                            }
                            return method.invoke(shelf, arguments);
                        });
    }

    /** Says when the run that is looked at is kept. */
    private static RunShelf telling(RunShelf shelf) {
        return (RunShelf)
                Proxy.newProxyInstance(
                        RunShelf.class.getClassLoader(),
                        new Class<?>[] {RunShelf.class},
                        (_, method, arguments) -> {
                            Object answer = method.invoke(shelf, arguments);
                            if (arguments[0] instanceof KeptRun run && !run.id().equals(slowOne)) {
                                say("kept " + (run.firstPoint() + run.points().size()));
                            }
                            return answer;
                        });
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
