package dev.spirallab.cli;

import dev.spirallab.engine.Engine;
import dev.spirallab.engine.Engines;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where to train. */
final class Where {
    @Option(names = "--device", paramLabel = "cpu|gpu[:i]", defaultValue = "auto")
    private String device;

    /** picocli fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    Where() {}

    /**
     * @throws ParameterException if there is no such device
     */
    Engine engine(CommandSpec spec) {
        try {
            return Engines.on(device);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    spec.commandLine(), String.valueOf(unknown.getMessage()), unknown);
        }
    }
}
