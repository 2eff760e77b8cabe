package dev.spirallab.cli;

import dev.spirallab.engine.Engine;
import dev.spirallab.engine.Engines;
import dev.spirallab.i18n.Messages;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the engine on one core of the processor: medians of turns, with their spread. */
@Command(name = "bench", resourceBundle = "i18n.cli")
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--json")
    private boolean json;

    @Spec private CommandSpec spec;

    /** picocli fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    BenchCommand() {}

    @Override
    public Integer call() throws InterruptedException, IOException {
        Engine engine = Engines.on("cpu");
        BenchReport report = report(engine.device().name());
        report.begin();
        Bench bench = new Bench(engine, report);
        bench.rivals(BenchCase.all());
        bench.together(BenchCase.tiny());
        bench.together(BenchCase.spiral());
        bench.boundary(BenchCase.spiral());
        try (RunBench runs = new RunBench(engine, report)) {
            for (BenchCase one :
                    List.of(BenchCase.spiral(), BenchCase.fullBatch(), BenchCase.tiny())) {
                runs.viewer(one);
            }
            runs.inside(BenchCase.deep());
            runs.keeping(BenchCase.spiral());
            runs.keeping(BenchCase.tiny());
            runs.crowd(BenchCase.spiral());
        }
        return 0;
    }

    private BenchReport report(String device) {
        var out = spec.commandLine().getOut();
        return json
                ? new BenchJson(out)
                : new BenchTable(out, new Messages(), Locale.getDefault(), device);
    }
}
