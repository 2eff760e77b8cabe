package dev.spirallab.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code lab train}, {@code lab sweep}, {@code lab validate}, {@code lab export} and {@code lab
 * bench}. Starts no server.
 */
@Command(
        name = "lab",
        resourceBundle = "i18n.cli",
        subcommands = {
            TrainCommand.class,
            SweepCommand.class,
            ValidateCommand.class,
            ExportCommand.class,
            BenchCommand.class
        })
public final class Main implements Runnable {
    /** An experiment, or the call itself, is not sound. */
    static final int INVALID = 2;

    static final int DIVERGED = 3;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Spec private CommandSpec spec;

    /** picocli fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    Main() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "logback-cli.xml");
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter errors = utf8(FileDescriptor.err);
        int code = commandLine(out, errors).execute(arguments);
        out.flush();
        errors.flush();
        System.exit(code);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter errors) {
        return new CommandLine(new Main()).setOut(out).setErr(errors);
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8),
                true);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "train | sweep | validate | export | bench");
    }
}
