package dev.spirallab.cli;

import dev.spirallab.export.CodeExport;
import dev.spirallab.export.CodeForm;
import dev.spirallab.i18n.Messages;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult.Invalid;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes an experiment as code. */
@Command(name = "export", resourceBundle = "i18n.cli")
final class ExportCommand implements Callable<Integer> {
    @Mixin private Document document;

    @Option(names = "--as", paramLabel = "pytorch|notebook|djl|json", required = true)
    private CodeForm form;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE")
    private @Nullable Path out;

    @Spec private CommandSpec spec;

    /** picocli fills in the fields. */
    @SuppressWarnings("NullAway.Init")
    ExportCommand() {}

    @Override
    public Integer call() {
        Report report = document.report(spec);
        return switch (document.read()) {
            case Reading.Unreadable(var problems) -> refuse(problems, report);
            case Reading.Read(var experiment) ->
                    switch (new Validator(Limits.standard()).validate(experiment)) {
                        case Invalid invalid -> refuse(invalid.problems(), report);
                        case Valid valid -> write(valid, report);
                    };
        };
    }

    private static int refuse(List<Problem> problems, Report report) {
        problems.forEach(report::problem);
        return Main.INVALID;
    }

    private int write(Valid valid, Report report) {
        Texts texts = new Texts(new Messages(), Locale.getDefault());
        return write(CodeExport.of(valid, form, texts), report);
    }

    private int write(String code, Report report) {
        if (out == null) {
            spec.commandLine().getOut().print(code);
            spec.commandLine().getOut().flush();
            return 0;
        }
        try {
            Files.writeString(out, code);
            return 0;
        } catch (IOException _) {
            return refuse(List.of(WeightFiles.unwritable(out)), report);
        }
    }
}
