package dev.spirallab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the engine. */
@Command(name = "bench", resourceBundle = "i18n.cli")
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--json")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    @Override
    public Integer call() {
        return json ? 0 : 1;
    }
}
